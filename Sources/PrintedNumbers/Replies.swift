package import Algebra

/// What is taken for a value: of the replies with a number of decimals what the number rule takes, or what is within a
/// tolerance.
package struct Replies {
  /// The value.
  package let value: Double
  /// The value rounded to that many decimals, and cut off there if that is another number.
  ///
  /// A whole value stands alone, without decimals. There is none where the value is not whole and no decimals are asked
  /// for: a number without decimals is exact.
  ///
  /// It is empty where a tolerance decides.
  package let accepted: [Number]
  /// How far from the value a reply may be, where that decides in place of decimals.
  private let width: Double?

  /// The replies that are right where `value`, which is finite, is asked for, and all within `width` of it.
  package init(to value: Double, within width: Double) {
    self.value = value
    accepted = []
    self.width = width
  }

  /// The replies that are right where `value`, which is finite, is asked for.
  package init(to value: Double, decimals: Int) {
    self.value = value
    let digits = DecimalDigits(value).shortened(toSignificant: 14, .rounded)
    var accepted: [Number] = []
    for shortening in [DecimalDigits.Shortening.rounded, .cutOff] {
      let text =
        digits.decimals == 0
        ? digits.fixedText()
        : digits.shortened(toDecimals: decimals, shortening).fixedText(decimals: decimals)
      let number = Number(Double(text) ?? value, text: text)
      if NumberRule.agreement(of: value, with: text) != nil, !accepted.contains(number) {
        accepted.append(number)
      }
    }
    self.accepted = accepted
    width = nil
  }

  /// Whether `reply` is so near to the value that a tolerance takes it.
  package func isWithinTolerance(_ reply: Double) -> Bool {
    width.map { NumberRule.isWithin($0, of: value, reply) } ?? false
  }

  /// Whether the value is a whole number, to the 14 digits that the number rule compares.
  package static func isWhole(_ value: Double) -> Bool {
    DecimalDigits(value).shortened(toSignificant: 14, .rounded).decimals == 0
  }

  /// A reply that is right for both values; `nil` where every reply tells them apart.
  ///
  /// It is enough to look at replies with so many decimals: two values that one reply with more decimals fits are both
  /// rounded or cut off to one with fewer. And where a reply fits two values it fits all between them, so that of many
  /// values only neighbours need be compared.
  ///
  /// Within a tolerance a reply between two values is taken for the answer, or else for the nearer one; two are told apart
  /// where neither is taken for the other.
  package func shared(with other: Replies) -> Number? {
    if isWithinTolerance(other.value) || other.isWithinTolerance(value) { return Number(value) }
    return accepted.first { other.accepts($0) } ?? other.accepted.first { accepts($0) }
  }

  private func accepts(_ number: Number) -> Bool {
    number.text.map { NumberRule.agreement(of: value, with: $0) != nil } ?? false
  }
}
