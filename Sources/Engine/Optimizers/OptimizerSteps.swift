package import Algebra
import Autograd
package import LessonProgram
import PrintedNumbers

/// What an optimizer keeps of one param between steps.
package struct OptimizerState: Sendable {
  /// The numbers of the optimizer's states, in order.
  package var numbers: [Double]
  /// How many steps there have been.
  package var stepCount = 0

  /// The state before the first step, where the optimizer's settings have these numbers.
  init(of optimizer: Optimizer, settings: [Double]) {
    numbers = optimizer.states.map { state in
      let place = optimizer.settings.firstIndex { $0.symbol == state.start }
      return place.map { settings[$0] } ?? 0
    }
  }

  /// What is kept after so many steps.
  init(_ numbers: [Double], stepCount: Int) {
    self.numbers = numbers
    self.stepCount = stepCount
  }
}

/// The steps of an optimizer for a list of params, its formulas recorded once for each param on a tape of their own.
///
/// A step sets leaves and works the tape out again: no formula is read while it runs. Cost of a step: a few operations a
/// param, no memory.
package final class OptimizerSteps {
  /// The optimizer.
  package let optimizer: Optimizer
  private let params: [Name]
  private let tape = Tape()
  private var settings: [Name: Node] = [:]
  private var lanes: [Lane] = []
  /// The numbers of the next step: params that have had as many steps share a leaf.
  private var counters: [(leaf: Node, steps: Int)] = []
  private var hasStepped = false
  /// The same places of all params behind one another, which a step reads and writes.
  private var places = Places()

  private struct Places {
    var params: [Node] = []
    var derivatives: [Node] = []
    var results: [Node] = []
    var oldStates: [Node] = []
    var newStates: [Node] = []
  }

  /// The places of one param's numbers.
  private struct Lane {
    var param: Node
    var derivative: Node
    var counter: Int
    /// The old states.
    var states: [Node]
    /// The quantities, in order, and those that are states.
    var quantities: [Node]
    var newStates: [Node]
  }

  /// The steps for `params`, which go on from `states`.
  package init(_ optimizer: Optimizer, settings numbers: [Double], params: [Name], states: [OptimizerState]) {
    self.optimizer = optimizer
    self.params = params
    for (setting, number) in zip(optimizer.settings, numbers) {
      settings[setting.symbol] = tape.appendLeaf(number)
    }
    // What is the same for all params of one count is recorded once: `1 − β1^t`.
    var shared: [[Formula: Node]] = []
    for state in states {
      let counter = counters.firstIndex { $0.steps == state.stepCount } ?? counters.count
      if counter == counters.count {
        counters.append((tape.appendLeaf(Double(state.stepCount + 1)), state.stepCount))
        shared.append([:])
      }
      lanes.append(lane(from: state, counter, &shared[counter]))
    }
    for lane in lanes {
      places.params.append(lane.param)
      places.derivatives.append(lane.derivative)
      places.results += lane.quantities.suffix(1)
      places.oldStates += lane.states
      places.newStates += lane.newStates
    }
  }

  private func lane(
    from state: OptimizerState, _ counter: Int, _ shared: inout [Formula: Node]
  ) -> Lane {
    var lane = Lane(
      param: tape.appendLeaf(0), derivative: tape.appendLeaf(0), counter: counter, states: [], quantities: [],
      newStates: [])
    var recorder = StepRecorder(tape: tape, shared: shared, common: settings)
    recorder.common[Optimizer.stepNumber] = counters[counter].leaf
    recorder.own = [Optimizer.param: lane.param, Optimizer.derivative: lane.derivative]
    for (quantity, number) in zip(optimizer.states, state.numbers) {
      lane.states.append(tape.appendLeaf(number))
      recorder.own[quantity.symbol] = lane.states.last
    }
    for quantity in optimizer.quantities {
      let node = recorder.node(of: quantity.formula)
      recorder.own[quantity.symbol] = node
      lane.quantities.append(node)
      if quantity.role == .state { lane.newStates.append(node) }
    }
    shared = recorder.shared
    return lane
  }
}

// MARK: - Steps

extension OptimizerSteps {
  /// Begins anew with other settings and from other states, on the same tape; `false` where params that share the number
  /// of a step do not have equal numbers any more.
  func begin(settings numbers: [Double], states: [OptimizerState]) -> Bool {
    for index in lanes.indices { counters[lanes[index].counter].steps = states[index].stepCount }
    for index in lanes.indices where counters[lanes[index].counter].steps != states[index].stepCount {
      return false
    }
    for (setting, number) in zip(optimizer.settings, numbers) {
      if let leaf = settings[setting.symbol] { tape.setValue(number, ofLeaf: leaf) }
    }
    for counter in counters { tape.setValue(Double(counter.steps + 1), ofLeaf: counter.leaf) }
    for index in lanes.indices { tape.setValues(states[index].numbers, ofLeaves: lanes[index].states) }
    hasStepped = false
    return true
  }

  /// Begins anew from other states with the settings as they are; `false` where it cannot, as with `begin(settings:states:)`.
  func takeUp(_ states: [OptimizerState]) -> Bool {
    begin(
      settings: optimizer.settings.compactMap { settings[$0.symbol].map { tape.value(of: $0) } },
      states: states)
  }

  /// Takes another rate for the next steps.
  package func setRate(_ rate: Double) {
    if let leaf = settings[optimizer.settings[0].symbol] { tape.setValue(rate, ofLeaf: leaf) }
  }

  /// The operations of a step.
  package var operationCount: Int { tape.count }

  /// One step: changes the params' `values` by the `derivatives` of the cost, both in the order of the params.
  ///
  /// Throws where a quantity is infinite or none; the values are then as they were. A number that binary
  /// arithmetic has moved off a short decimal is set to that.
  package func step(_ values: inout [Double], derivatives: [Double]) throws(Fault) {
    if hasStepped { goOn() }
    hasStepped = true
    tape.setValues(values, ofLeaves: places.params)
    tape.setValues(derivatives, ofLeaves: places.derivatives)
    tape.recompute()
    guard tape.hasOnlyFiniteValues(in: 0..<tape.count) else { throw fault }
    tape.readValues(of: places.results, into: &values)
    for index in places.results.indices { values[index] = tape.decimal(of: places.results[index]) }
  }

  /// Makes the new states the old ones.
  private func goOn() {
    for index in places.newStates.indices {
      tape.setValue(tape.value(of: places.newStates[index]), ofLeaf: places.oldStates[index])
    }
    for index in counters.indices {
      counters[index].steps += 1
      tape.setValue(Double(counters[index].steps + 1), ofLeaf: counters[index].leaf)
    }
  }

  /// What each param's state is after the last step.
  package var states: [OptimizerState] {
    lanes.map { lane in
      OptimizerState(
        (hasStepped ? lane.newStates : lane.states).map { tape.value(of: $0) },
        stepCount: counters[lane.counter].steps + (hasStepped ? 1 : 0))
    }
  }

  // MARK: Reading

  /// The number of the last step for the param at `index`.
  package func stepNumber(at index: Int) -> Int { counters[lanes[index].counter].steps + 1 }

  /// The numbers of the last step's quantities for the param at `index`, in order.
  package func numbers(at index: Int) -> [Double] { lanes[index].quantities.map { tape.value(of: $0) } }

  /// The numbers from which the last step for the param at `index` started: the param, its derivative, the old states.
  package func start(at index: Int) -> (param: Double, derivative: Double, states: [Double]) {
    let lane = lanes[index]
    return (
      tape.value(of: lane.param), tape.value(of: lane.derivative), lane.states.map { tape.value(of: $0) }
    )
  }

  /// Every symbol that `formula` may mention in the last step for the param at `index`, with its number; a quantity that
  /// is worked out before `place` is new, one behind it as it was.
  package func symbols(at index: Int, before place: Int) -> [Name: Double] {
    let start = start(at: index)
    var symbols = settings.mapValues { tape.value(of: $0) }
    symbols[Optimizer.stepNumber] = Double(stepNumber(at: index))
    symbols[Optimizer.param] = start.param
    symbols[Optimizer.derivative] = start.derivative
    for (state, number) in zip(optimizer.states, start.states) { symbols[state.symbol] = number }
    for (quantity, number) in zip(optimizer.quantities, numbers(at: index)).prefix(place) {
      symbols[quantity.symbol] = number
    }
    return symbols
  }

  /// The first quantity that has no value.
  private var fault: Fault {
    for index in lanes.indices {
      for (place, quantity) in optimizer.quantities.enumerated() {
        let symbols = symbols(at: index, before: place)
        let value = tape.value(of: lanes[index].quantities[place])
        let formula = quantity.role == .param ? optimizer.descent : quantity.formula
        let working = formula.replacingNames { symbols[$0].map { .number(.full($0)) } }
        guard !value.isFinite || !working.evaluation.largest.isFinite else { continue }
        let symbol: Name? = quantity.role == .param ? nil : quantity.symbol
        return .noChange(params[index], quantity: symbol, working, value: value)
      }
    }
    return .internalError("an optimizer's step has no value, and none of its quantities is without one")
  }
}

extension Number {
  /// A number in a message, with all its digits.
  fileprivate static func full(_ value: Double) -> Number {
    value.isFinite ? NumberStyle(decimals: 12, shortening: .rounded).number(value) : Number(value)
  }
}
