import ElementaryFunctions

// All that this module does with raw memory. What holds here, and is held to by a test each:
//
// - A column's memory is its own: it is given back once, by `free`, and moves only in `grow`, and only while it is short:
//   see `Room`.
// - An index into a column is below its capacity. Debug builds stop where it is not; release builds rely on what hands
//   indices out: a tape gives out no index that it has not counted, and its operands are earlier nodes.
// - A place for the state of a tape is never given back, only used again by another tape. So a value whose tape is gone
//   points to memory that is still there, and sees by its stamp that it is not its tape any more.

/// Numbers of one kind behind one another in memory, reached without checks in release builds.
///
/// It is no more than an address: whoever holds it frees it.
@usableFromInline
struct Column<Element: BitwiseCopyable>: BitwiseCopyable {
  /// Where the elements are; no place in memory while there is no room. It is no optional, so that an element is read
  /// without a call of generic code, which in debug builds costs more than all else.
  @usableFromInline
  var base = Column.nowhere
  @usableFromInline
  var capacity = 0
  private var room: Room

  private static var nowhere: UnsafeMutablePointer<Element> {
    // An alignment is not 0.
    UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }

  /// A column without room; columns that are gone through side by side are told apart by `stagger`, from 0 on.
  init(stagger: Int = 0) { room = Room(stagger: stagger) }

  /// A column of `count` elements, all the same.
  init(repeating element: Element, count: Int, stagger: Int = 0) {
    self.init(stagger: stagger)
    grow(to: count)
    fill(0..<count, with: element)
  }

  /// A column of those elements.
  init(_ elements: [Element]) {
    self.init()
    grow(to: elements.count)
    for (index, element) in elements.enumerated() { self[index] = element }
  }

  /// The element at `index`, which must be below the capacity and have been set.
  @inlinable
  subscript(index: Int) -> Element {
    @inline(__always)
    get {
      assert(index >= 0 && index < capacity, "a column has no element of this index")
      return base[index]
    }
    @inline(__always)
    nonmutating set {
      assert(index >= 0 && index < capacity, "a column has no element of this index")
      base[index] = newValue
    }
  }

  /// The same, for the indices that tapes and programs keep.
  @inlinable
  subscript(index: Int32) -> Element {
    @inline(__always)
    get {
      assert(index >= 0 && index < capacity, "a column has no element of this index")
      return base[Int(index)]
    }
    @inline(__always)
    nonmutating set {
      assert(index >= 0 && index < capacity, "a column has no element of this index")
      base[Int(index)] = newValue
    }
  }

  /// Makes room for at least `count` elements; those that are there stay.
  mutating func grow(to count: Int) {
    guard count > capacity else { return }
    let stride = MemoryLayout<Element>.stride
    let bytes = room.grow(capacity > 0 ? base : nil, used: capacity * stride, to: count * stride)
    base = bytes.assumingMemoryBound(to: Element.self)
    capacity = count
  }

  /// Sets the elements of `range` to the same.
  func fill(_ range: Range<Int>, with element: Element) {
    guard !range.isEmpty else { return }
    assert(range.lowerBound >= 0 && range.upperBound <= capacity, "a column has no such elements")
    (base + range.lowerBound).update(repeating: element, count: range.count)
  }

  /// Gives the memory back.
  mutating func free() {
    if capacity > 0 { room.release(base) }
    base = Self.nowhere
    capacity = 0
  }
}

extension Column<Double> {
  /// Elements that follow each other, the first of them at `index`, as many as `Several` has lanes.
  @inline(__always)
  func read<Several: Lanes & BitwiseCopyable>(_ type: Several.Type, at index: Int) -> Several {
    assert(index >= 0 && index + Several.laneCount <= capacity, "a column has no elements of these indices")
    return UnsafeRawPointer(base + index).loadUnaligned(as: Several.self)
  }

  /// Sets elements that follow each other, the first of them at `index`.
  @inline(__always)
  func write<Several: Lanes & BitwiseCopyable>(_ elements: Several, at index: Int) {
    assert(index >= 0 && index + Several.laneCount <= capacity, "a column has no elements of these indices")
    UnsafeMutableRawPointer(base + index).storeBytes(of: elements, as: Several.self)
  }

  /// Elements at the same distance from each other, the first of them at `index`.
  @inline(__always)
  func gather<Several: Lanes>(_ type: Several.Type, at index: Int, step: Int) -> Several {
    var elements = Several(repeating: self[index])
    for lane in 1..<Several.laneCount { elements[lane] = self[index &+ lane &* step] }
    return elements
  }

  /// Sets elements at the same distance from each other, the first of them at `index`.
  @inline(__always)
  func scatter<Several: Lanes>(_ elements: Several, at index: Int, step: Int) {
    for lane in 0..<Several.laneCount { self[index &+ lane &* step] = elements[lane] }
  }
}

/// A place in memory for the state of something: no more than an address, through which the state is reached without
/// counting references and without checks for exclusive access.
@usableFromInline
struct StatePointer<State: BitwiseCopyable>: Equatable {
  @usableFromInline let address: UnsafeMutablePointer<State>

  /// A new place; it is given back by `free`, or never.
  init(_ state: State) {
    address = .allocate(capacity: 1)
    address.initialize(to: state)
  }

  /// The place at an address that was one.
  init?(atAddress bits: UInt) {
    guard let address = UnsafeMutablePointer<State>(bitPattern: bits) else { return nil }
    self.address = address
  }

  /// The state that is there.
  @inlinable
  var state: State {
    @inline(__always) _read { yield address.pointee }
    @inline(__always) nonmutating _modify { yield &address.pointee }
  }

  /// Gives the memory back.
  func free() { address.deallocate() }
}
