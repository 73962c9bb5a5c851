import ElementaryFunctions

/// The values and adjoints of a program for rows of a block, as many rows side by side as `Number` has lanes.
struct BlockOfRows<Number: Lanes & BitwiseCopyable> {
  private let program: Program
  private let leaves: [Int32]
  private let varying: [Int32]
  /// The leaves that rows do not set.
  private let given: [Int32]
  private let output: Int32
  private let values: Column<Number>
  /// The adjoints of the lanes: a column for as many as are worked through side by side.
  private let adjoints: [Column<Number>]

  /// Room for the values and adjoints of `program`; one row at a time uses the values of the tape.
  init(_ program: Program) {
    let state = program.tape.storage.state
    let zero = Number(repeating: 0)
    self.program = program
    leaves = program.leaves.map { Int32(truncatingIfNeeded: $0.index) }
    varying = program.varying.map { Int32(truncatingIfNeeded: $0.index) }
    output = Int32(truncatingIfNeeded: program.output.index)
    let isVarying = Set(varying)
    given = (0..<Int32(truncatingIfNeeded: program.count)).filter {
      state.operations[$0] == .leaf && !isVarying.contains($0)
    }
    values = Number.laneCount == 1 ? Column() : Column(repeating: zero, count: program.count)
    adjoints = (0..<Batch.laneCount / Number.laneCount).map { _ in
      Column(repeating: zero, count: program.count)
    }
  }

  /// Gives the memory back.
  func free() {
    for var column in adjoints + [values] { column.free() }
  }

  /// Takes the numbers of the leaves that rows do not set over from the tape.
  func takeLeaves() {
    let numbers = program.tape.storage.state.values
    for leaf in given { values[leaf] = Number(repeating: numbers[leaf]) }
  }

  /// Works through the rows of a block, with results of their own; whether all values are finite.
  func run(_ task: Batch.Task, block: Int, _ results: Batch.Results) -> Bool {
    run(task, block: block, values, results)
  }

  /// The same with the values in another column.
  func run(_ task: Batch.Task, block: Int, _ values: Column<Number>, _ results: Batch.Results) -> Bool {
    let rows = task.rows(ofBlock: block)
    let used = adjoints.prefix((rows.count - 1) / Number.laneCount + 1)
    if task.withDerivatives {
      for column in used {
        for leaf in leaves { column[leaf] = Number(repeating: 0) }
      }
    }
    var start = rows.startIndex
    while start < rows.endIndex {
      for column in used where start < rows.endIndex {
        let end = min(start + Number.laneCount, rows.endIndex)
        if !run(task, rows[start..<end], values, column, results) { return false }
        start = end
      }
    }
    if task.withDerivatives { addLanes(of: used, block: block, to: results.sums) }
    return true
  }

  /// Works through as many rows as there are lanes, or fewer; whether all values are finite where the guards hold.
  @inline(__always)
  private func run(
    _ task: Batch.Task, _ rows: ArraySlice<Int>, _ values: Column<Number>, _ adjoints: Column<Number>,
    _ results: Batch.Results
  ) -> Bool {
    let state = program.tape.storage.state
    let loops = ProgramLoops(
      code: program.code, operations: state.operations, operands: state.operands, given: state.values,
      values: values,
      adjoints: adjoints)
    for (place, leaf) in varying.enumerated() {
      // Lanes without a row have the numbers of the last.
      var number = Number(repeating: task.numbers[rows[rows.endIndex - 1] * varying.count + place])
      for (lane, row) in rows.enumerated() { number[lane] = task.numbers[row * varying.count + place] }
      values[leaf] = number
    }
    let zero = Number(repeating: 0)
    let trace = loops.forward()
    let weight = loops.weight(of: program.guards)
    // Where operations would be others, values mean nothing.
    if !trace.replaced(by: zero, where: weight.equals(zero)).equals(zero).holdsEverywhere { return false }
    let result = values[output]
    let place = rows.startIndex - task.rows.startIndex
    var seed = zero
    for lane in 0..<rows.count {
      results.outputs[place + lane] = result[lane]
      results.weights[place + lane] = weight[lane]
      seed[lane] = weight[lane]
    }
    if task.withDerivatives { loops.backward(from: output, seed: seed) }
    return true
  }

  /// Writes the sums over the lanes to the place of the block.
  private func addLanes(of columns: ArraySlice<Column<Number>>, block: Int, to sums: Column<Double>) {
    for (index, leaf) in leaves.enumerated() {
      var eight = SIMD8<Double>(repeating: 0)
      for lane in 0..<columns.count * Number.laneCount {
        eight[lane] = columns[lane / Number.laneCount][leaf][lane % Number.laneCount]
      }
      let four = eight.lowHalf + eight.highHalf
      let two = four.lowHalf + four.highHalf
      sums[block * leaves.count + index] = two.x + two.y
    }
  }
}
