package import Algebra
package import Diagnostics
package import LessonDocument
package import LessonLanguage
import Prose

/// Reads the cells of a lesson and looks up every name: what comes out can be run, or says what is wrong.
package struct Resolver {
  package let document: LessonDocument
  /// The numbers that replace given ones: consts among them decide how families are written out.
  package let settings: [Name: Number]
  /// The places in the lesson, in the scope's terms: the nth is reached once n instructions are carried out.
  package private(set) var checkpoints: [Scope.Checkpoint] = []
  /// The rows that replace those of data.
  package let data: [DataSet]
  package let scope: Scope
  package let limits: Limits
  /// What the statements read so far come to: of the lesson, or of the loop that is being read.
  package var body = Body()
  /// Whether the statements are those of a loop.
  package var isInLoop = false
  /// Whether a loop is gone through again, to see what its second pass reads.
  var isSecondPass = false
  /// What is wrong with the text of the cells.
  var syntaxFaults: [Diagnostic] = []
  /// What is wrong with what the text means.
  package var faults: [Diagnostic] = []
  /// How many names the updates have listed.
  var listedNames = 0
  /// For what is no part of the lesson, as a reader has typed it: whether a name is one of those that come later.
  package var comesLater: ((Name) -> Bool)?
  /// The file in which the statements stand.
  package let file: SourceFile
  /// Where names are defined that are mentioned too early.
  let later: LaterDefinitions
  /// How many statements have been read.
  private var statementCount = 0
  /// The drawings that wait for formulas further down.
  var networksAhead: [NetworkAhead] = []
  /// The vary cells, which are read when all names are known.
  var varyCells: [LessonDocument.Cell] = []
  /// What the variants of the lesson draw.
  package internal(set) var variation = Variation()
  /// The given names that take their numbers from columns of rows.
  var columnNames: Set<Name> = []
  /// How many questions have been read.
  var questionCount = 0
  /// What an author should look at twice in the texts of the questions.
  package var questionFindings = RunningText.Findings()

  /// Statements that follow one another: the lesson's, or those of a loop.
  package struct Body {
    /// What they come to.
    package var instructions: [Instruction] = []
    /// The `<-` lines that are one step with the statement just read.
    fileprivate var assignments: [Instruction.Assignment] = []
    /// Comments behind them, which part them from no further one.
    fileprivate var commentsBelow: [(text: String, range: SourceRange)] = []
    fileprivate var isFirstInCell = true
  }

  /// The bounds on what is read. They are those of the lesson format; only tests set lower ones, to meet them at once.
  package struct Limits {
    /// Statements, checks among them.
    package var statements = 200_000
    /// What values and their formulas count, written out.
    package var written = Scope.maxWrittenParts
    /// Names that updates list, each as often as it is listed. A transcript ends before it has shown as many.
    var listedNames = 1_000_000
  }

  /// All that is wrong, in no order; the first of the file are among them.
  package var diagnostics: [Diagnostic] { syntaxFaults + faults }

  /// Whether there are so many messages about meaning that those behind them need not be found.
  var isFull: Bool {
    faults.count >= Diagnostic.maxPerFile || listedNames > limits.listedNames || scope.isFull
      || statementCount > limits.statements
  }

  /// Takes note of the places that have been reached. The instructions of a loop are read with it.
  private mutating func notePlaces(readUpTo end: Int) {
    guard !isInLoop, checkpoints.count <= body.instructions.count else { return }
    let checkpoint = scope.checkpoint(readUpTo: end)
    while checkpoints.count <= body.instructions.count { checkpoints.append(checkpoint) }
  }

  /// Reads a lesson.
  package init(
    _ document: LessonDocument, settings: [Name: Number] = [:], data: [DataSet] = [],
    within limits: Limits = Limits()
  ) {
    self.limits = limits
    scope = Scope(maxWrittenParts: limits.written)
    self.document = document
    later = LaterDefinitions(of: document)
    self.settings = settings
    self.data = data
    file = document.file
    notePlaces(readUpTo: 0)
    for part in document.parts where !isFull && syntaxFaults.count < Diagnostic.maxPerFile {
      switch part.content {
      case .block(.prose(let block)): resolve(block, at: part.range)
      case .block(.cell(let cell)): resolve(cell)
      case .frontMatter, .comment, .blank, .unread: break
      }
      notePlaces(readUpTo: part.range.upperBound)
    }
    resolveNetworksAhead()
    resolveVariation()
  }

  /// Reads statements that are no part of the lesson, with the names of a place in it.
  package init(_ document: LessonDocument, scope: Scope, of file: SourceFile) {
    self.document = document
    later = LaterDefinitions(of: document)
    self.scope = scope
    self.file = file
    limits = Limits()
    settings = [:]
    data = []
  }

  private mutating func resolve(_ cell: LessonDocument.Cell) {
    body.isFirstInCell = true
    switch cell.kind {
    case .calc:
      let (statements, unread, faults) = parseCalc(document.file, cell.body)
      // The unclosed fence is told, and the prose behind the cell is no mistake of its own.
      scope.broken.formUnion(unread.map { Name($0) })
      for statement in statements where !isFull {
        if count(1, at: statement.range) { resolve(statement) }
      }
      closeAssignments()
      // With the names that are known by now, what is wrong is told with hints that hold here.
      if cell.isClosed, !faults.isEmpty {
        syntaxFaults += parseCalc(document.file, cell.body, knowing: knownNames).diagnostics
      }
    case .check:
      resolveChecks(in: cell)
    case .data:
      resolveData(in: cell)
    case .ask:
      resolveQuestion(in: cell)
    case .vary:
      varyCells.append(cell)
    }
  }

  /// What is known of the names here.
  private var knownNames: NamesAround {
    let scope = scope
    return NamesAround(
      bounds: { scope.families[Name($0)]?.bounds },
      isValue: { scope[Name($0)] != nil || scope.families[Name($0)] != nil },
      isFunction: {
        scope.functions[Name($0)] != nil || scope.broken.contains(Name($0)) || FamilyFunction.named($0) != nil
          || ComposedFunction.named($0) != nil || Function.named(functionName(spelled: $0)) != nil
      }, constant: { scope.constants[Name($0)] })
  }

  private mutating func resolve(_ block: ProseBlock<SourceRange>, at range: SourceRange) {
    let resolved = block.map { inlineValue(at: $0) }
    body.instructions.append(Instruction(kind: .prose(resolved), range: range, isJoined: false))
  }

  /// The value of the expression that stands at `range` in running text.
  mutating func inlineValue(at range: SourceRange) -> Instruction.InlineValue {
    let (expression, faults) = parseExpression(document.file, range)
    syntaxFaults += faults
    return .init(formula: expression.map { formula(ofCheck: $0) } ?? .number(Number(0)), range: range)
  }

  private mutating func resolveChecks(in cell: LessonDocument.Cell) {
    let (checks, comments, faults) = parseCheck(document.file, cell.body)
    if cell.isClosed { syntaxFaults += faults }
    guard count(checks.count, at: cell.kindRange) else { return }
    let lines =
      checks.map { ($0.range, Instruction.ResolvedCheck.check(formula(ofCheck: $0.expression), $0)) }
      + comments.map { ($0.range, .comment($0.text)) }
    let inOrder = lines.sorted { $0.0.lowerBound < $1.0.lowerBound }.map(\.1)
    if !inOrder.isEmpty { append(.checks(inOrder), at: cell.body) }
  }

  /// The formula of what stands where no `for` may stand: in a check, in an answer, in running text.
  mutating func formula(ofCheck expression: Expression) -> Formula {
    guard !isFull else { return .nothing }
    return buildStanding { lowering in
      lowering.mayHaveFor = false
      return lowering.formula(of: expression)
    }
  }

  /// Counts statements that are about to be looked at; false once there are too many, which is told once.
  private mutating func count(_ statements: Int, at range: SourceRange) -> Bool {
    guard statementCount <= limits.statements else { return false }
    statementCount += statements
    guard statementCount > limits.statements else { return true }
    report("this lesson has more than 200,000 statements and checks, which is the bound", at: range)
    return false
  }

  /// What `body` builds with the names of this place; all that it finds wrong is reported.
  mutating func build<Result>(
    defining name: Name? = nil, bindings: [Name: FormulaLowering.Binding] = [:],
    _ body: (inout FormulaLowering) -> Result
  ) -> Result {
    var lowering = FormulaLowering(scope: scope, file: file, defining: name, bindings: bindings)
    lowering.comesLater = comesLater
    lowering.adviceBelow = { [later] in later.advice(for: $0, below: $1) }
    lowering.later = comesLater == nil ? later : nil
    let result = body(&lowering)
    faults += lowering.diagnostics
    return result
  }

  /// The formula of an expression that is not being defined.
  package mutating func formula(of expression: Expression) -> Formula {
    guard !isFull else { return .nothing }
    return buildStanding { $0.formula(of: expression) }
  }

  /// What `body` builds of expressions that stand in commands, which may go over all rows.
  mutating func buildStanding<Result>(
    bindings: [Name: FormulaLowering.Binding] = [:], _ body: (inout FormulaLowering) -> Result
  ) -> Result {
    build(bindings: bindings) { lowering in
      lowering.mayGoOverRows = true
      return body(&lowering)
    }
  }

  /// Takes note of what is wrong with the text of a cell.
  mutating func reportSyntax(_ found: [Diagnostic]) { syntaxFaults += found }

  package mutating func append(_ kind: Instruction.Kind, at range: SourceRange, comment: String? = nil) {
    body.instructions.append(
      Instruction(kind: kind, range: range, comment: comment, isJoined: !body.isFirstInCell))
    body.isFirstInCell = false
  }

  package mutating func report(
    _ message: String, at range: SourceRange, hint: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    faults.append(Diagnostic(message, at: range, hint: hint, notes: notes))
  }

  package mutating func report(_ message: String, at range: SourceRange, advice: Diagnostic.Advice?) {
    faults.append(Diagnostic(message, at: range, advice: advice))
  }
}

// MARK: - Statements

extension Resolver {
  package mutating func resolve(_ statement: Statement) {
    let before = faults.count
    resolveForm(of: statement)
    if faults.count > before { scope.broken.formUnion(statement.definedNames.map { Name($0) }) }
  }

  private mutating func resolveForm(of statement: Statement) {
    if case .assignment(let target, let expression, let ranges) = statement.kind {
      assign(target, expression, ranges, statement)
      return
    }
    if case .comment(let text) = statement.kind, !body.assignments.isEmpty {
      body.commentsBelow.append((text, statement.range))
      return
    }
    closeAssignments()
    // What came before has only now come to its instruction.
    notePlaces(readUpTo: statement.range.lowerBound)
    defer { notePlaces(readUpTo: statement.range.upperBound) }
    switch statement.kind {
    case .comment(let text):
      append(.comment(text), at: statement.range)
    case .given(let kind, let givens):
      resolve(kind, givens, statement)
    case .formula, .block:
      resolveFormulas(statement)
    case .definition(let definition):
      resolve(definition, statement)
    case .explain(let expression):
      resolveExplain(expression, statement)
    case .backward(let reference, let names):
      resolveBackward(reference, by: names, statement)
    case .forward:
      scope.forward()
      append(.forward, at: statement.range, comment: statement.comment)
    case .optimizer(let name, let call):
      resolveOptimizer(name, call, statement)
    case .schedule(let name, let body):
      resolveSchedule(name, body, statement)
    case .update(let update):
      resolveUpdate(update, statement)
    case .reset(let names):
      resolveReset(names, statement)
    case .assignment:
      break
    case .columns(let kind, let names, let data):
      resolveColumns(kind, names, from: data, statement)
    case .data(let name, let call):
      resolveData(name, call, statement)
    case .table(let expressions, let iteration):
      resolveTable(expressions, iteration, statement)
    case .plot(let expressions, let iteration, let points):
      resolvePlot(expressions, iteration, points: points, statement)
    case .network(let reference):
      resolveNetwork(reference, statement)
    case .repeat(let times, let condition, let body):
      resolveRepeat(times, until: condition, body, statement)
    case .rows(let name, let data, let body):
      resolveRows(name, of: data, body, statement)
    case .record(let expressions):
      resolveRecord(expressions, statement)
    case .train(let training):
      resolveTraining(training, statement)
    }
  }

  // MARK: Assignments

  /// `<-` lines of a cell with nothing but comments between them are one step: all read formulas as they were before its
  /// first line.
  private mutating func assign(
    _ target: Reference, _ expression: Expression, _ ranges: [NamedRange], _ statement: Statement
  ) {
    var made: [Instruction.Assignment] = []
    let scope = scope
    let isOfLoop = isInLoop
    if case .list = expression.kind {
      report(
        "with `<-` a number is set, and no list", at: expression.range,
        hint: "each element is set by a line of its own")
      return
    }
    buildStanding { lowering in
      lowering.mayHaveRanges = ranges.isEmpty
      let before = lowering.diagnostics.count
      lowering.forEach(ranges[...]) { lowering in
        lowering.beginFormula()
        let name = lowering.target(target)
        let formula = lowering.formula(of: expression)
        guard let name, lowering.diagnostics.count == before else { return false }
        switch scope[name]?.kind {
        case .formula:
          lowering.report(
            "`\(name)` has a formula, and only params, inputs and targets can be set", at: target.range,
            hint: "set a number that it is worked out from, then write `forward`")
        case .given(.const) where name.text == "row" && isOfLoop:
          lowering.report(
            "`row` is the number of the row, and cannot be set", at: target.range,
            hint: "a count of your own is an input above the loop: `input k = 0`, and in it `k <- k + 1`")
        case .given(.const):
          lowering.report(
            "`\(name)` is a const, and a const is fixed", at: target.range,
            hint: "give it as an input, which `<-` changes")
        case .given, nil:
          made.append(.init(name: name, formula: formula, range: statement.range))
        }
        return lowering.diagnostics.count == before
      }
    }
    guard !made.isEmpty else { return }
    made[0].comment = statement.comment
    made[0].commentsAbove = body.commentsBelow.map(\.text)
    body.commentsBelow = []
    body.assignments += made
  }

  mutating func closeAssignments() {
    guard let first = body.assignments.first else { return }
    for assignment in body.assignments { scope.change(assignment.name, at: assignment.range) }
    append(.assign(body.assignments), at: first.range)
    body.assignments = []
    for comment in body.commentsBelow { append(.comment(comment.text), at: comment.range) }
    body.commentsBelow = []
  }
}

extension FormulaLowering {
  /// The name that is to be set: it must be defined, and need not be fresh.
  fileprivate mutating func target(_ reference: Reference) -> Name? {
    if reference.indices.isEmpty, scope[Name(reference.name.text)] != nil { return Name(reference.name.text) }
    return read(reference)
  }
}
