import Algebra
import Transcript

/// Works a step of gradient descent out: all derivatives first, and only then all changes.
struct UpdateWorking {
  /// What happens to one param.
  struct Row {
    /// Its name.
    let name: Name
    /// Its number before, as it is shown.
    let before: Number
    /// The derivative of the cost.
    let derivative: Double
    /// What is added to it.
    let change: Double
    /// Its value afterwards.
    let after: Double
  }

  private let cost: Name
  private let rate: Number
  private let rows: [Row]
  private let style: NumberStyle

  /// The update of `rows` at the learning rate `rate`.
  init(cost: Name, rate: Number, rows: [Row], style: NumberStyle) {
    self.cost = cost
    self.rate = rate.text == nil ? style.number(rate.value) : rate
    self.rows = rows
    self.style = style
  }

  /// The lines, in order.
  var lines: [Line] {
    [Line(.remark([.words("All derivatives first, at the values as they are:")]))]
      + [Line(.results(rows.map { NamedNumber(derivative(by: $0.name), style.number($0.derivative)) }), level: 1)]
      + [Line(.blank), Line(.remark([.words("Then all changes, with the learning rate"), learningRate, .words("each by"), rule]))]
      + [Line(.chain(workedRow), level: 1), Line(.blank), Line(.table(table), level: 1)]
  }

  private var eta: Formula { .name(Name("η", ascii: "eta")) }

  private var learningRate: Phrase { .relation(eta, .equals, .number(rate)) }

  /// `w ← w − η·∂E/∂w`
  private var rule: Phrase {
    let param = Formula.name(Name("w"))
    let step = Formula.product(of: [
      .init(.times, eta), .init(.times, derivative(by: Name("w"))),
    ])
    return .relation(param, .becomes, .sum(of: [.init(.plus, param), .init(.minus, step)]))
  }

  /// One param in full: the first that moves.
  private var workedRow: Chain {
    let row = rows.first { $0.change != 0 } ?? rows[0]
    let step = Formula.product(of: [
      .init(.times, .number(rate)), .init(.times, .number(Number(row.derivative))),
    ])
    let numbers = Formula.sum(of: [.init(.plus, .number(row.before)), .init(.minus, step)])
    let result = style.number(row.after)
    let shown = style.guarded(numbers, result: result)
    return Chain(
      subject: .name(row.name),
      links: [.init(.becomes, .numbers(shown.formula)), .init(shown.relation, .result(result))])
  }

  private var table: Table {
    Table(
      header: ["param", "before", "derivative", "change", "after"].map { .words($0) },
      rows: rows.map { row in
        let before = row.before.text == nil ? style.number(row.before.value) : row.before
        return [
          .formula(.name(row.name)), .number(before), .number(style.number(row.derivative)),
          .number(style.number(row.change)), .number(style.number(row.after)),
        ]
      })
  }

  private func derivative(by name: Name) -> Formula { .derivative(of: .name(cost), by: name) }
}
