import Algebra
import Diagnostics
import LessonLanguage

/// Turns an expression as it is written into a formula whose names and functions are known.
///
/// Every name that is read must be defined above and fresh. All that is wrong is collected; a formula with an error is
/// still built as far as it goes, so that one mistake gives one message.
struct FormulaBuilder {
  let scope: Scope
  /// For messages that name a line.
  let file: SourceFile
  /// The name that is being defined, which its own formula cannot mention.
  var definedName: Name?
  private(set) var diagnostics: [Diagnostic] = []

  init(scope: Scope, file: SourceFile, defining name: Name? = nil) {
    self.scope = scope
    self.file = file
    self.definedName = name
  }

  /// The formula of an expression.
  mutating func formula(of expression: Expression) -> Formula {
    switch expression.form {
    case .number(let value, let text):
      return .number(Number(value, text: text))
    case .pi:
      return .number(Number(.pi, text: "pi"))
    case .name(let text):
      return .name(read(Identifier(text, at: expression.range)))
    case .negation(let inner):
      return .negation(formula(of: inner))
    case .sum(let terms):
      return .sum(
        of: terms.map { Formula.Term($0.isSubtracted ? .minus : .plus, formula(of: $0.expression)) })
    case .product(let factors):
      return .product(
        of: factors.map { Formula.Factor($0.isDivisor ? .over : .times, formula(of: $0.expression)) })
    case .power(let base, let exponent):
      let base = formula(of: base)
      return .power(base, formula(of: exponent))
    case .call(let function, let arguments):
      return call(function, arguments)
    case .derivative(let numerator, let name):
      return derivative(of: numerator, by: name, at: expression.range)
    case .local(let output, let name):
      return local(output, by: name)
    }
  }

  /// The name of a value that is read: it must be defined above, and fresh.
  mutating func read(_ identifier: Identifier) -> Name {
    let name = Name(identifier.text)
    guard scope[name] != nil else {
      report(unknown(name), at: identifier.range, hint: hint(for: name))
      return name
    }
    if let change = scope.change(behind: name) {
      let line = file.location(of: change.range.lowerBound).line
      report(
        "`\(name)` is stale: `\(change.name)` was changed on line \(line), and `\(name)` has not been worked out since",
        at: identifier.range, hint: "write `forward` above this line")
    }
    return name
  }

  private mutating func call(_ identifier: Identifier, _ arguments: [Expression]) -> Formula {
    let formulas = arguments.map { formula(of: $0) }
    guard let function = Function.named(identifier.text) else {
      let isLater = laterFunctions.contains(identifier.text)
      report(
        isLater
          ? "`\(identifier.text)` is not part of this version of Longhand"
          : "there is no function `\(identifier.text)`",
        at: identifier.range,
        hint: isLater ? nil : didYouMean(identifier.text, among: Function.all.map(\.name)))
      return .number(Number(1))
    }
    guard function.arity.contains(formulas.count) else {
      let count = function.arity.lowerBound
      report(
        "`\(function.name)` takes \(count) argument\(count == 1 ? "" : "s"), not \(formulas.count)",
        at: identifier.range)
      return .number(Number(1))
    }
    return .call(function, formulas)
  }

  private mutating func derivative(
    of numerator: Expression, by identifier: Identifier, at range: SourceRange
  ) -> Formula {
    let formula = formula(of: numerator)
    let name = read(identifier)
    reportDerivative(through: formula, by: name, at: range)
    return .derivative(of: formula, by: name)
  }

  private mutating func local(_ output: Identifier, by identifier: Identifier) -> Formula {
    let value = read(output)
    let name = read(identifier)
    guard let definition = scope[value], scope[name] != nil else { return .local(value, by: name) }
    if definition.kind != .formula {
      report("`\(value)` is given, it has no formula to differentiate", at: output.range)
    } else if let formula = definition.formula, !formula.names.contains(name) {
      report(
        "`\(name)` does not occur in the formula of `\(value)`", at: identifier.range,
        hint: "`∂\(value)/∂\(name)` goes through the whole network")
    }
    return .local(value, by: name)
  }

  /// Reports a derivative of a formula that would go through another derivative.
  mutating func reportDerivative(through formula: Formula, by name: Name, at range: SourceRange) {
    let message = "a derivative cannot be differentiated, and"
    if formula.derivativeAtoms.contains(where: { scope.reads($0, name) }) {
      report("\(message) `\(name)` reaches this expression through one", at: range)
    } else if let held = scope.formulaHoldingDerivative(beneath: formula.names, by: name) {
      let line = file.location(of: held.range.lowerBound).line
      report("\(message) `\(held.name)` on line \(line) holds one that depends on `\(name)`", at: range)
    }
  }

  // MARK: - Messages

  private mutating func report(_ message: String, at range: SourceRange, hint: String? = nil) {
    diagnostics.append(Diagnostic(message, at: range, hint: hint))
  }

  private func unknown(_ name: Name) -> String {
    name == definedName ? "`\(name)` is defined by itself" : "`\(name)` is not defined above"
  }

  private func hint(for name: Name) -> String? {
    if name == definedName { return "a formula may only mention names that are defined above it" }
    if Function.named(name.text) != nil { return "`\(name)` is a function: write `\(name)(…)`" }
    return didYouMean(name.text, among: scope.names.map(\.text))
  }
}

/// `did you mean` with the nearest candidate, in the form of a hint.
func didYouMean(_ word: String, among candidates: [String]) -> String? {
  nearest(to: word, among: candidates).map { "did you mean `\($0)`?" }
}

/// Functions of the lesson format that this version does not have.
private let laterFunctions: Set<String> = [
  "log", "log2", "log10", "abs", "sign", "sin", "cos", "tan", "arctan", "sinh", "cosh", "relu", "leaky_relu",
  "prelu",
  "elu", "softplus", "step", "gelu", "erf", "floor", "factorial", "max", "min", "sum", "mean", "product",
  "dot",
  "count", "normal", "uniform", "bernoulli",
]
