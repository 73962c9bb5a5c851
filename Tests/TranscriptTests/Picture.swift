/// A picture of curves or of values over a plane, as far as there are numbers at it.
struct Picture {
  /// The line on which its lines begin, and how many there are.
  let lines: Range<Int>
  /// The numbers at the vertical axis.
  let rows: [Numeral]
  /// The numbers below the horizontal axis.
  let columns: [Numeral]

  /// The picture among `lines` that begins at `index`; `nil` where what begins there is none.
  ///
  /// Above it stand what it shows and what its marks mean, and below it what is measured along the axis.
  init?(_ lines: [String], at index: Int) throws(Unreadable) {
    let end = lines[index...].firstIndex { !$0.hasPrefix("    ") } ?? lines.endIndex
    let block = lines[index..<end]
    guard let axis = block.firstIndex(where: { $0.contains(/^ +-[-+]+$/) }) else { return nil }
    let above = block[..<axis]
    guard let first = above.firstIndex(where: { Self.label(of: $0) != nil }) else { return nil }
    var rows: [Numeral] = []
    for line in block[first..<axis] {
      guard let label = Self.label(of: line) else {
        throw Unreadable(description: "‘\(line.trimmingSpaces)’ is no line of a picture")
      }
      if label.isEmpty { continue }
      guard let number = Numeral(label) else {
        throw Unreadable(description: "‘\(label)’ is no number at an axis")
      }
      rows.append(number)
    }
    self.rows = rows
    self.lines = index..<end
    let below = block[(axis + 1)...]
    columns =
      try below.first?.split(separator: " ").map { text throws(Unreadable) in
        guard let number = Numeral(String(text)) else {
          throw Unreadable(description: "‘\(text)’ is no number at an axis")
        }
        return number
      } ?? []
    guard columns.count > 1, rows.count > 1 else {
      throw Unreadable(description: "a picture has numbers at both of its axes")
    }
    try Self.readTitles(above[..<first] + below.dropFirst())
  }

  /// What stands before the bar of a line of the picture.
  private static func label(of line: String) -> String? {
    line.trimmingSpaces.prefixMatch(of: /([-0-9.e+]*) *\|/).map { String($0.1) }
  }

  /// Reads the formulas and the marks above and below.
  private static func readTitles(_ lines: ArraySlice<String>) throws(Unreadable) {
    for line in lines {
      for piece in Page.pieces(of: line.trimmingSpaces) {
        let text = piece.replacing(" (logarithmic scale)", with: "").replacing(/:$/, with: "")
        let isMark =
          text.contains(/^[^ ] (?:several|data|[^ ]+ = [^ ]+|[^ ]+ to [^ ]+)$/) || text == "blank: no value"
        let meaning = text.replacing(/^[*o+x#@%=&v.:s\-]\ /, with: "")
        if !isMark, !Expression.canRead(text), !Expression.canRead(meaning) {
          throw Unreadable(description: "‘\(piece)’ belongs to no picture")
        }
      }
    }
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmingSpaces: String { replacing(/^\ +|\ +$/, with: "") }
}
