import ElementaryFunctions
import Testing

@Suite("An elementary function")
struct ElementaryFunctionTests {
  @Test(
    "is as near to the exact value as it states", arguments: powerRows + hyperbolicRows + logarithmRows)
  func exactValues(row: FunctionRow) {
    let result = row.function.ofOne(row.argument)
    let steps = Int64(bitPattern: result.bitPattern) - Int64(bitPattern: row.value.bitPattern)
    #expect(result.sign == row.value.sign)
    #expect(steps.magnitude <= row.function.allowedSteps, "\(result) for \(row.value)")
  }

  @Test("has exactly the documented value at the edges of its domain", arguments: edgeRows)
  func edges(row: FunctionRow) {
    let result = row.function.ofOne(row.argument)
    #expect(canonicalBits(result) == canonicalBits(row.value), "\(result)")
  }

  @Test("of NaN is NaN", arguments: ElementaryFunction.all)
  func notANumber(function: ElementaryFunction) {
    #expect(function.ofOne(.nan).isNaN)
    #expect(function.ofOne(-.nan).isNaN)
  }

  @Test(
    "has the same bits in a lane as by itself, whatever the other lanes hold",
    arguments: ElementaryFunction.all)
  func lanes(function: ElementaryFunction) {
    var arguments = Arguments(seed: 8)
    for _ in 0..<1_000 {
      var eight = SIMD8<Double>()
      for lane in 0..<8 { eight[lane] = arguments.next() }
      let results = function.ofEight(eight)
      let halves = (function.ofFour(eight.lowHalf), function.ofFour(eight.highHalf))
      for lane in 0..<8 {
        let alone = canonicalBits(function.ofOne(eight[lane]))
        #expect(canonicalBits(results[lane]) == alone, "of \(eight[lane])")
        #expect(canonicalBits(lane < 4 ? halves.0[lane] : halves.1[lane - 4]) == alone, "of \(eight[lane])")
      }
    }
  }

  @Test("stays within its bounds, and is odd where it is documented to be")
  func bounds() {
    var arguments = Arguments(seed: 9)
    for _ in 0..<5_000 {
      let x = arguments.next()
      guard !x.isNaN else { continue }
      let tanh = hyperbolicTangent(of: x)
      #expect(tanh.magnitude <= 1)
      #expect(tanh == -hyperbolicTangent(of: -x))
      #expect(hyperbolicSine(of: x) == -hyperbolicSine(of: -x))
      #expect(hyperbolicCosine(of: x) >= 1)
      #expect((0...1).contains(logistic(of: x)))
      #expect(softplus(of: x) >= max(x, 0))
    }
  }
}
