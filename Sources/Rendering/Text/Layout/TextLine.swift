internal import PlainText

/// A line of text, what each stretch of it is, and what of it is shown when.
///
/// A page is shown beat by beat: the first beat of a line is 0 unless it is delayed, and none of its spans comes before
/// the one to its left.
struct TextLine {
  /// A stretch of one role, all of it shown at once.
  private struct Span {
    var text: String
    var role: Role
    var beat: Int
  }

  private var spans: [Span] = []

  /// A line of one role.
  init(_ text: String = "", _ role: Role = .plain) { append(text, role) }

  /// Puts text at the end, which is shown with what stands before it, or later.
  mutating func append(_ text: String, _ role: Role = .plain, beat: Int = 0) {
    if !text.isEmpty { spans.append(Span(text: text, role: role, beat: max(beat, lastBeat))) }
  }

  /// Puts text at the end, which is shown with what stands before it.
  mutating func append(_ text: RunningText) {
    for run in text.runs { append(run.text, run.role) }
  }

  /// The line, so many columns to the right.
  func indented(by columns: Int) -> TextLine { prefixed(with: .spaces(columns)) }

  /// The line behind another text.
  func prefixed(with prefix: String, _ role: Role = .plain) -> TextLine {
    var line = self
    line.spans.insert(Span(text: prefix, role: role, beat: spans.first?.beat ?? 0), at: 0)
    return line
  }

  // MARK: Beats

  /// The beat at which the whole line is shown.
  var lastBeat: Int { spans.last?.beat ?? 0 }

  /// The beat at which the line's beginning is shown.
  var firstBeat: Int { spans.first?.beat ?? 0 }

  /// The beats at which its stretches are shown, from left to right.
  var beats: [Int] { spans.map(\.beat) }

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

  /// What is written on the line, without ink.
  var plainText: String { spans.map(\.text).joined() }

  /// Whether nothing is to be seen on the line.
  var isEmpty: Bool { spans.allSatisfy { $0.text.isBlank } }

  /// The columns of the line.
  var width: Int { displayWidth(plainText) }

  /// The line as it is printed: no spaces at its end, and all that sets a stretch off switched off again where it ends.
  func text(in ink: Ink = .none) -> String {
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
    guard ink != .none else { return printed.map(\.text).joined() }
    return printed.map { $0.role.attributes.inked($0.text, in: ink) }.joined()
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
