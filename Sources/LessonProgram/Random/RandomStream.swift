/// A sequence of draws under one name, for shuffling and for made data.
///
/// Each draw takes the next block of Philox4x32-10: as with `Draw`, its key is the name's and its counter is a number
/// from 0 on and the seed. A name that no value can bear, such as `data xor`, keeps the sequence apart from the values'.
package struct RandomStream: Hashable, Sendable {
  private let key: UInt64
  private let seed: UInt64
  private var count: UInt64 = 0

  /// The sequence of `name` under `seed`, from its beginning.
  package init(name: String, seed: Int) {
    self.key = name.randomKey
    self.seed = UInt64(bitPattern: Int64(seed))
  }

  /// A number from the range, which is less wide than the largest number.
  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    nextBlock().value(.uniform, [range.lowerBound, range.upperBound])
  }

  /// A number of the normal distribution.
  mutating func normal(mean: Double, deviation: Double) -> Double {
    nextBlock().value(.normal, [mean, deviation])
  }

  /// The numbers from 0 up to, but not including, `count` in a random order, all orders equally likely.
  ///
  /// Source: R. Durstenfeld, "Algorithm 235: Random permutation" (1964), after Fisher and Yates.
  package mutating func shuffled(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in order.indices.dropFirst().reversed() {
      order.swapAt(last, Int(below(UInt64(last) + 1)))
    }
    return order
  }

  /// A whole number from 0 up to, but not including, `bound`, all equally likely.
  ///
  /// Source: D. Lemire, "Fast random integer generation in an interval" (2019).
  private mutating func below(_ bound: UInt64) -> UInt64 {
    // 2^64 is no multiple of the bound: the products in which the low half is below the rest are drawn again.
    let rest = (0 &- bound) % bound
    while true {
      let product = bound.multipliedFullWidth(by: nextBlock().first)
      if product.low >= rest { return product.high }
    }
  }

  private mutating func nextBlock() -> RandomBlock {
    defer { count &+= 1 }
    return Philox.block(counter: SIMD2(count, seed), key: key)
  }
}
