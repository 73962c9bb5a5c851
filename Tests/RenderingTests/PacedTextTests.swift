import Algebra
import Rendering
import Testing
import Transcript

/// A page that is shown piece by piece.
@Suite struct PacedTextTests {
  @Test(arguments: [20, 40, 80], [Ink.none, .full])
  func `part by part, the page is that of the whole transcript`(width: Int, ink: Ink) {
    for seed in 0..<4 as Range<UInt64> {
      let renderer = TextRenderer(width: width, ink: ink, medium: ink == .none ? .file : .terminal)
      var random = RandomTranscript(seed: seed, digits: LayoutPropertyTests.digits)
      var transcript = random.transcript()
      transcript.parts = transcript.parts.filter { if case .question = $0 { false } else { true } }
      var lines = texts(of: transcript, by: renderer).flatMap(\.allLines)
      while lines.last == "" { lines.removeLast() }
      #expect(lines.map { $0 + "\n" }.joined() == renderer.text(of: transcript), "seed \(seed)")
    }
  }

  @Test(arguments: [20, 40, 80]) func `what is shown stays, and each beat shows more`(width: Int) {
    for seed in 0..<4 as Range<UInt64> {
      var random = RandomTranscript(seed: seed, digits: LayoutPropertyTests.digits)
      for text in texts(of: random.transcript(), by: TextRenderer(width: width)) where text.beatCount > 0 {
        var shown: [String] = []
        for beat in 0..<text.beatCount {
          let lines = text.lines(through: beat)
          #expect(lines != shown, "seed \(seed): beat \(beat) shows nothing")
          for (before, now) in zip(shown, lines) where !now.hasPrefix(before) {
            Issue.record("seed \(seed), beat \(beat): \(before) became \(now)")
          }
          // Only the last line that was there may grow, and not once it has ended.
          let kept = beat > 0 && text.isLineEnd(beat - 1) ? shown : shown.dropLast()
          #expect(lines.starts(with: kept), "seed \(seed), beat \(beat)")
          shown = lines
        }
        var all = text.allLines
        while all.last == "" { all.removeLast() }
        #expect(shown == all, "seed \(seed)")
        #expect(text.isLineEnd(text.beatCount - 1), "seed \(seed)")
      }
    }
  }

  @Test func `a part has as many beats in every width`() {
    for seed in 0..<4 as Range<UInt64> {
      var random = RandomTranscript(seed: seed, digits: LayoutPropertyTests.digits)
      let transcript = random.transcript()
      let counts = [20, 33, 80, 200].map { width in
        texts(of: transcript, by: TextRenderer(width: width)).map(\.beatCount)
      }
      #expect(Set(counts).count == 1, "seed \(seed)")
    }
  }

  @Test func `of an equation the names come first, then the numbers, then the result`() {
    let equation = Equation(
      subject: .name(Name("y")),
      rightSides: [
        .init(
          .equals, .names(.product(of: [.init(.times, .name(Name("a"))), .init(.times, .name(Name("b")))]))),
        .init(
          .equals,
          .numbers(.product(of: [.init(.times, .number(number("2"))), .init(.times, .number(number("3")))]))),
        .init(.equals, .result(number("6"))),
      ], comment: "area", remark: .words("worked out"))
    let step = Step(
      name: "y", lines: [Line(.comment("below")), Line(.equation(equation)), Line(.remark([.words("so")]))])
    var layout = PageLayout(TextRenderer(), title: "")
    let text = layout.add(.step(step))
    #expect(text.lines(through: 0) == ["    # below", "    y = a·b"])
    #expect(text.lines(through: 1).last == "    y = a·b = 2·3")
    #expect(text.lines(through: 2).last?.hasSuffix("# area") == true)
    #expect(text.lines(through: 3).last == "    so")
    #expect([0, 1, 2, 3].map(text.isLineEnd) == [false, false, true, true])
  }

  @Test func `a cell of checks that need not be read one by one is summed up in a line`() {
    func summary(_ outcomes: [Check.Outcome]) -> [String] {
      let lines = outcomes.map {
        Line(.check(Check(subject: .name(Name("y")), printed: number("1"), outcome: $0, note: nil, line: 1)))
      }
      var layout = PageLayout(TextRenderer(), title: "", isForStepping: true)
      let text = layout.add(.step(Step(name: "check", lines: lines)))
      return text.isSummary ? text.allLines.filter { !$0.isEmpty } : []
    }
    let other = Check.Outcome.otherInputs(computed: number("2"), isSlip: false)
    #expect(summary([.exact, .rounded]) == ["    ✓ 2 printed numbers are met"])
    #expect(
      summary([other, .exact, other]) == ["    - 3 numbers are printed for the lesson's own inputs"])
    #expect(summary([other]).isEmpty)
    #expect(summary([other, .notMet(computed: number("2"), difference: number("1"))]).isEmpty)
    #expect(summary([.exact, .documentedSlip(computed: number("2"))]).isEmpty)
  }

  @Test func `checks come one at a time`() {
    let checks = ["1", "22"].map { digits in
      Line(
        .check(Check(subject: .name(Name("y")), printed: number(digits), outcome: .exact, note: nil, line: 1))
      )
    }
    var layout = PageLayout(TextRenderer(), title: "")
    let text = layout.add(.step(Step(name: "check", lines: checks)))
    #expect(text.lines(through: 0) == ["    ✓ y = 1"])
    #expect(text.lines(through: 1) == ["    ✓ y = 1", "    ✓ y = 22"])
  }

  private func texts(of transcript: Transcript, by renderer: TextRenderer) -> [PacedText] {
    var layout = PageLayout(renderer, title: transcript.title)
    return transcript.parts.map { layout.add($0) }
  }
}
