package import Algebra
package import Engine
package import LessonProgram
package import PrintedNumbers
package import Transcript

/// Works a step of an optimizer out: all derivatives first, and only then all changes.
package struct UpdateWorking {
  /// What happens to one param.
  package struct Row {
    /// Its name.
    package let name: Name
    /// Its number before, as it is shown.
    package let before: Number
    /// The derivative of the cost, as it is shown.
    package let derivative: Number
    /// The optimizer's states afterwards, in order.
    let states: [Double]
    /// The number of the step.
    package let step: Int
    /// What is added to it, as it is shown.
    package let change: Number
    /// Its value afterwards.
    package let after: Double
  }

  package let cost: Formula
  package let used: OptimizerInUse
  package let steps: OptimizerSteps
  package let rows: [Row]
  /// How the derivatives are clipped, if they are.
  let clipping: ClippingWorking?
  /// The derivatives as they are worked out.
  private let derivatives: [Number]
  package let equations: EquationWorking
  package var style: NumberStyle { equations.style }
  package var optimizer: Optimizer { used.optimizer }

  /// The working of the last of `steps`, which `params` have made from the numbers `before` with these derivatives.
  package init(
    cost: Formula, optimizer: OptimizerInUse, steps: OptimizerSteps, params: [Name], before: [Number],
    derivatives: [Number], clipping: ClippingWorking? = nil, equations: EquationWorking
  ) {
    self.cost = cost
    self.used = optimizer
    self.steps = steps
    self.clipping = clipping
    self.derivatives = derivatives
    self.equations = equations
    let clipped = clipping?.clipped ?? derivatives
    rows = params.indices.map {
      steps.row(at: $0, params[$0], before: before[$0], derivative: clipped[$0])
    }
  }

  /// Longer tables are shortened.
  package static let maxRows = 100

  /// What stands below a table that is shortened.
  static func moreRows(_ count: Int) -> [Line] {
    count > maxRows
      ? [
        Line(.remark([.words("… \(count - maxRows) more like these: explain shows any of them")]), level: 1)
      ] : []
  }

  /// The lines, in order.
  package func lines() throws(Fault) -> [Line] {
    let derivatives = zip(rows, derivatives).prefix(Self.maxRows).map { row, number in
      NamedNumber(
        .derivative(of: cost, by: row.name), style.shown(number),
        relation: number.isRoundingOfZero ? .approximates : .equals)
    }
    let first = [
      Line(.remark([.words("All derivatives first:")])),
      Line(.results(derivatives), level: 1),
      Line(.blank),
    ]
    let clipped = try clipping?.lines(equations) ?? []
    let changes = optimizer.isPlain ? plainLines : try algorithmLines()
    return first + clipped + changes + [Line(.blank), Line(.table(table), level: 1)]
      + Self.moreRows(rows.count)
  }

  /// The param that is shown in full: the first that moves.
  var workedIndex: Int { rows.firstIndex { $0.change.value != 0 && !$0.change.isRoundingOfZero } ?? 0 }

  /// Whether the params have had different numbers of steps.
  var isUneven: Bool { rows.contains { $0.step != rows[0].step } }

  /// The derivative from which a step is made: the clipped one, where they are clipped.
  package func derivative(by name: Name) -> Formula {
    let derivative = Formula.derivative(of: cost, by: name)
    return clipping == nil ? derivative : ClippingWorking.clipped(derivative)
  }

  // MARK: - Plain gradient descent

  private var plainLines: [Line] {
    [
      Line(.remark([.words("Then all changes:")])), Line(.equation(rule), level: 1),
      Line(.equation(workedRow), level: 1),
    ]
  }

  /// `w ← w − η·∂E/∂w`, for any param.
  private var rule: Equation {
    let param = Optimizer.param
    let rate = NamedNumber(.name(optimizer.settings[0].symbol), style.shown(used.settings[0]))
    let formula = optimizer.quantities[0].formula.replacingNames { name in
      name == Optimizer.derivative ? derivative(by: param) : nil
    }
    return Equation(
      subject: .name(param), rightSides: [.init(.becomes, .names(formula))], remark: .number(rate))
  }

  /// One param in full.
  private var workedRow: Equation {
    let row = rows[workedIndex]
    let numbers = numbers(of: optimizer.quantities[0], at: workedIndex, place: 0)
    let result = style.number(row.after)
    let shown = style.guarded(numbers, result: result)
    return Equation(
      subject: .name(row.name),
      rightSides: [.init(.becomes, .numbers(shown.formula)), .init(shown.relation, .result(result))],
      remark: BinaryLoss.remark(behind: shown.relation, on: row.after, from: numbers, in: style))
  }

  /// The formula of a quantity with the numbers of a param in the place of its symbols.
  package func numbers(of quantity: Optimizer.Quantity, at index: Int, place: Int) -> Formula {
    let symbols = steps.symbols(at: index, before: place)
    var settings: [Name: Number] = [:]
    for (setting, number) in zip(optimizer.settings, used.settings) {
      settings[setting.symbol] = style.shown(number)
    }
    return quantity.formula.replacingNames { name in
      if name == Optimizer.param { return .number(rows[index].before) }
      if name == Optimizer.derivative { return .number(rows[index].derivative) }
      return (settings[name] ?? symbols[name].map { Number($0) }).map { .number($0) }
    }
  }

  // MARK: - The table

  private var table: Table {
    let header: [Table.Cell] =
      [.words("param"), .words("before"), .words(clipping == nil ? "derivative" : "clipped")]
      + (isUneven ? [.formula(.name(Optimizer.stepNumber))] : [])
      + optimizer.states.map { .formula(.name($0.symbol)) } + [.words("change"), .words("after")]
    return Table(
      header: header,
      rows: rows.prefix(Self.maxRows).map { row in
        let step: [Table.Cell] = isUneven ? [.number(style.number(Double(row.step)))] : []
        return [
          .formula(.name(row.name)), .number(style.shown(row.before)), .number(style.shown(row.derivative)),
        ] + step + row.states.map { .number(style.number($0)) } + [
          .number(style.shown(row.change)), .number(style.number(row.after)),
        ]
      })
  }
}

extension NumberStyle {
  /// A number as it was typed, or as it is shown where its digits are open.
  package func shown(_ number: Number) -> Number { number.text == nil ? self.number(number.value) : number }
}

extension OptimizerSteps {
  /// What the last step did to the param at `index`.
  fileprivate func row(
    at index: Int, _ name: Name, before: Number, derivative: Number
  ) -> UpdateWorking.Row {
    let numbers = numbers(at: index)
    let symbols = symbols(at: index, before: optimizer.quantities.count - 1)
    let descent = optimizer.descent.replacingNames { symbols[$0].map { .number(Number($0)) } }
    // A rate times nothing is nothing; other optimizers may make a whole step of it.
    let isNothing = optimizer.isPlain && derivative.isRoundingOfZero
    return UpdateWorking.Row(
      name: name, before: before, derivative: derivative,
      states: zip(optimizer.quantities, numbers).filter { $0.0.role == .state }.map(\.1),
      step: stepNumber(at: index), change: Number(-descent.value, text: isNothing ? "0" : nil),
      after: numbers[numbers.count - 1])
  }
}
