package import Algebra
package import Diagnostics
package import LessonProgram

/// Carries the instructions of a lesson out: what they do to its numbers. It shows nothing; who wants to show or keep
/// something is told what happens.
///
/// Around a `record` the statements of a loop are quiet: they do what they do, and nobody is told.
package struct Execution {
  /// The numbers of the lesson.
  package let environment: Environment
  /// Where the lesson is: where it stops if what is worked out there has no value.
  package var currentRange = SourceRange(0, 0)
  /// What becomes of the numbers, where somebody wants to look back.
  package var trace: Trace?
  /// The numbers that replace given ones.
  let settings: [Name: Number]
  /// The numbers that params were given on their own lines, where the lesson resets any.
  private var ownNumbers: [Name: (value: Double, literal: Number?)] = [:]
  /// Whether they are kept.
  package var keepsOwnNumbers = true
  /// The lesson's own optimizers.
  var optimizers: [Name: OptimizerInUse] = [:]
  /// What optimizers need to step again.
  var recordedSteps = RecordedSteps()
  /// What the loop that is being gone through has recorded; `nil` outside of one.
  var records: Records?
  /// How many rows of a record are kept at its beginning and its end.
  let keptRows: (first: Int, last: Int)
  /// Who waits for it.
  let watch: ExecutionWatch

  /// What is worked out is counted against this.
  var work: WorkBound { environment.work }

  /// Whether statements are carried out of which nobody is told.
  var isQuiet: Bool { records != nil }

  /// Nothing has been carried out yet.
  ///
  /// - Parameters:
  ///   - settings: numbers that replace given ones.
  ///   - keptRows: how many rows of a record are kept at its beginning and its end.
  package init(
    environment: Environment, settings: [Name: Number] = [:], keptRows: (first: Int, last: Int) = (0, 0),
    watch: ExecutionWatch = ExecutionWatch()
  ) {
    self.environment = environment
    self.settings = settings
    self.keptRows = keptRows
    self.watch = watch
  }

  /// The same with other values, a copy of its own: what is carried out there changes nothing here.
  package func with(_ environment: Environment) -> Execution {
    var copy = Execution(environment: environment, settings: settings, keptRows: keptRows)
    copy.optimizers = optimizers
    copy.ownNumbers = ownNumbers
    return copy
  }

  /// Carries the next instruction of a lesson out.
  package mutating func carryOut(
    _ instruction: Instruction, telling observer: inout some Observer
  ) throws(Fault) {
    currentRange = instruction.range
    try goOn()
    try perform(instruction, &observer)
  }

  /// Stops where nobody wants to know any more.
  func goOn() throws(Fault) {
    if watch.isCancelled?() == true { throw .cancelled }
  }

  /// Does what an instruction does.
  mutating func perform(_ instruction: Instruction, _ observer: inout some Observer) throws(Fault) {
    try tell(.begins(instruction), &observer)
    switch instruction.kind {
    case .given(let kind, let givens):
      try give(
        givens, isDrawnAnew: kind.isDrawnAnew, isSetByRows: kind.isSetByRows, &observer)
      if kind.isLearned, keepsOwnNumbers { keepNumbers(of: givens) }
    case .define(let definitions):
      for definition in definitions { try environment.define(definition.name, definition.formula) }
    case .forward: try environment.pass()
    case .optimizer(let name, let call): try self.name(name, call, &observer)
    case .update(let descent): try descend(descent, &observer)
    case .train(let training): try train(training, &observer)
    case .assign(let assignments): try assign(assignments, &observer)
    case .reset(let names): try reset(names)
    case .data(let set, made: _): environment.data[set.name] = set
    case .loop(let loop): try run(loop, instruction, &observer)
    case .record(let row): try record(row, at: instruction.range)
    case .prose, .comment, .explain, .explainFamily, .explainDerivatives, .function, .backward, .table, .plot,
      .network, .checks, .ask:
      break
    }
    try tell(.ends(instruction), &observer)
    if !isQuiet { trace?.note(environment, parts: observer.partCount, after: instruction) }
  }

  /// Tells what happens, where it is not to be kept quiet.
  func tell(_ event: @autoclosure () -> Event, _ observer: inout some Observer) throws(Fault) {
    if !isQuiet { try observer.observe(event()) }
  }

  // MARK: Given numbers

  private func give(
    _ givens: [Instruction.Given], isDrawnAnew: Bool, isSetByRows: Bool, _ observer: inout some Observer
  ) throws(Fault) {
    var known: (source: Instruction.RandomSource, draw: Draw)?
    environment.makeRoom(for: givens.count)
    for given in givens {
      let literal = given.draw == nil ? given.formula.literalNumber : nil
      if let number = settings[given.name] ?? literal {
        try environment.give(
          given.name, number.value, literal: number.text == nil ? nil : number, isSetByRows: isSetByRows)
        try tell(.gave(given, .literal(number)), &observer)
      } else if let source = given.draw {
        let draw = if let known, known.source == source { known.draw } else { try self.draw(from: source) }
        known = (source, draw)
        try environment.give(given.name, draw, isRedrawn: isDrawnAnew, isSetByRows: isSetByRows)
        try tell(.gave(given, .drawn(draw)), &observer)
      } else {
        let (number, value) = try environment.setting(of: given.formula)
        try environment.give(given.name, number, literal: nil, isSetByRows: isSetByRows)
        try tell(.gave(given, .workedOut(value)), &observer)
      }
    }
  }

  /// What a number is drawn from, its parameters worked out.
  private func draw(from source: Instruction.RandomSource) throws(Fault) -> Draw {
    let parameters = try source.parameters.map { formula throws(Fault) in try environment.value(of: formula) }
    if let complaint = source.distribution.complaint(about: parameters) { throw .refused(complaint) }
    return Draw(source.distribution, parameters)
  }

  // MARK: Own numbers

  private mutating func keepNumbers(of givens: [Instruction.Given]) {
    for given in givens {
      ownNumbers[given.name] = (environment.value(of: given.name), environment[given.name].literal)
    }
  }

  /// Params get the numbers of their own lines again, and what optimizers keep of them is forgotten.
  private mutating func reset(_ names: [Name]) throws(Fault) {
    try work.spend(Work.statement + Work.draw * names.count)
    for name in names {
      guard let own = ownNumbers[name] else {
        preconditionFailure("the resolver lets no name be reset that is no param")
      }
      environment.set(name, to: own.value, literal: own.literal)
    }
    for optimizer in optimizers.keys { optimizers[optimizer]?.forget(names) }
  }

  // MARK: `<-`

  /// `<-` lines that are one step: derivatives and formulas as they were before the first line, given names as they now
  /// are.
  private mutating func assign(
    _ assignments: [Instruction.Assignment], _ observer: inout some Observer
  ) throws(Fault) {
    let derivatives = try frozenAtoms(of: assignments)
    for assignment in assignments {
      try work.spend(Work.statement)
      currentRange = assignment.range
      // Only what the author typed is shown as typed: a derivative has open digits.
      let literal = assignment.formula.literalNumber
      let (number, value) = try environment.setting(
        of: assignment.formula, frozen: derivatives, in: assignment)
      let new = NewNumber(literal: literal, number: number, value: value)
      try tell(.sets(assignment, new, derivatives: derivatives), &observer)
      environment.set(assignment.name, to: number, literal: literal)
    }
  }

  /// The numbers of the derivatives in `<-` lines, and of what is made of rows, before the first of them.
  private mutating func frozenAtoms(of assignments: [Instruction.Assignment]) throws(Fault) -> [Formula:
    Number]
  {
    var frozen: [Formula: Number] = [:]
    for assignment in assignments {
      currentRange = assignment.range
      for atom in assignment.atoms where frozen[atom] == nil {
        try work.spend(Work.statement)
        frozen[atom] = Number(try environment.number(of: atom))
      }
    }
    return frozen
  }

  // MARK: Counts

  /// A whole number from 0 on.
  func count(_ formula: Formula, _ what: String) throws(Fault) -> Int {
    let value = try environment.value(of: formula)
    guard value >= 0, value <= 1e15, abs(value - value.rounded()) <= 1e-9 else {
      throw .noCount(what, value)
    }
    return Int(value.rounded())
  }
}
