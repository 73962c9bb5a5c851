/// Where the memory of a column is, and how it gets more.
///
/// Small columns are on the heap. From 4 MiB on a column has addresses of its own, enough for any tape, into which memory
/// is put as it is needed: so it never moves, and the system can give it large pages. Where there are no such addresses,
/// as under `ulimit -v`, it stays on the heap, where it may move.
@usableFromInline
struct Room: BitwiseCopyable {
  /// How far its elements are from where large pages begin.
  ///
  /// Columns that are gone through side by side differ in it: processors tell by some bits of an address alone in which
  /// way of the first cache it is, or whether it was just written. Of distances that are powers of 2 all those bits are
  /// the same, and a node takes five times as long.
  private let offset: Int32
  /// Whether it has addresses of its own.
  private var isReserved = false

  /// No room yet; `stagger` tells columns that are gone through side by side from each other.
  init(stagger: Int) {
    // A page and 17 lines of the cache: neither bits of pages nor bits of lines are the same.
    offset = Int32(truncatingIfNeeded: stagger * 0x1440)
  }

  /// The memory with room for `bytes` bytes, instead of that at `memory` with room for `used`; what was in it stays.
  mutating func grow(_ memory: UnsafeMutableRawPointer?, used: Int, to bytes: Int) -> UnsafeMutableRawPointer
  {
    if isReserved, let memory, bytes <= Room.reservedBytes - Int(offset) {
      makeUsable(memory - Int(offset), Int(offset) + bytes)
      return memory
    }
    guard !isReserved, bytes >= Room.leastReserved, bytes <= Room.reservedBytes - Int(offset),
      let addresses = reservedAddresses(Room.reservedBytes)
    else { return moved(memory, used: used, to: bytes) }
    makeUsable(addresses, Int(offset) + bytes)
    let room = addresses + Int(offset)
    if let memory {
      room.copyMemory(from: memory, byteCount: used)
      released(memory)
    }
    isReserved = true
    return room
  }

  /// The same on the heap.
  private mutating func moved(_ memory: UnsafeMutableRawPointer?, used: Int, to bytes: Int)
    -> UnsafeMutableRawPointer
  {
    let room = allocated(bytes)
    if let memory {
      room.copyMemory(from: memory, byteCount: used)
      release(memory)
    }
    return room
  }

  /// Gives the memory back.
  mutating func release(_ memory: UnsafeMutableRawPointer) {
    if isReserved { released(memory - Int(offset), Room.reservedBytes) } else { released(memory) }
    isReserved = false
  }

  /// From so many bytes on a column has addresses of its own.
  private static let leastReserved = 1 << 22
  /// How many bytes' addresses are set aside: those of the longest tape's numbers, and a large page for the offset.
  private static let reservedBytes = 1 << 34 + 1 << 21
}
