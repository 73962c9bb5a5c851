import Tutor

/// How far a reader has come: the parts before `part` are read, and of that part all through `beat`.
struct ReadingPosition: Hashable, Comparable {
  /// The part of the transcript, from 0; −1 before the first.
  var part: Int
  /// The beat of that part, from 0.
  var beat: Int

  /// Before the first part.
  static let beforeAll = ReadingPosition(part: -1, beat: 0)

  static func < (one: ReadingPosition, other: ReadingPosition) -> Bool {
    (one.part, one.beat) < (other.part, other.beat)
  }
}

/// A place in a lesson, whatever the numbers are with which it is worked and however its lines are laid out.
public struct Place: Hashable, Sendable {
  /// The index of the step.
  public var step: Int
  /// Which part of the step is shown last, from 0.
  public var part: Int
  /// Which beat of that part, from 0.
  public var beat: Int

  /// A place; where the step has no such part, or the part no such beat, it is the last there is.
  public init(step: Int, part: Int = .max, beat: Int = .max) {
    self.step = step
    self.part = part
    self.beat = beat
  }
}

extension Page {
  /// The place of a part and a beat that there are.
  func place(at position: ReadingPosition) -> Place {
    Place(
      step: run.statement(ofPart: position.part),
      part: position.part - firstPart(ofStepAt: position.part), beat: position.beat)
  }

  /// Where a place is on this page; `nil` where the lesson stops before it.
  func position(of place: Place) -> ReadingPosition? {
    let last = run.partCount(throughStatement: place.step) - 1
    guard last >= 0, has(last), run.statement(ofPart: last) == place.step else { return nil }
    let first = firstPart(ofStepAt: last)
    let part = first + min(max(0, place.part), last - first)
    return ReadingPosition(part: part, beat: min(max(0, place.beat), end(of: part).beat))
  }
}
