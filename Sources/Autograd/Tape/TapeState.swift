import Synchronization

/// Where the state of a tape is: what a value knows of its tape.
@usableFromInline
typealias TapeStorage = StatePointer<TapeState>

extension TapeStorage {
  /// A place for a new tape, which may have been that of one that is gone.
  static func taken(limit: Int) -> TapeStorage {
    guard let address = left.withLock({ $0.popLast() }), let storage = TapeStorage(atAddress: address) else {
      return TapeStorage(TapeState(limit: limit))
    }
    storage.state.begin(limit: limit)
    return storage
  }

  /// Leaves the place to the next tape; all that points to it finds that its tape is gone.
  func leave() {
    state.end()
    left.withLock { $0.append(UInt(bitPattern: address)) }
  }
}

/// The addresses of the places whose tapes are gone.
///
/// On Linux the thread sanitizer of Swift 6.3 does not know this lock, and reports what is done under it as a race, in any
/// program.
private let left = Mutex<[UInt]>([])

/// The nodes of a tape, a column for each thing to know about them: 17 bytes a node.
@usableFromInline
struct TapeState: BitwiseCopyable {
  @usableFromInline var values = Column<Double>()
  @usableFromInline var operands = Column<Operands>(stagger: 1)
  @usableFromInline var operations = Column<Operation>(stagger: 2)
  /// The number of nodes.
  @usableFromInline var count = 0
  /// For how many nodes there is room.
  @usableFromInline var capacity = 0
  /// The largest number of nodes.
  private(set) var limit: Int

  /// Changes whenever anything but the recording of a node happens: a value that was made under the present stamp is
  /// on this tape, and its number is still the node's.
  @usableFromInline var stamp: UInt32 = 1
  /// The stamp with which the present tape began.
  @usableFromInline var birth: UInt32 = 1
  /// How many nodes there were when the stamp changed.
  private var countAtStamp = 0

  /// The state of the first tape of a place.
  init(limit: Int) { self.limit = limit }

  /// Becomes the state of another tape.
  mutating func begin(limit: Int) { self.limit = limit }

  /// Frees all memory; no value of this tape finds it any more.
  mutating func end() {
    values.free()
    operands.free()
    operations.free()
    count = 0
    capacity = 0
    changeStamp()
    birth = stamp
  }
}

// MARK: - Stamps

extension TapeState {
  /// Notes that values no longer know their numbers by themselves. If none was made since the last time, none does.
  @inline(__always)
  mutating func outdateValues() {
    if count != countAtStamp { changeStamp() }
  }

  private mutating func changeStamp() {
    precondition(stamp < .max, "a tape is changed no more than 4,294,967,294 times between recordings")
    stamp += 1
    countAtStamp = count
  }

  /// Stops the program unless there is a node of this index.
  @inline(__always)
  func requireOwn(_ index: Int) {
    precondition(index >= 0 && index < count, "the tape has no node of this index")
  }
}

// MARK: - Recording

extension TapeState {
  /// Whether a value made under `stamp` still knows its number, and there is room for two more nodes.
  ///
  /// The count is read first, whatever comes of it: so the compiler can take it from the operation before.
  @inlinable @inline(__always)
  func isReady(for stamp: UInt32) -> Bool { count &+ 1 < capacity && stamp == self.stamp }

  /// Adds a number that is given, for which there must be room, and gives its index.
  @inlinable @inline(__always)
  mutating func appendLeaf(_ value: Double) -> Int32 {
    let index = Int32(truncatingIfNeeded: count)
    return append(.leaf, index, index, value)
  }

  /// Says of a leaf whether its number is exact.
  func setExact(_ isExact: Bool, ofLeaf index: Int) {
    let leaf = Int32(truncatingIfNeeded: index)
    operands[index] = Operands(leaf, isExact ? leaf ^ 1 : leaf)
  }

  /// Adds a node, whose operands and for which room must be there, and gives its index.
  @inlinable @inline(__always)
  mutating func append(_ operation: Operation, _ first: Int32, _ second: Int32, _ value: Double) -> Int32 {
    let index = count
    // The columns are read before anything is written, of which the compiler does not know that it leaves them; and the count
    // is written last, so that the next operation has it in a register.
    let (values, operands, operations) = (values, operands, operations)
    values[index] = value
    operands[index] = Operands(first, second)
    operations[index] = operation
    count = index &+ 1
    return Int32(truncatingIfNeeded: index)
  }

  /// Gives the index that a constant of an operation will have; an operation that may look at where its operands come
  /// from finds the number there already.
  @inlinable @inline(__always)
  func writeConstant(_ number: Double, for operation: Operation) -> Int32 {
    let index = Int32(truncatingIfNeeded: count)
    if operation.decides { writeLeaf(number, at: count, to: (values, operands, operations)) }
    return index
  }

  /// Adds a constant and a node that uses it, for which there must be room, and gives the node's index.
  ///
  /// Both are counted at once, and the columns are looked up once.
  @inlinable @inline(__always)
  mutating func append(
    _ operation: Operation, _ first: Int32, _ second: Int32, _ value: Double, withConstant constant: Double
  ) -> Int32 {
    let index = count &+ 1
    let (values, operands, operations) = (values, operands, operations)
    writeLeaf(constant, at: index &- 1, to: (values, operands, operations))
    values[index] = value
    operands[index] = Operands(first, second)
    operations[index] = operation
    count = index &+ 1
    return Int32(truncatingIfNeeded: index)
  }

  /// Writes a number that is given to a place.
  @inlinable @inline(__always)
  func writeLeaf(
    _ number: Double, at index: Int, to columns: (Column<Double>, Column<Operands>, Column<Operation>)
  ) {
    let leaf = Int32(truncatingIfNeeded: index)
    columns.0[index] = number
    columns.1[index] = Operands(leaf, leaf)
    columns.2[index] = .leaf
  }

  /// Makes room for two more nodes at least.
  mutating func makeRoom() {
    guard count > capacity - 2 else { return }
    precondition(count < limit, "a tape holds no more than Int32.max nodes")
    let room = Swift.min(limit + 1, Swift.max(64, 2 * capacity))
    values.grow(to: room)
    operands.grow(to: room)
    operations.grow(to: room)
    capacity = room
  }

  /// Drops the nodes from `count` on. What is left keeps its numbers, so values that stand for it still know theirs.
  mutating func truncate(to count: Int) {
    self.count = count
    // From now on the count does not tell whether values were made since the stamp changed.
    countAtStamp = -1
  }
}
