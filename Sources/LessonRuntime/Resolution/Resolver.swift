import Algebra
import Diagnostics
import LessonDocument
import LessonLanguage
import Prose

/// Reads the cells of a lesson and looks up every name: what comes out can be run, or says what is wrong.
struct Resolver {
  private let document: LessonDocument
  private(set) var scope = Scope()
  private(set) var instructions: [Instruction] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The `<-` lines that are one step with the statement just read.
  private var assignments: [Instruction.Assignment] = []
  private var isFirstInCell = true

  /// More messages than anyone reads; what comes behind them is not looked at.
  static let mostDiagnostics = 100

  init(_ document: LessonDocument) {
    self.document = document
    for block in document.blocks where diagnostics.count < Self.mostDiagnostics {
      switch block {
      case .prose(let block): resolve(block)
      case .cell(let cell): resolve(cell)
      }
    }
  }

  private mutating func resolve(_ cell: LessonDocument.Cell) {
    isFirstInCell = true
    switch cell.kind {
    case .calc:
      let (statements, faults) = parseCalc(document.file, cell.body)
      diagnostics += faults
      for statement in statements { resolve(statement) }
      closeAssignments()
    case .check:
      resolveChecks(in: cell)
    case .data, .ask:
      diagnostics.append(
        Diagnostic(
          "`\(cell.kind.rawValue)` cells are not part of this version of Longhand", at: cell.kindRange))
    }
  }

  private mutating func resolve(_ block: ProseBlock<SourceRange>) {
    let resolved = block.map { range -> Formula in
      let (expression, faults) = parseExpression(document.file, range)
      diagnostics += faults
      return expression.map { formula(of: $0) } ?? .number(Number(0))
    }
    instructions.append(Instruction(form: .prose(resolved), range: SourceRange(0, 0), isJoined: false))
  }

  private mutating func resolveChecks(in cell: LessonDocument.Cell) {
    let (checks, comments, faults) = parseCheck(document.file, cell.body)
    diagnostics += faults
    let lines =
      checks.map { ($0.range, Instruction.ResolvedCheck.check(formula(of: $0.expression), $0)) }
      + comments.map { ($0.range, .comment($0.text)) }
    let inOrder = lines.sorted { $0.0.lowerBound < $1.0.lowerBound }.map(\.1)
    if !inOrder.isEmpty { append(.checks(inOrder), at: cell.body) }
  }

  /// The formula of an expression that is not being defined.
  private mutating func formula(of expression: Expression) -> Formula {
    build { $0.formula(of: expression) }
  }

  /// What `body` builds with the names of this place; all that it finds wrong is reported.
  private mutating func build<Result>(
    defining name: Name? = nil, _ body: (inout FormulaBuilder) -> Result
  ) -> Result {
    var builder = FormulaBuilder(scope: scope, file: document.file, defining: name)
    let result = body(&builder)
    diagnostics += builder.diagnostics
    return result
  }

  private mutating func append(_ form: Instruction.Form, at range: SourceRange, comment: String? = nil) {
    instructions.append(
      Instruction(form: form, range: range, comment: comment, isJoined: !isFirstInCell))
    isFirstInCell = false
  }
}

// MARK: - Statements

extension Resolver {
  private mutating func resolve(_ statement: Statement) {
    if case .assignment(let target, let expression) = statement.form {
      assign(target, expression, statement)
      return
    }
    closeAssignments()
    switch statement.form {
    case .comment(let text):
      append(.comment(text), at: statement.range)
    case .given(let kind, let givens):
      let resolved = givens.map { given -> Instruction.Given in
        let name = Name(given.name.text)
        let formula = build(defining: name) { $0.formula(of: given.value) }
        define(given.name, .given(kind), as: formula)
        return Instruction.Given(name: name, formula: formula)
      }
      append(.given(kind, resolved), at: statement.range, comment: statement.comment)
    case .formula(let identifier, let expression):
      let name = Name(identifier.text)
      let isNew = scope[name] == nil
      let formula = build(defining: isNew ? name : nil) { $0.formula(of: expression) }
      define(identifier, .formula, as: formula)
      append(.define(name, formula), at: statement.range, comment: statement.comment)
    case .explain(let expression):
      let formula = formula(of: expression)
      append(.explain(formula), at: statement.range, comment: statement.comment)
    case .backward(let identifier):
      resolveBackward(identifier, statement)
    case .forward:
      scope.forward()
      append(.forward, at: statement.range, comment: statement.comment)
    case .update(let update):
      resolveUpdate(update, statement)
    case .assignment:
      break
    }
  }

  private mutating func define(_ identifier: Identifier, _ kind: Scope.Kind, as formula: Formula) {
    let name = Name(identifier.text)
    guard let first = scope[name] else {
      scope.define(name, kind, at: identifier.range, as: formula)
      return
    }
    let line = document.file.location(of: first.range.lowerBound).line
    let isChange = kind == .formula && first.kind != .formula && first.kind != .given(.const)
    diagnostics.append(
      Diagnostic(
        "`\(name)` is defined twice; the first definition is on line \(line)", at: identifier.range,
        hint: isChange ? "to change it write `\(name) <- …`" : nil))
  }

  /// `<-` lines one below the other are one step: all read formulas as they were before its first line.
  private mutating func assign(_ target: Identifier, _ expression: Expression, _ statement: Statement) {
    let name = Name(target.text)
    let formula = build { builder in
      if builder.scope[name] == nil { _ = builder.read(target) }
      return builder.formula(of: expression)
    }
    switch scope[name]?.kind {
    case .formula:
      report("`\(name)` has a formula, and only given numbers can be set", at: target.range)
    case .given(.const):
      report(
        "`\(name)` is a const, and a const is fixed", at: target.range, hint: "make it a param or an input")
    case .given, nil:
      break
    }
    assignments.append(
      .init(name: name, formula: formula, range: statement.range, comment: statement.comment))
  }

  private mutating func closeAssignments() {
    guard let first = assignments.first else { return }
    for assignment in assignments { scope.change(assignment.name, at: assignment.range) }
    append(.assign(assignments), at: first.range)
    assignments = []
  }

  private mutating func resolveBackward(_ identifier: Identifier, _ statement: Statement) {
    let name = build { $0.read(identifier) }
    guard let definition = scope[name] else { return }
    if definition.kind != .formula {
      report("`\(name)` is given; the reverse pass starts at a formula", at: identifier.range)
    } else if definition.reachesDerivative {
      report(
        "`\(name)` depends on a formula that holds a derivative, which cannot be differentiated",
        at: identifier.range)
    }
    append(.backward(name), at: statement.range, comment: statement.comment)
  }

  private mutating func resolveUpdate(_ update: Update, _ statement: Statement) {
    let params = params(of: update)
    let rate = rate(of: update.optimizer)
    let cost = build { builder in
      let cost = builder.read(update.cost)
      for param in params.prefix(Self.mostDiagnostics) {
        builder.reportDerivative(through: .name(cost), by: param, at: update.cost.range)
      }
      return cost
    }
    if let definition = scope[cost], definition.kind != .formula {
      report("`\(cost)` is given; only a formula can be reduced", at: update.cost.range)
    }
    for param in params { scope.change(param, at: statement.range) }
    append(
      .update(.init(params: params, cost: cost, rate: rate)), at: statement.range,
      comment: statement.comment)
  }

  private mutating func params(of update: Update) -> [Name] {
    var list = NameList(scope: scope)
    for item in update.params { list.add(item) }
    diagnostics += list.diagnostics
    return list.params
  }

  private mutating func rate(of optimizer: OptimizerCall) -> Formula {
    let (expression, faults) = Optimizers.rate(of: optimizer)
    diagnostics += faults
    return expression.map { formula(of: $0) } ?? .number(Number(0))
  }

  private mutating func report(_ message: String, at range: SourceRange, hint: String? = nil) {
    diagnostics.append(Diagnostic(message, at: range, hint: hint))
  }
}
