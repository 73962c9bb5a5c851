import LessonRuntime
import Rendering
import Terminal
import TestSupport
import Testing

@testable import Stepper

/// What is listed while something is looked for, and the way from match to match.
@Suite struct MatchTests {
  private func window(_ keys: String, rows: Int = 24) -> [String] {
    screen(keys, rows: rows).frame.lines.dropLast(2).filter { !$0.isEmpty }
  }

  @Test func theStepsThatMayBeMeantAreListedTheOneWhereEnterLeadsFirst() {
    #expect(window("gfor").suffix(3) == ["2 matches:", ">  6  Forward", "  14  forward"])
    #expect(window("gE").contains(">  8  E"))
    #expect(window("gquestion 2").suffix(2) == ["1 match:", "> 11  question 2"])
    #expect(window("g3").suffix(2) == ["1 match:", "> 3  x"])
    #expect(window("gnowhere").last == "No match")
    #expect(!window("g").contains { $0.contains("match") })
  }

  @Test func theLinesThatHoldATextAreListedWithTheirSteps() {
    let listed = window("/w mo")
    #expect(listed.suffix(2) == ["1 match:", "> 11  | Which way does w move?"])
    #expect(window("]/paragraph").suffix(2) == ["1 match:", "> 2  One paragraph."])
  }

  @Test(
    arguments: [
      ("sigma", "out = σ(z)", true), ("Sigma(Z)", "out = σ(z)", true), ("sigma", "Σ", true),
      ("σ(z)", "out = σ(z)", true),
      ("alpha", "α = 0.6", true), ("epsilon", "ε", true), ("varphi", "φ", false),
      ("dE/dw5", "the ∂E/∂w5 here", true),
      ("dE/∂w5", "the ∂E/∂w5 here", true), ("∂E/∂w5", "dE/dw5", false), ("∂e", "hidden", false),
      ("0.5*w - 1", "y = 0.5·w − 1", true), ("w <- w", "w ← w", true), ("eta", "β", false),
      ("eta", "η and θ", true),
      ("sig", "σ", false), ("igma", "σ", false), ("two  lines", "Two\nlines", true), ("", "σ", false),
      (" ", "a b", false),
      ("İ", "i̇", true), ("n't", "it isn’t", true),
    ])
  func whatHasNoKeyIsFoundAsItIsSpelled(typed: String, text: String, isFound: Bool) {
    #expect(SoughtText(typed).isIn(text) == isFound)
  }

  @Test func whatIsFoundAsItIsSpelledIsListedAndSetOff() {
    let text = "---\ntitle: T\n---\n\n```calc\nparam w = 2\ns = sigmoid(w)\nexplain ∂s/∂w\n```\n"
    #expect(screen("/ds/dw", of: text).frame.lines.contains { $0.hasPrefix(">") && $0.contains("∂s/∂w") })
    let inked = screen("/sigma\n", of: text, style: Style(ink: .full, medium: .terminal)).frame.lines
    #expect(inked.contains { $0.contains("\u{1B}[7mσ\u{1B}[27m") }, "\(inked)")
  }

  @Test func theListHasAsManyLinesAsThereIsRoomForAndGoesWhenTheLineDoes() {
    let listed = window("/=", rows: 12)
    #expect(listed.contains { $0.contains("matches, the first 3 of them:") }, "\(listed)")
    for keys in ["<Esc>", "\n", "<Backspace>"] {
      #expect(!window("/=" + keys, rows: 12).contains { $0.contains("the first 3 of them") }, "\(keys)")
    }
  }

  @Test func whatIsListedHasNoBar() {
    let lines = screen("gE\ngfor", style: Style(medium: .terminal)).frame.lines.dropLast(2)
    #expect(lines.contains("   14  forward") && lines.contains("▌      = 9"), "\(lines)")
  }

  @Test func nothingIsTrainedWhileATextIsTyped() {
    let text = """
      ---
      title: T
      ---

      First words.

      ```calc
      param w = 1
      L = w^2
      train w to reduce L with sgd(rate: 0.1) for 3 epochs
      ```

      Last words.
      """
    let reader = screen(of: text).reader
    let (matches, stop) = reader.matches(for: .search, "words")
    #expect(matches.map(\.text) == ["First words."])
    #expect(stop.map { reader.steps[$0].text.hasPrefix("train") } == true)
    #expect(screen("/last words\n", of: text).reader.pageLines.last == "Last words.")
  }

  @Test func fromAMatchOneGoesToTheNextAndToTheOneBeforeRoundTheLesson() {
    let text = "---\ntitle: T\n---\n\nA word.\n\nNothing.\n\nWord two.\n\nNothing.\n\nThe last word.\n"
    var screen = screen("/word\n", of: text)
    var lines: [String?] = []
    for key in "nnnNNN" {
      screen.press(.character(key))
      lines.append(screen.reader.pageLines.last)
    }
    #expect(
      lines == ["The last word.", "A word.", "Word two.", "A word.", "The last word.", "Word two."])
  }

  @Test func whatIsGoneToByNameHasMatchesThatAreNumbered() {
    let said = screen("gfor\n:next match\n").reader.noteLines
    #expect(said.contains { $0.hasPrefix("Match ") && $0.contains(" of 2: step ") }, "\(said)")
    #expect(screen("n").reader.noteLines.contains("Nothing has been searched for."))
  }

  @Test func theTextIsSetOffUntilTheReaderMovesOn() {
    let style = Style(ink: .type, medium: .terminal)
    let found = screen("/PARAGRAPH\n", style: style).frame.lines
    #expect(found.contains(">One \u{1B}[7mparagraph\u{1B}[27m."), "\(found)")
    #expect(screen("/PARAGRAPH\n", style: Style(medium: .terminal)).frame.lines.contains(">One paragraph."))
    let later = screen("/PARAGRAPH\n<right>", style: style).frame.lines
    #expect(!later.contains { $0.contains("\u{1B}[7mparagraph") || $0.hasPrefix(">") })
  }

  static let inked: [(line: String, text: String, result: String)] = [
    ("abc", "b", "a\u{1B}[7mb\u{1B}[27mc"), ("abc", "x", "abc"), ("", "a", ""),
    ("aXa", "A", "\u{1B}[7ma\u{1B}[27mX\u{1B}[7ma\u{1B}[27m"),
    ("a\u{1B}[1mb\u{1B}[0mc", "bc", "a\u{1B}[1m\u{1B}[7mb\u{1B}[0m\u{1B}[7mc\u{1B}[27m"),
  ]

  @Test(arguments: inked) func aTextIsSetOffInALineWithInk(line: String, text: String, result: String) {
    #expect(Style(ink: .type).highlighting(text, in: line) == result)
    #expect(Style().highlighting(text, in: line) == line)
  }
}
