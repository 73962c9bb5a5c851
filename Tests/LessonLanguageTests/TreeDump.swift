import Diagnostics
import LessonLanguage

/// Writes trees as one line of S-expressions; behind each form stands, in `‹ ›`, the text that its range
/// covers.
struct TreeDump {
  private let file: SourceFile
  private let showsPlaces: Bool

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
    case .given(let kind, let givens):
      list(kind.rawValue, givens.map { list("=", [text(of: $0.name), text(of: $0.value)]) })
    case .formula(let name, let value): list("=", [text(of: name), text(of: value)])
    case .explain(let value): list("explain", [text(of: value)])
    case .backward(let cost): list("backward", [text(of: cost)])
    case .forward: "forward"
    case .update(let update):
      list("update", update.params.map(text) + ["to", text(of: update.cost), text(of: update.optimizer)])
    case .assignment(let name, let value): list("<-", [text(of: name), text(of: value)])
    }
  }

  func text(of check: CheckStatement) -> String {
    form(
      check.isSlip ? "slip" : "check", at: check.range,
      [text(of: check.expression), text(of: check.printed)]
        + (check.tolerance.map { ["±", text(of: $0)] } ?? [])
        + (check.note.map { ["-- \($0)"] } ?? []))
  }

  func text(of expression: Expression) -> String {
    let range = expression.range
    switch expression.form {
    case .number(_, let digits): return leaf(digits, at: range)
    case .pi: return leaf("pi", at: range)
    case .name(let name): return leaf(name, at: range)
    case .negation(let operand): return form("neg", at: range, [text(of: operand)])
    case .sum(let terms):
      return form("sum", at: range, terms.map { ($0.isSubtracted ? "-" : "+") + text(of: $0.expression) })
    case .product(let factors):
      return form("product", at: range, factors.map { ($0.isDivisor ? "/" : "*") + text(of: $0.expression) })
    case .power(let base, let exponent):
      return form("power", at: range, [text(of: base), text(of: exponent)])
    case .call(let function, let arguments):
      return form("call", at: range, [text(of: function)] + arguments.map(text))
    case .derivative(let numerator, let denominator):
      return form("derivative", at: range, [text(of: numerator), text(of: denominator)])
    case .local(let output, let denominator):
      return form("local", at: range, [text(of: output), text(of: denominator)])
    }
  }

  private func text(of item: NameListItem) -> String {
    switch item {
    case .name(let name): text(of: name)
    case .range(let first, let last): list("range", [text(of: first), text(of: last)])
    case .all(let range): leaf("all", at: range)
    }
  }

  private func text(of call: OptimizerCall) -> String {
    let settings = call.settings.map { setting in
      (setting.label.map { text(of: $0) + ":" } ?? "") + text(of: setting.value)
    }
    return form("with", at: call.range, [text(of: call.name)] + settings)
  }

  private func text(of name: Identifier) -> String { leaf(name.text, at: name.range) }

  private func text(of number: PrintedNumber) -> String { leaf(number.text, at: number.range) }

  /// A leaf shows what its range covers only where that is something else than itself.
  private func leaf(_ text: String, at range: SourceRange) -> String {
    showsPlaces && file[range] != text ? "\(text)‹\(file[range])›" : text
  }

  private func form(_ name: String, at range: SourceRange, _ parts: [String]) -> String {
    list(showsPlaces ? "\(name)‹\(file[range])›" : name, parts)
  }

  private func list(_ name: String, _ parts: [String]) -> String {
    "(\(([name] + parts).joined(separator: " ")))"
  }
}
