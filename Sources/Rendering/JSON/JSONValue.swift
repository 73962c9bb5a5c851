/// A JSON value; the members of an object keep their order.
public indirect enum JSONValue: Hashable, Sendable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A number, as it is written.
  case number(String)
  /// A string.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Names and their values, in order.
  case object([Member])

  /// A name and its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue

    /// A name and its value.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue {
  /// A finite number, with the shortest digits that read back to it: `0.1`, `2`, `-0.0`, `1e-08`.
  static func number(_ value: Double) -> JSONValue {
    precondition(value.isFinite, "JSON has no digits for what is no finite number")
    let digits = value.description
    let isShorter = digits.hasSuffix(".0") && !(value == 0 && value.sign == .minus)
    return .number(isShorter ? String(digits.dropLast(2)) : digits)
  }

  /// A whole number.
  static func number(_ value: Int) -> JSONValue { .number(String(value)) }

  /// The members that there are.
  static func members(_ members: [(name: String, value: JSONValue?)]) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// The value of an object's first member of that name; `nil` where there is none.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The values of an array; `nil` of anything else.
  public var elements: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

  /// The text of a string; `nil` of anything else.
  public var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The value of a number; `nil` of anything else, and of what is too large for one.
  public var double: Double? {
    guard case .number(let digits) = self, let value = Double(digits), value.isFinite else { return nil }
    return value
  }

  /// On one line, without spaces.
  public var line: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let text): bytes += text.quotedForJSON.utf8
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += member.name.quotedForJSON.utf8
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}

extension String {
  /// The text as a JSON string in quotation marks.
  ///
  /// Beside what JSON asks for, all is escaped that could end a script or begin a tag where the text stands in HTML, end a line of
  /// JavaScript, steer a terminal, or turn the direction of what stands beside it.
  var quotedForJSON: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x0A: text += "\\n"
      case 0x00..<0x20, 0x7F..<0xA0, 0x26, 0x3C, 0x3E, 0x61C, 0x200E...0x200F, 0x2028...0x202E,
        0x2066...0x2069,
        0xFEFF:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
