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

  /// Longer tables are shortened.
  static let mostRows = 100

  /// What stands below a table that is shortened.
  static func moreRows(_ count: Int) -> [Line] {
    count > mostRows
      ? [
        Line(.remark([.words("… \(count - mostRows) more like these: explain shows any of them")]), level: 1)
      ] : []
  }

  /// The lines, in order.
  var lines: [Line] {
    let derivatives = rows.prefix(Self.mostRows).map {
      NamedNumber(derivative(by: $0.name), style.number($0.derivative))
    }
    return [
      Line(.remark([.words("All derivatives first:")])),
      Line(.results(derivatives), level: 1),
      Line(.blank),
      Line(.remark([.words("Then all changes:")])),
      Line(.chain(rule), level: 1),
      Line(.chain(workedRow), level: 1),
      Line(.blank),
      Line(.table(table), level: 1),
    ] + Self.moreRows(rows.count)
  }

  /// `w ← w − η·∂E/∂w`, for any param.
  private var rule: Chain {
    let param = Name("w")
    let eta = Formula.name(Name("η", ascii: "eta"))
    let step = Formula.product(of: [.init(.times, eta), .init(.times, derivative(by: param))])
    return Chain(
      subject: .name(param),
      links: [.init(.becomes, .names(.sum(of: [.init(.plus, .name(param)), .init(.minus, step)])))],
      remark: .number(NamedNumber(eta, rate)))
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
      rows: rows.prefix(Self.mostRows).map { row in
        let before = row.before.text == nil ? style.number(row.before.value) : row.before
        return [
          .formula(.name(row.name)), .number(before), .number(style.number(row.derivative)),
          .number(style.number(row.change)), .number(style.number(row.after)),
        ]
      })
  }

  private func derivative(by name: Name) -> Formula { .derivative(of: .name(cost), by: name) }
}
