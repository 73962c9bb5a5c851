import TestSupport
import Testing

@testable import Autograd

@Suite("A program")
struct ProgramTests {
  @Test("has the values of its tape to the last bit, and its derivatives, at any numbers", arguments: 0..<60)
  func network(seed: UInt64) {
    var network = RandomNetwork(seed: seed)
    network.holdProgramAgainstTape { program, tape in
      #expect(zip(program, tape).allSatisfy { agrees($0, $1, within: 1e-12) })
    }
  }

  @Test("is the same for other operations than those of neurons", arguments: 0..<40)
  func graph(seed: UInt64) {
    let graph = RandomGraph(seed: seed, size: 40)
    let (tape, leaves, output) = graph.recorded(graph.inputs)
    let program = Program(tape, of: output, by: leaves)
    var random = SplitMix64(seed: seed)
    var derivatives = leaves.map { _ in 0.0 }
    for _ in 0..<3 {
      let numbers = leaves.map { _ in Double.random(in: -2...2, using: &random) }
      let (fresh, _, _) = graph.recorded(numbers)
      let areFinite = program.evaluate(at: numbers, derivatives: &derivatives)
      #expect(areFinite == fresh.hasOnlyFiniteValues(in: 0..<fresh.count))
      for node in fresh.allNodes { #expect(isSame(tape.value(of: node), fresh.value(of: node))) }
      let swept = fresh.derivatives(of: output)
      for (leaf, derivative) in zip(leaves, derivatives) {
        #expect(agrees(derivative, swept[leaf], within: 1e-12))
      }
    }
  }

  @Test("takes the side of a kink that a fresh recording takes", arguments: [-2.0, -0.0, 0, 0.5, 2])
  func kinks(x: Double) {
    func record(_ x: Double) -> (tape: Tape, leaf: Node, output: Node) {
      let tape = Tape()
      let leaf = tape.variable(x)
      let sides = max(leaf, 0.5) + min(leaf, -1) + relu(leaf) + leakyRelu(leaf) + abs(leaf)
      return (tape, leaf.node, (sides * sides).node)
    }
    let (tape, leaf, output) = record(1)
    let (fresh, _, _) = record(x)
    var derivatives = [0.0]
    Program(tape, of: output, by: [leaf]).evaluate(at: [x], derivatives: &derivatives)
    for node in fresh.allNodes { #expect(isSame(tape.value(of: node), fresh.value(of: node))) }
    #expect(isSame(derivatives[0], fresh.derivatives(of: output)[leaf]))
  }

  @Test("puts a neuron together, whatever the spelling, and leaves what is used twice by itself")
  func fusion() {
    func kinds(_ record: ([Value]) -> Value) -> [Int] {
      let tape = Tape()
      let leaves = (0..<6).map { tape.variable(Double($0)) }
      let output = record(leaves)
      let program = Program(tape, of: output.node, by: leaves.map(\.node))
      return (0..<program.code.count).map { Int(program.code.numbers[Int(program.code.starts[$0])]) }
    }
    let (sum, activation, logistic, operation) = (1, 2, 3, 0)
    #expect(kinds { $0[0] * $0[1] + $0[2] * $0[3] + $0[4] } == [sum])
    #expect(kinds { $0[4] + $0[0] * $0[1] + $0[2] * $0[3] } == [sum])
    #expect(kinds { tanh($0[0] * $0[1] + $0[2]) } == [activation])
    #expect(kinds { 1 / (1 + exp(-($0[0] * $0[1] + $0[2]))) } == [logistic])
    #expect(kinds { 1 / (exp(-($0[0] * $0[1] + $0[2])) + 1) } == [logistic])
    // By the one above the line a derivative is wanted.
    #expect(
      kinds { $0[5] / (1 + exp(-($0[0] * $0[1] + $0[2]))) } == [
        sum, operation, operation, operation, operation,
      ])
    #expect(kinds { $0[0] * $0[1] } == [operation])
    #expect(kinds { $0[0] + $0[1] } == [operation])
    #expect(
      kinds {
        let product = $0[0] * $0[1]
        return product + product * $0[2]
      } == [operation, sum])
    #expect(
      kinds {
        let net = $0[0] * $0[1] + $0[2]
        return tanh(net) * net
      } == [sum, operation, operation])
  }

  @Test("says that a value is not finite, also where the result is")
  func notFinite() {
    let tape = Tape()
    let (w, x) = (tape.variable(1), tape.variable(1))
    let output = 1 / (1 + exp(-(w * x + 1)))
    let program = Program(tape, of: output.node, by: [w.node])
    #expect(program.forward())
    tape.setValue(-1000, ofLeaf: w.node)
    #expect(!program.forward())
    #expect(tape.value(of: output.node) == 0)
  }

  @Test("passes nothing on from a node on which the output does not depend, not even infinity times 0")
  func infinity() {
    let tape = Tape()
    let x = tape.variable(0)
    // Its slope is infinite, but 0 times it is passed on.
    let output = sqrt(x) * 0 + x * 3
    let program = Program(tape, of: output.node, by: [x.node])
    var derivatives = [0.0]
    program.evaluate(at: [0], derivatives: &derivatives)
    #expect(derivatives == [tape.derivatives(of: output)[x]])
    #expect(derivatives == [3])
  }
}
