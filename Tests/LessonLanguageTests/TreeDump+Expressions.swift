import Diagnostics
import LessonLanguage

/// Expressions and what they consist of.
extension TreeDump {
  func text(of expression: Expression) -> String {
    let range = expression.range
    switch expression.kind {
    case .number(_, let digits): return leaf(digits, at: range)
    case .pi: return leaf("pi", at: range)
    case .name(let name): return leaf(name, at: range)
    case .negation(let operand): return form("neg", at: range, [text(of: operand)])
    case .sum(let terms):
      return form("sum", at: range, terms.map { ($0.isSubtracted ? "-" : "+") + text(of: $0.expression) })
    case .product(let factors):
      return form("product", at: range, factors.map { ($0.isDivisor ? "/" : "*") + text(of: $0.expression) })
    case .matrixProduct(let factors): return form("matrices", at: range, factors.map(text))
    case .setting(let label, let value):
      return form("setting", at: range, [text(of: label), text(of: value)])
    case .power(let base, let exponent):
      return form("power", at: range, [text(of: base), text(of: exponent)])
    case .element(let family, let indices):
      return form("element", at: range, [text(of: family)] + indices.map(text))
    case .list(let items): return form("list", at: range, items.map(text))
    case .conditional(let condition, let first, let second):
      return form("if", at: range, [text(of: condition), text(of: first), text(of: second)])
    case .reduction(let function, let body, let ranges):
      return form("reduction", at: range, [text(of: function), text(of: body)] + ranges.map(text))
    case .overRows(let function, let body, let data):
      return form("over", at: range, [text(of: function), text(of: body), text(of: data)])
    case .call(let function, let arguments):
      return form("call", at: range, [text(of: function)] + arguments.map(text))
    case .derivative(let numerator, let denominator):
      return form("derivative", at: range, [text(of: numerator), text(of: denominator)])
    case .local(let output, let denominator):
      return form("local", at: range, [text(of: output), text(of: denominator)])
    }
  }

  func text(of condition: Condition) -> String {
    let range = condition.range
    switch condition.kind {
    case .comparison(let left, let comparison, let right):
      return form(comparison.rawValue, at: range, [text(of: left), text(of: right)])
    case .all(let conditions): return form("and", at: range, conditions.map(text))
    case .any(let conditions): return form("or", at: range, conditions.map(text))
    case .not(let condition): return form("not", at: range, [text(of: condition)])
    }
  }

  func text(of range: NamedRange) -> String {
    switch range.values {
    case .span(let span, let step):
      list(
        "in", [text(of: range.name), text(of: span)] + (step.map { ["step", text(of: $0)] } ?? []))
    case .list(let items, let place):
      list("in", [text(of: range.name), form("list", at: place, items.map(text))])
    }
  }

  func text(of span: Span) -> String {
    form("...", at: span.range, [text(of: span.first), text(of: span.last)])
  }

  func text(of reference: Reference) -> String {
    reference.indices.isEmpty
      ? leaf(reference.name.text, at: reference.range)
      : form("element", at: reference.range, [text(of: reference.name)] + reference.indices.map(text))
  }

  func text(of name: Identifier) -> String { leaf(name.text, at: name.range) }
}
