/// Where a link leads: what stands in the parentheses behind its text. A title behind the destination is passed over.
struct LinkDestination {
  /// The destination, backslashes taken out.
  let text: String
  /// The offset behind the closing parenthesis.
  let end: Int

  /// How deep parentheses may be nested in a destination.
  private static let nestingLimit = 32

  /// The destination whose opening parenthesis stands at `start`, or `nil` when there is none.
  init?(at start: Int, in bytes: [UInt8]) {
    var index = LinkDestination.skipSpace(from: start + 1, in: bytes)
    let destination: Range<Int>
    if index < bytes.count, bytes[index] == UInt8(ascii: "<") {
      guard let end = LinkDestination.end(ofQuoted: UInt8(ascii: ">"), from: index + 1, in: bytes) else {
        return nil
      }
      destination = index + 1..<end
      index = end + 1
    } else {
      guard let end = LinkDestination.end(ofBare: index, in: bytes) else { return nil }
      destination = index..<end
      index = end
    }
    let behind = LinkDestination.skipSpace(from: index, in: bytes)
    if behind > index, behind < bytes.count, let quote = LinkDestination.closingQuote(of: bytes[behind]) {
      guard let end = LinkDestination.end(ofQuoted: quote, from: behind + 1, in: bytes) else { return nil }
      index = LinkDestination.skipSpace(from: end + 1, in: bytes)
    } else {
      index = behind
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
    end = index + 1
    text = LinkDestination.unescaped(bytes[destination])
  }

  private static func skipSpace(from start: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isBlank || bytes[index] == UInt8(ascii: "\n") { index += 1 }
    return index
  }

  private static func closingQuote(of quote: UInt8) -> UInt8? {
    switch quote {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quote
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  /// Where `mark` stands behind `start`; the mark that would open another one ends the search, so that no byte is
  /// searched twice.
  private static func end(ofQuoted mark: UInt8, from start: Int, in bytes: [UInt8]) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != mark {
      switch bytes[index] {
      case UInt8(ascii: "<") where mark == UInt8(ascii: ">"): return nil
      case UInt8(ascii: "\n") where mark == UInt8(ascii: ">"): return nil
      case UInt8(ascii: "(") where mark == UInt8(ascii: ")"): return nil
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return index < bytes.count ? index : nil
  }

  /// The end of a destination without angle brackets: up to white space, or the parenthesis that closes the link.
  private static func end(ofBare start: Int, in bytes: [UInt8]) -> Int? {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x00...0x20, 0x7F: return depth == 0 ? index : nil
      case UInt8(ascii: "("):
        depth += 1
        if depth > nestingLimit { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { return index }
        depth -= 1
      case UInt8(ascii: "\\") where index + 1 < bytes.count && bytes[index + 1].isPunctuation: index += 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var isEscaped = false
    for (byte, next) in zip(bytes, bytes.dropFirst() + [0x20]) {
      if byte == UInt8(ascii: "\\"), !isEscaped, next.isPunctuation {
        isEscaped = true
      } else {
        result.append(byte)
        isEscaped = false
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
