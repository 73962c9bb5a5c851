import Testing

@testable import Autograd

@Suite("A tape")
struct TapeTests {
  @Test("keeps each node's operation, operands, value and local derivatives")
  func nodesAreKept() {
    let tape = Tape()
    let x = tape.appendLeaf(3)
    let y = tape.appendLeaf(4)
    let product = tape.append(.multiply, x, y)
    let opposite = tape.append(.negate, product)

    #expect(tape.count == 4)
    #expect([x, y, product, opposite].map(\.index) == [0, 1, 2, 3])
    #expect([x, y, product, opposite].map { tape.operation(of: $0) } == [.leaf, .leaf, .multiply, .negate])
    #expect([x, y, product, opposite].map { tape.value(of: $0) } == [3, 4, 12, -12])
    #expect(tape.operands(of: x) == (nil, nil))
    #expect(tape.operands(of: product) == (x, y))
    #expect(tape.operands(of: opposite) == (product, nil))
    #expect(tape.localDerivative(of: product, operand: 0) == 4)
    #expect(tape.localDerivative(of: product, operand: 1) == 3)
    #expect(tape.localDerivative(of: opposite, operand: 0) == -1)
  }

  @Test("keeps the old results until they are recomputed")
  func setValueAlone() {
    let tape = Tape()
    let x = tape.appendLeaf(3)
    let square = tape.append(.multiply, x, x)
    tape.setValue(5, ofLeaf: x)
    #expect(tape.value(of: x) == 5)
    #expect(tape.value(of: square) == 9)
    tape.recompute()
    #expect(tape.value(of: square) == 25)
  }

  @Test("recomputes only the nodes of the range")
  func partialRecompute() {
    let tape = Tape()
    let x = tape.appendLeaf(2)
    let first = tape.append(.negate, x)
    let second = tape.append(.negate, first)
    tape.setValue(7, ofLeaf: x)
    tape.recompute(first.index..<first.index)
    #expect([first, second].map { tape.value(of: $0) } == [-2, 2])
    tape.recompute(first.index..<second.index)
    #expect([first, second].map { tape.value(of: $0) } == [-7, 2])
    tape.recompute(second.index..<tape.count)
    #expect([first, second].map { tape.value(of: $0) } == [-7, 7])
  }

  @Test("recomputed after a change is the tape that a fresh recording gives", arguments: UInt64(0)..<50)
  func recomputeEqualsRecording(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed)
    let changed = graph.inputs.map { $0 * 1.01 }
    let replayed = graph.recorded(graph.inputs)
    for (leaf, number) in zip(replayed.leaves, changed) { replayed.tape.setValue(number, ofLeaf: leaf) }
    replayed.tape.recompute()
    let fresh = graph.recorded(changed)

    #expect(replayed.tape.values == fresh.tape.values)
    let (replay, recording) = (
      replayed.tape.derivatives(of: replayed.output), fresh.tape.derivatives(of: fresh.output)
    )
    for index in 0..<fresh.tape.count {
      #expect(replay[Node(index: index)] == recording[Node(index: index)])
    }
  }

  @Test(
    "truncated is the tape as it was, and goes on as if nothing had been dropped", arguments: UInt64(0)..<20)
  func truncation(seed: UInt64) {
    let graph = RandomGraph(seed: seed)
    let (tape, _, output) = graph.recorded(graph.inputs)
    let (kept, _, untouched) = graph.recorded(graph.inputs)
    let before = tape.derivatives(of: output)
    for number in 0..<5 { _ = tape.append(.multiply, output, tape.appendLeaf(Double(number))) }
    tape.truncate(to: kept.count)

    #expect(tape.count == kept.count)
    #expect(tape.values == kept.values)
    #expect(tape.operations == kept.operations)
    #expect(tape.operands == kept.operands)
    let after = tape.derivatives(of: output)
    for index in 0..<tape.count { #expect(after[Node(index: index)] == before[Node(index: index)]) }
    let next = tape.append(.negate, output)
    #expect(next == kept.append(.negate, untouched))
    #expect(tape.value(of: next) == -tape.value(of: output))
  }

  @Test("truncated to its own length loses nothing, to 0 everything")
  func truncationAtTheEnds() {
    let tape = Tape()
    let x = tape.appendLeaf(3)
    let square = tape.append(.multiply, x, x)
    let derivatives = tape.derivatives(of: square)
    tape.truncate(to: 2)
    #expect(tape.count == 2)
    #expect(tape.value(of: square) == 9)
    tape.truncate(to: 0)
    #expect(tape.count == 0)
    #expect(derivatives[x] == 6)
    #expect(tape.value(of: tape.appendLeaf(5)) == 5)
  }

  @Test("records, recomputes, sweeps and frees a chain of 200,000 operations")
  func longChain() {
    weak var freed: Tape?
    do {
      let tape = Tape()
      freed = tape
      let x = tape.appendLeaf(1)
      var last = x
      for _ in 0..<200_000 { last = tape.append(.add, last, x) }
      #expect(tape.count == 200_001)
      #expect(tape.value(of: last) == 200_001)
      #expect(tape.derivatives(of: last)[x] == 200_001)
      tape.setValue(2, ofLeaf: x)
      tape.recompute()
      #expect(tape.value(of: last) == 400_002)
    }
    #expect(freed == nil)
  }

  @Test("sums over more paths than could ever be walked")
  func doubledSixtyTimes() {
    let tape = Tape()
    let x = tape.appendLeaf(1)
    var last = x
    for _ in 0..<60 { last = tape.append(.add, last, last) }
    #expect(tape.derivatives(of: last)[x] == 0x1p60)
  }
}

extension Tape {
  fileprivate var nodes: [Node] { (0..<count).map { Node(index: $0) } }
  fileprivate var values: [Double] { nodes.map { value(of: $0) } }
  fileprivate var operations: [Operation] { nodes.map { operation(of: $0) } }
  fileprivate var operands: [[Node?]] { nodes.map { [operands(of: $0).first, operands(of: $0).second] } }
}
