import Algebra
import Testing
import Transcript

@testable import LessonRuntime

/// A lesson with three rows in a data cell, a formula over them, and a last cell that is under test.
enum RowsLesson {
  /// What stands above the last cell, on lines 1 to 19.
  static let given = """
    ---
    title: A lesson
    ---

    ```data d
    x, t
    1, 2
    2, 3
    -3, -6.50
    ```

    ```calc
    input x from d
    target t from d
    param w = 2
    const c = 5
    y = w*x
    L = (y - t)^2
    ```

    """

  /// The lesson with that last cell.
  static func fixture(_ cell: String) -> LessonFixture {
    LessonFixture(text: given + "```calc\n\(cell)\n```\n")
  }

  /// What the last cell prints.
  static func working(_ cell: String, _ options: RunOptions = RunOptions()) -> String {
    let whole = fixture(cell).working(options)
    let above = fixture("").working(options)
    return whole.hasPrefix(above) ? String(whole.dropFirst(above.count)).trimmingNewlines : whole
  }

  /// The numbers in the table that the last cell prints last, row by row.
  static func lastTable(_ cell: String, sourceLocation: SourceLocation = #_sourceLocation) -> [[String]] {
    let fixture = fixture(cell)
    #expect(fixture.errors.isEmpty, sourceLocation: sourceLocation)
    return fixture.lastTable
  }
}

extension LessonFixture {
  /// The tables that the lesson prints.
  var tables: [Table] {
    var tables: [Table] = []
    for case .step(let step) in lesson.run().transcript.parts {
      for line in step.lines {
        if case .table(let table) = line.content { tables.append(table) }
      }
    }
    return tables
  }

  /// The texts in the table that the lesson prints last, row by row.
  var lastTable: [[String]] { tables.last.map { table in table.rows.map { $0.map(\.text) } } ?? [] }
}

extension Table.Cell {
  /// What stands in the cell.
  fileprivate var text: String {
    switch self {
    case .words(let text): text
    case .formula(let formula): formula.text(.calc)
    case .number(let number): number.text ?? ""
    }
  }
}

/// The last cell of a lesson over rows, and what it prints in 80 columns.
struct WorkedRows: Sendable, CustomTestStringConvertible {
  let cell: String
  let working: String

  init(_ cell: String, _ working: String) {
    self.cell = cell
    self.working = working
  }

  var testDescription: String { cell }

  /// Expects exactly this working.
  func expectWorking(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(RowsLesson.working(cell) == working, sourceLocation: sourceLocation)
  }
}

/// A lesson over rows whose last cell has one mistake, its place between `⟦` and `⟧`, and what is said of it.
struct MarkedRows: Sendable, CustomTestStringConvertible {
  let marked: MarkedText

  init(_ marked: String, _ message: String, hint: String? = nil) {
    self.marked = MarkedText(RowsLesson.given + "```calc\n\(marked)\n```\n", message, hint: hint)
  }

  var testDescription: String { marked.lastLines(behind: RowsLesson.given) }

  /// Expects that this and nothing else is printed.
  func expectErrors(sourceLocation: SourceLocation = #_sourceLocation) {
    marked.expectErrors(sourceLocation: sourceLocation)
  }
}

/// The text of a whole lesson with one mistake, its place between `⟦` and `⟧`, and what is said of it.
struct MarkedText: Sendable, CustomTestStringConvertible {
  let marked: String
  let message: String
  let hint: String?

  init(_ marked: String, _ message: String, hint: String? = nil) {
    self.marked = marked
    self.message = message
    self.hint = hint
  }

  var testDescription: String { marked }

  /// The lesson.
  var fixture: LessonFixture { LessonFixture(text: marked.filter { $0 != "⟦" && $0 != "⟧" }) }

  /// What is printed of the mistake, from the marks.
  var expected: String {
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.contains("⟦") }) else { return "no mark" }
    let parts = lines[index].split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
    let text = [
      "lesson.md:\(index + 1):\(parts[0].count + 1): error: \(message)",
      "\(parts[0])\(rest.joined())",
      String(repeating: " ", count: parts[0].count) + "^"
        + String(repeating: "~", count: max(0, rest[0].count - 1)),
    ]
    return (text + (hint.map { ["hint: \($0)"] } ?? [])).joined(separator: "\n")
  }

  /// Expects that this and nothing else is printed.
  func expectErrors(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(fixture.errors == expected, sourceLocation: sourceLocation)
  }

  fileprivate func lastLines(behind given: String) -> String { String(marked.dropFirst(given.count)) }
}
