internal import PlainText

/// A line of text, what of it is set off by colour on a terminal, and what of it is shown when.
///
/// A page is shown beat by beat: the first beat of a line is 0 unless it is delayed, and none of its spans comes before
/// the one to its left.
struct TextLine {
  /// A stretch of one style, all of it shown at once.
  private struct Span {
    var text: String
    var style: TextStyle
    var beat: Int
  }

  private var spans: [Span] = []

  /// A line of one style.
  init(_ text: String = "", _ style: TextStyle = .plain) { append(text, style) }

  /// Puts text at the end, which is shown with what stands before it, or later.
  mutating func append(_ text: String, _ style: TextStyle = .plain, beat: Int = 0) {
    if !text.isEmpty { spans.append(Span(text: text, style: style, beat: max(beat, lastBeat))) }
  }

  /// The line, so many columns to the right.
  func indented(by columns: Int) -> TextLine { prefixed(with: .spaces(columns)) }

  /// The line behind another text.
  func prefixed(with prefix: String, _ style: TextStyle = .plain) -> TextLine {
    var line = self
    line.spans.insert(Span(text: prefix, style: style, beat: spans.first?.beat ?? 0), at: 0)
    return line
  }

  // MARK: Beats

  /// The beat at which the whole line is shown.
  var lastBeat: Int { spans.last?.beat ?? 0 }

  /// The beat at which the line's beginning is shown.
  var firstBeat: Int { spans.first?.beat ?? 0 }

  /// The line, so many beats later.
  func delayed(by beats: Int) -> TextLine {
    var line = self
    for index in spans.indices { line.spans[index].beat += beats }
    return line
  }

  /// The line with all of it shown at the first beat.
  var atOnce: TextLine {
    var line = self
    for index in spans.indices { line.spans[index].beat = 0 }
    return line
  }

  /// The line with nothing shown before the given beat.
  func notBefore(_ beat: Int) -> TextLine {
    var line = self
    for index in spans.indices { line.spans[index].beat = max(spans[index].beat, beat) }
    return line
  }

  /// What is shown of the line once a beat has come.
  func shown(through beat: Int) -> TextLine {
    var line = self
    line.spans.removeAll { $0.beat > beat }
    return line
  }

  // MARK: Text

  /// What is written on the line, without colours.
  var plainText: String { spans.map(\.text).joined() }

  /// Whether nothing is to be seen on the line.
  var isEmpty: Bool { spans.allSatisfy { $0.text.isBlank } }

  /// The columns of the line.
  var width: Int { displayWidth(plainText) }

  /// The line as it is printed: no spaces at its end, and each colour switched off again where it ends.
  func text(isColored: Bool) -> String {
    var printed = spans
    while let last = printed.last {
      let trimmed = last.text.withoutTrailingSpaces
      if trimmed.isEmpty {
        printed.removeLast()
      } else {
        printed[printed.count - 1].text = trimmed
        break
      }
    }
    guard isColored else { return printed.map(\.text).joined() }
    return printed.map { $0.style.colored($0.text) }.joined()
  }
}

/// What a stretch of a line is, where a terminal sets it off by colour. Colour never says what the words do not.
enum TextStyle {
  case plain, heading, aside, met, slip, failure

  /// The text between the terminal's codes for the style ("Select Graphic Rendition" of ECMA-48).
  fileprivate func colored(_ text: String) -> String {
    guard let code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private var code: Int? {
    switch self {
    case .plain: nil
    case .heading: 1
    case .aside: 2
    case .met: 32
    case .slip: 33
    case .failure: 31
    }
  }
}

extension String {
  /// Whether there is nothing but whitespace. What begins with a letter of ASCII is known at once not to be.
  fileprivate var isBlank: Bool {
    guard let first = utf8.first(where: { $0 != 0x20 }) else { return true }
    return !(0x21...0x7E).contains(first) && allSatisfy(\.isWhitespace)
  }

  fileprivate var withoutTrailingSpaces: String {
    if let last = utf8.last, (0x21...0x7E).contains(last) { return self }
    guard last?.isWhitespace == true else { return self }
    return String(self[..<(lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex)])
  }
}
