import Algebra
import Testing

@Suite struct FunctionTests {
  @Test(
    "Values have the digits that mpmath gives at 40 digits, also at ±1000",
    arguments: [
      ("exp", -1_000, 0), ("exp", -1, 0.3678794411714423216), ("exp", 0.5, 1.6487212707001281468),
      ("exp", 1, 2.7182818284590452354), ("exp", 700, 1.0142320547350045095e+304), ("exp", 1_000, .infinity),
      ("ln", 1e-300, -690.77552789821370521), ("ln", 0.1, -2.302585092994045684),
      ("ln", 2, 0.69314718055994530942),
      ("ln", 1_000, 6.9077552789821370521), ("ln", 0, -.infinity),
      ("sqrt", 0.1, 0.3162277660168379332), ("sqrt", 2, 1.4142135623730950488),
      ("sqrt", 1_000, 31.62277660168379332),
      ("sqrt", 0, 0),
      ("sigmoid", -1_000, 0), ("sigmoid", -1, 0.26894142136999512075),
      ("sigmoid", -0.1, 0.4750208125210600139),
      ("sigmoid", 0, 0.5), ("sigmoid", 0.5, 0.62245933120185456464), ("sigmoid", 1, 0.73105857863000487925),
      ("sigmoid", 30, 0.99999999999990642377), ("sigmoid", 1_000, 1),
      ("tanh", -1_000, -1), ("tanh", -1, -0.76159415595576488812), ("tanh", 0.5, 0.4621171572600097585),
      ("tanh", 1e-10, 1e-10), ("tanh", 1_000, 1),
    ] as [(String, Double, Double)])
  func values(name: String, argument: Double, expected: Double) throws {
    let value = try #require(Function.named(name)).value([argument])
    #expect(value == expected || abs(value - expected) <= 4 * expected.ulp, "\(value)")
  }

  @Test("Functions are found by the names that lessons use, all of one argument so far, and by no other")
  func lookup() {
    #expect(Function.all.map(\.name) == ["exp", "ln", "sqrt", "sigmoid", "tanh"])
    #expect(Function.all.allSatisfy { Function.named($0.name) == $0 && $0.arity == 1...1 })
    #expect(Function.named("σ") == nil)
    #expect(Function.named("Exp") == nil)
  }

  @Test("Of a function with an expansion, both have one value", arguments: [-700, -1.5, 0, 0.41, 700])
  func expansion(argument: Double) throws {
    let x = Formula.name(Name("x"))
    var count = 0
    for function in Function.all {
      guard let expansion = function.expansion(of: [x]) else { continue }
      count += 1
      let value = expansion.value(of: { _ in argument }, derivatives: { _ in .nan }).value
      #expect(abs(value - function.value([argument])) <= 1e-15)
    }
    #expect(count == 1)
    #expect(Function.named("sigmoid")?.expansion(of: [x])?.text(.unicode) == "1/(1 + e^(−x))")
  }

  @Test("The table's derivatives are central differences", arguments: [0.2, 0.9, 1.7])
  func derivatives(argument: Double) {
    let x = Name("x")
    for function in Function.all {
      let derivative = Formula.call(function, [.name(x)]).derivative(by: x)
      let exact = derivative.value(of: { _ in argument }, derivatives: { _ in .nan }).value
      let step = 1e-5
      let difference = (function.value([argument + step]) - function.value([argument - step])) / (2 * step)
      #expect(abs(exact - difference) < 1e-8, "\(function.name)")
    }
  }
}
