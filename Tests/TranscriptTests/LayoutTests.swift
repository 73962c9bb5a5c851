import Foundation
import TestSupport
import Testing

@Suite("How pages are laid out")
struct LayoutTests {
  /// The lessons, with less to train: what stands in tables makes no difference here.
  private static func lessons() throws -> [(name: String, text: String)] {
    try Repository.lessons().map { ($0, $1.withBriefTraining) }
  }

  /// Expects the page of a lesson to be no wider than `width`, with all tables in columns that line up; how many these are.
  @discardableResult
  private func expectColumns(_ page: String, width: Int, of lesson: LessonSource, _ name: String) -> Int {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() where line.utf8.count > width && line.count > width {
      let isAsItStands = lesson.verbatimLines.contains(line.trimmingCharacters(in: .whitespaces))
      #expect(isAsItStands, "\(name), line \(index + 1) is \(line.count) columns wide")
    }
    let tables = ColumnTable.all(in: lines)
    for fault in tables.flatMap(\.faults) { Issue.record("\(name) at \(width), line \(fault)") }
    return tables.count
  }

  @Test func `the columns of every recorded table line up, and nothing is wider than the page`() throws {
    for (name, text) in try Repository.transcripts() {
      expectColumns(text, width: 80, of: LessonSource(try Repository.lesson(name)), name)
    }
  }

  @Test func `the columns of every table in ASCII line up, and nothing is wider than the page`() throws {
    let width = 60
    let program = try BuiltProgram()
    for (name, text) in try Self.lessons() {
      let printed = try program.transcript(ofText: text, ["--width", "\(width)", "--ascii"], status: nil)
      expectColumns(printed, width: width, of: LessonSource(text), name)
    }
  }

  @Test func `a page of any width says the same, is true as printed, and has its tables in columns`() throws {
    let program = try BuiltProgram()
    // Every second lesson; the columns of all are looked at above.
    for (name, lesson) in try Self.lessons().enumerated().filter({ $0.offset % 2 == 0 }).map(\.element) {
      // What the lesson shows as it stands may be broken here.
      let text = lesson.replacing(/```text\n(?:[^`].*\n|\n)*```\n/, with: "")
      let source = LessonSource(text)
      var tallies: [[Int]] = []
      var stacked: [Int] = []
      for width in [60, 120] {
        let printed = try program.transcript(ofText: text, ["--width", "\(width)"], status: nil)
        let reading = Reading(Page(printed, lesson: source), decimals: source.decimals)
        for fault in reading.faults { Issue.record("\(name) at \(width), printed line \(fault)") }
        let tally = reading.tally
        // Of two tables with the same heads, the one below the other, stacked rows do not tell where the second begins.
        tallies.append([tally.rows, tally.equations, tally.met, tally.optimizers, tally.givens])
        let tables = expectColumns(printed, width: width, of: source, name)
        stacked.append(tally.tables - tables)
      }
      #expect(tallies[0] == tallies[1], "\(name)")
      #expect(stacked[1] == 0, "\(name) has a table that is not found in columns on a wide page")
    }
  }

  @Test(
    "finds columns that do not line up",
    arguments: [
      ("    x    y\n     1   0.5\n    10   0.25", true), ("    x    y\n     1   0.5\n     10   0.25", false),
      ("    x    y\n     1   0.5\n    10    0.25", false), ("    x   y\n    1   −0.5\n    2   0.25", false),
      ("    x   y\n    1   −0.5\n    2    0.25", true), ("    x   y\n    1    0.5\n    2    0.25", false),
      ("    x   y\n    1   4.92e-04\n    2   1", true), ("    x   y\n    1   4.92e-04\n    2    1", false),
      ("    x      y\n    1000   5\n       2   …", true), ("      x   y\n    1000   5\n       2   7", false),
      ("    param   before\n    w       0.1\n    bias    2", true),
      ("    param   before\n    w      0.1\n    bias    2", false),
    ])
  func misplaced(page: String, isInLine: Bool) {
    let tables = ColumnTable.all(in: page.split(separator: "\n").map(String.init))
    #expect(tables.count == 1)
    #expect(tables.flatMap(\.faults).isEmpty == isInLine)
  }
}

/// A table as it stands on a page, by the columns of the page.
private struct ColumnTable {
  /// The line of the heads, from 1.
  let line: Int
  let lines: [String]

  /// A text between gaps, and the column in which it begins.
  private struct Piece {
    let text: String
    let start: Int
    var end: Int { start + text.count }

    /// The column behind the digits before the point; `nil` where this is no number.
    var point: Int? {
      guard let first = text.first, first.isNumber || "-−".contains(first), Numeral(text) != nil else {
        return nil
      }
      return start + text.prefix { $0 != "." && $0 != "e" }.count
    }
  }

  /// The tables on a page: heads, and rows of as many numbers below them.
  static func all(in lines: [String]) -> [ColumnTable] {
    var tables: [ColumnTable] = []
    var index = 0
    while index < lines.count {
      guard lines[index].hasPrefix("    ") else {
        index += 1
        continue
      }
      let heads = pieces(of: lines[index])
      let isHeader = !heads.contains {
        $0.point != nil || $0.text.hasPrefix("|") || $0.text.contains(": ")
      }
      let rows = isHeader ? lines[(index + 1)...].prefix { isRow(pieces(of: $0), under: heads) } : []
      if !rows.isEmpty {
        tables.append(ColumnTable(line: index + 1, lines: [lines[index]] + rows))
      }
      index += 1 + rows.count
    }
    return tables
  }

  private static func isRow(_ cells: [Piece], under heads: [Piece]) -> Bool {
    guard cells.count == heads.count, !cells.isEmpty else { return false }
    let isLabelled = ["param", "name"].contains(heads[0].text) || Page.isIndexLabel(cells[0].text)
    return cells.dropFirst(isLabelled ? 1 : 0).allSatisfy {
      $0.point != nil || ["…", "..."].contains($0.text)
    }
      && (!isLabelled || cells.count > 1)
  }

  private static func pieces(of line: String) -> [Piece] {
    var pieces: [Piece] = []
    var text = ""
    for (column, character) in (line + "  ").enumerated() {
      if character == " ", text.isEmpty || text.last == " " {
        let trimmed = text.dropLast()
        if !trimmed.isEmpty { pieces.append(Piece(text: String(trimmed), start: column - text.count)) }
        text = ""
      } else {
        text.append(character)
      }
    }
    return pieces
  }

  /// What does not stand where it belongs.
  var faults: [Fault] {
    let rows = lines.map(Self.pieces)
    var faults: [Fault] = []
    for column in rows[0].indices {
      let cells = rows.dropFirst().map { $0[column] }
      let start = rows[0][column].start
      if cells.map(\.start).min() != start {
        faults.append(
          Fault(line: line, what: "‘\(rows[0][column].text)’ does not begin where its column does"))
      }
      if Set(cells.compactMap(\.point)).count > 1 {
        faults.append(Fault(line: line, what: "the points below ‘\(rows[0][column].text)’ do not line up"))
      }
      if column > 0, let end = rows.map({ $0[column - 1].end }).max(), end + 2 > start {
        faults.append(Fault(line: line, what: "‘\(rows[0][column].text)’ is too close to what stands before"))
      }
    }
    return faults
  }
}
