import Testing

@testable import Autograd

@Suite("A layer of a program")
struct LayerTests {
  private func program(_ network: LayeredNetwork) -> Program {
    Program(network.tape, of: network.output, by: network.params, varying: network.inputs)
  }

  @Test(
    "is made of neurons that are recorded in a loop, whatever they make of their sums",
    arguments: LayeredNetwork.Activation.allCases)
  func instructions(activation: LayeredNetwork.Activation) {
    for seed in 0..<6 {
      let network = LayeredNetwork(seed: UInt64(seed), activation)
      let program = program(network)
      let code = program.code
      let kinds = (0..<code.count).map { code.numbers[Int(code.starts[$0])] }
      // Nothing but the difference and its square is left, and layers that are too small.
      let operationCount = kinds.filter { $0 == ProgramCode.Kind.operation }.count
      #expect(operationCount == 2 || !network.isMadeOfSums)
      for (index, kind) in kinds.enumerated() where kind == ProgramCode.Kind.layer {
        let layer = code.layers[code.numbers[Int(code.starts[index]) + 2]]
        #expect(layer.count * layer.productCount >= 8)
      }
      let isLarge = network.params.count > 100
      #expect(!isLarge || kinds.contains(ProgramCode.Kind.layer))
      withExtendedLifetime(program) {}
    }
  }

  @Test("has the values and adjoints of the tape, to the last bit", arguments: 0..<40)
  func bits(seed: UInt64) {
    var network = LayeredNetwork(seed: seed)
    network.holdProgramAgainstTape { program, tape in
      #expect(program.map(\.bitPattern) == tape.map(\.bitPattern))
    }
  }

  @Test("has the same bits for any number of lanes and threads", arguments: 0..<20)
  func lanes(seed: UInt64) {
    var network = LayeredNetwork(seed: seed)
    network.tape.setValues(network.numbers(network.params.count), ofLeaves: network.params)
    let count = seed % 10 == 9 ? 530 : [1, 3, 8, 13][Int(seed) % 4]
    let numbers = network.numbers(count * network.inputs.count)
    let rows = Array(0..<count)
    func bits(_ width: Batch.Width, threads: Int) -> [[UInt64]] {
      let batch = Batch(program(network), width: width, threads: threads)
      var outputs = rows.map { _ in 0.0 }
      var sums = network.params.map { _ in 0.0 }
      #expect(batch.addDerivatives(of: rows[...], numbers: numbers, outputs: &outputs, to: &sums) == [])
      return [outputs.map(\.bitPattern), sums.map(\.bitPattern)]
    }
    let one = bits(.one, threads: 1)
    for threads in [1, 2, 7] { #expect(bits(.eight, threads: threads) == one) }

    // Of a single row, the sums are its derivatives on the tape.
    guard count == 1 else { return }
    network.tape.setValues(Array(numbers), ofLeaves: network.inputs)
    network.tape.recompute()
    let derivatives = network.tape.derivatives(of: network.output)
    #expect(one[1] == network.params.map { derivatives[$0].bitPattern })
  }

  @Test("takes the side of a kink that the tape takes, also for what binary arithmetic leaves of 0")
  func ties() {
    let tape = Tape()
    let inputs = [0.3, 0.1, 0.2].map(tape.variable)
    // The sums are 0.3 − 0.1 − 0.2, which is not 0 in binary, twice that, and others, of both signs.
    // They are more than eight, and there are kinks among those that are worked out side by side and among the others. What is
    // left of numbers of 2²⁰ is no 0 beside the first neuron's numbers.
    let rows = [
      [1.0, -1, -1], [2, -2, -2], [1, 1, 1], [-1, -1, -1], [-1, 1, 1], [0, 0, 0], [-0x1p20, 0x1p20, 0x1p20],
      [-2, 2, 2],
      [1, 2, 3], [4, -4, -4],
    ]
    let weights = rows.map { $0.map(tape.variable) }
    let outs = weights.map { row in
      relu(inputs[0] * row[0] + inputs[1] * row[1] + inputs[2] * row[2])
    }
    let output = outs.dropFirst().reduce(outs[0]) { $0 + $1 * $1 + $1 }
    let params = weights.flatMap { $0 }.map(\.node)
    let program = Program(tape, of: output.node, by: params + inputs.map(\.node))
    #expect(program.code.layers.capacity == 1)
    let adjoints = Adjoints()
    tape.sweep(from: output.node, into: adjoints)
    let values = tape.allValues
    program.forward()
    program.backward()
    #expect(tape.allValues.map(\.bitPattern) == values.map(\.bitPattern))
    #expect(params.allSatisfy { program.adjoint(of: $0) == adjoints[$0] })
    // At the kink the slope is that of the right.
    #expect(adjoints[params[0]] != 0 && outs[0].value == 0)
    for width in [Batch.Width.one, .eight] {
      let program = Program(tape, of: output.node, by: params, varying: inputs.map(\.node))
      var (outputs, sums) = ([0.0], params.map { _ in 0.0 })
      #expect(
        Batch(program, width: width).addDerivatives(
          of: [0], numbers: [0.3, 0.1, 0.2], outputs: &outputs, to: &sums) == [])
      #expect(sums == params.map { adjoints[$0] } && outputs == [output.value])
    }
  }

  @Test("passes nothing on from a neuron on which the output does not depend, whatever its values are")
  func infinity() {
    let tape = Tape()
    let x = (0..<4).map { tape.variable(Double($0)) }
    let weights = (0..<8).map { tape.variable(Double($0)) }
    let outs = (0..<2).map { sum(of: x, by: Array(weights[4 * $0..<4 * $0 + 4])) }
    // The first neuron is infinite, and only the second one counts.
    let zero = tape.variable(0)
    let output = max(zero, outs[1]) * 3
    let program = Program(
      tape, of: output.node, by: weights.map(\.node), varying: x.map(\.node),
      guards: [Guard(zero.node, .atMost, x[0].node)])
    #expect(program.code.layers.capacity == 1)
    tape.setValue(.infinity, ofLeaf: weights[0].node)
    program.forward()
    program.backward()
    let derivatives = tape.derivatives(of: output)
    #expect(weights.allSatisfy { program.adjoint(of: $0.node) == derivatives[$0] })
    #expect(program.adjoint(of: weights[1].node) == 0)
    // In lanes whose guard does not hold, nothing is expected to be finite, and nothing of it is passed on.
    tape.setValue(1, ofLeaf: weights[0].node)
    let numbers: [Double] = (0..<9).flatMap { [$0 == 4 ? -.infinity : Double($0), 1, 1, 1] }
    for width in [Batch.Width.one, .eight] {
      var (outputs, sums) = (Array(repeating: 0.0, count: 9), weights.map { _ in 0.0 })
      let rows = Array(0..<9)
      let left = Batch(program, width: width).addDerivatives(
        of: rows[...], numbers: numbers, outputs: &outputs, to: &sums)
      #expect(left == [4])
      #expect(sums == [0, 0, 0, 0, 96, 24, 24, 24])
    }
  }

  /// Products one after the other, each of which is added to the sum at once.
  private func sum(of x: [Value], by weights: [Value]) -> Value {
    var sum = x[0] * weights[0]
    for index in x.indices.dropFirst() { sum = sum + x[index] * weights[index] }
    return sum
  }

  @Test("adds to the adjoints of inputs that others use, too, or that are the output")
  func beginnings() {
    func hold(_ record: ([Value], @escaping ([Value], Int) -> [Value]) -> Value) {
      let tape = Tape()
      let leaves = (0..<60).map { tape.variable(Double($0 * 7 % 11) / 8 - 0.6) }
      let layer = { (x: [Value], first: Int) -> [Value] in
        (0..<4).map { neuron in
          let start = first + 4 * neuron
          return tanh(self.sum(of: x, by: Array(leaves[start..<start + 4])))
        }
      }
      let output = record(leaves, layer)
      let program = Program(tape, of: output.node, by: leaves.map(\.node))
      let adjoints = Adjoints()
      tape.sweep(from: output.node, into: adjoints)
      // Twice: what was left from before adds nothing.
      for _ in 0..<2 {
        program.forward()
        program.backward()
        #expect(leaves.allSatisfy { program.adjoint(of: $0.node) == adjoints[$0] })
      }
      var (outputs, sums) = ([0.0], leaves.map { _ in 0.0 })
      let batch = Batch(Program(tape, of: output.node, by: leaves.map(\.node)), width: .eight)
      for _ in 0..<2 {
        sums = leaves.map { _ in 0 }
        #expect(batch.addDerivatives(of: [0], numbers: [], outputs: &outputs, to: &sums) == [])
        #expect(sums == leaves.map { adjoints[$0] })
      }
    }
    // The first layer is used by two others, the last of them first on the way back.
    hold { leaves, layer in
      let first = layer(Array(leaves[0..<4]), 4)
      let (second, third) = (layer(first, 20), layer(first, 36))
      return sum(of: second, by: Array(leaves[52..<56])) * sum(of: third, by: Array(leaves[56..<60]))
    }
    // One of its outputs is used by an operation before, or after, the layer on the way back.
    hold { leaves, layer in
      let first = layer(Array(leaves[0..<4]), 4)
      return sum(of: layer(first, 20), by: Array(leaves[52..<56])) * first[2]
    }
    hold { leaves, layer in
      let first = layer(Array(leaves[0..<4]), 4)
      let early = first[1] * first[1]
      return sum(of: layer(first, 20), by: Array(leaves[52..<56])) * early
    }
    // The output is an input of a layer that comes later, whose adjoints are all 0.
    hold { leaves, layer in
      let first = layer(Array(leaves[0..<4]), 4)
      _ = sum(of: layer(first, 20), by: Array(leaves[52..<56]))
      return first[3]
    }
    // One of the factors of a neuron is a weight of it, too.
    hold { leaves, layer in
      let first = layer(Array(leaves[0..<4]), 4)
      return sum(of: first, by: [first[1], leaves[52], leaves[53], leaves[54]])
    }
  }

  @Test(
    "is none where terms are shared, weights are apart, sums are recorded later, or neurons use each other")
  func irregular() {
    func layers(_ record: (Tape, [Value]) -> Value) -> Int {
      let tape = Tape()
      let leaves = (0..<24).map { tape.variable(Double($0) / 8 - 1) }
      let output = record(tape, leaves)
      let program = Program(tape, of: output.node, by: leaves.map(\.node))
      let adjoints = Adjoints()
      tape.sweep(from: output.node, into: adjoints)
      program.forward()
      program.backward()
      #expect(leaves.allSatisfy { agrees(program.adjoint(of: $0.node), adjoints[$0], within: 1e-14) })
      return program.code.layers.capacity
    }
    // Two neurons of four inputs, with weights behind one another.
    #expect(
      layers {
        tanh(sum(of: Array($1[0..<4]), by: Array($1[4..<8])))
          + tanh(sum(of: Array($1[0..<4]), by: Array($1[8..<12])))
      } == 1)
    // All products before the first sum.
    #expect(
      layers { _, leaves in
        let sums = (1...2).map { row in
          let products = (0..<4).map { leaves[$0] * leaves[4 * row + $0] }
          return products.dropFirst().reduce(products[0], +)
        }
        return tanh(sums[0]) + tanh(sums[1])
      } == 0)
    // The same input twice.
    #expect(
      layers { [x = 0] in
        let input = [$1[x], $1[x], $1[1], $1[2]]
        return tanh(sum(of: input, by: Array($1[4..<8]))) + tanh(sum(of: input, by: Array($1[8..<12])))
      } == 0)
    // The same weights for both.
    #expect(
      layers {
        tanh(sum(of: Array($1[0..<4]), by: Array($1[4..<8])) + $1[20])
          + tanh(sum(of: Array($1[0..<4]), by: Array($1[4..<8])) + $1[21])
      } == 0)
    // The same bias for both.
    #expect(
      layers {
        tanh(sum(of: Array($1[0..<4]), by: Array($1[4..<8])) + $1[20])
          + tanh(sum(of: Array($1[0..<4]), by: Array($1[8..<12])) + $1[20])
      } == 0)
    // Weights column by column.
    #expect(
      layers { _, leaves in
        let rows = (0..<2).map { row in (0..<4).map { leaves[4 + 2 * $0 + row] } }
        return tanh(sum(of: Array(leaves[0..<4]), by: rows[0]))
          + tanh(sum(of: Array(leaves[0..<4]), by: rows[1]))
      } == 0)
    // The second neuron's bias is the first one.
    #expect(
      layers {
        let first = tanh(sum(of: Array($1[0..<4]), by: Array($1[4..<8])) + $1[20])
        return tanh(sum(of: Array($1[0..<4]), by: Array($1[8..<12])) + first)
      } == 0)
  }
}
