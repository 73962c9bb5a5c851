/// Numbers that look like chance and are the same in all programs: a linear congruential generator.
struct Generator {
  private var state: UInt64 = 42

  /// The next number from 0 up to 1.
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}
