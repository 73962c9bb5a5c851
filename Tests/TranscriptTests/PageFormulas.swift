/// The formulas that a page has shown, and the rows of its data.
struct PageFormulas {
  /// The right side of each name's own formula.
  var formulas: [String: Expression] = [:]
  /// The same with the numbers of given names in the place of indices, where the page has shown it so: of `E[word,1]`,
  /// `E[2,1]`.
  var lookedUp: [String: Expression] = [:]
  /// The functions of the lesson's own.
  var functions: [String: OwnFunction] = [:]
  /// The names whose numbers the lesson gives, with the word before them.
  var givens: [String: String] = [:]
  /// The names that a loop over rows has set; behind its end, which the page does not show, they have other numbers.
  var setByRow: Set<String> = []
  /// The rows of each data cell, as far as the page shows all of them.
  var data: [String: DataRows] = [:]

  /// The rows of a data cell.
  struct DataRows {
    let columns: [String]
    var rows: [[Numeral]] = []
  }

  /// What `expression` comes to, worked out from the numbers that are given, and how far off that may be; `nil` where it
  /// cannot be told.
  ///
  /// - Parameter numbers: numbers that take the place of those on the page.
  func value(of expression: Expression, _ numbers: [String: Numeral], _ known: KnownNumbers) -> Estimate? {
    let evaluation = Evaluation(self, numbers.mapValues(\.value), known)
    guard let value = evaluation.value(of: expression), value.isFinite else { return nil }
    var slack = 0.0
    for name in evaluation.used {
      guard let number = numbers[name] ?? known[name] else { continue }
      let uncertainty = known.uncertainty(number)
      if uncertainty == 0 { continue }
      var changes: [Double] = []
      for change in [uncertainty, -uncertainty] {
        var numbers = numbers.mapValues(\.value)
        numbers[name] = number.value + change
        guard let other = Evaluation(self, numbers, known).value(of: expression) else { return nil }
        changes.append(abs(other - value))
      }
      slack += changes.max() ?? 0
    }
    // What is left of a difference holds the last bits of its terms.
    let nudged = [1, 2, 4].compactMap { bit in
      Evaluation(self, numbers.mapValues(\.value), known, nudge: bit).value(of: expression)
    }
    slack += 8 * (nudged.map { abs($0 - value) }.max() ?? 0)
    let noise = expression.hasDerivative || evaluation.hasDerived ? 1e-8 * max(1, abs(value)) : 0
    return Estimate(value: value, slack: slack + noise)
  }
}

/// A function of the lesson's own, as a page shows it: `def kl(u, v) = u*ln(u/v)`.
struct OwnFunction {
  let parameters: [String]
  let body: Expression

  /// Reads a definition; `nil` where a parameter has a default, or the page's reader knows less than the language.
  init?(_ definition: String) {
    guard let parts = definition.wholeMatch(of: /def [^(]+\(([^()=]*)\) = (.+)/) else { return nil }
    parameters = parts.1.split(separator: ",").map { $0.filter { $0 != " " } }
    guard let body = try? Expression(Self.printed(String(parts.2))) else { return nil }
    self.body = body
  }

  /// The name that is defined.
  static func name(in definition: String) -> String {
    String(definition.dropFirst("def ".count).prefix { $0 != "(" })
  }

  /// What is typed in a lesson, with the signs of a page.
  private static func printed(_ typed: String) -> String {
    typed.replacing(/([0-9]e)-/) { "\($0.1)~" }.replacing("-", with: "−").replacing("~", with: "-")
      .replacing("*", with: "·").replacing(/\bpi\b/, with: "π")
  }
}

/// Works an expression out from given numbers, through the formulas of a page.
private final class Evaluation {
  private let page: PageFormulas
  private let known: KnownNumbers
  private let numbers: [String: Double]
  private let isChanged: Bool
  /// The bit of a name that says to which side its value is nudged, as the last bit of it may be; `nil` for no nudge.
  private let nudge: Int?
  private var memo: [String: Double?] = [:]
  /// The given numbers that were needed.
  private(set) var used: Set<String> = []
  /// Whether a derivative was needed.
  private(set) var hasDerived = false

  init(
    _ page: PageFormulas, _ numbers: [String: Double], _ known: KnownNumbers, isChanged: Bool = false,
    nudge: Int? = nil
  ) {
    self.page = page
    self.nudge = nudge
    self.numbers = numbers
    self.known = known
    self.isChanged = isChanged || !numbers.isEmpty
  }

  func value(of expression: Expression) -> Double? {
    expression.value({ self.value(of: $0) }, call: { self.value(ofCall: $0, $1) })
  }

  /// The value of a call: a function of the lesson's own is worked out with its arguments in the place of its parameters.
  private func value(ofCall name: String, _ arguments: [Double?]) -> Double? {
    guard let function = page.functions[name] else { return MathFunction.named(name)?.value(arguments) }
    let values = arguments.compactMap(\.self)
    guard values.count == arguments.count, values.count == function.parameters.count else { return nil }
    let given = Dictionary(zip(function.parameters, values)) { $1 }
    let evaluation = Evaluation(
      page, numbers.merging(given) { $1 }, known, isChanged: isChanged, nudge: nudge)
    defer { used.formUnion(evaluation.used.subtracting(function.parameters)) }
    return evaluation.value(of: function.body)
  }

  private func value(of name: String) -> Double? {
    if let number = numbers[name] {
      used.insert(name)
      return number
    }
    if let value = memo[name] { return value }
    memo[name] = .some(nil)
    let value = workedOut(name)
    memo[name] = .some(value)
    return value
  }

  private func nudged(_ value: Double, _ name: String) -> Double {
    guard let nudge else { return value }
    let sum = name.utf8.reduce(0) { $0 &* 31 &+ Int($1) }
    return sum & nudge == 0 ? value.nextUp : value.nextDown
  }

  private func workedOut(_ name: String) -> Double? {
    if let (numerator, by) = ExpressionReader.derivative(name) {
      hasDerived = true
      return derivative(of: numerator, by: by)
    }
    if let (function, inner, data) = ExpressionReader.overRows(name) {
      return overRows(function, inner, data)
    }
    if let formula = page.formulas[name] { return value(of: formula).map { nudged($0, name) } }
    let element = known.resolved(name)
    if element != name { return value(of: element) }
    // What has a formula that the page does not show may depend on what is changed here.
    guard !page.setByRow.contains(name), page.givens[name] != nil || !isChanged, let number = known[name]
    else { return nil }
    used.insert(name)
    return number.value
  }

  private func overRows(_ function: RowFunction, _ inner: Expression, _ data: String) -> Double? {
    guard let rows = page.data[data] else { return nil }
    var values: [Double] = []
    for row in rows.rows {
      let cells = Dictionary(zip(rows.columns, row.map(\.value))) { $1 }
      let evaluation = Evaluation(page, numbers.merging(cells) { $1 }, known, isChanged: true)
      guard let value = evaluation.value(of: inner) else { return nil }
      used.formUnion(evaluation.used.subtracting(rows.columns))
      values.append(value)
    }
    return function.value(values)
  }

  /// By differences, at two distances; `nil` where these do not agree, as beside a corner.
  private func derivative(of expression: Expression, by name: String) -> Double? {
    guard let middle = value(of: name) else { return nil }
    func slope(_ distance: Double) -> Double? {
      var values: [Double] = []
      for step in [-2.0, -1, 0, 1, 2] {
        let changed = numbers.merging([name: middle + step * distance]) { $1 }
        let evaluation = Evaluation(page, changed, known, isChanged: true)
        guard let value = evaluation.value(of: expression) else { return nil }
        used.formUnion(evaluation.used.subtracting([name]))
        values.append(value)
      }
      let slope = (values[0] - 8 * values[1] + 8 * values[3] - values[4]) / (12 * distance)
      let behind = (4 * values[3] - 3 * values[2] - values[4]) / (2 * distance)
      return abs(behind - slope) <= 1e-3 * max(1, abs(slope)) ? slope : nil
    }
    let distance = 1e-3 * max(0.1, abs(middle))
    guard let far = slope(distance), let near = slope(distance / 4) else { return nil }
    return abs(far - near) <= 1e-8 * max(1, abs(near)) ? near : nil
  }
}

extension Expression {
  /// Whether a derivative stands in it.
  fileprivate var hasDerivative: Bool {
    leaves.contains { if case .name(let name) = $0 { name.contains("∂") } else { false } }
  }
}
