// Decisions are made in decimals: two numbers that differ only by what binary arithmetic leaves are equal, so that
// `step(0.3 − 0.1 − 0.2)` is `step(0)`. The tape decides by the same rule.

extension Evaluation {
  /// As large a part of the largest term may be what binary arithmetic leaves of it.
  static let roundingShare = 1e-14

  /// Numbers that are further apart are never equal for a decision; relative above 1.
  public static let widestTie = 1e-9

  /// Whether two numbers are so near each other that the terms that went into them decide whether they are equal.
  public static func areNear(_ x: Double, _ y: Double) -> Bool {
    let gap = (x - y).magnitude
    return gap <= widestTie * max(1, x.magnitude) && gap.isFinite
  }

  /// Whether it is what binary arithmetic leaves of 0: not 0, but 0 for a decision.
  public var isRoundingOfZero: Bool { value != 0 && isTie(with: Evaluation(value: 0, largest: 0)) }

  /// Whether `value` is what binary arithmetic leaves of 0 when terms of the size `largest` went into it.
  public static func isRoundingOfZero(_ value: Double, ofTerms largest: Double) -> Bool {
    Evaluation(value: value, largest: largest).isRoundingOfZero
  }

  /// Whether both are equal for a decision: they differ by at most 1e-14 of the largest term that went into them and may have been
  /// rounded, and by at most 1e-9, relative above 1. The difference of two exact numbers is 0 only where it is exactly that.
  func isTie(with other: Evaluation) -> Bool {
    if value == other.value { return value.isFinite }
    guard Evaluation.areNear(value, other.value) else { return false }
    let isAtZero = value == 0 || other.value == 0
    let terms = [self, other].map { isAtZero && $0.exactness == .difference ? 0 : $0.rounded }
    return (value - other.value).magnitude <= Evaluation.roundingShare * max(terms[0], terms[1])
  }

  /// The value, or that of `other` where both are equal for a decision.
  func settled(at other: Evaluation) -> Double { isTie(with: other) ? other.value : value }

  /// The value, or 0 where it is that for a decision.
  var settledAtZero: Double { settled(at: Evaluation(value: 0, largest: 0)) }

  /// The value, or the nearest whole number where it is that for a decision.
  var settledAtWhole: Double { settled(at: Evaluation(value: value.rounded(), largest: 0)) }
}

extension Double {
  /// Whether it is a whole number of those that are all there in binary.
  var isSmallWhole: Bool { self == rounded() && magnitude <= 0x1p53 }
}
