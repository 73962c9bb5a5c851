extension Number {
  /// The digits to show: those chosen, else the shortest that read back to the same value.
  package var digits: String { text ?? Number.shortestDigits(of: value) }

  /// Whether the digits begin with a minus.
  package var isNegative: Bool { digits.hasPrefix("-") }

  /// The same number without its minus, if it has one.
  package var magnitude: Number {
    isNegative ? Number(-value, text: text.map { String($0.dropFirst()) }, full: -full) : self
  }

  /// The shortest digits that read back to `value`: `2`, `0.1`, `1e-08`, `1e+16`; `0` also for −0.
  static func shortestDigits(of value: Double) -> String {
    guard value != 0 else { return "0" }
    let digits = value.description
    if digits.hasSuffix(".0") { return String(digits.dropLast(2)) }
    return digits
  }
}
