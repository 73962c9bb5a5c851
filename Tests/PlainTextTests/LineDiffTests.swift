import PlainText
import TestSupport
import Testing

@Suite("A line diff")
struct LineDiffTests {
  @Test("of equal texts is empty", arguments: ["", "one", "one\ntwo\n"])
  func equal(text: String) {
    #expect(LineDiff(from: text, to: text).hunks.isEmpty)
  }

  @Test("shows what goes, what comes, and the lines around")
  func hunk() {
    let diff = LineDiff(from: "a\nb\nc\nd\ne\nf\n", to: "a\nb\nc\nD\nE\ne\nf\n")
    #expect(diff.text() == ["@@ line 2", "  b", "  c", "- d", "+ D", "+ E", "  e", "  f"])
  }

  @Test("keeps changes apart that are far from each other, each with its line in the old text")
  func apart() {
    let old = (1...20).map(String.init)
    var new = old
    new[2] = "three"
    new.remove(at: 17)
    let diff = LineDiff(from: old.map { $0 + "\n" }.joined(), to: new.map { $0 + "\n" }.joined(), context: 1)
    #expect(
      diff.text() == ["@@ line 2", "  2", "- 3", "+ three", "  4", "@@ line 17", "  17", "- 18", "  19"])
  }

  @Test(
    "sees what reads the same but has other bytes",
    arguments: [("e\u{301}", "\u{E9}"), ("end", "end\n"), ("a\r\nb", "a\nb")])
  func bytes(old: String, new: String) {
    #expect(!LineDiff(from: old, to: new).hunks.isEmpty)
  }

  @Test("names a line break that is missing at the end")
  func noLineBreak() {
    #expect(LineDiff(from: "a\n", to: "a").text() == ["@@ line 1", "- a", "+ a (no line break at the end)"])
  }

  @Test("shows control characters as harmless text")
  func harmless() {
    #expect(LineDiff(from: "a\u{1B}[2J\n", to: "").text() == ["@@ line 1", "- a\u{FFFD}[2J"])
  }

  @Test("says how many lines it leaves out")
  func limit() {
    let diff = LineDiff(from: "", to: (1...9).map { "\($0)\n" }.joined())
    #expect(diff.text(limit: 3) == ["@@ line 1", "+ 1", "+ 2", "… 7 more lines"])
  }

  @Test(
    "leads from the old text to the new one, for random texts", arguments: 0..<200)
  func random(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func lines(_ generator: inout SplitMix64) -> [String] {
      (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        String(Int.random(in: 0...3, using: &generator))
      }
    }
    let (old, new) = (lines(&generator), lines(&generator))
    let diff = LineDiff(
      from: old.map { $0 + "\n" }.joined(), to: new.map { $0 + "\n" }.joined(), context: 100)
    let script = diff.hunks.flatMap(\.lines)
    guard !script.isEmpty else {
      #expect(old == new)
      return
    }
    #expect(script.compactMap { if case .new = $0 { nil } else { $0.text } } == old)
    #expect(script.compactMap { if case .old = $0 { nil } else { $0.text } } == new)
  }

  @Test("of long texts that have nothing, or everything but the order, in common ends soon")
  func long() {
    let count = 20_000
    let rising = (0..<count).map { "\($0)\n" }.joined()
    let falling = (0..<count).reversed().map { "\($0)\n" }.joined()
    let other = (0..<count).map { "other \($0)\n" }.joined()
    let few = (0..<count).map { "\($0 % 2)\n" }.joined()
    let third = (0..<count).map { "\($0 % 3)\n" }.joined()
    #expect(LineDiff(from: rising, to: other).hunks.count == 1)
    #expect(!LineDiff(from: rising, to: falling).hunks.isEmpty)
    #expect(!LineDiff(from: few, to: third).hunks.isEmpty)
  }
}

extension LineDiff.Line {
  fileprivate var text: String {
    switch self {
    case .both(let text), .old(let text), .new(let text): text
    }
  }
}
