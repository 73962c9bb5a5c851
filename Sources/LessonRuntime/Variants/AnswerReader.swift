import Algebra
import Engine
import Exposition
import LessonDocument
import LessonProgram
import PrintedNumbers
import Prose

/// Works out what a page would show in running text and ask for in questions, and shows nothing.
struct AnswerReader: Observer {
  /// The numbers of the lesson.
  let environment: Environment
  /// The answers to the questions that ask for a number, in order.
  private(set) var answers: [Answer] = []

  /// The answer to a question.
  struct Answer {
    /// The question.
    let question: Instruction.Question
    /// What is asked for.
    let value: Double
    /// How many decimals are asked for.
    let decimals: Int
    /// Whether 0 is a right reply though the answer is none.
    let isShownAsZero: Bool
    /// Which of the mistakes cannot be told from the answer.
    let mistakes: [Int]

    /// Whether the answer is neither taken for 0 nor for a mistake.
    var isClear: Bool { !isShownAsZero && mistakes.isEmpty }
  }

  init(_ environment: Environment) { self.environment = environment }

  var partCount: Int { 0 }

  mutating func observe(_ event: Event) throws(Fault) {
    guard case .ends(let instruction) = event else { return }
    switch instruction.kind {
    case .prose(let block): _ = try block.map { value throws(Fault) in try number(of: value.formula) }
    case .ask(let question): try read(question)
    default: break
    }
  }

  private mutating func read(_ question: Instruction.Question) throws(Fault) {
    var texts = [question.text] + question.hints + (question.reason.map { [$0] } ?? [])
    switch question.kind {
    case .choice(let choices):
      texts += choices.flatMap { [$0.text] + ($0.reason.map { [$0] } ?? []) }
    case .number(let asked):
      texts += asked.mistakes.compactMap(\.reason)
      answers.append(try answer(to: question, asked))
    }
    for span in texts.joined() { _ = try span.map { value throws(Fault) in try number(of: value.formula) } }
  }

  private func answer(
    to question: Instruction.Question, _ asked: Instruction.Question.NumberAsked
  ) throws(Fault) -> Answer {
    let number = try number(of: asked.value.formula)
    guard number.value.isFinite else {
      throw .refused("`\(asked.value.formula.text(.calc).shortened(to: 60))` has no value here")
    }
    let value = number.isRoundingOfZero ? 0 : number.value
    let nearness = try Nearness(of: asked, to: value, isLenient: true)
    let replies = nearness.replies(to: value)
    let alike = asked.mistakes.indices.filter { index in
      // A mistake that has no value is none with these numbers.
      guard let mistake = try? environment.value(of: asked.mistakes[index].value.formula), mistake.isFinite
      else { return false }
      return replies.shared(with: nearness.replies(to: mistake)) != nil
    }
    return Answer(
      question: question, value: value, decimals: nearness.digits,
      isShownAsZero: value != 0 && replies.accepted.contains { $0.value == 0 }, mistakes: alike)
  }

  private func number(of formula: Formula) throws(Fault) -> Number {
    try environment.shownNumber(of: formula)
  }
}
