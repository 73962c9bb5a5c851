import Foundation
import LessonStyle
import TestSupport
import Testing

@Suite("The rules of style")
struct StyleRuleTests {
  private func lesson(_ body: String = "", _ change: (inout WellWrittenLesson) -> Void = { _ in }) -> String {
    var lesson = WellWrittenLesson()
    lesson.body = body
    change(&lesson)
    return lesson.text
  }

  @Test("have names of their own, and say what they ask for in a sentence")
  func table() {
    #expect(Set(StyleRule.all.map(\.name)).count == StyleRule.all.count)
    for rule in StyleRule.all { #expect(rule.summary.hasSuffix(".") && rule.summary.count < 130) }
  }

  @Test("find nothing in a lesson that keeps to them")
  func clean() throws {
    #expect(try StyleFixture(lesson()).rules == [])
  }

  @Test(
    "ask for a transcript that is neither long nor short",
    arguments: [(107, 1), (108, 0), (308, 0), (309, 1)])
  func length(lines: Int, count: Int) throws {
    let fixture = try StyleFixture(lesson { $0.lineCount = lines })
    #expect(fixture.rules == Array(repeating: "length", count: count))
    #expect(fixture.places == Array(repeating: "title: A sum", count: count))
  }

  @Test("ask for a first step on the first screen", arguments: [(0, []), (15, []), (16, ["first-step"])])
  func firstStep(lines: Int, rules: [String]) throws {
    let top = "How much?\n\n```text\n\(String(repeating: "x\n", count: lines))```"
    let fixture = try StyleFixture(lesson { $0.top = lines > 0 ? top : "How much?" })
    #expect(fixture.rules == rules)
    #expect(fixture.places == rules.map { _ in "calc" })
  }

  @Test("do not ask for a step where nothing is worked out")
  func noStep() throws {
    let text = lesson { $0.questions = [WellWrittenLesson.more, WellWrittenLesson.more] }
    let worked = try #require(text.range(of: "\ns = w5 + 0.25"))
    #expect(try StyleFixture(text.replacingCharacters(in: worked, with: "")).rules == [])
  }

  @Test("ask for two questions, and for the last sections, in any capitals")
  func shape() throws {
    #expect(try StyleFixture(lesson { $0.questions = [] }).rules == ["questions"])
    #expect(try StyleFixture(lesson { $0.questions.removeLast() }).rules == ["questions"])
    #expect(try StyleFixture(lesson { $0.sections = [] }).rules == ["remember", "try"])
    #expect(try StyleFixture(lesson { $0.sections = ["What to try"] }).rules == ["remember"])
    #expect(try StyleFixture(lesson { $0.sections = ["What to remember"] }).rules == ["try"])
    #expect(try StyleFixture(lesson { $0.sections = ["What To Try", "what to *remember*"] }).rules == [])
  }

  /// A text of so many lines at 80 columns, in short sentences.
  private func paragraph(lines: Int) -> String {
    Array(
      repeating: "A line that is as wide as the page, which is what we need here, has words.", count: lines
    )
    .joined(separator: " ")
  }

  @Test("ask for short paragraphs, in lists and quotations, too")
  func paragraphs() throws {
    #expect(try StyleFixture(lesson(paragraph(lines: 5))).rules == [])
    let long = paragraph(lines: 6)
    for text in [long, "- short\n- \(long)", "> \(long)", "1. \(long)"] {
      let fixture = try StyleFixture(lesson(text))
      #expect(fixture.rules == ["paragraphs"] && fixture.places == [long])
    }
  }

  /// Six words, without an end.
  private static let six = "one two three four five six"

  @Test(
    "ask for short sentences",
    arguments: [
      ("\(six) \(six) \(six) \(six) one.", false), ("\(six) \(six) \(six) \(six) one two.", true),
      ("\(six) \(six) \(six) \(six) one: two.", true), ("\(six) \(six) \(six) \(six) one; two.", true),
      ("\(six) \(six), e.g. \(six) \(six) one.", true), ("\(six) \(six), cf. \(six) \(six) one.", true),
      ("\(six) \(six) to P. \(six) \(six) one.", false),
      ("\(six) \(six): no. \(six) \(six) one.", false),
      ("\(six) \(six)! \(six) \(six) one two three.", false),
      ("\(six) \(six)? \(six) \(six) one two three.", false),
      ("(\(six) \(six).) \(six) \(six) one two three.", false),
      ("\(six) *\(six).* \(six) \(six) one two three.", false),
      ("\(six) \(six) \(six) \(six) `a b c d`.", false),
      ("\(six) \(six) \(six) \(six) `a b` = `= w5`.", true),
      ("\(six) \(six) \(six) \(six) – one · − `= w5`-like.", true),
      ("\(six) \(six) \(six) \(six) one – · −.", false), ("- \(six) \(six)\n- \(six) \(six) one two", false),
      ("\(six) \(six) \(six) \(six) 0.25. one two", false), ("# \(six) \(six) \(six) \(six) one two", false),
      ("| a |\n|---|\n| \(six) \(six) \(six) \(six) one two |", false),
      ("\(six) \(six) <!-- \(six) --> \(six) \(six) one.", false),
    ])
  func sentences(text: String, isLong: Bool) throws {
    let fixture = try StyleFixture(lesson(text))
    #expect(fixture.rules == (isLong ? ["sentences"] : []))
    if isLong { #expect(fixture.places == [text]) }
  }

  @Test("ask for short sentences in all texts of a question")
  func questionTexts() throws {
    let long = "\(Self.six) \(Self.six) \(Self.six) \(Self.six) one two"
    for text in [
      "\(long)?\nanswer: 3*s", "How?\nanswer: 3*s\nhint: \(long)", "How?\nanswer: 3*s\nbecause: \(long)",
      "How?\nanswer: 3*s\nmistake: 7*s -- \(long)", "How?\n- [x] \(long)",
      "How?\n- [x] a\n- [ ] b -- \(long)",
    ] {
      let fixture = try StyleFixture(lesson("```ask\n\(text)\n```"))
      #expect(fixture.rules == ["sentences"], "\(text)")
      #expect(fixture.places.first?.hasPrefix(long) == true)
    }
  }

  @Test(
    "ask for words that have been explained",
    arguments: [
      ("The ⟦velocity⟧ is high, the velocity is low.", []), ("Two ⟦Velocities⟧.", []), ("The ⟦speed⟧.", []),
      ("The ⟦velocity's⟧ end.", []), ("A (⟦velocity⟧)!", []), ("The velocity.", ["momentum"]),
      ("The velocity.", ["ball"]), ("The *velocity* is the velocity.", []), ("**Velocity** is high.", []),
      ("The velocity is a *velocity*.", []), ("The ⟦velocity⟧.\n\nThe *velocity*.", []),
      ("`velocity` is code.", []), ("The lecture has \"high velocity, or so\".", []),
      ("The lecture has “velocity”.", []), ("The velocity (lesson `momentum`).", []),
      ("# Velocity", []), ("| velocity |\n|---|\n| 1 |", []), ("- a ⟦ReLU⟧\n- a relu", []),
      ("Two ⟦ReLUs⟧.", []), ("A ⟦rectified\nlinear unit⟧.", []), ("The ⟦dropout rate⟧.", []),
      ("The ⟦dropout rate⟧ and ⟦dropout⟧.", []), ("A dropout. A rate.", ["dropout"]), ("Dropped out.", []),
      ("A <!-- velocity --> word.", []), ("```ask\nA ⟦velocity⟧?\nanswer: 3*s\n```", []),
    ])
  func words(marked: String, known: [String]) throws {
    let marked = MarkedPlaces(marked)
    let fixture = try StyleFixture(lesson(marked.text), known: Set(known))
    #expect(fixture.rules == marked.ranges.map { _ in "words" })
    let bytes = Array(marked.text.utf8)
    #expect(
      fixture.places == marked.ranges.map { String(decoding: bytes[$0], as: UTF8.self) })
  }

  @Test("let a lesson use the words that it introduces, and ask for none where no list is kept")
  func ownWords() throws {
    let own = StyleFixture.words.replacing("momentum|ball", with: "sum")
    #expect(try StyleFixture(lesson("The velocity."), words: own).rules == [])
    #expect(try StyleFixture(lesson("The velocity."), words: nil).rules == [])
    #expect(try StyleFixture(lesson("The velocity.\n\nA *velocity*."), words: own).rules == ["words"])
  }

  private func question(_ answer: String) -> String { "```ask\nHow much?\nanswer: \(answer)\n```" }

  @Test(
    "ask for questions whose answers do not stand just above them",
    arguments: [
      ("", "s\ndigits: 2", true), ("", "-s\ndigits: 2", true), ("", "s + 0.001\ndigits: 3", false),
      ("", "s + 0.25\ndigits: 0", false), ("", "10*s\ndigits: 1", false), ("", "s\ntolerance: 1%", true),
      ("", "s + 0.01\ntolerance: 0.02", true), ("", "s + 0.1\ntolerance: 0.02", false),
      ("```calc\nr = s/3 + 0.0123\n```", "r\ndigits: 2", true),
      ("```calc\nr = 0.125\n```", "s\ndigits: 2", false), ("Now s is `= s`.", "s\ndigits: 2", true),
      ("```calc\nr = 12 + 13\n```", "r", true), ("```calc\nr = 2 + 3\n```", "r", false),
      ("```calc\nr = 0.125\n```\n\n" + WellWrittenLesson.twice, "r\ndigits: 3", false),
    ])
  func answers(above: String, answer: String, isGiven: Bool) throws {
    let text = lesson { $0.questions = [above + "\n\n" + question(answer), WellWrittenLesson.more] }
    let fixture = try StyleFixture(text)
    #expect(fixture.rules == (isGiven ? ["answers"] : []))
    #expect(fixture.places == (isGiven ? ["ask"] : []))
  }

  @Test("are held in reading order")
  func order() throws {
    let long = "\(Self.six) \(Self.six) \(Self.six) \(Self.six) one two"
    let fixture = try StyleFixture(lesson(long + ".\n\nA velocity.") { $0.sections = [] })
    #expect(fixture.rules == ["remember", "try", "sentences", "words"])
  }
}
