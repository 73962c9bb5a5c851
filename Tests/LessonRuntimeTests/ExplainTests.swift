import Testing

@testable import LessonRuntime

@Suite struct ExplainTests {
  @Test(arguments: [
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain L
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain y
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      y = w·x = 3·2 = 6
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain x
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      x = 2                                               given
      """),
    WorkedCell(
      """
      const k = 1/3
      explain k
      """,
      """
      k = 1/3 = 0.33333                                   const, worked out once

      k = 0.33333                                         given
      """),
    WorkedCell(
      """
      input x = 2
      a = x + 1
      b = a*a
      c = b + a
      explain c
      """,
      """
      input   x = 2

      a = x + 1 = 2 + 1 = 3

      b = a·a = 3·3 = 9

      c = b + a = 9 + 3 = 12

      a = x + 1 = 2 + 1 = 3

      b = a·a = 3·3 = 9

      c = b + a = 9 + 3 = 12
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain L - 2*y
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      L − 2·y = 25 − 2·6
              = 25 − 12
              = 13
      """),
    WorkedCell("explain 1 + 1", "1 + 1 = 2"),
    WorkedCell("explain -3", "−3"),
    WorkedCell("explain 1/2*(3 - 1)^2", "½·(3 − 1)² = ½·2² = 2"),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain L  # the error
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      # the error

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25
      """),
  ])
  func `explain shows every step beneath, each value once`(row: WorkedCell) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain ∂L/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂L/∂w = ∂L/∂y · ∂y/∂w

        L = (y − 1)²
          ∂L/∂y = 2·(y − 1) = 2·(6 − 1) = 10
        y = w·x
          ∂y/∂w = x = 2

      ∂L/∂w = 10 · 2 = 20
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain grad(y, x)
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

        y = w·x
          ∂y/∂x = w = 3
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain ∂L/∂w^2
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂L/∂w = ∂L/∂y · ∂y/∂w

        L = (y − 1)²
          ∂L/∂y = 2·(y − 1) = 2·(6 − 1) = 10
        y = w·x
          ∂y/∂w = x = 2

      ∂L/∂w = 10 · 2 = 20

      (∂L/∂w)² = 20² = 400
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain ∂w/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂w/∂w = 1
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain ∂L/∂L
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂L/∂L = 1
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain ∂x/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂x/∂w = 0
        w does not reach x
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain ∂w/∂L
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂w/∂L = 0
        L does not reach w
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain ∂(sigmoid(y))/∂x
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂(σ(y))/∂x = ∂(σ(y))/∂y · ∂y/∂x

          ∂(σ(y))/∂y = σ(y)·(1 − σ(y))
                     = σ(6)·(1 − σ(6))
                     = 0.997527·(1 − 0.997527)
                     = 0.00247
        y = w·x
          ∂y/∂x = w = 3

      ∂(σ(y))/∂x = 0.002467 · 3 = 0.00740
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain ∂(w*x)/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

          ∂(w·x)/∂w = x = 2
      """),
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain 1 - ∂y/∂w
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

        y = w·x
          ∂y/∂w = x = 2

      1 − ∂y/∂w = 1 − 2 = −1
      """),
    WorkedCell(
      """
      const c = 2
      y = c^3
      explain ∂y/∂c
      """,
      """
      const   c = 2

      y = c³ = 2³ = 8

        y = c³
          ∂y/∂c = 3·c² = 3·2² = 12
      """),
    WorkedCell(
      """
      param w = 3
      y = w + 1
      z = y + 2
      explain ∂z/∂w
      """,
      """
      param   w = 3

      y = w + 1 = 3 + 1 = 4

      z = y + 2 = 4 + 2 = 6

        z = y + 2          passes y on with factor 1, left out
        y = w + 1          passes w on with factor 1, left out

      ∂z/∂w = 1
      """),
    WorkedCell(
      """
      input s = 0.5
      out = tanh(s)
      explain ∂out/∂s
      p = exp(s)
      explain ∂p/∂s
      q = ln(s)
      explain ∂q/∂s
      r = sqrt(s)
      explain ∂r/∂s
      u = 1/s
      explain ∂u/∂s
      v = 2^s
      explain ∂v/∂s
      """,
      """
      input   s = 0.5

      out = tanh(s) = tanh(0.5) = 0.46212

        out = tanh(s)
          ∂out/∂s = 1 − out²
                  = 1 − 0.46212²
                  = 1 − 0.21355
                  = 0.78645

      p = e^s = e^0.5 = 1.64872

        p = e^s
          ∂p/∂s = p = 1.64872

      q = ln(s) = ln(0.5) = −0.69315

        q = ln(s)
          ∂q/∂s = 1/s = 1/0.5 = 2

      r = √(s) = √(0.5) = 0.70711

        r = √(s)
          ∂r/∂s = 1/(2·r)
                = 1/(2·0.707107)
                = 1/1.41421
                = 0.70711

      u = 1/s = 1/0.5 = 2

        u = 1/s
          ∂u/∂s = −1/s² = −1/0.5² = −4

      v = 2^s = 2^0.5 = 1.41421

        v = 2^s
          ∂v/∂s = v·ln(2)
                = 1.41421·ln(2)
                = 1.41421·0.69315
                = 0.98026
      """),
  ])
  func `a derivative is worked along its path`(row: WorkedCell) {
    row.expectWorking()
  }

  @Test(arguments: [
    WorkedCell(
      """
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      explain local(L, y)
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      L = (y − 1)²
        local(L, y) = 2·(y − 1) = 2·(6 − 1) = 10
      """),
    WorkedCell(
      """
      param w = 3
      y = w*w + w
      z = y*w
      explain local(z, w)
      explain local(z, y)
      explain local(y, w)
      """,
      """
      param   w = 3

      y = w·w + w
        = 3·3 + 3
        = 9 + 3
        = 12

      z = y·w = 12·3 = 36

      z = y·w
        local(z, w) = y = 12

      z = y·w
        local(z, y) = w = 3

      y = w·w + w
        local(y, w) = 2·w + 1
                    = 2·3 + 1
                    = 6 + 1
                    = 7
      """),
    WorkedCell(
      """
      input s = 0.41
      out = sigmoid(s)
      explain local(out, s)
      d = 2*local(out, s)
      """,
      """
      input   s = 0.41

      out = σ(s) = 1/(1 + e^(−s))
          = 1/(1 + e^(−0.41))
          = 1/(1 + 0.66365)
          = 0.60109

      out = σ(s)
        local(out, s) = out·(1 − out) = 0.60109·(1 − 0.60109) = 0.23978

      local(out, s) = 0.23978          in full: explain local(out, s)
      d = 2·local(out, s) = 2·0.23978 = 0.47956
      """),
  ])
  func `local is the one-link derivative`(row: WorkedCell) {
    row.expectWorking()
  }

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

        z = y + x          passes y and x on with factor 1, left out
        y = 3·x + 1
          ∂y/∂x = 3

      x reaches z by 2 paths:
        1  y ← x
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

        passes a1, a2, a3, a4, a5, a6 and a7 on with factor 1, left out
        y = a1 + a2 + a3 + a4 + a5 + a6 + a7
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
        1  a5 ← x
           7
        2  a2 ← x
           −3
        3  a3 ← x
           2.2
        … 1 more, not as large as those above nor as small as those below
        4  a6 ← x
           −0.2
        5  a4 ← x
           0.07
        6  a7 ← x
           0.001
      the last term is that of the other path
      ∂y/∂x = 7 + (−3) + 2.2 + (−0.2) + 0.07 + 0.001 + 0.5 = 6.571
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

        passes a1, a2, a3, a4, a5 and a6 on with factor 1, left out
        y = a1 + a2 + a3 + a4 + a5 + a6
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
        1  a1 ← x
           0.5
        2  a2 ← x
           −3
        3  a3 ← x
           2
        4  a4 ← x
           4
        5  a5 ← x
           7
        6  a6 ← x
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

        passes a1, a2, a3, a4, a5, a6 and a7 on with factor 1, left out
        y = a1 + a2 + a3 + a4 + a5 + a6 + a7
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
      the last term is that of the other path
      ∂y/∂x = 1 + 1 + 1 + 1 + 1 + 1 + 1 = 7
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
      param w = 3
      input x = 2
      y = w*x
      L = (y - 1)^2
      backward L
      """,
      """
      param   w = 3
      input   x = 2

      y = w·x = 3·2 = 6

      L = (y − 1)²
        = (6 − 1)²
        = 5²
        = 25

      ∂L/∂L = 1
      ∂L/∂y = ∂L/∂L·2·(y − 1) = 1·2·(6 − 1) = 10
      ∂L/∂x = ∂L/∂y·w = 10·3 = 30
      ∂L/∂w = ∂L/∂y·x = 10·2 = 20
      """),
    WorkedCell(
      """
      input x = 2
      u = x + 1
      v = x*u
      y = u*v + v
      backward y  # the reverse pass
      """,
      """
      input   x = 2

      u = x + 1 = 2 + 1 = 3

      v = x·u = 2·3 = 6

      y = u·v + v
        = 3·6 + 6
        = 18 + 6
        = 24

      # the reverse pass
      ∂y/∂y = 1
      ∂y/∂v = ∂y/∂y·(u + 1) = 1·(3 + 1) = 4
      ∂y/∂u = ∂y/∂v·x + ∂y/∂y·v
            = 4·2 + 1·6
            = 8 + 6
            = 14
      ∂y/∂x = ∂y/∂u + ∂y/∂v·u
            = 14 + 4·3
            = 14 + 12
            = 26
      """),
    WorkedCell(
      """
      input x = 2
      y = 3*x
      z = x
      backward y
      """,
      """
      input   x = 2

      y = 3·x = 3·2 = 6

      z = x = 2

      ∂y/∂y = 1
      ∂y/∂x = ∂y/∂y·3 = 1·3 = 3
      """),
    WorkedCell(
      """
      input x = 2
      y = 3
      backward y
      """,
      """
      input   x = 2

      y = 3

      ∂y/∂y = 1
      """),
  ])
  func `the reverse pass has a row for each value, from the last to the first`(row: WorkedCell) {
    row.expectWorking()
  }

}
