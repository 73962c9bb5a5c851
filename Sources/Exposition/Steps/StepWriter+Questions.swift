import Algebra
import Diagnostics
package import Engine
import LessonLanguage
package import LessonProgram
import PrintedNumbers
import Prose
package import Transcript

// Questions to the learner: what they ask for is worked out where they stand, and proved to be answerable.

extension StepWriter {
  /// The question with its numbers.
  package mutating func question(asking asked: Instruction.Question) throws(Fault) -> Question {
    let text = try shown(asked.text)
    let kind: Question.Kind
    switch asked.kind {
    case .number(let number):
      kind = .number(try answer(to: number))
    case .choice(let choices):
      kind = .choice(
        try choices.map { choice throws(Fault) in
          Question.Choice(
            isRight: choice.isRight, text: try shown(choice.text), reason: try shown(choice.reason))
        })
    }
    return Question(
      number: asked.number, text: text, kind: kind,
      hints: try asked.hints.map { hint throws(Fault) in try shown(hint) }, reason: try shown(asked.reason),
      line: line(of: asked.range))
  }

  // MARK: Texts

  private mutating func shown(
    _ spans: [ProseSpan<Instruction.InlineValue>]
  ) throws(Fault) -> [ProseSpan<Number>] {
    try spans.map { span throws(Fault) in
      try span.map { value throws(Fault) in try number(of: value) }
    }
  }

  private mutating func shown(
    _ spans: [ProseSpan<Instruction.InlineValue>]?
  ) throws(Fault) -> [ProseSpan<Number>]? {
    guard let spans else { return nil }
    return try shown(spans) as [ProseSpan<Number>]
  }

  // MARK: Numbers

  /// The answer, with the replies that are right and the mistakes that can be told from them.
  private mutating func answer(to asked: Instruction.Question.NumberAsked) throws(Fault)
    -> Question.NumberAnswer
  {
    currentRange = asked.value.range
    let value = try finiteValue(of: asked.value.formula)
    var result = try equations.result(ofExpression: asked.value.formula, value: value)
    // What binary arithmetic leaves of an exact zero is asked for as a zero.
    let wanted = if case .approximates = result.relation { 0.0 } else { value }
    let nearness = try Nearness(of: asked, to: wanted, isLenient: hasSettings)
    let replies = nearness.replies(to: wanted)
    let equations = equations(atDecimals: nearness.digits)
    result = try equations.result(ofExpression: asked.value.formula, value: value)
    return Question.NumberAnswer(
      formula: asked.value.formula, shown: result.number, relation: result.relation, value: value,
      digits: nearness.digits, accepted: replies.accepted, tolerance: nearness.tolerance,
      mistakes: try mistakes(asked.mistakes, apartFrom: replies, nearness, equations))
  }

  /// The mistakes, each of which must be told from the answer and from the others.
  ///
  /// With numbers that replace the lesson's own two of them may well be one, and then it is not the lesson that is wrong:
  /// such a mistake is left out, and so is one that has no value with them.
  private mutating func mistakes(
    _ asked: [Instruction.Question.Mistake], apartFrom answer: Replies, _ nearness: Nearness,
    _ equations: EquationWorking
  ) throws(Fault) -> [Question.Mistake] {
    var found: [(index: Int, replies: Replies)] = []
    for (index, mistake) in asked.enumerated() {
      currentRange = mistake.value.range
      let value: Double
      do throws(Fault) {
        value = try finiteValue(of: mistake.value.formula)
      } catch  where hasSettings && (error.isMissingValue || error.isRefusal) {
        continue
      }
      let replies = nearness.replies(to: value)
      guard let shared = answer.shared(with: replies) else {
        found.append((index, replies))
        continue
      }
      if !hasSettings { throw nearness.cannotBeTold(from: "the answer", shared) }
    }
    let inOrder = found.sorted { ($0.replies.value, $0.index) < ($1.replies.value, $1.index) }
    var kept: [(index: Int, replies: Replies)] = []
    var twins: [(index: Int, of: Int, shared: Number)] = []
    for mistake in inOrder {
      guard let last = kept.last, let shared = last.replies.shared(with: mistake.replies) else {
        kept.append(mistake)
        continue
      }
      twins.append((max(last.index, mistake.index), min(last.index, mistake.index), shared))
    }
    if !hasSettings, let twin = twins.min(by: { $0.index < $1.index }) {
      currentRange = asked[twin.index].value.range
      throw nearness.cannotBeTold(from: "another", twin.shared, at: asked[twin.of].value.range)
    }
    return try kept.sorted { $0.index < $1.index }.map { mistake throws(Fault) in
      let (formula, value) = (asked[mistake.index].value.formula, mistake.replies.value)
      let result = try equations.result(ofExpression: formula, value: value)
      return Question.Mistake(
        formula: formula, shown: result.number, relation: result.relation, value: value,
        reason: try shown(asked[mistake.index].reason))
    }
  }

  private func finiteValue(of formula: Formula) throws(Fault) -> Double {
    let value = try environment.value(of: formula)
    guard value.isFinite else {
      throw .refused("`\(formula.text(.calc).shortened(to: 60))` has no value here")
    }
    return value
  }

  /// The workings of equations with at least so many decimals.
  private func equations(atDecimals digits: Int) -> EquationWorking {
    var style = style
    style.decimals = max(style.decimals, digits)
    return EquationWorking(style: style, environment: environment)
  }
}
