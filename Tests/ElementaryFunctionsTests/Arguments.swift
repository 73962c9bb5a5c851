import TestSupport

/// Arguments of all kinds, the same in every run.
struct Arguments {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// Numbers at which a function changes its ways, and their neighbours.
  static let special: [Double] = [
    0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    .leastNormalMagnitude, -.leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
    1, -1, 1.0.nextUp, (-1.0).nextDown, 0.5.squareRoot(), 2.0.squareRoot(), 0x1p-54, -0x1p-54,
    709.782712893384, 710.4758600739439, -708.3964185322641, -745.1332191019411, 19.1, -40, 37,
  ]

  /// The next one: a special one, any pattern of bits, one from −1 to 1, from −40 to 40, or from −800 to 800.
  mutating func next() -> Double {
    let bits = generator.next()
    let fraction = Double(Int64(bitPattern: bits) >> 11) * 0x1p-52
    switch generator.next() % 8 {
    case 0: return Self.special[Int(bits % UInt64(Self.special.count))]
    case 1, 2: return Double(bitPattern: bits)
    case 3, 4: return fraction
    case 5, 6: return 40 * fraction
    default: return 800 * fraction
    }
  }
}
