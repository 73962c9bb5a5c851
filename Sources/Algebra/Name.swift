/// The name of a value. Names are compared as Unicode does: `é` is one name, however it is composed.
public struct Name: Hashable, Sendable, CustomStringConvertible {
  /// The name as its author wrote it.
  public let text: String
  /// How a symbol of Longhand's own is written where only ASCII is shown (`eta` for `η`); a lesson's names keep their
  /// letters.
  public let ascii: String

  /// The name of the given text.
  public init(_ text: String, ascii: String? = nil) {
    self.text = text
    self.ascii = ascii ?? text
  }

  /// The name of an element of a family: `W[1,2]`.
  public init(_ family: String, _ indices: [Int]) {
    self.init("\(family)[\(indices.map(String.init).joined(separator: ","))]")
  }

  /// Whether both have the same text.
  public static func == (one: Name, other: Name) -> Bool { one.text == other.text }

  /// Feeds the text to `hasher`.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The name as its author wrote it.
  public var description: String { text }
}
