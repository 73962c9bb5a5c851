import ElementaryFunctions
import Testing

@testable import Autograd

/// A number that is 0, or the same as another, in decimals, and not in binary.
private struct TieRow: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The numbers of the leaves.
  let numbers: [Double]
  /// What is made of the leaves.
  let make: @Sendable ([Value]) -> Value

  init(_ description: String, _ numbers: [Double], _ make: @escaping @Sendable ([Value]) -> Value) {
    testDescription = description
    self.numbers = numbers
    self.make = make
  }

  /// Ways to a 0 that binary arithmetic misses.
  static let zeros = [
    TieRow("a sum", [0.3, 0.1, 0.2]) { $0[0] - $0[1] - $0[2] },
    TieRow("a sum from the other side", [0.1, 0.2, 0.3]) { $0[0] + $0[1] - $0[2] },
    TieRow("a product", [0.1, 3, 0.3]) { $0[0] * $0[1] - $0[2] },
    TieRow("a neuron", [0.1, 0.7, 0.3, 0.1, -0.1]) { $0[0] * $0[1] + $0[2] * $0[3] + $0[4] },
    TieRow("a large term long ago", [1000, 0.1, 0.1]) { $0[0] + $0[1] - $0[0] - $0[2] },
    TieRow("a quotient", [0.3, 0.1, 3]) { $0[0] / $0[1] - $0[2] },
    TieRow("a function", [0.1, 0.2, 0.3]) { sin($0[0] + $0[1]) - sin($0[2]) },
    TieRow("a scaled remainder", [0.1, 0.2, 0.3, 1e-3]) { ($0[0] + $0[1] - $0[2]) * $0[3] },
  ]

  /// Numbers near 0 that are not 0.
  static let others = [
    TieRow("given", [1e-12]) { $0[0] + 0.0 },
    TieRow("given, below 0", [-1e-12]) { $0[0] * 1.0 },
    TieRow("a sum", [1, 1e-12]) { ($0[0] + $0[1]) - 1.0 },
    TieRow("a power of e", [-30]) { exp($0[0]) },
    TieRow("of two", [1e-12, 2e-12]) { $0[0] - $0[1] },
  ]
}

/// An operation that decides something at 0.
private struct DecisionRow: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let apply: @Sendable (Value) -> Value

  init(_ description: String, _ apply: @escaping @Sendable (Value) -> Value) {
    testDescription = description
    self.apply = apply
  }

  static let all = [
    DecisionRow("relu") { relu($0) }, DecisionRow("leaky_relu") { leakyRelu($0) },
    DecisionRow("prelu") { prelu($0, $0.applying(.cos)) }, DecisionRow("elu") { elu($0) },
    DecisionRow("abs") { abs($0) }, DecisionRow("sign") { sign($0) }, DecisionRow("step") { step($0) },
    DecisionRow("sqrt") { sqrt($0) }, DecisionRow("ln") { ln($0) }, DecisionRow("log2") { log2($0) },
    DecisionRow("log10") { log10($0) }, DecisionRow("floor") { floor($0) },
    DecisionRow("floor above") { floor($0 + 3) }, DecisionRow("factorial") { factorial($0 + 3) },
    DecisionRow("max") { max($0, 0) }, DecisionRow("max behind") { max(0, $0) },
    DecisionRow("min") { min($0, 0) }, DecisionRow("min behind") { min(0, $0) },
    DecisionRow("power") { $0 ^ 0.5 },
  ]
}

@Suite("A decision at a decimal tie")
struct TieTests {
  /// What an operation makes of a number: its value, and the derivative by the number, on the tape.
  private func outcome(_ row: TieRow, _ decision: DecisionRow) -> (value: Double, slope: Double) {
    let tape = Tape()
    let number = row.make(row.numbers.map { tape.variable($0) })
    let result = decision.apply(number)
    return (result.value, tape.derivatives(of: result)[number])
  }

  static let numberPairs: [(Double, Double, Bool)] = [
    (1e-12, 2e-12, false), (1, 1 + 1e-9, false), (1, 1 + 1e-12, false), (0.1 + 0.7, 0.8, true),
    (0.1 + 0.2, 0.3, true), (1e-300, 2e-300, false), (0, 1e-300, false), (1e20, 1e20 + 16384, true),
    (1.0 / 3, 0.333333333333, false), (.infinity, .infinity, true),
  ]

  private static let zero = TieRow("0", [0]) { $0[0] + 0.0 }

  @Test("is that of the decimals", arguments: TieRow.zeros, DecisionRow.all)
  fileprivate func zeros(row: TieRow, decision: DecisionRow) {
    let tape = Tape()
    let number = row.make(row.numbers.map { tape.variable($0) })
    #expect(number.value != 0 && number.value.magnitude < 1e-9)
    let (found, expected) = (outcome(row, decision), outcome(Self.zero, decision))
    // Of equal values the first is taken, as it is.
    #expect(found.value == expected.value || (found.value - expected.value).magnitude < 1e-11)
    #expect(found.slope == expected.slope || (found.slope - expected.slope).magnitude < 1e-11)
  }

  @Test("is none where numbers differ by more than rounding", arguments: TieRow.others)
  fileprivate func others(row: TieRow) {
    let tape = Tape()
    let number = row.make(row.numbers.map { tape.variable($0) })
    #expect(sign(number).value == (number.value > 0 ? 1 : -1))
    #expect(step(number).value == (number.value > 0 ? 1 : 0))
    #expect(floor(number).value == (number.value > 0 ? 0 : -1))
    #expect(max(number, 0).value == max(number.value, 0))
  }

  @Test(
    "holds of two values as of their difference",
    arguments: TieTests.numberPairs)
  func pairs(x: Double, y: Double, areEqual: Bool) {
    let tape = Tape()
    let (first, second) = (tape.variable(x).node, tape.variable(y).node)
    #expect(tape.hold([Guard(first, .equal, second)]) == areEqual)
    #expect(tape.hold([Guard(first, .unequal, second)]) == !areEqual)
    #expect(tape.hold([Guard(second, .atMost, first)]) == (areEqual || y <= x))
    #expect(tape.hold([Guard(first, .below, second)]) == (!areEqual && x < y))
  }

  @Test("of powers of e is that of the numbers")
  func powers() {
    let tape = Tape()
    let (first, second) = (exp(tape.variable(-30)), exp(tape.variable(-29)))
    #expect(tape.hold([Guard(first.node, .below, second.node)]))
  }

  @Test(
    "has the same bits when it is replayed, in one lane and in eight", arguments: TieRow.zeros + TieRow.others
  )
  fileprivate func replayed(row: TieRow) {
    for decision in DecisionRow.all {
      // Recorded at other numbers, so that nothing of the tie is there yet.
      let tape = Tape()
      let leaves = row.numbers.map { _ in tape.variable(1.5) }
      let output = decision.apply(row.make(leaves)) * 2.0
      let fresh = Tape()
      let freshLeaves = row.numbers.map { fresh.variable($0) }
      let expected = decision.apply(row.make(freshLeaves)) * 2.0
      let slopes = freshLeaves.map { fresh.derivatives(of: expected)[$0] }

      let program = Program(tape, of: output.node, by: leaves.map(\.node))
      var derivatives = slopes.map { _ in 0.0 }
      program.evaluate(at: row.numbers, derivatives: &derivatives)
      #expect(isSame(tape.value(of: output.node), expected.value), "\(decision.testDescription)")
      for (one, other) in zip(derivatives, slopes) {
        #expect(isSame(one, other) || agrees(one, other, within: 1e-12))
      }

      guard expected.value.isFinite else { continue }
      // Beside it a row without a tie, where the operation has a value there.
      let far = row.numbers.indices.map { 4.0 / Double($0 + 1) }
      let farTape = Tape()
      let farValue = decision.apply(row.make(far.map { farTape.variable($0) })) * 2.0
      let other = farTape.hasOnlyFiniteValues(in: 0..<farTape.count) ? far : row.numbers
      for width in [Batch.Width.one, .eight] {
        let nodes = leaves.map(\.node)
        let batch = Batch(
          Program(tape, of: output.node, by: [], varying: nodes), width: width, threads: 1)
        let rows = [row.numbers, other, row.numbers]
        var outputs = [0.0, 0, 0]
        #expect(batch.workOut([0, 1, 2], numbers: rows.flatMap(\.self), outputs: &outputs) == [])
        #expect(isSame(outputs[0], expected.value), "\(decision.testDescription)")
        #expect(isSame(outputs[1], other == far ? farValue.value : expected.value))
        #expect(isSame(outputs[2], expected.value))
      }
    }
  }

  @Test("chooses the course of a row of a batch", arguments: [Batch.Width.one, .eight])
  func guards(width: Batch.Width) {
    let tape = Tape()
    let (a, b, t) = (tape.variable(1), tape.variable(1), tape.variable(0.5))
    let sum = a + b
    let program = Program(
      tape, of: sum.node, by: [], varying: [a.node, b.node, t.node],
      guards: [Guard(t.node, .atMost, sum.node)])
    let batch = Batch(program, width: width, threads: 1)
    var outputs = Array(repeating: 0.0, count: 3)
    let numbers = [0.1, 0.7, 0.8, 0.1, 0.7, 0.8000001, 0.1, 0.7, 0.7999999]
    #expect(batch.workOut([0, 1, 2], numbers: numbers, outputs: &outputs) == [1])
  }

  @Test("is none of exact numbers: recorded, worked out again, and in a row of a batch")
  func exact() {
    let below = 2.99999999999999
    let tape = Tape()
    let leaves = [tape.appendLeaf(3, isExact: true), tape.appendLeaf(below, isExact: true)]
    let whole = tape.append(.floor, tape.append(.negate, tape.append(.negate, leaves[1])))
    let isAbove = tape.append(.step, tape.append(.subtract, leaves[1], leaves[0]))
    let output = tape.append(.add, whole, isAbove)
    let isLess = Guard(leaves[1], .below, leaves[0])
    #expect(tape.value(of: output) == 2 && tape.hold([isLess]) && !tape.isTie(leaves[1], with: 3))
    tape.recompute()
    #expect(tape.value(of: output) == 2)
    for width in [Batch.Width.one, .eight] {
      let program = Program(tape, of: output, by: [], varying: leaves, guards: [isLess])
      var outputs = [0.0, 0, 0]
      let rows = [3, below, 3, 2.9999999999999, 4, 3]
      #expect(
        Batch(program, width: width, threads: 1).workOut([0, 1, 2], numbers: rows, outputs: &outputs) == [])
      #expect(outputs == [2, 2, 3])
    }
    // What arithmetic has led to is the whole number next to it.
    for (leaf, number) in zip(leaves, [3, below]) {
      tape.setExact(false, ofLeaf: leaf)
      tape.setValue(number, ofLeaf: leaf)
    }
    tape.recompute()
    #expect(tape.value(of: output) == 4 && !tape.hold([isLess]) && !tape.isExact(leaf: leaves[0]))
  }

  @Test("of whole numbers is none as long as they are exact")
  func wholes() {
    let tape = Tape()
    let large = tape.variable(1e14)
    #expect(step(large - (large + 1.0)).value == 0)
    #expect(tape.hold([Guard(large.node, .below, (large + 1.0).node)]))
    #expect(tape.hold([Guard(large.node, .equal, (large * 0.1 * 10.0 + 0.015625).node)]))
  }

  @Test("makes no divisor of what binary arithmetic leaves of 0", arguments: [-1.0, -2])
  func divisors(exponent: Double) {
    let tape = Tape()
    let (x, y) = (tape.variable(0.1), tape.variable(0.2))
    let remainder = x + y - 0.3
    let quotient = 1 / remainder
    #expect(remainder.value != 0 && quotient.value == .infinity && (remainder ^ exponent).value == .infinity)
    #expect(!(remainder / remainder).value.isFinite)
    #expect(tape.derivatives(of: quotient)[remainder] == -.infinity)
    #expect((1 / tape.variable(1e-17)).value == 1e17)
    let program = Program(tape, of: quotient.node, by: [])
    #expect(!program.forward())
    #expect(quotient.value == .infinity)
  }

  @Test("looks no further back than it says")
  func bounded() {
    let tape = Tape()
    var sum = tape.variable(1e6) + 0.1 - 1e6
    for _ in 0..<2 { sum = sum - 0.05 }
    #expect(sum.value != 0 && step(sum).value == 1 && sign(sum).value == 0)
    // A hundred thousand operations back counts nobody.
    for _ in 0..<100_000 { sum = sum * 1.0 }
    #expect(sign(sum).value == (sum.value > 0 ? 1 : -1))
  }
}
