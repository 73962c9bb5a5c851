import Terminal
import TestSupport
import Testing

@Suite struct KeyDecoderTests {
  /// What a terminal sends, where `␛` stands for the escape byte, and the keys that it means.
  static let sequences: [(String, [Key])] = [
    ("a", [.character("a")]),
    ("é漢👩‍🚀", [.character("é"), .character("漢"), .character("👩‍🚀")]),
    ("e\u{301}x", [.character("e\u{301}"), .character("x")]),
    ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
    ("\u{1}\u{4}\u{1A}", [.control("a"), .control("d"), .control("z")]),
    ("\u{0}\u{1C}\u{1D}\u{1E}\u{1F}x", [.character("x")]),
    ("a\u{85}\u{9B}b", [.character("a"), .character("b")]),
    ("␛[A␛[B␛[C␛[D", [.up, .down, .right, .left]),
    ("␛OA␛OB␛OC␛OD", [.up, .down, .right, .left]),
    ("␛[1;5A␛[1;2B␛[1;3C␛[1;10D␛[a␛Ob␛O5C", [.up, .down, .right, .left, .up, .down, .right]),
    ("␛[H␛OH␛[1~␛[7~␛[1;5H␛[7^", [.home, .home, .home, .home, .home, .home]),
    ("␛[F␛OF␛[4~␛[8~␛[1;2F␛[8@", [.end, .end, .end, .end, .end, .end]),
    ("␛[3~␛[3;5~␛[5~␛[6~␛[6;3~", [.delete, .delete, .pageUp, .pageDown, .pageDown]),
    ("␛OM", [.enter]),
    ("␛x␛é␛\r␛\u{7F}␛\u{1}", [.character("x"), .character("é"), .enter, .backspace, .control("a")]),
    ("␛␛[A␛␛OC", [.up, .right]),
    ("␛␛x", [.escape, .character("x")]), ("␛␛␛[A", [.escape, .up]),
    // Nothing of a sequence that means no key shows up as text.
    ("␛[2~␛[15~␛[Z␛[I␛[O␛OP␛[1;2R␛[[A␛[?1;2c␛[99;5u␛[2 q.", [.character(".")]),
    ("␛[<64;10;20M␛[<0;1;1m␛[32;10;20M␛[M !!.", [.character(".")]),
    ("␛[" + String(repeating: "9", count: 1000) + "~.", [.character(".")]),
    ("␛]11;rgb:0000/0000/0000\u{7}.␛P1$r0m␛\\.␛_x␛\\.", [.character("."), .character("."), .character(".")]),
    ("␛[201~.", [.character(".")]),
    // A sequence that is broken off by another, by a control byte or by a letter that cannot belong to it.
    ("␛[1␛[A", [.up]), ("␛[1\r", [.enter]), ("␛[é", [.character("é")]), ("␛O␛[A", [.up]), ("␛[[␛[A", [.up]),
    (
      "␛[200~two\r\nlines\rand\n␛[A\u{7}␛[201~.",
      [.pasted("two\nlines\nand\n\u{1B}[A\u{7}"), .character(".")]
    ),
    ("␛[200~␛␛[20␛[201~.", [.pasted("\u{1B}\u{1B}[20"), .character(".")]),
    ("␛[200~é␛[201~␛[200~␛[201~", [.pasted("é"), .pasted("")]),
  ]

  /// What is begun when nothing more comes.
  static let beginnings: [(String, [Key])] = [
    ("␛", [.escape]), ("␛␛", [.escape, .escape]),
    ("␛[", [.character("[")]), ("␛O", [.character("O")]), ("␛]", [.character("]")]),
    ("␛P", [.character("P")]),
    ("␛[1", []), ("␛[1;5", []), ("␛O5", []), ("␛]0;", []), ("␛[[", []), ("␛[M", []),
    ("␛[M !", []),
    ("␛[200~", [.pasted("")]), ("␛[200~text␛[20", [.pasted("text")]),
  ]

  static func bytes(_ text: String) -> [UInt8] {
    text.utf8.split(separator: Array("␛".utf8), omittingEmptySubsequences: false).map(Array.init)
      .reduce(nil) { whole, part in whole.map { $0 + [0x1B] + part } ?? part } ?? []
  }

  @Test(arguments: sequences)
  func `A sequence means its keys, at once or byte by byte`(text: String, keys: [Key]) {
    var decoder = KeyDecoder()
    let atOnce = decoder.keys(in: KeyDecoderTests.bytes(text))
    #expect(atOnce == keys)
    #expect(!decoder.isWaiting)

    var slow = KeyDecoder()
    let slowly = KeyDecoderTests.bytes(text).flatMap { slow.keys(in: [$0]) }
    #expect(merged(slowly) == merged(keys))
    #expect(!slow.isWaiting)
  }

  @Test(arguments: beginnings)
  func `What is begun waits, and means the least when nothing more comes`(text: String, keys: [Key]) {
    var decoder = KeyDecoder()
    let atOnce = decoder.keys(in: KeyDecoderTests.bytes(text))
    #expect(atOnce.isEmpty)
    #expect(decoder.isWaiting)
    let later = decoder.flush()
    #expect(later == keys)
    #expect(decoder == KeyDecoder())
  }

  @Test func `A character may arrive in parts, and a mark after its letter`() {
    var decoder = KeyDecoder()
    func keys(_ bytes: [UInt8]) -> [Key] { decoder.keys(in: bytes) }
    #expect(keys([0xF0, 0x9F]).isEmpty)
    #expect(keys([0x9A]).isEmpty)
    #expect(keys([0x80]) == [.character("🚀")])
    #expect(keys(Array("e".utf8)) == [.character("e")])
    #expect(keys(Array("\u{301}".utf8)) == [.character("\u{301}")])
    #expect(keys([0xE6, 0xBC]).isEmpty)
    let flushed = decoder.flush()
    #expect(flushed == [.character("\u{FFFD}")])
  }

  @Test func `Text that is no UTF-8 is mended as the standard library mends it`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        [0x61, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC3, 0xE0, 0xE6, 0xED, 0xF0, 0xF4, 0xF5].randomElement(
          using: &random)
          ?? UInt8(0)
      }
      var decoder = KeyDecoder()
      let keys = pieces(of: bytes, using: &random).flatMap { decoder.keys(in: $0) } + decoder.flush()
      var expected = String(decoding: bytes, as: UTF8.self).unicodeScalars
      expected.removeAll { (0x80...0x9F).contains($0.value) }
      #expect(merged(keys) == (expected.isEmpty ? [] : ["text " + String(expected)]))
    }
  }

  @Test func `Any bytes give the same keys however they are split`() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<2_000 {
      let bytes = noise(using: &random)
      var decoder = KeyDecoder()
      let keys = decoder.keys(in: bytes) + decoder.flush()
      var split = KeyDecoder()
      let splitKeys = pieces(of: bytes, using: &random).flatMap { split.keys(in: $0) } + split.flush()
      #expect(merged(splitKeys) == merged(keys), "\(bytes)")
      #expect(split == KeyDecoder())
    }
  }

  @Test func `Whatever arrives and whenever it ends, each key is what it may be`() {
    var random = SplitMix64(seed: 3)
    var decoder = KeyDecoder()
    for _ in 0..<2_000 {
      var keys = decoder.keys(in: noise(using: &random))
      if Bool.random(using: &random) {
        keys += decoder.flush()
        #expect(!decoder.isWaiting)
      }
      for key in keys {
        switch key {
        case .character(let character):
          #expect(!character.unicodeScalars.contains { $0.properties.generalCategory == .control })
        case .control(let letter): #expect("abcdefgklnopqrstuvwxyz".contains(letter))
        case .pasted(let text): #expect(!text.unicodeScalars.contains("\r"))
        default: break
        }
      }
    }
  }

  @Test func `Of a paste that is too long the beginning is kept, whole characters only`() {
    var decoder = KeyDecoder()
    let text = "." + String(repeating: "é", count: KeyDecoder.pasteLimit)
    let keys = decoder.keys(in: KeyDecoderTests.bytes("␛[200~" + text + "␛[201~."))
    #expect(keys == [.pasted(String(text.prefix(KeyDecoder.pasteLimit / 2))), .character(".")])
  }

  /// Bytes among which those that mean something to a terminal are frequent.
  private func noise(using random: inout SplitMix64) -> [UInt8] {
    let frequent = KeyDecoderTests.bytes("␛␛␛[[[OO]P\\~~ABH;0123456789200~201~ é漢\u{301}\r\n\u{7}\u{7F}")
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
      case 1: bytes += KeyDecoderTests.bytes("␛[200~")
      case 2: bytes += KeyDecoderTests.bytes("␛[201~")
      default: bytes.append(frequent.randomElement(using: &random) ?? 0)
      }
    }
    return bytes
  }

  private func pieces(of bytes: [UInt8], using random: inout SplitMix64) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + Int.random(in: 0...4, using: &random))
      pieces.append(bytes[start..<end])
      start = end
    }
    return pieces
  }

  /// The keys as text in which characters that follow each other are one, so that it does not matter whether a mark
  /// came with its letter.
  private func merged(_ keys: [Key]) -> [String] {
    var result: [String] = []
    var text = ""
    for key in keys + [.enter] {
      if case .character(let character) = key {
        text.append(character)
      } else {
        if !text.isEmpty { result.append("text " + text) }
        text = ""
        result.append("\(key)")
      }
    }
    return result.dropLast()
  }
}
