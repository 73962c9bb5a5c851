import ElementaryFunctions
import TestSupport
import Testing

@testable import Autograd

@Suite("A batch")
struct BatchTests {
  /// The outputs of rows, and the sums of derivatives.
  private struct Result: Equatable {
    var outputs: [UInt64]
    var sums: [UInt64]
  }

  private func result(
    _ network: RandomNetwork, _ rows: [Int], _ numbers: [Double], _ width: Batch.Width, threads: Int
  ) -> (bits: Result, outputs: [Double], sums: [Double]) {
    let program = Program(
      network.tape, of: network.output, by: network.params, varying: network.inputs)
    let batch = Batch(program, width: width, threads: threads)
    var outputs = Array(repeating: 0.0, count: (rows.max() ?? 0) + 1)
    var sums = network.params.map { _ in 0.0 }
    #expect(batch.addDerivatives(of: rows[...], numbers: numbers, outputs: &outputs, to: &sums) == [])
    var again = outputs.map { _ in 0.0 }
    #expect(batch.workOut(rows[...], numbers: numbers, outputs: &again) == [])
    #expect(again == outputs)
    return (Result(outputs: outputs.map(\.bitPattern), sums: sums.map(\.bitPattern)), outputs, sums)
  }

  @Test(
    "has the same bits for any number of lanes and threads, and the numbers of plain loops",
    arguments: [(1, 0), (2, 1), (3, 2), (4, 3), (7, 4), (8, 5), (9, 6), (65, 7), (513, 8), (1030, 9)])
  func sums(count: Int, seed: UInt64) {
    var network = RandomNetwork(seed: seed + 1000)
    let numbers = network.numbers(count * network.inputs.count)
    let rows = Array((0..<count).reversed())
    let (bits, outputs, sums) = result(network, rows, numbers, .eight, threads: 1)
    #expect(result(network, rows, numbers, .one, threads: 1).bits == bits)
    #expect(result(network, rows, numbers, .any, threads: 1).bits == bits)
    #expect(result(network, rows, numbers, .eight, threads: 2).bits == bits)
    #expect(result(network, rows, numbers, .eight, threads: 7).bits == bits)

    let adjoints = Adjoints()
    var plain = sums.map { _ in 0.0 }
    var largest = plain
    for row in rows {
      let inputs = numbers[row * network.inputs.count..<(row + 1) * network.inputs.count]
      network.tape.setValues(Array(inputs), ofLeaves: network.inputs)
      network.tape.recompute()
      network.tape.sweep(from: network.output, into: adjoints)
      #expect(outputs[row] == network.tape.value(of: network.output))
      for (index, param) in network.params.enumerated() {
        plain[index] += adjoints[param]
        largest[index] += adjoints[param].magnitude
      }
    }
    for index in sums.indices {
      #expect((sums[index] - plain[index]).magnitude <= 1e-12 * largest[index])
    }
  }

  @Test("adds up blocks in parts as it does at once")
  func parts() {
    var network = RandomNetwork(seed: 7)
    let count = 2 * Batch.blockLength + 100
    let numbers = network.numbers(count * network.inputs.count)
    let program = Program(network.tape, of: network.output, by: network.params, varying: network.inputs)
    let batch = Batch(program)
    var outputs = Array(repeating: 0.0, count: count)
    var atOnce = network.params.map { _ in 0.0 }
    let rows = Array(0..<count)
    #expect(batch.addDerivatives(of: rows[...], numbers: numbers, outputs: &outputs, to: &atOnce) == [])
    var inParts = network.params.map { _ in 0.0 }
    for part in [0..<Batch.blockLength, Batch.blockLength..<count] {
      #expect(batch.addDerivatives(of: rows[part], numbers: numbers, outputs: &outputs, to: &inParts) == [])
    }
    #expect(atOnce.map(\.bitPattern) == inParts.map(\.bitPattern))
  }

  @Test("says that a row has a value that is not finite", arguments: [Batch.Width.one, .eight], [0, 5, 9])
  func notFinite(width: Batch.Width, row: Int) {
    let tape = Tape()
    let (w, x) = (tape.variable(1), tape.variable(1))
    let output = ln(w * x + 1)
    let batch = Batch(Program(tape, of: output.node, by: [w.node], varying: [x.node]), width: width)
    var numbers = Array(repeating: 1.0, count: 10)
    var outputs = numbers
    var sums = [0.0]
    let rows = Array(0..<10)
    #expect(batch.addDerivatives(of: rows[...], numbers: numbers, outputs: &outputs, to: &sums) == [])
    #expect((sums[0] - 5).magnitude < 1e-12)
    numbers[row] = -1
    #expect(batch.addDerivatives(of: rows[...], numbers: numbers, outputs: &outputs, to: &sums) == nil)
  }

  @Test(
    "leaves out, and names, the rows for which other operations would be recorded",
    arguments: [Batch.Width.one, .eight])
  func guards(width: Batch.Width) {
    // Recorded where x is above 0: ln(w·x).
    let tape = Tape()
    let (w, x) = (tape.variable(2), tape.variable(1))
    let zero = tape.variable(0)
    let output = ln(w * x)
    let program = Program(
      tape, of: output.node, by: [w.node], varying: [x.node], guards: [Guard(zero.node, .below, x.node)])
    let batch = Batch(program, width: width)
    let numbers = (0..<20).map { Double($0 % 4) - 1 }
    let rows = Array(0..<20)
    var outputs = Array(repeating: -1.0, count: 20)
    var sums = [0.0]
    let left = batch.addDerivatives(of: rows[...], numbers: numbers, outputs: &outputs, to: &sums)
    #expect(left == rows.filter { numbers[$0] <= 0 })
    #expect(sums == [5])
    #expect(
      rows.allSatisfy {
        numbers[$0] <= 0
          ? outputs[$0] == -1
          : agrees(outputs[$0], numbers[$0] == 1 ? 0.693147180559945 : 1.386294361119891, within: 1e-14)
      })
    #expect(batch.workOut(rows[...], numbers: numbers, outputs: &outputs) == left)
    tape.setValue(-1, ofLeaf: x.node)
    #expect(!program.forward())
  }

  @Test("works every operation out in lanes as by itself", arguments: Operation.allCases)
  func lanes(operation: Operation) {
    var random = SplitMix64(seed: 1)
    let special = [
      0, -0.0, 1, -1, 2, -2, 0.5, 1000, -1000, .infinity, -.infinity, .nan, 0x1p-1074, 36.7, -745.5,
    ]
    for round in 0..<40 {
      var (x, y) = (SIMD8<Double>(), SIMD8<Double>())
      for lane in 0..<8 {
        x[lane] =
          round < 20 ? special[(round + lane * 7) % special.count] : .random(in: -3...3, using: &random)
        y[lane] = round < 20 ? special[(round * lane) % special.count] : .random(in: -3...3, using: &random)
      }
      let values = operation.value(x, y, current: x)
      let locals = operation.localDerivatives(x, y, out: values)
      for lane in 0..<8 {
        let value = operation.value(x[lane], y[lane], current: x[lane])
        #expect(isSame(values[lane], value))
        let local = operation.localDerivatives(x[lane], y[lane], out: value)
        #expect(isSame(locals.0[lane], local.0) && isSame(locals.1[lane], local.1))
      }
    }
  }
}
