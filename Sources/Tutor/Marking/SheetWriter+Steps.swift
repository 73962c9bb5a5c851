import Algebra
import Engine
import LessonProgram

// The steps of optimizers: each of their quantities is a number that can be handed in.

extension SheetWriter {
  /// Writes a step down, param by param: `m_w` is the quantity m of the param w.
  mutating func note(_ step: OptimizerStep) throws(Fault) {
    let params = step.descent.params
    // All is worked out from the params as they were.
    var finished: [(name: Name, formula: Formula, number: Double)] = []
    for (index, param) in params.enumerated() {
      let start = step.steps.start(at: index)
      for (state, number) in zip(step.used.optimizer.states, start.states) {
        let name = quantityName(state.symbol, of: param)
        if let known = current(name), sheet.slots[known].truth == number { continue }
        try add(.name(name), nil, number, .given, isAsked: false)
      }
      let symbols = step.steps.symbols(at: index, before: 0)
      let numbers = step.steps.numbers(at: index)
      for (quantity, number) in zip(step.used.optimizer.quantities, numbers) {
        let formula = quantity.formula.replacingNames { symbol in
          if symbol == Optimizer.param { return .name(param) }
          if symbol == Optimizer.derivative { return derivative(by: param, start.derivative, in: step) }
          if step.used.optimizer.quantities.contains(where: { $0.symbol == symbol }) {
            return .name(quantityName(symbol, of: param))
          }
          return symbols[symbol].map { .number(Number($0)) }
        }
        if quantity.role == .param {
          finished.append((param, formula, environment.value(of: param)))
        } else {
          try add(.name(quantityName(quantity.symbol, of: param)), formula, number, .step, isAsked: true)
        }
      }
    }
    // The derivatives that the formulas mention are those before the step: their slots are found before any param has another.
    var made: [(name: Name, formula: Formula, number: Double, atoms: [Formula: Int])] = []
    for (name, formula, number) in finished {
      var atoms: [Formula: Int] = [:]
      for atom in formula.atoms { atoms[atom] = try slot(ofAtom: atom) }
      made.append((name, formula, number, atoms))
    }
    for (name, formula, number, atoms) in made {
      let place = addSlot(.name(name), formula, atoms: atoms, number, .step)
      sheet.versions[name, default: []].append(place)
      addLine(place, isAsked: true)
    }
  }

  /// More derivatives are not clipped anew.
  private static var mostClipped: Int { 100 }

  /// The derivative that a step goes by, which is `number`: clipped, it is `g·N/max(‖g‖, N)` of all derivatives g.
  private func derivative(by param: Name, _ number: Double, in step: OptimizerStep) -> Formula {
    let derivatives = step.descent.params.map { Formula.derivative(of: step.descent.costFormula, by: $0) }
    let own = Formula.derivative(of: step.descent.costFormula, by: param)
    guard let clipping = step.clipping else { return own }
    guard derivatives.count <= Self.mostClipped else { return .number(Number(number)) }
    let squares = derivatives.map { Formula.Term(.plus, .power($0, .number(Number(2, text: "2")))) }
    let norm = Formula.call(.sqrt, [.sum(of: squares)])
    let bound = Formula.number(clipping.bound.bound)
    return .product(of: [.init(.times, own), .init(.times, bound), .init(.over, .call(.max, [norm, bound]))])
  }

  /// The name of an optimizer's quantity for a param.
  private func quantityName(_ symbol: Name, of param: Name) -> Name {
    let name = Name("\(symbol.text)_\(param.text)")
    return environment.has(name) ? Name("\(symbol.text) of \(param.text)") : name
  }
}
