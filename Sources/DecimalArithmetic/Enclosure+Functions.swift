// The elementary functions, each from its series after the argument has been made small.
//
// A series is summed in fixed point with some decimals more than are wanted; the units by which that may be off widen the
// bounds. Where a function passes through 0 with its argument, bounds are taken from the argument itself when that is so small that
// the next term of the series does not show.

extension Enclosure {
  /// e to the power of the number.
  public func exponential() -> Enclosure? {
    rising { number, digits in
      guard number.absolute < DecimalFraction(18_000) else {
        return number.isNegative ? Enclosure.tiny(digits: digits) : nil
      }
      return Enclosure.exponential(of: number, digits: digits)
    }
  }

  private static func tiny(digits: Int) -> Enclosure {
    Enclosure(DecimalFraction(WholeNumber(1), exponent: -9_000), digits: digits)
      .joined(with: Enclosure(DecimalFraction(WholeNumber(1), exponent: -7_800), digits: digits))
  }

  /// `x = n·ln 10 + r` with r from 0 to ln 10, which is divided by 2 until it is small; the power is squared as often.
  private static func exponential(of x: DecimalFraction, digits: Int) -> Enclosure? {
    let halvings = 8
    let fixed = FixedPoint(decimals: digits + 16)
    let ten = logarithmOfTen(digits: digits + 24)
    guard let count = (Enclosure(x, digits: digits + 24) / ten)?.low.floor,
      let n = count.absolute.whole(upTo: 100_000), let multiple = Enclosure(count, digits: digits + 24) * ten
    else { return nil }
    let rest = Enclosure(x, digits: digits + 24) - multiple
    let small = fixed.quotient(fixed.units(of: max(rest.low, DecimalFraction(0))), 1 << halvings)
    let series = fixed.sum(from: fixed.one) { term, number in
      let next = fixed.quotient(fixed.product(term, small), number)
      return (next, next)
    }
    // r is off by less than two units, so is each term.
    let power = fixed.enclosure(of: series.units, error: 2 * series.count + 4, digits: digits + 16)
    let result = (0..<halvings).reduce(Optional(power)) { power, _ in power.flatMap { $0 * $0 } }
    guard let result else { return nil }
    let exponent = count.isNegative ? -n : n
    let scale = DecimalFraction(WholeNumber(1), exponent: exponent)
    return Enclosure(result.low * scale, result.high * scale, digits: digits)
  }

  /// The natural logarithm.
  public func naturalLogarithm() -> Enclosure? {
    guard isPositive else { return nil }
    return rising(Enclosure.naturalLogarithm(of:digits:))
  }

  /// `x = m·10^n` with m near 1, and ln m = 2·artanh((m − 1)/(m + 1)).
  private static func naturalLogarithm(of x: DecimalFraction, digits: Int) -> Enclosure? {
    // From 0.316 to 3.16.
    let lead = x.magnitude.digits.prefix(2)
    let isUpper = Int(lead[0]) * 10 + (lead.count > 1 ? Int(lead[1]) : 0) >= 32
    let n = isUpper ? x.pointPosition : x.pointPosition - 1
    let m = DecimalFraction(x.magnitude, exponent: x.exponent - n)
    let distance = m - DecimalFraction(1)
    if distance.isZero { return Enclosure(n, digits: digits) * logarithmOfTen(digits: digits + 4) }
    // Near 1 the logarithm is as small as the distance.
    let working = digits + 12 + max(0, -distance.pointPosition)
    let fixed = FixedPoint(decimals: working)
    let ratio = distance.absolute.divided(by: m + DecimalFraction(1), digits: working).low
    let t = fixed.units(of: ratio)
    let square = fixed.product(t, t)
    var power = t
    let series = fixed.sum(from: t) { _, number in
      power = fixed.product(power, square)
      return (power, fixed.quotient(power, 2 * number + 1))
    }
    let half = fixed.enclosure(
      of: series.units, isNegative: distance.isNegative, error: 4 * series.count + 4, digits: working)
    let logarithm = half + half
    guard n != 0 else { return logarithm.with(digits: digits) }
    let more = logarithmOfTen(digits: working)
    return (Enclosure(n, digits: working) * more).map { (logarithm + $0).with(digits: digits) }
  }

  /// The logarithm to the base 10.
  public func decimalLogarithm() -> Enclosure? {
    if low == high, low.magnitude.digits.first == 1, low.magnitude.digits.dropFirst().allSatisfy({ $0 == 0 }),
      !low.isNegative
    {
      return Enclosure(low.pointPosition - 1, digits: digits)
    }
    return naturalLogarithm().flatMap { $0 / Enclosure.logarithmOfTen(digits: digits) }
  }

  /// The logarithm to the base 2.
  public func binaryLogarithm() -> Enclosure? {
    guard let two = Enclosure(2, digits: digits).naturalLogarithm() else { return nil }
    return naturalLogarithm().flatMap { $0 / two }
  }
}

// MARK: - Hyperbolic functions

extension Enclosure {
  /// Where the number is so small that `x·(1 ± x²)` encloses the function, that; else what `others` gives with more digits,
  /// as many as cancel.
  fileprivate func odd(_ others: (Enclosure) -> Enclosure?) -> Enclosure? {
    rising { number, digits in
      guard !number.isZero else { return Enclosure(number, digits: digits) }
      let places = -number.pointPosition
      guard 2 * places < digits else {
        let change = number * number * number
        return Enclosure(number, digits: digits).joined(with: Enclosure(number - change, digits: digits))
          .joined(with: Enclosure(number + change, digits: digits))
      }
      return others(Enclosure(number, digits: digits + max(0, places) + 6))?.with(digits: digits)
    }
  }

  /// The hyperbolic sine.
  public func hyperbolicSine() -> Enclosure? {
    odd { x in
      guard let power = x.exponential(), let inverse = Enclosure(1, digits: x.digits) / power else {
        return nil
      }
      return (power - inverse) / Enclosure(2, digits: x.digits)
    }
  }

  /// The hyperbolic cosine.
  public func hyperbolicCosine() -> Enclosure? {
    guard let power = absolute().exponential(), let inverse = Enclosure(1, digits: digits) / power else {
      return nil
    }
    return (power + inverse) / Enclosure(2, digits: digits)
  }

  /// The hyperbolic tangent.
  public func hyperbolicTangent() -> Enclosure? {
    odd { x in
      guard let square = (x.absolute() + x.absolute()).exponential() else { return nil }
      let one = Enclosure(1, digits: x.digits)
      guard let tangent = (square - one) / (square + one) else { return nil }
      return x.isNegative ? -tangent : tangent
    }
  }

  /// The logistic function.
  public func logistic() -> Enclosure? {
    let one = Enclosure(1, digits: digits)
    return (-self).exponential().flatMap { one / (one + $0) }
  }

  /// ln(1 + e^x).
  public func softplus() -> Enclosure? {
    guard let power = exponential() else { return nil }
    let places = max(0, -power.magnitude.pointPosition)
    let one = Enclosure(1, digits: digits + places)
    guard places < digits else {
      // ln(1 + p) lies between p·(1 − p) and p, which differ by less than a unit of the last digit.
      return Enclosure(power.low - power.low * power.low, power.high, digits: digits)
    }
    return (one + power).naturalLogarithm()?.with(digits: digits)
  }
}

// MARK: - Circular functions

extension Enclosure {
  /// The sine.
  public func sine() -> Enclosure? { circular(quarters: 0) }

  /// The cosine.
  public func cosine() -> Enclosure? { circular(quarters: 1) }

  /// The tangent.
  public func tangent() -> Enclosure? {
    guard let sine = sine(), let cosine = cosine() else { return nil }
    return sine / cosine
  }

  /// The sine of the number and so many right angles: at the lower bound, as far on as the bounds are apart.
  private func circular(quarters: Int) -> Enclosure? {
    guard magnitude.pointPosition < 400 else { return nil }
    if low.isZero, high.isZero { return Enclosure(quarters, digits: digits) }
    let places = max(0, -low.pointPosition)
    if quarters == 0, 2 * places >= digits {
      return odd { _ in nil }
    }
    let working = digits + places + max(0, magnitude.pointPosition) + 20
    guard let right = Enclosure.pi(digits: working) / Enclosure(2, digits: working),
      let turned = (Enclosure(low, digits: working) / right)?.low.floor,
      let turns = Enclosure(turned, digits: working) * right
    else { return nil }
    let rest = Enclosure(low, digits: working) - turns
    let fixed = FixedPoint(decimals: digits + places + 12)
    let r = fixed.units(of: max(rest.low, DecimalFraction(0)))
    let quarter = Enclosure.quarter(of: turned) + quarters
    let square = fixed.product(r, r)
    let isSine = quarter % 2 == 0
    let series = fixed.sum(from: isSine ? r : fixed.one, alternating: true) { term, number in
      let first = isSine ? 2 * number : 2 * number - 1
      let next = fixed.quotient(fixed.quotient(fixed.product(term, square), first), first + 1)
      return (next, next)
    }
    let value = fixed.enclosure(
      of: series.units, isNegative: quarter % 4 > 1, error: 8 * series.count + 8, digits: digits + places + 12
    )
    let far = high - low
    return Enclosure(value.low - far, value.high + far, digits: digits)
  }

  /// Which quarter of a turn a whole number of quarters leads to.
  private static func quarter(of turned: DecimalFraction) -> Int {
    let four = DecimalFraction(4)
    let whole = turned.divided(by: four, digits: turned.absolute.pointPosition + 6).low.floor
    return (turned - whole * four).whole(upTo: 8) ?? 0
  }

  /// The angle whose tangent the number is.
  public func inverseTangent() -> Enclosure? {
    odd { x in
      guard !x.isNegative else { return (-x).inverseTangent().map { -$0 } }
      let one = Enclosure(1, digits: x.digits)
      // Three halvings of the angle make the series short.
      var t = x
      for _ in 0..<3 {
        guard let square = t * t, let root = (one + square).squareRoot(), let half = t / (one + root) else {
          return nil
        }
        t = half
      }
      return t.shortInverseTangent().flatMap { $0 * Enclosure(8, digits: x.digits) }
    }
  }

  private func shortInverseTangent() -> Enclosure? {
    rising { number, digits in
      let working = digits + max(0, -number.pointPosition) + 8
      let fixed = FixedPoint(decimals: working)
      let t = fixed.units(of: number)
      let square = fixed.product(t, t)
      var power = t
      let series = fixed.sum(from: t, alternating: true) { _, count in
        power = fixed.product(power, square)
        return (power, fixed.quotient(power, 2 * count + 1))
      }
      return fixed.enclosure(of: series.units, error: 4 * series.count + 4, digits: digits)
    }
  }
}

// MARK: - The normal distribution

extension Enclosure {
  /// The error function: `2/√π·e^(−x²)·(x + 2x³/3 + 4x⁵/15 + …)`, in which nothing cancels.
  public func errorFunction() -> Enclosure? {
    rising { number, digits in
      guard !number.isZero else { return Enclosure(number, digits: digits) }
      let x = Enclosure(number.absolute, digits: digits + 8)
      let one = Enclosure(1, digits: digits + 8)
      guard let square = x * x, let density = (-square).exponential(),
        let root = Enclosure.pi(digits: digits + 8).squareRoot()
      else { return nil }
      let value: Enclosure
      if x.low > DecimalFraction(1), density.high.pointPosition < -digits {
        value = (one - density).joined(with: one)
      } else {
        let places = max(0, -number.pointPosition)
        let fixed = FixedPoint(decimals: digits + places + 8)
        let double = fixed.units(of: square.low) * WholeNumber(2)
        let start = fixed.units(of: number.absolute)
        let series = fixed.sum(from: start) { term, count in
          let next = fixed.quotient(fixed.product(term, double), 2 * count + 1)
          return (next, next)
        }
        // What is cut off a term goes on into the terms behind it, as far as these are larger, and so does the unit that
        // the factor 2x² may be off.
        let growth = [start, fixed.one].reduce(WholeNumber(1)) { sum, divisor in
          sum + series.units.quotientAndRemainder(dividingBy: divisor).quotient
        }
        let count = series.count + 2
        let error = WholeNumber(4 * count) * growth + WholeNumber(4 * count * count)
        let sum = Enclosure(
          DecimalFraction(series.units, exponent: -fixed.decimals),
          DecimalFraction(series.units + error, exponent: -fixed.decimals), digits: digits + 8)
        guard let scaled = sum * density, let result = (scaled + scaled) / root else { return nil }
        value = result
      }
      return (number.isNegative ? -value : value).with(digits: digits)
    }
  }

  /// `x·(1 + erf(x/√2))/2`.
  public func gelu() -> Enclosure? {
    guard let root = Enclosure(2, digits: digits).squareRoot(), let inner = self / root,
      let error = inner.errorFunction()
    else { return nil }
    return (self * (Enclosure(1, digits: digits) + error)).flatMap { $0 / Enclosure(2, digits: digits) }
  }
}
