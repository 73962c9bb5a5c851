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
