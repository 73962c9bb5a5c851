/// A decimal number of up to 38 digits, with exact sums and products: an oracle for what stands on paper.
package struct ExactDecimal: Equatable {
  private var mantissa: Int128
  private var exponent: Int

  private init(_ mantissa: Int128, _ exponent: Int) {
    self.mantissa = mantissa
    self.exponent = mantissa == 0 ? 0 : exponent
    while self.mantissa != 0 && self.mantissa % 10 == 0 {
      self.mantissa /= 10
      self.exponent += 1
    }
  }

  /// A whole number.
  package init(_ whole: Int) { self.init(Int128(whole), 0) }

  /// The number that is written as `text`, such as `-0.60108` or `4.92e-04`.
  package init?(_ text: String) {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    let point = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, point.count <= 2, let exponent = parts.count > 1 ? Int(parts[1]) : 0,
      let mantissa = Int128(point.joined())
    else { return nil }
    self.init(mantissa, exponent - (point.count > 1 ? point[1].count : 0))
  }

  package var isNegative: Bool { mantissa < 0 }
  package var isZero: Bool { mantissa == 0 }
  package var magnitude: ExactDecimal { ExactDecimal(mantissa < 0 ? -mantissa : mantissa, exponent) }
  package var negated: ExactDecimal { ExactDecimal(-mantissa, exponent) }

  /// The nearest double.
  package var double: Double { Double("\(mantissa)e\(exponent)") ?? .nan }

  /// How many digits stand before the point; of `0.0012` it is −2.
  package var wholeDigits: Int { isZero ? 0 : String(magnitude.mantissa).count + exponent }

  /// The sum; `nil` where it has too many digits.
  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let lowest = min(exponent, other.exponent)
    guard let x = scaled(to: lowest), let y = other.scaled(to: lowest) else { return nil }
    let (sum, isOver) = x.addingReportingOverflow(y)
    return isOver ? nil : ExactDecimal(sum, lowest)
  }

  /// The product; `nil` where it has too many digits.
  package func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, isOver) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return isOver ? nil : ExactDecimal(product, exponent + other.exponent)
  }

  /// The number with at most `count` digits behind the point: the nearest, or cut off toward zero.
  package func shortened(toDecimals count: Int, isRounded: Bool) -> ExactDecimal {
    let dropped = -exponent - count
    guard dropped > 0 else { return self }
    guard dropped < 39 else { return ExactDecimal(0) }
    var power: Int128 = 1
    for _ in 1..<dropped { power *= 10 }
    // All digits but the last one to drop.
    let one = mantissa / power
    let last = one % 10
    let carry: Int128 = isRounded && (last >= 5 || last <= -5) ? (last < 0 ? -1 : 1) : 0
    return ExactDecimal(one / 10 + carry, -count)
  }

  private func scaled(to lower: Int) -> Int128? {
    var result = mantissa
    guard exponent - lower < 40 || isZero else { return nil }
    for _ in 0..<(isZero ? 0 : exponent - lower) {
      let (product, isOver) = result.multipliedReportingOverflow(by: 10)
      if isOver { return nil }
      result = product
    }
    return result
  }
}
