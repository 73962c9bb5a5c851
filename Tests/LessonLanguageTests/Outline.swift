import Diagnostics
import LessonLanguage

/// Walks a tree and notes each part that does not stand inside of what it is a part of, or not behind the
/// part before it.
struct Outline {
  private let file: SourceFile
  private(set) var faults: [String] = []

  init(_ file: SourceFile) { self.file = file }

  mutating func visit(_ statement: Statement) { visit(statement, in: file.whole) }

  private mutating func visit(_ statement: Statement, in whole: SourceRange) {
    let range = statement.range
    check([range], in: whole)
    switch statement.kind {
    case .comment, .forward: break
    case .given(_, let givens):
      check(givens.map { $0.name.range.union($0.ranges.last?.range ?? $0.source.range) }, in: range)
      for given in givens { visit(given, in: range) }
    case .formula(let target, let value, let ranges), .assignment(let target, let value, let ranges):
      check([target.range, value.range] + ranges.map(\.range), in: range)
      visit(target, in: range)
      visit(value, in: range)
      visit(ranges, in: range)
    case .block(let head, let statements):
      check([head.range] + statements.map(\.range), in: range)
      visit([head], in: range)
      for statement in statements { visit(statement, in: range) }
    case .definition(let definition):
      check(
        [definition.name.range] + definition.parameters.map(\.name.range) + [definition.body.range], in: range
      )
      for fallback in definition.parameters.compactMap(\.fallback) { visit(fallback, in: range) }
      visit(definition.body, in: range)
    case .explain(let value): visit(value, in: range)
    case .backward(let cost, let names):
      check([cost.range] + names.map(\.range), in: range)
      visit(cost, in: range)
      names.forEach { visit($0, in: range) }
    case .network(let cost): visit(cost, in: range)
    case .reset(let names):
      check(names.map(\.range), in: range)
      names.forEach { visit($0, in: range) }
    case .update(let update):
      let parts = [update.cost.range, update.optimizer.range] + [update.clipping?.range].compactMap(\.self)
      check(update.params.map(\.range) + parts.sorted { $0.lowerBound < $1.lowerBound }, in: range)
      update.params.forEach { visit($0, in: range) }
      visit(update.cost.name, in: range)
      visit(update.optimizer, in: range)
      if let clipping = update.clipping { visit(clipping, in: range) }
    case .columns(_, let names, let data): check(names.map(\.range) + [data.range], in: range)
    case .data(let name, let call), .optimizer(let name, let call):
      check([name.range, call.range], in: range)
      visit(call, in: range)
    case .schedule(let name, let body):
      check([name.range, body.range], in: range)
      visit(body, in: range)
    case .train(let training): visit(training, in: range)
    case .table(let values, let iteration):
      visit(values, in: range)
      check(values.map(\.range) + (iteration?.places ?? []), in: range)
      if case .ranges(let ranges) = iteration { visit(ranges, in: range) }
    case .plot(let values, let iteration, let points):
      visit(values, in: range)
      check(values.map(\.range) + (iteration?.places ?? []) + (points.map { [$0.range] } ?? []), in: range)
      if case .ranges(let ranges) = iteration { visit(ranges, in: range) }
    case .record(let values): visit(values, in: range)
    case .repeat(let times, let condition, let statements):
      check([times.range] + (condition.map { [$0.range] } ?? []) + statements.map(\.range), in: range)
      visit(times, in: range)
      if let condition { visit(condition, in: range) }
      for statement in statements { visit(statement, in: range) }
    case .rows(let name, let data, let statements):
      check([name.range, data.range] + statements.map(\.range), in: range)
      for statement in statements { visit(statement, in: range) }
    }
  }

  private mutating func visit(_ given: Given, in range: SourceRange) {
    check([given.name.range] + given.shape.ranges + [given.source.range], in: range)
    given.shape.expressions.forEach { visit($0, in: range) }
    switch given.source {
    case .value(let value): visit(value, in: range)
    case .draw(let call): visit(call, in: range)
    }
    visit(given.ranges, in: range)
  }

  private mutating func visit(_ call: NamedCall, in range: SourceRange) {
    check([call.range], in: range)
    let settings = call.settings.flatMap { ($0.label.map { [$0.range] } ?? []) + [$0.value.range] }
    check([call.name.range] + settings, in: call.range)
    for setting in call.settings { visit(setting.value, in: call.range) }
  }

  private mutating func visit(_ item: NameListItem, in range: SourceRange) {
    switch item {
    case .name(let name): visit(name, in: range)
    case .range(let first, let last): check([first.range, last.range], in: range)
    case .all(let place): check([place], in: range)
    }
  }

  /// The clauses may stand in any order, but behind the names and apart from one another.
  private mutating func visit(_ training: Training, in range: SourceRange) {
    let clauses = training.clauses
    let names = training.params.map(\.range)
    let values =
      [training.epochs] + [clauses.batchSize, clauses.accumulating, clauses.clipping].compactMap(\.self)
      + (clauses.reporting ?? [])
    let places =
      [training.cost.range, training.optimizer.range] + values.map(\.range)
      + [clauses.data?.range, clauses.validation?.range, clauses.patience?.range, clauses.until?.range]
      .compactMap(\.self)
    check(names + places.sorted { $0.lowerBound < $1.lowerBound }, in: range)
    training.params.forEach { visit($0, in: range) }
    visit(training.cost, in: range)
    visit(training.optimizer, in: range)
    for value in values { visit(value, in: range) }
    if let patience = clauses.patience { visit(patience.epochs, in: patience.range) }
    if let condition = clauses.until { visit(condition, in: range) }
  }

  private mutating func visit(_ values: [Expression], in range: SourceRange) {
    check(values.map(\.range), in: range)
    for value in values { visit(value, in: range) }
  }

  mutating func visit(_ expression: Expression, in range: SourceRange) {
    check([expression.range], in: range)
    let parts: [Expression]
    switch expression.kind {
    case .number, .pi, .name: parts = []
    case .negation(let operand): parts = [operand]
    case .sum(let terms): parts = terms.map(\.expression)
    case .product(let factors): parts = factors.map(\.expression)
    case .matrixProduct(let factors): parts = factors
    case .setting(let label, let value):
      check([label.range, value.range], in: expression.range)
      parts = [value]
    case .power(let base, let exponent): parts = [base, exponent]
    case .list(let items): parts = items
    case .element(let name, let arguments), .call(let name, let arguments):
      check([name.range] + arguments.map(\.range), in: expression.range)
      parts = arguments
    case .conditional(let condition, let first, let second):
      check([condition.range, first.range, second.range], in: expression.range)
      visit(condition, in: expression.range)
      parts = [first, second]
    case .reduction(let function, let body, let ranges):
      check([function.range, body.range] + ranges.map(\.range), in: expression.range)
      visit(ranges, in: expression.range)
      parts = [body]
    case .overRows(let function, let body, let data):
      check([function.range, body.range, data.range], in: expression.range)
      parts = [body]
    case .derivative(let numerator, let denominator):
      check([numerator.range, denominator.range], in: expression.range)
      visit(denominator, in: expression.range)
      parts = [numerator]
    case .local(let output, let denominator):
      check([output.range, denominator.range], in: expression.range)
      visit(output, in: expression.range)
      visit(denominator, in: expression.range)
      parts = []
    }
    check(parts.map(\.range), in: expression.range)
    for part in parts { visit(part, in: expression.range) }
  }

  private mutating func visit(_ condition: Condition, in range: SourceRange) {
    check([condition.range], in: range)
    switch condition.kind {
    case .comparison(let left, _, let right):
      check([left.range, right.range], in: condition.range)
      visit(left, in: condition.range)
      visit(right, in: condition.range)
    case .all(let conditions), .any(let conditions):
      check(conditions.map(\.range), in: condition.range)
      for part in conditions { visit(part, in: condition.range) }
    case .not(let operand): visit(operand, in: condition.range)
    }
  }

  private mutating func visit(_ reference: Reference, in range: SourceRange) {
    check([reference.range], in: range)
    check([reference.name.range] + reference.indices.map(\.range), in: reference.range)
    for index in reference.indices { visit(index, in: reference.range) }
  }

  private mutating func visit(_ ranges: [NamedRange], in whole: SourceRange) {
    check(ranges.map(\.whole), in: whole)
    for range in ranges {
      let parts = range.expressions
      check([range.name.range] + parts.map(\.range), in: range.whole)
      for part in parts { visit(part, in: range.whole) }
    }
  }

  private mutating func check(_ ranges: [SourceRange], in whole: SourceRange) {
    for range in ranges where !whole.contains(range) || range.lowerBound == range.upperBound {
      faults.append("\(range) is not in \(whole)")
    }
    for (one, other) in zip(ranges, ranges.dropFirst()) where one.upperBound > other.lowerBound {
      faults.append("\(other) is not behind \(one)")
    }
  }
}

extension NamedRange {
  /// The range with its name and its step.
  fileprivate var whole: SourceRange {
    switch values {
    case .span(let span, let step): name.range.union(step?.range ?? span.last.range)
    case .list(_, let range): name.range.union(range)
    }
  }
}

extension Given.Source {
  fileprivate var range: SourceRange {
    switch self {
    case .value(let value): value.range
    case .draw(let call): call.range
    }
  }
}

extension IterationClause {
  fileprivate var places: [SourceRange] {
    switch self {
    case .ranges(let ranges): ranges.map(\.range)
    case .rows(let data): [data.range]
    case .epochs(let trainings): trainings.map(\.range)
    }
  }
}

extension NameListItem {
  fileprivate var range: SourceRange {
    switch self {
    case .name(let name): name.range
    case .range(let first, let last): first.range.union(last.range)
    case .all(let range): range
    }
  }
}

extension Given.Shape {
  fileprivate var expressions: [Expression] {
    switch self {
    case .none: []
    case .spans(let spans): spans.flatMap { [$0.first, $0.last] }
    case .element(let indices): indices
    }
  }

  fileprivate var ranges: [SourceRange] { expressions.map(\.range) }
}

extension SourceRange {
  func contains(_ other: SourceRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
