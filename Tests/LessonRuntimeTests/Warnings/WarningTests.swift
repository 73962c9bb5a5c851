import Diagnostics
import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers

@Suite struct WarningTests {
  /// The warnings about a lesson with `text` below a small cell.
  private func warnings(_ text: String) -> [String] {
    let fixture = LessonFixture(
      text: """
        ---
        title: A lesson
        ---

        ```calc
        input x = 0.5, n = 3
        param w = 0.25
        y = w*x + 0.285
        z = tanh(y)
        ```

        \(text)

        """)
    #expect(fixture.errors.isEmpty)
    return fixture.lesson.warnings(about: fixture.run.transcript).map { $0.text(in: fixture.file) }
  }

  @Test(arguments: [
    // Computed numbers, rounded, cut off, with fewer and with more digits than are shown.
    ("The result is 0.38847.", "z"), ("It is 0.388 by rounding.", "z"), ("About 0.3884 or so.", "z"),
    ("It begins with 0.388473.", "z"), ("It is −0.388 less.", "z"),
    // Short ones.
    ("The sum is 0.41.", "y"), ("It is 0.410 now.", "y"),
    // A given number, where its name stands before it.
    ("Here w is 0.25 and no more.", "w"), ("With x = 0.5 this holds.", "x"), ("So n = 3 is odd.", "n"),
    // In a question.
    ("```ask\nIs z = 0.388 right?\nanswer: 1\n```", "z"),
    ("```ask\nHow much?\nanswer: z/2\ndigits: 3\nhint: half of 0.38847\n```", "z"),
    ("```ask\nHow much?\nanswer: z/2\ndigits: 3\nbecause: it is 0.194\n```", "z/2"),
    ("```ask\nHow much?\n- [x] 0.388\n- [ ] less -- 0.388 is more\n```", "z"),
  ])
  func `a typed number that the lesson computes is warned of, with the value that shows it`(
    text: String, value: String
  ) throws {
    let found = warnings(text)
    let first = try #require(found.first)
    #expect(first.contains("warning: 0.") || first.contains("warning: 3"))
    #expect(first.contains("as inline code that begins with `=` it changes along: `= \(value)`; "))
  }

  @Test(arguments: [
    "The lecture prints `0.38847`.", "It is `= z`.", "Take a rate of 0.5, or 0.25.", "There are 3 inputs.",
    "It is 0.39.", "It is 0.389.", "It is 0.4.", "It is 0.387.", "A number such as 388 or 0.00388.",
    "w is 0.26.",
    "```text\n0.38847\n```", "<!-- 0.38847 -->", "z is 0.",
  ])
  func `quotations, inline values, small numbers and other numbers are not warned of`(text: String) {
    #expect(warnings(text) == [])
  }

  @Test func `a mark of emphasis beside a digit is warned of, in prose and in questions`() {
    #expect(
      warnings("Twice that is 2*y + 7*y.") == [
        """
        lesson.md:12:16: warning: this mark of emphasis stands beside a digit: it is not shown, and sets off what follows
        Twice that is 2*y + 7*y.
                       ^
        hint: a multiplication is written `·`, or stands in backquotes; a backslash before the mark shows it
        """,
        """
        lesson.md:12:22: warning: this mark of emphasis stands beside a digit: it is not shown, and sets off what follows
        Twice that is 2*y + 7*y.
                             ^
        hint: a multiplication is written `·`, or stands in backquotes; a backslash before the mark shows it
        """,
      ])
    #expect(warnings("```ask\nIs 2*y + 7*y one?\n- [x] yes\n- [ ] no\n```").count == 2)
    #expect(warnings("It is 0.7*1.5 - 0.3*2.") == [])
  }

  @Test func `there are at most a hundred warnings, in reading order`() {
    let found = warnings(String(repeating: "It is 0.38847. ", count: 300))
    #expect(found.count == 100)
    #expect(found.first?.hasPrefix("lesson.md:12:7: ") == true)
  }
}
