import Foundation

/// A JSON value, as the toolchain's own reader sees it.
public enum JSONDocument: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONDocument])
  case object([String: JSONDocument])

  /// The value in `text`.
  public init(reading text: String) throws {
    // `JSONDecoder` would be asked for one kind after the other, and throw an error for each that it is not.
    self = try JSONDocument(JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed]))
  }

  private init(_ value: Any) throws {
    switch value {
    case let text as String: self = .string(text)
    case let members as [String: Any]: self = .object(try members.mapValues { try JSONDocument($0) })
    case let values as [Any]: self = .array(try values.map { try JSONDocument($0) })
    case let number as NSNumber:
      // A truth value is a number, too, of the type of a character.
      self = String(cString: number.objCType) == "c" ? .bool(number.boolValue) : .number(number.doubleValue)
    case is NSNull: self = .null
    default: throw CocoaError(.coderReadCorrupt)
    }
  }

  /// The value of an object's member.
  public subscript(name: String) -> JSONDocument? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  fileprivate var elements: [JSONDocument]? { if case .array(let values) = self { values } else { nil } }
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}

/// A JSON Schema, as far as this package's own goes: a keyword that is not known here is an error.
public struct JSONSchema: Sendable {
  private let root: JSONDocument

  /// The schema in `text`.
  public init(_ text: String) throws { root = try JSONDocument(reading: text) }

  /// Why `value` does not fit, with the way to it; `nil` where it fits.
  public func fault(of value: JSONDocument) -> String? { fault(of: value, root, "") }

  private func fault(of value: JSONDocument, _ schema: JSONDocument, _ path: String) -> String? {
    guard case .object(let keywords) = schema else { return "\(path): the schema is no object" }
    for (keyword, operand) in keywords.sorted(by: { $0.key < $1.key }) {
      if let fault = fault(of: value, keyword, operand, schema, path) { return fault }
    }
    return nil
  }

  private func fault(
    of value: JSONDocument, _ keyword: String, _ operand: JSONDocument, _ schema: JSONDocument, _ path: String
  ) -> String? {
    switch keyword {
    case "$schema", "$defs", "title", "description": return nil
    case "$ref":
      guard let name = operand.text?.split(separator: "/").last, let other = root["$defs"]?[String(name)]
      else { return "\(path): there is no \(operand)" }
      return fault(of: value, other, path)
    case "const": return value == operand ? nil : "\(path): is not \(operand)"
    case "enum":
      return operand.elements?.contains(value) == true ? nil : "\(path): is none of \(operand)"
    case "type":
      let types = operand.elements ?? [operand]
      return types.contains { $0.text.map { value.isOf(type: $0) } ?? false }
        ? nil : "\(path): is not of the type \(operand)"
    case "minimum":
      guard case .number(let least) = operand, case .number(let number) = value else { return nil }
      return number >= least ? nil : "\(path): is too small"
    case "oneOf":
      let faults = (operand.elements ?? []).map { fault(of: value, $0, path) }
      let fitting = faults.count { $0 == nil }
      return fitting == 1
        ? nil : "\(path): fits \(fitting) of: \(faults.compactMap { $0 }.joined(separator: " | "))"
    case "required":
      guard case .object(let members) = value else { return nil }
      let missing = (operand.elements ?? []).compactMap(\.text).filter { members[$0] == nil }
      return missing.isEmpty ? nil : "\(path): lacks \(missing)"
    case "properties":
      guard case .object(let members) = value, case .object(let properties) = operand else { return nil }
      return members.lazy.compactMap { name, member in
        properties[name].flatMap { fault(of: member, $0, "\(path)/\(name)") }
      }.first
    case "additionalProperties":
      guard case .object(let members) = value, case .object(let known)? = schema["properties"] else {
        return nil
      }
      let strange = members.keys.filter { known[$0] == nil }.sorted()
      return strange.isEmpty ? nil : "\(path): has \(strange)"
    case "items":
      return (value.elements ?? []).enumerated().lazy.compactMap { index, element in
        fault(of: element, operand, "\(path)/\(index)")
      }.first
    case "minItems", "maxItems":
      guard let elements = value.elements, case .number(let bound) = operand else { return nil }
      let count = Double(elements.count)
      return (keyword == "minItems" ? count >= bound : count <= bound)
        ? nil : "\(path): has \(elements.count) elements"
    default: return "\(path): the keyword \(keyword) is not known here"
    }
  }
}

extension JSONDocument {
  fileprivate func isOf(type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"),
      (.object, "object"):
      true
    case (.number(let value), "integer"): value == value.rounded()
    default: false
    }
  }
}
