import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// Curves that are hard to draw.
@Suite struct CurveEdgeTests {
  @Test func `a constant stands in the middle of its axis`() {
    #expect(
      PlotFixture.trained(for: 10) { _ in 0.5 }.text(width: 20) == """
            L is 0.5
            everywhere.

            L
            0.8 |
                |
                |
                |
                |
            0.6 |
                |
                |**********
                |
                |
            0.4 |
                |
                |
                |
                |
            0.2 |
                -+--+--+--+
                 1  4  7  10
                   epoch
        """)
  }

  @Test func `a single point is words alone`() {
    #expect(
      PlotFixture.trained(for: 1) { _ in 0.5 }.text() == """
            L is 0.5 at epoch 1.
            No picture: one point on the horizontal axis makes no curve.
        """)
  }

  @Test func `what has no value anywhere is words alone`() {
    #expect(
      PlotFixture.swept(.init("ln"), from: -6, to: -1).text() == """
            ln(x) has no value from x = −6 to x = −1.
            No picture: there is no value to draw.
        """)
  }

  @Test func `gaps are left open and named`() {
    #expect(
      PlotFixture.swept(.init("ln"), from: -2, to: 2).text(width: 40) == """
            ln(x) rises from −2.30259 at x = 0.1
            to 0.69315 at x = 2.
            ln(x) has no value from x = −2 to
            x = 0.

            ln(x)
             1 |
               |                      ***
               |                   ****
             0 |                 ***
               |                **
               |               **
            -1 |              *
               |              *
               |             *
            -2 |
               |             *
               |
            -3 |
               -+-----+-----+-----+-----+
                -2    -1    0     1     2
                            x
        """)
  }

  @Test func `between the two sides of a gap nothing rises`() {
    #expect(
      PlotFixture.swept(.init(named: "y") { $0 == 0 ? nil : 1 / $0 }, from: -6, to: 6).text(width: 60) == """
            y is between its lowest, −5 at x = −0.2, and its
            highest, 5 at x = 0.2; it goes from −0.16667 at x = −6
            to 0.16667 at x = 6.
            y has no value at x = 0.
            The lowest and the highest are those of the points
            drawn.

            y
             5 |                         *
               |
               |
               |                          *
               |
               |                          **
               |                            ********
             0 |**************                      *************
               |              *******
               |                     **
               |                      *
               |
               |
               |
            -5 |                       *
               -+-------+-------+-------+-------+-------+-------+
                -6      -4      -2      0       2       4       6
                                        x
        """)
  }

  @Test func `a tiny range around a number has labels that tell its ends apart`() {
    #expect(
      PlotFixture.swept(.init(named: "y") { 0.1 + 1e-13 * $0 }, from: -5, to: 5).text() == """
            y rises from 0.100000000000 at x = −5 to 0.100000000001 at x = 5.

            y
            0.100000000001  |
                            |
                            |
                            |
                            |
            0.1000000000005 |                                                ***
                            |                                           *****
                            |                                      *****
                            |                                 *****
                            |                            *****
            0.1             |                       *****
                            |                  *****
                            |             *****
                            |        *****
                            |   *****
            0.0999999999995 |***
                            -+----+----+----+----+----+----+----+----+----+----+
                             -5   -4   -3   -2   -1   0    1    2    3    4    5
                                                      x
        """)
  }

  @Test func `a tiny range of places has labels that tell its ends apart`() {
    #expect(
      PlotFixture.swept(.init(PlotFixture.x) { $0 }, from: 0.1, to: 0.1 + 1e-12).text() == """
            x rises from 0.1 at x = 0.1 to 0.100000000001 at x = 0.100000000001.

            x
            0.1000000000015 |
                            |
                            |
                            |
                            |
            0.100000000001  |                                                       ****
                            |                                                 ******
                            |                                            *****
                            |                                      ******
                            |                                ******
            0.1000000000005 |                          ******
                            |                     *****
                            |               ******
                            |         ******
                            |   ******
            0.1             |***
                            -+---------------------------------------------------------+
                            0.1                                           0.100000000001
                                                          x
        """)
  }

  @Test func `huge numbers`() {
    #expect(
      PlotFixture.swept(.init(named: "y") { 1e300 * $0 }, from: -5, to: 5).text(width: 60) == """
            y rises from −5e+300 at x = −5 to 5e+300 at x = 5.

            y
             5e+300 |                                       **
                    |                                    ***
                    |                                  **
                    |                              ****
                    |                           ****
                    |                         **
                    |                      ***
             0      |                   ***
                    |                ***
                    |              **
                    |          ****
                    |       ****
                    |     **
                    |  ***
            -5e+300 |**
                    -+---+---+---+---+---+---+---+---+---+---+
                     -5  -4  -3  -2  -1  0   1   2   3   4   5
                                         x
        """)
  }

  @Test func `the largest numbers there are`() {
    #expect(
      PlotFixture.swept(.init(named: "y") { $0 }, from: -1.7e308, to: 1.7e308).text(width: 60) == """
            y rises from −1.7e+308 at x = −1.7e+308 to 1.7e+308 at
            x = 1.7e+308.

            y
             1.7e+308 |                                           **
                      |                                        ***
                      |                                     ***
                      |                                  ***
                      |                               ***
                      |                            ***
                      |                         ***
                      |                      ***
                      |                   ***
                      |                ***
                      |             ***
                      |          ***
                      |       ****
                      |    ****
                      | ****
            -1.7e+308 |**
                      -+-------------------------------------------+
                   -1.7e+308                                1.7e+308
                                             x
        """)
  }

  @Test func `only negative numbers, at 20 columns`() {
    #expect(
      PlotFixture.swept(.init(named: "y") { -7 - $0 * $0 }, from: 0, to: 1).text(width: 20) == """
            y falls from −7
            at x = 0 to −8
            at x = 1.

            y
            -7   |***
                 |  **
                 |   **
            -7.2 |    *
                 |     *
                 |     *
            -7.4 |      *
                 |      *
                 |      **
            -7.6 |       *
                 |       *
                 |        *
            -7.8 |        *
                 |        *
                 |         *
            -8   |         *
                 -+--------+
                  0        1
                      x
        """)
  }

  @Test func `a picture that does not fit is words alone`() {
    #expect(
      PlotFixture.swept(.init(named: "y") { 0.1 + 1e-13 * $0 }, from: -5, to: 5).text(width: 20) == """
            y rises from
            0.100000000000
            at x = −5 to
            0.100000000001
            at x = 5.

            No picture: it
            needs 25
            columns, and
            here are 16.
        """)
  }
}
