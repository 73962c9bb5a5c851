import Algebra
import Prose
import Rendering
import Testing
import Transcript

/// The text of worked lines alone, without the title that a transcript begins with.
func text(_ lines: [Line], width: Int = 80, alphabet: Alphabet = .unicode) -> String {
  text([Samples.step(lines)], width: width, alphabet: alphabet)
}

/// The text of the parts alone, without the title that a transcript begins with.
func text(_ parts: [Transcript.Part], width: Int = 80, alphabet: Alphabet = .unicode) -> String {
  let transcript = Transcript(lesson: "t", title: "T", sources: [], parts: parts)
  let text = TextRenderer(width: width, alphabet: alphabet).text(of: transcript)
  return text.hasPrefix("T\n=\n\n") ? String(text.dropFirst(5).dropLast()) : String(text.dropLast())
}

@Suite struct TextRendererTests {
  @Test func `a transcript that opens with a heading is given no other`() {
    let heading = ProseBlock<Number>.heading(level: 1, spans: [.text("By hand")])
    let transcript = Transcript(lesson: "x", title: "Other", sources: [], parts: [.prose(heading)])
    #expect(TextRenderer().text(of: transcript) == "By hand\n=======\n")
  }

  @Test func `a transcript that opens with anything else is headed by its title`() {
    let transcript = Transcript(
      lesson: "x", title: "By hand", sources: [],
      parts: [Samples.step(Samples.results), .prose(.paragraph([.text("Then.")]))])
    #expect(
      TextRenderer().text(of: transcript) == """
        By hand
        =======

            h[2] = 0.53705   h[3] = −0.29131

        Then.

        """)
  }

  @Test func `steps stand apart unless they are joined, and empty ones leave no trace`() {
    let step = Step(name: "h", lines: [Samples.results])
    var joined = step
    joined.isJoined = true
    let empty = Step(name: "quiet", lines: [])
    #expect(
      text([.step(step), .step(joined), .step(empty), .step(joined), .step(step)]) == """
            h[2] = 0.53705   h[3] = −0.29131
            h[2] = 0.53705   h[3] = −0.29131
            h[2] = 0.53705   h[3] = −0.29131

            h[2] = 0.53705   h[3] = −0.29131
        """)
  }

  @Test(arguments: ["", "\n", "\u{1B}"])
  func `the text ends with one line feed even of an empty transcript`(title: String) {
    let transcript = Transcript(
      lesson: "", title: title, sources: [],
      parts: [Samples.step(Line(.blank), Line(.blank)), .prose(.paragraph([.text(" ")]))])
    let text = TextRenderer().text(of: transcript)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test(arguments: [Int.min, -1, 0, 19, 20])
  func `widths below 20 count as 20`(width: Int) {
    #expect(
      TextRenderer(width: width).text(of: Samples.transcript)
        == TextRenderer(width: 20).text(of: Samples.transcript))
  }

  @Test func `ink sets off headings, asides and marks, each to the end of its line at most`() {
    let text = TextRenderer(ink: .sixteen).text(of: Samples.transcript)
    let bold = "\u{1B}[1m"
    let dim = "\u{1B}[2m"
    let end = "\u{1B}[0m"
    #expect(text.hasPrefix("\(bold)Backpropagation by hand\(end)\n=======================\n"))
    #expect(text.contains("\(dim)# weighted sum into h1\(end)\n"))
    #expect(text.contains("\u{1B}[32m✓ \(end)sum_h1 = 0.41\n"))
    #expect(text.contains("\u{1B}[31m≠ \(end)∂E_total/∂w5: printed is"))
    #expect(text.contains("\u{1B}[1;7;31m✗ \(end)out_o1: printed is"))
    for line in text.split(separator: "\n") {
      #expect(line.components("m").opened == line.components("m").closed)
    }
  }
}

extension Substring {
  /// How often ink is switched on and off in the line.
  fileprivate func components(_ end: Character) -> (opened: Int, closed: Int) {
    let codes = split(separator: "\u{1B}", omittingEmptySubsequences: false).dropFirst().map {
      $0.prefix { $0 != end }
    }
    return (codes.count { $0 != "[0" }, codes.count { $0 == "[0" })
  }
}
