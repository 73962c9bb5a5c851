internal import Prose
public import Transcript

/// Writes transcripts as plain text.
///
/// No line is wider than the width, has a space at its end, or holds a control character (other than the colours, if
/// they are asked for). The same transcript gives the same text every time. Cost: O(length of the text).
public struct TextRenderer: Sendable {
  private let width: Int
  private let alphabet: Alphabet
  private let isColored: Bool

  /// The narrowest width that there is room to work in.
  static let narrowest = 20

  /// A renderer for lines of at most `width` columns; widths below 20 count as 20.
  ///
  /// - Parameter isColored: Whether headings, asides and the marks of checks are set off by terminal colours. Without
  ///   those the text is the same.
  public init(width: Int = 80, alphabet: Alphabet = .unicode, isColored: Bool = false) {
    self.width = max(width, Self.narrowest)
    self.alphabet = alphabet
    self.isColored = isColored
  }

  /// One step as text, indented as it is in a transcript; empty when the step has no lines.
  public func text(of step: Step) -> String {
    TextArea(width: width, alphabet: alphabet).lines(of: .step(step))
      .map { $0.text(isColored: isColored) + "\n" }.joined()
  }

  /// The transcript as text; exactly one line feed ends it.
  public func text(of transcript: Transcript) -> String {
    let page = TextArea(width: width, alphabet: alphabet)
    var lines: [TextLine] = []
    if !transcript.opensWithHeading {
      lines = page.heading(level: 1, transcript.title)
    }
    var isAfterStep = false
    for part in transcript.parts {
      let partLines = page.lines(of: part)
      guard !partLines.isEmpty else { continue }
      if !lines.isEmpty && !(isAfterStep && part.isJoined) { lines.append(TextLine()) }
      lines += partLines
      isAfterStep = part.isStep
    }
    let answers = page.lines(ofAnswersTo: transcript.questions)
    if !lines.isEmpty && !answers.isEmpty { lines.append(TextLine()) }
    lines += answers
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.text(isColored: isColored) }.joined(separator: "\n") + "\n"
  }
}

extension Transcript {
  /// Whether the first block of prose is a heading, so that the title needs no other.
  fileprivate var opensWithHeading: Bool {
    for case .prose(let block) in parts {
      if case .heading = block { return true }
      return false
    }
    return false
  }
}

extension Transcript.Part {
  fileprivate var isStep: Bool {
    if case .step = self { true } else { false }
  }

  fileprivate var isJoined: Bool {
    if case .step(let step) = self { step.isJoined } else { false }
  }
}

extension TextArea {
  fileprivate func lines(of part: Transcript.Part) -> [TextLine] {
    switch part {
    case .prose(let block): lines(of: block)
    case .step(let step): lines(of: step)
    case .question(let question): lines(of: question)
    }
  }
}
