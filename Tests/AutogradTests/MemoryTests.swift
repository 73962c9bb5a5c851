import Testing

@testable import Autograd

@Suite("The tape's memory")
struct MemoryTests {
  @Test("takes at most 26 bytes an operation, its derivative included")
  func size() {
    let node =
      MemoryLayout<Double>.stride + MemoryLayout<Operands>.stride
      + MemoryLayout<Autograd.Operation>.stride
    let adjoint = MemoryLayout<Double>.stride
    #expect(node == 17)
    #expect(node + adjoint <= 26)
    #expect(MemoryLayout<Value>.size == 24)
  }

  @Test("keeps its elements as it grows")
  func growth() {
    var column = Column([1, 2, 3])
    for capacity in [3, 4, 100, 100_000, 50] {
      column.grow(to: capacity)
      #expect([column[0], column[1], column[2]] == [1, 2, 3])
    }
    #expect(column.capacity == 100_000)
    column.fill(1..<3, with: 7)
    #expect([column[0], column[1], column[2]] == [1, 7, 7])
    column.free()
    #expect(column.capacity == 0)
    // Giving back what has been given back does nothing.
    column.free()
  }

  @Test("begins where a line of the cache does, so that eight numbers side by side are on one")
  func lines() {
    for count in [1, 3, 8, 500] {
      var column = Column(repeating: SIMD8<Double>(repeating: 0), count: count)
      column.grow(to: count + 1)
      #expect(UInt(bitPattern: column.base) % 64 == 0)
      column.free()
    }
  }

  #if DEBUG
    @Test("is not left by an index, in debug builds")
    func bounds() async {
      let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        let column = Column([1, 2, 3])
        _ = column[3]
      }
      let text = String(decoding: ended?.standardErrorContent ?? [], as: UTF8.self)
      #expect(text.contains("a column has no element of this index"))
    }
  #endif

  @Test("gives a place to one tape after the other, and tells them apart")
  func places() {
    func derivatives() -> Derivatives {
      let tape = Tape()
      return tape.derivatives(of: tape.variable(1))
    }
    let gone = derivatives()
    let tapes = (0..<50).map { _ in Tape() }
    for tape in tapes { #expect(tape.variable(3).value == 3 && tape.count == 1) }
    #expect(gone[Node(index: 0)] == 1)
  }
}

@Suite("A value knows its number")
struct ValueNumberTests {
  @Test("after the leaves it was made from were changed")
  func changed() {
    let tape = Tape()
    let x = tape.variable(2)
    let square = x * x
    tape.setValue(3, ofLeaf: x.node)
    #expect((x + 0).value == 3)
    #expect(square.value == 4)
    tape.recompute()
    #expect((square + 1).value == 10)
    tape.setValues([5], ofLeaves: [x.node])
    tape.recompute()
    #expect((square * x).value == 125)
    tape.setValue(5, ofLeaf: x.node)
    Program(tape).forward()
    #expect(square.value == 25)
  }

  @Test("after later ones were dropped and others recorded")
  func dropped() {
    let tape = Tape()
    let x = tape.variable(2)
    for number in [5.0, 6, 7] {
      tape.truncate(to: 1)
      let product = x * number
      #expect(product.value == 2 * number)
      #expect(tape.derivatives(of: product)[x] == number)
      tape.setValue(number, ofLeaf: x.node)
      #expect((x * 1).value == number)
      tape.setValue(2, ofLeaf: x.node)
    }
  }

  @Test("while the tape's memory grows and moves")
  func growth() {
    let tape = Tape()
    let first = tape.variable(1)
    var sum = first
    for _ in 0..<3000 { sum = sum + first * 2 }
    #expect(sum.value == 6001)
    #expect(tape.derivatives(of: sum)[first] == 6001)
  }
}

@Suite("Adjoints")
struct AdjointsTests {
  @Test("are those of the derivatives, sweep after sweep, on tapes of any length")
  func sweeps() {
    let adjoints = Adjoints()
    for seed in [3, 50, 7, 120, 1] {
      let graph = RandomGraph(seed: UInt64(seed), size: seed)
      let (tape, _, output) = graph.recorded(graph.inputs)
      tape.sweep(from: output, into: adjoints)
      let derivatives = tape.derivatives(of: output)
      for node in tape.allNodes { #expect(adjoints[node] == derivatives[node]) }
      #expect(adjoints[Node(index: tape.count + 1000)] == 0)
    }
  }

  @Test(
    "are those of the derivatives where sums are made of products, whatever these share",
    arguments: SumOfProducts.all, [0, 1, 3, 5])
  func sumsOfProducts(sum: SumOfProducts, start: Int) {
    let tape = Tape()
    let output = sum.record([2, -3, 0].map(tape.variable))
    guard start < tape.count else { return }
    let adjoints = Adjoints()
    tape.sweep(from: output.node, downTo: start, addingTo: adjoints)
    let derivatives = tape.derivatives(of: output.node, downTo: start)
    for node in tape.allNodes { #expect(isSame(adjoints[node], derivatives[node])) }
  }

  /// A sum whose second operand is the product before it, or nearly.
  struct SumOfProducts: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let record: @Sendable ([Value]) -> Value

    init(_ name: String, _ record: @escaping @Sendable ([Value]) -> Value) {
      testDescription = name
      self.record = record
    }

    static let all = [
      SumOfProducts("x·y + y·z + z·x") { $0[0] * $0[1] + $0[1] * $0[2] + $0[2] * $0[0] },
      SumOfProducts("p + p") {
        let product = $0[0] * $0[1]
        return product + product
      },
      SumOfProducts("s + s·x") {
        let sum = $0[0] + $0[1]
        return sum + sum * $0[0]
      },
      SumOfProducts("s + x·s") {
        let sum = $0[0] + $0[1]
        return sum + $0[0] * sum
      },
      SumOfProducts("s + s·s") {
        let sum = $0[0] - $0[1]
        return sum + sum * sum
      },
      SumOfProducts("x + s·s, where s is the node before the product") {
        let sum = $0[0] - $0[1]
        return $0[0] + sum * sum
      },
      SumOfProducts("p + x, the product first") { $0[0] * $0[1] + $0[2] },
      SumOfProducts("p + q, and p once more") {
        let product = $0[0] * $0[1]
        return product * (product + $0[1] * $0[2])
      },
      SumOfProducts("q + p, where p is used again behind") {
        let (first, second) = ($0[0] * $0[1], $0[1] * $0[2])
        return (first + second) * second + first * second
      },
      SumOfProducts("a product of 0 and infinity on a way that does not count") {
        max($0[2] + ln($0[2]) * $0[2], $0[0]) + $0[1] * $0[1]
      },
      SumOfProducts("adjoints that cancel") {
        let product = $0[0] * $0[1]
        return ($0[2] + product) - product
      },
    ]
  }

  @Test("are summed up over recordings that begin at the same node")
  func sums() {
    let tape = Tape()
    let adjoints = Adjoints()
    let w = tape.variable(3)
    var sum = 0.0
    for x in [1.0, 2, -4, 0.5] {
      tape.truncate(to: 1)
      let output = tanh(w * x) * w
      tape.sweep(from: output.node, downTo: 1, addingTo: adjoints)
      sum += tape.derivatives(of: output)[w]
      #expect(adjoints[output.node] == 1)
    }
    #expect(agrees(adjoints[w], sum, within: 1e-14))
    adjoints.reset()
    #expect(adjoints[w] == 0)
  }
}
