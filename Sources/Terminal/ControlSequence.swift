/// The bytes between `ESC [` and the last one, which together mean a key.
struct ControlSequence: Hashable {
  /// At most a few: no key has more.
  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ byte: UInt8) {
    if bytes.count < 32 { bytes.append(byte) }
  }

  /// Whether pasted text follows.
  func beginsPaste(with last: UInt8) -> Bool {
    last == UInt8(ascii: "~") && number == 200
  }

  /// The key, whatever is held down with it; `nil` where it is none of ours.
  func key(endingWith last: UInt8) -> Key? {
    guard number != nil else { return nil }
    switch last {
    // With Ctrl or Shift held down, rxvt ends the sequence otherwise.
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      switch number {
      case 1, 7: return .home
      case 4, 8: return .end
      case 3: return .delete
      case 5: return .pageUp
      case 6: return .pageDown
      default: return nil
      }
    default:
      return ControlSequence.cursorKey(last)
    }
  }

  /// The key of a sequence that begins with `ESC O`.
  static func singleShift(_ last: UInt8) -> Key? {
    last == UInt8(ascii: "M") ? .enter : cursorKey(last)
  }

  private static func cursorKey(_ last: UInt8) -> Key? {
    switch last {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
    case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
    case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }

  /// The first number, 0 where there is none; `nil` where the sequence has something else than numbers.
  private var number: Int? {
    var number = 0
    var isFirst = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ";"), UInt8(ascii: ":"): isFirst = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isFirst { number = min(number * 10 + Int(byte - UInt8(ascii: "0")), 9_999) }
      default: return nil
      }
    }
    return number
  }
}
