import ElementaryFunctions

/// A program worked through for many rows of data: its outputs, and the sums of the derivatives over all rows.
///
/// Each row gives its numbers to the leaves that vary; what the rows do not set is as on the tape. Eight rows are
/// worked through side by side, a lane each, and long runs on all cores. Afterwards the tape may have the values of
/// any row; `Program.forward` works them out anew.
///
/// The sums are formed in an order that is always the same: over the rows of a lane of a block one after the other,
/// then over the lanes of the block by halves, then over the blocks one after the other. So the result has the same
/// bits for any number of lanes and cores.
public final class Batch {
  /// How many rows are a block at most: a run of so many, or of a multiple, adds up as a part of a longer one does.
  public static let blockLength = 512
  /// How many lanes a block has, whether they are worked through side by side or one by one.
  static let laneCount = 8

  /// How many rows are worked through at a time.
  public enum Width: Sendable {
    /// One.
    case one
    /// Eight.
    case eight
    /// As many as is faster.
    case any
  }

  private let program: Program
  private let width: Width
  private let threads: Int?
  /// What is needed to work through one row at a time, with the values of the tape.
  private var single: BlockOfRows<Double>?
  /// What is needed to work through eight at a time, for each thread.
  private var lanes: [BlockOfRows<SIMD8<Double>>] = []
  /// The outputs of a run, and the sums of its blocks, in order.
  private var results = Results()

  /// A batch for a program, whose rows set its varying leaves.
  ///
  /// Neither the width nor the number of threads makes a difference but in speed. Unless it is given, long runs use as
  /// many threads as there are cores, and short ones none but their own.
  public init(_ program: Program, width: Width = .any, threads: Int? = nil) {
    self.program = program
    self.width = width
    self.threads = threads
  }

  deinit {
    single?.free()
    for block in lanes { block.free() }
    results.free()
  }

  /// Works out the output for the rows of which `rows` tells the places in `numbers`, which has as many numbers a row
  /// as leaves vary, and writes it into `outputs`, at the row's place.
  ///
  /// Gives the rows for which a guard of the program does not hold, for which nothing is written; `nil` where another
  /// row has a value that is not finite, and there is no telling what was written.
  public func workOut(_ rows: ArraySlice<Int>, numbers: [Double], outputs: inout [Double]) -> [Int]? {
    guard run(Task(rows: rows, numbers: numbers, withDerivatives: false)) else { return nil }
    return takeOutputs(of: rows, into: &outputs)
  }

  /// The same, and adds the derivatives by the program's leaves to `sums`.
  public func addDerivatives(
    of rows: ArraySlice<Int>, numbers: [Double], outputs: inout [Double], to sums: inout [Double]
  ) -> [Int]? {
    precondition(sums.count == program.leaves.count, "there is a sum for each leaf")
    guard run(Task(rows: rows, numbers: numbers, withDerivatives: true)) else { return nil }
    for block in 0..<Batch.blockCount(of: rows) {
      for index in sums.indices { sums[index] += results.sums[block * sums.count + index] }
    }
    return takeOutputs(of: rows, into: &outputs)
  }

  /// Takes the outputs of a run over; gives the rows that have none.
  private func takeOutputs(of rows: ArraySlice<Int>, into outputs: inout [Double]) -> [Int] {
    var left: [Int] = []
    let (values, weights) = (results.outputs, results.weights)
    precondition(Batch.areBelow(outputs.count, rows), "a row has a place among the outputs")
    // Without looking at each index again, as there are few operations for each row.
    outputs.withUnsafeMutableBufferPointer { outputs in
      var place = 0
      for row in rows {
        if weights[place] == 1 { outputs[row] = values[place] } else { left.append(row) }
        place &+= 1
      }
    }
    return left
  }

  /// Whether rows are among the first `count`.
  private static func areBelow(_ count: Int, _ rows: ArraySlice<Int>) -> Bool {
    // A negative number is a large one without a sign. All are gone through, without a way out of the loop.
    rows.isEmpty || rows.reduce(into: 0 as UInt) { $0 = max($0, UInt(bitPattern: $1)) } < UInt(count)
  }

  private static func blockCount(of rows: ArraySlice<Int>) -> Int {
    (rows.count + blockLength - 1) / blockLength
  }
}

// MARK: - Running

extension Batch {
  /// Works through all blocks, each with the results of its own; whether all values are finite.
  private func run(_ task: Task) -> Bool {
    program.requireTape()
    let rowCount = program.varying.isEmpty ? Int.max : task.numbers.count / program.varying.count
    precondition(Batch.areBelow(rowCount, task.rows), "a row has a number for each leaf that varies")
    let count = Batch.blockCount(of: task.rows)
    results.makeRoom(outputs: task.rows.count, sums: count * program.leaves.count)
    program.tape.storage.state.outdateValues()
    guard isWide(task.rows.count) else {
      let block = single ?? BlockOfRows(program)
      single = block
      let values = program.tape.storage.state.values
      return (0..<count).allSatisfy { block.run(task, block: $0, values, results) }
    }
    let isLong = task.rows.count * program.count >= Batch.minOperationsForThreads
    let workers = max(1, min(threads ?? (isLong ? processorCount() : 1), count))
    while lanes.count < workers { lanes.append(BlockOfRows(program)) }
    for lane in lanes.prefix(workers) { lane.takeLeaves() }
    // Each worker takes every so many-th block: which one has no influence on any number.
    var areFinite = Column(repeating: true, count: workers)
    defer { areFinite.free() }
    let shared = Shared(value: (lanes: lanes, results: results, areFinite: areFinite))
    concurrently(workers) { worker in
      for block in stride(from: worker, to: count, by: workers) {
        if !shared.value.lanes[worker].run(task, block: block, shared.value.results) {
          shared.value.areFinite[worker] = false
        }
      }
    }
    return (0..<workers).allSatisfy { areFinite[$0] }
  }

  private func isWide(_ rows: Int) -> Bool {
    switch width {
    case .one: false
    case .eight: true
    // With fewer rows most lanes would be idle.
    case .any: rows >= 4
    }
  }

  /// The fewest operations for which it is worth while to wake other threads.
  private static let minOperationsForThreads = 500_000
}

extension Batch {
  /// What is to be done with rows.
  struct Task {
    /// The places of the rows.
    let rows: ArraySlice<Int>
    /// The numbers of all rows.
    let numbers: [Double]
    /// Whether derivatives are wanted.
    let withDerivatives: Bool

    /// The rows of a block.
    func rows(ofBlock block: Int) -> ArraySlice<Int> {
      let start = rows.startIndex + block * Batch.blockLength
      return rows[start..<min(start + Batch.blockLength, rows.endIndex)]
    }
  }

  /// What comes out: threads write to different places of it.
  struct Results {
    /// The output of each row, in the order of the rows.
    private(set) var outputs = Column<Double>()
    /// 1 for each row for which all guards hold, else 0.
    private(set) var weights = Column<Double>()
    /// The sums of each block, behind one another.
    private(set) var sums = Column<Double>()

    mutating func makeRoom(outputs: Int, sums: Int) {
      self.outputs.grow(to: outputs)
      weights.grow(to: outputs)
      self.sums.grow(to: sums)
    }

    mutating func free() {
      outputs.free()
      weights.free()
      sums.free()
    }
  }
}
