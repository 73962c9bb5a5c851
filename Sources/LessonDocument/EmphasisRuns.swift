/// The runs of `*` and `_` in a passage, and which of them are partners.
///
/// The rules and the way to find partners are those of the CommonMark specification ("Emphasis and strong emphasis",
/// and its appendix, "process emphasis"): runs form a list, closing ones look back for an opening one, and how far a
/// search was in vain is remembered, so that the work is proportional to the number of runs. Only a run between two digits
/// is text here, whatever the specification says of it.
struct EmphasisRuns {
  /// Two marks that belong together, one or two characters each.
  struct Pair {
    /// Whether it is strong emphasis.
    let isStrong: Bool
    /// The character.
    let mark: UInt8
    /// The next pair inward that the same run opens, `none` at the last.
    let nextOpened: Int
    /// The next pair outward that the same run closes, `none` at the last.
    var nextClosed = EmphasisRuns.none
  }

  /// A run, as it is left over by the pairs that were made of it.
  struct Run {
    /// The character.
    let mark: UInt8
    /// Where it began.
    let start: Int
    /// How many characters have no partner.
    var count: Int
    /// How many it had.
    let length: Int
    let canOpen: Bool
    let canClose: Bool
    /// Whether a digit stands beside it.
    let isAtDigit: Bool
    /// The outermost pair that it opens, and the innermost and outermost that it closes.
    var firstOpened = EmphasisRuns.none
    var firstClosed = EmphasisRuns.none
    var lastClosed = EmphasisRuns.none
    /// Its neighbours in the list of those that may still find a partner.
    var previous: Int
    var next = EmphasisRuns.none
  }

  /// No run, or no pair.
  static let none = -1

  private(set) var runs: [Run] = []
  private(set) var pairs: [Pair] = []
  /// The first and the last run that may still find a partner.
  private var first = EmphasisRuns.none
  private(set) var last = EmphasisRuns.none

  /// The number of runs.
  var count: Int { runs.count }

  /// Adds the run in `range` of `bytes`, and returns its index.
  mutating func append(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    let mark = bytes[range.lowerBound]
    let before = Surroundings(scalarBefore: range.lowerBound, in: bytes)
    let behind = Surroundings(scalarAt: range.upperBound, in: bytes)
    let isLeft = behind != .space && (behind != .punctuation || before != .other)
    let isRight = before != .space && (before != .punctuation || behind != .other)
    // An underscore within a word is part of it: `w_1`, `out_h1`.
    let isWordMark = mark == UInt8(ascii: "_")
    let digits = (
      before: range.lowerBound > 0 && bytes[range.lowerBound - 1].isDigit,
      behind: range.upperBound < bytes.count && bytes[range.upperBound].isDigit
    )
    // Between digits it is a multiplication: `0.7*1.5`.
    let isSign = digits.before && digits.behind
    let run = Run(
      mark: mark, start: range.lowerBound, count: range.count, length: range.count,
      canOpen: !isSign && isLeft && (!isWordMark || !isRight || before == .punctuation),
      canClose: !isSign && isRight && (!isWordMark || !isLeft || behind == .punctuation),
      isAtDigit: digits.before || digits.behind, previous: last)
    runs.append(run)
    let index = runs.count - 1
    if last == EmphasisRuns.none { first = index } else { runs[last].next = index }
    last = index
    return index
  }

  /// The places of the runs that have a partner and a digit beside them.
  var marksAtDigits: [Range<Int>] {
    runs.filter { $0.isAtDigit && $0.count < $0.length }.map { $0.start..<$0.start + $0.length }
  }

  /// Finds the partners of the runs behind `bottom`; those that have none then are text.
  mutating func pair(behind bottom: Int) {
    var bottoms = Array(repeating: bottom, count: 12)
    var closer = bottom == EmphasisRuns.none ? first : runs[bottom].next
    while closer != EmphasisRuns.none {
      guard runs[closer].canClose else {
        closer = runs[closer].next
        continue
      }
      let slot = slot(of: closer)
      if let opener = opener(of: closer, behind: bottoms[slot]) {
        makePair(opener, closer)
        if runs[opener].count == 0 { remove(opener) }
        if runs[closer].count > 0 { continue }
        remove(closer)
      } else {
        bottoms[slot] = runs[closer].previous
        if !runs[closer].canOpen { remove(closer) }
      }
      closer = runs[closer].next
    }
    if bottom == EmphasisRuns.none { first = bottom } else { runs[bottom].next = EmphasisRuns.none }
    last = bottom
  }

  /// Searches of closing runs in the same slot look for the same.
  private func slot(of closer: Int) -> Int {
    let run = runs[closer]
    return (run.mark == UInt8(ascii: "_") ? 6 : 0) + (run.canOpen ? 3 : 0) + run.length % 3
  }

  private func opener(of closer: Int, behind bottom: Int) -> Int? {
    var opener = runs[closer].previous
    while opener > bottom {
      let (a, b) = (runs[opener], runs[closer])
      // The "rule of 3", which tells `*a**b*` from `**a*b**`.
      let isBarred =
        (a.canClose || b.canOpen) && (a.length + b.length) % 3 == 0
        && (a.length % 3 != 0 || b.length % 3 != 0)
      if a.mark == b.mark, a.canOpen, !isBarred { return opener }
      opener = a.previous
    }
    return nil
  }

  private mutating func makePair(_ opener: Int, _ closer: Int) {
    let isStrong = runs[opener].count >= 2 && runs[closer].count >= 2
    let pair = pairs.count
    pairs.append(Pair(isStrong: isStrong, mark: runs[opener].mark, nextOpened: runs[opener].firstOpened))
    runs[opener].firstOpened = pair
    let lastClosed = runs[closer].lastClosed
    if lastClosed == EmphasisRuns.none {
      runs[closer].firstClosed = pair
    } else {
      pairs[lastClosed].nextClosed = pair
    }
    runs[closer].lastClosed = pair
    runs[opener].count -= isStrong ? 2 : 1
    runs[closer].count -= isStrong ? 2 : 1
    // What stands between them has no partner outside.
    runs[opener].next = closer
    runs[closer].previous = opener
  }

  /// Takes a run out of the list; its own `next` stays, for those who walk.
  private mutating func remove(_ index: Int) {
    let (previous, next) = (runs[index].previous, runs[index].next)
    if previous == EmphasisRuns.none { first = next } else { runs[previous].next = next }
    if next == EmphasisRuns.none { last = previous } else { runs[next].previous = previous }
  }
}
