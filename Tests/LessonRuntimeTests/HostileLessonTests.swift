import Algebra
import Diagnostics
import LessonTestSupport
import Prose
import Rendering
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

/// Lessons that nobody writes. Each ends at once, in a clear error or in text that does no harm; these sizes are ones that
/// would take minutes if the work grew with their square.
@Suite struct HostileLessonTests {
  /// What is printed of a lesson, which must have no error.
  private func printed(_ cell: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> String {
    let run = LessonFixture(cell).run
    #expect(run.diagnostics.isEmpty, sourceLocation: sourceLocation)
    return TextRenderer().text(of: run.transcript)
  }

  private func list(_ count: Int, separator: String, _ item: (Int) -> String) -> String {
    (0..<count).map(item).joined(separator: separator)
  }

  @Test func `sums and products of very many terms are worked out`() {
    let sum = "y = x" + String(repeating: " + x", count: 10_000)
    #expect(printed("input x = 2\n\(sum)").contains("= 20002"))
    let product = "y = x" + String(repeating: "*x", count: 10_000)
    #expect(printed("input x = -1\n\(product)").contains("= −1"))
    // Its own derivative, too: of one name that occurs often, and of many names that occur once.
    #expect(printed("input x = 2\n\(sum)\nexplain ∂y/∂x\nbackward y").contains("∂y/∂x = 10001"))
    let names = list(2000, separator: ", ") { "w\($0) = 0.5" }
    let squares = list(2000, separator: " + ") { "w\($0)^2" }
    #expect(
      printed("param \(names)\ny = \(squares)\nbackward y").contains(
        "∂y/∂w1999 = ∂y/∂y·2·w1999 = 1·2·0.5 = 1"))
  }

  @Test(arguments: ["*", " + ", ", "])
  func `each of thousands of derivatives mentions all the other names`(separator: String) {
    let names = list(1_500, separator: ", ") { "w\($0) = 1" }
    let list = list(1_500, separator: separator) { "w\($0)" }
    let formula = separator == ", " ? "max(\(list))" : "(\(list))^2"
    let text = printed("param \(names)\ny = \(formula)\nbackward y\nexplain ∂y/∂w0")
    #expect(text.contains("more like these; any of them: explain ∂y/∂w"))
    #expect(text.contains("∂y/∂w0 = "))
  }

  @Test func `very many names are found`() {
    let names = list(2_000, separator: "\n") { "param w\($0) = 0.5" }
    #expect(printed("\(names)\ny = w0 + w1999").contains("0.5 + 0.5 = 1"))
    // And each that is not there is told, with the nearest, a hundred times.
    let unknown = LessonFixture("\(names)\n" + list(1000, separator: "\n") { "explain v\($0)" })
    #expect(unknown.lesson.diagnostics.count == 100)
    let inOneFormula = LessonFixture("\(names)\ny = " + list(1000, separator: " + ") { "v\($0)" })
    #expect(inOneFormula.lesson.diagnostics.count == 100)
  }

  @Test func `a long chain is explained and gone back`() {
    let chain = list(2000, separator: "\n") { $0 == 0 ? "v0 = w + 0.5" : "v\($0) = 0.5*v\($0 - 1) + 1" }
    let text = printed("param w = 1\n\(chain)\nexplain v1999\nexplain ∂v1999/∂v1998\nbackward v1999")
    #expect(text.contains("∂v1999/∂v1998 = 0.5\n"))
    #expect(text.contains("v1999 = 0.5·v1998 + 1"))
  }

  @Test func `layers that are all connected are gone back`() {
    // 12 layers of 12 values: 12 to the power of 11 paths.
    let layers = (1..<12).flatMap { layer in
      (0..<12).map { to in "h\(layer)_\(to) = " + list(12, separator: " + ") { "h\(layer - 1)_\($0)/12" } }
    }
    let inputs = list(12, separator: ", ") { "h0_\($0) = \($0)" }
    let text = printed(
      "input \(inputs)\n\(layers.joined(separator: "\n"))\nexplain ∂h11_0/∂h0_0\nbackward h11_0")
    #expect(text.contains("h0_0 reaches h11_0 by 61,917,364,224 paths:"))
    #expect(text.contains("∂h11_0/∂h0_0"))
  }

  @Test func `two hundred levels are worked out`() {
    let tower = "y = " + String(repeating: "(x + 1/", count: 95) + "x" + String(repeating: ")", count: 95)
    #expect(printed("input x = 2\n\(tower)").contains("= 2.41421"))
    let calls = "y = " + String(repeating: "tanh(", count: 190) + "x" + String(repeating: ")", count: 190)
    #expect(printed("input x = 2\n\(calls)\nbackward y").contains("∂y/∂x"))
  }

  @Test func `a number is changed and worked out again very often`() {
    let formulas = list(100, separator: "\n") { $0 == 0 ? "f0 = w*w" : "f\($0) = f\($0 - 1) + w" }
    let steps = String(repeating: "w <- w\nforward\n", count: 500)
    #expect(printed("param w = 0.5\n\(formulas)\n\(steps)").contains("forward: no value has changed"))
    let descent = String(repeating: "update w to reduce y with sgd(rate: 0.1)\nforward\n", count: 250)
    #expect(printed("param w = 1\ny = w^2\n\(descent)").contains("w ← "))
  }

  @Test func `very many inline values are worked out`() {
    let text =
      "---\ntitle: A lesson\n---\n\n```calc\nparam w = 0.5\ny = w^2\n```\n\n"
      + list(2500, separator: " ") { _ in "`= ∂y/∂w + 1`" } + "\n"
    let fixture = LessonFixture(text: text)
    #expect(fixture.errors.isEmpty)
    guard case .prose(let block)? = fixture.run.transcript.parts.last else {
      Issue.record("the lesson does not end with prose")
      return
    }
    var texts: [String] = []
    _ = block.map { texts.append($0.text ?? "") }
    #expect(texts == [String](repeating: "2", count: 2500))
  }

  @Test func `a file of ten million bytes is read`() {
    let comments = String(repeating: "# \(String(repeating: "x", count: 997))\n", count: 9990)
    let fixture = LessonFixture("input x = 1\n\(comments)y = x + 1")
    #expect(fixture.file.bytes.count > 9_900_000)
    #expect(fixture.errors.isEmpty)
  }

  /// What is printed of a lesson with one ask cell, which must have no error.
  private func asked(_ cell: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> String {
    let fixture = QuestionTests.fixture(cell)
    let run = fixture.run
    #expect(
      run.diagnostics.map { $0.text(in: fixture.file) } == [], sourceLocation: sourceLocation)
    return TextRenderer().text(of: run.transcript)
  }

  @Test func `very many hints, mistakes, choices and questions are shown`() {
    #expect(
      asked("q\nanswer: y\n" + list(1500, separator: "\n") { _ in "hint: a `= y`" }).contains(
        "Hint 1500: "))
    let mistakes = asked("q\nanswer: y\n" + list(1500, separator: "\n") { "mistake: \($0 + 1) -- b" })
    #expect(mistakes.contains("\n    1500\n"))
    #expect(
      asked("q\n" + list(1500, separator: "\n") { _ in "- [x] a -- b" }).contains("\nber) is right: a\n"))
    let cells = list(1000, separator: "\n```\n```ask\n") { _ in "q\nanswer: y\nmistake: w" }
    #expect(asked(cells).contains("\nQuestion 1000\n"))
  }

  @Test func `very many mistakes that cannot be told apart are one error`() {
    let fixture = QuestionTests.fixture("q\nanswer: y\n" + String(repeating: "mistake: 7\n", count: 3000))
    #expect(
      fixture.errors
        == """
        lesson.md:17:10: error: this mistake cannot be told from another: both are 7
        mistake: 7
                 ^
        lesson.md:16:10: note: the other stands here
        mistake: 7
                 ^
        """.replacing(": both", with: " at 5 decimals: both"))
  }

  @Test func `deep expressions in questions are worked out or refused`() {
    let tower = String(repeating: "tanh(", count: 190) + "x" + String(repeating: ")", count: 190)
    #expect(asked("q\nanswer: \(tower)\nmistake: 2*\(tower) -- twice").contains("= 0.17708\n"))
    for opening in ["(", "2^", "∂("] {
      let deep = String(repeating: opening, count: 20_000)
      let fixture = QuestionTests.fixture("q `= \(deep)y`\nanswer: \(deep)y\nmistake: \(deep)y")
      #expect(Set(fixture.lesson.diagnostics.map(\.message)) == ["this nests deeper than 200 levels"])
    }
  }

  @Test func `enormous and tiny answers are asked for`() {
    #expect(asked("q\nanswer: 1e300*w").contains("= 3e+300"))
    #expect(asked("q\nanswer: w*1e-300\ndigits: 12").contains("accepted: 0.000000000000"))
    #expect(
      asked("q\nanswer: 123456789012.345*w/3\ndigits: 12").contains("accepted: 123456789012.350000000000"))
    #expect(!QuestionTests.fixture("q\nanswer: 1e300*1e300").errors.isEmpty)
  }

  // MARK: - Text

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every kind of line end gives the same`(lineEnd: String) {
    let text = """
      ---
      title: A lesson
      decimals: 3
      ---

      Some *text*.

      ```calc
      input x = 1  # one
      y = x/3 +
        1
      ```

      ```check
      y = 1.333 -- a note
      ```

      """
    let expected = TextRenderer().text(of: LessonFixture(text: text).run.transcript)
    let other = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
    for mark in ["", "\u{FEFF}"] {
      let fixture = LessonFixture(text: mark + other)
      #expect(fixture.errors.isEmpty)
      #expect(TextRenderer().text(of: fixture.run.transcript) == expected)
    }
  }

  @Test func `an error behind a byte-order mark and other line ends has its place`() {
    let fixture = LessonFixture(text: "\u{FEFF}---\r\ntitle: A\r\n---\r\n\r\n```calc\r\ny = q\r\n```\r\n")
    #expect(fixture.errors == "lesson.md:6:5: error: `q` is not defined above\ny = q\n    ^")
  }

  @Test func `what is not UTF-8 is refused`() {
    #expect {
      try SourceFile(name: "lesson.md", bytes: Array("---\ntitle: A\n---\n\n".utf8) + [0xC3, 0x28])
    } throws: { error in
      let message = "this file is not UTF-8 text: line 5 has a byte that is no part of a character"
      return (error as? Diagnostic)?.message == message
    }
  }

  /// Escape sequences, bells, overwritten lines, text that runs backwards.
  private static let controls = [
    "\u{1B}[31mred", "\u{7}", "\u{8}\u{8}", "a\u{0}b", "\u{7F}", "\u{9B}31m", "\u{202E}txt", "\u{2066}x",
    "\u{2028}",
  ]

  @Test(arguments: controls)
  func `control characters do not reach what is printed`(control: String) {
    let text = """
      ---
      title: A \(control) title
      source: The \(control) lecture
      ---

      # A \(control) heading

      Some \(control) text, `code \(control)`, [a \(control) link](x).

      ```
      shown \(control) as it stands
      ```

      ```calc
      # a \(control) comment
      input x = 1  # beside \(control) it
      y = x + 1  # and \(control) here
      explain y  # and \(control) there
      w\(control) = 3
      ```

      ```check
      x = 1 -- a \(control) note
      y != 3 -- a \(control) slip
      # a \(control) comment
      ```

      ```ask
      How \(control) large, `= x`, `\(control)`?
      answer: y
      # a \(control) comment
      hint: not \(control) x
      mistake: x -- that \(control) is x
      because: it \(control) is
      ```

      ```ask
      Which?
      - [x] this \(control) one -- yes \(control) yes
      - [ ] no
      ```

      """
    // With the control in a name it is an error, without that line the lesson runs.
    let wrong = LessonFixture(text: text)
    #expect(!wrong.errors.isEmpty)
    #expect(isHarmless(wrong.errors))
    let right = LessonFixture(text: text.replacing("w\(control) = 3\n", with: ""))
    #expect(right.errors.isEmpty)
    #expect(isHarmless(TextRenderer().text(of: right.run.transcript)))
  }

  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
      return !isControl && !(0x202A...0x202E ~= scalar.value) && !(0x2066...0x2069 ~= scalar.value)
        && scalar != "\u{2028}" && scalar != "\u{2029}"
    }
  }

  @Test(arguments: [
    "y = 1e999", "y = 1e-999", "y = 0x10", "y = nan", "y = inf", "y = infinity", "y = NaN", "param w = -inf",
    "y = 1/0 - 1/0", "y = (1e308*10)/(1e308*10)", "y = ln(0)*0", "y = sqrt(-1)",
  ])
  func `no number is infinite or none`(cell: String) {
    let fixture = LessonFixture(cell)
    #expect(!fixture.errors.isEmpty)
    #expect(fixture.run.transcript.parts.isEmpty)
  }

  @Test func `many errors do not hide a bound`() {
    let fixture = LessonFixture(String(repeating: "y = 1\n", count: 20_000))
    #expect(fixture.lesson.diagnostics.count == 100)
    #expect(
      fixture.errors.hasPrefix(
        "lesson.md:7:1: error: `y` is defined twice\n"))
  }
}
