internal import Prose
public import Transcript

/// A page of text that grows part by part, as a transcript comes to be.
public struct PageLayout: Sendable {
  private let renderer: TextRenderer
  private let title: String
  private var isEmpty = true
  private var isAfterStep = false
  /// For somebody who reads step by step; `nil` for who has all of it.
  private var pace: Pace?

  /// An empty page, for a transcript of the given title.
  ///
  /// - Parameters:
  ///   - renderer: What lays the parts out.
  ///   - title: The title of the transcript.
  ///   - isForStepping: Whether it is read step by step. Then a cell of checks that all are met is summed up in a line, and
  ///     equations of a kind that was shown line by line before come at once.
  public init(_ renderer: TextRenderer, title: String, isForStepping: Bool = false) {
    self.renderer = renderer
    self.title = title
    pace = isForStepping ? Pace() : nil
  }

  /// The lines of the next part, with all that stands between them and those before: an empty line, and above the first
  /// part the title, unless the part is a heading itself. A part that shows nothing has no lines.
  public mutating func add(_ part: Transcript.Part) -> PacedText {
    guard case .step(let step) = part, let pace = pace?.take(step) else {
      return PacedText(lines(adding: part), isColored: renderer.isColored)
    }
    let full = renderer.page.lines(of: step, pace)
    let summary = step.checksSummary.map { renderer.page.lines(summingUp: $0) }
    let text = PacedText(placed(summary ?? full, of: part), isColored: renderer.isColored)
    return summary == nil ? text : text.summing(up: full)
  }

  /// The same as lines.
  mutating func lines(adding part: Transcript.Part) -> [TextLine] {
    placed(renderer.page.lines(of: part), of: part)
  }

  /// The lines of the next part, with all that stands between them and those before.
  private mutating func placed(_ lines: [TextLine], of part: Transcript.Part) -> [TextLine] {
    guard !lines.isEmpty else { return [] }
    defer {
      isEmpty = false
      isAfterStep = part.isStep
    }
    guard isEmpty else { return isAfterStep && part.isJoined ? lines : [TextLine()] + lines }
    guard !part.isHeading else { return lines }
    let heading = renderer.page.heading(level: 1, title)
    return heading.isEmpty ? lines : heading + [TextLine()] + lines
  }

  /// The lines of a page without parts.
  var linesOfEmptyPage: [TextLine] { isEmpty ? renderer.page.heading(level: 1, title) : [] }
}

extension Transcript.Part {
  fileprivate var isStep: Bool {
    if case .step = self { true } else { false }
  }

  fileprivate var isJoined: Bool {
    if case .step(let step) = self { step.isJoined } else { false }
  }

  fileprivate var isHeading: Bool {
    guard case .prose(let block) = self, case .heading = block else { return false }
    return true
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
