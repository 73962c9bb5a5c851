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
    /// What is asked for.
    public let subject: Formula
    /// The lowest and the highest answer, as they are shown.
    public var lowest: Number
    public var highest: Number
    /// The variants whose answer is shown as 0 and is not 0.
    public var shownAsZero: [Int] = []
    /// The mistakes that cannot be told from the answer, each with the variants in which.
    public var mistakes: [Mistake] = []
  }

  /// A mistake that is the answer.
  public struct Mistake: Sendable {
    /// What is worked out.
    public let subject: Formula
    /// The variants.
    public var variants: [Int]
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
      && questions.allSatisfy { $0.shownAsZero.isEmpty && $0.mistakes.isEmpty }
  }
}

extension Lesson {
  /// Looks at the variants 1 to `count`, up to the first that has no numbers.
  ///
  /// It is the same, always; the lesson is worked out for each draw, and read once.
  public func surveyOfVariants(_ count: Int, watch: RunWatch = RunWatch()) -> VariantSurvey {
    var survey = VariantSurvey()
    survey.conditions = variation.conditions.map {
      .init(text: document.file[$0.range].split(whereSeparator: \.isWhitespace).joined(separator: " "))
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
      for (place, answer) in last.answers.enumerated() {
        if place == questions.count { questions.append(QuestionRange(answer)) }
        questions[place].take(answer, ofVariant: variant)
      }
    }
    let rounding = document.frontMatter.rounding == .nearest ? DecimalDigits.Shortening.rounded : .cutOff
    survey.questions = questions.compactMap {
      $0.question(shortening: rounding, decimals: document.frontMatter.decimals)
    }
    return survey
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
  private var shownAsZero: [Int] = []
  private var mistakes: [Int: [Int]] = [:]

  init(_ answer: AnswerReader.Answer) { asked = answer.question }

  mutating func take(_ answer: AnswerReader.Answer, ofVariant variant: Int) {
    lowest = min(lowest, answer.value)
    highest = max(highest, answer.value)
    decimals = max(decimals, answer.decimals)
    if answer.isShownAsZero { shownAsZero.append(variant) }
    for mistake in answer.mistakes { mistakes[mistake, default: []].append(variant) }
  }

  func question(shortening: DecimalDigits.Shortening, decimals least: Int) -> VariantSurvey.Question? {
    guard case .number(let number) = asked.kind else { return nil }
    let style = NumberStyle(decimals: decimals == 0 ? least : decimals, shortening: shortening)
    return VariantSurvey.Question(
      number: asked.number, subject: number.value.formula, lowest: style.number(lowest),
      highest: style.number(highest), shownAsZero: shownAsZero,
      mistakes: mistakes.sorted { $0.key < $1.key }.map {
        .init(subject: number.mistakes[$0.key].value.formula, variants: $0.value)
      })
  }
}
