import Diagnostics

/// A place in a line, with the column that a tab is counted from.
struct LineCursor {
  /// The offset of the next byte.
  private(set) var offset: Int
  /// The offset behind the line's last byte.
  let end: Int
  /// The columns before the place; a tab goes to the next multiple of 4.
  private var column = 0
  /// The columns that are left of a tab which was used in part.
  private var owed = 0

  /// The beginning of `line`.
  init(_ line: SourceRange) {
    offset = line.lowerBound
    end = line.upperBound
  }

  /// The columns of white space ahead, and the offset behind them.
  func space(in file: SourceFile) -> (columns: Int, end: Int) {
    var reached = column + owed
    var index = offset
    while index < end {
      switch file.bytes[index] {
      case UInt8(ascii: " "): reached += 1
      case UInt8(ascii: "\t"): reached += 4 - reached % 4
      default: return (reached - column, index)
      }
      index += 1
    }
    return (reached - column, index)
  }

  /// Whether nothing but white space is ahead.
  func isBlank(in file: SourceFile) -> Bool {
    space(in: file).end == end
  }

  /// The next byte that is not white space.
  func next(in file: SourceFile) -> UInt8? {
    let index = space(in: file).end
    return index < end ? file.bytes[index] : nil
  }

  /// Goes on by at most `columns` columns of white space.
  mutating func skipSpace(columns: Int, in file: SourceFile) {
    var left = columns
    while left > 0 {
      if owed > 0 {
        let used = min(owed, left)
        owed -= used
        column += used
        left -= used
      } else if offset < end, file.bytes[offset] == UInt8(ascii: " ") {
        offset += 1
        column += 1
        left -= 1
      } else if offset < end, file.bytes[offset] == UInt8(ascii: "\t") {
        offset += 1
        owed = 4 - column % 4
      } else {
        return
      }
    }
  }

  /// Goes on behind the white space ahead and `count` bytes more, which are of one column each.
  mutating func skipSpaceAnd(bytes count: Int, in file: SourceFile) {
    let space = space(in: file)
    offset = space.end + count
    column += space.columns + count
    owed = 0
  }

  /// What is ahead, without the white space at its beginning.
  func rest(in file: SourceFile) -> SourceRange {
    SourceRange(space(in: file).end, end)
  }
}

extension SourceRange {
  /// Whether nothing is in it.
  var isEmpty: Bool { lowerBound == upperBound }

  /// The range without white space at its ends; an empty one stands where the range began.
  func trimmed(in file: SourceFile) -> SourceRange {
    var low = lowerBound
    var high = upperBound
    while high > low, file.bytes[high - 1].isBlank { high -= 1 }
    while low < high, file.bytes[low].isBlank { low += 1 }
    return SourceRange(low, high)
  }

  /// The range without the byte-order mark that may stand at the beginning of the file.
  func withoutByteOrderMark(in file: SourceFile) -> SourceRange {
    lowerBound == 0 && file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? SourceRange(3, upperBound) : self
  }
}

extension UInt8 {
  /// Whether it is a space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether it is a letter of ASCII.
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  /// Whether it is a digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether it is a mark of ASCII that a backslash takes its meaning from.
  var isPunctuation: Bool { (0x21...0x7E).contains(self) && !isLetter && !isDigit }
}
