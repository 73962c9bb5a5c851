import Testing
import Transcript

@testable import LessonRuntime

/// What `explain` shows of derivatives along several paths.
@Suite struct SeveralPathsTests {
  @Test(arguments: [
    WorkedCell(
      """
      input x = 1.5
      a = 2*x
      b = x^2
      y = a*b
      explain ∂y/∂x
      """,
      """
      input   x = 1.5

      a = 2·x = 2·1.5 = 3

      b = x² = 1.5² = 2.25

      y = a·b = 3·2.25 = 6.75

      ∂y/∂x is a sum over 2 paths. First the links on them:
        y = a·b
          ∂y/∂a = b = 2.25
          ∂y/∂b = a = 3
        a = 2·x
          ∂a/∂x = 2
        b = x²
          ∂b/∂x = 2·x = 2·1.5 = 3

      x reaches y by 2 paths:
        1  y ← a ← x
           2.25 · 2 = 4.5
        2  y ← b ← x
           3 · 3 = 9
      ∂y/∂x = 4.5 + 9 = 13.5
      """),
    WorkedCell(
      """
      input x = 1.5
      y = 3*x + 1
      z = y + x
      explain ∂z/∂x
      """,
      """
      input   x = 1.5

      y = 3·x + 1
        = 3·1.5 + 1
        = 4.5 + 1
        = 5.5

      z = y + x = 5.5 + 1.5 = 7

      ∂z/∂x is a sum over 2 paths. First the links on them:
        z = y + x          passes y and x on with factor 1, left out
        y = 3·x + 1
          ∂y/∂x = 3

      x reaches z by 2 paths:
        1  z ← y ← x
           3
        2  z ← x
           1
      ∂z/∂x = 3 + 1 = 4
      """),
    WorkedCell(
      """
      input x = 1.5
      y = x*x
      z = y*x
      explain ∂z/∂x
      """,
      """
      input   x = 1.5

      y = x·x = 1.5·1.5 = 2.25

      z = y·x = 2.25·1.5 = 3.375

      ∂z/∂x is a sum over 2 paths. First the links on them:
        z = y·x
          ∂z/∂y = x = 1.5
          ∂z/∂x = y = 2.25
        y = x·x
          ∂y/∂x = 2·x = 2·1.5 = 3

      x reaches z by 2 paths:
        1  z ← y ← x
           1.5 · 3 = 4.5
        2  z ← x
           2.25
      ∂z/∂x = 4.5 + 2.25 = 6.75
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      explain ∂(sigmoid(y) + w)/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      ∂(σ(y) + w)/∂w is a sum over 2 paths. First the links on them:
        σ(y) + w          passes w on with factor 1, left out
          ∂(σ(y) + w)/∂y = σ(y)·(1 − σ(y))
                         = σ(6)·(1 − σ(6))
                         = 0.997527·(1 − 0.997527)
                         = 0.00247
        y = w·x
          ∂y/∂w = x = 2

      w reaches σ(y) + w by 2 paths:
        1  σ(y) + w ← y ← w
           0.002467 · 2 = 0.00493
        2  σ(y) + w ← w
           1
      ∂(σ(y) + w)/∂w = 0.00493 + 1 = 1.00493
      """),
  ])
  func `several paths are multiplied and then added`(row: WorkedCell) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      input x = 1.1
      a1 = 0.5*x
      a2 = -3*x
      a3 = 2.2*x
      a4 = 0.07*x
      a5 = 7*x
      a6 = -0.2*x
      a7 = 0.001*x
      y = a1 + a2 + a3 + a4 + a5 + a6 + a7
      explain ∂y/∂x
      """,
      """
      input   x = 1.1

      a1 = 0.5·x = 0.5·1.1 = 0.55

      a2 = −3·x = −3·1.1 = −3.3

      a3 = 2.2·x = 2.2·1.1 = 2.42

      a4 = 0.07·x = 0.07·1.1 = 0.077

      a5 = 7·x = 7·1.1 = 7.7

      a6 = −0.2·x = −0.2·1.1 = −0.22

      a7 = 0.001·x = 0.001·1.1 = 0.0011

      y = a1 + a2 + a3 + a4 + a5 + a6 + a7
        = 0.55 + (−3.3) + 2.42 + 0.077 + 7.7 + (−0.22) + 0.0011 = 7.2281

      ∂y/∂x is a sum over 7 paths. First the links on them:
        y = a1 + a2 + a3 + a4 + a5 + a6 + a7
        passes a1, a2, a3, a4, a5, a6 and a7 on with factor 1, left out
        a1 = 0.5·x
          ∂a1/∂x = 0.5
        a2 = −3·x
          ∂a2/∂x = −3
        a3 = 2.2·x
          ∂a3/∂x = 2.2
        a4 = 0.07·x
          ∂a4/∂x = 0.07
        a5 = 7·x
          ∂a5/∂x = 7
        a6 = −0.2·x
          ∂a6/∂x = −0.2
        a7 = 0.001·x
          ∂a7/∂x = 0.001

      x reaches y by 7 paths:
        1  y ← a5 ← x
           7
        2  y ← a2 ← x
           −3
        3  y ← a3 ← x
           2.2
        … 1 more, not as large as those above nor as small as those below
        4  y ← a6 ← x
           −0.2
        5  y ← a4 ← x
           0.07
        6  y ← a7 ← x
           0.001
      ∂y/∂x = 7 + (−3) + 2.2 + (−0.2) + 0.07 + 0.001 + 0.5 = 6.571
      the last term is that of the other path
      """),
    WorkedCell(
      """
      input x = 1
      a1 = 0.5*x
      a2 = -3*x
      a3 = 2*x
      a4 = 4*x
      a5 = 7*x
      a6 = 6*x
      y = a1 + a2 + a3 + a4 + a5 + a6
      explain ∂y/∂x
      """,
      """
      input   x = 1

      a1 = 0.5·x = 0.5·1 = 0.5

      a2 = −3·x = −3·1 = −3

      a3 = 2·x = 2·1 = 2

      a4 = 4·x = 4·1 = 4

      a5 = 7·x = 7·1 = 7

      a6 = 6·x = 6·1 = 6

      y = a1 + a2 + a3 + a4 + a5 + a6 = 0.5 + (−3) + 2 + 4 + 7 + 6 = 16.5

      ∂y/∂x is a sum over 6 paths. First the links on them:
        y = a1 + a2 + a3 + a4 + a5 + a6
        passes a1, a2, a3, a4, a5 and a6 on with factor 1, left out
        a1 = 0.5·x
          ∂a1/∂x = 0.5
        a2 = −3·x
          ∂a2/∂x = −3
        a3 = 2·x
          ∂a3/∂x = 2
        a4 = 4·x
          ∂a4/∂x = 4
        a5 = 7·x
          ∂a5/∂x = 7
        a6 = 6·x
          ∂a6/∂x = 6

      x reaches y by 6 paths:
        1  y ← a1 ← x
           0.5
        2  y ← a2 ← x
           −3
        3  y ← a3 ← x
           2
        4  y ← a4 ← x
           4
        5  y ← a5 ← x
           7
        6  y ← a6 ← x
           6
      ∂y/∂x = 0.5 + (−3) + 2 + 4 + 7 + 6 = 16.5
      """),
    WorkedCell(
      """
      input x = 1
      a1 = 1*x
      a2 = 1*x
      a3 = 1*x
      a4 = 1*x
      a5 = 1*x
      a6 = 1*x
      a7 = 1*x
      y = a1 + a2 + a3 + a4 + a5 + a6 + a7
      explain ∂y/∂x
      """,
      """
      input   x = 1

      a1 = 1·x = 1·1 = 1

      a2 = 1·x = 1·1 = 1

      a3 = 1·x = 1·1 = 1

      a4 = 1·x = 1·1 = 1

      a5 = 1·x = 1·1 = 1

      a6 = 1·x = 1·1 = 1

      a7 = 1·x = 1·1 = 1

      y = a1 + a2 + a3 + a4 + a5 + a6 + a7 = 1 + 1 + 1 + 1 + 1 + 1 + 1 = 7

      ∂y/∂x is a sum over 7 paths. First the links on them:
        y = a1 + a2 + a3 + a4 + a5 + a6 + a7
        passes a1, a2, a3, a4, a5, a6 and a7 on with factor 1, left out
        a1 = 1·x          passes x on with factor 1, left out
        a2 = 1·x          passes x on with factor 1, left out
        a3 = 1·x          passes x on with factor 1, left out
        a4 = 1·x          passes x on with factor 1, left out
        a5 = 1·x          passes x on with factor 1, left out
        a6 = 1·x          passes x on with factor 1, left out
        a7 = 1·x          passes x on with factor 1, left out

      x reaches y by 7 paths:
        1  y ← a1 ← x
           1
        2  y ← a2 ← x
           1
        3  y ← a3 ← x
           1
        … 1 more, not as large as those above nor as small as those below
        4  y ← a5 ← x
           1
        5  y ← a6 ← x
           1
        6  y ← a7 ← x
           1
      ∂y/∂x = 1 + 1 + 1 + 1 + 1 + 1 + 1 = 7
      the last term is that of the other path
      """),
  ])
  func `of more than six paths the largest and the smallest are shown, and the sum of the rest`(
    row: WorkedCell
  ) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      param w = 2
      a = relu(w)
      b = relu(-w)
      c = relu(-3*w)
      y = a + b + c
      # asked
      explain ∂y/∂w
      """,
      """
      ∂y/∂w is a sum over 3 paths. First the links on them:
        y = a + b + c          passes a, b and c on with factor 1, left out
        a = relu(w)
          ∂a/∂w = if w ≥ 0 then 1 else 0 = 1              because 2 ≥ 0
        b = relu(−w)
          ∂b/∂w = −(if −w ≥ 0 then 1 else 0) = 0          because −2 < 0
        c = relu(−3·w)
          ∂c/∂w = −3·(if −3·w ≥ 0 then 1 else 0) = −3·0 = 0  because −6 < 0

      w reaches y by 3 paths:
        1  y ← a ← w
           1
        … 2 more pass through a factor 0
      ∂y/∂w = 1
      """),
    WorkedCell(
      """
      param w = 2
      b = relu(-w)
      y = 3*b + b*w + b^2 - 3*b
      z = w*y + b
      # asked
      explain ∂z/∂w
      """,
      """
      ∂z/∂w is a sum over 4 paths. First the links on them:
        z = w·y + b          passes b on with factor 1, left out
          ∂z/∂w = y = 0
          ∂z/∂y = w = 2
        y = 3·b + b·w + b² − 3·b
          ∂y/∂b = w + 2·b
                = 2 + 2·0
                = 2 + 0
                = 2
          ∂y/∂w = b = 0
        b = relu(−w)
          ∂b/∂w = −(if −w ≥ 0 then 1 else 0) = 0          because −2 < 0

      w reaches z by 4 paths:
        all of them pass through a factor 0
      ∂z/∂w = 0
      """),
  ])
  func `paths with a factor 0 are counted, not listed`(row: WorkedCell) {
    let working = LessonFixture(row.cell).working()
    #expect(working.hasSuffix("# asked\n" + row.working), "\(working)")
  }

  @Test func `what is explained opens with a line at the margin, so that two in a row stand apart`() {
    let asked = ["∂z/∂w", "∂z/∂b", "∂y/∂b", "∂b/∂w", "∂(z + y)/∂w", "∂w/∂w", "local(z, y)", "z"]
    let cell = """
      param w = 2
      b = 3*w
      y = b + w
      z = w*y + b
      \(asked.map { "explain \($0)" }.joined(separator: "\n"))
      """
    let steps = LessonFixture(cell).run.transcript.parts.compactMap { part -> Step? in
      guard case .step(let step) = part, step.name.hasPrefix("explain") else { return nil }
      return step
    }
    #expect(steps.count == asked.count)
    for step in steps { #expect(step.lines.first?.level == 0 && !step.isJoined, "\(step.name)") }
  }
}
