public import Algebra
public import Diagnostics
import Engine
import LessonDocument
import LessonLanguage
import LessonProgram
import PrintedNumbers

/// A training that is gone through as far as somebody wants to see it, and back.
///
/// It is the training at the end of a lesson, and at each epoch it stands where a run of the lesson with so many epochs
/// ends, to the last bit. It goes on from epochs that are kept: what lies between two of them is worked out again.
public final class LiveTraining {
  /// The lesson, with the rates that have been set.
  public private(set) var text: TrainingText
  /// Why it cannot go on; `nil` while it can.
  public private(set) var end: End?
  private(set) var stage: TrainingStage
  private var moments = KeptMoments()
  /// Where its output is looked at.
  let view: TrainingView
  /// The places of a plane on which the output was looked at last.
  var lattice: Lattice?

  /// Why a training does not go on.
  public enum End: Hashable, Sendable {
    /// It is at the end that the lesson sets it.
    case met
    /// Something has no value, or a bound of the lesson format is reached.
    case stopped(Diagnostic)
    /// It was stopped from outside.
    case cancelled
  }

  /// What is wrong with a lesson whose training cannot begin.
  public struct Refusal: Error {
    /// The lesson as it was read.
    public let file: SourceFile
    /// What is wrong with it.
    public let diagnostics: [Diagnostic]
  }

  /// The training at the end of a lesson, before its first epoch.
  public init(_ text: TrainingText, watch: RunWatch = RunWatch()) throws(Refusal) {
    self.text = text
    stage = try TrainingStage(text.lesson(epochs: 1), of: text.file, watch: watch)
    view = TrainingView(stage)
    end = nil
    let open = stage.open
    if stage.interpreter.attempt({ _, _ throws(Fault) in try open.loop.begin(isLossNeeded: true) }) == nil {
      throw stage.refusal
    }
    moments.keep(open.loop.moment)
  }

  private var loop: TrainingLoop { stage.open.loop }

  // MARK: How it stands

  /// How many epochs have been gone through.
  public var epoch: Int { loop.epoch }

  /// The loss behind the last of them, or before the first; `nil` where it has no value.
  public var loss: Double? { loop.losses.last ?? loop.startingLoss }

  /// The losses so far by their epochs, that before the first at 0: all, or of very many those that make the curve.
  public var losses: [(epoch: Int, loss: Double)] {
    let start = loop.startingLoss.map { [(epoch: 0, loss: $0)] } ?? []
    return start + loop.losses.points.map { (epoch: $0.place, loss: $0.number) }
  }

  /// What is learned, in the order of the lesson.
  public var paramNames: [String] { loop.plan.params.map(\.text) }

  /// The numbers of what is learned.
  public var params: [Double] { loop.params }

  /// A number with as many digits as the lesson shows.
  public func shown(_ value: Double) -> Number { stage.style.number(value) }

  /// The rate of the next epoch; `nil` where the optimizer has another one in each epoch.
  public var rate: Number? {
    if let text = text.rates.last?.text, let value = Double(text) { return Number(value, text: text) }
    guard stage.open.used.schedule == nil else { return nil }
    return stage.open.used.settings.first
  }

  /// The lesson with the epochs that have been gone through.
  public var lesson: String { text.lesson(epochs: epoch) }

  // MARK: Going on and back

  /// Goes on to the end of an epoch, or as long as there is time, which is asked behind each epoch.
  public func goOn(to last: Int, while hasTime: () -> Bool) {
    guard end == nil else { return }
    let loop = loop
    let hasEnded: Bool? = stage.interpreter.attempt { _, _ throws(Fault) in
      while loop.epoch < last {
        if try loop.goOn() != nil { return true }
        if !hasTime() { break }
      }
      return try loop.settle() != nil
    }
    if let hasEnded {
      if hasEnded { end = .met }
      moments.keep(loop.moment)
    } else {
      end = stage.interpreter.isCancelled ? .cancelled : stage.interpreter.diagnostic.map { .stopped($0) }
      goToLastKnown()
    }
  }

  /// Goes to the last epoch whose loss is known: where a training stops, its params may be on their way to the next.
  private func goToLastKnown() {
    let known = loop.losses.count
    loop.goOn(from: moments.last, of: loop)
    do throws(Fault) {
      while loop.epoch < known { _ = try loop.goOn() }
      _ = try loop.settle()
    } catch {
      // It was stopped from outside, or a bound leaves no room: what is kept is where it stands.
      loop.goOn(from: moments.last, of: loop)
    }
    moments.keep(loop.moment)
  }

  /// Goes back to the last epoch that is kept up to this one, from which it can be gone on to: what lies between is worked
  /// out as it was. What came behind `epoch` is forgotten, the rates that were set there included.
  public func goBack(to epoch: Int) {
    let (moment, old) = (moments.goBack(to: epoch), loop)
    if text.forgetRates(after: epoch) || end != nil { restage() }
    end = nil
    loop.goOn(from: moment, of: old)
  }

  /// Sets the rate of the epochs that come; `false` where it cannot be set, or is none that the optimizer takes.
  public func setRate(_ rate: String) -> Bool {
    guard text.hasRate, end == nil || end != .cancelled else { return false }
    let (before, old) = (text, stage)
    let moment = moments.last
    text.setRate(rate, after: epoch)
    guard restage() else {
      (text, stage) = (before, old)
      return false
    }
    loop.goOn(from: moment, of: old.open.loop)
    end = nil
    return true
  }

  /// Reads the lesson again, once its text has changed.
  @discardableResult
  private func restage() -> Bool {
    guard let new = try? TrainingStage(text.lesson(epochs: 1), of: text.file, watch: stage.watch) else {
      return false
    }
    stage = new
    return true
  }

  /// The training as it was when it last stood still.
  var moment: TrainingLoop.Moment { moments.last }
}

/// A lesson that has been carried out up to the training at its end.
struct TrainingStage {
  var interpreter: Interpreter
  let instructions: ArraySlice<Instruction>
  let open: OpenTraining
  let watch: RunWatch
  let style: NumberStyle
  /// The names that the lesson gives as targets.
  let targets: Set<Name>
  private let file: SourceFile

  /// Carries a lesson out up to its last training; further statements may follow that.
  init(_ text: String, of file: SourceFile, watch: RunWatch) throws(LiveTraining.Refusal) {
    self.file = SourceFile(name: file.name, text: text)
    self.watch = watch
    var options = RunOptions()
    options.watch = watch
    let lesson = Lesson(LessonDocument(reading: self.file), name: file.name)
    let plan = lesson.plan(options)
    style = plan.style
    guard plan.diagnostics.isEmpty else {
      throw LiveTraining.Refusal(file: self.file, diagnostics: plan.diagnostics)
    }
    let place = plan.instructions.lastIndex { if case .train = $0.kind { true } else { false } }
    var interpreter = plan.interpreter()
    guard let place, interpreter.carryOut(plan.instructions[..<place]),
      let open = interpreter.attempt({ execution, _ throws(Fault) in
        try execution.open(plan.instructions[place])
      }) ?? nil
    else {
      throw LiveTraining.Refusal(file: self.file, diagnostics: interpreter.diagnostic.map { [$0] } ?? [])
    }
    instructions = plan.instructions[place...]
    targets = Set(
      plan.instructions.flatMap { instruction -> [Name] in
        if case .given(.target, let givens) = instruction.kind { givens.map(\.name) } else { [] }
      })
    self.interpreter = interpreter
    self.open = open
  }

  /// Why it has stopped.
  var refusal: LiveTraining.Refusal {
    LiveTraining.Refusal(file: file, diagnostics: interpreter.diagnostic.map { [$0] } ?? [])
  }
}

/// The epochs of a training from which it can go on, from the first on.
private struct KeptMoments {
  private var moments: [TrainingLoop.Moment] = []

  /// No more moments are kept, and no more numbers than these: of more, every second is forgotten.
  private static let (maxCount, maxNumbers) = (512, 4_000_000)

  var last: TrainingLoop.Moment { moments[moments.count - 1] }

  mutating func keep(_ moment: TrainingLoop.Moment) {
    if let last = moments.last, last.epoch >= moment.epoch { return }
    moments.append(moment)
    guard moments.count > 2, moments.count > min(Self.maxCount, Self.maxNumbers / max(1, moment.size)) else {
      return
    }
    let last = moments.count - 1
    moments = moments.indices.filter { $0.isMultiple(of: 2) || $0 == last }.map { moments[$0] }
  }

  /// Forgets the moments behind an epoch, and gives the last that is left; the first always is.
  mutating func goBack(to epoch: Int) -> TrainingLoop.Moment {
    while moments.count > 1, last.epoch > epoch { moments.removeLast() }
    return last
  }
}
