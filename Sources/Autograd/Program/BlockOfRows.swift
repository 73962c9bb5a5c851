import ElementaryFunctions

/// The adjoints of a program for a block of rows, with so many rows side by side as `Number` has lanes, and the sums of the block.
struct BlockOfRows<Number: Lanes & BitwiseCopyable> {
  private let program: Program
  private let leaves: [Int32]
  private let varying: [Int32]
  /// The leaves that rows do not set.
  private let given: [Int32]
  private let output: Int32
  /// The adjoints of the lanes: a column for as many as are worked through side by side.
  private let adjoints: [Column<Number>]

  init(_ program: Program) {
    let state = program.tape.storage.state
    self.program = program
    leaves = program.leaves.map { Int32(truncatingIfNeeded: $0.index) }
    varying = program.varying.map { Int32(truncatingIfNeeded: $0.index) }
    output = Int32(truncatingIfNeeded: program.output.index)
    let isVarying = Set(varying)
    given = (0..<Int32(truncatingIfNeeded: program.count)).filter {
      state.operations[$0] == .leaf && !isVarying.contains($0)
    }
    adjoints = (0..<Batch.laneCount / Number.laneCount).map { _ in
      Column(repeating: Number(repeating: 0), count: program.count)
    }
  }

  /// Gives the memory back.
  func free() {
    for var column in adjoints { column.free() }
  }

  /// Takes the numbers of the leaves that rows do not set over from the tape into `values`.
  func takeLeaves(into values: Column<Number>) {
    let numbers = program.tape.storage.state.values
    for leaf in given { values[leaf] = Number(repeating: numbers[leaf]) }
  }

  /// Works through the rows of a block, writes their outputs, and adds the sums of the derivatives to `sums`.
  ///
  /// Gives the place of the first rows that have a value that is not finite, if there are such.
  func run(
    _ block: Block, _ values: Column<Number>, _ outputs: inout [Double], addingTo sums: inout [Double]
  ) -> Int? {
    let rows = block.rows
    let used = adjoints.prefix((rows.count - 1) / Number.laneCount + 1)
    if block.withDerivatives {
      for column in used {
        for leaf in leaves { column[leaf] = Number(repeating: 0) }
      }
    }
    var start = rows.startIndex
    while start < rows.endIndex {
      for column in used where start < rows.endIndex {
        let end = min(start + Number.laneCount, rows.endIndex)
        if !run(block, rows[start..<end], values, &outputs, column) { return start }
        start = end
      }
    }
    if block.withDerivatives { addSums(of: used, to: &sums) }
    return nil
  }

  /// Works through as many rows as there are lanes, or fewer; whether all values are finite.
  @inline(__always)
  private func run(
    _ block: Block, _ rows: ArraySlice<Int>, _ values: Column<Number>, _ outputs: inout [Double],
    _ adjoints: Column<Number>
  ) -> Bool {
    let state = program.tape.storage.state
    let loops = ProgramLoops(
      code: program.code, operations: state.operations, given: state.values, values: values, adjoints: adjoints)
    for (place, leaf) in varying.enumerated() {
      // Lanes without a row have the numbers of the last.
      var number = Number(repeating: block.numbers[rows[rows.endIndex - 1] * varying.count + place])
      for (lane, row) in rows.enumerated() { number[lane] = block.numbers[row * varying.count + place] }
      values[leaf] = number
    }
    let trace = loops.forward()
    if !trace.equals(Number(repeating: 0)).holdsEverywhere { return false }
    let result = values[output]
    var seed = Number(repeating: 0)
    for (lane, row) in rows.enumerated() {
      outputs[row] = result[lane]
      seed[lane] = 1
    }
    if block.withDerivatives { loops.backward(from: output, seed: seed) }
    return true
  }

  private func addSums(of columns: ArraySlice<Column<Number>>, to sums: inout [Double]) {
    for (index, leaf) in leaves.enumerated() {
      var eight = SIMD8<Double>(repeating: 0)
      for lane in 0..<columns.count * Number.laneCount {
        eight[lane] = columns[lane / Number.laneCount][leaf][lane % Number.laneCount]
      }
      let four = eight.lowHalf + eight.highHalf
      let two = four.lowHalf + four.highHalf
      sums[index] += two.x + two.y
    }
  }
}
