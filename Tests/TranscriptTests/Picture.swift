import Foundation

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
    guard let axis = block.firstIndex(where: Self.isAxis) else { return nil }
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
    let ticks = block[axis].indices.filter { block[axis][$0] == "+" }
      .map { block[axis].distance(from: block[axis].startIndex, to: $0) }
    guard Self.areProportional(ticks, columns.map(\.value)) else {
      throw Unreadable(description: "the numbers below the picture do not stand where they belong")
    }
    let marked = block[first..<axis].indices.filter { Self.label(of: block[$0])?.isEmpty == false }
    let isLogarithmic = above.contains { $0.contains("logarithmic scale") }
    guard
      Self.areProportional(marked, rows.map { isLogarithmic ? log10(max($0.value, 1e-300)) : $0.value })
    else { throw Unreadable(description: "the numbers beside the picture do not stand where they belong") }
    try Self.readTitles(above[..<first] + below.dropFirst())
  }

  /// Whether places differ as their values do, to the nearest place.
  private static func areProportional(_ places: [Int], _ values: [Double]) -> Bool {
    guard places.count == values.count, let first = values.first, let last = values.last, first != last
    else { return false }
    let length = Double(places[places.count - 1] - places[0])
    return zip(places, values).allSatisfy { place, value in
      abs(Double(place - places[0]) - (value - first) / (last - first) * length) <= 1
    }
  }

  private static let bar = /([-0-9.e+]*) *\|/

  private static func isAxis(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    return line.hasPrefix(" ") && text.hasPrefix("-") && text.count > 1
      && text.allSatisfy { "-+".contains($0) }
  }

  /// What stands before the bar of a line of the picture.
  private static func label(of line: String) -> String? {
    line.trimmingSpaces.prefixMatch(of: bar).map { String($0.1) }
  }

  /// Reads the formulas and the marks above and below.
  private static func readTitles(_ lines: ArraySlice<String>) throws(Unreadable) {
    for line in lines {
      for piece in Page.pieces(of: line.trimmingSpaces) {
        let text = piece.replacing(" (logarithmic scale)", with: "").replacing(/:$/, with: "")
        let isMark =
          text == "logarithmic scale" || text.contains(/^[^ ] (?:several|data|[^ ]+ = [^ ]+|[^ ]+ to [^ ]+)$/)
          || text == "blank: no value"
        let meaning = text.replacing(/^[*o+x#@%=&.,:\-OXAVHS]\ /, with: "")
        if !isMark, !Expression.canRead(text), !Expression.canRead(meaning) {
          throw Unreadable(description: "‘\(piece)’ belongs to no picture")
        }
      }
    }
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: String { trimmingCharacters(in: .whitespaces) }
}
