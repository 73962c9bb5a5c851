package import Algebra

/// Where names stand in a list that its owner keeps: a dictionary from names to places without the names themselves.
///
/// A name takes eight to sixteen bytes, where a dictionary holds the whole name once more.
package struct NamePlaces {
  /// The places, each where its name's hash says or behind that; `free` and `left` for none.
  private var slots: [Int32] = []
  /// How many slots are not free.
  private var usedCount = 0
  /// How many names are noted.
  private var count = 0

  private static let free: Int32 = -1
  /// What stands where a name was that is forgotten: others may stand behind it.
  private static let left: Int32 = -2

  /// No names.
  package init() {}

  /// For how many places there is room.
  var slotCount: Int { slots.count }

  /// The place of a name; `nameAt` tells the name at a place.
  package func place(of name: Name, nameAt: (Int) -> Name) -> Int? {
    guard !slots.isEmpty else { return nil }
    let slot = slot(of: name, nameAt: nameAt)
    return slots[slot] < 0 ? nil : Int(slots[slot])
  }

  /// Notes the place of a name, in place of one that was noted for it before.
  package mutating func note(_ place: Int, of name: Name, nameAt: (Int) -> Name) {
    // Half as many again, so that slots of forgotten names are not cleared again at once.
    if 2 * (usedCount + 1) > slots.count { arrange(size: size(for: count + count / 2 + 1), nameAt: nameAt) }
    let slot = slot(of: name, nameAt: nameAt)
    if slots[slot] == Self.free { usedCount += 1 }
    if slots[slot] < 0 { count += 1 }
    slots[slot] = Int32(place)
  }

  /// Forgets a name, whose place in the list is still its own.
  package mutating func forget(_ name: Name, nameAt: (Int) -> Name) {
    guard !slots.isEmpty else { return }
    let slot = slot(of: name, nameAt: nameAt)
    guard slots[slot] >= 0 else { return }
    slots[slot] = Self.left
    count -= 1
  }

  /// Makes room for so many names in all.
  package mutating func makeRoom(for count: Int, nameAt: (Int) -> Name) {
    let size = size(for: count)
    if size > slots.count { arrange(size: size, nameAt: nameAt) }
  }

  /// How many slots there are for so many names: no more than every other one is taken.
  private func size(for count: Int) -> Int {
    var size = 16
    while size < 2 * count { size *= 2 }
    return size
  }

  /// Puts the names that are noted into so many slots.
  private mutating func arrange(size: Int, nameAt: (Int) -> Name) {
    let old = slots
    slots = Array(repeating: Self.free, count: size)
    for place in old where place >= 0 {
      slots[slot(of: nameAt(Int(place)), nameAt: nameAt)] = place
    }
    usedCount = count
  }

  /// The slot where a name's place stands, or the first one where it may be put.
  private func slot(of name: Name, nameAt: (Int) -> Name) -> Int {
    let mask = slots.count - 1
    var slot = name.hashValue & mask
    var firstLeft: Int?
    while slots[slot] != Self.free {
      if slots[slot] == Self.left {
        firstLeft = firstLeft ?? slot
      } else if nameAt(Int(slots[slot])) == name {
        return slot
      }
      slot = (slot + 1) & mask
    }
    return firstLeft ?? slot
  }
}
