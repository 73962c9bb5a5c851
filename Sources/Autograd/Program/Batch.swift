import ElementaryFunctions

/// A program worked through for many rows of data: the sums of the derivatives over all of them.
///
/// Each row gives its numbers to the same leaves; what the rows do not set is as on the tape, and the tape is left as it is. Eight
/// rows are worked through side by side, a lane each, and long batches on all cores.
///
/// The sums are formed in an order that is always the same: over the rows of a lane of a block one after the other, then over the
/// lanes of the block by halves, then over the blocks one after the other. So the result has the same bits for any number of lanes
/// and cores.
public final class Batch {
  /// How many rows are a block at most.
  static let blockLength = 512
  /// How many lanes a block has, whether they are worked through side by side or one by one.
  static let laneCount = 8

  private let program: Program
  private let lanes: BlockOfRows<SIMD8<Double>>?
  private let single: BlockOfRows<Double>?

  /// A batch for a program, whose rows set its varying leaves.
  public convenience init(_ program: Program) { self.init(program, isWide: true) }

  /// The same with one row at a time where it is not `isWide`, which makes no difference but in speed.
  public init(_ program: Program, isWide: Bool) {
    self.program = program
    lanes = isWide ? BlockOfRows(program) : nil
    single = isWide ? nil : BlockOfRows(program)
  }

  deinit {
    lanes?.free()
    single?.free()
  }

  /// Works through the rows of which `rows` tells the places in `numbers`, which has as many numbers a row as leaves vary.
  ///
  /// Writes the output for each row into `outputs`, at the row's place, and adds the derivatives by the program's leaves to `sums`.
  /// Gives the place in `rows` of the first eight rows for one of which a value is not finite, if there are such; the sums are then
  /// none.
  public func run(
    _ rows: ArraySlice<Int>, numbers: [Double], outputs: inout [Double], sums: inout [Double]
  ) -> Int? {
    lanes?.takeLeaves(of: program)
    single?.takeLeaves(of: program)
    var start = rows.startIndex
    while start < rows.endIndex {
      let end = min(start + Batch.blockLength, rows.endIndex)
      let faulty =
        lanes?.run(rows[start..<end], numbers, &outputs, addingTo: &sums)
        ?? single?.run(rows[start..<end], numbers, &outputs, addingTo: &sums)
      if let faulty { return faulty }
      start = end
    }
    return nil
  }
}
