import ElementaryFunctions

/// A program worked through for many rows of data: its outputs, and the sums of the derivatives over all rows.
///
/// Each row gives its numbers to the leaves that vary; what the rows do not set is as on the tape. Eight rows are worked through
/// side by side, a lane each. Afterwards the tape may have the values of any row; `Program.forward` works them out anew.
///
/// The sums are formed in an order that is always the same: over the rows of a lane of a block one after the other, then over the
/// lanes of the block by halves, then over the blocks one after the other. So the result has the same bits for any number of lanes
/// and cores.
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
  /// What is needed to work through one row at a time; its values are those of the tape.
  private var single: BlockOfRows<Double>?
  /// What is needed to work through eight.
  private var lanes: (block: BlockOfRows<SIMD8<Double>>, values: Column<SIMD8<Double>>)?

  /// A batch for a program, whose rows set its varying leaves. The width makes no difference but in speed.
  public init(_ program: Program, width: Width = .any) {
    self.program = program
    self.width = width
  }

  deinit {
    single?.free()
    guard var lanes else { return }
    lanes.block.free()
    lanes.values.free()
  }

  /// Works out the output for the rows of which `rows` tells the places in `numbers`, which has as many numbers a row as leaves
  /// vary, and writes it into `outputs`, at the row's place.
  ///
  /// Gives the place in `rows` of the first eight rows, or fewer, for one of which a value is not finite, if there are such.
  public func workOut(_ rows: ArraySlice<Int>, numbers: [Double], outputs: inout [Double]) -> Int? {
    var none: [Double] = []
    return run(rows, numbers, &outputs, &none, withDerivatives: false)
  }

  /// The same, and adds the derivatives by the program's leaves to `sums`, whose numbers have no meaning where a value is not
  /// finite.
  public func addDerivatives(
    of rows: ArraySlice<Int>, numbers: [Double], outputs: inout [Double], to sums: inout [Double]
  ) -> Int? {
    precondition(sums.count == program.leaves.count, "there is a sum for each leaf")
    return run(rows, numbers, &outputs, &sums, withDerivatives: true)
  }

  private func run(
    _ rows: ArraySlice<Int>, _ numbers: [Double], _ outputs: inout [Double], _ sums: inout [Double],
    withDerivatives: Bool
  ) -> Int? {
    let isWide =
      switch width {
      case .one: false
      case .eight: true
      case .any: rows.count >= Batch.fewestForLanes
      }
    program.tape.storage.state.outdateValues()
    var start = rows.startIndex
    while start < rows.endIndex {
      let end = min(start + Batch.blockLength, rows.endIndex)
      let block = Block(rows: rows[start..<end], numbers: numbers, withDerivatives: withDerivatives)
      let faulty = isWide ? runLanes(block, &outputs, &sums) : runSingle(block, &outputs, &sums)
      if let faulty { return faulty }
      start = end
    }
    return nil
  }

  private func runSingle(_ block: Block, _ outputs: inout [Double], _ sums: inout [Double]) -> Int? {
    let single = single ?? BlockOfRows(program)
    self.single = single
    return single.run(block, program.tape.storage.state.values, &outputs, addingTo: &sums)
  }

  private func runLanes(_ block: Block, _ outputs: inout [Double], _ sums: inout [Double]) -> Int? {
    let lanes =
      lanes ?? (BlockOfRows(program), Column(repeating: SIMD8(repeating: 0), count: program.count))
    self.lanes = lanes
    lanes.block.takeLeaves(into: lanes.values)
    return lanes.block.run(block, lanes.values, &outputs, addingTo: &sums)
  }

  /// Fewer rows than these are worked through one by one: most lanes would be idle.
  private static let fewestForLanes = 4
}

/// Rows that are worked through, and added up, together.
struct Block {
  /// The places of the rows.
  let rows: ArraySlice<Int>
  /// The numbers of all rows.
  let numbers: [Double]
  /// Whether derivatives are wanted.
  let withDerivatives: Bool
}
