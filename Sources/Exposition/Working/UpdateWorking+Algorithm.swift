import Algebra
import Engine
import LessonProgram
import PrintedNumbers
import Transcript

// The changes of an optimizer with more to it than a rate: its algorithm, then one param worked in full.

extension UpdateWorking {
  /// The algorithm as it is published, its settings, and one param in full.
  func algorithmLines() throws(Fault) -> [Line] {
    let rules =
      [definition(.name(Optimizer.derivative), derivative(by: Optimizer.param))]
      + optimizer.quantities.map { rule($0, $0.symbol, $0.formula) }
    return [
      Line(.remark([.words(heading)])),
      Line(.results(settings), level: 1),
      Line(.blank),
    ] + rules.map { Line(.equation($0), level: 1) } + [Line(.blank)] + (try workedLines())
  }

  private var heading: String {
    let name = used.name.map { "\($0), which is \(optimizer.name)" } ?? optimizer.name
    return isUneven ? "Then all changes, by \(name):" : "Then all changes, step \(rows[0].step) of \(name):"
  }

  /// The settings, and the number of the step where it matters.
  private var settings: [NamedNumber] {
    let numbers = zip(optimizer.settings, used.settings).map { setting, number in
      NamedNumber(.name(setting.symbol), style.shown(number))
    }
    return numbers + (optimizer.countsSteps && !isUneven ? [stepNumber(of: rows[0])] : [])
  }

  private func stepNumber(of row: Row) -> NamedNumber {
    NamedNumber(.name(Optimizer.stepNumber), style.number(Double(row.step)))
  }

  // MARK: - One param

  /// From where one param starts, and every quantity on the way to its new number.
  private func workedLines() throws(Fault) -> [Line] {
    let row = rows[workedIndex]
    let start = steps.start(at: workedIndex)
    let subject = subject(of: row)
    let old = zip(optimizer.states, start.states).map { quantity, number in
      NamedNumber(.name(quantity.symbol), style.number(number))
    }
    let given = [
      NamedNumber(.name(subject), style.shown(row.before)),
      NamedNumber(.name(Optimizer.derivative), style.shown(row.derivative)),
    ]
    var lines = [
      Line(.remark([.formula(.name(row.name)), .words("in full:")]), level: 1),
      Line(.results(given + old + (isUneven ? [stepNumber(of: row)] : [])), level: 2),
    ]
    for (place, (quantity, value)) in zip(optimizer.quantities, steps.numbers(at: workedIndex)).enumerated() {
      let isParam = quantity.role == .param
      let formula = quantity.formula.replacingNames { $0 == Optimizer.param ? .name(subject) : nil }
      var equation = rule(quantity, isParam ? subject : quantity.symbol, formula)
      let numbers = numbers(of: quantity, at: workedIndex, place: place)
      try equations.check(numbers, of: formula, is: value, largest: 0)
      try equations.append(numbers, from: numbers, false, value, to: &equation)
      lines.append(Line(.equation(equation), level: 2))
    }
    return lines
  }

  /// What the param is called in its own working: its name, or `w` where that is a symbol of the algorithm.
  private func subject(of row: Row) -> Name {
    let symbols = Set(
      optimizer.quantities.flatMap(\.formula.names) + optimizer.quantities.map(\.symbol))
    return symbols.contains(row.name) ? Optimizer.param : row.name
  }

  /// `m ← β1·m + (1 − β1)·g`, or with `=` where nothing is kept.
  private func rule(_ quantity: Optimizer.Quantity, _ subject: Name, _ formula: Formula) -> Equation {
    var equation = definition(.name(subject), formula)
    if quantity.role != .intermediate { equation.rightSides[0].relation = .becomes }
    return equation
  }

  private func definition(_ subject: Formula, _ formula: Formula) -> Equation {
    Equation(subject: subject, rightSides: [.init(.equals, .names(formula))])
  }
}
