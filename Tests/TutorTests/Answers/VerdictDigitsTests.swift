import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

@Suite("At the digits that are asked for") struct VerdictDigitsTests {
  struct Judged: Sendable, CustomTestStringConvertible {
    let reply: String
    let outcome: Verdict.Outcome
    let said: String

    init(_ reply: String, _ outcome: Verdict.Outcome, _ said: String = "") {
      (self.reply, self.outcome, self.said) = (reply, outcome, said)
    }

    var testDescription: String { reply }
  }

  @Test(arguments: [
    Judged("1.0197", .right, "accepted, with 4 decimals: 1.0197 to 1.0198"),
    Judged("1.0198", .right, "accepted, with 4 decimals: 1.0197 to 1.0198"),
    Judged("1.01976", .right, "accepted, with 4 decimals: 1.0197 to 1.0198"),
    Judged("1.019768", .right), Judged("1.01977", .right), Judged("1.01983", .right),
    Judged("1.01971", .right, "with more digits it is 1.01977"),
    Judged("1.01986", .wrong), Judged("1.01964", .wrong), Judged("1.0199", .wrong),
    // The sum without the bias, as it stands and with fewer digits.
    Judged("0.6698", .wrong, "without the bias"), Judged("0.66977", .wrong, "without the bias"),
    Judged("0.66981", .wrong, "without the bias"), Judged("0.67", .wrong, "without the bias"),
    Judged("0.7", .sentBack, "at least 4 decimals"), Judged("1.02", .sentBack, "at least 4 decimals"),
    Judged("1", .sentBack, "at least 4 decimals"),
  ]) func `a reply with more digits is judged at those that are asked for`(judged: Judged) throws {
    let stepped = SteppedLesson(
      twoTwoTwo,
      """
      ```ask
      What is the sum?
      answer: out_h1*w5 + out_h2*w6 + b3
      digits: 4
      mistake: out_h1*w5 + out_h2*w6 -- this is without the bias
      ```
      """)
    try expect(judged, in: stepped)
  }

  @Test(arguments: [
    Judged("0.35", .right, "0.5·w = 0.35"), Judged("0.350", .right), Judged("0.3500", .right),
    Judged("0.35004", .right, "with more digits it is 0.35"), Judged("0.7/2", .right),
    Judged("0.99", .wrong, "the rate is forgotten"), Judged("1", .wrong, "twice the rate"),
    Judged("0.3", .sentBack), Judged("0.4", .sentBack), Judged("0.98", .sentBack),
  ]) func `exact values and known mistakes are understood before digits are asked for`(judged: Judged) throws
  {
    let stepped = SteppedLesson(
      "param w = 0.7\ny = w/2",
      """
      ```ask
      What is it?
      answer: 0.5*w
      digits: 4
      mistake: w + 0.29 -- the rate is forgotten
      mistake: w + 0.3 -- twice the rate
      ```
      """)
    try expect(judged, in: stepped)
  }

  @Test(arguments: [
    Judged("0.2", .wrong, "half of it"), Judged("0.20", .wrong, "half of it"),
    Judged("0.200", .wrong, "half of it"), Judged("0.23", .sentBack, "at least 3 decimals"),
    Judged("0.234", .right), Judged("0.3", .sentBack, "at least 3 decimals"),
  ]) func `a known mistake with all its digits is one, though the answer may be cut off to them`(
    judged: Judged
  ) throws {
    let stepped = SteppedLesson(
      "param w = 0.234\ny = 2*w",
      "```ask\nWhat is it?\nanswer: y/2\ndigits: 3\nmistake: y - w - 0.034 -- half of it\n```")
    try expect(judged, in: stepped)
  }

  @Test(arguments: [
    Judged("0.35", .right, "accepted: within 0.01"), Judged("0.34", .right), Judged("0.36", .right),
    Judged("0.345", .right), Judged("w/2 + 0.005", .right), Judged("3.5e-1", .right),
    Judged("0.361", .wrong), Judged("0.3", .wrong), Judged("-0.35", .wrong, "right but for its sign"),
    Judged("0.7", .wrong, "without"),
    // Between two mistakes, the nearer; and both are further from the answer than what lies between.
    Judged("0.99", .wrong, "the rate is forgotten"), Judged("1.004", .wrong, "the rate is forgotten"),
    Judged("1.006", .wrong, "twice the rate"), Judged("1", .wrong, "the rate is forgotten"),
    Judged("1.02", .wrong, "twice the rate"), Judged("1.03", .wrong, "That is not it."),
  ]) func `a tolerance takes what is near, with however many decimals`(judged: Judged) throws {
    let stepped = SteppedLesson(
      "param w = 0.7\ny = w/2",
      """
      ```ask
      What is it, roughly?
      answer: 0.5*w
      tolerance: 0.01
      mistake: w + 0.295 -- the rate is forgotten
      mistake: w + 0.315 -- twice the rate
      ```
      """)
    try expect(judged, in: stepped)
  }

  @Test(arguments: [
    Judged("204", .right, "accepted: within 2%"), Judged("196", .right), Judged("200", .right),
    Judged("195.9", .wrong), Judged("204.1", .wrong), Judged("-200", .wrong),
    Judged("100", .wrong, "half of what is asked for"),
  ]) func `a percentage is one of the answer`(judged: Judged) throws {
    let stepped = SteppedLesson(
      "param w = -2\ny = 100*w", "```ask\nHow far?\nanswer: -y\ntolerance: 2%\n```")
    try expect(judged, in: stepped)
  }

  @Test(arguments: [
    Judged("0.593269992107187", .right, "accepted, with 4 decimals: 0.5932 to 0.5933"),
    Judged("0.5932699921071872", .right, "accepted, with 4 decimals: 0.5932 to 0.5933"),
    Judged("0.5932699921071900", .right, "accepted, with 4 decimals: 0.5932 to 0.5933"),
  ]) func `what another program prints is accepted, and not shown as computed`(judged: Judged) throws {
    let stepped = SteppedLesson("y = sigmoid(0.3775)", "```ask\nWhat is y?\nanswer: y\ndigits: 4\n```")
    try expect(judged, in: stepped)
    let (standpoint, question) = try stepped.question(1)
    #expect(!standpoint.verdict(on: judged.reply, to: question).text.contains(judged.reply))
  }

  private func expect(_ judged: Judged, in stepped: SteppedLesson) throws {
    let (standpoint, question) = try stepped.question(1)
    let verdict = standpoint.verdict(on: judged.reply, to: question)
    #expect(verdict.outcome == judged.outcome, "\(verdict.text)")
    let said = verdict.text.replacing("\n  ", with: " ")
    #expect(judged.said.isEmpty || said.contains(judged.said), "\(said)")
  }

  @Test func `a whole number needs no decimals, and is exact`() throws {
    let stepped = SteppedLesson(
      "param w = 3\ny = 4*w\nz = y - 12", "```ask\nq\nanswer: y\n```", "```ask\nq\nanswer: z\n```",
      "```ask\nq\nanswer: y\ndigits: 2\n```")
    func outcomes(_ number: Int, _ replies: String...) throws -> [Verdict.Outcome] {
      let (standpoint, question) = try stepped.question(number)
      return replies.map { standpoint.verdict(on: $0, to: question).outcome }
    }
    #expect(
      try outcomes(1, "12", "12.0", "12.", "012", "6*2", "12.01", "11", "11.9", "y") == [
        .right, .right, .right, .right, .right, .wrong, .wrong, .wrong, .sentBack,
      ])
    #expect(try outcomes(2, "0", "-0", "0.00", "1e-12", "0.5") == [.right, .right, .right, .wrong, .wrong])
    #expect(
      try outcomes(3, "12", "12.0", "12.00", "12.1", "13", "12.004", "12.006") == [
        .right, .right, .right, .sentBack, .sentBack, .right, .wrong,
      ])
  }
}
