/// A function of the formula language.
public struct Function: Hashable, Sendable {
  /// The name under which lessons call it.
  public let name: String

  /// The function of that name, if there is one.
  public static func named(_ name: String) -> Function? { nil }

  /// Whether both have the same name.
  public static func == (one: Function, other: Function) -> Bool { one.name == other.name }

  /// Feeds the name to `hasher`.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
