/// A number on a tape, with which to calculate as with any number: every operation is recorded.
///
/// Operands may be values of the same tape, or plain numbers, each recorded as a constant of its own. Values of two
/// tapes do not mix: that stops the program.
public struct Value {
  /// The tape on which the value is.
  public let tape: Tape
  /// The value's place on its tape.
  public let node: Node

  init(_ node: Node, on tape: Tape) {
    self.tape = tape
    self.node = node
  }

  /// The number itself, as the tape has it now.
  public var value: Double { tape.value(of: node) }
}

extension Tape {
  /// A new value by which derivatives are wanted; `setValue(_:ofLeaf:)` changes its number.
  public func variable(_ number: Double) -> Value {
    Value(appendLeaf(number), on: self)
  }
}

// MARK: - Recording

extension Value {
  /// The value of an operation of `self` alone.
  func applying(_ operation: Operation) -> Value {
    Value(tape.append(operation, node), on: tape)
  }

  /// The value of an operation of `self` and `other`.
  func applying(_ operation: Operation, with other: Value) -> Value {
    precondition(tape === other.tape, "the operands are on different tapes")
    return Value(tape.append(operation, node, other.node), on: tape)
  }
}
