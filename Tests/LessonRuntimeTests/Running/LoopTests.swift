import Algebra
import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers

/// Commands that are carried out again and again, with all their steps on the page.
@Suite struct LoopTests {
  @Test(arguments: [
    WorkedRows(
      """
      repeat 2 times   # twice
        w <- w + 1   # up
        # again
        forward
        explain y
      end
      explain L
      """,
      """
      # twice
      pass 1 of 2

      w ← w + 1 = 2 + 1 = 3                               # up
      w ← 3 (was 2)

      # again
      name   before   now
      y      2        3
      L      0        1

      y = w·x = 3·1 = 3

      pass 2 of 2

      w ← w + 1 = 3 + 1 = 4                               # up
      w ← 4 (was 3)

      # again
      name   before   now
      y      3        4
      L      1        4

      y = w·x = 4·1 = 4

      y = w·x = 4·1 = 4

      L = (y − t)²
        = (4 − 2)²
        = 2²
        = 4
      """),
    WorkedRows("repeat 1 times\nend", "pass 1 of 1"),
    WorkedRows(
      "repeat 0 times\n  w <- 9\nend\nexplain w", "w = 2                                               given"),
    WorkedRows(
      "repeat c - 3 times\n  w <- 9\nend",
      "pass 1 of 2\n\nw ← 9 (was 2)\n\npass 2 of 2\n\nw ← 9 (was 9)"),
  ])
  func `each pass is told, and each of its steps`(row: WorkedRows) { row.expectWorking() }

  @Test(arguments: [
    // Behind the last row the inputs have their numbers back, as they were typed.
    WorkedRows(
      """
      x <- 0.50
      for row of d  # all rows
        explain row*x + t
      end
      explain x + t
      """,
      """
      x ← 0.50 (was 1)

      # all rows
      row 1 of d
        x = 1   t = 2

      row·x + t = 1·1 + 2
                = 1 + 2
                = 3

      row 2 of d
        x = 2   t = 3

      row·x + t = 2·2 + 3
                = 4 + 3
                = 7

      row 3 of d
        x = −3   t = −6.50

      row·x + t = 3·(−3) + (−6.50)
                = −9 + (−6.50)
                = −15.5

      x + t = 0.50 + 2 = 2.5
      """),
    // Params keep theirs, and what the loop sets of a row is gone with it.
    WorkedRows(
      "for row of d\n  w <- w + x\n  x <- 7\nend\nexplain w + x",
      """
      row 1 of d
        x = 1   t = 2

      w ← w + x = 2 + 1 = 3
      w ← 3 (was 2)

      x ← 7 (was 1)

      row 2 of d
        x = 2   t = 3

      w ← w + x = 3 + 2 = 5
      w ← 5 (was 3)

      x ← 7 (was 2)

      row 3 of d
        x = −3   t = −6.50

      w ← w + x = 5 + (−3) = 2
      w ← 2 (was 5)

      x ← 7 (was −3)

      w + x = 2 + 1 = 3
      """),
  ])
  func `rows set the inputs and targets that bear the names of columns`(row: WorkedRows) {
    row.expectWorking()
  }

  @Test func `a column sets no param, no const and no formula of its name`() {
    let lesson = LessonFixture(
      text: """
        ---
        title: A lesson
        ---

        ```data d
        x, w, c, y
        1, 100, 100, 100
        2, 200, 200, 200
        ```

        ```calc
        input x from d
        param w = 2
        const c = 5
        y = w*x + c
        for row of d
          forward
          record x, w, c, y
        end
        explain w + c
        table x, w, c, y over d
        table sum(x over d), sum(w over d), sum(c over d), sum(y over d)
        ```
        """)
    #expect(lesson.errors.isEmpty)
    #expect(
      lesson.working().hasSuffix(
        """
        x   w   c   y
        1   2   5   7
        2   2   5   9

        w + c = 2 + 5 = 7

        x   w   c   y
        1   2   5   7
        2   2   5   9

        sum(x over d)   sum(w over d)   sum(c over d)   sum(y over d)
        3               4               10              16
        """))
  }

  @Test(arguments: [
    // It is asked behind each pass, not before the first.
    WorkedRows(
      "repeat 3 times until w > 1\n  w <- w - 1\nend",
      "pass 1 of 3\n\nw ← w − 1 = 2 − 1 = 1\nw ← 1 (was 2)\n\npass 2 of 3\n\nw ← w − 1 = 1 − 1 = 0\nw ← 0 (was 1)"
        + "\n\npass 3 of 3\n\nw ← w − 1 = 0 − 1 = −1\nw ← −1 (was 0)\n\nafter 3 passes it still is not so that w > 1"
    ),
    WorkedRows(
      "repeat 1000000000 times until w > 1\n  w <- 3\nend",
      "pass 1 of 1000000000\n\nw ← 3 (was 2)\n\nstopped after 1 pass, because w > 1"),
    WorkedRows(
      "repeat 1 times until w > 3\nend", "pass 1 of 1\n\nafter 1 pass it still is not so that w > 3"),
    WorkedRows("repeat 0 times until w == 2\nend", "after 0 passes it still is not so that w == 2"),
    // What a pass has worked out is read, though it was stale before the first.
    WorkedRows(
      "w <- 4\nrepeat 2 times until y == 4 and not L < 0\n  forward\nend",
      """
      w ← 4 (was 2)

      pass 1 of 2

      name   before   now
      y      2        4
      L      0        4

      stopped after 1 pass, because y == 4 and not L < 0
      """),
    WorkedRows(
      "repeat 9 times until sum(L over d) > 30\n  w <- w/2\n  record w, sum(L over d)\nend",
      """
      w     sum(L over d)
      1     14.25
      0.5   31.25

      stopped after 2 passes, because sum(L over d) > 30
      """),
  ])
  func `a loop ends where its condition holds after a pass`(row: WorkedRows) { row.expectWorking() }

  @Test func `loops nest, each with its own passes and rows`() {
    #expect(
      RowsLesson.lastTable(
        """
        repeat 2 times
          for a of d
            for b of d
              record a, b, x
            end
            record a, x
          end
          w <- w + 1
          record w
        end
        """) == [["3"], ["4"]])
    let working = RowsLesson.working(
      "for a of d\n  for b of d\n    record a, b, x\n  end\n  record a, x\nend")
    // The inner loop gives the outer row back.
    #expect(
      working == """
        a   b   x
        1   1    1
        1   2    2
        1   3   −3
        2   1    1
        2   2    2
        2   3   −3
        3   1    1
        3   2    2
        3   3   −3

        a   x
        1    1
        2    2
        3   −3
        """)
  }

  @Test func `a row's name is free again behind its loop`() {
    let fixture = RowsLesson.fixture(
      "for row of d\n  forward\nend\nfor row of d\n  forward\nend\nrow = 2*w\nexplain row\nforward")
    #expect(fixture.errors.isEmpty)
    #expect(fixture.working().contains("row = 2·w = 2·2 = 4"))
  }

  @Test func `a loop does what its statements do when they are written out`() {
    // The rule of the perceptron, by a loop and by hand.
    let rule = "forward\nw <- w + 0.1*(t - y)*x\nx <- x + 0\n"
    let looped = RowsLesson.lastTable("repeat 2 times\n\(rule)end\nforward\ntable w, y, L, ∂L/∂w")
    let written = RowsLesson.lastTable(rule + rule + "forward\ntable w, y, L, ∂L/∂w")
    #expect(looped == written)
    var w = 2.0
    for (x, t) in [(1.0, 2.0), (2, 3), (-3, -6.5), (1, 2), (2, 3), (-3, -6.5)] {
      w += 0.1 * (t - w * x) * x
    }
    let table = RowsLesson.lastTable(
      "repeat 2 times\n  for row of d\n    forward\n    w <- w + 0.1*(t - y)*x\n  end\nend\ntable w")
    #expect(table == [[NumberStyle(decimals: 5, shortening: .rounded).number(w).text ?? ""]])
  }

  @Test func `an optimizer that is named goes on where it was, pass after pass`() {
    let looped = RowsLesson.lastTable(
      "optimizer o = momentum(0.1)\nrepeat 3 times\n  w <- w + 1\n  forward\n  update w to reduce L with o\nend\ntable w"
    )
    let step = "w <- w + 1\nforward\nupdate w to reduce L with o\n"
    let written = RowsLesson.lastTable("optimizer o = momentum(0.1)\n" + step + step + step + "table w")
    #expect(looped == written)
  }

  // MARK: What is shown

  @Test(arguments: [
    // The statements around a record stay quiet, and the table stands at the end of the outermost loop.
    WorkedRows(
      """
      repeat 2 times  # learn
        for row of d
          forward
          explain y
          table x, y
          w <- w + 0.1*(t - y)*x
          record row, x, t, y, w  # a row
        end
      end
      explain x + t
      """,
      """
      # learn
      row   x    t       y         w
      1      1    2       2        2
      2      2    3       4        1.8
      3     −3   −6.50   −5.4      2.13
      1      1    2       2.13     2.117
      2      2    3       4.234    1.8702
      3     −3   −6.50   −5.6106   2.13702

      x + t = 1 + 2 = 3
      """),
    // Values as they were last worked out, stale or not.
    WorkedRows("repeat 2 times\n  w <- w - 1\n  record w, y\nend", "w   y\n1   2\n0   2"),
    // A derivative is no number that was typed: it is shown with the lesson's digits.
    WorkedRows("repeat 1 times\n  w <- 2.1\n  forward\n  w <- ∂L/∂w\n  record w\nend", "w\n0.2"),
    WorkedRows(
      "repeat 0 times\n  record w\nend\nexplain w",
      "w = 2                                               given"),
    WorkedRows(
      "repeat 0 times until w == 3\n  record w\nend", "after 0 passes it still is not so that w == 3"),
    // One loop that records, and one that does not.
    WorkedRows(
      "repeat 1 times\n  w <- 3\n  record w\nend\nrepeat 1 times\n  w <- 4\nend",
      "w\n3\n\npass 1 of 1\n\nw ← 4 (was 3)"),
  ])
  func `a loop that records is quiet, and prints its tables at its end`(row: WorkedRows) {
    row.expectWorking()
  }

  @Test func `of many rows that are recorded the first and the last are shown`() {
    func table(_ count: Int) -> [[String]] {
      RowsLesson.lastTable("repeat \(count) times\n  w <- w + 1\n  record w, y\nend")
    }
    #expect(table(100) == (1...100).map { ["\($0 + 2)", "2"] })
    let long = table(101)
    #expect(long.count == 101)
    #expect(long.prefix(90) == (1...90).map { ["\($0 + 2)", "2"] }[...])
    #expect(long[90] == ["…", "…"])
    #expect(long.suffix(10) == (92...101).map { ["\($0 + 2)", "2"] }[...])
  }
}
