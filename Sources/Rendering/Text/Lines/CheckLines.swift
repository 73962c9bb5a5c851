internal import Algebra
internal import PlainText
internal import Transcript

extension TextArea {
  /// Checks that follow each other, a beat each. Those that are met line up: what is printed, how it is met, the note.
  func lines(of checks: [Check]) -> [TextLine] {
    let indentation = checks.map { displayWidth(alphabet.ownWords($0.mark.rawValue)) + 1 }.max() ?? 0
    let area = inset(by: indentation)
    let rows = checks.map(area.row)
    let columns = CheckColumns(rows.compactMap(\.self), width: area.width)
    return zip(checks, rows).enumerated().flatMap { beat, pair in
      let (check, row) = pair
      let lines = row.map { area.lines(of: $0, in: columns) } ?? area.linesOfUnmet(check)
      let mark = alphabet.ownWords(check.mark.rawValue).padded(to: indentation)
      let marked =
        lines.prefix(1).map { $0.prefixed(with: mark, check.mark.role) }
        + lines.dropFirst().map { $0.indented(by: indentation) }
      return marked.map { $0.delayed(by: beat) }
    }
  }

  /// What is said in place of the checks of a cell.
  func lines(summingUp summary: ChecksSummary) -> [TextLine] {
    let area = inset(by: Self.workingIndentation)
    let mark = alphabet.ownWords(summary.mark.rawValue)
    let words = filled(summary.text, width: area.width - displayWidth(mark) - 1)
    return words.enumerated().map { row, text in
      let line = TextLine(text)
      return
        (row == 0
        ? line.prefixed(with: mark + " ", summary.mark.role) : line.indented(by: displayWidth(mark) + 1))
        .indented(by: Self.workingIndentation)
    }
  }

  /// What is said of a number that is met; `nil` for one that is not.
  private func row(of check: Check) -> CheckRow? {
    guard case .met(let relation, let shown, let way) = check.finding else { return nil }
    return CheckRow(
      printed: fragments(check.subject, alphabet.sign(relation), .number(shown)),
      way: fragments(of: way).joined(),
      note: check.note?.harmlessLine ?? "")
  }

  private func lines(of row: CheckRow, in columns: CheckColumns) -> [TextLine] {
    for (head, note) in [columns.texts(of: row), CheckColumns.compact.texts(of: row)] where fits(head + note)
    {
      var line = TextLine(head)
      line.append(note, .aside)
      return [line]
    }
    var bare = row
    bare.note = ""
    for (head, _) in [columns.texts(of: bare), CheckColumns.compact.texts(of: bare)] where fits(head) {
      return [TextLine(head)] + lines(ofNote: row.note)
    }
    let printed = filled(row.printed, width: width, hanging: 2).map { TextLine($0) }
    guard !row.way.isEmpty else { return printed + lines(ofNote: row.note) }
    var line = TextLine(row.way.padded(to: displayWidth(row.way) + CheckColumns.compact.gap))
    line.append(row.note, .aside)
    if line.width <= width { return printed + [line] }
    return printed + filled(row.way, width: width).map { TextLine($0) } + lines(ofNote: row.note)
  }

  private func linesOfUnmet(_ check: Check) -> [TextLine] {
    guard case .unmet(let finding) = check.finding else { return [] }
    return filled(fragments(of: finding), width: width).map { TextLine($0) }
      + lines(ofNote: check.note?.harmlessLine ?? "")
  }

  private func lines(ofNote note: String) -> [TextLine] {
    note.isEmpty ? [] : filled(note, width: width).map { TextLine($0, .aside) }
  }
}

/// A check that is met, in three cells.
private struct CheckRow {
  var printed: [String]
  var way: String
  var note: String
}

/// The columns that rows of checks share.
private struct CheckColumns {
  private let printedWidth: Int
  private let wayWidth: Int
  let gap: Int

  /// Columns of their own for a row that does not fit into those of the others.
  static let compact = CheckColumns(printedWidth: 0, wayWidth: 0, gap: 2)

  private init(printedWidth: Int, wayWidth: Int, gap: Int) {
    self.printedWidth = printedWidth
    self.wayWidth = wayWidth
    self.gap = gap
  }

  /// The columns of those of `rows` that fit on a line at all, as far apart as they leave room for.
  init(_ rows: [CheckRow], width: Int) {
    func fits(_ row: CheckRow, in columns: CheckColumns) -> Bool {
      let (head, note) = columns.texts(of: row)
      return displayWidth(head + note) <= width
    }
    let fitting = rows.filter { fits($0, in: .compact) }
    let printed = fitting.map { displayWidth($0.printed.joined()) }.max() ?? 0
    let way = fitting.map { displayWidth($0.way) }.max() ?? 0
    let candidates = [4, 3, 2].map { CheckColumns(printedWidth: printed, wayWidth: way, gap: $0) }
    self = candidates.first { columns in fitting.allSatisfy { fits($0, in: columns) } } ?? candidates[2]
  }

  /// The row in these columns, the note apart.
  func texts(of row: CheckRow) -> (head: String, note: String) {
    var head = row.printed.joined()
    if !row.way.isEmpty { head = head.padded(to: printedWidth) + .spaces(gap) + row.way }
    if !row.note.isEmpty {
      head = head.padded(to: wayWidth == 0 ? printedWidth : printedWidth + gap + wayWidth) + .spaces(gap)
    }
    return (head, row.note)
  }
}

/// The checks of a cell in one line.
struct ChecksSummary {
  let text: String
  fileprivate let mark: CheckMark

  /// What sums the checks up: that all are met, or that all are of other inputs; `nil` where they must be read.
  init?(_ checks: [Check]) {
    let count = checks.count
    guard count > 1 else { return nil }
    let marks = Set(checks.map(\.mark))
    if marks == [.met] {
      (text, mark) = ("\(count) printed numbers are met", .met)
    } else if marks.isSubset(of: [.met, .untold]) {
      (text, mark) = ("\(count) numbers are printed for the lesson's own inputs", .untold)
    } else {
      return nil
    }
  }
}

extension CheckMark {
  /// How it is set off.
  var role: Role {
    switch self {
    case .met: .met
    case .untold: .aside
    case .slip: .slip
    case .failure: .failure
    }
  }
}
