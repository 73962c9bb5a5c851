package import Algebra
public import Diagnostics
package import Engine
public import LessonDocument
import LessonLanguage
import LessonProgram
import PrintedNumbers
public import Transcript

/// A lesson that is ready to be run: its cells are read and every name in them is looked up.
public struct Lesson: Sendable {
  /// What is wrong with the lesson, in reading order, at most 100; a lesson with errors is not run.
  public let diagnostics: [Diagnostic]
  /// The names whose numbers a run can replace: all given numbers, in order.
  public let settableNames: [String]
  /// The rows that a run can replace: all data, in order.
  let data: [DataSet]
  let document: LessonDocument
  let name: String
  /// What is carried out.
  var instructions: [Instruction]
  /// How its statements are arranged, where it is an exercise.
  var arrangement: Arrangement?
  /// The consts among them, with whose numbers the lesson is written out.
  private let constNames: Set<Name>
  /// Whether a value is called `e`, or what a range or rows are gone through with, or the elements of a family are.
  public let hasValueCalledE: Bool
  /// What the variants of the lesson draw.
  let variation: Variation
  /// What an author should look at twice in the texts of the questions.
  let questionFindings: RunningText.Findings

  /// The lesson of a document.
  ///
  /// - Parameters:
  ///   - document: the lesson as it is written.
  ///   - name: the lesson's name.
  ///   - knownLessons: the names of the course's lessons, among which those that the lesson needs must be; `nil` for a
  ///     lesson outside a course, which may need any.
  public init(_ document: LessonDocument, name: String, knownLessons: [String]? = nil) {
    let resolver = Resolver(document)
    let faults = document.diagnostics + Lesson.unknownNeeds(of: document, knownLessons) + resolver.diagnostics
    self.document = document
    self.name = name
    self.instructions = resolver.body.instructions
    self.diagnostics = Lesson.firstInOrder(faults)
    self.questionFindings = resolver.questionFindings
    self.variation = resolver.variation
    self.hasValueCalledE = resolver.scope.isECalled || resolver.scope.families[Name("e")] != nil
    let definitions = resolver.scope.definitions
    let given = definitions.indices.lazy.filter { definitions[$0].kind != .formula }
    self.settableNames = given.map { definitions[$0].name.text }
    self.constNames = Set(
      given.filter { definitions[$0].kind == .given(.const) }.map { definitions[$0].name })
    self.data = resolver.scope.dataInOrder
  }

  /// Runs the lesson from its first line to its last, or to the first step that has no value.
  ///
  /// The same lesson with the same options gives the same transcript, always.
  public func run(_ options: RunOptions = RunOptions()) -> LessonRun {
    run(options, within: WorkBound.Limits())
  }

  /// Runs the lesson within other bounds than those of the lesson format.
  func run(_ options: RunOptions = RunOptions(), within limits: WorkBound.Limits) -> LessonRun {
    let plan = plan(options, within: limits)
    var interpreter = plan.interpreter()
    let graph = interpreter.run(plan, options.graph)
    return LessonRun(
      transcript: interpreter.transcript,
      diagnostics: plan.diagnostics + (interpreter.diagnostic.map { [$0] } ?? []),
      isCancelled: interpreter.isCancelled, graph: graph)
  }

  /// What a run with these options begins from.
  package func plan(_ options: RunOptions, within limits: WorkBound.Limits = WorkBound.Limits()) -> RunPlan {
    let matter = document.frontMatter
    let settings = Dictionary(
      options.settings.map { (Name($0.name), $0.number) }, uniquingKeysWith: { $1 })
    var plan = RunPlan(
      document: document, lesson: name,
      style: NumberStyle(
        decimals: options.decimals ?? matter.decimals,
        shortening: matter.rounding == .nearest ? .rounded : .cutOff),
      settings: settings, data: options.data.map(\.set), limits: limits, watch: options.watch,
      variant: options.variant, hasValueCalledE: hasValueCalledE)
    plan.diagnostics = diagnostics
    let isWrittenAnew = options.settings.contains { constNames.contains(Name($0.name)) }
    if diagnostics.isEmpty, isWrittenAnew || !options.data.isEmpty {
      // A const may be the end of a range: the lesson is written out anew.
      plan.isAsWritten = false
      let resolver = Resolver(document, settings: settings, data: options.data.map(\.set))
      plan.diagnostics = Lesson.firstInOrder(resolver.diagnostics)
      let instructions = resolver.body.instructions
      plan.instructions = arrangement?.instructions(instructions) ?? instructions
    } else {
      plan.instructions = instructions
    }
    plan.arrangement = arrangement
    if !plan.diagnostics.isEmpty { plan.instructions = [] }
    return plan
  }

  /// Whether a given name is a const.
  func isConst(_ name: Name) -> Bool { constNames.contains(name) }

  /// The first messages in reading order, as many as anyone reads.
  static func firstInOrder(_ faults: [Diagnostic]) -> [Diagnostic] {
    let inOrder = faults.enumerated().sorted {
      ($0.element.range?.lowerBound ?? -1, $0.offset) < ($1.element.range?.lowerBound ?? -1, $1.offset)
    }
    return inOrder.prefix(Diagnostic.maxPerFile).map(\.element)
  }

  private static func unknownNeeds(of document: LessonDocument, _ known: [String]?) -> [Diagnostic] {
    guard let known else { return [] }
    return document.frontMatter.needs.filter { !known.contains($0.lesson) }.map {
      Diagnostic(
        "there is no lesson `\($0.lesson)` in this course", at: $0.range,
        advice: .nearest(to: $0.lesson, among: known, at: $0.range))
    }
  }
}

/// What a run may do differently from what the lesson says.
public struct RunOptions {
  /// Digits after the point, 0 to 12, in place of the lesson's.
  public var decimals: Int?
  /// Numbers that replace given ones.
  public var settings: [Setting]
  /// The variant of which the numbers are: it stands at the top of the page, on which the lecture's checks are not shown.
  public var variant: String?
  /// Rows that replace those of data.
  public var data: [Rows] = []
  /// Which computation graph is to be made besides, if any.
  public var graph: GraphRequest?
  /// Who waits for the run.
  public var watch = RunWatch()

  /// A number that replaces a given one.
  public struct Setting: Sendable {
    /// The name of the given number.
    public let name: String
    let number: Number

    /// `name` set to the number written as `text`, such as `0.9`, `-2` or `1e-8`; `nil` when that is no number.
    public init?(name: String, text: String) {
      var ascii = text.hasPrefix("−") ? "-" + text.dropFirst() : text
      if ascii.hasPrefix(".") || ascii.hasPrefix("-.") {
        ascii.insert("0", at: ascii.firstIndex(of: ".") ?? ascii.startIndex)
      }
      guard DecimalDigits(text: ascii) != nil, let value = Double(ascii), value.isFinite else { return nil }
      self.init(name: name, number: Number(value, text: NumberStyle.literalText(ascii, value: value)))
    }

    /// `name` set to a number with its digits.
    package init(name: String, number: Number) {
      self.name = name
      self.number = number
    }

    /// The digits of the number, with an ASCII minus.
    public var text: String { number.text ?? number.value.description }
  }

  /// The options of a run.
  public init(decimals: Int? = nil, settings: [Setting] = []) {
    self.decimals = decimals
    self.settings = settings
  }
}

/// What came of a run.
public struct LessonRun: Sendable {
  /// What happened, up to where the lesson stopped.
  public var transcript: Transcript
  /// Why it stopped; empty when it ran to its end.
  public let diagnostics: [Diagnostic]
  /// Whether it was stopped by the run's watch; a training ends with its last whole epoch then.
  public var isCancelled = false
  /// The computation graph that was asked for, or why there is none; `nil` where none was asked for, and where the lesson
  /// stopped before.
  public var graph: Result<ComputationGraph, GraphRefusal>?

  /// What has come of a run.
  package init(
    transcript: Transcript, diagnostics: [Diagnostic], isCancelled: Bool,
    graph: Result<ComputationGraph, GraphRefusal>?
  ) {
    self.transcript = transcript
    self.diagnostics = diagnostics
    self.isCancelled = isCancelled
    self.graph = graph
  }
}
