import Algebra
import Testing
import Transcript

@testable import LessonProgram
@testable import LessonRuntime

/// A lesson with three rows in a data cell, a formula over them, and a last cell that is under test.
enum RowsLesson {
  /// Three rows, and the beginning of a calc cell that reads their columns, on lines 1 to 14.
  static let columns = """
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
    """

  /// What stands above the last cell, on lines 1 to 19.
  static let given = """
    \(columns)
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

/// The last cell of a lesson over rows, with one mistake.
typealias MarkedRows = Marked<RowsFrame>

/// The last calc cell of a lesson over rows.
enum RowsFrame: LessonFrame {
  static let above = RowsLesson.given + "```calc\n"
  static let below = CellFrame.below
}
