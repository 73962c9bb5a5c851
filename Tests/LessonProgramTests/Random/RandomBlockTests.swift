import Testing

@testable import Engine
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct RandomBlockTests {
  struct Vector: Sendable {
    let counter: [UInt32]
    let key: [UInt32]
    let block: [UInt32]
  }

  /// The lines `philox4x32 10` of the file `kat_vectors` of Random123, the authors' own library.
  static let knownAnswers = [
    Vector(
      counter: [0x0000_0000, 0x0000_0000, 0x0000_0000, 0x0000_0000], key: [0x0000_0000, 0x0000_0000],
      block: [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]),
    Vector(
      counter: [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF], key: [0xFFFF_FFFF, 0xFFFF_FFFF],
      block: [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]),
    Vector(
      counter: [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344], key: [0xA409_3822, 0x299F_31D0],
      block: [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]),
  ]

  @Test(arguments: knownAnswers)
  func `a block is what the authors of the generator publish`(vector: Vector) {
    func joined(_ low: UInt32, _ high: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
    let block = Philox.block(
      counter: SIMD2(
        joined(vector.counter[0], vector.counter[1]), joined(vector.counter[2], vector.counter[3])),
      key: joined(vector.key[0], vector.key[1]))
    #expect(block.first == joined(vector.block[0], vector.block[1]))
    #expect(block.second == joined(vector.block[2], vector.block[3]))
  }

  /// The first three as RFC 9923 has them, the others from an implementation in another language.
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
      ("hello", 0xA430_D846_80AA_BD0B), ("W[1,2]", 0x9DD1_25D3_C46C_037F), ("größe", 0xB745_0E1E_F581_40DA),
    ] as [(String, UInt64)])
  func `the key of a name is its FNV-1a hash`(name: String, key: UInt64) {
    #expect(name.randomKey == key)
  }

  @Test func `a fraction is at least 0 and below 1`() {
    #expect(RandomBlock(first: 0, second: 0).fraction == 0)
    #expect(RandomBlock(first: .max, second: 0).fraction == 1 - 0x1p-53)
    #expect(RandomBlock(first: 1 << 63, second: 0).fraction == 0.5)
  }

  @Test(
    arguments: [
      // The largest radius in each quarter of a turn, and the smallest.
      (0, 0, 8.571674348652905),
      (0, 1 << 62, 0), (0, 1 << 63, -8.571674348652905), (0, 3 << 62, 0),
      (.max, 0, 0), (.max, 1 << 63, 0),
      // Close to a zero of the cosine all digits hold.
      (0, (1 << 62) + 2048, -5.979374587171025e-15),
    ] as [(UInt64, UInt64, Double)])
  func `a normal number at the ends of its halves is what Box and Muller say`(
    first: UInt64, second: UInt64, expected: Double
  ) {
    let normal = RandomBlock(first: first, second: second).normal
    #expect(abs(normal - expected) <= 1e-15 * abs(expected))
  }
}
