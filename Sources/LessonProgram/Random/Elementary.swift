import Algebra

/// The functions of real numbers that draws and made data need, as the formulas of lessons work them out.
enum Elementary {
  /// The natural logarithm of `x`.
  package static func ln(_ x: Double) -> Double { value(lnEntry, x) }

  /// The sine of `x` radians.
  static func sin(_ x: Double) -> Double { value(sinEntry, x) }

  /// The cosine of `x` radians.
  static func cos(_ x: Double) -> Double { value(cosEntry, x) }

  // Looked up once: a training may draw millions of numbers.
  private static let lnEntry = Function.named("ln")
  private static let sinEntry = Function.named("sin")
  private static let cosEntry = Function.named("cos")

  private static func value(_ entry: Function?, _ x: Double) -> Double { entry?.value([x]) ?? .nan }
}
