extension JSONValue {
  /// Why bytes are no JSON.
  public struct Fault: Error, Hashable {
    /// What is wrong, without a capital and a full stop.
    public let message: String
    /// The line on which it is, from 1.
    public let line: Int
  }

  /// The value that is written in `bytes`, all of them. Nothing but RFC 8259 is taken, and no object with a name twice.
  public init(reading bytes: [UInt8]) throws(Fault) {
    var reader = JSONReader(bytes)
    self = try reader.whole()
  }
}

/// Reads a JSON value, byte by byte.
private struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  /// So deep values may lie in each other, that hostile ones do not exhaust the stack.
  private static let maxDepth = 256

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func whole() throws(JSONValue.Fault) -> JSONValue {
    let value = try value()
    skipSpace()
    guard place == bytes.count else { throw fault("there is more behind the value") }
    return value
  }

  private func fault(_ message: String) -> JSONValue.Fault {
    let end = min(place, bytes.count)
    return JSONValue.Fault(message: message, line: 1 + bytes[..<end].count { $0 == UInt8(ascii: "\n") })
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func value() throws(JSONValue.Fault) -> JSONValue {
    skipSpace()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maxDepth else { throw fault("values lie in each other too deeply") }
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONValue.Fault) -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else { throw fault("there is no JSON value here") }
    place += word.utf8.count
    return value
  }

  private mutating func array() throws(JSONValue.Fault) -> JSONValue {
    place += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      values.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw fault("an array lacks a comma or its end") }
    return .array(values)
  }

  private mutating func object() throws(JSONValue.Fault) -> JSONValue {
    place += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("an object lacks a name in quotation marks") }
      let name = try string()
      guard names.insert(name).inserted else { throw fault("an object has the name \"\(name)\" twice") }
      skipSpace()
      guard take(":") else { throw fault("a name lacks its colon") }
      members.append(JSONValue.Member(name, try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw fault("an object lacks a comma or its end") }
    return .object(members)
  }

  private mutating func number() throws(JSONValue.Fault) -> JSONValue {
    let first = place
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if next.map({ $0 | 0x20 == UInt8(ascii: "e") }) ?? false {
      place += 1
      if !take("+") { _ = take("-") }
      try digits()
    }
    return .number(String(decoding: bytes[first..<place], as: UTF8.self))
  }

  private mutating func digits() throws(JSONValue.Fault) {
    let first = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    guard place > first else { throw fault("there is no JSON value here") }
  }

  private mutating func string() throws(JSONValue.Fault) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw fault("a string is no UTF-8")
        }
        return string
      case UInt8(ascii: "\\"):
        place += 1
        text += Array(String(Character(try escaped())).utf8)
      case 0x00..<0x20: throw fault("a string holds a control character")
      default:
        text.append(byte)
        place += 1
      }
    }
    throw fault("a string lacks its end")
  }

  /// What stands behind a backslash.
  private mutating func escaped() throws(JSONValue.Fault) -> Unicode.Scalar {
    guard let byte = next else { throw fault("a string lacks its end") }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw fault("there is no such escape")
    }
    let unit = try codeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // The two halves of a character beyond the first 65,536.
    guard (0xD800..<0xDC00).contains(unit), take("\\"), take("u") else { throw fault("half of a character") }
    let other = try codeUnit()
    guard (0xDC00..<0xE000).contains(other),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (other - 0xDC00))
    else { throw fault("half of a character") }
    return scalar
  }

  private mutating func codeUnit() throws(JSONValue.Fault) -> UInt32 {
    let digits = bytes[place...].prefix(4)
    guard digits.count == 4, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      digits.first != UInt8(ascii: "+")
    else { throw fault("an escape lacks its four digits") }
    place += 4
    return unit
  }
}
