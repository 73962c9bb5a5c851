import Diagnostics
import LessonLanguage

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
      [text(of: statement.form)] + (statement.comment.map { ["# \($0)"] } ?? []))
  }

  private func text(of form: Statement.Form) -> String {
    switch form {
    case .comment(let comment): "comment[\(comment)]"
    case .given(let kind, let givens): list(kind.rawValue, givens.map(text))
    case .formula(let target, let value, let ranges):
      list("=", [text(of: target), text(of: value)] + ranges.map(text))
    case .block(let range, let statements): list("block", [text(of: range)] + statements.map(text))
    case .definition(let definition):
      list(
        "def", [text(of: definition.name)] + definition.parameters.map(text) + [text(of: definition.body)])
    case .explain(let value): list("explain", [text(of: value)])
    case .backward(let cost): list("backward", [text(of: cost)])
    case .forward: "forward"
    case .update(let update):
      list("update", update.params.map(text) + ["to", text(of: update.cost), text(of: update.optimizer)])
    case .assignment(let target, let value, let ranges):
      list("<-", [text(of: target), text(of: value)] + ranges.map(text))
    case .columns, .data, .optimizer, .train, .table, .plot, .repeat, .rows, .record: "\(form)"
    }
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
