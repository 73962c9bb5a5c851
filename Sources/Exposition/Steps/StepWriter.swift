import Algebra
package import Diagnostics
package import Engine
package import LessonProgram
package import PrintedNumbers
import Prose
package import Transcript

/// Writes the steps of a transcript: what is told of what happens to the numbers of a lesson.
///
/// It changes no number. A step is written when its instruction has been carried out; what is shown of the numbers before
/// is looked up when the instruction begins.
package struct StepWriter {
  /// What has been written.
  package private(set) var parts: [Transcript.Part] = []
  /// The numbers that are told of.
  package let environment: Environment
  /// How they are shortened for show.
  package let style: NumberStyle
  /// What is being written, where that is more exact than the instruction: where the lesson stops if it has no value.
  package var currentRange: SourceRange?
  /// The comparisons that chose the formulas of elements when the lesson was written out.
  var reasons: [Name: [Condition]] = [:]
  /// The derivatives whose numbers are on the page and still hold.
  var shownDerivatives: Set<Formula> = []
  /// What is left open of statements, by where they begin.
  package var blanks: [Int: Blanks] = [:]
  /// Where the statements begin of which nothing is shown.
  package var silent: Set<Int> = []
  /// Whether a step has been left out since the last part, which is whole then.
  private var isBehindSilence = false
  /// The lines of the step that is being written.
  var draft = Draft()
  private let file: SourceFile
  private let areNumbersReplaced: Bool
  private let showsChecks: Bool
  /// The loops that are being gone through, the innermost last.
  private var loops: [OpenLoop] = []

  /// A loop that is being gone through.
  private struct OpenLoop {
    /// The instruction, joined to what was written of it.
    var instruction: Instruction
    /// What stands at its end.
    var end: [Line] = []
  }

  /// A writer who has written nothing.
  ///
  /// - Parameters:
  ///   - file: the lesson's file, for the lines on which things stand.
  ///   - areNumbersReplaced: whether any given number is another than the lesson's own.
  ///   - showsChecks: whether the numbers that a lecture prints have anything to do with the lesson's.
  package init(
    environment: Environment, style: NumberStyle, file: SourceFile, areNumbersReplaced: Bool = false,
    showsChecks: Bool = true
  ) {
    self.environment = environment
    self.style = style
    self.file = file
    self.areNumbersReplaced = areNumbersReplaced
    self.showsChecks = showsChecks
  }

  /// A writer of the same numbers on a copy of all that is asked for: what it works out changes nothing here.
  package func with(_ environment: Environment) -> StepWriter {
    var copy = StepWriter(
      environment: environment, style: style, file: file, areNumbersReplaced: areNumbersReplaced,
      showsChecks: showsChecks)
    copy.reasons = reasons
    return copy
  }

  // MARK: - What the steps share

  /// What is worked out for show is counted against this.
  var work: WorkBound { environment.work }

  /// The workings of equations at the current values.
  package var equations: EquationWorking { EquationWorking(style: style, environment: environment) }

  /// Whether any given number is replaced, or rows are, so that the lesson's author has not seen what comes of it.
  var hasSettings: Bool { areNumbersReplaced || environment.data.contains { $0.value.source != nil } }

  /// The line of the lesson on which something stands, from 1.
  func line(of range: SourceRange) -> Int { file.location(of: range.lowerBound).line }

  /// The number of an inline value.
  mutating func number(of value: Instruction.InlineValue) throws(Fault) -> Number {
    currentRange = value.range
    return style.shown(try environment.shownNumber(of: value.formula))
  }
}

// MARK: - Events

extension StepWriter: Observer {
  package var partCount: Int { parts.count }

  package mutating func observe(_ event: Event) throws(Fault) {
    switch event {
    case .begins(let instruction): try begin(instruction)
    case .gave(let given, let number): try add(given, number)
    case .named(let optimizer): draft.lines += lines(naming: optimizer)
    case .sets(let assignment, let number, let derivatives): try add(assignment, number, derivatives)
    case .stepped(let step): try add(step)
    case .trained(let finished):
      let lines = TrainingWorking(finished, style: style).lines()
      try add(Step(name: "train \(finished.plan.cost)", lines: draft.lines + lines))
      shownDerivatives = []
    case .pass(let pass, let count):
      try add(heading([.words("pass \(pass) of \(count)")]), of: loops.last?.instruction)
    case .row(let row, let set, let columns):
      let results = columns.map { NamedNumber(.name(set.columns[$0]), style.shown(set.rows[row - 1][$0])) }
      try add(heading([.words("row \(row) of \(set.name)")], results), of: loops.last?.instruction)
    case .recorded(let recordings):
      let tables = recordings.flatMap { [Line(.blank), Line(.table(table(of: $0)))] }
      loops[loops.count - 1].end += tables.dropFirst()
      shownDerivatives = []
    case .looped(let ending):
      let end = loops[loops.count - 1].end
      loops[loops.count - 1].end += (end.isEmpty ? [] : [Line(.blank)]) + [Line(.remark(phrases(of: ending)))]
    case .ends(let instruction): try end(instruction)
    }
    currentRange = nil
  }

  /// What is known of the numbers before, and what stands above the working.
  private mutating func begin(_ instruction: Instruction) throws(Fault) {
    draft = Draft()
    draft.instruction = instruction
    switch instruction.kind {
    case .loop:
      var instruction = instruction
      if let comment = instruction.comment {
        try add(Step(name: "loop", lines: [Line(.comment(comment))]))
        instruction.isJoined = true
      }
      loops.append(OpenLoop(instruction: instruction))
    case .given(let kind, _): draft.givens = GivensDraft(kind: kind, comment: instruction.comment)
    case .define, .optimizer: break
    case .assign(let assignments): try begin(assignments)
    case .update(let descent):
      draft.add(comment: instruction.comment)
      draft.before = descent.params.map { environment.number(of: $0) }
      if descent.rows == nil {
        draft.derivatives = try environment.shownDerivatives(of: descent.cost, by: descent.params)
      } else {
        draft.derivatives = try descent.params.map { name throws(Fault) in
          try environment.shownNumber(ofAtom: .derivative(of: descent.costFormula, by: name))
        }
      }
    case .reset(let names):
      draft.add(comment: instruction.comment)
      draft.before = names.map { environment.number(of: $0) }
      shownDerivatives = []
    case .forward:
      draft.add(comment: instruction.comment)
      shownDerivatives = []
      draft.before = environment.entries.map { environment.shownNumber(of: $0.name) }
    default: draft.add(comment: instruction.comment)
    }
  }

  /// The step, its numbers being those that the instruction has left.
  private mutating func end(_ instruction: Instruction) throws(Fault) {
    switch instruction.kind {
    case .prose(let block):
      parts.append(.prose(try block.map { value throws(Fault) in try number(of: value) }))
    case .comment(let text): try add(Step(name: text, lines: [Line(.comment(text))]))
    case .given(_, let givens): try add(step(ofGivens: givens))
    case .define(let definitions): try add(step(defining: definitions, comment: instruction.comment))
    case .explain(let formula): try add(step(explaining: formula))
    case .explainFamily(let family, let names): try add(step(explaining: names, of: family))
    case .explainDerivatives(let output, let family, let names):
      try add(step(explainingDerivativesOf: output, by: family, names))
    case .function(let text): try add(Step(name: text, lines: draft.lines + [Line(.remark([.words(text)]))]))
    case .backward(let name, let names): try add(step(passingBackFrom: name, by: names))
    case .reset(let names): try add(step(resetting: names))
    case .forward: try add(stepForward())
    case .optimizer(let name, _): try add(Step(name: "optimizer \(name)", lines: draft.lines))
    case .update(let descent): try add(Step(name: "update \(descent.cost)", lines: draft.lines))
    case .assign(let assignments): try add(step(assigning: assignments))
    case .data(let set, made: let call): try add(step(showing: set, madeBy: call))
    case .table(let table): try add(step(tabulating: table))
    case .plot(let plotting): try add(step(plotting: plotting))
    case .network(let name, let outline): try add(step(drawing: outline, of: name))
    case .checks(let checks): if showsChecks { try add(step(checking: checks)) }
    case .ask(let asked):
      let question = try question(asking: asked)
      currentRange = nil
      try work.print(question.estimatedBytes)
      parts.append(.question(question))
    case .loop:
      guard let loop = loops.popLast(), !loop.end.isEmpty else { return }
      try add(Step(name: "end", lines: loop.end), of: loop.instruction)
    case .train, .record: break
    }
  }

  // MARK: Loops

  private func heading(_ words: [Phrase], _ results: [NamedNumber] = []) -> Step {
    Step(
      name: "pass",
      lines: [Line(.remark(words))] + (results.isEmpty ? [] : [Line(.results(results), level: 1)]))
  }

  private func phrases(of ending: LoopEnding) -> [Phrase] {
    let passes = "after \(ending.passes) pass\(ending.passes == 1 ? "" : "es")"
    return [
      .words(ending.isMet ? "stopped \(passes), because" : "\(passes) it still is not so that"),
      .condition(ending.until),
    ]
  }

  /// The rows that are shown, and in their midst how many are not.
  private func table(of recording: Records.Recording) -> Table {
    let cells = { (row: [Number]) in row.map { Table.Cell.number(style.shown($0)) } }
    let hidden = recording.count - recording.first.count - recording.last.count
    return Table(
      header: recording.formulas.map { .formula($0) },
      rows: recording.first.map(cells)
        + (hidden > 0 ? [ShownRows.ellipsis(recording.formulas.count)] : []) + recording.last.map(cells))
  }
}

// MARK: - The transcript

extension StepWriter {
  /// Adds a step of the instruction that is being written.
  private mutating func add(_ step: Step) throws(Fault) { try add(step, of: draft.instruction) }

  private mutating func add(_ step: Step, of instruction: Instruction?) throws(Fault) {
    guard let instruction else {
      preconditionFailure("a step belongs to an instruction that has begun")
    }
    if silent.contains(instruction.range.lowerBound) {
      isBehindSilence = true
      return
    }
    var step = step
    if let blanks = blanks[instruction.range.lowerBound] { step = step.blanked(blanks) }
    try work.spend(Work.shown(lines: step.lines.count))
    try work.print(step.lines.reduce(0) { $0 + $1.estimatedBytes })
    if case .given = instruction.kind, instruction.isJoined, joinGivens(step) { return }
    // A comment on a line of its own belongs to what stands below it.
    step.isJoined = instruction.isJoined && parts.last?.isComment == true
    parts.append(.step(step))
    isBehindSilence = false
  }

  /// Given numbers right below given numbers are rows of the same columns.
  private mutating func joinGivens(_ step: Step) -> Bool {
    guard !isBehindSilence, step.lines.count == 1, case .givens(let below) = step.lines[0].content,
      case .step(let last)? = parts.last, last.lines.count == 1,
      case .givens(var above) = last.lines[0].content
    else { return false }
    let name = last.name
    let isJoined = last.isJoined
    // Taken out while it grows, so that the rows are not copied for each one.
    parts.removeLast()
    above.rows += below.rows
    parts.append(.step(Step(name: name, lines: [Line(.givens(above))], isJoined: isJoined)))
    return true
  }

  /// Whether the next instruction of the lesson may become a row of what was shown last.
  package func mayJoinLastPart(_ next: Instruction) -> Bool {
    guard !isBehindSilence, case .given = next.kind, next.isJoined, case .step(let last)? = parts.last,
      last.lines.count == 1, case .givens = last.lines[0].content
    else { return false }
    return true
  }

  /// What is shown of an instruction that changes no number.
  package mutating func parts(of instruction: Instruction) throws(Fault) -> [Transcript.Part] {
    let count = parts.count
    try observe(.begins(instruction))
    try observe(.ends(instruction))
    return Array(parts.dropFirst(count))
  }
}

extension Transcript.Part {
  fileprivate var isComment: Bool {
    guard case .step(let step) = self, case .comment? = step.lines.last?.content else { return false }
    return true
  }
}
