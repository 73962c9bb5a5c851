public import ElementaryFunctions

/// A number on a tape, with which to calculate as with any number: every operation is recorded.
///
/// Operands may be values of the same tape, or plain numbers, each recorded as a constant of its own. Values of two
/// tapes do not mix, and a value does not keep its tape: to mix them, or to use a value when its tape is gone, stops
/// the program.
///
/// It is as cheap as three numbers: where its tape is, its place there, and its number, which is good as long as
/// nothing but recording has happened to the tape; then it is looked up.
public struct Value {
  @usableFromInline let storage: TapeStorage
  @usableFromInline let index: Int32
  @usableFromInline let stamp: UInt32
  @usableFromInline let recorded: Double

  @inlinable @inline(__always)
  init(_ index: Int32, _ recorded: Double, stamp: UInt32, on storage: TapeStorage) {
    self.storage = storage
    self.index = index
    self.stamp = stamp
    self.recorded = recorded
  }

  /// The value's place on its tape.
  @inlinable
  public var node: Node { Node(index) }

  /// Whether the tape on which it was made is still there.
  @inlinable var isOnItsTape: Bool { stamp >= storage.state.birth }

  /// The number itself, as the tape has it now.
  @inlinable
  public var value: Double {
    @inline(__always) get { stamp == storage.state.stamp ? recorded : lookedUp().recorded }
  }

  /// The value as it is now, though other things than recording have happened to the tape.
  @usableFromInline @inline(never)
  func lookedUp() -> Value {
    precondition(isOnItsTape, "the value's tape is gone; keep a tape as long as values on it are used")
    storage.state.requireOwn(Int(index))
    return Value(index, storage.state.values[index], stamp: storage.state.stamp, on: storage)
  }
}

extension Tape {
  /// A new value by which derivatives are wanted; `setValue(_:ofLeaf:)` changes its number.
  @inlinable
  public func variable(_ number: Double) -> Value { storage.constant(number) }
}

// MARK: - Recording

// What is recorded is the rule of the operation. Where a value does not know its number any more, or there is no room
// for another node, that is seen to first, off the path that is taken millions of times.

extension TapeStorage {
  /// A number that is given.
  @inlinable @inline(__always)
  func constant(_ number: Double) -> Value {
    if state.count &+ 1 >= state.capacity { makeRoom() }
    return Value(state.appendLeaf(number), number, stamp: state.stamp, on: self)
  }

  @usableFromInline @inline(never)
  func makeRoom() { state.makeRoom() }
}

extension Value {
  /// A constant on the same tape.
  @inlinable @inline(__always)
  func constant(_ number: Double) -> Value { storage.constant(number) }

  /// The value of an operation of `self` alone.
  @inlinable @inline(__always)
  func applying(_ operation: Operation) -> Value {
    guard storage.state.isReady(for: stamp) else { return applyingSlowly(operation).on(storage) }
    let number = operation.value(
      recorded, recorded, current: recorded, storage.state.origins(self.index, self.index))
    let index = storage.state.append(operation, self.index, self.index, number)
    return Value(index, number, stamp: stamp, on: storage)
  }

  /// The value of an operation of `self` and `other`.
  @inlinable @inline(__always)
  func applying(_ operation: Operation, with other: Value) -> Value {
    // What was recorded last is found where it was found then: of the terms of a sum that is mostly the second.
    let storage = operation == .add ? other.storage : storage
    guard storage.state.isReady(for: stamp), self.storage == other.storage, stamp == other.stamp else {
      return applyingSlowly(operation, with: other).on(storage)
    }
    let number = operation.value(
      recorded, other.recorded, current: recorded, storage.state.origins(self.index, other.index))
    let index = storage.state.append(operation, self.index, other.index, number)
    return Value(index, number, stamp: stamp, on: storage)
  }

  /// The value of an operation of `self` and a constant.
  @inlinable @inline(__always)
  func applying(_ operation: Operation, withConstant number: Double) -> Value {
    guard storage.state.isReady(for: stamp) else {
      return applyingSlowly(operation, with: storage.constant(number)).on(storage)
    }
    let constant = storage.state.writeConstant(number, for: operation)
    let value = operation.value(
      recorded, number, current: recorded, storage.state.origins(self.index, constant))
    let index = storage.state.append(operation, self.index, constant, value, withConstant: number)
    return Value(index, value, stamp: stamp, on: storage)
  }

  /// The value of an operation of a constant and `self`.
  @inlinable @inline(__always)
  func applying(_ operation: Operation, toConstant number: Double) -> Value {
    guard storage.state.isReady(for: stamp) else {
      return storage.constant(number).applyingSlowly(operation, with: self).on(storage)
    }
    let constant = storage.state.writeConstant(number, for: operation)
    let value = operation.value(
      number, recorded, current: recorded, storage.state.origins(constant, self.index))
    let index = storage.state.append(operation, constant, self.index, value, withConstant: number)
    return Value(index, value, stamp: stamp, on: storage)
  }

  /// The same, of whose tape the place is known: what is known of it in registers stays known.
  @inlinable @inline(__always)
  func on(_ storage: TapeStorage) -> Value { Value(index, recorded, stamp: stamp, on: storage) }

  @usableFromInline @inline(never)
  func applyingSlowly(_ operation: Operation) -> Value {
    storage.makeRoom()
    return lookedUp().applying(operation)
  }

  @usableFromInline @inline(never)
  func applyingSlowly(_ operation: Operation, with other: Value) -> Value {
    precondition(storage == other.storage, "the operands are on different tapes")
    storage.makeRoom()
    return lookedUp().applying(operation, with: other.lookedUp())
  }
}
