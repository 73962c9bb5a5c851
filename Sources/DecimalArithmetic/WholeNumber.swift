/// A whole number from 0 of any size, held nine decimal digits at a time.
struct WholeNumber: Hashable, Sendable {
  /// Nine digits each, the lowest first; the last is not 0, and zero has none.
  private var groups: [UInt32]

  private static let base: UInt64 = 1_000_000_000
  private static let digitsOfGroup = 9

  private init(_ groups: [UInt32]) {
    self.groups = groups
    while self.groups.last == 0 { self.groups.removeLast() }
  }

  /// A whole number that fits into a word.
  init(_ value: Int) {
    precondition(value >= 0, "a whole number here is not negative")
    var rest = UInt64(value)
    groups = []
    while rest > 0 {
      groups.append(UInt32(rest % Self.base))
      rest /= Self.base
    }
  }

  /// The number with these digits, each 0 to 9, the highest first.
  init(digits: some BidirectionalCollection<UInt8>) {
    var groups: [UInt32] = []
    var (group, worth, count): (UInt32, UInt32, Int) = (0, 1, 0)
    for digit in digits.reversed() {
      group += UInt32(digit) * worth
      worth &*= 10
      count += 1
      if count == Self.digitsOfGroup {
        groups.append(group)
        (group, worth, count) = (0, 1, 0)
      }
    }
    self.init(groups + [group])
  }

  /// Ten to the power `exponent`.
  init(powerOfTen exponent: Int) {
    let (whole, rest) = exponent.quotientAndRemainder(dividingBy: Self.digitsOfGroup)
    groups = Array(repeating: 0, count: whole) + [Self.powerOfTen(rest)]
  }

  private static func powerOfTen(_ exponent: Int) -> UInt32 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// As many digits as so many, or a few more, so that `droppingDigits(_:)` has nothing to divide.
  static func digitsOfWholeGroups(atLeast count: Int) -> Int {
    (count + digitsOfGroup - 1) / digitsOfGroup * digitsOfGroup
  }

  var isZero: Bool { groups.isEmpty }

  /// How many digits it has; zero has none.
  var digitCount: Int {
    guard let last = groups.last else { return 0 }
    return (groups.count - 1) * Self.digitsOfGroup + String(last).utf8.count
  }

  /// The digits, the highest first; zero has none.
  var digits: [UInt8] {
    var digits: [UInt8] = []
    for group in groups {
      var rest = group
      for _ in 0..<Self.digitsOfGroup {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}

extension WholeNumber: Comparable {
  static func < (one: WholeNumber, other: WholeNumber) -> Bool {
    if one.groups.count != other.groups.count { return one.groups.count < other.groups.count }
    return one.groups.reversed().lexicographicallyPrecedes(other.groups.reversed())
  }
}

// MARK: - Arithmetic

extension WholeNumber {
  static func + (one: WholeNumber, other: WholeNumber) -> WholeNumber {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for place in 0..<max(one.groups.count, other.groups.count) {
      carry += UInt64(one.group(place)) + UInt64(other.group(place))
      sum.append(UInt32(carry % base))
      carry /= base
    }
    return WholeNumber(sum + [UInt32(carry)])
  }

  /// The difference; `other` must not be the larger.
  static func - (one: WholeNumber, other: WholeNumber) -> WholeNumber {
    precondition(one >= other, "a whole number here is not negative")
    var difference: [UInt32] = []
    var borrow: UInt64 = 0
    for place in one.groups.indices {
      let taken = UInt64(other.group(place)) + borrow
      let group = UInt64(one.groups[place])
      borrow = group < taken ? 1 : 0
      difference.append(UInt32(group + borrow * base - taken))
    }
    return WholeNumber(difference)
  }

  static func * (one: WholeNumber, other: WholeNumber) -> WholeNumber {
    var product = [UInt32](repeating: 0, count: one.groups.count + other.groups.count)
    for place in one.groups.indices where one.groups[place] != 0 {
      let group = UInt64(one.groups[place])
      var carry: UInt64 = 0
      for next in other.groups.indices {
        carry += group * UInt64(other.groups[next]) + UInt64(product[place + next])
        product[place + next] = UInt32(carry % base)
        carry /= base
      }
      product[place + other.groups.count] = UInt32(carry)
    }
    return WholeNumber(product)
  }

  /// The whole quotient and what is left; the divisor must not be 0.
  func quotientAndRemainder(dividingBy divisor: WholeNumber) -> (
    quotient: WholeNumber, remainder: WholeNumber
  ) {
    precondition(!divisor.isZero, "nothing is divided by 0")
    guard self >= divisor else { return (WholeNumber(0), self) }
    if divisor.groups.count == 1 {
      var quotient = groups
      var rest: UInt64 = 0
      for place in groups.indices.reversed() {
        let part = rest * Self.base + UInt64(groups[place])
        quotient[place] = UInt32(part / UInt64(divisor.groups[0]))
        rest = part % UInt64(divisor.groups[0])
      }
      return (WholeNumber(quotient), WholeNumber(Int(rest)))
    }
    return longQuotientAndRemainder(dividingBy: divisor)
  }

  /// Long division, group by group (Knuth's algorithm D): both are first scaled so that the divisor's highest group is at
  /// least half of the base, after which a guess at each group is at most 2 too large.
  private func longQuotientAndRemainder(
    dividingBy divisor: WholeNumber
  ) -> (quotient: WholeNumber, remainder: WholeNumber) {
    let scale = WholeNumber(Int(Self.base / (UInt64(divisor.groups[divisor.groups.count - 1]) + 1)))
    let lower = (divisor * scale).groups
    let count = lower.count
    var upper = (self * scale).groups + [0]
    var quotient = [UInt32](repeating: 0, count: upper.count - count)
    for place in quotient.indices.reversed() {
      let high = UInt64(upper[place + count]) * Self.base + UInt64(upper[place + count - 1])
      var guess = high / UInt64(lower[count - 1])
      var rest = high % UInt64(lower[count - 1])
      while guess >= Self.base
        || guess * UInt64(lower[count - 2]) > rest * Self.base + UInt64(upper[place + count - 2])
      {
        guess -= 1
        rest += UInt64(lower[count - 1])
        if rest >= Self.base { break }
      }
      var (carry, borrow): (UInt64, UInt64) = (0, 0)
      for index in 0...count {
        carry += index < count ? guess * UInt64(lower[index]) : 0
        let taken = carry % Self.base + borrow
        carry /= Self.base
        let group = UInt64(upper[place + index])
        borrow = group < taken ? 1 : 0
        upper[place + index] = UInt32(group + borrow * Self.base - taken)
      }
      if borrow > 0 {
        guess -= 1
        var carry: UInt64 = 0
        for index in 0...count {
          carry += UInt64(upper[place + index]) + (index < count ? UInt64(lower[index]) : 0)
          upper[place + index] = UInt32(carry % Self.base)
          carry /= Self.base
        }
      }
      quotient[place] = UInt32(guess)
    }
    return (WholeNumber(quotient), WholeNumber(upper).quotientAndRemainder(dividingBy: scale).quotient)
  }

  /// The number with `count` zeros behind it.
  func appendingZeros(_ count: Int) -> WholeNumber {
    guard !isZero, count > 0 else { return self }
    let (whole, rest) = count.quotientAndRemainder(dividingBy: Self.digitsOfGroup)
    let scaled = rest == 0 ? groups : (self * WholeNumber([Self.powerOfTen(rest)])).groups
    return WholeNumber(Array(repeating: 0, count: whole) + scaled)
  }

  /// The number without its last `count` digits, and whether these were zeros.
  func droppingDigits(_ count: Int) -> (kept: WholeNumber, wereZeros: Bool) {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: Self.digitsOfGroup)
    guard whole < groups.count else { return (WholeNumber(0), isZero) }
    let wereZeros = groups[..<whole].allSatisfy { $0 == 0 }
    let kept = WholeNumber(Array(groups[whole...]))
    guard rest > 0 else { return (kept, wereZeros) }
    let (quotient, left) = kept.quotientAndRemainder(dividingBy: WholeNumber([Self.powerOfTen(rest)]))
    return (quotient, wereZeros && left.isZero)
  }

  /// The largest whole number whose square is not above this one.
  var squareRoot: WholeNumber {
    guard !isZero else { return self }
    // From above, Newton's steps fall until they are there.
    var root = WholeNumber(powerOfTen: (digitCount + 1) / 2)
    while true {
      let sum = root + quotientAndRemainder(dividingBy: root).quotient
      let next = sum.quotientAndRemainder(dividingBy: WholeNumber(2)).quotient
      if next >= root { return root }
      root = next
    }
  }

  private func group(_ place: Int) -> UInt32 { place < groups.count ? groups[place] : 0 }
}
