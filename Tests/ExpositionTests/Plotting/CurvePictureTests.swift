import Algebra
import Rendering
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// Curves as they are printed.
@Suite struct CurvePictureTests {
  @Test func `one rising curve`() {
    #expect(
      PlotFixture.swept(.init("tanh"), from: -6, to: 6).text() == """
            tanh(x) rises from −0.99999 at x = −6 to 0.99999 at x = 6.

            tanh(x)
             1   |                                      ***********************
                 |                                   ***
                 |                                  *
             0.5 |                                 *
                 |                                *
                 |                               *
             0   |                              *
                 |                             *
                 |                            *
            -0.5 |                           *
                 |                          *
                 |                       ***
            -1   |***********************
                 -+---------+---------+---------+---------+---------+---------+
                  -6        -4        -2        0         2         4         6
                                                x
        """)
  }

  @Test func `two curves have marks of their own, and one for where they share a cell`() {
    #expect(
      PlotFixture.swept(.init("sigmoid"), .init("tanh"), from: -6, to: 6).text() == """
            σ(x) rises from 0.00247 at x = −6 to 0.99753 at x = 6.
            tanh(x) rises from −0.99999 at x = −6 to 0.99999 at x = 6.

            * σ(x)   o tanh(x)   & several
             1   |                                      oooo&&&&&&&&&&&&&&&&&&&
                 |                                   o&&****
                 |                                **&*
             0.5 |                             *** o
                 |                         ****   o
                 |                   ******      o
             0   |*******************           o
                 |                             o
                 |                            o
            -0.5 |                           o
                 |                          o
                 |                       ooo
            -1   |ooooooooooooooooooooooo
                 -+---------+---------+---------+---------+---------+---------+
                  -6        -4        -2        0         2         4         6
                                                x
        """)
  }

  @Test func `a curve that spans more than two decades has a logarithmic scale and says so`() {
    #expect(
      PlotFixture.trained(for: 60) { epoch in 0.5 * (0..<Int(epoch)).reduce(1) { value, _ in value * 1.7 } }
        .text() == """
              L rises from 0.85 at epoch 1 to 33566440300051 at epoch 60.

              L (logarithmic scale)
              1e+14 |                                                           *
                    |                                                       ****
                    |                                                   ****
              1e+11 |                                              *****
                    |                                          ****
                    |                                      ****
              1e+08 |                                 *****
                    |                             ****
                    |                         ****
              1e+05 |                    *****
                    |                ****
                    |            ****
              1e+02 |       *****
                    |   ****
                    |***
              1e-01 |
                    -+--------+---------+---------+---------+---------+---------+
                     1        10        20        30        40        50        60
                                                epoch
          """)
  }

  @Test func `an oscillating curve, at 60 columns`() {
    #expect(
      PlotFixture.swept(.init("sin"), from: -6, to: 6).text(width: 60) == """
            sin(x) swings between its lowest, −0.99957 at x = −1.6,
            and its highest, 0.99957 at x = 1.6, turning 4 times; it
            goes from 0.27942 at x = −6 to −0.27942 at x = 6.
            The lowest and the highest are those of the points
            drawn.

            sin(x)
             1   |    ***                      ***
                 |  **   **                   *   **
                 |  *      *                 *      *
             0.5 | *        *               *       *
                 |*         *               *        *
                 |                         *          *
             0   |           *            *            *
                 |            *          *
                 |             *        *               *         *
            -0.5 |              *       *               *        *
                 |              *      *                 *      *
                 |               **   *                   **   **
            -1   |                 ***                      ***
                 -+-------+-------+-------+-------+-------+-------+
                  -6      -4      -2      0       2       4       6
                                          x
        """)
  }

  @Test func `crossing curves in ASCII, at 40 columns`() {
    #expect(
      PlotFixture.swept(.init(PlotFixture.x) { $0 }, .init(.negation(PlotFixture.x)) { -$0 }, from: -1, to: 1)
        .text(width: 40, alphabet: .ascii) == """
              x rises from -1 at x = -1 to 1 at
              x = 1.
              -x falls from 1 at x = -1 to -1 at
              x = 1.

              * x   o -x   & several
               1   |oo                         **
                   | oooo                    ***
                   |    ooo               ***
               0.5 |      ooo           ***
                   |        oooo      ***
                   |           ooo ***
               0   |             &&&
                   |           *** oooo
                   |        ***       ooo
              -0.5 |      ***           ooo
                   |    ***               oooo
                   | ***                     ooo
              -1   |**                         oo
                   -+------+------+------+------+
                    -1    -0.5    0     0.5     1
                                  x
          """)
  }

  @Test func `a picture is not wider on a wide page`() {
    #expect(
      PlotFixture.swept(.init("relu"), from: -2, to: 2).text(width: 120) == """
            relu(x) is 0 up to x = 0 and then rises to 2 at x = 2.

            relu(x)
            2   |                                        *
                |                                      **
                |                                    **
            1.5 |                                   *
                |                                 **
                |                               **
            1   |                              *
                |                            **
                |                          **
            0.5 |                         *
                |                       **
                |                     **
            0   |*********************
                -+----+----+----+----+----+----+----+----+
                 -2  -1.5  -1  -0.5  0   0.5   1   1.5   2
                                     x
        """)
  }

  @Test func `a long training keeps its lowest and highest losses`() {
    #expect(
      PlotFixture.trained(for: 100_000) { epoch in epoch == 77_777 ? 40 : 3 + 9 / epoch }.text(width: 60)
        == """
            L falls from 12 at epoch 1 to 3.00012 at epoch 77776,
            rises to 40 at epoch 77777, and then falls to 3.00009 at
            epoch 100000.

            L
            40 |                                        *
               |
               |
            30 |
               |
               |
            20 |
               |
               |*
            10 |
               |
               |****************************************************
             0 |
               -+---------+---------+----------+---------+---------+
                1       20000     40000      60000     80000  100000
                                       epoch
        """)
  }
}
