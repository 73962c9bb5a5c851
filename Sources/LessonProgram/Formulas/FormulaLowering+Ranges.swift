import Algebra
import Diagnostics
package import LessonLanguage
import PrintedNumbers

// Ranges: the values that a `for` name takes.

extension FormulaLowering {
  /// Does `body` for each value of the ranges, the last one running fastest, until it gives false.
  mutating func forEach(_ ranges: ArraySlice<NamedRange>, _ body: (inout FormulaLowering) -> Bool) {
    var total = 1.0
    _ = forEach(ranges, total: &total, body)
  }

  private mutating func forEach(
    _ ranges: ArraySlice<NamedRange>, total: inout Double, _ body: (inout FormulaLowering) -> Bool
  ) -> Bool {
    guard let range = ranges.first else { return body(&self) }
    let name = Name(range.name.text)
    guard let values = values(of: range), isFree(range.name) else { return false }
    total *= Double(max(values.count, 1))
    guard total <= Double(Self.maxElements) else {
      report(
        "these ranges have more than 1,000,000 values together, which is the bound", at: range.range)
      return false
    }
    let outer = bindings[name]
    defer { bindings[name] = outer }
    for value in values {
      bindings[name] = .index(value)
      var inner = total
      guard forEach(ranges.dropFirst(), total: &inner, body) else { return false }
    }
    return true
  }

  /// Whether a `for` name is not the name of something else.
  mutating func isFree(_ identifier: Identifier) -> Bool {
    let name = Name(identifier.text)
    if let first = scope[name]?.range ?? scope.families[name]?.range {
      report(
        "`\(name)` is the name of a value", at: identifier.range, hint: "take another `for` name",
        notes: [.init("defined", at: first)])
      return false
    }
    if bindings[name] != nil {
      report(
        "`\(name)` is taken by an outer `for` or a parameter", at: identifier.range,
        hint: "take another `for` name")
      return false
    }
    return true
  }

  /// The values of a range, in order; `nil` where it has an error, which is reported.
  private mutating func values(of range: NamedRange) -> [Double]? {
    guard case .span(let span, _) = range.values else { return list(of: range) }
    guard let first = end(span.first), let last = end(span.last) else { return nil }
    return values(of: range, from: Double(first), to: Double(last))
  }

  /// The numbers of a range that are written one by one; `nil` where one of them is not known, which is reported.
  package mutating func list(of range: NamedRange) -> [Double]? {
    guard range.expressions.count <= Self.maxElements else {
      report("a range has at most 1,000,000 values, and this one has more", at: range.range)
      return nil
    }
    var values: [Double] = []
    for item in range.expressions {
      guard let value = known(item, "the numbers of a list are fixed") else { return nil }
      guard value.isFinite, abs(value) <= 1e15 else {
        report("the numbers of a list are no larger than 1e15", at: item.range)
        return nil
      }
      values.append(value)
    }
    return values
  }

  /// The values from `first` to `last` at the step of a range; `nil` where it has an error, which is reported.
  package mutating func values(of range: NamedRange, from first: Double, to last: Double) -> [Double]? {
    guard let step = step(of: range) else { return nil }
    guard last >= first else { return [] }
    let count = ((last - first) / step + 1e-9).rounded(.down) + 1
    guard count <= Double(Self.maxElements) else {
      report("a range has at most 1,000,000 values, and this one has more", at: range.range)
      return nil
    }
    let decimals = max(DecimalDigits(first).decimals, DecimalDigits(step).decimals)
    return (0..<Int(count)).map { (first + Double($0) * step).rounded(toDecimals: decimals) }
  }

  /// The end of a range, a whole number that is known when the lesson is written out.
  package mutating func end(_ expression: Expression) -> Int? {
    guard let value = known(expression, "the ends of a range are fixed") else { return nil }
    return wholeNumber(value, at: expression.range, "the end of a range")
  }

  private mutating func step(of range: NamedRange) -> Double? {
    guard case .span(_, let expression?) = range.values else { return 1 }
    guard let step = known(expression, "the step of a range is fixed") else { return nil }
    guard step > 0, step.isFinite else {
      report("a step must be above 0, and this is \(shortText(of: step))", at: expression.range)
      return nil
    }
    return step
  }

  /// A number that is known when the lesson is written out: of literals, consts and `for` names.
  package mutating func known(_ expression: Expression, _ what: String) -> Double? {
    let before = diagnostics.count
    let formula = indexFormula(of: expression, isIndex: false)
    guard diagnostics.count == before else { return nil }
    guard let value = formula.constant else {
      let name = formula.names.first.map { "`\($0)`" } ?? "this"
      report(
        "\(what), and \(name) may change", at: expression.range,
        hint: "numbers, consts and `for` names may stand here; a const is given as in `const n = 3`")
      return nil
    }
    return value
  }
}

extension Double {
  /// The decimal that it stands for, with so many digits behind the point: of 0.1 + 2·0.1 it is 0.3.
  fileprivate func rounded(toDecimals decimals: Int) -> Double {
    // Where both are exact, the quotient is rounded once, as the digits would be.
    guard (1...NumberStyle.maxDigits).contains(decimals) else { return self }
    let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let whole = (self * scale).rounded()
    return whole.magnitude < 0x1p53 ? whole / scale : self
  }
}
