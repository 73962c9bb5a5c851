import ElementaryFunctions

/// The values and adjoints of a program for rows of a block, as many rows side by side as `Number` has lanes.
struct BlockOfRows<Number: Rows> {
  private let program: Program
  private let leaves: [Int32]
  private let varying: Column<Int32>
  private let varyingCount: Int
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
    let places = program.varying.map { Int32(truncatingIfNeeded: $0.index) }
    varying = Column(places)
    varyingCount = places.count
    output = Int32(truncatingIfNeeded: program.output.index)
    let isVarying = Set(places)
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
    var varying = varying
    varying.free()
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
    let first = rows.startIndex - task.rows.startIndex
    let state = program.tape.storage.state
    // Without looking at each number's index, as there are few operations for each.
    let areFinite = task.numbers.withUnsafeBufferPointer { numbers in
      rows.withUnsafeBufferPointer { rows in
        // Each column by itself: the rows of its lanes add to nothing else.
        for (place, column) in used.enumerated() {
          let loops = ProgramLoops(
            code: program.code, operations: state.operations, operands: state.operands, given: state.values,
            values: values, adjoints: column)
          var start = place &* Number.laneCount
          while start < rows.count {
            let end = min(start + Number.laneCount, rows.count)
            let some = UnsafeBufferPointer(rebasing: rows[start..<end])
            if !run(task, some, numbers, loops, results, at: first &+ start) { return false }
            start &+= Batch.laneCount
          }
        }
        return true
      }
    }
    guard areFinite else { return false }
    if task.withDerivatives { addLanes(of: used, block: block, to: results.sums) }
    return true
  }

  /// Works through as many rows as there are lanes, or fewer, whose results are to stand from `place` on; whether all values
  /// are finite where the guards hold.
  @inline(__always)
  private func run(
    _ task: Batch.Task, _ rows: UnsafeBufferPointer<Int>, _ numbers: UnsafeBufferPointer<Double>,
    _ loops: ProgramLoops<Number>, _ results: Batch.Results, at place: Int
  ) -> Bool {
    let values = loops.values
    // Where no lane is left over, the compiler knows how many there are.
    if rows.count == Number.laneCount {
      take(numbers, of: rows, count: Number.laneCount, into: values)
    } else {
      take(numbers, of: rows, count: rows.count, into: values)
    }
    let zero = Number(repeating: 0)
    let trace = loops.forward()
    let weight = loops.weight(of: program.guards)
    // Where operations would be others, values mean nothing.
    if !trace.replaced(by: zero, where: weight.equals(zero)).equals(zero).holdsEverywhere { return false }
    var seed = weight
    if rows.count == Number.laneCount {
      results.outputs.write(values[output], at: place)
      results.weights.write(weight, at: place)
    } else {
      for lane in rows.indices {
        results.outputs[place &+ lane] = values[output][lane]
        results.weights[place &+ lane] = weight[lane]
      }
      for lane in rows.count..<Number.laneCount { seed[lane] = 0 }
    }
    if task.withDerivatives {
      loops.backward(from: output, seed: seed, areFinite: trace.equals(zero).holdsEverywhere)
    }
    return true
  }

  /// Takes the numbers that rows set over.
  @inline(__always)
  private func take(
    _ numbers: UnsafeBufferPointer<Double>, of rows: UnsafeBufferPointer<Int>, count: Int,
    into values: Column<Number>
  ) {
    for index in 0..<varyingCount {
      // Lanes without a row have the numbers of the last.
      var number = Number(repeating: numbers[rows[count &- 1] &* varyingCount &+ index])
      for lane in 0..<count { number[lane] = numbers[rows[lane] &* varyingCount &+ index] }
      values[varying[index]] = number
    }
  }

  /// Writes the sums over the lanes to the place of the block.
  private func addLanes(of columns: ArraySlice<Column<Number>>, block: Int, to sums: Column<Double>) {
    let first = block &* leaves.count
    let isWhole = columns.count == Batch.laneCount / Number.laneCount
    for (index, leaf) in leaves.enumerated() {
      // Where all lanes are there, the compiler knows each by its number.
      let eight =
        isWhole
        ? lanes(of: leaf, columns, count: Batch.laneCount)
        : lanes(of: leaf, columns, count: columns.count &* Number.laneCount)
      let four = eight.lowHalf + eight.highHalf
      let two = four.lowHalf + four.highHalf
      sums[first &+ index] = two.x + two.y
    }
  }

  /// The adjoints of a leaf in all lanes, of which the first `count` are used.
  @inline(__always)
  private func lanes(of leaf: Int32, _ columns: ArraySlice<Column<Number>>, count: Int) -> SIMD8<Double> {
    var eight = SIMD8<Double>(repeating: 0)
    for lane in 0..<count {
      eight[lane] = columns[columns.startIndex &+ lane / Number.laneCount][leaf][lane % Number.laneCount]
    }
    return eight
  }
}
