import Diagnostics
import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct LessonTests {
  @Test func `errors of settings, syntax and names are told together, in the order of the file`() {
    let fixture = LessonFixture(
      text: """
        ---
        title: A lesson
        decimal: 3
        needs: nowhere, here
        ---

        ```calc
        input x = 1, x = 2
        y = (x + 1
        z = x + q
        ```

        The value `= r + ` and `= s`.

        ```check
        x == 1
        u = 2
        ```

        ```calc
        explain v
        ```

        """, knownLessons: ["here", "anywhere"])
    #expect(
      fixture.errors == """
        lesson.md:3:1: error: there is no key `decimal`
        decimal: 3
        ^~~~~~~
        hint: did you mean `decimals`?
        lesson.md:4:8: error: there is no lesson `nowhere` in this course
        needs: nowhere, here
               ^~~~~~~
        hint: did you mean `anywhere`?
        lesson.md:8:14: error: `x` is defined twice
        input x = 1, x = 2
                     ^
        hint: to change it write `x <- …`; what is another thing takes another name
        lesson.md:8:7: note: first defined here
        input x = 1, x = 2
              ^
        lesson.md:9:5: error: this `(` is never closed
        y = (x + 1
            ^
        lesson.md:10:9: error: `q` is not defined above
        z = x + q
                ^
        lesson.md:13:16: error: a value is missing behind `+`
        The value `= r + ` and `= s`.
                       ^
        lesson.md:13:27: error: `s` is not defined above
        The value `= r + ` and `= s`.
                                  ^
        lesson.md:16:3: error: a check is written with one `=`
        x == 1
          ^~
        lesson.md:17:1: error: `u` is not defined above
        u = 2
        ^
        lesson.md:21:9: error: `v` is not defined above
        explain v
                ^
        """)
    #expect(fixture.run.transcript.parts.isEmpty)
  }

  @Test func `a lesson that is needed must be in the course`() {
    let text = "---\ntitle: A lesson\nneeds: lesson-two\n---\n"
    #expect(
      LessonFixture(text: text, knownLessons: ["lesson-one", "lesson-tow"]).errors == """
        lesson.md:3:8: error: there is no lesson `lesson-two` in this course
        needs: lesson-two
               ^~~~~~~~~~
        hint: did you mean `lesson-tow`?
        """)
    #expect(LessonFixture(text: text, knownLessons: ["lesson-two"]).errors.isEmpty)
    #expect(LessonFixture(text: text, knownLessons: nil).errors.isEmpty)
  }

  @Test(arguments: [
    // In one cell, in many, in running text, in checks; of meaning and of syntax.
    "```calc\n" + String(repeating: "explain q\n", count: 250) + "```\n",
    String(repeating: "```calc\nexplain q\n```\n\n", count: 250),
    String(repeating: "Here `= q` stands.\n", count: 250),
    "```check\n" + String(repeating: "q = 1\n", count: 250) + "```\n",
    "```calc\n" + String(repeating: "explain )\n", count: 250) + "```\n",
    "```calc\ny = q" + String(repeating: " + q", count: 250) + "\n```\n",
    "```calc\nparam w = 1\nupdate w" + String(repeating: ", q", count: 250)
      + " to reduce w with sgd(1)\n```\n",
  ])
  func `at most a hundred errors are told`(cells: String) {
    let lesson = LessonFixture(text: "---\ntitle: A lesson\n---\n\n" + cells).lesson
    #expect(lesson.diagnostics.count == 100)
  }

  @Test func `the first errors of the file are the ones that are told`() {
    let many = String(repeating: "explain q\n", count: 150)
    let fixture = LessonFixture("explain (", "input x = 1\nexplain X\n" + many, many + "explain )")
    let first = fixture.lesson.diagnostics.map { fixture.file.location(of: $0.range?.lowerBound ?? 0).line }
    #expect(Array(first.prefix(3)) == [6, 13, 14])
    #expect(first == first.sorted())
    #expect(first.last == 111)
  }

  @Test func `one mistake gives one message`() {
    // What is used below is defined all the same, as far as it goes.
    let fixture = LessonFixture("z = q + 1\ny = z + 1\nexplain ∂y/∂z\nbackward y")
    #expect(
      fixture.errors == """
        lesson.md:6:5: error: `q` is not defined above
        z = q + 1
            ^
        """)
  }

  @Test func `all given numbers can be set, and no formula`() {
    let fixture = LessonFixture("input a = 1, b = 2\ny = a", "target t = 1\nconst c = a\nparam d = c")
    #expect(fixture.lesson.settableNames == ["a", "b", "t", "c", "d"])
  }

  @Test func `a lesson says its name, title and sources`() {
    let text = "---\ntitle: On sums\nsource: One, \"Two\"\nsource: Three\n---\n\nText.\n"
    let transcript = LessonFixture(text: text).run.transcript
    #expect(transcript.lesson == "lesson")
    #expect(transcript.title == "On sums")
    #expect(transcript.sources == ["One, \"Two\"", "Three"])
    #expect(transcript.parts.count == 1)
  }
}
