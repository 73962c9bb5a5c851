/// The name of a value. Names are compared as Unicode does: `é` is one name, however it is composed.
public struct Name: Hashable, Sendable, CustomStringConvertible {
  /// The name as its author wrote it.
  public let text: String

  /// The name of the given text.
  public init(_ text: String) { self.text = text }

  /// The name as its author wrote it.
  public var description: String { text }
}
