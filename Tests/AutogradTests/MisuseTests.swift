import Testing

@testable import Autograd

/// Whether the program that ended did so with this message; builds without checks keep the stop but drop the text.
private func says(_ message: String, _ ended: ExitTest.Result?) -> Bool {
  #if DEBUG
    String(decoding: ended?.standardErrorContent ?? [], as: UTF8.self).contains(message)
  #else
    true
  #endif
}

@Suite("A caller's mistake stops the program:")
struct MisuseTests {
  @Test("reading a node that the tape does not have")
  func readForeignNode() async {
    let beyond = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tape().value(of: Node(index: 0))
    }
    #expect(says("the tape has no node of this index", beyond))
    let negative = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tape().operation(of: Node(index: -1))
    }
    #expect(says("the tape has no node of this index", negative))
  }

  @Test("an operand that the tape does not have")
  func foreignOperand() async {
    let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      _ = tape.append(.add, tape.appendLeaf(1), Node(index: 1))
    }
    #expect(says("the tape has no node of this index", ended))
  }

  @Test("the derivatives of a node that the tape does not have")
  func foreignOutput() async {
    let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tape().derivatives(of: Node(index: 0))
    }
    #expect(says("the tape has no node of this index", ended))
  }

  @Test("the derivative by a node recorded after the sweep")
  func laterNode() async {
    let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let derivatives = tape.derivatives(of: tape.appendLeaf(1))
      _ = derivatives[tape.appendLeaf(2)]
    }
    #expect(says("the tape had no node of this index at the sweep", ended))
  }

  @Test("operands on two tapes")
  func twoTapes() async {
    let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let (one, other) = (Tape(), Tape())
      _ = one.variable(1) + other.variable(2)
      _ = (one.count, other.count)
    }
    #expect(says("the operands are on different tapes", ended))
  }

  @Test("a value whose tape is gone, though another tape has its place in memory")
  func tapeIsGone() async {
    let read = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = valueWithoutTape().value
    }
    #expect(says("the value's tape is gone", read))
    let used = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let value = valueWithoutTape()
      let tape = Tape()
      for _ in 0..<10 { _ = tape.variable(2) }
      _ = value * value
      _ = tape.count
    }
    #expect(says("the value's tape is gone", used))
  }

  @Test("the derivatives of, or by, a value of another tape")
  func otherTape() async {
    let output = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tape().derivatives(of: Tape().variable(1))
    }
    #expect(says("the value is on another tape", output))
    let variable = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let derivatives = tape.derivatives(of: tape.variable(1))
      _ = derivatives[Tape().variable(1)]
    }
    #expect(says("the value is on another tape than the derivatives", variable))
  }

  @Test("an operation with too few or too many operands")
  func wrongArity() async {
    let few = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      _ = tape.append(.add, tape.appendLeaf(1))
    }
    #expect(says("the operation does not take one operand", few))
    let many = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      _ = tape.append(.exp, tape.appendLeaf(1), tape.appendLeaf(1))
    }
    #expect(says("the operation does not take two operands", many))
  }

  @Test("the local derivative by an operand that is not there")
  func missingOperand() async {
    let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      _ = tape.localDerivative(of: tape.append(.exp, tape.appendLeaf(1)), operand: 1)
    }
    #expect(says("the node's operation has no such operand", ended))
  }

  @Test("another value for what is no leaf")
  func setValueOfResult() async {
    let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      tape.setValue(1, ofLeaf: tape.append(.exp, tape.appendLeaf(1)))
    }
    #expect(says("only a leaf's value can be set", ended))
  }

  @Test("recomputing, or sweeping down to, nodes that the tape does not have")
  func foreignRanges() async {
    let recomputed = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Tape().recompute(0..<1)
    }
    #expect(says("the tape has no such nodes", recomputed))
    let swept = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      _ = tape.derivatives(of: tape.appendLeaf(1), downTo: 2)
    }
    #expect(says("the tape has no node to go down to at this index", swept))
  }

  @Test("truncating to more nodes than there are, or to fewer than none")
  func truncation() async {
    let more = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Tape().truncate(to: 1)
    }
    #expect(says("the tape does not have that many nodes to keep", more))
    let fewer = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Tape().truncate(to: -1)
    }
    #expect(says("the tape does not have that many nodes to keep", fewer))
  }

  @Test("reading a node that was dropped")
  func droppedNode() async {
    let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let x = tape.appendLeaf(1)
      tape.truncate(to: 0)
      _ = tape.value(of: x)
    }
    #expect(says("the tape has no node of this index", ended))
  }

  @Test("a program whose tape has lost nodes, that differentiates by what is no leaf, or has too few numbers")
  func programs() async {
    let lost = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let x = tape.variable(1)
      let program = Program(tape, of: (x * x).node, by: [x.node])
      tape.truncate(to: 1)
      program.forward()
    }
    #expect(says("the tape has lost nodes of the program", lost))
    let noLeaf = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let square = tape.variable(1) * 2
      _ = Program(tape, of: square.node, by: [square.node])
    }
    #expect(says("derivatives of a program are by leaves", noLeaf))
    let fewNumbers = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      let x = tape.variable(1)
      let batch = Batch(Program(tape, of: (x * x).node, by: [], varying: [x.node]))
      var outputs = [0.0, 0]
      _ = batch.workOut([0, 1][...], numbers: [1], outputs: &outputs)
    }
    #expect(says("a row has a number for each leaf that varies", fewNumbers))
  }

  @Test("more nodes than the tape may hold, but not one sooner")
  func limit() async {
    let tape = Tape(limit: 2)
    _ = tape.appendLeaf(1)
    _ = tape.appendLeaf(2)
    #expect(tape.count == 2)
    #expect(Tape().storage.state.limit == Int(Int32.max))
    let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape(limit: 2)
      for number in [1.0, 2, 3] { _ = tape.appendLeaf(number) }
    }
    #expect(says("a tape holds no more than Int32.max nodes", ended))
  }
}

/// A value that is returned without its tape.
private func valueWithoutTape() -> Value { Tape().variable(1) }
