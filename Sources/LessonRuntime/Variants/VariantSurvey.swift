public import Algebra
public import Diagnostics
import Engine
import LessonDocument
import LessonProgram
import PrintedNumbers

/// What many variants of a lesson are like.
public struct VariantSurvey: Sendable {
  /// How many variants were looked at.
  public var variantCount = 0
  /// How many of them have the numbers of an earlier one.
  public var repeatedCount = 0
  /// How often numbers were drawn for them.
  public var drawCount = 0
  /// With how many draws the lesson stopped.
  public var stopCount = 0
  /// Why it did first.
  public var firstStop: String?
  /// How often each condition was met, of the draws with which the lesson ran to its end.
  public var conditions: [Condition] = []
  /// What the questions ask for.
  public var questions: [Question] = []
  /// Why a variant, the first such, has no numbers; no further one was looked at.
  public var refusal: Diagnostic?
  /// Whether the watch has stopped it.
  public var isCancelled = false

  /// A condition, and how often it was met.
  public struct Condition: Sendable {
    /// As it is written, on one line.
    public let text: String
    /// With how many draws it holds.
    public var metCount = 0
  }

  /// A question that asks for a number.
  public struct Question: Sendable {
    /// Its number in the lesson.
    public let number: Int
    /// What is asked for, as it is written.
    public let subject: String
    /// The lowest answer, as it is shown.
    public var lowest: Number
    /// The highest answer, as it is shown.
    public var highest: Number
    /// With how many draws the answer is shown as 0 and is not 0.
    public var zeroCount = 0
    /// The mistakes that cannot be told from the answer with some draws.
    public var mistakes: [Mistake] = []
    /// With how many draws the answer is neither taken for 0 nor for a mistake.
    public var clearCount = 0
  }

  /// A mistake that is the answer.
  public struct Mistake: Sendable {
    /// What is worked out, as it is written.
    public let subject: String
    /// With how many draws.
    public var count: Int
  }

  /// Fewer draws than one in so many are seldom.
  static let seldom = 100

  /// Whether a count of draws is less than one in a hundred.
  public func isSeldom(_ count: Int, of all: Int) -> Bool { count * Self.seldom < all }

  /// How many draws the lesson ran with to its end.
  public var runCount: Int { drawCount - stopCount }

  /// Whether nothing is wrong with any of them.
  public var isSound: Bool {
    refusal == nil && !isSeldom(runCount, of: drawCount)
      && !conditions.contains { isSeldom($0.metCount, of: runCount) }
      && !questions.contains { isSeldom($0.clearCount, of: runCount) }
  }
}

extension Lesson {
  /// Looks at the variants 1 to `count`, up to the first that has no numbers.
  ///
  /// It is the same, always; the lesson is worked out for each draw, and read once.
  public func surveyOfVariants(_ count: Int, watch: RunWatch = RunWatch()) -> VariantSurvey {
    var survey = VariantSurvey()
    if let first = diagnostics.first {
      survey.refusal = first
      return survey
    }
    survey.conditions = variation.conditions.map {
      .init(text: onOneLine($0.range))
    }
    var draws = VariantDraws(self, watch: watch)
    var questions: [QuestionRange] = []
    var known: Set<[Number]> = []
    for variant in 1...max(1, count) {
      let outcomes = draws.draws(ofVariant: String(variant))
      survey.take(outcomes)
      guard let last = outcomes.last, last.isTaken else {
        survey.isCancelled = outcomes.last?.fault?.isCancellation == true
        if !survey.isCancelled { survey.refusal = refusal(of: String(variant), after: outcomes) }
        break
      }
      survey.variantCount += 1
      if !known.insert(last.numbers).inserted { survey.repeatedCount += 1 }
      for outcome in outcomes where outcome.fault == nil {
        for (place, answer) in outcome.answers.enumerated() {
          if place == questions.count { questions.append(QuestionRange(answer)) }
          questions[place].take(answer, isOfVariant: outcome.isTaken)
        }
      }
    }
    let rounding = document.frontMatter.rounding == .nearest ? DecimalDigits.Shortening.rounded : .cutOff
    survey.questions = questions.compactMap {
      $0.question(shortening: rounding, decimals: document.frontMatter.decimals, text: onOneLine)
    }
    return survey
  }

  /// What is written at a place, on one line.
  private func onOneLine(_ range: SourceRange) -> String {
    document.file[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension VariantSurvey {
  fileprivate mutating func take(_ outcomes: [VariantDraws.Outcome]) {
    drawCount += outcomes.count
    for outcome in outcomes {
      if let fault = outcome.fault {
        stopCount += 1
        if firstStop == nil { firstStop = fault.message }
      } else {
        for (index, holds) in outcome.holds.enumerated() where holds { conditions[index].metCount += 1 }
      }
    }
  }
}

/// The answers to one question in many variants.
private struct QuestionRange {
  private let asked: Instruction.Question
  private var lowest = Double.infinity
  private var highest = -Double.infinity
  private var decimals = 0
  private var zeroCount = 0
  private var clearCount = 0
  private var mistakes: [Int: Int] = [:]

  init(_ answer: AnswerReader.Answer) { asked = answer.question }

  mutating func take(_ answer: AnswerReader.Answer, isOfVariant: Bool) {
    if isOfVariant {
      lowest = min(lowest, answer.value)
      highest = max(highest, answer.value)
    }
    decimals = max(decimals, answer.decimals)
    if answer.isClear { clearCount += 1 }
    if answer.isShownAsZero { zeroCount += 1 }
    for mistake in answer.mistakes { mistakes[mistake, default: 0] += 1 }
  }

  func question(
    shortening: DecimalDigits.Shortening, decimals least: Int, text: (SourceRange) -> String
  ) -> VariantSurvey.Question? {
    guard case .number(let number) = asked.kind, lowest <= highest else { return nil }
    let style = NumberStyle(decimals: decimals == 0 ? least : decimals, shortening: shortening)
    return VariantSurvey.Question(
      number: asked.number, subject: text(number.value.range), lowest: style.number(lowest),
      highest: style.number(highest), zeroCount: zeroCount,
      mistakes: mistakes.sorted { $0.key < $1.key }.map {
        .init(subject: text(number.mistakes[$0.key].value.range), count: $0.value)
      }, clearCount: clearCount)
  }
}
