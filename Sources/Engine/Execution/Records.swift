package import Algebra
import Diagnostics

/// What the `record` statements of a loop have written down.
package struct Records {
  /// What one `record` statement has written down: of its rows the first and the last, of its columns the curves.
  package struct Recording {
    fileprivate let place: Int
    /// What is recorded, a column each.
    package let formulas: [Formula]
    /// The first rows, as they are to be shown.
    package fileprivate(set) var first: [[Number]] = []
    /// The last rows, those written earliest at `oldest`.
    private var latest: [[Number]] = []
    private var oldest = 0
    private var columns: [RecordedCurve]
    private let kept: (first: Int, last: Int)

    fileprivate init(_ formulas: [Formula], at place: Int, keeping kept: (first: Int, last: Int)) {
      self.place = place
      self.formulas = formulas
      self.kept = kept
      columns = formulas.map { _ in RecordedCurve() }
    }

    /// How many rows have been written down.
    package var count: Int { columns.first?.count ?? 0 }

    /// The last rows but for those that stand in `first`.
    package var last: [[Number]] { Array(latest[oldest...] + latest[..<oldest]) }

    /// The numbers of each column, for plots.
    package var curves: [Formula: RecordedCurve] { Dictionary(zip(formulas, columns)) { $1 } }

    fileprivate mutating func add(_ numbers: [Number]) {
      for (column, number) in numbers.enumerated() { columns[column].append(number.value) }
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

  /// Writes a row of the statement at `place` down.
  mutating func add(_ numbers: [Number], under formulas: [Formula], at place: SourceRange) throws(Fault) {
    let index: Int
    if let known = recordings.firstIndex(where: { $0.place == place.lowerBound }) {
      index = known
    } else {
      index = recordings.count
      recordings.append(Recording(formulas, at: place.lowerBound, keeping: kept))
    }
    guard recordings[index].count < limit else { throw Self.tooManyRows }
    recordings[index].add(numbers)
  }
}
