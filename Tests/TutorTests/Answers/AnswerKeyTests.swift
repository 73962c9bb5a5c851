import Foundation
import LessonTestSupport
import Testing
import Transcript

@testable import Tutor

@Suite("The key of a question") struct AnswerKeyTests {
  /// What a key alone says to a number.
  private func verdict(on reply: String, _ key: AnswerKey) throws -> Verdict {
    guard case .number(let number) = key.kind else { throw NoNumber() }
    let typed = try #require(NumberReply(typed: reply, digits: number.digits))
    let groups = MistakeGroups { group in
      number.likely.indices.contains(group.rawValue) ? number.likely[group.rawValue] : nil
    }
    return NumberJudge(key, number, likely: groups).verdict(on: typed, hintsLeft: key.hintCount)
  }

  private struct NoNumber: Error {}

  // A thousand replies to each question are judged by both in `.ci/formats/judge-replies`, with the release program.
  @Test(arguments: try CourseLesson.course())
  func `judges numbers as a standpoint behind the question does`(lesson: CourseLesson) throws {
    try lesson.stepped { stepped in
      for asked in stepped.run.transcript.questions {
        guard case .number(let answer) = asked.kind else { continue }
        let (standpoint, question) = try stepped.question(asked.number)
        let key = standpoint.judge(of: question).answerKey
        guard case .number(let number) = key.kind else { throw NoNumber() }
        let values = [answer.value, answer.value * 1.01] + number.likely.joined().prefix(10).map(\.value)
        for reply in values.map({ fixed($0, min(answer.digits + 1, 9)) }) where abs(Double(reply) ?? 0) < 1e6
        {
          let (one, other) = (standpoint.verdict(on: reply, to: question), try verdict(on: reply, key))
          #expect(one.outcome == other.outcome, "\(reply)")
          #expect(one.text == other.text, "\(reply)")
        }
      }
    }
  }

  @Test(arguments: try CourseLesson.course())
  func `holds each number once in its group, with the digits that are compared, and never the answer`(
    lesson: CourseLesson
  ) {
    lesson.stepped { stepped in
      for case .number(let number) in stepped.run.judges().map(\.answerKey.kind) {
        for group in number.likely {
          let values = group.map(\.value)
          #expect(Set(values).count == values.count)
          #expect(values.allSatisfy { $0.isFinite && significant($0, 14) != significant(number.wanted, 14) })
          #expect(values.allSatisfy { Double(significant($0, 14)) == $0 })
        }
      }
    }
  }

  @Test func `has the hints, the reason and what is said to each choice`() throws {
    let stepped = SteppedLesson(
      "x = 1", "```ask\nWhich?\n- [x] one -- yes\n- [ ] two\nhint: look\nbecause: so it is\n```")
    let key = try #require(stepped.run.judges().first).answerKey
    #expect(key.hintCount == 1 && key.question == 1)
    #expect(key.reason.text == "so it is")
    #expect(
      (0...3).map { key.refusal(hintsLeft: $0).text } == [
        "That is not it.", "That is not it. There is a hint.", "That is not it. There are hints.",
        "That is not it. There are hints.",
      ])
    guard case .choice(let choice) = key.kind else { throw NoNumber() }
    #expect(choice.choices.map(\.isRight) == [true, false])
    #expect(choice.choices.map(\.reason.text) == ["a) yes", ""])
    #expect(choice.more.isEmpty)
  }
}
