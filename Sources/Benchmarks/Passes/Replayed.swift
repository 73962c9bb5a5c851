import Autograd

/// W1, recorded once and compiled.
struct ReplayedW1: CostPass {
  private let program: Program

  init() {
    let tape = Tape()
    let values = W1.weights.map(tape.variable)
    program = Program(tape, of: W1.cost(values).node, by: values.map(\.node))
  }

  mutating func cost(at weights: [Double], derivatives: inout [Double]) -> Double {
    program.evaluate(at: weights, derivatives: &derivatives)
    return program.tape.value(of: program.output)
  }
}

/// W2, one point recorded once and compiled, and worked through for all points, one by one or in lanes.
struct ReplayedW2: CostPass {
  private let program: Program
  private let batch: Batch
  /// The numbers of all points, row after row.
  private let numbers: [Double]
  private let rows: [Int]
  private var squares: [Double]

  init(_ workload: W2, isWide: Bool) {
    let tape = Tape()
    let values = workload.weights.map(tape.variable)
    let point = [0.0, 0, 0].map(tape.variable)
    var network = W2.Network(values[0])
    let square = network.square(values, x: point[0], y: point[1], target: point[2])
    program = Program(tape, of: square.node, by: values.map(\.node), varying: point.map(\.node))
    batch = Batch(program, width: isWide ? .eight : .one)
    numbers = workload.points.flatMap { [$0.x, $0.y, $0.target] }
    rows = Array(workload.points.indices)
    squares = rows.map { _ in 0 }
  }

  mutating func cost(at weights: [Double], derivatives: inout [Double]) -> Double {
    program.tape.setValues(weights, ofLeaves: program.leaves)
    for index in derivatives.indices { derivatives[index] = 0 }
    _ = batch.addDerivatives(of: rows[...], numbers: numbers, outputs: &squares, to: &derivatives)
    for index in weights.indices { derivatives[index] *= W2.scale }
    return sumOfSquares * W2.scale
  }
}

extension ReplayedW2 {
  /// The sum over all points, in eight parts: one would wait for itself four hundred times.
  private var sumOfSquares: Double {
    var parts = SIMD8<Double>(repeating: 0)
    for start in stride(from: 0, to: squares.count, by: 8) {
      parts += SIMD8(squares[start..<start + 8])
    }
    return parts.sum()
  }
}

/// W3, recorded once and compiled.
struct ReplayedW3: ChainPass {
  private let program: Program

  init(_ workload: W3) {
    let tape = Tape()
    let values = W3.start.map(tape.variable)
    program = Program(tape, of: workload.end(values).node, by: values.map(\.node))
  }

  mutating func forward() -> Double {
    program.forward()
    return program.tape.value(of: program.output)
  }

  mutating func backward(_ derivatives: inout [Double]) {
    program.backward()
    for index in derivatives.indices { derivatives[index] = program.adjoint(of: program.leaves[index]) }
  }
}
