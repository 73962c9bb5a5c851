import Autograd
import Testing

// As the documentation of powers advises, so that 2 * x ^ 2 is 2·x².
infix operator ^ : PowerPrecedence

@Suite("A value")
struct ValueTests {
  @Test("does what the documentation's example says")
  func documentationExample() {
    let tape = Tape()
    let x = tape.variable(0.5)
    let y = sigmoid(2 * x + 1)
    #expect(agrees(y.value, 0.880797077977882, within: 1e-14))
    #expect(agrees(tape.derivatives(of: y)[x], 0.209987170807013, within: 1e-14))
    #expect(tape.derivatives(of: y)[x] == 2 * (y.value * (1 - y.value)))
  }

  @Test("calculates with values and with numbers on either side")
  func operators() {
    let tape = Tape()
    let x = tape.variable(3)
    let y = tape.variable(4)
    #expect((x + y).value == 7 && (x + 4).value == 7 && (3 + y).value == 7)
    #expect((x - y).value == -1 && (x - 4).value == -1 && (3 - y).value == -1)
    #expect((x * y).value == 12 && (x * 4).value == 12 && (3 * y).value == 12)
    #expect((x / y).value == 0.75 && (x / 4).value == 0.75 && (3 / y).value == 0.75)
    #expect((x ^ y).value == 81 && (x ^ 4).value == 81 && (3 ^ y).value == 81)
    #expect((-x).value == -3)
  }

  @Test("differentiates by either operand, whichever side the number is on")
  func operatorDerivatives() {
    let tape = Tape()
    let x = tape.variable(3)
    func slope(_ y: Value) -> Double { tape.derivatives(of: y)[x] }
    #expect(slope(x + 4) == 1 && slope(4 + x) == 1)
    #expect(slope(x - 4) == 1 && slope(4 - x) == -1)
    #expect(slope(x * 4) == 4 && slope(4 * x) == 4)
    #expect(slope(x / 4) == 0.25 && agrees(slope(4 / x), -4.0 / 9, within: 1e-15))
    #expect(slope(x ^ 2) == 6 && agrees(slope(2 ^ x), 5.545177444479562, within: 1e-15))
    #expect(slope(-x) == -1)
  }

  @Test("applies the functions that bear their names")
  func functions() {
    let tape = Tape()
    let x = tape.variable(0.25)
    let results: [(Value, Operation)] = [
      (exp(x), .exp), (ln(x), .ln), (log(x), .ln), (log2(x), .log2), (log10(x), .log10), (sqrt(x), .sqrt),
      (sin(x), .sin), (cos(x), .cos), (tan(x), .tan), (arctan(x), .arctan), (sinh(x), .sinh),
      (cosh(x), .cosh),
      (tanh(x), .tanh), (sigmoid(x), .sigmoid), (relu(x), .relu), (softplus(x), .softplus), (step(x), .step),
      (gelu(x), .gelu), (erf(x), .erf), (abs(x), .abs), (sign(x), .sign), (floor(x), .floor),
      (factorial(x), .factorial),
    ]
    for (result, operation) in results {
      #expect(tape.operation(of: result.node) == operation)
      #expect(tape.operands(of: result.node) == (x.node, nil))
    }
    let y = tape.variable(0.5)
    let resultsOfTwo: [(Value, Operation)] = [
      (leakyRelu(x, y), .leakyRelu), (prelu(x, y), .prelu), (elu(x, y), .elu), (max(x, y), .max),
      (min(x, y), .min),
    ]
    for (result, operation) in resultsOfTwo {
      #expect(tape.operation(of: result.node) == operation)
      #expect(tape.operands(of: result.node) == (x.node, y.node))
    }
  }

  @Test("takes numbers for the second operand of a function, and the slopes that formulas have by default")
  func numbersInFunctions() {
    let tape = Tape()
    let x = tape.variable(-2)
    #expect(leakyRelu(x).value == -2 * 0.1 && leakyRelu(x, 0.25).value == -0.5)
    #expect(prelu(x, 0.25).value == -0.5)
    #expect(elu(x, 2).value == 2 * elu(x).value && elu(x, 2).value == 2 * elu(x, 1).value)
    #expect(max(x, 1).value == 1 && max(1, x).value == 1)
    #expect(min(x, 1).value == -2 && min(1, x).value == -2)
    let tie = tape.variable(1)
    #expect(tape.derivatives(of: max(tie, 1))[tie] == 1 && tape.derivatives(of: max(1, tie))[tie] == 0)
    #expect(tape.derivatives(of: min(tie, 1))[tie] == 1 && tape.derivatives(of: min(1, tie))[tie] == 0)
  }

  @Test("groups powers as mathematics does once the operator is declared so")
  func powerPrecedence() {
    let tape = Tape()
    let x = tape.variable(3)
    #expect((1 + 2 * x ^ 2).value == 19)
    #expect((2 ^ x ^ 2).value == 512)
    #expect((x ^ -1 * 3).value == 1)
    #expect((-x ^ 2).value == 9)
  }

  @Test("shows the number that the tape has now")
  func currentValue() {
    let tape = Tape()
    let x = tape.variable(3)
    let y = x * x
    tape.setValue(5, ofLeaf: x.node)
    tape.recompute()
    #expect(x.value == 5)
    #expect(y.value == 25)
  }
}
