import Rendering
import Transcript
import Tutor

// Where a reader stops: the pace decides, and what is known.

extension Reader {
  /// The beats of a part at which there is a stop, in order.
  private func beats(of part: Int) -> [Int] {
    let text = page.text(part)
    let last = max(0, text.beatCount - 1)
    // Of an exercise a statement is shown at once, for what it asks stands below it.
    guard exercise == nil else { return [last] }
    switch pace {
    case .firstReading:
      return memory.readSteps.contains(page.run.statement(ofPart: part)) ? [last] : text.stops
    case .line: return Array(0...last)
    case .thought, .section: return [last]
    }
  }

  /// The first stop from the part of that index on; what stands at the very end is one, too.
  func stop(from index: Int) -> ReadingPosition? {
    var index = index
    while page.has(index) {
      if page.isStop(index) || (!page.has(index + 1) && page.text(index).beatCount > 0) {
        return ReadingPosition(part: index, beat: beats(of: index).first ?? 0)
      }
      index += 1
    }
    return nil
  }

  /// The stop behind a place, a section in its stops.
  func stop(after position: ReadingPosition) -> ReadingPosition? {
    if position.part >= 0, let beat = beats(of: position.part).first(where: { $0 > position.beat }) {
      return ReadingPosition(part: position.part, beat: beat)
    }
    return stop(from: position.part + 1)
  }

  /// The stop before a place, a section in its stops.
  func stop(before position: ReadingPosition) -> ReadingPosition? {
    if position.part >= 0, let beat = beats(of: position.part).last(where: { $0 < position.beat }) {
      return ReadingPosition(part: position.part, beat: beat)
    }
    return (0..<max(0, position.part)).last(where: page.isStop).map(page.end)
  }

  /// Where one press leads; `nil` at the end of the lesson.
  var nextPlace: ReadingPosition? {
    guard var place = stop(after: position).map(withQuestion) else { return nil }
    guard pace == .section else { return place }
    while !isQuestion(place.part), let following = stop(after: place).map(withQuestion),
      !(place.part + 1...max(place.part + 1, following.part)).contains(where: page.isHeading)
    {
      place = following
    }
    return place
  }

  /// The same place, or of an exercise that of the question that asks about it.
  private func withQuestion(_ place: ReadingPosition) -> ReadingPosition {
    guard exercise != nil, !isQuestion(place.part), let next = stop(after: place), isQuestion(next.part)
    else { return place }
    return next
  }

  private func isQuestion(_ part: Int) -> Bool {
    if case .question = page.part(part) { true } else { false }
  }

  // MARK: - What is new

  /// What the last request has brought.
  enum News: Sendable {
    /// Nothing, as when the reader goes back.
    case nothing
    /// What stands on the page behind a place.
    case page(behind: ReadingPosition)
    /// The stop that a jump has led to.
    case stop
    /// What stands below a question since it was replied to.
    case reply
    /// The last of the notes, so many.
    case notes(Int)
  }

  /// The first line of the page and the notes that the last request has brought; all lines below it are new, too. Where there
  /// is none, the number of lines.
  var firstNewLine: Int {
    let lines = pageLines
    let noteLines = noteLines
    let index: Int
    switch news {
    case .nothing: return lines.count + noteLines.count
    case .stop: return firstLineOfStop
    case .notes(let count): index = lines.count + notes.dropLast(count).flatMap(self.lines).count
    case .reply: index = lines.count - (answerLines[position.part]?.count ?? 0)
    case .page(let place):
      index = zip(lines, page.lines(through: place, with: answerLines)).prefix { $0 == $1 }.count
    }
    // The empty line that parts it from what stands above is not needed at the top of a window.
    return (lines + noteLines).dropFirst(index).first?.isEmpty == true ? index + 1 : index
  }
}

extension Action {
  /// What it brings when the reader has moved from a place.
  func news(from place: ReadingPosition) -> Reader.News {
    switch self {
    case .next, .rest, .skip: .page(behind: place)
    case .back: .nothing
    default: .stop
    }
  }
}
