import Foundation
import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

/// What is said to numbers at a network whose numbers are worked out here.
@Suite("What is said to a number") struct VerdictTests {
  private static let asked = """
    ```ask
    How large is ∂E_total/∂w6?
    answer: ∂E_total/∂w6
    digits: 3
    hint: w6 hangs on out_h2, not on out_h1.
    mistake: ∂E_total/∂w5 -- that is the slope of w5
    mistake: 0.777
    because: Only the last factor is another.
    ```
    ```ask
    How large is ∂E_total/∂w1?
    answer: ∂E_total/∂w1
    digits: 6
    ```
    ```ask
    How large is E_1?
    answer: E_1
    digits: 4
    ```
    """

  private static let network = TwoTwoTwo()

  struct Row: Sendable, CustomTestStringConvertible {
    let question: Int
    let reply: String
    let said: String

    init(_ question: Int, _ reply: Double, _ said: String) {
      self.init(question, fixed(reply, [3, 6, 4][question - 1]), said)
    }

    init(_ question: Int, _ reply: String, _ said: String) {
      self.question = question
      self.reply = reply
      self.said = said
    }

    var testDescription: String { "\(question): \(reply)" }
  }

  private func verdict(on row: Row) throws -> Verdict {
    let stepped = SteppedLesson(
      twoTwoTwo, Self.asked, "update w5...w8 to reduce E_total with sgd(rate: 0.6)\nforward")
    let (standpoint, question) = try stepped.question(row.question)
    return standpoint.verdict(on: row.reply, to: question)
  }

  @Test(arguments: [
    // A factor, a path.
    Row(1, network.slope(6) / network.d1Link, "is what comes out without the factor ∂E_1/∂out_o1"),
    Row(1, network.slope(6) / network.o1Link, "is what comes out without the factor ∂out_o1/∂sum_o1"),
    Row(1, network.slope(6) / network.h2, "is what comes out without the factor ∂sum_o1/∂w6"),
    Row(2, network.slope(1) / 0.1, "is what comes out without the factor ∂sum_h1/∂w1"),
    Row(2, network.slope(1) / network.h1Link, "is what comes out without the factor ∂out_h1/∂sum_h1"),
    Row(2, network.pathOfE1, "is what comes out without the path E_total ← E_2 ← out_o2"),
    Row(2, network.pathOfE2, "is what comes out without the path E_total ← E_1 ← out_o1"),
    Row(2, network.pathOfE1 - network.pathOfE2, "is what comes out with the sign turned of the path"),
    Row(
      2, network.pathOfE1 / network.o1Link + network.pathOfE2,
      "is what comes out without the factor ∂out_o1/∂sum_o1"),
    Row(
      2, network.slope(1) / (1 - network.h1),
      "is what comes out without the factor 1 − out_h1 in ∂out_h1/∂sum_h1"),
    Row(3, network.e1 * 2, "is what comes out without dividing by 2"),
    Row(3, (network.t1 - network.o1) / 2, "is what comes out with t1 − out_o1 in place of (t1 − out_o1)²"),
    Row(3, network.t1 * network.t1 / 2, "is what comes out without the term out_o1"),
    Row(3, pow(network.t1 + network.o1, 2) / 2, "is what comes out with the sign of out_o1 turned"),
    // The sign, twice, half.
    Row(1, -network.slope(6), "−0.082 is right but for its sign"),
    Row(1, "−0.0821", "−0.0821 is right but for its sign"),
    Row(2, 2 * network.slope(1), "is twice what is asked for"),
    Row(2, network.slope(1) / 2, "is half of what is asked for"),
    // Rounding on the way.
    Row(
      1, "0.084", "0.084 is what comes out with the numbers on the way rounded to 1 decimal: keep more digits"
    ),
    Row(2, 0.0016 - 0.000489, "is what comes out with the numbers on the way rounded to 3 decimals"),
    Row(1, "0.085", "0.085 is near, but not it: keep more digits on the way"),
    // Weights that are updated too early, other slopes, other names.
    Row(2, network.updated([5, 6, 7, 8]).slope(1), "is what comes out with w5, w6, w7, w8 already updated"),
    Row(2, network.updated([7]).slope(1), "is what comes out with w7 already updated"),
    Row(1, network.slope(7) + 0.0002, "−0.017 is the value of ∂E_total/∂w7"),
    Row(2, network.slope(3), "is the value of ∂E_total/∂w3"),
    Row(1, "0.410", "0.410 is the value of sum_h1"),
    // The author's mistakes.
    Row(1, network.slope(5), "That is not it: that is the slope of w5"),
    Row(1, "0.0802", "That is not it: that is the slope of w5"),
    Row(1, "0.68*0.19*0.60", "That is not it."),
    Row(1, "0.777", "0.777 is the value of 0.777"),
    Row(1, "(out_o1 - t1)*out_o1*(1 - out_o1)*out_h1", "That is not it: that is the slope of w5"),
    Row(1, "12345.678", "That is not it. There is a hint."),
    Row(2, "12345.678901", "That is not it."),
  ])
  func `a wrong number is told what it comes of`(row: Row) throws {
    let verdict = try verdict(on: row)
    #expect(verdict.outcome == .wrong)
    let lines = verdict.text.replacing("\n  ", with: " ")
    #expect(lines.contains(row.said), "\(lines)")
    #expect(verdict.text.split(separator: "\n").count { $0.contains(" is ") } <= 3)
    // The answer is not given away.
    let right = ["0.082 ", "0.001108", "0.2346", "0.2345"]
    #expect(
      !right.contains {
        verdict.text.contains($0) && !row.reply.contains($0.dropLast()) && !$0.hasPrefix("0.082")
      })
  }

  @Test func `of digits that are lost nothing else is said, though another number agrees`() throws {
    let stepped = SteppedLesson(
      "param a = 1.24, other = 1.44\nz = a*a", "```ask\nHow large is z?\nanswer: z\ndigits: 2\n```")
    let (standpoint, question) = try stepped.question(1)
    let said = standpoint.verdict(on: "1.44", to: question).text
    #expect(said.contains("rounded to 1 decimal") && !said.contains("other"), "\(said)")
  }

  @Test(arguments: [
    Row(
      1, "0.082",
      "Right.\n\n∂E_total/∂w6 = 0.08211\naccepted, with 3 decimals: 0.082\n\nOnly the last factor is another."
    ),
    Row(1, "+0.08211", "accepted, with 3 decimals: 0.082\n\nOnly"),
    Row(1, "8.211e-2", "accepted, with 3 decimals: 0.082\n\nOnly"),
    Row(1, "0.082110622", "∂E_total/∂w6 = 0.08211\naccepted, with 3 decimals: 0.082\n\nOnly"),
    Row(1, "0.08214", "accepted, with 3 decimals: 0.082\nwith more digits it is 0.08211\n"),
    Row(1, "0.0819", "with more digits it is 0.0821\n"),
    Row(1, "0.68492*0.19480*0.61538", "accepted, with 3 decimals: 0.082\n\nOnly"),
    Row(1, "0.08210594", "with more digits it is 0.08211062\n"),
    Row(2, "0.001108", "Right.\n\n∂E_total/∂w1 = 0.001108\naccepted, with 6 decimals: 0.001108"),
    Row(3, "0.2345", "Right.\n\nE_1 = 0.23456\naccepted, with 4 decimals: 0.2345 to 0.2346"),
    Row(3, "1/2*(t1 - out_o1)^2", "Right."),
    Row(1, "(out_o1 - t1)*out_o1*(1 - out_o1)*out_h2", "Right."),
  ])
  func `a right number is told what it is, and what is taken for it`(row: Row) throws {
    let verdict = try verdict(on: row)
    #expect(verdict.outcome == .right)
    #expect(verdict.text.contains(row.said), "\(verdict.text)")
  }

  @Test(arguments: [
    Row(1, "0.08", "answer with at least 3 decimals"),
    Row(1, "1e-1", "answer with at least 3 decimals"),
    Row(1, "7", "answer with at least 3 decimals"),
    Row(1, "0,082", "write a point in place of the comma"),
    Row(1, "", "nothing is typed"),
    Row(1, "∂E_total/∂w6", "that is what is asked for: work it out"),
    Row(1, "grad(E_total, w6) + 0", "that is what is asked for: work it out"),
    Row(3, "E_1", "that is what is asked for: work it out"),
    Row(1, "out_h9", "out_h9 is not known here\n\nout_h9\n^~~~~~"),
    Row(1, "1/0", "1/0 has no value"),
    Row(1, "twelve", "twelve is not known here\n\ntwelve\n^~~~~~"),
    Row(
      1, "1e999999", "the number 1e999999 is too large\n\n1e999999\n^~~~~~~~\n\nthe largest is about 1.8e308"),
  ])
  func `what cannot be judged is sent back`(row: Row) throws {
    let verdict = try verdict(on: row)
    #expect(verdict.outcome == .sentBack)
    #expect(verdict.text == row.said)
  }
}
