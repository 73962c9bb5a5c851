import Algebra
import Foundation
import Testing

/// Large and deep formulas: as deep as a lesson may make them, and so large that they would take minutes, or more stack than
/// there is, if work grew with their square or calls with their length.
@Suite struct LimitTests {
  private static let x = Formula.name(Name("x"))

  @Test("A sum of 20,000 terms is differentiated, simplified, evaluated and printed")
  func longSum() {
    let terms = (0..<20_000).map { Formula.Term(.plus, $0 % 2 == 0 ? Self.x : .name(Name("a\($0)"))) }
    let sum = Formula.sum(of: terms)
    #expect(sum.derivative(by: Name("x")).text(.calc) == "10000")
    #expect(sum.simplified().text(.calc).hasPrefix("10000*x + a1 + a3 + "))
    let evaluation = sum.value(of: { _ in 1 }, atoms: { _ in .nan })
    #expect((evaluation.value, evaluation.largest) == (20_000, 20_000))
    #expect(sum.fragments(.unicode).count == 20_000)
    #expect(sum.names.count == 10_001)
  }

  @Test("A product of 1,000 factors is differentiated, whether its factors are one or differ")
  func longProduct() throws {
    let tanh = try #require(Function.named("tanh"))
    let power = Formula.product(of: (0..<1_000).map { _ in .init(.times, Self.x) })
    #expect(power.derivative(by: Name("x")).text(.unicode) == "1000·x⁹⁹⁹")

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

  @Test(
    "A largest of 4,000 arguments is evaluated, printed and differentiated, whether one of them varies or all do"
  )
  func longMaximum() throws {
    let max = try #require(Function.named("max"))
    let names = (0..<4_000).map { Formula.name(Name("a\($0)")) }
    let one = Formula.call(max, names)
    #expect(one.value(of: { Double($0.text.dropFirst()) ?? .nan }, atoms: { _ in .nan }).value == 3_999)
    #expect(one.fragments(.unicode).count == 4_000)
    #expect(one.derivative(by: Name("x")).text(.calc) == "0")
    let derivative = one.derivative(by: Name("a2000")).text(.calc)
    #expect(derivative.hasPrefix("if a2000 > a0 and a2000 > a1 and "))
    #expect(derivative.hasSuffix(" and a2000 >= a3998 and a2000 >= a3999 then 1 else 0"))

    let all = Formula.call(max, names.map { .product([.init(.times, Self.x), .init(.times, $0)]) })
    let slope = all.derivative(by: Name("x"))
    #expect(slope.value(of: { $0 == Name("a777") ? 3 : 2 }, atoms: { _ in .nan }).value == 3)
    #expect(slope.value(of: { _ in 2 }, atoms: { _ in .nan }).value == 2)
    #expect(slope.size < 400_000)
  }

  @Test("A condition of 20,000 parts is printed, compared and decided", arguments: [true, false])
  func longCondition(isAll: Bool) throws {
    let parts = (0..<20_000).map {
      Condition.comparison(.name(Name("a\($0)")), isAll ? .less : .greater, Self.x)
    }
    let formula = Formula.conditional(isAll ? .all(parts) : .any(parts), then: 1, otherwise: 0)
    #expect(formula == formula.replacingNames { .name($0) })
    #expect(formula.names.count == 20_001)
    let resolution = formula.resolved(
      value: { $0 == Self.x ? 1 : 0 }, element: { Name($0, $1.map { Int($0) }) })
    #expect(resolution.formula == (isAll ? 1 : 0))
    #expect(resolution.decisions.map(\.reasons.count) == [20_000])
  }

  @Test("What nests 200 deep fits a stack of 512 kilobytes", arguments: Nesting.allCases)
  func depth(nesting: Nesting) async throws {
    let outcome = try await outcome(of: nesting, depth: 200, kilobytes: 512, Outcome.init)
    #expect(outcome.isEqualToItsCopy)
    #expect(outcome.resolved == outcome.value)
    #expect(outcome.texts.allSatisfy { !$0.isEmpty })
  }

  // Their derivatives grow with the square of the depth: half of both is a quarter of the work.
  @Test("Derivatives of what nests 100 deep fit half of that stack", arguments: Nesting.allCases)
  func depthOfDerivatives(nesting: Nesting) async throws {
    let slopes = try await outcome(of: nesting, depth: 100, kilobytes: 256, Slopes.init)
    let (derivative, local) = (slopes.derivative, slopes.localDerivative)
    #expect(abs(derivative.value - local.value) < 1e-9 * max(1, derivative.largest, local.largest))
  }

  /// What `work` makes of a formula that nests so deep, on a stack of so many kilobytes.
  private func outcome<Result: Sendable>(
    of nesting: Nesting, depth: Int, kilobytes: Int, _ work: @escaping @Sendable (Formula) -> Result
  ) async throws -> Result {
    let tanh = try #require(Function.named("tanh"))
    return await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: work(nesting.formula(depth: depth, tanh))) }
      thread.stackSize = kilobytes * 1_024
      thread.start()
    }
  }

  /// What comes of doing everything with a formula that can be done, but for derivatives.
  private struct Outcome: Sendable {
    let isEqualToItsCopy: Bool
    let value: Evaluation
    let resolved: Evaluation
    let texts: [String]

    init(of formula: Formula) {
      let copy = formula.replacingNames { .name($0) }
      isEqualToItsCopy = copy == formula && copy.hashValue == formula.hashValue && copy.names == formula.names
      resolved = formula.resolved(
        value: { $0.value(at: [0.9, 0.3, 0]).value }, element: { family, _ in Name(family, [2]) }
      ).formula.value(at: [0.9, 0.3, 0])
      value = formula.value(at: [0.9, 0.3, 0])
      texts = Notation.allCases.map(formula.text) + [formula.simplified().text(.unicode)]
    }
  }

  /// A formula's derivative, and its local derivative.
  private struct Slopes: Sendable {
    let derivative: Evaluation
    let localDerivative: Evaluation

    init(of formula: Formula) {
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
  case call, exponent, base, sumInPower, negation, sum, product, quotient, derivative, maximum, firstBranch
  case secondBranch, comparison, denial, conjunction, disjunction, index

  func formula(depth: Int, _ function: Function) -> Formula {
    let x = Formula.name(Name("x"))
    let y = Formula.name(Name("y"))
    switch self {
    case .denial, .conjunction, .disjunction:
      let condition = (0..<depth).reduce(Condition.comparison(x, .less, y)) { inner, _ in
        switch self {
        case .denial: .not(inner)
        case .conjunction: .all([.comparison(y, .lessOrEqual, x), inner])
        default: .any([inner, .comparison(y, .greater, x)])
        }
      }
      return .conditional(condition, then: x, otherwise: .product([.init(.times, x), .init(.times, y)]))
    default: break
    }
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
      case .maximum: .call(Function.named("max") ?? function, [y, inner])
      case .firstBranch: .conditional(.comparison(x, .greater, y), then: inner, otherwise: y)
      case .secondBranch: .conditional(.comparison(x, .equal, y), then: y, otherwise: inner)
      case .comparison: .conditional(.comparison(inner, .greater, y), then: x, otherwise: y)
      case .index: .element("E", [.conditional(.comparison(inner, .greater, y), then: 1, otherwise: 2)])
      case .denial, .conjunction, .disjunction: inner
      }
    }
  }
}
