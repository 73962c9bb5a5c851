import Testing

@testable import Autograd

@Suite("Derivatives")
struct DerivativesTests {
  @Test("are 1 by the output itself, and 0 by what it does not depend on")
  func trivialOnes() {
    let tape = Tape()
    let x = tape.appendLeaf(2)
    let other = tape.appendLeaf(3)
    let y = tape.append(.exp, x)
    let later = tape.append(.exp, y)
    let derivatives = tape.derivatives(of: y)
    #expect(derivatives[y] == 1)
    #expect(derivatives[other] == 0)
    #expect(derivatives[later] == 0)
    #expect(tape.derivatives(of: x)[x] == 1)
  }

  @Test("add up over all the ways from a node to the output")
  func severalPaths() {
    let tape = Tape()
    let x = tape.appendLeaf(3)
    let square = tape.append(.multiply, x, x)
    let y = tape.append(.add, tape.append(.multiply, square, x), square)
    #expect(tape.derivatives(of: y)[square] == 3 + 1)
    #expect(tape.derivatives(of: y)[x] == 3 * 9 + 2 * 3)
  }

  @Test("are the same after a second sweep, and after sweeps from elsewhere", arguments: UInt64(0)..<20)
  func noAccumulation(seed: UInt64) {
    let graph = RandomGraph(seed: seed)
    let (tape, _, output) = graph.recorded(graph.inputs)
    let nodes = (0..<tape.count).map { Node(index: $0) }
    let first = tape.derivatives(of: output)
    let numbers = nodes.map { first[$0] }
    _ = tape.derivatives(of: nodes[nodes.count - 2])
    let second = tape.derivatives(of: output)
    #expect(nodes.map { second[$0] } == numbers)
    #expect(nodes.map { first[$0] } == numbers)
  }

  @Test("do not change when the tape does")
  func valueSemantics() {
    let tape = Tape()
    let x = tape.appendLeaf(3)
    let y = tape.append(.multiply, x, x)
    let before = tape.derivatives(of: y)
    tape.setValue(5, ofLeaf: x)
    tape.recompute()
    #expect(before[x] == 6)
    #expect(tape.derivatives(of: y)[x] == 10)
  }

  @Test("down to a node stop there: given values receive their share and pass nothing on")
  func partialSweep() {
    let tape = Tape()
    let x = tape.appendLeaf(3)
    let inner = tape.append(.multiply, x, x)
    let start = tape.count
    // inner² + inner·x: mentions both inner and x, and inner depends on x as well.
    let two = tape.appendLeaf(2)
    let power = tape.append(.power, inner, two)
    let product = tape.append(.multiply, inner, x)
    let formula = tape.append(.add, power, product)

    let local = tape.derivatives(of: formula, downTo: start)
    #expect(local[inner] == 2 * 9 + 3)
    #expect(local[x] == 9)
    #expect(local[power] == 1)
    #expect(local[formula] == 1)
    let whole = tape.derivatives(of: formula)
    #expect(whole[inner] == 21)
    #expect(whole[x] == 9 + 21 * 6)
  }

  @Test("of a node that is itself given are 1 by it and 0 by all else")
  func partialSweepOfGiven() {
    let tape = Tape()
    let x = tape.appendLeaf(3)
    let y = tape.append(.exp, x)
    let local = tape.derivatives(of: y, downTo: tape.count)
    #expect(local[y] == 1)
    #expect(local[x] == 0)
  }

  @Test("are whole down to the first node", arguments: UInt64(0)..<10)
  func sweepDownToZero(seed: UInt64) {
    let graph = RandomGraph(seed: seed)
    let (tape, _, output) = graph.recorded(graph.inputs)
    let (whole, partial) = (tape.derivatives(of: output), tape.derivatives(of: output, downTo: 0))
    for index in 0..<tape.count { #expect(whole[Node(index: index)] == partial[Node(index: index)]) }
  }

  @Test("chain: local derivatives down to a cut times those above it are the whole")
  func chainedPartialSweeps() {
    let tape = Tape()
    let x = tape.appendLeaf(0.3)
    let middle = tape.append(.tanh, tape.append(.multiply, x, x))
    let start = tape.count
    let output = tape.append(.sigmoid, tape.append(.add, middle, middle))
    let upper = tape.derivatives(of: output, downTo: start)[middle]
    let lower = tape.derivatives(of: middle)[x]
    #expect(agrees(tape.derivatives(of: output)[x], upper * lower, within: 1e-15))
  }
}

@Suite("A slope that is missing or infinite")
struct PoisonTests {
  @Test("by the exponent of a negative base leaves the derivative by the base alone")
  func exponentOfNegativeBase() {
    let tape = Tape()
    let x = tape.variable(-3)
    let exponent = tape.variable(2)
    let y = (x ^ exponent) + 5 * x
    let derivatives = tape.derivatives(of: y)
    #expect(derivatives[x] == -6 + 5)
    #expect(derivatives[exponent].isNaN)
  }

  @Test("does not count where its value is multiplied by 0")
  func zeroAdjoint() {
    let tape = Tape()
    let x = tape.variable(0)
    let zero = tape.variable(0)
    let y = zero * sqrt(x) + 3 * x
    #expect(tape.derivatives(of: y)[x] == 3)
    let negative = tape.variable(-1)
    let z = 0 * (negative ^ negative) + negative
    #expect(tape.derivatives(of: z)[negative] == 1)
  }

  @Test("counts where its value does")
  func nonzeroAdjoint() {
    let tape = Tape()
    let x = tape.variable(0)
    #expect(tape.derivatives(of: 2 * sqrt(x))[x] == .infinity)
    #expect(tape.derivatives(of: -ln(x))[x] == -.infinity)
  }

  @Test("on one way spoils no other variable")
  func otherVariables() {
    let tape = Tape()
    let x = tape.variable(0)
    let w = tape.variable(2)
    let y = sqrt(x) + w * w
    #expect(tape.derivatives(of: y)[w] == 4)
  }
}
