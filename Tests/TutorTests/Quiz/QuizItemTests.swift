import LessonTestSupport
import Testing
import Transcript
import Tutor

@Suite("Questions for another program") struct QuizItemTests {
  private func item(_ lesson: String, _ ask: String) throws -> QuizItem {
    try #require(SteppedLesson(lesson, "```ask\n\(ask)\n```").run.quizItems().first)
  }

  /// The numbers of a kind, with what is near enough to them.
  private func numbers(_ kind: QuizReply.Kind, _ item: QuizItem) -> [String] {
    item.replies.filter { $0.kind == kind }.map { "\($0.number) ± \($0.tolerance)" }
  }

  @Test(arguments: [
    // Rounded and cut off are two numbers.
    ("y = 2.6666", "digits: 2", ["2.67 ± 0.005", "2.66 ± 0.005"]),
    ("y = 2.6622", "digits: 2", ["2.66 ± 0.005"]),
    ("y = -2.6666", "digits: 2", ["-2.67 ± 0.005", "-2.66 ± 0.005"]),
    // A whole number has the decimals that are asked for, or none, and is exact then.
    ("y = 12", "digits: 3", ["12.000 ± 0.0005"]), ("y = 12", "", ["12 ± 0"]),
    // What is too small is zero by rounding only.
    ("y = 0.0004", "digits: 3", ["0.000 ± 0.0005"]), ("y = 0.0006", "digits: 3", ["0.001 ± 0.0005"]),
    ("y = 2.6666", "tolerance: 0.25", ["2.6666 ± 0.25"]), ("y = -50", "tolerance: 2%", ["-50 ± 1"]),
  ])
  func `have the replies that the number rule takes as right answers, the rounded one first`(
    lesson: String, precision: String, answers: [String]
  ) throws {
    let item = try item(
      "x = 1\n" + lesson, "How large?\nanswer: y" + (precision.isEmpty ? "" : "\n" + precision))
    #expect(numbers(.answer, item) == answers)
    #expect(item.replies.first?.said.text.hasPrefix("Right.") == true)
  }

  @Test func `have the author's mistakes before the others, and what is near at the end`() throws {
    let item = try item(
      "input x = 0.5, w = 0.3\ny = w*x",
      "How large?\nanswer: y\ndigits: 2\nmistake: w + x -- that is the sum\nmistake: w/x")
    #expect(
      numbers(.mistake, item).prefix(4) == ["0.80 ± 0.005", "0.60 ± 0.005", "-0.15 ± 0.005", "0.50 ± 0.005"])
    #expect(item.replies[1].said.text == "That is not it: that is the sum")
    #expect(item.replies[3].said.text.contains("−0.15 is right but for its sign"))
    #expect(item.replies.last?.kind == .near)
    #expect(item.replies.last?.said.text.contains("Your number is near, but not it") == true)
  }

  @Test func `take a reply within two tolerances for the mistake that is nearer`() throws {
    let item = try item(
      "y = 10", "How large?\nanswer: y\ntolerance: 1\nmistake: y + 3 -- three\nmistake: y + 4.5 -- more")
    #expect(numbers(.mistake, item) == ["12.875 ± 0.875", "14.625 ± 0.875"])
  }

  @Test func `give the numbers and the formulas that the answer is worked out of, and no other`() throws {
    let item = try item(
      "input x = 0.5, z = 7\nparam w = 0.3\ns = w*x\ny = s^2\nother = z",
      "How large?\nanswer: ∂y/∂w\ndigits: 2")
    #expect(
      [Transcript.Part.step(Step(name: "", lines: item.basis))].text == "x = 0.5   w = 0.3\ns = w·x\ny = s²"
    )
  }

  @Test func `do not give the number that is asked for`() throws {
    let item = try item(
      "param w = 0.3\nL = w^2\nupdate w to reduce L with sgd(rate: 0.1)",
      "What is w now?\nanswer: w\ndigits: 2")
    #expect(item.basis.isEmpty)
    #expect(numbers(.answer, item) == ["0.24 ± 0.005"])
  }

  @Test(arguments: try CourseLesson.course())
  func `keep right numbers and mistakes apart, and say to each what is said to a learner`(
    lesson: CourseLesson
  ) throws {
    try lesson.stepped { stepped in
      let judges = stepped.run.judges()
      let items = stepped.run.quizItems()
      #expect(items.count == judges.count)
      for (item, judge) in zip(items, judges) {
        guard case .number = item.question.kind else { continue }
        let exact = item.replies.filter { $0.kind != .near }
        #expect(exact.first?.kind == .answer)
        let intervals = try exact.map { reply in
          (
            kind: reply.kind, middle: try #require(Double(reply.number)),
            width: try #require(Double(reply.tolerance))
          )
        }.sorted { $0.middle < $1.middle }
        for (one, next) in zip(intervals, intervals.dropFirst()) where one.kind != next.kind {
          #expect(next.middle - one.middle >= (one.width + next.width) * (1 - 1e-9), "\(one) \(next)")
        }
        guard case .number(let answer) = item.question.kind, answer.tolerance == nil else { continue }
        for reply in exact {
          let verdict = judge.verdict(on: reply.number, hintsLeft: 0)
          #expect(verdict.outcome == (reply.kind == .answer ? .right : .wrong), "\(reply.number)")
          #expect(verdict.remarks == reply.said)
        }
      }
    }
  }
}
