/// Counts what a lesson works out, so that no lesson can keep the program busy forever.
///
/// Bounds are counts, never clocks: the same lesson stops at the same place on every machine.
package final class WorkBound {
  /// The bounds. They are those of the lesson format; only tests set lower ones, to meet them at once.
  package struct Limits {
    /// Operations on the tape.
    package var operationsOnTape = 10_000_000
    /// Operations that are worked out in all, forward and back. One is an operation of a training that goes through many
    /// rows at a time; all else counts for as many as it takes the time of, see `Work`.
    package var operationsInAll = 10_000_000_000
    /// Passes of loops in all.
    package var passes = WorkBound.maxPasses
    /// Bytes of a transcript, estimated before they are laid out.
    package var transcriptBytes = 50_000_000

    /// Bounds in parts; what is left out is that of the lesson format.
    package init(
      operationsOnTape: Int = 10_000_000, operationsInAll: Int = 10_000_000_000, passes: Int = 10_000_000,
      transcriptBytes: Int = 50_000_000
    ) {
      self.operationsOnTape = operationsOnTape
      self.operationsInAll = operationsInAll
      self.passes = passes
      self.transcriptBytes = transcriptBytes
    }
  }

  /// The bound on passes of loops in all, epochs among them.
  package static let maxPasses = 10_000_000

  private let limits: Limits
  private var spent = 0
  private var passes = 0
  private var bytes = 0
  private var draftedLines = 0
  private var draftedLinks = 0

  /// Nothing is counted yet.
  package init(_ limits: Limits = Limits()) { self.limits = limits }

  /// Counts operations that are about to be worked out.
  package func spend(_ operations: Int) throws(Fault) {
    let (sum, isTooLarge) = spent.addingReportingOverflow(operations)
    if isTooLarge || sum > limits.operationsInAll { throw Self.tooManyOperations }
    spent = sum
  }

  private static let tooManyOperations = Fault.bound(
    "this lesson works out more than 10,000,000,000 operations, which is the bound")

  /// How much has been counted.
  package struct Count {
    fileprivate var operations = 0
    fileprivate var passes = 0
  }

  /// What has been counted so far. It is set back where what was worked out is taken back, too.
  package var count: Count {
    get { Count(operations: spent, passes: passes) }
    set { (spent, passes) = (newValue.operations, newValue.passes) }
  }

  /// Refuses work that is known to go beyond a bound before it begins.
  package func expect(_ least: LeastWork) throws(Fault) {
    if least.passes > Double(limits.passes - passes) { throw Self.tooManyPasses }
    if least.operations > Double(limits.operationsInAll - spent) { throw Self.tooManyOperations }
  }

  /// Counts a pass of a loop that is about to be gone through.
  package func pass() throws(Fault) {
    passes += 1
    if passes > limits.passes { throw Self.tooManyPasses }
  }

  private static let tooManyPasses = Fault.bound(
    "the loops of this lesson are gone through more than 10,000,000 times, which is the bound")

  /// Checks the length of the tape.
  func holdOperations(_ count: Int) throws(Fault) {
    if count > limits.operationsOnTape {
      throw .bound("this lesson puts more than 10,000,000 operations on the tape, which is the bound")
    }
  }

  /// Counts bytes of a step that is finished and about to be printed.
  package func print(_ count: Int) throws(Fault) {
    draftedLines = 0
    draftedLinks = 0
    bytes += count
    try holdBytes(0)
  }

  /// Counts bytes of a line of a step that is still being written, so that no step grows far beyond the bound, and the
  /// search for the digits of its numbers.
  package func draftLine(_ count: Int) throws(Fault) {
    try spend(Work.line + count * Work.byteOfLine)
    draftedLines += count
    try holdBytes(draftedLines)
  }

  /// Counts bytes of the links of a step that is still being written; their lines are not there yet.
  package func draftLink(_ count: Int) throws(Fault) {
    draftedLinks += count
    try holdBytes(draftedLinks)
  }

  /// Refuses a link of which it is known that it would take too many bytes.
  package func expectLink(_ count: Int) throws(Fault) { try holdBytes(draftedLinks + count) }

  private func holdBytes(_ drafted: Int) throws(Fault) {
    if bytes + drafted > limits.transcriptBytes {
      throw .bound("the transcript of this lesson grows beyond 50 MB, which is the bound")
    }
  }
}

/// What something comes to at least. As it is only compared with bounds, it is no whole number: nothing is too large for it.
package struct LeastWork {
  /// Operations that are worked out.
  package var operations = 0.0
  /// Passes of loops.
  package var passes = 0.0
  /// Rows that one `record` writes down.
  package var rows = 0.0

  /// Work in parts; what is left out is none.
  package init(operations: Double = 0.0, passes: Double = 0.0, rows: Double = 0.0) {
    self.operations = operations
    self.passes = passes
    self.rows = rows
  }

  /// The work of both, one after the other.
  package static func + (one: LeastWork, other: LeastWork) -> LeastWork {
    LeastWork(
      operations: one.operations + other.operations, passes: one.passes + other.passes,
      rows: max(one.rows, other.rows))
  }

  /// The work so many times.
  package func times(_ count: Int) -> LeastWork {
    let count = Double(count)
    return LeastWork(operations: operations * count, passes: passes * count, rows: rows * count)
  }
}

/// What things come to in operations of a training that goes through many rows at a time, each about a nanosecond.
///
/// They are measured once and are the same on every machine: what a lesson may do depends on no clock.
package enum Work {
  /// A formula that is put on the tape.
  package static func formula(parts: Int) -> Int { 1000 + 60 * parts }

  /// Formulas that are on the tape and are worked out again in one go.
  package static func pass(operations: Int) -> Int { 500 + 5 * operations }

  /// The derivatives of a value.
  package static func sweep(operations: Int) -> Int { 500 + 8 * operations }

  /// A step of an optimizer.
  package static func step(operations: Int) -> Int { 200 + 5 * operations }

  /// To record parts of the formulas of an optimizer's steps.
  static func recordedParts(_ count: Int) -> Int { 2700 * count }

  /// An epoch, beside what is worked out in it.
  package static let epoch = 700
  /// A condition that is asked behind an epoch or a pass.
  package static let condition = 3000
  /// A number that is drawn.
  package static let draw = 300
  /// A name that a statement of a loop changes or records, beside the formula.
  package static let statement = 2000
  /// A link of the chain rule, with its formula.
  package static let link = 60_000
  /// A given number.
  static let givenNumber = 3000
  /// A formula with a name, beside what it comes to by itself.
  package static let definition = 12_000
  /// A step that is shown, and a line of it.
  package static func shown(lines: Int) -> Int { 4000 + 5000 * lines }
  /// A value that a forward pass has changed, shown.
  package static let change = 12_000
  /// A line of an equation.
  package static let line = 5000
  /// A function of it, which may have to be worked out to many digits.
  package static let callOnPaper = 30_000
  /// A byte of it.
  package static let byteOfLine = 500
}
