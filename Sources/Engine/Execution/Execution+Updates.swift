import Algebra
import LessonProgram
import PrintedNumbers

// Steps that change params by their derivatives.

extension Execution {
  /// An optimizer is named: its settings, worked out once.
  mutating func name(
    _ name: Name, _ call: Instruction.OptimizerCall, _ observer: inout some Observer
  ) throws(Fault) {
    let made = try optimizer(call, name: name)
    optimizers[name] = made
    try tell(.named(made), &observer)
  }

  /// A step of an optimizer: all derivatives are worked out before the first param changes.
  mutating func descend(_ descent: Instruction.Descent, _ observer: inout some Observer) throws(Fault) {
    var used = try optimizer(of: descent.method)
    try used.follow { environment.value(of: Schedule.epoch) }
    let clipping = try clipping(to: descent.clipping)
    var derivatives =
      if descent.rows == nil {
        try environment.derivatives(of: descent.cost, by: descent.params)
      } else {
        try descent.params.map { name throws(Fault) in
          try environment.number(of: .derivative(of: descent.costFormula, by: name))
        }
      }
    let steps = try recordedSteps.steps(of: used, for: descent.params, work: environment.work)
    var after = descent.params.map { environment.value(of: $0) }
    try environment.work.spend(
      Work.statement + Work.draw * descent.params.count + Work.step(operations: steps.operationCount))
    let working = try clipping?.clip(&derivatives)
    try steps.step(&after, derivatives: derivatives)
    for (name, number) in zip(descent.params, after) { environment.set(name, to: number) }
    if case .named(let name) = descent.method {
      used.keep(steps, for: descent.params)
      optimizers[name] = used
    }
    let clipped = clipping.flatMap { bound in working.map { (bound: bound, working: $0) } }
    try tell(
      .stepped(OptimizerStep(descent: descent, used: used, steps: steps, clipping: clipped)), &observer)
  }

  /// The clipping that is meant: its bound is above 0.
  mutating func clipping(to bound: Instruction.Bound?) throws(Fault) -> Clipping? {
    guard let bound else { return nil }
    let whole = currentRange
    currentRange = bound.range
    let number = try number(of: bound.formula)
    guard number.value > 0 else {
      let text = NumberStyle(decimals: 12, shortening: .rounded).number(number.value).text ?? ""
      throw .refused("derivatives are clipped to a norm above 0, and this is \(text)")
    }
    currentRange = whole
    return Clipping(to: number)
  }

  /// The optimizer that is meant, with the numbers of its settings.
  mutating func optimizer(of method: Instruction.Method) throws(Fault) -> OptimizerInUse {
    switch method {
    case .anew(let call):
      return try optimizer(call, name: nil)
    case .named(let name):
      guard let known = optimizers[name] else {
        preconditionFailure("the resolver lets no unknown optimizer pass")
      }
      return known
    }
  }

  /// An optimizer that has made no step.
  private mutating func optimizer(
    _ call: Instruction.OptimizerCall, name: Name?
  ) throws(Fault) -> OptimizerInUse {
    guard call.followsEpochs else {
      return OptimizerInUse(call.optimizer, settings: try settings(of: call), name: name)
    }
    let schedule = try RateSchedule(call.settings[0].formula, of: call.optimizer, in: environment)
    var used = OptimizerInUse(
      call.optimizer, settings: [Number(0)] + (try settings(of: call, from: 1)), name: name)
    used.schedule = schedule
    return used
  }

  /// The numbers of an optimizer's settings, from the one at a place on, each one that it may be.
  private mutating func settings(
    of call: Instruction.OptimizerCall, from first: Int = 0
  ) throws(Fault) -> [Number] {
    var numbers: [Number] = []
    for (setting, given) in zip(call.optimizer.settings, call.settings).dropFirst(first) {
      let number = try number(of: given.formula)
      guard setting.domain.contains(number.value) else {
        currentRange = given.range ?? currentRange
        throw .wrongSetting(
          setting.label, of: call.optimizer.name, value: number.value, domain: setting.domain)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// A number as it was typed, or with its digits open.
  private func number(of formula: Formula) throws(Fault) -> Number {
    if case .name(let name) = formula, let literal = environment[name].literal { return literal }
    if case .number(let literal) = formula { return literal }
    return Number(try environment.value(of: formula))
  }
}
