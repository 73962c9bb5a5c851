import Algebra
import LessonRuntime
import Prose
import Rendering
import Transcript
import Tutor

/// The text of a lesson as far as anybody has asked for it: a part is worked out and laid out when it is looked at first.
///
/// Whoever asks gets the same answers, whatever was asked before.
final class Page {
  /// What works the parts out.
  let run: StepwiseRun
  private let renderer: TextRenderer
  private var layout: PageLayout
  private var texts: [PacedText] = []

  /// Lines that stand below parts, by the parts' indices: what a reader has replied to questions.
  typealias Additions = [Int: [String]]

  /// The page of a run, laid out by `renderer`; of another page, what is the same need not be laid out again.
  init(_ run: StepwiseRun, _ renderer: TextRenderer, like other: Page? = nil) {
    self.run = run
    self.renderer = renderer
    layout = PageLayout(
      renderer, title: run.transcript.title, variant: run.transcript.settings.variant, isForStepping: true,
      like: other?.layout)
  }

  /// The same page in other lines.
  func laidOut(by renderer: TextRenderer) -> Page { Page(run, renderer) }

  /// Whether there is a part of that index; the lesson is carried on to it.
  func has(_ index: Int) -> Bool {
    while texts.count <= index {
      if texts.count == run.transcript.parts.count, !run.goOn() { return false }
      for part in run.transcript.parts[texts.count...] {
        texts.append(layout.add(part))
      }
    }
    return true
  }

  /// The part of that index, which there must be.
  func part(_ index: Int) -> Transcript.Part { run.transcript.parts[index] }

  /// The text of a part, which there must be.
  func text(_ index: Int) -> PacedText { texts[index] }

  /// How many parts are worked out and laid out.
  var workedCount: Int { texts.count }

  /// Whether a part, which there must be, holds a text, be it in what is only shown when it is asked for.
  func part(_ index: Int, holds text: SoughtText) -> Bool {
    text.isIn(texts[index].searchedLines.joined(separator: "\n"))
  }

  /// The lines of such a part that hold the text, or else its first one.
  func lines(_ index: Int, holding text: SoughtText) -> [String] {
    let lines = texts[index].searchedLines.map(\.withSingleSpaces).filter { !$0.isEmpty }
    let found = lines.filter(text.isIn)
    return found.isEmpty ? Array(lines.prefix(1)) : found
  }

  /// What is shown at a place, with what stands below the parts.
  func lines(through position: ReadingPosition, with additions: Additions) -> [String] {
    guard position.part >= 0, has(position.part) else { return [] }
    let before = (0..<position.part).flatMap { texts[$0].allLines + (additions[$0] ?? []) }
    return before + texts[position.part].lines(through: position.beat) + (additions[position.part] ?? [])
  }

  // MARK: - Stops

  /// Whether a reader stops at the part: not where it shows nothing, and not at headings and comments, which are shown
  /// with what stands below.
  func isStop(_ index: Int) -> Bool {
    guard texts[index].beatCount > 0 else { return false }
    switch run.transcript.parts[index] {
    case .prose(let block):
      if case .heading = block { return false }
      return true
    case .step(let step):
      return !step.lines.allSatisfy { if case .comment = $0.content { true } else { false } }
    case .question: return true
    }
  }

  /// Where all of a part is shown.
  func end(of index: Int) -> ReadingPosition {
    ReadingPosition(part: index, beat: max(0, texts[index].beatCount - 1))
  }

  /// Where all that is shown with a place begins: the headings above it are.
  func firstLine(ofStopAt position: ReadingPosition, with additions: Additions) -> Int {
    guard position.part >= 0, has(position.part) else { return 0 }
    var first = position.part
    while first > 0, !isStop(first - 1) { first -= 1 }
    let before = (0..<first).reduce(0) { $0 + texts[$1].allLines.count + (additions[$1]?.count ?? 0) }
    // The empty line that parts it from what stands above is not needed at the top of a window.
    let opening = texts[first...position.part].first { !$0.allLines.isEmpty }?.allLines
    return before + (opening?.first == "" ? 1 : 0)
  }

  /// The last part through one of which only a summary is shown.
  func lastSummary(through index: Int) -> Int? { (0..<max(0, index + 1)).last { texts[$0].isSummary } }

  /// The first of the parts that the same step has made as one.
  func firstPart(ofStepAt index: Int) -> Int {
    var first = index
    while first > 0, run.statement(ofPart: first - 1) == run.statement(ofPart: index) { first -= 1 }
    return first
  }

  // MARK: - Sections

  /// Whether a part is a heading.
  func isHeading(_ index: Int) -> Bool {
    guard case .prose(let block) = part(index), case .heading = block else { return false }
    return true
  }

  /// The headings of the parts through one.
  func headings(through index: Int) -> [Int] { (0..<max(0, index + 1)).filter(isHeading) }

  /// The first heading behind a part.
  func heading(after index: Int) -> Int? {
    var index = index + 1
    while has(index) {
      if isHeading(index) { return index }
      index += 1
    }
    return nil
  }
}

extension String {
  /// The words of the text with one space between them.
  var withSingleSpaces: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
