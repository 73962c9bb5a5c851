import Algebra
import PrintedNumbers
import Transcript

/// The replies to a question for a number that something is said to, for a program that knows of numbers and tolerances only.
///
/// The number rule takes a number that is rounded or cut off at the decimals asked for, and is at ease about further ones, which
/// it rounds away. So each number with so many decimals stands for all that are at most half a unit of its last one away. An answer whose
/// rounding and cutting off differ is two such numbers, the rounded one first. Numbers of different mistakes, and of the answer, are
/// a whole unit apart at least: no two of these intervals share more than an end.
struct QuizReplies {
  /// All of them, in the order in which they count: what is right, what a mistake leads to, the author's before the others, and what
  /// is near.
  private(set) var all: [QuizReply] = []

  private let answer: Question.NumberAnswer
  private let number: NumberKey
  private let judge: ReplyJudge
  private let refusal: [Transcript.Part]
  /// The numbers that have been taken.
  private var taken: Set<Double> = []

  /// No question has more of them that are mistakes: a form that shows them must remain one that people can read.
  private static let mostMistakes = 40

  init(to answer: Question.NumberAnswer, _ key: AnswerKey, _ number: NumberKey, _ judge: ReplyJudge) {
    self.answer = answer
    self.number = number
    self.judge = judge
    refusal = key.refusal(hintsLeft: 0)
    if let width = number.width {
      let praise = key.praise + [.step(Step(name: "", lines: number.result))]
      all.append(QuizReply(.answer, text(number.wanted), within: text(width), said: praise))
      addForeseenWithinTolerance()
    } else {
      for accepted in answer.accepted { add(.answer, number: accepted.value) }
      for mistake in number.foreseen.map(\.value) + number.likely.joined().map(\.value) { add(mistake) }
    }
    addNear()
  }

  // MARK: At decimals

  /// Adds the numbers that are written for what a mistake leads to.
  private mutating func add(_ mistake: Double) {
    for written in Replies(to: mistake, decimals: answer.digits).accepted {
      guard all.count < Self.mostMistakes else { return }
      add(.mistake, number: written.value)
    }
  }

  /// Adds a number with the decimals that are asked for, if it is judged to be of that kind.
  private mutating func add(_ kind: QuizReply.Kind, number: Double) {
    guard taken.insert(number).inserted else { return }
    let digits = DecimalDigits(number).shortened(toDecimals: answer.digits, .rounded)
    let reply = digits.fixedText(decimals: answer.digits)
    let verdict = judge.verdict(on: reply, hintsLeft: 0)
    // What has nothing said to it but that it is wrong is a number like any other.
    guard verdict.outcome == (kind == .answer ? .right : .wrong), verdict.remarks != refusal else { return }
    all.append(QuizReply(kind, reply, within: halfUnit, said: verdict.remarks))
  }

  /// Half a unit of the last decimal that is asked for; a number without decimals is exact.
  private var halfUnit: String {
    answer.digits == 0 ? "0" : "0." + String(repeating: "0", count: answer.digits) + "5"
  }

  // MARK: Within a tolerance

  /// Adds the author's mistakes: a reply that two tolerances take is the mistake that is nearer.
  private mutating func addForeseenWithinTolerance() {
    let mistakes = number.foreseen.sorted { $0.value < $1.value }
    for (place, mistake) in mistakes.enumerated() {
      let width = mistake.width ?? 0
      var (least, most) = (mistake.value - width, mistake.value + width)
      if place > 0 { least = max(least, (mistakes[place - 1].value + mistake.value) / 2) }
      if place + 1 < mistakes.count { most = min(most, (mistakes[place + 1].value + mistake.value) / 2) }
      let middle = (least + most) / 2
      let verdict = judge.verdict(on: text(mistake.value), hintsLeft: 0)
      guard verdict.outcome == .wrong else { continue }
      all.append(QuizReply(.mistake, text(middle), within: text(most - middle), said: verdict.remarks))
    }
  }

  // MARK: Near

  /// Adds what is near to the answer and nothing else.
  private mutating func addNear() {
    let remark = Line(.remark([.words("Your number")] + number.near))
    all.append(
      QuizReply(
        .near, text(number.wanted), within: text(NumberJudge.nearness(to: number)),
        said: number.wrong + [.step(Step(name: "", lines: [remark]))]))
  }

  /// The digits of a number that count.
  private func text(_ number: Double) -> String { NumberRule.compared(number).text() }
}
