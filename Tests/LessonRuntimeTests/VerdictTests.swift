import Algebra
import Foundation
import Testing
import Transcript

@testable import LessonRuntime

@Suite("What is said to a number") struct VerdictTests {
  // MARK: The questions of the course

  @Test(arguments: CourseLesson.course) func `right answers are right, and wrong ones are told what is wrong`(
    lesson: CourseLesson
  ) throws {
    let stepped = SteppedLesson(lesson.lesson)
    for asked in stepped.run.transcript.questions {
      guard case .number(let answer) = asked.form else { continue }
      let (place, question) = try stepped.question(asked.number)
      func verdict(_ reply: String) -> Verdict { place.verdict(on: reply, to: question) }

      for reply in answer.accepted.compactMap(\.text) {
        #expect(verdict(reply).outcome == .right)
        #expect(verdict(reply.replacing("-", with: "−")).outcome == .right)
      }
      #expect(verdict(fixed(answer.value, answer.digits + 3)).outcome == .right)
      #expect(verdict(cutOff(answer.value, answer.digits + 3)).outcome == .right)
      // As another program prints it: all of its digits, with 15 of them, and with 17.
      for digits in ["\(answer.value)", printed(answer.value, 15), printed(answer.value, 17)] {
        let said = verdict(digits)
        #expect(said.outcome == .right, "\(digits)")
        #expect(!said.text.contains("0000000"), "\(said.text)")
      }
      // Between the numbers that are right, and beside them with the same digits as are asked for.
      let unit = pow(10, -Double(answer.digits))
      for number in answer.accepted.map(\.value) where answer.digits > 0 {
        for part in [-0.49, -0.3, 0.2, 0.49] {
          let beside = fixed(number + part * unit, answer.digits + 3)
          #expect(verdict(beside).outcome == .right, "\(beside)")
          #expect(verdict("\(beside) + 0").outcome == .right, "\(beside)")
        }
      }

      let turned = verdict(fixed(-answer.value, answer.digits))
      #expect(turned.outcome == .wrong)
      #expect(turned.text.contains("right but for its sign") || turned.text.hasPrefix("That is not it: "))

      for distance in [-2 * unit, 2 * unit] {
        let missed = verdict(fixed(answer.value + distance, answer.digits))
        #expect(missed.outcome == .wrong)
        // Two units of a number of one digit are nothing near it.
        let isSaid = missed.text.contains(" is ") && !missed.text.hasSuffix("There are hints.")
        #expect(isSaid || abs(answer.value) < 6 * unit, "\(missed.text)")
      }
      if answer.digits > 0 {
        #expect(verdict(fixed(answer.value / 3, answer.digits - 1)).outcome == .sentBack)
      }
    }
  }

  // MARK: A network, its numbers worked out here

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
    let (place, question) = try stepped.question(row.question)
    return place.verdict(on: row.reply, to: question)
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
    let (place, question) = try stepped.question(1)
    let said = place.verdict(on: "1.44", to: question).text
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

  @Test func `a whole number needs no decimals, and is exact`() throws {
    let stepped = SteppedLesson(
      "param w = 3\ny = 4*w\nz = y - 12", "```ask\nq\nanswer: y\n```", "```ask\nq\nanswer: z\n```",
      "```ask\nq\nanswer: y\ndigits: 2\n```")
    func outcomes(_ number: Int, _ replies: String...) throws -> [Verdict.Outcome] {
      let (place, question) = try stepped.question(number)
      return replies.map { place.verdict(on: $0, to: question).outcome }
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

  // MARK: At the digits asked for

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

  private func expect(_ judged: Judged, in stepped: SteppedLesson) throws {
    let (place, question) = try stepped.question(1)
    let verdict = place.verdict(on: judged.reply, to: question)
    #expect(verdict.outcome == judged.outcome, "\(verdict.text)")
    let said = verdict.text.replacing("\n  ", with: " ")
    #expect(judged.said.isEmpty || said.contains(judged.said), "\(said)")
  }

  // MARK: Whatever is typed

  @Test func `no text that is typed does any harm`() throws {
    let stepped = SteppedLesson(twoTwoTwo, Self.asked)
    let before = String(describing: stepped.run.transcript)
    var random = RandomText(seed: 7)
    let (place, question) = try stepped.question(2)
    for _ in 0..<400 {
      let text = random.next()
      _ = (place.verdict(on: text, to: question), place.why(text), place.value(of: text), place.change(text))
    }
    #expect(String(describing: stepped.run.transcript) == before)
    #expect(place.why("E_1").text == stepped.here.why("E_1").text)
  }
}

/// Texts of what a reader might type, put together at random.
private struct RandomText {
  private var state: UInt64
  private static let pieces = [
    "w5", "out_h1", "∂", "E_total", "/", "∂w1", "(", ")", "+", "-", "−", "*", "^", "0.5", "1e-3", "1e999",
    ".", ",", "=", "<-",
    "if ", " then ", " else ", "sum(", " for i in ", "1...9", "local(", "grad(", "[", "]", "`", "\n", "\t",
    "\u{0}", "\u{202E}",
    "é", "🙂", "#", "sigmoid(", "i", "pi", "over ", "not ", "2", "a)", "b",
  ]

  init(seed: UInt64) { state = seed }

  private mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func next() -> String {
    (0..<number(below: 12)).map { _ in Self.pieces[number(below: Self.pieces.count)] }.joined()
  }
}

/// The lecture's network, worked out in plain doubles.
private struct TwoTwoTwo: Sendable {
  private var w = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
  let t1 = 0.05

  private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  var h1: Double { sigmoid(0.1 * w[1] + 0.5 * w[3] + 0.25) }
  var h2: Double { sigmoid(0.1 * w[2] + 0.5 * w[4] + 0.25) }
  var o1: Double { sigmoid(h1 * w[5] + h2 * w[6] + 0.35) }
  private var o2: Double { sigmoid(h1 * w[7] + h2 * w[8] + 0.35) }
  var e1: Double { (t1 - o1) * (t1 - o1) / 2 }

  var d1Link: Double { o1 - t1 }
  var o1Link: Double { o1 * (1 - o1) }
  var h1Link: Double { h1 * (1 - h1) }
  private var d1: Double { d1Link * o1Link }
  private var d2: Double { (o2 - 0.95) * o2 * (1 - o2) }
  var pathOfE1: Double { d1 * w[5] * h1Link * 0.1 }
  var pathOfE2: Double { d2 * w[7] * h1Link * 0.1 }

  /// The slope of the total error by a weight.
  func slope(_ weight: Int) -> Double {
    switch weight {
    case 1: pathOfE1 + pathOfE2
    case 3: 5 * (pathOfE1 + pathOfE2)
    case 5: d1 * h1
    case 6: d1 * h2
    case 7: d2 * h1
    default: d2 * h2
    }
  }

  /// The network with a step for some weights.
  func updated(_ weights: [Int]) -> TwoTwoTwo {
    var copy = self
    for weight in weights { copy.w[weight] -= 0.6 * slope(weight) }
    return copy
  }
}

/// The number with so many decimals, rounded.
private func fixed(_ number: Double, _ decimals: Int) -> String {
  text((abs(number) * pow(10, Double(decimals))).rounded(), decimals, isNegative: number < 0)
}

/// The number with so many decimals, cut off; what is nearer to the next digit than a double can tell is that digit.
private func cutOff(_ number: Double, _ decimals: Int) -> String {
  text((abs(number) * pow(10, Double(decimals)) + 1e-9).rounded(.down), decimals, isNegative: number < 0)
}

private func text(_ scaled: Double, _ decimals: Int, isNegative: Bool) -> String {
  var digits = String(Int(scaled))
  while digits.count <= decimals { digits = "0" + digits }
  let whole = digits.dropLast(decimals)
  return (isNegative ? "-" : "") + whole + (decimals > 0 ? "." + digits.suffix(decimals) : "")
}

/// The number as C and Python print it with so many significant digits.
private func printed(_ number: Double, _ count: Int) -> String {
  var bytes = [CChar](repeating: 0, count: 64)
  _ = withVaList([Int32(count), number]) { vsnprintf(&bytes, bytes.count, "%.*g", $0) }
  return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
