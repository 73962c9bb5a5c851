/// Whether two numbers are the same to the eye of a strict reader: NaN is NaN, and 0 is not −0.
func isSame(_ one: Double, _ other: Double) -> Bool {
  one.isNaN ? other.isNaN : one == other && one.sign == other.sign
}

/// Whether `computed` is `expected` but for the `tolerance`-th part of it; infinities, zeros and NaN exactly.
func agrees(_ computed: Double, _ expected: Double, within tolerance: Double) -> Bool {
  guard expected.isFinite, computed.isFinite else { return isSame(computed, expected) }
  return (computed - expected).magnitude <= tolerance * expected.magnitude
}
