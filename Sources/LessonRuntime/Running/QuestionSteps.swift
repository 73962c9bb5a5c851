import Algebra
import Prose
import Transcript

// Questions to the learner: what they ask for is worked out where they stand, and proved to be answerable.

extension Runner {
  /// The question with its numbers.
  mutating func question(asking asked: Instruction.Question) throws(Fault) -> Question {
    let text = try shown(asked.text)
    let form: Question.Form
    switch asked.form {
    case .number(let number):
      form = .number(try answer(to: number))
    case .choice(let choices):
      form = .choice(
        try choices.map { choice throws(Fault) in
          Question.Choice(
            isRight: choice.isRight, text: try shown(choice.text), reason: try shown(choice.reason))
        })
    }
    return Question(
      number: asked.number, text: text, form: form,
      hints: try asked.hints.map { hint throws(Fault) in try shown(hint) }, reason: try shown(asked.reason),
      line: line(of: asked.place))
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
    place = asked.value.range
    let value = try finiteValue(of: asked.value.formula)
    var result = try chains.result(ofExpression: asked.value.formula, value: value)
    // What binary arithmetic leaves of an exact zero is asked for as a zero.
    let wanted = if case .approximates = result.relation { 0.0 } else { value }
    var digits = asked.digits ?? (Replies.isWhole(wanted) ? 0 : asked.decimals)
    var replies = Replies(to: wanted, decimals: digits)
    if replies.accepted.isEmpty {
      guard hasSettings else {
        throw .refused(
          "no reply to this question is right: the answer is not whole, and a reply without decimals is exact"
        )
      }
      digits = 1
      replies = Replies(to: wanted, decimals: digits)
    }
    let chains = chains(atDecimals: digits)
    result = try chains.result(ofExpression: asked.value.formula, value: value)
    return Question.NumberAnswer(
      formula: asked.value.formula, shown: result.number, relation: result.relation, value: value,
      digits: digits, accepted: replies.accepted,
      mistakes: try mistakes(asked.mistakes, apartFrom: replies, digits: digits, chains))
  }

  /// The mistakes, each of which must be told from the answer and from the others.
  ///
  /// With numbers that replace the lesson's own two of them may well be one, and then it is not the lesson that is wrong:
  /// such a mistake is left out, and so is one that has no value with them.
  private mutating func mistakes(
    _ asked: [Instruction.Question.Mistake], apartFrom answer: Replies, digits: Int, _ chains: ChainWorking
  ) throws(Fault) -> [Question.Mistake] {
    var found: [(index: Int, replies: Replies)] = []
    for (index, mistake) in asked.enumerated() {
      place = mistake.value.range
      let value: Double
      do throws(Fault) {
        value = try finiteValue(of: mistake.value.formula)
      } catch  where hasSettings && (error.isMissingValue || error.isRefusal) {
        continue
      }
      let replies = Replies(to: value, decimals: digits)
      guard let shared = answer.shared(with: replies) else {
        found.append((index, replies))
        continue
      }
      if !hasSettings { throw Self.cannotBeTold("the answer", digits, shared) }
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
      place = asked[twin.index].value.range
      throw Self.cannotBeTold(
        "the one on line \(line(of: asked[twin.of].value.range))", digits, twin.shared)
    }
    return try kept.sorted { $0.index < $1.index }.map { mistake throws(Fault) in
      let (formula, value) = (asked[mistake.index].value.formula, mistake.replies.value)
      let result = try chains.result(ofExpression: formula, value: value)
      return Question.Mistake(
        formula: formula, shown: result.number, relation: result.relation, value: value,
        reason: try shown(asked[mistake.index].reason))
    }
  }

  private static func cannotBeTold(_ other: String, _ digits: Int, _ shared: Number) -> Fault {
    let place = digits == 0 ? "" : digits == 1 ? " at 1 decimal" : " at \(digits) decimals"
    return .refused("this mistake cannot be told from \(other)\(place): both are \(shared.text ?? "")")
  }

  private func finiteValue(of formula: Formula) throws(Fault) -> Double {
    let value = try values.value(of: formula)
    guard value.isFinite else {
      throw .refused("`\(formula.text(.calc).shortened(to: 60))` has no value here")
    }
    return value
  }

  /// The workings of equations with at least so many decimals.
  private func chains(atDecimals digits: Int) -> ChainWorking {
    var style = style
    style.decimals = max(style.decimals, digits)
    return ChainWorking(style: style, values: values)
  }
}
