import Tutor

/// The numbers of a file by the lines of a sheet, and what of the file belongs to none.
struct HandedSheet {
  /// The numbers, by the lines to which they belong.
  private(set) var numbers: [Int: HandedNumber] = [:]
  /// What is said of names and numbers that are not marked, in the order of the file.
  private(set) var remarks: [String] = []

  /// So much is said of one file.
  private static let maxRemarks = 20
  /// So much of a name or a line is quoted.
  private static let longestQuotation = 40

  /// What is said of a line of the file.
  private struct Remark {
    let line: Int
    let text: String

    init(_ line: Int?, _ text: String) {
      self.line = line ?? 0
      self.text = (line.map { "line \($0): " } ?? "") + text
    }
  }

  /// The numbers of `text` by the lines of a sheet with these names.
  init(_ text: HandedText, _ sheet: MarkingSheet, _ names: SheetNames) {
    var found: [(line: Int, entry: HandedText.Entry, number: HandedNumber)] = []
    var series: [[Int]: [(entry: HandedText.Entry, number: HandedNumber)]] = [:]
    var order: [[Int]] = []
    var all: [Remark] = []
    // A rule on which nothing has been written is nothing that was handed in.
    for entry in text.entries where entry.value.isEmpty || entry.value.contains(where: { $0 != "_" }) {
      switch names.match(entry.name) {
      case .none(let nearest):
        let hint = nearest.map { "; did you mean `\($0)`?" } ?? ""
        all.append(Remark(entry.line, "`\(Self.quoted(entry.name))` is no number of this lesson\(hint)"))
      case .line(let line):
        if let number = Self.number(entry, &all) { found.append((line, entry, number)) }
      case .series(let lines):
        guard let number = Self.number(entry, &all) else { continue }
        if series[lines] == nil { order.append(lines) }
        series[lines, default: []].append((entry, number))
      }
    }
    for lines in order { found += Self.assigned(series[lines] ?? [], to: lines, sheet, &all) }
    var refused: Set<Int> = []
    for (line, entry, number) in found {
      if let other = numbers[line], other.value != number.value {
        if refused.insert(line).inserted {
          all.append(
            Remark(
              entry.line, "`\(Self.quoted(entry.name))` is handed in with different numbers: none counts"))
        }
      } else {
        numbers[line] = number
      }
    }
    for line in refused { numbers[line] = nil }
    for (line, text) in text.unread {
      all.append(Remark(line, "`\(Self.quoted(text))` is no name with a number"))
    }
    // In the order of the file, as far as lines are known.
    let inOrder = all.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
    remarks = inOrder.prefix(Self.maxRemarks).map(\.element.text)
    if all.count > Self.maxRemarks { remarks.append("… \(all.count - Self.maxRemarks) more like these") }
  }

  /// Numbers under one name for the numbers that the lesson has under it one after the other: in order, and the given one only where
  /// it is that.
  private static func assigned(
    _ entries: [(entry: HandedText.Entry, number: HandedNumber)], to lines: [Int], _ sheet: MarkingSheet,
    _ remarks: inout [Remark]
  ) -> [(line: Int, entry: HandedText.Entry, number: HandedNumber)] {
    var lines = lines[...]
    if let first = lines.first, !sheet.lines[first].isAsked,
      entries.first?.number.isValue(of: first, in: sheet) == false
    {
      lines.removeFirst()
    }
    var entries = entries
    // The same number twice is said twice.
    if entries.count > lines.count, Set(entries.map(\.number.value)).count == 1 { entries = [entries[0]] }
    guard entries.count <= lines.count else {
      if let (entry, _) = entries.last {
        remarks.append(
          Remark(
            entry.line,
            "`\(quoted(entry.name))` is handed in \(entries.count) times, and the lesson works it out \(lines.count == 1 ? "once" : "\(lines.count) times"): none counts"
          ))
      }
      return []
    }
    return zip(lines, entries).map { ($0, $1.entry, $1.number) }
  }

  private static func number(_ entry: HandedText.Entry, _ remarks: inout [Remark]) -> HandedNumber? {
    do throws(HandedNumber.Fault) {
      return try HandedNumber(entry.value)
    } catch {
      let name = "`\(quoted(entry.name))`"
      let value = "`\(quoted(entry.value))`"
      switch error {
      case .empty: break
      case .valueless: remarks.append(Remark(entry.line, "\(name) is \(value), which is no number"))
      case .outOfRange:
        remarks.append(
          Remark(entry.line, "\(name) is \(value), which is too large or too small for a number"))
      case .decimalComma:
        remarks.append(Remark(entry.line, "\(name) is \(value): write a point in place of the comma"))
      case .thousands:
        remarks.append(
          Remark(entry.line, "\(name) is \(value): write it without signs between the thousands"))
      case .spreadsheetFormula:
        remarks.append(
          Remark(entry.line, "\(name) is \(value), a formula of a spreadsheet: hand in its number"))
      case .tooLong: remarks.append(Remark(entry.line, "\(name) is longer than any number"))
      case .noNumber: remarks.append(Remark(entry.line, "\(name) is \(value), which is no number"))
      }
      return nil
    }
  }

  private static func quoted(_ text: String) -> String {
    text.count > longestQuotation ? text.prefix(longestQuotation - 1) + "…" : text
  }
}
