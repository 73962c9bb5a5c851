extension Number {
  /// A number that is left open: a rule stands in its place, on which somebody writes. It has no value, so that nothing which
  /// shows it can give one away.
  public static let blank = Number(.nan, text: "________")

  /// Whether it is left open.
  public var isBlank: Bool { text?.hasPrefix("_") == true }
}
