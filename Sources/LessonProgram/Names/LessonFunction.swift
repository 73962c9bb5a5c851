import Algebra
import Diagnostics
package import LessonLanguage

/// A function of the lesson's own. A call is written out: the body with the arguments in place of the parameters.
package struct LessonFunction {
  /// What the author wrote.
  package let definition: FunctionDefinition
  /// The least size of the body when it is written out with arguments of size 0.
  package let size: Double
  /// How often each parameter stands in the body at least.
  let uses: [Double]

  /// How many arguments a call may have.
  package var arity: ClosedRange<Int> {
    let required = definition.parameters.lastIndex { $0.fallback == nil }.map { $0 + 1 } ?? 0
    return required...definition.parameters.count
  }
}

/// Measures the body of a function before anything is written out, so that what would grow without end is refused.
struct FunctionMeasure {
  private let functions: [Name: LessonFunction]
  private let parameters: [String: Int]
  /// The size so far.
  package private(set) var size = 0.0
  /// The uses of each parameter so far.
  private(set) var uses: [Double]

  /// The measure of `definition`, which may call `functions`.
  init(_ definition: FunctionDefinition, functions: [Name: LessonFunction]) {
    self.functions = functions
    let names = definition.parameters.map(\.name.text)
    parameters = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    uses = names.map { _ in 0 }
    measure(definition.body, times: 1)
  }

  private mutating func measure(_ expression: Expression, times: Double) {
    size += times
    switch expression.kind {
    case .number, .pi: break
    case .name(let name): if let index = parameters[name] { uses[index] += times }
    case .element(_, let indices): for index in indices { measure(index, times: times) }
    case .matrixProduct(let factors): for factor in factors { measure(factor, times: times) }
    case .setting(_, let value): measure(value, times: times)
    case .list(let items): for item in items { measure(item, times: times) }
    // Which branch is written out, and how often a range repeats its body, is not known yet.
    case .conditional, .reduction, .overRows: break
    case .negation(let inner): measure(inner, times: times)
    case .sum(let terms): for term in terms { measure(term.expression, times: times) }
    case .product(let factors): for factor in factors { measure(factor.expression, times: times) }
    case .power(let base, let exponent):
      measure(base, times: times)
      measure(exponent, times: times)
    case .call(let identifier, let arguments):
      let called = functions[Name(identifier.text)]
      size += times * (called?.size ?? 0)
      for (index, argument) in arguments.enumerated() {
        let count = called.map { $0.uses.indices.contains(index) ? $0.uses[index] : 0 } ?? 1
        measure(argument, times: times * count)
      }
    case .derivative(let numerator, _): measure(numerator, times: times)
    case .local: break
    }
  }
}
