import Algebra
import Diagnostics
import Engine
import LessonDocument
import LessonProgram

/// Draws the numbers of variants: again and again, until the lesson runs to its end with them, each answer is clear, and all
/// conditions hold at the end.
///
/// The lesson is not read again for it, unless a const is drawn, which may be the end of a range: then once for each choice
/// of the consts.
struct VariantDraws {
  /// So often is drawn for a variant.
  static let mostDraws = 1000
  /// So many choices of consts are kept.
  private static let mostWrittenAnew = 100

  let lesson: Lesson
  private let limits: WorkBound.Limits
  private let watch: RunWatch
  /// Where the consts stand among what is drawn.
  private let consts: [Int]
  private var writtenAnew: [[Number]: Written] = [:]

  /// The lesson, written out with the consts of a draw; with some it may be wrong.
  private enum Written {
    case program([Instruction], [Variation.Requirement])
    case wrong(Diagnostic)
  }

  /// What came of a draw.
  struct Outcome {
    /// The numbers.
    let numbers: [Number]
    /// Why the lesson stopped, if it did.
    var fault: Fault?
    /// Which of the conditions hold at its end.
    var holds: [Bool] = []
    /// The answers to its questions.
    var answers: [AnswerReader.Answer] = []

    /// Whether these are the numbers of the variant.
    var isTaken: Bool { fault == nil && holds.allSatisfy(\.self) && answers.allSatisfy(\.isClear) }
  }

  /// Draws for `lesson`, within the bounds for each variant.
  init(_ lesson: Lesson, limits: WorkBound.Limits = WorkBound.Limits(), watch: RunWatch = RunWatch()) {
    self.lesson = lesson
    self.limits = limits
    self.watch = watch
    consts = lesson.variation.drawn.indices.filter { lesson.isConst(lesson.variation.drawn[$0].name) }
  }

  /// Draws for a variant until a draw is taken, or it is to be given up: after `mostDraws`, where the bound of work is reached,
  /// and where nobody waits any more.
  ///
  /// - Returns: the draws, the last of which is taken if any is.
  mutating func draws(ofVariant variant: String) -> [Outcome] {
    let work = WorkBound(limits)
    var outcomes: [Outcome] = []
    while outcomes.count < Self.mostDraws {
      let numbers = lesson.variation.draw(outcomes.count, ofVariant: variant, of: lesson.name)
      let outcome = outcome(of: numbers, work)
      outcomes.append(outcome)
      if outcome.isTaken || outcome.fault?.isBound == true || outcome.fault?.isCancellation == true { break }
    }
    return outcomes
  }

  private mutating func outcome(of numbers: [Number], _ work: WorkBound) -> Outcome {
    var outcome = Outcome(numbers: numbers)
    let settings = Dictionary(
      zip(lesson.variation.drawn.map(\.name), numbers), uniquingKeysWith: { first, _ in first })
    let environment = Environment(seed: lesson.document.frontMatter.seed, work: work)
    var execution = Execution(environment: environment, settings: settings, watch: watch.ofExecution)
    var reader = AnswerReader(environment)
    do throws(Fault) {
      switch try written(with: consts.map { numbers[$0] }, settings, work) {
      case .wrong(let diagnostic): throw .refused(diagnostic.message)
      case .program(let instructions, let conditions):
        for instruction in instructions { try execution.carryOut(instruction, telling: &reader) }
        // What has no value meets no condition.
        outcome.holds = conditions.map { (try? execution.holds($0.condition)) ?? false }
        outcome.answers = reader.answers
      }
    } catch {
      outcome.fault = error
    }
    return outcome
  }

  private mutating func written(
    with numbers: [Number], _ settings: [Name: Number], _ work: WorkBound
  ) throws(Fault) -> Written {
    guard !consts.isEmpty else { return .program(lesson.instructions, lesson.variation.conditions) }
    if let written = writtenAnew[numbers] { return written }
    try work.spend(Work.readingByte * lesson.document.file.bytes.count)
    let resolver = Resolver(lesson.document, settings: settings)
    try work.spend(Work.resolvedValue * resolver.scope.definitions.count)
    let written: Written =
      if let first = Lesson.firstInOrder(resolver.diagnostics).first {
        .wrong(first)
      } else {
        .program(resolver.body.instructions, resolver.variation.conditions)
      }
    if writtenAnew.count == Self.mostWrittenAnew { writtenAnew = [:] }
    writtenAnew[numbers] = written
    return written
  }
}

extension Work {
  /// A byte of a lesson that is read once more.
  fileprivate static let readingByte = 300
  /// A value of it.
  fileprivate static let resolvedValue = 3000
}
