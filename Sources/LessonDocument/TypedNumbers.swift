import Diagnostics

/// The numbers that are typed in a text: `0.60108` and `4.92e-05`, but not the digits of a word such as those of `w5`,
/// `2-2-2`, `3rd` or `S1-024`.
struct TypedNumbers {
  private let bytes: [UInt8]

  /// A reader of the numbers in `bytes`.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The places of the numbers that begin within `range`. Cost: O(n).
  func ranges(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let end = endOfNumber(from: index, in: range)
      if !isInWord(before: index) && !isInWord(behind: end) { found.append(index..<end) }
      index = end
    }
    return found
  }

  /// Where the number ends that begins with the digit at `index`.
  private func endOfNumber(from start: Int, in range: Range<Int>) -> Int {
    var index = digits(from: start, in: range)
    if byte(at: index) == UInt8(ascii: "."), index + 1 < range.upperBound, bytes[index + 1].isDigit {
      index = digits(from: index + 1, in: range)
    }
    if let mark = byte(at: index), mark | 0x20 == UInt8(ascii: "e") {
      let sign = byte(at: index + 1)
      let first = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? index + 2 : index + 1
      if first < range.upperBound, bytes[first].isDigit { index = digits(from: first, in: range) }
    }
    return min(index, range.upperBound)
  }

  private func digits(from start: Int, in range: Range<Int>) -> Int {
    bytes[start..<range.upperBound].firstIndex { !$0.isDigit } ?? range.upperBound
  }

  private func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  /// Whether what stands before `index` makes the digits there a part of it.
  private func isInWord(before index: Int) -> Bool {
    guard let last = byte(at: index - 1) else { return false }
    switch last {
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ","):
      return byte(at: index - 2)?.isWordByte ?? false
    case UInt8(ascii: "-"): return byte(at: index - 2)?.isWordByte ?? false
    default: return Surroundings(scalarBefore: index, in: bytes) == .other
    }
  }

  /// Whether what stands from `index` on makes the digits before it a part of it.
  private func isInWord(behind index: Int) -> Bool {
    guard let next = byte(at: index) else { return false }
    switch next {
    case UInt8(ascii: "_"): return true
    case UInt8(ascii: "."), UInt8(ascii: ","): return byte(at: index + 1)?.isDigit ?? false
    case UInt8(ascii: "-"): return byte(at: index + 1)?.isWordByte ?? false
    default: return Surroundings(scalarAt: index, in: bytes) == .other
    }
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool { isDigit || isLetter }
}
