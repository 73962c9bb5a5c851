import Algebra
import Diagnostics
import LessonDocument
package import LessonLanguage

// Functions of the lesson's own.

extension Resolver {
  package mutating func resolve(_ definition: FunctionDefinition, _ statement: Statement) {
    let name = Name(definition.name.text)
    if let first = scope.functions[name] {
      report(
        "the function `\(name)` is defined twice", at: definition.name.range,
        notes: [.init("first defined", at: first.definition.name.range)])
      return
    }
    let before = faults.count
    for called in definition.body.calledFunctions
    where !isKnown(called, to: name) && !scope.broken.contains(Name(called.text)) {
      if Name(called.text) == name {
        report("`\(name)` calls itself, and the functions of a lesson do not", at: called.range)
      } else {
        report(
          "there is no function `\(called.text)` above", at: called.range,
          advice: later.advice(for: Name(called.text), below: called.range)
            ?? .init(hint: FunctionHabit.hint(for: called.text))
            ?? .nearest(to: called.text, among: Function.all.map(\.name), at: called.range))
      }
    }
    // A function that calls what is not above it is never written out.
    guard faults.count == before else { return }
    let measure = FunctionMeasure(definition, functions: scope.functions)
    scope.functions[name] = LessonFunction(definition: definition, size: measure.size, uses: measure.uses)
    append(.function(document.file[statement.range]), at: statement.range, comment: statement.comment)
  }

  private func isKnown(_ identifier: Identifier, to name: Name) -> Bool {
    let called = Name(identifier.text)
    if called == name { return false }
    return scope.functions[called] != nil || Function.named(functionName(spelled: identifier.text)) != nil
      || FamilyFunction.named(identifier.text) != nil || ComposedFunction.named(identifier.text) != nil
  }
}

extension Expression {
  /// The functions that are called in an expression, in order.
  var calledFunctions: [Identifier] {
    switch kind {
    case .number, .pi, .name, .local: []
    case .element(_, let parts), .list(let parts): parts.flatMap(\.calledFunctions)
    case .negation(let inner): inner.calledFunctions
    case .sum(let terms): terms.flatMap(\.expression.calledFunctions)
    case .product(let factors): factors.flatMap(\.expression.calledFunctions)
    case .matrixProduct(let factors): factors.flatMap(\.calledFunctions)
    case .setting(_, let value): value.calledFunctions
    case .power(let base, let exponent): base.calledFunctions + exponent.calledFunctions
    case .conditional(let condition, let first, let second):
      condition.calledFunctions + first.calledFunctions + second.calledFunctions
    case .call(let function, let arguments): [function] + arguments.flatMap(\.calledFunctions)
    case .reduction(_, let body, let ranges):
      body.calledFunctions
        + ranges.flatMap(\.expressions).flatMap(\.calledFunctions)
    case .derivative(let numerator, _), .overRows(_, let numerator, _): numerator.calledFunctions
    }
  }
}

extension LessonLanguage.Condition {
  fileprivate var calledFunctions: [Identifier] {
    switch kind {
    case .comparison(let left, _, let right): left.calledFunctions + right.calledFunctions
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.calledFunctions)
    case .not(let other): other.calledFunctions
    }
  }
}
