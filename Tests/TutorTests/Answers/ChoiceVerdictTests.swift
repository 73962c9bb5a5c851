import LessonTestSupport
import Testing
import Transcript

@testable import Exposition
@testable import LessonRuntime
@testable import Tutor

@Suite("What is said to a choice") struct ChoiceVerdictTests {
  private func verdict(on reply: String, _ choices: String, _ rest: String = "") throws -> Verdict {
    let stepped = SteppedLesson("x = 1", "```ask\nWhich?\n\(choices)\n\(rest)\n```")
    let (standpoint, question) = try stepped.question(1)
    return standpoint.verdict(on: reply, to: question)
  }

  private static let one = "- [ ] up -- the slope is positive\n- [x] down\n- [ ] nowhere"
  private static let two = "- [x] one\n- [ ] two -- no\n- [x] three -- yes"

  @Test(arguments: ["b", "B", " b ", "b)", "(b)", "b."]) func `the right letter is right`(reply: String)
    throws
  {
    let verdict = try verdict(on: reply, Self.one, "because: a step goes against the slope")
    #expect(verdict.outcome == .right)
    #expect(verdict.text == "Right.\n\na step goes against the slope")
  }

  @Test(arguments: ["a, c", "ac", "c a", "a) and c)", "A C", "a;c", "a,a,c"])
  func `of several right ones all are chosen, in any order`(reply: String) throws {
    let verdict = try verdict(on: reply, Self.two)
    #expect(verdict.outcome == .right)
    #expect(verdict.text == "Right.\n\nc) yes")
  }

  @Test(arguments: [
    ("a", one, "That is not it.\n\na) the slope is positive"),
    ("c", one, "That is not it."),
    ("ab", one, "That is not it.\n\na) the slope is positive"),
    ("a", two, "That is right, but not all of it: more than one is right."),
    ("b", two, "That is not it.\n\nb) no\n\nMore than one is right."),
    ("abc", two, "That is not it.\n\nb) no\n\nMore than one is right."),
  ])
  func `a wrong choice is told why it is wrong`(reply: String, choices: String, said: String) throws {
    let verdict = try verdict(on: reply, choices)
    #expect(verdict.outcome == .wrong)
    #expect(verdict.text == said)
  }

  @Test(arguments: ["", "d", "1", "bd", "down", "?", "é"]) func `anything else is sent back`(reply: String)
    throws
  {
    let verdict = try verdict(on: reply, Self.one)
    #expect(verdict.outcome == .sentBack)
    #expect(verdict.text == "choose by letter: a to c")
  }

  @Test func `behind z letters are doubled`() throws {
    let choices = (0..<30).map { "- [\($0 == 27 ? "x" : " ")] choice \($0)" }.joined(separator: "\n")
    #expect(try verdict(on: "ab", choices).outcome == .right)
    #expect(try verdict(on: "ae", choices).outcome == .wrong)
    #expect(try verdict(on: "zz", choices).outcome == .wrong)
    #expect(try verdict(on: "a, b", choices).outcome == .wrong)
  }
}
