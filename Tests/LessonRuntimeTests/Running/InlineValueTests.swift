import Algebra
import LessonTestSupport
import Prose
import Testing
import Transcript

@testable import Engine
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct InlineValueTests {
  /// The numbers that a paragraph with `` `= expression` `` shows.
  private func numbers(_ expressions: [String], settings: String = "") -> [String] {
    let text = expressions.map { "`= \($0)`" }.joined(separator: " and ")
    let fixture = LessonFixture(
      text: """
        ---
        title: A lesson
        \(settings)---

        ```calc
        input x = 0.50, y = -2
        param w = 1/3
        z = w*x
        ```

        They are \(text).

        """)
    #expect(fixture.errors.isEmpty)
    guard case .prose(let block)? = fixture.run.transcript.parts.last else { return [] }
    var found: [String] = []
    _ = block.map { number in found.append(number.text ?? "no digits") }
    return found
  }

  @Test func `typed numbers are shown as typed, computed ones with the decimals`() {
    #expect(
      numbers(["x", "y", "w", "z", "2*z", "1 + 1", "0.50", "-3.0", "pi", "∂z/∂x", "local(z, w)", "z - z"])
        == [
          "0.50", "-2", "0.33333", "0.16667", "0.33333", "2", "0.50", "-3.0", "3.14159", "0.33333", "0.5",
          "0",
        ])
  }

  @Test func `settings of the lesson hold`() {
    #expect(numbers(["w", "z"], settings: "decimals: 3\nrounding: truncated\n") == ["0.333", "0.166"])
  }

  @Test func `a value is the one at its place`() {
    let fixture = LessonFixture(
      text: """
        ---
        title: A lesson
        ---

        ```calc
        param w = 1
        y = 2*w
        ```

        First `= y`.

        ```calc
        w <- 5
        forward
        ```

        Then `= y`.

        """)
    var found: [String] = []
    for case .prose(let block) in fixture.run.transcript.parts {
      _ = block.map { found.append($0.text ?? "") }
    }
    #expect(found == ["2", "10"])
  }
}
