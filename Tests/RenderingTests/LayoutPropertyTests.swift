import Rendering
import TestSupport
import Testing

@Suite struct LayoutPropertyTests {
  /// Numbers that leave room for the deepest indentation and the signs around them at 20 columns.
  static let digits = ["7", "0.41", "-0.5", "12.25", "0.60109", "-4.92e-04", "123456", "-0.29131", "1e-8"]
  static let longDigits =
    digits + ["0.123456789012345", "-1.23456789012345e-300", "1" + String(repeating: "0", count: 300)]

  @Test(arguments: [20, 21, 40, 60, 80], [Alphabet.unicode, .ascii])
  func `nothing is wider than the width, ends in a space or steers the terminal`(
    width: Int, alphabet: Alphabet
  ) {
    for seed in 0..<3 as Range<UInt64> {
      var random = RandomTranscript(seed: seed, digits: Self.longDigits)
      let transcript = random.transcript()
      let text = TextRenderer(width: width, alphabet: alphabet).text(of: transcript)
      let wrong = text.split(separator: "\n").first { line in
        columns(line) > width || line.last?.isWhitespace == true
          || line.unicodeScalars.contains { $0.isCommand }
      }
      #expect(wrong == nil, "seed \(seed)")
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "seed \(seed)")
      for ink in Ink.allCases {
        let inked = TextRenderer(width: width, alphabet: alphabet, ink: ink).text(of: transcript)
        #expect(inked.withoutInk == text, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [20, 27, 40, 80])
  func `no number is broken across lines`(width: Int) {
    let whole = Set(
      Self.digits.map { $0.replacing("-", with: "", maxReplacements: $0.hasPrefix("-") ? 1 : 0) })
    var count = 0
    for seed in 0..<8 as Range<UInt64> {
      var random = RandomTranscript(seed: seed, digits: Self.digits)
      let text = TextRenderer(width: width).text(of: random.transcript())
      let found = text.split(separator: "\n").flatMap { numbers(on: $0) }
      count += found.count
      #expect(whole.isSuperset(of: found), "seed \(seed)")
    }
    #expect(count > 500)
  }

  @Test func `the same transcript gives the same text`() {
    var one = RandomTranscript(seed: 1, digits: Self.digits)
    var other = RandomTranscript(seed: 1, digits: Self.digits)
    #expect(TextRenderer().text(of: one.transcript()) == TextRenderer().text(of: other.transcript()))
  }
}
