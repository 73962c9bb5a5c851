/// Figures in aligned columns.
struct Table {
  private let lines: [[String]]

  /// The table of `figures` under `name`, with a column of ratios where there is something to compare them to.
  init(_ name: String, _ figures: [Figure], ratio: ((Figure) -> Double?)? = nil) {
    let heading = [name, "", "median", "minimum", "unit", "times"]
    let hasRatio = ratio != nil
    lines =
      [hasRatio ? heading + ["ratio"] : heading]
      + figures.map { figure in
        let cells = [
          "  " + Row.subject(figure.peer, figure.variant), figure.metric, figure.median.shortText,
          figure.minimum.shortText, figure.unit, "\(figure.count)",
        ]
        return hasRatio ? cells + [ratio?(figure)?.shortText ?? "-"] : cells
      }
  }

  /// The words to the left, the numbers to the right.
  var text: String {
    guard let heading = lines.first else { return "" }
    let widths = heading.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      let cells = zip(line, widths).enumerated().map { column, cell in
        let gap = String(repeating: " ", count: cell.1 - cell.0.count)
        return column < 2 || column == 4 ? cell.0 + gap : gap + cell.0
      }
      return cells.joined(separator: "  ").trimmedEnd + "\n"
    }.joined()
  }
}

extension String {
  /// The text without the spaces at its end.
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
