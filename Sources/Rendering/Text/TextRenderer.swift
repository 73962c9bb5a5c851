internal import Algebra
internal import Prose
public import Transcript

/// Writes transcripts as plain text.
///
/// No line is wider than the width, has a space at its end, or holds a control character (other than what switches
/// ink on and off, if there is any). The same transcript gives the same text every time. Cost: O(length of the text).
public struct TextRenderer: Hashable, Sendable {
  private let width: Int
  private let alphabet: Alphabet
  /// What the text is set off by.
  let ink: Ink
  private let medium: Medium
  private let height: Int?
  /// Whether `e^x` is written `exp(x)`, because a value of the lesson is called `e`.
  public var callsExp: Bool

  /// The narrowest width that there is room to work in.
  static let narrowest = 20

  /// A renderer for lines of at most `width` columns; widths below 20 count as 20.
  ///
  /// - Parameters:
  ///   - width: The columns of a line.
  ///   - alphabet: The characters that may be used.
  ///   - ink: What the text is set off by. Without that it is the same, but for pictures.
  ///   - medium: What the text is made for.
  ///   - height: The lines of a window, in which a picture is to be seen whole, if it can be; `nil` where there is no window.
  ///   - callsExp: Whether `e^x` is written `exp(x)`. A whole transcript says so itself.
  public init(
    width: Int = 80, alphabet: Alphabet = .unicode, ink: Ink = .none, medium: Medium = .file,
    height: Int? = nil, callsExp: Bool = false
  ) {
    self.callsExp = callsExp
    self.width = max(width, Self.narrowest)
    self.alphabet = alphabet
    self.ink = ink
    self.medium = medium
    self.height = height
  }

  /// One step as text, indented as it is in a transcript; empty when the step has no lines.
  public func text(of step: Step) -> String {
    page.lines(of: step).map { $0.text(in: ink) + "\n" }.joined()
  }

  /// The transcript as text; exactly one line feed ends it.
  public func text(of transcript: Transcript) -> String {
    var renderer = self
    renderer.callsExp = callsExp || transcript.hasValueCalledE
    return renderer.pageText(of: transcript)
  }

  private func pageText(of transcript: Transcript) -> String {
    var layout = PageLayout(self, title: transcript.title, variant: transcript.settings.variant)
    var text = Page(ink: ink)
    // Part by part, as the lines of all take many times the room of their text.
    for part in transcript.shownParts { text.add(layout.lines(adding: part)) }
    text.add(layout.linesOfEmptyPage)
    let answers = page.lines(ofAnswersTo: transcript.answeredQuestions)
    if !text.isEmpty && !answers.isEmpty { text.add([TextLine()]) }
    text.add(answers)
    return text.text
  }

  /// The text of lines, without empty ones at its end.
  private struct Page {
    let ink: Ink
    private var written = ""
    private var emptyLines = 0

    init(ink: Ink) { self.ink = ink }

    var isEmpty: Bool { written.isEmpty && emptyLines == 0 }

    /// All lines; exactly one line feed ends the last.
    var text: String { written.isEmpty ? "\n" : written }

    mutating func add(_ lines: [TextLine]) {
      for line in lines {
        if line.isEmpty {
          emptyLines += 1
        } else {
          written += String(repeating: "\n", count: emptyLines)
          emptyLines = 0
          written += line.text(in: ink) + "\n"
        }
      }
    }
  }

  /// The answer to a question and why it is right, as the end of the page has them.
  public func lines(ofAnswerTo question: Question) -> [String] {
    page.lines(ofAnswerTo: question).map { $0.text(in: ink) }
  }

  /// A hint of a question, from 0.
  public func lines(ofHint index: Int, to question: Question) -> [String] {
    page.lines(ofHint: index, to: question).map { $0.text(in: ink) }
  }

  /// The page that is written on.
  var page: TextArea {
    var notation = alphabet.notation
    notation.callsExp = callsExp
    return TextArea(
      width: width, alphabet: alphabet, notation: notation, medium: medium, ink: ink, height: height)
  }
}
