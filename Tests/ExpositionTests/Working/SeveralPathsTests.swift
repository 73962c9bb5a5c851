import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import LessonProgram
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
