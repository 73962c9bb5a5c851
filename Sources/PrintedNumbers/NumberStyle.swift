package import Algebra

/// How computed numbers are shortened for show. What is computed with is never a shortened number.
package struct NumberStyle: Sendable {
  /// Digits behind the point.
  package var decimals: Int
  /// What is done with the digits that are not shown.
  package var shortening: DecimalDigits.Shortening

  /// A style in parts.
  package init(decimals: Int, shortening: DecimalDigits.Shortening) {
    self.decimals = decimals
    self.shortening = shortening
  }

  /// No number is shown with more significant digits: the 16th and 17th of a double are the noise of binary arithmetic.
  package static let maxDigits = 15
  /// A result is shown with fewer, as many as the number rule compares.
  package static let maxResultDigits = 14
  /// With so many more digits than the lesson asks for, any number has `maxDigits`, however small.
  package static let allDigits = 400
  /// Where the lesson's decimals leave fewer significant digits, this many are shown.
  package static let minDigits = 3

  /// The number as it is shown, with `extra` more digits than the lesson asks for; its value is that of its digits.
  ///
  /// A number that ends sooner is shown short (`0.41`); one that would show fewer than three digits has three (`0.000492`).
  /// Below 1e-4, and from 10¹⁵ on, it has an exponent (`4.92e-05`). Zero is `0`, whatever its sign. What is no finite
  /// number has no digits.
  package func number(_ value: Double, extra: Int = 0) -> Number {
    guard value.isFinite else { return Number(value) }
    let text = text(of: value, extra: extra)
    // The digits of the largest numbers, rounded up, may stand for none.
    guard let shown = Double(text), shown.isFinite else { return Number(value, text: text) }
    return Number(shown, text: text, full: value)
  }

  private func text(of value: Double, extra: Int) -> String {
    guard value != 0 else { return "0" }
    let decimals = decimals + extra
    let all = DecimalDigits(value)
    // The number rule rounds to as many digits before it cuts off.
    let isLong = extra > 0 && all.pointPosition + decimals > Self.maxResultDigits
    let most = isLong ? Self.maxDigits : Self.maxResultDigits
    let whole = all.shortened(toSignificant: Self.maxDigits, .rounded)
    let isLarge = whole.pointPosition > DecimalDigits.maxPlainWholeDigits
    if whole.decimals == 0 && !isLarge { return whole.text() }
    let digits = all.shortened(toSignificant: most, .rounded)
    if digits.decimals <= decimals && !isLarge { return digits.text() }
    let fixed = digits.shortened(toDecimals: decimals, shortening)
    // Counted on the shortened number: 0.0999 with three decimals is 0.100, three digits where there were two.
    let shown = fixed.digits.isEmpty ? 0 : fixed.pointPosition + decimals
    if shown >= Self.minDigits && !isLarge { return fixed.text(significant: shown) }
    let count = min(isLarge ? max(decimals, Self.minDigits - 1) + 1 : Self.minDigits + extra, most)
    let kept = digits.shortened(toSignificant: count, shortening)
    return digits.digits.count < count ? kept.text() : kept.text(significant: count)
  }

  /// The digits under which a number is shown that its author has typed as `text`: those, without an exponent where a
  /// computed number has none, and with an exponent in the same form where it has one.
  ///
  /// A whole number of more digits than binary arithmetic holds is shown as the number that is computed with.
  package static func literalText(_ text: String, value: Double) -> String {
    // Most numbers are as long as can be at first sight.
    let isPlain = text.utf8.count <= maxDigits && !text.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
    guard !isPlain, let digits = DecimalDigits(text: text) else { return text }
    if text.contains(where: { $0 == "e" || $0 == "E" }) { return digits.text() }
    guard digits.decimals == 0, digits.digits.count > maxDigits, let stored = UInt128(exactly: value) else {
      return text
    }
    return String(stored)
  }

  /// A number of a line: never one that looks whole and is not.
  private func operand(_ value: Double, extra: Int) -> Number {
    let number = number(value, extra: extra)
    guard decimals + extra == 0, number.value != value,
      number.text?.contains(where: { $0 == "." || $0 == "e" }) == false
    else { return number }
    return self.number(value, extra: 1)
  }

  /// The formula with the digits of its open numbers chosen.
  package func showing(_ formula: Formula, extra: Int = 0) -> Formula {
    formula.replacingLeaves { leaf in
      guard case .number(let open) = leaf, open.text == nil else { return nil }
      return .number(operand(open.value, extra: extra))
    }
  }
}
