import LessonRuntime

/// What tells whether a step of a lesson is still written as it was: a number made from its text.
///
/// It is the 64-bit FNV-1a hash, in hexadecimal digits: the same in every run and on every machine, and of no use
/// against somebody who wants two texts to have the same. Line endings of every kind are as good as LF. Steps that are
/// written alike are told apart by how many there were before.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm".
struct Fingerprint: Hashable {
  /// Sixteen digits, `0` to `9` and `a` to `f`.
  let text: String

  /// The fingerprint of a step.
  init(_ step: LessonStep) {
    var hash = FNV1a()
    var isAfterReturn = false
    for byte in step.text.utf8 {
      let isReturn = byte == UInt8(ascii: "\r")
      let isFeed = byte == UInt8(ascii: "\n")
      if !(isAfterReturn && isFeed) { hash.add(isReturn ? UInt8(ascii: "\n") : byte) }
      isAfterReturn = isReturn
    }
    if step.repetition > 0 {
      hash.add(0)
      for byte in String(step.repetition).utf8 { hash.add(byte) }
    }
    let digits = String(hash.value, radix: 16)
    text = String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The fingerprint that is written so; `nil` when none is.
  init?(text: String) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ Fingerprint.digits.contains($0) }) else { return nil }
    self.text = text
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

/// The 64-bit FNV-1a hash of bytes.
private struct FNV1a {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) {
    value ^= UInt64(byte)
    value &*= 0x0000_0100_0000_01b3
  }
}
