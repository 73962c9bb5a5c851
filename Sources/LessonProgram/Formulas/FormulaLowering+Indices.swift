import Algebra
import Diagnostics
import LessonLanguage

// Indices that stand for nothing: `z = E[x]` where nothing says which numbers `x` stands for.

extension FormulaLowering {
  /// Reports the first index that is a name which stands for nothing; false where there is none. All of a statement are one
  /// mistake.
  mutating func reportUnknownIndex(_ indices: [Expression], of identifier: Identifier) -> Bool {
    guard comesLater == nil, let family = family(Name(identifier.text)), family.indexCount == indices.count
    else { return false }
    for expression in indices {
      guard case .name(let text) = expression.kind, isUnknown(text),
        adviceBelow?(Name(text), expression.range) == nil
      else {
        continue
      }
      if hasToldIndex { return true }
      hasToldIndex = true
      report("`\(text)` is not defined above", at: expression.range, hint: hint(forIndex: text, of: family))
      return true
    }
    return false
  }

  private func isUnknown(_ text: String) -> Bool {
    let name = Name(text)
    return bindings[name] == nil && scope[name] == nil && scope.families[name] == nil
      && scope.schedules[name] == nil && !scope.broken.contains(name) && name != definedName
  }

  private func hint(forIndex text: String, of family: Family) -> String {
    if let whole = statement.flatMap({ formulaForEach($0) }) { return "for each it is written `\(whole)`" }
    let names = bindings.compactMap { if case .index = $0.value { "`\($0.key)`" } else { nil } }.sorted()
    if !names.isEmpty {
      return names.count == 1
        ? "the `for` name here is \(names[0])" : "the `for` names here are \(listed(names))"
    }
    if mayHaveRanges, family.bounds.count == 1 {
      let bounds = family.bounds[0]
      return "write `for \(text) in \(bounds.lowerBound)...\(bounds.upperBound)` behind it"
    }
    return "the elements are \(family.ends)"
  }

  /// A statement without indices as a formula for each element: with the unknown indices on its left, over what the families
  /// have in common; `nil` where that is not plain.
  private func formulaForEach(_ statement: OwnStatement) -> String? {
    let text = file[statement.value.range]
    guard statement.isPlain, text.count <= 80, !text.contains(where: { $0.isNewline || $0 == "`" }) else {
      return nil
    }
    var names: [String] = []
    var bounds: [String: ClosedRange<Int>] = [:]
    for (identifier, indices) in statement.value.mentionedElements {
      guard let family = self.family(Name(identifier.text)) else { continue }
      guard family.indexCount == indices.count else { return nil }
      for (place, index) in indices.enumerated() {
        let unknown = index.allNames.filter { isUnknown($0) }
        guard !unknown.isEmpty else { continue }
        // Where an index is worked out, its range is not that of the family.
        guard case .name(let name) = index.kind else { return nil }
        let range = family.bounds[place]
        guard let known = bounds[name] else {
          names.append(name)
          bounds[name] = range
          continue
        }
        guard known.overlaps(range) else { return nil }
        bounds[name] = known.clamped(to: range)
      }
    }
    let ranges = names.compactMap { name in
      bounds[name].map { "\(name) in \($0.lowerBound)...\($0.upperBound)" }
    }
    guard !names.isEmpty, names.count <= 2, !statement.value.bindsNames else { return nil }
    let index = names.joined(separator: ", ")
    return "\(statement.head)\(statement.name)[\(index)] = \(text) for \(ranges.joined(separator: ", "))"
  }
}

extension Expression {
  /// The parts of which it is made.
  fileprivate var parts: [Expression] {
    switch kind {
    case .number, .pi, .name: []
    case .negation(let inner): [inner]
    case .sum(let terms): terms.map(\.expression)
    case .product(let factors): factors.map(\.expression)
    case .matrixProduct(let factors): factors
    case .power(let base, let exponent): [base, exponent]
    case .element(_, let indices): indices
    case .list(let items): items
    case .conditional(let condition, let first, let second): condition.sides + [first, second]
    case .reduction(_, let body, let ranges):
      [body] + ranges.flatMap { [$0.span.first, $0.span.last] }
    case .overRows(_, let body, _): [body]
    case .call(_, let arguments): arguments
    case .setting(_, let value): [value]
    case .derivative(let numerator, let name): [numerator] + name.indices
    case .local(let output, let name): output.indices + name.indices
    }
  }

  /// The elements in it, with their indices.
  fileprivate var mentionedElements: [(family: Identifier, indices: [Expression])] {
    var own: [(family: Identifier, indices: [Expression])] = []
    switch kind {
    case .element(let family, let indices): own = [(family, indices)]
    case .derivative(_, let name): own = [(name.name, name.indices)]
    case .local(let output, let name): own = [(output.name, output.indices), (name.name, name.indices)]
    default: break
    }
    return own.filter { !$0.indices.isEmpty } + parts.flatMap(\.mentionedElements)
  }

  /// Whether a `for` in it gives names a meaning of their own.
  fileprivate var bindsNames: Bool {
    if case .reduction = kind { return true }
    return parts.contains(where: \.bindsNames)
  }
}
