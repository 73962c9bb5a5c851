import Algebra
import Diagnostics
import LessonLanguage

// Functions that are written out in others.

extension FormulaLowering {
  mutating func compose(
    _ function: ComposedFunction, _ identifier: Identifier, _ arguments: [Expression], at range: SourceRange
  ) -> ExpressionValue {
    var settings: [(label: Identifier, value: Expression)] = []
    var plain: [Expression] = []
    for argument in arguments {
      if case .setting(let label, let value) = argument.kind {
        settings.append((label, value))
      } else {
        plain.append(argument)
      }
    }
    let wanted = function == .clip ? 3 : 1
    guard plain.count == wanted else {
      let hint: String? =
        function == .variance || function == .deviation
        ? "to divide by n - 1 write `\(function.rawValue)(x, correction: 1)`" : nil
      report(
        "`\(function.rawValue)` takes \(wanted == 1 ? "one family" : "three arguments"), not \(plain.count)",
        at: identifier.range, hint: hint ?? "write `\(function.signature)`")
      return .broken
    }
    var correction = 0.0
    if let setting = settings.first {
      guard let number = self.correction(setting, of: function, isAlone: settings.count == 1) else {
        return .broken
      }
      correction = number
    }
    let operands = plain.map { operand($0) }
    if operands.contains(where: { $0.value.isBroken }) { return .broken }
    if function == .clip {
      return each(operands, at: range) { formulas in
        guard let largest = Function.named("max"), let smallest = Function.named("min") else {
          return .nothing
        }
        return .call(smallest, [.call(largest, [formulas[0], formulas[1]]), formulas[2]])
      }
    }
    guard let family = operands[0].value.family else {
      report(
        "`\(function.rawValue)` is of a family, and \(quoted(plain[0])) is a number", at: identifier.range,
        hint: "with a family `z` write `\(function.rawValue)(z)`")
      return .broken
    }
    switch function {
    case .transpose: return transpose(family, operands[0])
    case .softmax, .logsumexp: return exponentials(function, family, operands[0], at: range)
    case .variance, .deviation: return variance(function, family, correction, at: range)
    case .clip: return .broken
    }
  }

  /// The number that a `correction: 1` sets; `nil` where it has an error, which is reported.
  private mutating func correction(
    _ setting: (label: Identifier, value: Expression), of function: ComposedFunction, isAlone: Bool
  ) -> Double? {
    guard function == .variance || function == .deviation, setting.label.text == "correction", isAlone else {
      report(
        "`\(function.rawValue)` has no such setting", at: setting.label.range,
        hint: "write `\(function.signature)`")
      return nil
    }
    guard let number = known(setting.value, "the correction is fixed"),
      let whole = wholeNumber(number, at: setting.value.range, "the correction")
    else { return nil }
    guard whole >= 0 else {
      report("the correction is not below 0", at: setting.value.range)
      return nil
    }
    return Double(whole)
  }

  private mutating func transpose(_ family: FamilyValue, _ operand: Operand) -> ExpressionValue {
    guard isWhole(operand) else { return .broken }
    guard family.bounds.count <= 2 else {
      report(
        "`transpose` is of a family with one or two indices, and \(quoted(operand.expression)) has more",
        at: operand.expression.range)
      return .broken
    }
    guard family.bounds.count == 2 else { return .family(family) }
    let (rows, columns) = (family.bounds[0].count, family.bounds[1].count)
    let items = (0..<columns).flatMap { column in
      (0..<rows).map { family.items[$0 * columns + column] }
    }
    return .family(FamilyValue([family.bounds[1], family.bounds[0]], items, size: family.size))
  }

  /// `softmax` and `logsumexp`: shorthands, which count what they take written out with the largest as one.
  private mutating func exponentials(
    _ function: ComposedFunction, _ family: FamilyValue, _ operand: Operand, at range: SourceRange
  ) -> ExpressionValue {
    guard function == .logsumexp || isWhole(operand) else { return .broken }
    let count = Double(family.items.count)
    // A reader sees the largest in each power.
    guard (Double(family.size) + 2) * count <= Double(maxParts) else {
      _ = grow(by: maxParts + 1, at: range)
      return .broken
    }
    let ofPowers = 2 * (Double(family.size) + 2 * count)
    let size = function == .softmax ? ofPowers * count : ofPowers
    guard grow(byElementsOf: size, at: range) else { return .broken }
    guard function == .softmax else { return .number(.call(.logsumexp, family.items)) }
    let items = family.items.map { Formula.call(.softmax, [$0] + family.items) }
    return .family(FamilyValue(family.bounds, items, size: Int(size)))
  }

  private mutating func variance(
    _ function: ComposedFunction, _ family: FamilyValue, _ correction: Double, at range: SourceRange
  ) -> ExpressionValue {
    let count = Double(family.items.count)
    guard count > correction else {
      report(
        "`\(function.rawValue)` would divide by \(shortText(of: count - correction)): there \(count == 1 ? "is 1 element" : "are \(family.items.count) elements"), and the correction is \(shortText(of: correction))",
        at: range)
      return .broken
    }
    guard grow(byElementsOf: (Double(family.size) + 6) * count + Double(family.size), at: range) else {
      return .broken
    }
    let mean = Formula.sum(of: family.items.map { .init(.plus, $0) }) / .index(count)
    let squares = family.items.map { Formula.power($0 - mean, .index(2)) }
    let variance = Formula.sum(of: squares.map { .init(.plus, $0) }) / .index(count - correction)
    guard function == .deviation else { return .number(variance) }
    guard let root = Function.named("sqrt") else { return .broken }
    return .number(.call(root, [variance]))
  }
}
