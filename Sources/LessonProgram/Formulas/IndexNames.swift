import LessonLanguage

extension Expression {
  /// The names that stand in indices and in ranges, where a number must be known when the lesson is written out.
  var indexNames: [String] {
    switch kind {
    case .number, .pi, .name: []
    case .negation(let inner): inner.indexNames
    case .sum(let terms): terms.flatMap(\.expression.indexNames)
    case .product(let factors): factors.flatMap(\.expression.indexNames)
    case .power(let base, let exponent): base.indexNames + exponent.indexNames
    case .matrixProduct(let factors): factors.flatMap(\.indexNames)
    case .setting(_, let value): value.indexNames
    case .element(_, let indices): indices.flatMap(\.allNames)
    case .list(let items): items.flatMap(\.indexNames)
    case .conditional(let condition, let first, let second):
      condition.sides.flatMap(\.indexNames) + first.indexNames + second.indexNames
    case .reduction(_, let body, let ranges): body.indexNames + ranges.flatMap(\.names)
    case .overRows(_, let body, _): body.indexNames
    case .call(_, let arguments): arguments.flatMap(\.indexNames)
    case .derivative(let numerator, let name): numerator.indexNames + name.indices.flatMap(\.allNames)
    case .local(let output, let name): (output.indices + name.indices).flatMap(\.allNames)
    }
  }

  /// All names of values in it.
  var allNames: [String] {
    switch kind {
    case .number, .pi: []
    case .name(let name): [name]
    case .negation(let inner): inner.allNames
    case .sum(let terms): terms.flatMap(\.expression.allNames)
    case .product(let factors): factors.flatMap(\.expression.allNames)
    case .power(let base, let exponent): base.allNames + exponent.allNames
    case .matrixProduct(let factors): factors.flatMap(\.allNames)
    case .setting(_, let value): value.allNames
    case .element(_, let indices), .list(let indices), .call(_, let indices): indices.flatMap(\.allNames)
    case .conditional(let condition, let first, let second):
      condition.sides.flatMap(\.allNames) + first.allNames + second.allNames
    case .reduction(_, let body, let ranges): body.allNames + ranges.flatMap(\.names)
    case .overRows(_, let body, _): body.allNames
    case .derivative(let numerator, let name): numerator.allNames + name.indices.flatMap(\.allNames)
    case .local(let output, let name): (output.indices + name.indices).flatMap(\.allNames)
    }
  }
}

extension NamedRange {
  fileprivate var names: [String] { expressions.flatMap(\.indexed) }
}

extension Expression {
  /// The names of a part of which the number must be known.
  fileprivate var indexed: [String] { allNames }
}

extension Condition {
  /// Both sides of every comparison.
  var sides: [Expression] {
    switch kind {
    case .comparison(let left, _, let right): [left, right]
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.sides)
    case .not(let condition): condition.sides
    }
  }
}
