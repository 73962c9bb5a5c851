import Algebra
import Testing

@Suite struct FunctionTests {
  @Test(
    "The table has the functions of the lesson format, in its order, and they are found by their names alone")
  func lookup() {
    let names = """
      exp ln log log2 log10 sqrt abs sign sin cos tan tanh arctan sinh cosh sigmoid relu leaky_relu prelu elu softplus \
      step gelu erf floor factorial max min
      """
    #expect(Function.all.map(\.name).joined(separator: " ") == names)
    #expect(Function.all.allSatisfy { Function.named($0.name) == $0 })
    #expect(Function.named("σ") == nil)
    #expect(Function.named("Exp") == nil)
  }

  @Test func `each function is in the table, but for those that are written out`() {
    #expect(Set(Function.all.map(\.id)) == Set(Function.ID.allCases).subtracting([.softmax, .logsumexp]))
  }

  @Test(
    "Signatures name the parameters with their fallbacks, and say how many arguments there may be",
    arguments: [
      ("exp", "exp(x)", 1...1), ("factorial", "factorial(n)", 1...1),
      ("leaky_relu", "leaky_relu(x, a = 0.1)", 1...2), ("prelu", "prelu(x, a)", 2...2),
      ("elu", "elu(x, a = 1)", 1...2), ("max", "max(a, b, …)", 1...Int.max),
      ("min", "min(a, b, …)", 1...Int.max),
    ])
  func signatures(name: String, signature: String, arity: ClosedRange<Int>) throws {
    let function = try #require(Function.named(name))
    #expect(function.signature == signature)
    #expect(function.arity == arity)
  }

  @Test("Help has a line for each function that fits a terminal", arguments: Function.all)
  func summaries(function: Function) {
    #expect(!function.summary.isEmpty)
    #expect(([function.signature, function.summary].joined(separator: "  ")).count <= 80)
    #expect(function.note.map { !$0.isEmpty && $0.count <= 80 } ?? true)
  }

  @Test(
    "Arguments that are not given have their fallbacks, in values, derivatives and where they are asked for")
  func fallbacks() throws {
    let (leaky, elu) = (try #require(Function.named("leaky_relu")), try #require(Function.named("elu")))
    let x = Formula.name(Name("x"))
    #expect(leaky.completed([x]).map { $0.text(.calc) } == ["x", "0.1"])
    #expect(leaky.completed([x, 2]).map { $0.text(.calc) } == ["x", "2"])
    #expect(leaky.value([-2]) == -0.2)
    #expect(leaky.value([-2, 0.5]) == -1)
    #expect(elu.value([-1]) == elu.value([-1, 1]))
    #expect(Formula.call(leaky, [x]).derivative(by: Name("x")).text(.calc) == "if x >= 0 then 1 else 0.1")
  }

  @Test("Of a function with an expansion, both have one value", arguments: [-700, -1.5, 0, 0.41, 700])
  func expansion(argument: Double) throws {
    let x = Formula.name(Name("x"))
    var count = 0
    for function in Function.all {
      guard let expansion = function.expansion(of: [x]) else { continue }
      count += 1
      let value = expansion.value(of: { _ in argument }, atoms: { _ in .nan }).value
      #expect(abs(value - function.value([argument])) <= 1e-15)
    }
    #expect(count == 1)
    #expect(Function.named("sigmoid")?.expansion(of: [x])?.text(.unicode) == "1/(1 + e^(−x))")
  }

  @Test(
    "The table's derivatives are central differences, by every argument",
    arguments: [[0.2, 0.3, -1], [0.9, 2, 0.8], [1.2, -0.6, 2], [-0.3, 0.4, -0.2], [-1.1, 1.2, -1.7]])
  func derivatives(values: [Double]) {
    var compared = 0
    for function in Function.all {
      let arguments = Array(values.prefix(min(function.arity.upperBound, 3)))
      let names = arguments.indices.map { Name("a\($0)") }
      let call = Formula.call(function, names.map(Formula.name))
      for (index, name) in names.enumerated() {
        let exact = call.derivative(by: name).value(
          of: { name in names.firstIndex(of: name).map { arguments[$0] } ?? .nan }, atoms: { _ in .nan }
        ).value
        func value(_ step: Double) -> Double {
          var moved = arguments
          moved[index] += step
          return function.value(moved)
        }
        let step = 1e-5
        let difference = (value(step) - value(-step)) / (2 * step)
        guard difference.isFinite else { continue }
        compared += 1
        #expect(abs(exact - difference) < 1e-7, "\(function.name)\(arguments) by \(index)")
      }
    }
    #expect(compared >= 29)
  }
}
