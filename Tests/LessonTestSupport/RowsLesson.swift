import Algebra
package import LessonRuntime
package import Testing
package import Transcript

/// A lesson with three rows in a data cell, a formula over them, and a last cell that is under test.
package enum RowsLesson {
  /// Three rows, and the beginning of a calc cell that reads their columns, on lines 1 to 14.
  package static let columns = """
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
  package static let given = """
    \(columns)
    param w = 2
    const c = 5
    y = w*x
    L = (y - t)^2
    ```

    """

  /// The lesson with that last cell.
  package static func fixture(_ cell: String) -> LessonFixture {
    LessonFixture(text: given + "```calc\n\(cell)\n```\n")
  }

  /// What the last cell prints.
  package static func working(_ cell: String, _ options: RunOptions = RunOptions()) -> String {
    let whole = fixture(cell).working(options)
    let above = fixture("").working(options)
    return whole.hasPrefix(above) ? String(whole.dropFirst(above.count)).trimmingNewlines : whole
  }

  /// The numbers in the table that the last cell prints last, row by row.
  package static func lastTable(_ cell: String, sourceLocation: SourceLocation = #_sourceLocation)
    -> [[String]]
  {
    let fixture = fixture(cell)
    #expect(fixture.errors.isEmpty, sourceLocation: sourceLocation)
    return fixture.lastTable
  }
}

extension LessonFixture {
  /// The tables that the lesson prints.
  package var tables: [Table] {
    var tables: [Table] = []
    for case .step(let step) in lesson.run().transcript.parts {
      for line in step.lines {
        if case .table(let table) = line.content { tables.append(table) }
      }
    }
    return tables
  }

  /// The texts in the table that the lesson prints last, row by row.
  package var lastTable: [[String]] { tables.last.map { table in table.rows.map { $0.map(\.text) } } ?? [] }
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
package struct WorkedRows: Sendable, CustomTestStringConvertible {
  package let cell: String
  package let working: String

  package init(_ cell: String, _ working: String) {
    self.cell = cell
    self.working = working
  }

  package var testDescription: String { cell }

  /// Expects exactly this working.
  package func expectWorking(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(RowsLesson.working(cell) == working, sourceLocation: sourceLocation)
  }
}

/// The last cell of a lesson over rows, with one mistake.
package typealias MarkedRows = Marked<RowsFrame>

/// The last calc cell of a lesson over rows.
package enum RowsFrame: LessonFrame {
  package static let above = RowsLesson.given + "```calc\n"
  package static let below = CellFrame.below
}
