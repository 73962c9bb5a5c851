/// A number in a formula: its value, and the digits under which it is shown.
///
/// Two numbers are equal when their values are (`0.5` and `0.50` are); NaN equals itself, and 0 equals −0.
public struct Number: Hashable, Sendable {
  /// The value. Of a number that is on the page it is the value of its digits, but for what is left of an exact zero.
  public let value: Double
  /// The digits, with an ASCII minus and exponent (`-0.2`, `4.92e-04`), or `pi`; `nil` while nobody has chosen them.
  public let text: String?
  /// What was computed, where the digits have been shortened; else the value.
  public let full: Double

  /// A number shown as `text`; `nil` leaves that choice open.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - text: Its digits as they are shown.
  ///   - full: The number of which these are the digits, where it has more.
  public init(_ value: Double, text: String? = nil, full: Double? = nil) {
    self.value = value
    self.text = text
    self.full = full ?? value
  }

  /// Whether it is shown as 0 though its value is another: what binary arithmetic has left of an exact zero.
  public var isRoundingOfZero: Bool { value != 0 && text == "0" }

  /// Whether both have the same value.
  public static func == (one: Number, other: Number) -> Bool {
    one.value == other.value || (one.value.isNaN && other.value.isNaN)
  }

  /// Feeds the value, and only it, to `hasher`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(value == 0 ? 0 : value)
  }
}
