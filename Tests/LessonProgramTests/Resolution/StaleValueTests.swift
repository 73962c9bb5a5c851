import LessonTestSupport
import TestSupport
import Testing

@testable import Engine
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct StaleValueTests {
  private static let isStale = "is stale: it has not been worked out since `w` was changed"
  private static let changed = MarkedNote("`w` was changed", at: "⟦w <- 4⟧")

  @Test(arguments: [
    // Every way to read it.
    MarkedLesson("w <- 4\nexplain ⟦y⟧", "`y` \(isStale)", hint: hint, note: changed),
    MarkedLesson("w <- 4\nz = ⟦L⟧ + 1", "`L` \(isStale)", hint: hint, note: changed),
    MarkedLesson("w <- 4\ninput a = ⟦y⟧", "`y` \(isStale)", hint: hint, note: changed),
    MarkedLesson("w <- 4\nexplain ∂⟦L⟧/∂w", "`L` \(isStale)", hint: hint, note: changed),
    MarkedLesson(
      "w <- 4\nexplain ∂(x + ⟦y⟧)/∂x", "`y` \(isStale)", hint: hint, note: changed),
    MarkedLesson("w <- 4\nbackward ⟦L⟧", "`L` \(isStale)", hint: hint, note: changed),
    MarkedLesson(
      "w <- 4\nupdate w to reduce ⟦L⟧ with sgd(rate: 1)",
      "`L` \(isStale)", hint: hint, note: changed),
    MarkedLesson(
      "w <- 4\nexplain local(⟦y⟧, w)", "`y` \(isStale)", hint: hint, note: changed),
    // A group of <- lines is over when something else follows.
    MarkedLesson(
      "w <- 4\nexplain x\nw <- ⟦y⟧", "`y` \(isStale)", hint: hint, note: changed),
    // An update makes values stale, too.
    MarkedLesson(
      "update w to reduce L with sgd(rate: 1)\nexplain ⟦y⟧", "`y` \(isStale)", hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦update w to reduce L with sgd(rate: 1)⟧")),
    // Whoever reads a derivative depends on all that the derivative reads.
    MarkedLesson(
      "g = ∂L/∂x\nw <- 4\nexplain ⟦g⟧",
      "`g` is stale: it has not been worked out since `w` was changed", hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 4⟧")),
    MarkedLesson(
      "g = ∂(2*y)/∂w\nx <- 4\nexplain ⟦g⟧",
      "`g` is stale: it has not been worked out since `x` was changed", hint: hint,
      note: MarkedNote("`x` was changed", at: "⟦x <- 4⟧")),
    MarkedLesson(
      "g = local(L, y)\nw <- 4\nexplain ⟦g⟧",
      "`g` is stale: it has not been worked out since `w` was changed", hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 4⟧")),
    MarkedLesson(
      "g = ∂L/∂c\nw <- 4\nexplain ⟦g⟧",
      "`g` is stale: it has not been worked out since `w` was changed", hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 4⟧")),
    // The first change is told, not the last.
    MarkedLesson(
      "w <- 4\nx <- 1\nexplain ⟦y⟧", "`y` \(isStale)", hint: hint, note: changed),
    // Inputs and targets make values stale like params.
    MarkedLesson(
      "t <- 0\nexplain y\nexplain ⟦L⟧",
      "`L` is stale: it has not been worked out since `t` was changed", hint: hint,
      note: MarkedNote("`t` was changed", at: "⟦t <- 0⟧")),
    // What is defined afterwards, from a changed number, becomes stale with the next change only.
    MarkedLesson(
      "w <- 4\nz = w*x\nexplain z\nw <- 5\nexplain ⟦z⟧",
      "`z` is stale: it has not been worked out since `w` was changed", hint: hint,
      note: MarkedNote("`w` was changed", at: "⟦w <- 5⟧")),
    // After forward all is fresh, and the next change makes it stale again.
    MarkedLesson(
      "w <- 4\nforward\nexplain y\nx <- 5\nexplain ⟦y⟧",
      "`y` is stale: it has not been worked out since `x` was changed", hint: hint,
      note: MarkedNote("`x` was changed", at: "⟦x <- 5⟧")),
  ])
  func `reading a stale value tells what changed it, where, and that forward is missing`(row: MarkedLesson) {
    row.expectErrors()
  }

  private static let hint = "write `forward` above this line"

  @Test func `checks and inline values read values, too`() {
    let fixture = LessonFixture(
      text: """
        ---
        title: A lesson
        ---

        ```calc
        param w = 1
        y = 2*w
        w <- 3
        ```

        It is `= y` now.

        ```check
        y = 2
        w = 3
        ```

        """)
    #expect(
      fixture.errors == """
        lesson.md:11:10: error: `y` is stale: it has not been worked out since `w` was changed
        It is `= y` now.
                 ^
        hint: write `forward` above this line
        lesson.md:8:1: note: `w` was changed here
        w <- 3
        ^~~~~~
        lesson.md:14:1: error: `y` is stale: it has not been worked out since `w` was changed
        y = 2
        ^
        hint: write `forward` above this line
        lesson.md:8:1: note: `w` was changed here
        w <- 3
        ^~~~~~
        """)
  }

  @Test(arguments: [
    // Consts and given numbers that were worked out are worked out once.
    "const k = 2*w\nparam v = 3*w\nw <- 4\nexplain k\nexplain v\nz = k + v + w",
    // Given numbers are read as they now are.
    "w <- 4\nexplain w\nw <- w + 1",
    // What does not depend on the change stays fresh.
    "z = 2*x\nw <- 4\nexplain z\nexplain ∂z/∂w",
    // Forward makes everything fresh.
    "w <- 4\nx <- 1\nforward\nexplain L\nexplain ∂L/∂w\nexplain local(L, y)\nbackward L",
    // A derivative depends on nothing that its formula does not.
    "g = ∂y/∂w\nt <- 4\nexplain g",
  ])
  func `what nothing has changed is fresh`(cell: String) {
    #expect(LessonFixture(NetworkFrame.given + cell).errors.isEmpty)
  }
}
