import Testing

/// What the bits of the results over a fixed set of arguments come to, recorded once.
private let recorded: [String: UInt64] = [
  "e^x": 0x9675_1857_EDE8_04A3,
  "e^x − 1": 0x2D92_CD08_228B_073E,
  "ln x": 0x1392_E8B7_C249_D020,
  "ln(1 + x)": 0x8F98_F1E4_222E_1B3B,
  "tanh x": 0x34E8_70B5_E402_4080,
  "sinh x": 0xAB18_B75C_A89F_ACBF,
  "cosh x": 0x0C67_BBD7_B6C6_F007,
  "σ(x)": 0x4F9B_3E2C_DC90_9F3A,
  "softplus(x)": 0xA08E_1E51_376C_84A5,
]

@Suite("The bits of results")
struct GoldenBitsTests {
  @Test("are those of every other platform and build", arguments: ElementaryFunction.all)
  func hash(function: ElementaryFunction) {
    var arguments = Arguments(seed: 2_026)
    // FNV-1a, a byte at a time. Source: G. Fowler, L. C. Noll, K.-P. Vo (1991).
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for _ in 0..<4_096 {
      let bits = canonicalBits(function.ofOne(arguments.next()))
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        hash = (hash ^ (bits >> shift & 0xFF)) &* 0x100_0000_01B3
      }
    }
    #expect(recorded[function.name] == hash, "\(function.name): 0x\(String(hash, radix: 16))")
  }
}
