import Algebra
import Diagnostics
import Engine
import LessonLanguage
import LessonProgram
import PrintedNumbers
import Prose
import Transcript

// Questions to the learner: what they ask for is worked out where they stand, and proved to be answerable.

extension StepWriter {
  /// The question with its numbers.
  mutating func question(asking asked: Instruction.Question) throws(Fault) -> Question {
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
    let nearness = try nearness(of: asked, to: wanted)
    let replies = nearness.replies(to: wanted)
    let equations = equations(atDecimals: nearness.digits)
    result = try equations.result(ofExpression: asked.value.formula, value: value)
    return Question.NumberAnswer(
      formula: asked.value.formula, shown: result.number, relation: result.relation, value: value,
      digits: nearness.digits, accepted: replies.accepted, tolerance: nearness.tolerance,
      mistakes: try mistakes(asked.mistakes, apartFrom: replies, nearness, equations))
  }

  /// How near to `wanted` a reply must come: as the author says, and else to the decimals of the lesson, of which a whole
  /// number needs none.
  private func nearness(of asked: Instruction.Question.NumberAsked, to wanted: Double) throws(Fault)
    -> Nearness
  {
    let digits: Int
    switch asked.precision {
    case .tolerance(let number, isPercent: let isPercent)?:
      if isPercent, wanted == 0, !hasSettings {
        throw .refused("the answer is 0, and so is every percentage of it: write the tolerance as a number")
      }
      return .tolerance(.init(Number(number.value, text: number.text), isPercent: isPercent))
    case .digits(let count)?: digits = count
    case nil: digits = Replies.isWhole(wanted) ? 0 : asked.decimals
    }
    if !Replies(to: wanted, decimals: digits).accepted.isEmpty { return .digits(digits) }
    if hasSettings { return .digits(1) }
    throw .refused(
      "no reply to this question is right: the answer is not whole, and a reply without decimals is exact")
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

/// How near to a number a reply must come.
private enum Nearness {
  /// It has at least so many decimals.
  case digits(Int)
  /// It is within a tolerance.
  case tolerance(Question.Tolerance)

  /// How many decimals are asked for; a tolerance asks for none.
  var digits: Int { if case .digits(let count) = self { count } else { 0 } }

  var tolerance: Question.Tolerance? { if case .tolerance(let tolerance) = self { tolerance } else { nil } }

  /// The replies that are right for a value.
  func replies(to value: Double) -> Replies {
    switch self {
    case .digits(let count): Replies(to: value, decimals: count)
    case .tolerance(let tolerance): Replies(to: value, within: tolerance.width(around: value))
    }
  }

  /// That a mistake is taken for something else.
  ///
  /// - Parameter shared: a reply that is right for both.
  func cannotBeTold(from other: String, _ shared: Number, at range: SourceRange? = nil) -> Fault {
    let notes = range.map { [Diagnostic.Note("the other stands", at: $0)] } ?? []
    switch self {
    case .digits(let count):
      let place = count == 0 ? "" : count == 1 ? " at 1 decimal" : " at \(count) decimals"
      return .refused(
        "this mistake cannot be told from \(other)\(place): both are \(shared.text ?? "")", notes: notes)
    case .tolerance(let tolerance):
      return .refused(
        "this mistake cannot be told from \(other): it is within \(tolerance.text) of it", notes: notes)
    }
  }
}
