package import Algebra
package import Diagnostics
package import Engine
package import Exposition
package import LessonProgram
import PrintedNumbers
import Prose
package import Transcript

/// Carries the instructions of a lesson out, one after the other, and writes down what happens.
package struct Runner {
  package private(set) var transcript: Transcript
  /// Whether it was stopped from outside.
  package private(set) var isCancelled = false
  /// Why the lesson stopped, if it did.
  package private(set) var diagnostic: Diagnostic?
  package private(set) var values: Values
  let style: NumberStyle
  private let file: SourceFile
  /// What is being worked out: where the lesson stops if that has no value.
  var place = SourceRange(0, 0)
  private let settings: [Name: Number]
  private(set) var work: WorkBound
  /// The comparisons that chose the formulas of elements when the lesson was written out.
  var reasons: [Name: [Condition]] = [:]
  /// What the loop that is being gone through has recorded; `nil` outside of one.
  package var records: Records?
  /// The numbers of the last training or of the last records, for plots.
  var curves: [Formula: RecordedCurve] = [:]
  /// Those of them that are of a training, a number for each epoch.
  var epochCurves: Set<Formula> = []
  /// The derivatives whose numbers are on the page and still hold.
  var shownDerivatives: Set<Formula> = []
  /// The lesson's own optimizers.
  var optimizers: [Name: OptimizerInUse] = [:]
  /// What optimizers need to step again.
  var recordedSteps = RecordedSteps()
  /// Who waits for the run.
  var watch = RunWatch()
  /// How many parts are wanted: a loop is stopped in its midst when there are as many.
  package var partLimit: Int?
  /// What the passes of a loop have changed, where somebody wants to know.
  package var trace: LoopTrace?

  /// A runner of a lesson, whose given numbers `settings` replace.
  init(
    transcript: Transcript, file: SourceFile, style: NumberStyle, settings: [Name: Number], seed: Int,
    work: WorkBound
  ) {
    self.transcript = transcript
    self.file = file
    self.style = style
    self.settings = settings
    self.work = work
    self.values = Values(seed: seed, work: work)
  }

  /// Carries all instructions out, or those before the first that has no value.
  package mutating func run(_ instructions: [Instruction]) {
    for instruction in instructions {
      guard carryOut(instruction) else { return }
    }
  }

  /// Carries the next instruction of the lesson out; false where the lesson stops at it.
  package mutating func carryOut(_ instruction: Instruction) -> Bool {
    place = instruction.range
    do {
      try goOn()
      try run(instruction)
      return true
    } catch  where error.isCancellation {
      isCancelled = true
    } catch {
      diagnostic = Diagnostic(
        error.message, at: place, kind: error.isInternal ? .internalError : .error)
    }
    return false
  }

  /// Stops where nobody wants to know any more.
  func goOn() throws(Fault) {
    if watch.isCancelled?() == true { throw .cancelled }
    try holdPartLimit()
  }

  /// Stops where there are as many parts as are wanted.
  func holdPartLimit() throws(Fault) {
    if let partLimit, transcript.parts.count >= partLimit { throw .cancelled }
  }

  package mutating func run(_ instruction: Instruction) throws(Fault) {
    if isQuiet { return try runQuietly(instruction) }
    switch instruction.form {
    case .prose(let block):
      transcript.parts.append(.prose(try block.map { value throws(Fault) in try number(of: value) }))
    case .comment(let text):
      try add(Step(name: text, lines: [Line(.comment(text))]), instruction)
    case .given(let kind, let givens):
      try add(step(giving: givens, kind, comment: instruction.comment), instruction)
    case .define(let definitions):
      try add(step(defining: definitions, comment: instruction.comment), instruction)
    case .explain(let formula):
      try add(step(explaining: formula, comment: instruction.comment), instruction)
    case .explainFamily(let family, let names):
      try add(step(explaining: names, of: family, comment: instruction.comment), instruction)
    case .explainDerivatives(let output, let family, let names):
      try add(
        step(explainingDerivativesOf: output, by: family, names, comment: instruction.comment), instruction)
    case .function(let text):
      try add(step(showing: text, comment: instruction.comment), instruction)
    case .backward(let name):
      try add(step(passingBackFrom: name, comment: instruction.comment), instruction)
    case .forward:
      try add(stepForward(comment: instruction.comment), instruction)
    case .optimizer(let name, let call):
      try add(step(naming: name, call, comment: instruction.comment), instruction)
    case .update(let descent):
      try add(step(descending: descent, comment: instruction.comment), instruction)
    case .train(let training):
      try train(training, instruction)
    case .assign(let assignments):
      try add(step(assigning: assignments), instruction)
    case .data(let set, let call):
      values.data[set.name] = set
      try add(step(showing: set, madeBy: call, comment: instruction.comment), instruction)
    case .loop(let loop):
      try run(loop, instruction)
    case .record:
      break
    case .table(let table):
      try add(step(tabulating: table, comment: instruction.comment), instruction)
    case .plot(let plotting):
      try add(step(plotting: plotting, comment: instruction.comment), instruction)
    case .checks(let checks):
      try add(step(checking: checks), instruction)
    case .ask(let asked):
      let question = try question(asking: asked)
      place = instruction.range
      try work.print(question.estimatedBytes)
      transcript.parts.append(.question(question))
    }
  }

  mutating func add(_ step: Step, _ instruction: Instruction) throws(Fault) {
    var step = step
    try work.spend(Work.shown(lines: step.lines.count))
    try work.print(step.lines.reduce(0) { $0 + $1.estimatedBytes })
    if case .given = instruction.form, instruction.isJoined, joinGivens(step) { return }
    // A comment on a line of its own belongs to what stands below it.
    step.isJoined = instruction.isJoined && transcript.parts.last?.isComment == true
    transcript.parts.append(.step(step))
  }

  /// Given numbers right below given numbers are rows of the same columns.
  private mutating func joinGivens(_ step: Step) -> Bool {
    guard step.lines.count == 1, case .givens(let below) = step.lines[0].content,
      case .step(let last)? = transcript.parts.last, last.lines.count == 1,
      case .givens(var above) = last.lines[0].content
    else { return false }
    let name = last.name
    let isJoined = last.isJoined
    // Taken out while it grows, so that the rows are not copied for each one.
    transcript.parts.removeLast()
    above.rows += below.rows
    transcript.parts.append(.step(Step(name: name, lines: [Line(.givens(above))], isJoined: isJoined)))
    return true
  }

  /// Whether the next instruction of the lesson may become a row of what was shown last.
  package func mayJoinLastPart(_ next: Instruction) -> Bool {
    guard case .given = next.form, next.isJoined, case .step(let last)? = transcript.parts.last,
      last.lines.count == 1, case .givens = last.lines[0].content
    else { return false }
    return true
  }

  // MARK: - What the steps share

  /// The workings of equations at the current values.
  package var chains: ChainWorking { ChainWorking(style: style, values: values) }

  /// Whether any given number is replaced, or rows are, so that the lesson's author has not seen what comes of it.
  var hasSettings: Bool { !settings.isEmpty || values.data.contains { $0.value.source != nil } }

  /// The number that replaces a given one.
  func setting(of name: Name) -> Number? { settings[name] }

  /// A runner with a copy of all that `formulas` depend on: what it works out is counted against `work` and changes
  /// nothing here.
  package func copy(beneath formulas: [Formula], work: WorkBound) throws(Fault) -> Runner {
    var copy = self
    copy.values = try values.copy(beneath: formulas, work: work)
    copy.work = work
    copy.shownDerivatives = []
    copy.recordedSteps = RecordedSteps()
    copy.partLimit = nil
    return copy
  }

  /// The line of the lesson on which something stands, from 1.
  func line(of range: SourceRange) -> Int { file.location(of: range.lowerBound).line }

  /// The number of an inline value.
  mutating func number(of value: Instruction.InlineValue) throws(Fault) -> Number {
    place = value.range
    return style.shown(try values.shownNumber(of: value.formula))
  }
}

extension Transcript.Part {
  fileprivate var isComment: Bool {
    guard case .step(let step) = self, case .comment? = step.lines.last?.content else { return false }
    return true
  }
}
