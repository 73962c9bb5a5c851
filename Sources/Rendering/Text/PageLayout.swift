internal import PlainText
internal import Prose
public import Transcript

/// A page of text that grows part by part, as a transcript comes to be.
public struct PageLayout: Sendable {
  private let renderer: TextRenderer
  private let title: String
  private let variant: String?
  private var isEmpty = true
  private var isAfterStep = false
  /// For somebody who reads step by step; `nil` for who has all of it.
  private var pace: Pace?
  /// The parts that have been laid out, for a page that has some of them in common.
  private var parts: [LaidOutPart] = []
  /// The parts of a page like this one, in the same lines.
  private let former: [LaidOutPart]

  /// A part with all that decides about its lines.
  private struct LaidOutPart {
    let part: Transcript.Part
    /// Of a step, the kinds of its lines.
    let kinds: [String?]
    let pace: Step.Pace?
    let isFirst: Bool
    let isAfterStep: Bool
    let text: PacedText
  }

  /// An empty page, for a transcript of the given title.
  ///
  /// - Parameters:
  ///   - renderer: What lays the parts out.
  ///   - title: The title of the transcript.
  ///   - variant: The variant of the lesson, where it is one.
  ///   - isForStepping: Whether it is read step by step. Then a cell of checks that all are met is summed up in a line, and
  ///     between the lines of equations of a kind that was shown line by line before are no stops.
  ///   - other: A page that has parts in common with this one: laid out by an equal renderer, they need not be laid out
  ///     again.
  public init(
    _ renderer: TextRenderer, title: String, variant: String? = nil, isForStepping: Bool = false,
    like other: PageLayout? = nil
  ) {
    self.renderer = renderer
    self.title = title
    self.variant = variant
    pace = isForStepping ? Pace() : nil
    let isAlike = other.map { $0.renderer == renderer && $0.title == title && $0.variant == variant } ?? false
    former = isAlike ? other?.parts ?? [] : []
  }

  /// The lines of the next part, with all that stands between them and those before: an empty line, and above the first
  /// part the title, unless the part is a heading itself. A part that shows nothing has no lines.
  public mutating func add(_ part: Transcript.Part) -> PacedText {
    let other = former.indices.contains(parts.count) ? former[parts.count] : nil
    let same = other.flatMap { $0.part == part ? $0 : nil }
    var (kinds, stepPace): ([String?], Step.Pace?) = ([], nil)
    if pace != nil, case .step(let step) = part {
      kinds = same?.kinds ?? step.kinds
      stepPace = pace?.take(step, kinds)
    }
    let text: PacedText
    if let same, same.isFirst == isEmpty, same.isAfterStep == isAfterStep, same.pace == stepPace {
      text = same.text
    } else if case .step(let step) = part, let stepPace {
      text = self.text(of: step, stepPace, part)
    } else {
      text = PacedText(placed(renderer.page.lines(of: part), of: part), in: renderer.ink)
    }
    parts.append(
      LaidOutPart(
        part: part, kinds: kinds, pace: stepPace, isFirst: isEmpty, isAfterStep: isAfterStep, text: text))
    note(part, text.allLines.isEmpty)
    return text
  }

  private func text(of step: Step, _ pace: Step.Pace, _ part: Transcript.Part) -> PacedText {
    guard let summary = step.checksSummary else {
      let lines = placed(renderer.page.lines(of: step), of: part)
      let known = pace.isEveryBeat ? nil : placed(renderer.page.lines(of: step, pace), of: part)
      return PacedText(lines, in: renderer.ink, known: known)
    }
    let lines = placed(renderer.page.lines(summingUp: summary), of: part)
    return PacedText(lines, in: renderer.ink)
      .summing(up: { [renderer] in renderer.page.lines(of: step) })
  }

  /// The same as lines.
  mutating func lines(adding part: Transcript.Part) -> [TextLine] {
    let lines = placed(renderer.page.lines(of: part), of: part)
    note(part, lines.isEmpty)
    return lines
  }

  /// Takes note of what the next part stands below.
  private mutating func note(_ part: Transcript.Part, _ showsNothing: Bool) {
    guard !showsNothing else { return }
    isEmpty = false
    isAfterStep = part.isStep
  }

  /// The lines of the next part, with all that stands between them and those before.
  private func placed(_ lines: [TextLine], of part: Transcript.Part) -> [TextLine] {
    guard !lines.isEmpty else { return [] }
    guard isEmpty else { return isAfterStep && part.isJoined ? lines : [TextLine()] + lines }
    guard !part.isHeading else { return mark + lines }
    let heading = renderer.page.heading(level: 1, RunningText(title))
    return mark + (heading.isEmpty ? lines : heading + [TextLine()] + lines)
  }

  /// What stands above a page that has other numbers than the lesson.
  private var mark: [TextLine] {
    guard let variant else { return [] }
    return renderer.page.plain("variant \(variant.harmlessLine)") + [TextLine()]
  }

  /// The lines of a page without parts.
  var linesOfEmptyPage: [TextLine] {
    isEmpty ? mark + renderer.page.heading(level: 1, RunningText(title)) : []
  }
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
