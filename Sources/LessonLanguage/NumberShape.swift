/// How far a number reaches in a text that begins with a digit.
///
/// A number is digits, perhaps a point and more digits, perhaps `e`, a sign and more digits. A point that
/// another point follows is no part of it, so that `1...8` is a range.
struct NumberShape {
  /// The offset behind the number.
  private(set) var end: Int
  private let bytes: [UInt8]
  private let limit: Int

  /// The number that begins at `start` and ends before `limit`.
  init(of bytes: [UInt8], from start: Int, to limit: Int) {
    self.bytes = bytes
    self.limit = limit
    self.end = start
    skipDigits()
    if byte(at: end) == UInt8(ascii: "."), isDigit(at: end + 1) {
      end += 1
      skipDigits()
    }
    skipExponent()
  }

  private mutating func skipDigits() {
    while isDigit(at: end) { end += 1 }
  }

  private mutating func skipExponent() {
    guard byte(at: end) == UInt8(ascii: "e") || byte(at: end) == UInt8(ascii: "E") else { return }
    let behindSign = end + 1 + signLength(at: end + 1)
    guard isDigit(at: behindSign) else { return }
    end = behindSign
    skipDigits()
  }

  /// The length of `+`, `-` or `−` at `offset`, or 0.
  private func signLength(at offset: Int) -> Int {
    if byte(at: offset) == UInt8(ascii: "+") || byte(at: offset) == UInt8(ascii: "-") { return 1 }
    let minus = Array("−".utf8)
    guard offset + minus.count <= limit else { return 0 }
    return bytes[offset..<offset + minus.count].elementsEqual(minus) ? minus.count : 0
  }

  private func byte(at offset: Int) -> UInt8? { offset < limit ? bytes[offset] : nil }

  private func isDigit(at offset: Int) -> Bool {
    guard let byte = byte(at: offset) else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
