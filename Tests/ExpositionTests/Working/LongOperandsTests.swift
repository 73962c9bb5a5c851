import Algebra
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct LongOperandsTests {
  private static let names = (1...40).map { Formula.name(Name("x\($0)")) }

  private static func sum(_ parts: [Formula]) -> Formula { .sum(of: parts.map { .init(.plus, $0) }) }
  private static func product(_ parts: [Formula]) -> Formula { .product(of: parts.map { .init(.times, $0) }) }

  /// Formulas whose derivative by a name needs nothing of the parts that do not mention it.
  private static let separable: [Formula] = [
    sum(names), sum(names.map { .power($0, .number(Number(2))) }),
    sum(zip(names, names.dropFirst()).map { product([$0, $1]) }),
    .negation(sum(names)), .power(.number(Number(2)), sum(names.map { product([$0, $0]) })),
  ]

  @Test(arguments: separable)
  func `an outline without a stand-in is the derivative`(formula: Formula) {
    let operands = LongOperands(of: formula)
    for index in [0, 7, 39] {
      let name = Name("x\(index + 1)")
      let outline = operands.outlineOfDerivative(of: Name("y"), by: name)
      #expect(!outline.names.contains(LongOperands.rest))
      #expect(outline == LongOperands.derivative(of: Name("y"), as: formula, by: name))
    }
  }

  /// Formulas whose derivative by a name needs the other parts.
  private static let joined: [Formula] = [
    product(names), .power(sum(names), .number(Number(2))),
    product([sum(names), sum(names.map { product([$0, $0]) })]),
  ]

  @Test(arguments: joined)
  func `an outline has a stand-in for the parts that do not mention the name, and is small`(formula: Formula)
  {
    let operands = LongOperands(of: formula)
    for index in [0, 7, 39] {
      let outline = operands.outlineOfDerivative(of: Name("y"), by: Name("x\(index + 1)"))
      #expect(outline.names.contains(LongOperands.rest))
      #expect(outline.size < 16)
    }
  }

  @Test func `of a product that mentions a name in each factor it is known how large the derivative is`() {
    let factors = (1...100).map { Self.sum([.name(Name("x")), .number(Number(Double($0)))]) }
    #expect(LongOperands(of: Self.product(factors)).sizeOfDerivative(by: Name("x")) == 10_000)
    #expect(
      LongOperands(of: Self.sum([Self.product(factors), Self.product(factors)])).sizeOfDerivative(
        by: Name("x")) == 20_000)
    #expect(LongOperands(of: Self.sum(factors)).sizeOfDerivative(by: Name("x")) == 100)
    #expect(LongOperands(of: Self.joined[0]).sizeOfDerivative(by: Name("x1")) == 1)
  }

  @Test func `names of one sum have outlines of one shape`() {
    let operands = LongOperands(of: Self.joined[0])
    let shapes = (1...40).map { operands.outlineOfDerivative(of: nil, by: Name("x\($0)")).shape }
    #expect(Set(shapes).count == 1)
  }

  @Test(arguments: [
    ("h[7]", "h"), ("W[1,2]", "W"), ("w12", "w1"), ("w1_20", "w1_1"), ("sum_h", "sum_h"), ("h2[3]", "h2"),
  ])
  func `names are of one kind that differ in indices and numbers only`(name: String, kin: String) {
    #expect(Name(name).kin == kin)
  }
}
