internal import Prose
public import Transcript

/// A page of text that grows part by part, as a transcript comes to be.
public struct PageLayout: Sendable {
  private let renderer: TextRenderer
  private let title: String
  private var isEmpty = true
  private var isAfterStep = false

  /// An empty page, for a transcript of the given title.
  public init(_ renderer: TextRenderer, title: String) {
    self.renderer = renderer
    self.title = title
  }

  /// The lines of the next part, with all that stands between them and those before: an empty line, and above the first
  /// part the title, unless the part is a heading itself. A part that shows nothing has no lines.
  public mutating func add(_ part: Transcript.Part) -> PacedText {
    PacedText(lines(adding: part), isColored: renderer.isColored)
  }

  /// The same as lines.
  mutating func lines(adding part: Transcript.Part) -> [TextLine] {
    let lines = renderer.page.lines(of: part)
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
