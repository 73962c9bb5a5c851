/// The name of a value. Names are compared as Unicode does: `é` is one name, however it is composed.
public struct Name: Hashable, Sendable, CustomStringConvertible {
  /// The name as its author wrote it.
  public let text: String
  private let spelling: Spelling?

  /// How a symbol of Longhand's own is written where only ASCII is shown (`eta` for `η`); a lesson's names keep their
  /// letters.
  public var ascii: String { spelling?.text ?? text }

  /// Another way to write a name, apart from it: a lesson with a million names needs no room for any.
  private final class Spelling: Sendable {
    let text: String
    init(_ text: String) { self.text = text }
  }

  /// The name of the given text.
  public init(_ text: String, ascii: String? = nil) {
    self.text = text
    spelling = ascii.map { Spelling($0) }
  }

  /// The name of an element of a family: `W[1,2]`.
  public init(_ family: String, _ indices: [Int]) {
    var text = family
    var separator = "["
    for index in indices {
      text += separator
      text += index.description
      separator = ","
    }
    text += indices.isEmpty ? "[]" : "]"
    self.init(text)
  }

  /// Whether both have the same text.
  public static func == (one: Name, other: Name) -> Bool { one.text == other.text }

  /// Feeds the text to `hasher`.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The name as its author wrote it.
  public var description: String { text }
}
