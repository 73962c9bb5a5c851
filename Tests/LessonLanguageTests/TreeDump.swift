import Diagnostics
import LessonLanguage
import Testing

/// Writes trees as one line of S-expressions; behind each form stands, in `‹ ›`, the text that its range
/// covers.
struct TreeDump {
  let file: SourceFile
  let showsPlaces: Bool

  init(_ file: SourceFile, showsPlaces: Bool = true) {
    self.file = file
    self.showsPlaces = showsPlaces
  }

  func text(of statement: Statement) -> String {
    form(
      "statement", at: statement.range,
      [text(of: statement.kind)] + (statement.comment.map { ["# \($0)"] } ?? []))
  }

  private func text(of kind: Statement.Kind) -> String {
    switch kind {
    case .comment(let comment): "comment[\(comment)]"
    case .given(let kind, let givens): list(kind.rawValue, givens.map(text))
    case .formula(let target, let value, let ranges):
      list("=", [text(of: target), text(of: value)] + ranges.map(text))
    case .block(let range, let statements): list("block", [text(of: range)] + statements.map(text))
    case .definition(let definition):
      list(
        "def", [text(of: definition.name)] + definition.parameters.map(text) + [text(of: definition.body)])
    case .explain(let value): list("explain", [text(of: value)])
    case .backward(let cost, let names):
      list("backward", [text(of: cost)] + (names.isEmpty ? [] : ["by"] + names.map(text)))
    case .reset(let names): list("reset", names.map(text))
    case .forward: "forward"
    case .update(let update):
      list(
        "update",
        update.params.map(text) + ["to"] + text(of: update.cost) + [text(of: update.optimizer)]
          + named("clipping", update.clipping))
    case .assignment(let target, let value, let ranges):
      list("<-", [text(of: target), text(of: value)] + ranges.map(text))
    case .columns(let kind, let names, let data):
      list(kind.rawValue, names.map(text) + ["from", text(of: data)])
    case .data(let name, let call): list("data", [text(of: name), text(of: call)])
    case .optimizer(let name, let call): list("optimizer", [text(of: name), text(of: call)])
    case .schedule(let name, let body): list("schedule", [text(of: name), text(of: body)])
    case .train(let training): text(of: training)
    case .table(let values, let iteration): list("table", values.map(text) + text(of: iteration))
    case .plot(let values, let iteration, let points):
      list("plot", values.map(text) + text(of: iteration) + named("points", points))
    case .network(let output): list("network", [text(of: output)])
    case .repeat(let times, let condition, let statements):
      list("repeat", [text(of: times)] + named("until", condition) + statements.map(text))
    case .rows(let name, let data, let statements):
      list("rows", [text(of: name), text(of: data)] + statements.map(text))
    case .record(let values): list("record", values.map(text))
    }
  }

  /// `E`, or `mean E over data`.
  private func text(of cost: Cost) -> [String] {
    guard let data = cost.data else { return [text(of: cost.name)] }
    return [list(cost.isSum ? "sum" : "mean", [text(of: cost.name), text(of: data)])]
  }

  /// The clauses stand in the order of the tree, whatever the order in the text is.
  private func text(of training: Training) -> String {
    let clauses = training.clauses
    let always =
      training.params.map(text) + ["to"] + (training.isSum ? ["sum"] : [])
      + [text(of: training.cost), text(of: training.optimizer), "epochs", text(of: training.epochs)]
    let amounts =
      named("over", clauses.data) + named("batches", clauses.batchSize)
      + named("accumulating", clauses.accumulating) + named("clipping", clauses.clipping)
    let patience = clauses.patience.map { [form("patience", at: $0.range, [text(of: $0.epochs)])] } ?? []
    let reports = clauses.reporting.map { [list("reporting", $0.map(text))] } ?? []
    return list(
      "train",
      always + amounts + (clauses.isShuffled ? ["shuffled"] : []) + named("validated", clauses.validation)
        + patience + named("until", clauses.until) + reports
        + (clauses.counters.isEmpty ? [] : [list("counting", clauses.counters.map(text))])
        + (clauses.isQuiet ? ["quietly"] : []) + named("called", clauses.name))
  }

  private func text(of iteration: IterationClause?) -> [String] {
    switch iteration {
    case .ranges(let ranges): ranges.map(text)
    case .rows(let data): named("over", data)
    case .epochs(let trainings): [list("of", trainings.map(text))]
    case nil: []
    }
  }

  private func named(_ name: String, _ expression: Expression?) -> [String] {
    expression.map { [list(name, [text(of: $0)])] } ?? []
  }

  private func named(_ name: String, _ condition: Condition?) -> [String] {
    condition.map { [list(name, [text(of: $0)])] } ?? []
  }

  private func named(_ name: String, _ identifier: Identifier?) -> [String] {
    identifier.map { [list(name, [text(of: $0)])] } ?? []
  }

  private func text(of given: Given) -> String {
    let shape =
      switch given.shape {
      case .none: [String]()
      case .spans(let spans): [list("spans", spans.map(text))]
      case .element(let indices): [list("element", indices.map(text))]
      }
    let source =
      switch given.source {
      case .value(let value): text(of: value)
      case .draw(let call): list("~", [text(of: call)])
      }
    return list("=", [text(of: given.name)] + shape + [source] + given.ranges.map(text))
  }

  private func text(of parameter: FunctionDefinition.Parameter) -> String {
    list("parameter", [text(of: parameter.name)] + (parameter.fallback.map { [text(of: $0)] } ?? []))
  }

  func text(of check: CheckStatement) -> String {
    form(
      check.isSlip ? "slip" : "check", at: check.range,
      [text(of: check.expression), text(of: check.printed)]
        + (check.tolerance.map { ["±", text(of: $0)] } ?? [])
        + (check.note.map { ["-- \($0)"] } ?? []))
  }

  private func text(of item: NameListItem) -> String {
    switch item {
    case .name(let name): text(of: name)
    case .range(let first, let last): list("range", [text(of: first), text(of: last)])
    case .all(let range): leaf("all", at: range)
    }
  }

  private func text(of call: NamedCall) -> String {
    let settings = call.settings.map { setting in
      (setting.label.map { text(of: $0) + ":" } ?? "") + text(of: setting.value)
    }
    return form("with", at: call.range, [text(of: call.name)] + settings)
  }

  private func text(of number: PrintedNumber) -> String { leaf(number.text, at: number.range) }

  /// A leaf shows what its range covers only where that is something else than itself.
  func leaf(_ text: String, at range: SourceRange) -> String {
    showsPlaces && file[range] != text ? "\(text)‹\(file[range])›" : text
  }

  func form(_ name: String, at range: SourceRange, _ parts: [String]) -> String {
    list(showsPlaces ? "\(name)‹\(file[range])›" : name, parts)
  }

  func list(_ name: String, _ parts: [String]) -> String {
    "(\(([name] + parts).joined(separator: " ")))"
  }
}

/// Expects that `source` is read without a complaint, as one statement with that tree.
func expectTree(
  _ dump: String, ofStatement source: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let file = SourceFile(name: "lesson.md", text: source)
  let (statements, _, diagnostics) = parseCalc(file, file.whole)
  #expect(diagnostics == [], sourceLocation: sourceLocation)
  #expect(statements.map { TreeDump(file).text(of: $0) } == [dump], sourceLocation: sourceLocation)
}

/// Expects that `source` is read without a complaint, as an expression with that tree.
func expectTree(
  _ dump: String, ofExpression source: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let file = SourceFile(name: "lesson.md", text: source)
  let (expression, diagnostics) = parseExpression(file, file.whole)
  #expect(diagnostics == [], sourceLocation: sourceLocation)
  #expect(
    TreeDump(file).text(of: try #require(expression, sourceLocation: sourceLocation)) == dump,
    sourceLocation: sourceLocation)
}
