package import Algebra
import Diagnostics
import LessonProgram

/// What the `record` statements of a loop have written down.
package struct Records {
  /// What the `record` statements of the same values have written down: of its rows the first and the last, of its columns the
  /// curves.
  package struct Recording {
    /// What is recorded, a column each.
    package let formulas: [Formula]
    /// The first rows, as they are to be shown.
    package fileprivate(set) var first: [[Number]] = []
    /// The last rows, those written earliest at `oldest`.
    private var latest: [[Number]] = []
    private var oldest = 0
    private var columns: [RecordedCurve]
    private let kept: (first: Int, last: Int)
    /// Whether the first column counts the rows: its numbers are whole, and each is above the one before.
    private var isCounted: Bool
    private var lastCount = -Double.infinity

    fileprivate init(_ row: Instruction.Record, keeping kept: (first: Int, last: Int)) {
      formulas = row.formulas
      isCounted = row.mayCount
      self.kept = kept
      columns = formulas.map { _ in RecordedCurve() }
    }

    /// How many rows have been written down.
    package var count: Int { columns.first?.count ?? 0 }

    /// The last rows but for those that stand in `first`.
    package var last: [[Number]] { Array(latest[oldest...] + latest[..<oldest]) }

    /// The numbers of each column, for plots: over the first column where that counts the rows, which a row alone does not tell.
    package var curves: [Formula: RecordedCurve] {
      var curves = Dictionary(zip(formulas, columns)) { $1 }
      guard isCounted, count > 1 else { return curves }
      for formula in formulas.dropFirst() where formula != formulas[0] {
        curves[formula]?.counter = formulas[0]
      }
      return curves
    }

    fileprivate mutating func add(_ numbers: [Number]) {
      if isCounted, let next = numbers.first?.value {
        isCounted = next == next.rounded() && next > lastCount
        lastCount = next
      }
      for (column, number) in numbers.enumerated() { columns[column].append(number.value, at: lastCount) }
      if first.count < kept.first {
        first.append(numbers)
      } else if latest.count < kept.last {
        latest.append(numbers)
      } else if kept.last > 0 {
        latest[oldest] = numbers
        oldest = (oldest + 1) % kept.last
      }
    }
  }

  /// What each statement has written down, in the order in which they were first met.
  private(set) var recordings: [Recording] = []

  /// A loop records no more rows.
  static let maxRows = 1_000_000

  /// Which of them belongs to which statement, by its place.
  private var indices: [Int: Int] = [:]

  private let limit: Int
  private let kept: (first: Int, last: Int)

  /// No rows yet; only tests set a lower bound, to meet it at once.
  ///
  /// - Parameter kept: how many rows of a statement are kept at the beginning and the end.
  init(keeping kept: (first: Int, last: Int) = (0, 0), maxRows: Int = Records.maxRows) {
    limit = maxRows
    self.kept = kept
  }

  /// What is said of a loop that does.
  static let tooManyRows = Fault.bound("a loop records at most 1,000,000 rows, and this one records more")

  /// Writes a row of the statement at `place` down: below those of the statements that record the same values.
  mutating func add(
    _ numbers: [Number], of row: Instruction.Record, at place: SourceRange
  ) throws(Fault) {
    let index =
      indices[place.lowerBound] ?? recordings.firstIndex { $0.formulas == row.formulas } ?? recordings.count
    indices[place.lowerBound] = index
    if index == recordings.count { recordings.append(Recording(row, keeping: kept)) }
    guard recordings[index].count < limit else { throw Self.tooManyRows }
    recordings[index].add(numbers)
  }
}
