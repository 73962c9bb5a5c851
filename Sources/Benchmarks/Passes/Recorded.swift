import Autograd

/// W1, recorded anew for each epoch.
struct RecordedW1: CostPass {
  private let tape = Tape()
  private let adjoints = Adjoints()
  private var values: [Value]

  init() { values = W1.weights.map(tape.variable) }

  mutating func cost(at weights: [Double], derivatives: inout [Double]) -> Double {
    tape.truncate(to: 0)
    for index in weights.indices { values[index] = tape.variable(weights[index]) }
    let cost = W1.cost(values)
    tape.sweep(from: cost.node, into: adjoints)
    for index in weights.indices { derivatives[index] = adjoints[values[index]] }
    return cost.value
  }
}

/// W2, recorded anew for each point; the derivatives are summed up by the sweeps themselves.
struct RecordedW2: CostPass {
  private let tape = Tape()
  private let adjoints = Adjoints()
  private let points: [W2.Point]
  private var values: [Value]
  private var network: W2.Network

  init(_ workload: W2) {
    points = workload.points
    values = workload.weights.map(tape.variable)
    network = W2.Network(values[0])
  }

  mutating func cost(at weights: [Double], derivatives: inout [Double]) -> Double {
    tape.truncate(to: 0)
    for index in weights.indices { values[index] = tape.variable(weights[index]) }
    adjoints.reset()
    var sum = 0.0
    for point in points {
      tape.truncate(to: weights.count)
      let square = network.square(
        values, x: tape.variable(point.x), y: tape.variable(point.y), target: tape.variable(point.target))
      tape.sweep(from: square.node, downTo: weights.count, addingTo: adjoints)
      sum += square.value
    }
    for index in weights.indices { derivatives[index] = adjoints[values[index]] * W2.scale }
    return sum * W2.scale
  }
}

/// W3, recorded anew each time.
struct RecordedW3: ChainPass {
  private let tape = Tape()
  private let adjoints = Adjoints()
  private let workload: W3
  private var values: [Value] = []
  private var end = Node(index: 0)

  init(_ workload: W3) { self.workload = workload }

  mutating func forward() -> Double {
    tape.truncate(to: 0)
    values = W3.start.map(tape.variable)
    let end = workload.end(values)
    self.end = end.node
    return end.value
  }

  mutating func backward(_ derivatives: inout [Double]) {
    tape.sweep(from: end, into: adjoints)
    for index in derivatives.indices { derivatives[index] = adjoints[values[index]] }
  }
}
