import LessonRuntime
import Terminal
import Testing

@testable import Stepper

/// Looking something up while one reads.
@Suite struct LookingUpTests {
  @Test func thePageMovesWhileALineIsTyped() {
    var screen = screen("gThe end\nwy", rows: 8)
    let top = screen.top
    #expect(top > 0)
    screen.press(.pageUp)
    #expect(screen.top < top && screen.prompt?.editor.text == "y" && screen.message == nil)
    screen.press(.pageDown)
    #expect(screen.top == top)
  }

  @Test func severalNamesThatMayBeMeantAreListed() {
    let text = "---\ntitle: T\n---\n\n```calc\ninput out_h1 = 2, out_h2 = 3, x = 1\n```\n"
    let listed = screen("wou<Tab><Tab>", of: text)
    #expect(listed.frame.lines.contains("out_h1 out_h2"))
    #expect(!screen("wou<Tab><Tab><Esc>", of: text).frame.lines.contains("out_h1 out_h2"))
    #expect(screen("w<Tab>", of: text).frame.lines.contains("out_h1 out_h2 x"))
    #expect(screen(":gi<Tab>", of: text).prompt?.editor.text == "give up")
  }

  @Test func whoAsksWhyOfAParagraphIsToldWhatCanBeAsked() {
    let said = screen("gThe end\nw\n").reader.noteLines.joined(separator: " ")
    #expect(said.contains("What can be asked about here: `x`, `w`, `c`, `y`, `E`."), "\(said)")
    #expect(said.contains("such as `dE/dx`"))
  }

  @Test func aWordIsExplained() {
    let book = WordBook { ["A word: \($0).", "It is explained elsewhere."] }
    for typed in [":help learning rate", ":help  learning  rate"] {
      var reader = smallReader(wordBook: book)
      reader.perform(Request(.command, typed: String(typed.dropFirst())))
      #expect(
        reader.noteLines == [
          "", "help> learning rate", "A word: learning rate.", "", "It is explained elsewhere.",
        ])
    }
    var reader = smallReader()
    reader.perform(Request(.help, "bias"))
    #expect(reader.noteLines.joined().contains("There is no list of words beside this lesson."))
  }

  @Test func whatIsNoNameIsSearchedFor() {
    let reader = screen("gone paragraph\n").reader
    #expect(reader.noteLines.contains("No step is called so; found at step 2."))
    #expect(screen("g99\n").reader.noteLines.contains { $0.contains("numbered from 1") })
  }

  @Test func whatWasJumpedOverIsListedAtTheEnd() {
    let end = String(repeating: "<right>", count: 8)
    let said = screen("gChange\n" + end).reader.noteLines.joined(separator: " ")
    #expect(said.contains("Not read yet: steps 3 to "), "\(said)")
    #expect(said.contains("`:go to 3` goes there."))
    let all = Set(smallReader().steps.indices)
    var reader = smallReader(memory: Reader.Memory(readSteps: all))
    reader.perform(Request(.goTo, "\(all.count)"))
    reader.perform(Request(.next))
    #expect(!reader.noteLines.joined().contains("Not read yet"))
  }

  static let spans: [(indices: [Int], text: String)] = [
    ([0], "step 1"), ([0, 1, 2], "steps 1 to 3"), ([2, 4, 5, 9], "steps 3, 5 to 6, 10"),
    ([0, 2, 4, 6, 8, 10, 12], "steps 1, 3, 5, 7, 9, 11, and others"),
  ]

  @Test(arguments: spans) func stepsThatFollowEachOtherAreToldTogether(indices: [Int], text: String) {
    #expect(IndexSpans(indices).text == text)
  }

  static let shown: [(typed: String, lines: [String])] = [
    ("explain y", ["    y = w·x + c", "      = 4"]), ("explain ∂E/∂w", ["∂E/∂w"]),
    ("explain dE/dw", ["∂E/∂w"]),
    ("backward E", ["    ∂E/∂y = "]), ("table x, y", ["    x   y"]), ("table a^2 for a in 1...3", ["    9"]),
    ("plot a^2 for a in 0...2", ["a²"]), ("dE/dw", ["∂E/∂w = "]), ("local(E, y)", ["= 6"]),
  ]

  @Test(arguments: shown) func commandsThatShowSomethingAreTyped(typed: String, lines: [String]) {
    let said = screen("gE\n:\(typed)\n").reader.noteLines
    #expect(said.first { !$0.isEmpty } == ": \(typed)")
    for line in lines { #expect(said.contains { $0.contains(line) }, "\(said)") }
    var plain = PlainReader(smallReader())
    _ = plain.enter("go to E")
    #expect(plain.enter(":" + typed).contains(": \(typed)"))
  }

  @Test func aFamilyIsExplainedWithAllOfItsElements() {
    let text = "---\ntitle: T\n---\n\n```calc\nparam v = [1, 2]\nand_sum[i] = 2*v[i] for i in 1...2\n```\n"
    var plain = PlainReader(Reader(of: lesson(text), style: Style()))
    _ = plain.opening()
    _ = plain.enter("go to and_sum")
    let said = plain.enter(":explain and_sum")
    for line in ["and_sum[1] = 2·v[1]", "and_sum[2] = 2·v[2]"] {
      #expect(said.contains { $0.contains(line) }, "\(said)")
    }
  }

  static let refused = [
    "train w to reduce E with sgd(rate: 1) for 3 epochs", "forward", "param q", "param q = 3",
  ]

  @Test(arguments: refused) func commandsThatChangeTheLessonAreNot(typed: String) {
    let screen = screen("gE\n:\(typed)\n")
    #expect(screen.reader.changes.isEmpty)
    #expect(screen.reader.noteLines.count > 2)
  }

  /// Lessons with next to nothing in them.
  static let small = [
    "---\ntitle: T\n---\n", "---\ntitle: T\n---\n\n# T\n",
    "---\ntitle: T\n---\n\n```calc\ndef f(x) = x\n```\n",
    "---\ntitle: T\n---\n\n```calc\n```\n",
    "---\ntitle: T\n---\n\n```calc\noptimizer o = sgd(rate: 1)\n```\n",
  ]

  @Test(arguments: small) func everyKeyIsSafeInALessonOfNextToNothing(text: String) {
    var seen: Set<[String]> = []
    for key in KeyTests.allKeys {
      var screen = screen(of: text, rows: 8)
      screen.press(key)
      // What is typed after a key that shows nothing of its own is typed after one of these.
      guard seen.insert(screen.frame.lines).inserted else { continue }
      for typed in ["a", "1", "dE/dw", "explain a", ""] {
        var further = screen
        for key in KeyScript(typed + "\n<right>.ow\n").keys { further.press(key) }
        #expect(further.frame.lines.count == 8)
      }
    }
    for action in Action.allCases {
      var reader = Reader(of: lesson(text), style: Style())
      for typed in ["", "a", "1", "E"] { reader.perform(Request(action, typed)) }
      #expect(reader.diagnostics.isEmpty)
      var plain = PlainReader(Reader(of: lesson(text), style: Style()))
      _ = plain.opening()
      _ = plain.enter(action.word)
      #expect(plain.enter(action.typedWord + " a").count < 100)
    }
  }
}
