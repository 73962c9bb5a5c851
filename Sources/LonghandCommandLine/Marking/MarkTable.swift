import PlainText
import Tutor

/// What is told of marked files to a spreadsheet: one row a file.
struct MarkTable {
  /// The lines that have a column.
  private let labels: [String]
  private let scheme: MarkingScheme

  /// A table with a column for each line that is worth marks.
  init(_ sheet: MarkingSheet, _ scheme: MarkingScheme) {
    self.scheme = scheme
    labels = sheet.lines.filter { scheme.marks(of: $0) > 0 }.map(\.label)
  }

  /// The row that names the columns.
  var head: String {
    row(
      ["file", "variant", "marks", "of", "right", "follows", "wrong", "first wrong", "how", "problem"]
        + labels)
  }

  /// The row of a file.
  func row(_ file: MarkedFile) -> String {
    let start = [file.name, file.variant ?? ""]
    switch file.outcome {
    case .refused(let reason):
      return row(start + Array(repeating: "", count: 7) + [reason] + labels.map { _ in "" })
    case .marked(let numbers, let sheet, let remarks):
      let counts = numbers.counts
      let total = file.total(scheme) ?? (0, 0)
      let first = numbers.first.map { numbers.marks[$0] }
      var verdicts: [String: String] = [:]
      for mark in numbers.marks { verdicts[sheet.lines[mark.line].label] = mark.word }
      return row(
        start + [
          total.earned.marksText, total.of.marksText, "\(counts.right)", "\(counts.following)",
          "\(counts.wrong)", first.map { sheet.lines[$0.line].label } ?? "", first?.word ?? "",
          remarks.joined(separator: "; "),
        ] + labels.map { verdicts[$0] ?? "" })
    }
  }

  private func row(_ cells: [String]) -> String { cells.map(\.spreadsheetCell).joined(separator: ",") + "\n" }
}

extension Mark {
  /// The verdict in a word or two.
  var word: String {
    switch verdict {
    case .right: "right"
    case .follows: "follows"
    case .wrong(let slip): slip.kind.rawValue
    }
  }
}
