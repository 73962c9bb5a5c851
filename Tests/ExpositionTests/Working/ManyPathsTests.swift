import LessonTestSupport
import Testing

/// Which of many paths are listed.
@Suite struct ManyPathsTests {
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
        … 1 more, none larger than those above nor smaller than those below
        5  y ← a6 ← x
           −0.2
        6  y ← a4 ← x
           0.07
        7  y ← a7 ← x
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
        … 1 more, none larger than those above nor smaller than those below
        5  y ← a5 ← x
           1
        6  y ← a6 ← x
           1
        7  y ← a7 ← x
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
}
