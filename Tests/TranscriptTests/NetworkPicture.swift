/// The drawing of a network, as far as there are numbers at it.
struct NetworkPicture {
  /// The lines on which it stands.
  let lines: Range<Int>
  /// What it says of numbers: those below a name in a circle, and those behind the name of a weight.
  let equations: [String]

  private static let sentence = /\d+ inputs?, then .*/
  private static let circle = /\(([^ ]+)\)/
  private static let weight = /([^ '.\-][^ ]*) = (−?[0-9.e+−]+)/

  /// The drawing among `lines` that begins at `index`; `nil` where what begins there is none.
  ///
  /// Above it stands, in a sentence, how many inputs and neurons there are.
  init?(_ lines: [String], at index: Int) {
    let above = lines[..<index].dropLast().reversed().prefix { !$0.isEmpty }.map(\.trimmingSpaces)
    guard index > 0, lines[index - 1].isEmpty,
      above.reversed().joined(separator: " ").wholeMatch(of: Self.sentence) != nil
    else { return nil }
    let end = lines[index...].firstIndex { $0.isEmpty } ?? lines.endIndex
    let block = lines[index..<end].map(Array.init)
    var equations: [String] = []
    for (row, line) in block.enumerated() {
      let text = String(line)
      equations += text.matches(of: Self.weight).map { "\($0.1) = \($0.2)" }
      for match in text.matches(of: Self.circle) where row + 1 < block.count {
        let start = text.distance(from: text.startIndex, to: match.range.lowerBound)
        let columns = start..<(start + match.0.count)
        guard let number = Self.number(in: block[row + 1], below: columns) else { continue }
        equations.append("\(match.1) = \(number)")
      }
    }
    guard !equations.isEmpty else { return nil }
    self.lines = index..<end
    self.equations = equations
  }

  /// The number of which a part stands below the columns.
  private static func number(in line: [Character], below columns: Range<Int>) -> String? {
    let words = line.split(separator: " ").first { word in
      word.startIndex < columns.upperBound && word.endIndex > columns.lowerBound
        && Numeral(String(word)) != nil
    }
    return words.map { String($0) }
  }
}
