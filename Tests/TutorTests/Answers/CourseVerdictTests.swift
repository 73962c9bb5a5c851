import Algebra
import Foundation
import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonRuntime
@testable import Tutor

@Suite("What is said to a number at the questions of the course") struct CourseVerdictTests {
  @Test(arguments: try CourseLesson.course())
  func `right answers are right, and wrong ones are told what is wrong`(
    lesson: CourseLesson
  ) throws {
    try lesson.stepped(expectVerdicts)
  }

  private func expectVerdicts(on stepped: SteppedLesson) throws {
    for asked in stepped.run.transcript.questions {
      guard case .number(let answer) = asked.kind else { continue }
      let (standpoint, question) = try stepped.question(asked.number)
      func verdict(_ reply: String) -> Verdict { standpoint.verdict(on: reply, to: question) }

      for reply in answer.accepted.compactMap(\.text) {
        #expect(verdict(reply).outcome == .right)
        #expect(verdict(reply.replacing("-", with: "−")).outcome == .right)
      }
      #expect(verdict(fixed(answer.value, answer.digits + 3)).outcome == .right)
      #expect(verdict(cutOff(answer.value, answer.digits + 3)).outcome == .right)
      // As another program prints it: all of its digits, with 15 of them, and with 17.
      for digits in ["\(answer.value)", significant(answer.value, 15), significant(answer.value, 17)] {
        let said = verdict(digits)
        #expect(said.outcome == .right, "\(digits)")
        #expect(said.text.firstMatch(of: /\.\d*0000000/) == nil, "\(said.text)")
      }
      // Between the numbers that are right, and beside them with the same digits as are asked for.
      let unit = pow(10, -Double(answer.digits))
      for number in answer.accepted.map(\.value) where answer.digits > 0 {
        for part in [-0.49, 0.49] {
          let beside = fixed(number + part * unit, answer.digits + 3)
          #expect(verdict(beside).outcome == .right, "\(beside)")
          #expect(verdict("\(beside) + 0").outcome == .right, "\(beside)")
        }
      }

      // A zero has no sign.
      if fixed(abs(answer.value), answer.digits).contains(where: { ("1"..."9").contains($0) }) {
        let turned = verdict(fixed(-answer.value, answer.digits))
        #expect(turned.outcome == .wrong)
        #expect(
          turned.text.contains("right but for its sign") || turned.text.hasPrefix("That is not it: ")
            || answer.tolerance != nil)
      }

      // A tolerance is wider than a unit, and narrower than the number.
      let far = answer.tolerance == nil ? 2 * unit : max(2 * unit, abs(answer.value))
      for distance in [-far, far] {
        let missed = verdict(fixed(answer.value + distance, answer.digits))
        #expect(missed.outcome == .wrong)
        // Two units of a number of one digit are nothing near it.
        let isSaid = missed.text.contains(" is ") && !missed.text.hasSuffix("There are hints.")
        #expect(isSaid || answer.tolerance != nil || abs(answer.value) < 6 * unit, "\(missed.text)")
      }
      // What has fewer digits is sent back, unless it is exact, as a whole number is, or a known mistake.
      guard answer.digits > 1 else { continue }
      let short = fixed(answer.value / 3, answer.digits - 1)
      let exact = [answer.value] + answer.mistakes.map(\.value)
      if !exact.contains(where: { abs($0 - (Double(short) ?? 0)) < 1e-9 }) {
        #expect(verdict(short).outcome == .sentBack, "\(short)")
      }
    }
  }
}
