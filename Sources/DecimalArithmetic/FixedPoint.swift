/// Numbers from 0 in units of a small power of ten, for series: each step is off by less than a unit.
struct FixedPoint {
  /// How many decimals a unit is.
  let decimals: Int
  /// 1, in units.
  let one: WholeNumber

  /// Units of so many decimals, or of a few more: of whole groups, so that a product is cut off without a division.
  init(decimals least: Int) {
    decimals = WholeNumber.digitsOfWholeGroups(atLeast: least)
    one = WholeNumber(powerOfTen: decimals)
  }

  /// The units of a number from 0, cut off.
  func units(of number: DecimalFraction) -> WholeNumber {
    let places = number.exponent + decimals
    if places >= 0 { return number.magnitude.appendingZeros(places) }
    return number.magnitude.droppingDigits(-places).kept
  }

  /// The product, cut off.
  func product(_ one: WholeNumber, _ other: WholeNumber) -> WholeNumber {
    (one * other).droppingDigits(decimals).kept
  }

  /// A quotient by a small number, cut off.
  func quotient(_ number: WholeNumber, _ divisor: Int) -> WholeNumber {
    number.quotientAndRemainder(dividingBy: WholeNumber(divisor)).quotient
  }

  /// So many units, which are at most `error` units off, with a sign.
  func enclosure(of units: WholeNumber, isNegative: Bool = false, error: Int, digits: Int) -> Enclosure {
    let off = WholeNumber(error)
    let low = units > off ? units - off : WholeNumber(0)
    let near = DecimalFraction(isNegative: isNegative, low, exponent: -decimals)
    let far = DecimalFraction(isNegative: isNegative, units + off, exponent: -decimals)
    return isNegative ? Enclosure(far, near, digits: digits) : Enclosure(near, far, digits: digits)
  }

  /// The sum of a series whose terms shrink: `next` makes a term from the one before and its number, from 1.
  ///
  /// With `alternating`, every second term is subtracted; the terms must then shrink from the first on.
  func sum(
    from first: WholeNumber, alternating: Bool = false,
    next: (_ term: WholeNumber, _ number: Int) -> (term: WholeNumber, part: WholeNumber)
  ) -> (units: WholeNumber, count: Int) {
    var (term, added, subtracted, number) = (first, first, WholeNumber(0), 0)
    while !term.isZero {
      number += 1
      let (following, part) = next(term, number)
      term = following
      if alternating && number % 2 != 0 { subtracted = subtracted + part } else { added = added + part }
    }
    return (added > subtracted ? added - subtracted : WholeNumber(0), number)
  }

  /// arctan(1/n), or the same series with all signs plus, which is artanh(1/n), to within so many units.
  func inverseTangent(ofOneOver n: Int, hyperbolic: Bool) -> WholeNumber {
    sum(from: quotient(one, n), alternating: !hyperbolic) { term, number in
      let power = quotient(quotient(term, n), n)
      return (power, quotient(power, 2 * number + 1))
    }.units
  }
}
