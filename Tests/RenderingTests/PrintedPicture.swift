import Testing

/// A picture read back from its text alone, without the code that drew it.
struct PrintedPicture {
  /// The characters of the picture, from bottom to top.
  private(set) var rows: [[Character]] = []
  /// The numbers at the vertical axis by their rows, from bottom to top.
  private(set) var verticalTicks: [(row: Int, value: Double)] = []
  /// The numbers at the horizontal axis by their columns.
  private(set) var horizontalTicks: [(column: Int, value: Double)] = []
  /// How many columns there are.
  let columns: Int

  /// Reads the one picture in a text; `nil` if there is none. A number that does not stand at its tick is an issue.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    let axes = lines.indices.filter { Self.isAxis(lines[$0]) }
    guard axes.count == 1, let axis = axes.first, let left = lines[axis].firstIndex(of: "-") else {
      return nil
    }
    columns = lines[axis].count - left - 1
    for line in lines[..<axis].reversed() {
      guard line.indices.contains(left), line[left] == "|" else { break }
      let label = String(line[..<left]).filter { $0 != " " }
      if !label.isEmpty {
        verticalTicks.append((rows.count, Double(label) ?? .nan))
      }
      rows.append(Array(line[(left + 1)...]))
    }
    readNumbers(lines[axis + 1], below: lines[axis], from: left + 1)
  }

  private static func isAxis(_ line: [Character]) -> Bool {
    let drawn = line.drop { $0 == " " }
    return drawn.count > 3 && drawn.allSatisfy { $0 == "-" || $0 == "+" } && drawn.contains("+")
  }

  private mutating func readNumbers(_ line: [Character], below axis: [Character], from left: Int) {
    let ticks = axis.indices.filter { axis[$0] == "+" }
    var words: [Range<Int>] = []
    for index in line.indices where line[index] != " " {
      if let last = words.last, last.upperBound == index {
        words[words.count - 1] = last.lowerBound..<(index + 1)
      } else {
        words.append(index..<(index + 1))
      }
    }
    #expect(words.count == ticks.count, "a number for each tick")
    for (word, tick) in zip(words, ticks) {
      #expect(word.contains(tick), "the number stands below its tick")
      horizontalTicks.append((tick - left, Double(String(line[word])) ?? .nan))
    }
  }

  /// What is drawn in a cell; a space beyond the end of a line.
  func mark(_ column: Int, _ row: Int) -> Character {
    guard rows.indices.contains(row) else { return " " }
    return rows[row].indices.contains(column) ? rows[row][column] : " "
  }

  /// The cells that are not empty.
  var marks: [(column: Int, row: Int, mark: Character)] {
    rows.indices.flatMap { row in
      rows[row].indices.filter { rows[row][$0] != " " }.map { ($0, row, rows[row][$0]) }
    }
  }

  /// The column of a value, as a number that need not be whole.
  func column(of value: Double) -> Double {
    Self.place(of: value, among: horizontalTicks.map { (Double($0.column), $0.value) })
  }

  /// The row of a value, as a number that need not be whole.
  func row(of value: Double, isLogarithmic: Bool = false) -> Double {
    Self.place(
      of: isLogarithmic ? Self.decades(value) : value,
      among: verticalTicks.map { (Double($0.row), isLogarithmic ? Self.decades($0.value) : $0.value) })
  }

  /// On the straight line through the outer two ticks.
  private static func place(of value: Double, among ticks: [(Double, Double)]) -> Double {
    guard let first = ticks.first, let last = ticks.last else { return .nan }
    // Divided first: from −1e308 to 1e308 is too far for a number.
    let part = (value / 4 - first.1 / 4) / (last.1 / 4 - first.1 / 4)
    return first.0 + part * (last.0 - first.0)
  }

  /// The logarithm to base 10, halved down bit by bit from the number's own.
  private static func decades(_ value: Double) -> Double {
    var (power, factor, rest) = (0.0, 1.0, value)
    while rest >= 10 { (rest, power) = (rest / 10, power + 1) }
    while rest < 1 { (rest, power) = (rest * 10, power - 1) }
    for _ in 0..<40 {
      factor /= 2
      rest *= rest
      if rest >= 10 { (rest, power) = (rest / 10, power + factor) }
    }
    return power
  }
}
