import Algebra
import Foundation
import Testing

/// Large and deep formulas, as large and deep as a lesson may make them.
@Suite struct LimitTests {
  private static let x = Formula.name(Name("x"))

  @Test("A sum of 100,000 terms is differentiated, simplified, evaluated and printed")
  func longSum() {
    let terms = (0..<100_000).map { Formula.Term(.plus, $0 % 2 == 0 ? Self.x : .name(Name("a\($0)"))) }
    let sum = Formula.sum(of: terms)
    #expect(sum.derivative(by: Name("x")).text(.calc) == "50000")
    #expect(sum.simplified().text(.calc).hasPrefix("50000*x + a1 + a3 + "))
    #expect(
      sum.value(of: { _ in 1 }, derivatives: { _ in .nan }) == Evaluation(value: 100_000, largest: 100_000))
    #expect(sum.fragments(.unicode).count == 100_000)
    #expect(sum.names.count == 50_001)
  }

  @Test("A product of 1,000 factors is differentiated, whether its factors are one or differ")
  func longProduct() throws {
    let tanh = try #require(Function.named("tanh"))
    let power = Formula.product(of: (0..<1_000).map { _ in .init(.times, Self.x) })
    #expect(power.derivative(by: Name("x")).text(.unicode) == "1000·x^999")

    let names = (0..<1_000).map { Formula.name(Name("a\($0)")) }
    let product = Formula.product(of: names.map { .init(.times, $0) })
    #expect(product.derivative(by: Name("a500")).names.count == 999)
    #expect(product.derivative(by: Name("x")).text(.calc) == "0")

    let local = Formula.localDerivative(of: Name("out"), as: .call(tanh, [product]), by: Name("a0"))
    #expect(local.text(.calc).hasPrefix("(1 - out^2)*a1*a2*"))
  }

  @Test("A product of factors that all vary has as many terms as factors")
  func longProductRule() {
    let factors = (0..<200).map {
      Formula.Factor(.times, .sum([.init(.plus, Self.x), .init(.plus, .name(Name("a\($0)")))]))
    }
    let derivative = Formula.product(of: factors).derivative(by: Name("x"))
    guard case .sum(let terms) = derivative else {
      Issue.record("\(derivative.text(.calc))")
      return
    }
    #expect(terms.count == 200)
  }

  @Test("What nests 200 deep fits a stack of 512 kilobytes", arguments: Nesting.allCases)
  func depth(nesting: Nesting) async throws {
    let tanh = try #require(Function.named("tanh"))
    let outcome = await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: Outcome(of: nesting.formula(depth: 200, tanh))) }
      thread.stackSize = 512 * 1_024
      thread.start()
    }
    #expect(outcome.isEqualToItsCopy)
    #expect(outcome.replaced == "y")
    #expect(outcome.texts.allSatisfy { !$0.isEmpty })
    let (derivative, local) = (outcome.derivative, outcome.localDerivative)
    #expect(abs(derivative.value - local.value) < 1e-9 * max(1, derivative.largest, local.largest))
  }

  /// What comes of doing everything with a formula that can be done.
  private struct Outcome: Sendable {
    let isEqualToItsCopy: Bool
    let replaced: String
    let texts: [String]
    let derivative: Evaluation
    let localDerivative: Evaluation

    init(of formula: Formula) {
      let copy = formula.replacingNames { .name($0) }
      isEqualToItsCopy = copy == formula && copy.hashValue == formula.hashValue && copy.names == formula.names
      replaced = formula.replacing(copy, with: .name(Name("y"))).text(.calc)
      texts = Notation.allCases.map(formula.text) + [formula.simplified().text(.unicode)]
      let output = formula.value(at: [0.9, 0.3, 0]).value
      derivative = formula.derivative(by: Name("x")).value(at: [0.9, 0.3, 0])
      localDerivative = Formula.localDerivative(of: Name("out"), as: formula, by: Name("x"))
        .replacingNames { $0 == Name("out") ? .number(Number(output)) : nil }
        .value(at: [0.9, 0.3, 0])
    }
  }
}

/// A way for formulas to nest.
enum Nesting: CaseIterable {
  case call, exponent, base, sumInPower, negation, sum, product, quotient, derivative

  func formula(depth: Int, _ function: Function) -> Formula {
    let x = Formula.name(Name("x"))
    let y = Formula.name(Name("y"))
    return (0..<depth).reduce(x) { inner, _ in
      switch self {
      case .call: .call(function, [inner])
      case .exponent: .power(x, inner)
      case .base: .power(inner, x)
      case .sumInPower: .power(.sum([.init(.plus, y), .init(.plus, inner)]), .negation(x))
      case .negation: .negation(inner)
      case .sum: .sum([.init(.plus, y), .init(.minus, inner)])
      case .product: .product([.init(.times, x), .init(.times, .call(function, [inner]))])
      case .quotient: .product([.init(.times, x), .init(.over, inner)])
      case .derivative: .derivative(of: inner, by: Name("x"))
      }
    }
  }
}
