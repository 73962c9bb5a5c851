/// The numbers of variants, drawn once more by code of its own: as the page on the lesson format says it.
enum Redrawing {
  /// The number that stands before which as many of `numbers` stand as the draw says.
  static func number(
    from numbers: [String], for name: String, of lesson: String, variant: String, draw: UInt64 = 0
  ) -> String {
    let first = philox([draw, hash(lesson + "\n" + variant)], hash(name))
    // first · n / 2^64 without a wider number: the upper and the lower half apart.
    let count = UInt64(numbers.count)
    let upper = (first >> 32) * count
    let lower = (first & 0xFFFF_FFFF) * count
    return numbers[Int((upper + (lower >> 32)) >> 32)]
  }

  /// FNV-1a, 64 bits.
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in Array(text.utf8) {
      hash ^= UInt64(byte)
      hash = hash &* 1_099_511_628_211
    }
    return hash
  }

  /// The first 64 bits of Philox 4x32-10, lower word first.
  static func philox(_ counter: [UInt64], _ key: UInt64) -> UInt64 {
    var words = counter.flatMap { [$0 & 0xFFFF_FFFF, $0 >> 32] }
    var keys = [key & 0xFFFF_FFFF, key >> 32]
    for _ in 1...10 {
      let products = [words[0] * 0xD251_1F53, words[2] * 0xCD9E_8D57]
      words = [
        products[1] >> 32 ^ words[1] ^ keys[0], products[1] & 0xFFFF_FFFF,
        products[0] >> 32 ^ words[3] ^ keys[1], products[0] & 0xFFFF_FFFF,
      ]
      keys = [(keys[0] + 0x9E37_79B9) & 0xFFFF_FFFF, (keys[1] + 0xBB67_AE85) & 0xFFFF_FFFF]
    }
    return words[1] << 32 | words[0]
  }
}
