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
    if hasToldIndex, indices.contains(where: { $0.allNames.contains(where: isUnknown) }) { return true }
    for expression in indices {
      guard let (text, _, range) = expression.shiftedName, isUnknown(text),
        adviceBelow?(Name(text), range) == nil
      else { continue }
      hasToldIndex = true
      toldIndex = Name(text)
      report("`\(text)` is not defined above", at: range, hint: hint(forIndex: text, of: family, indices))
      return true
    }
    for expression in indices {
      guard let (text, range) = firstUnknown(in: expression), adviceBelow?(Name(text), range) == nil,
        let call = around.last(where: \.isOfFamilies), let hint = hint(forWorkedOutIndexIn: call)
      else { continue }
      hasToldIndex = true
      report("`\(text)` is not defined above", at: range, hint: hint)
      return true
    }
    return false
  }

  func isUnknown(_ text: String) -> Bool {
    let name = Name(text)
    return bindings[name] == nil && scope[name] == nil && scope.families[name] == nil
      && scope.schedules[name] == nil && !scope.broken.contains(name) && name != definedName
  }

  /// The first name in an index that stands for nothing.
  private func firstUnknown(in expression: Expression) -> (name: String, range: SourceRange)? {
    if case .name(let text) = expression.kind { return isUnknown(text) ? (text, expression.range) : nil }
    return expression.parts.lazy.compactMap { firstUnknown(in: $0) }.first
  }

  private func hint(forIndex text: String, of family: Family, _ indices: [Expression]) -> String {
    if let call = around.last(where: \.isOfFamilies) { return hint(forIndex: text, in: call) }
    if let statement, statement.isPlain,
      let function = statement.value.familyFunction(around: { isIndexed($0) })
    {
      if let whole = formulaWithSum(statement) { return "write \(whole)" }
      return
        "a `for` behind the formula gives one for each `\(text)`, and in the parentheses of `\(function)` stands one of its own, with another name"
    }
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
    let unknown = zip(indices, family.bounds).compactMap { index, bounds -> String? in
      guard case .name(let text) = index.kind, isUnknown(text) else { return nil }
      return "\(text) in \(bounds.lowerBound)...\(bounds.upperBound)"
    }
    return mayHaveRanges && !unknown.isEmpty
      ? "write `for \(unknown.joined(separator: ", "))` behind it" : "the elements are \(family.ends)"
  }

  /// A statement without indices as a formula for each element: with the unknown indices on its left, over what the families
  /// have in common; `nil` where that is not plain.
  private func formulaForEach(_ statement: OwnStatement) -> String? {
    let text = file[statement.value.range]
    guard statement.isPlain, text.count <= 80, !text.contains(where: { $0.isNewline || $0 == "`" }) else {
      return nil
    }
    guard !statement.value.bindsNames, let ranges = ranges(ofIndicesIn: statement.value),
      ranges.names.count <= 2
    else { return nil }
    let index = ranges.names.joined(separator: ", ")
    return "\(statement.head)\(statement.name)[\(index)] = \(text) for \(ranges.text)"
  }

  /// `q = u[i] + sum(v[i])`: as a formula for each, and with whole families; `nil` where that is not plain.
  private func formulaWithSum(_ statement: OwnStatement) -> String? {
    guard case .sum(let terms) = statement.value.kind, let text = plainText(of: statement.value) else {
      return nil
    }
    let (inner, outer) = (
      terms.filter { $0.expression.familyFunction(around: { isIndexed($0) }) != nil },
      terms.filter { $0.expression.familyFunction(around: { isIndexed($0) }) == nil }
    )
    guard inner.count == 1, case .call(let function, let arguments) = inner[0].expression.kind,
      arguments.count == 1, FamilyFunction.named(function.text)?.takesRanges == true,
      let sum = ranges(ofIndicesIn: arguments[0]), sum.names.count == 1,
      let body = plainText(of: arguments[0]),
      let call = plainText(of: inner[0].expression), text.components(of: call) == 2
    else { return nil }
    let all = outer.compactMap { ranges(ofIndicesIn: $0.expression) }
    guard let range = all.first, range.names == sum.names, all.allSatisfy({ $0.text == range.text }) else {
      return nil
    }
    let (index, other) = (sum.names[0], freeName(["j", "k", "m", "n"].filter { $0 != sum.names[0] }))
    let summed = body.replacing("[\(index)]", with: "[\(other)]")
    let own = sum.text.replacing("\(index) in", with: "\(other) in")
    let whole = text.replacing(call, with: "\(function.text)(\(summed) for \(own))")
    let forEach = "`\(statement.head)\(statement.name)[\(index)] = \(whole) for \(range.text)`"
    let families = text.replacing("[\(index)]", with: "")
    return families.contains("[")
      ? forEach : "\(forEach), or `\(statement.head)\(statement.name) = \(families)`"
  }

  /// The ranges over which the unknown indices in an expression go, where all these elements exist; `nil` where that is not
  /// plain.
  func ranges(ofIndicesIn expression: Expression) -> IndexRanges? {
    var names: [String] = []
    var bounds: [String: ClosedRange<Int>] = [:]
    for (identifier, indices) in expression.mentionedElements {
      guard let family = self.family(Name(identifier.text)) else { continue }
      guard family.indexCount == indices.count else { return nil }
      for (place, index) in indices.enumerated() where index.allNames.contains(where: isUnknown) {
        // Where an index is worked out in other ways, its range is not that of the family.
        guard let range = index.range(within: family.bounds[place]), let name = index.allNames.first else {
          return nil
        }
        guard let known = bounds[name] else {
          names.append(name)
          bounds[name] = range
          continue
        }
        guard known.overlaps(range) else { return nil }
        bounds[name] = known.clamped(to: range)
      }
    }
    if names.isEmpty { return nil }
    return IndexRanges(
      each: names.compactMap { name in
        bounds[name].map { (name, "\(name) in \($0.lowerBound)...\($0.upperBound)") }
      })
  }

  /// The ranges of unknown indices, as they are written behind a `for`.
  struct IndexRanges {
    let each: [(name: String, text: String)]
    var names: [String] { each.map(\.name) }
    var text: String { each.map(\.text).joined(separator: ", ") }
  }

  /// Whether an element has an index that stands for nothing.
  func isIndexed(_ expression: Expression) -> Bool {
    guard case .element(_, let indices) = expression.kind else { return false }
    return indices.contains { $0.allNames.contains(where: isUnknown) }
  }
}

extension Expression {
  /// The parts of which it is made.
  var parts: [Expression] {
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
      [body] + ranges.flatMap(\.expressions)
    case .overRows(_, let body, _): [body]
    case .call(_, let arguments): arguments
    case .setting(_, let value): [value]
    case .derivative(let numerator, let name): [numerator] + name.indices
    case .local(let output, let name): output.indices + name.indices
    }
  }

  /// The elements in it, with their indices.
  var mentionedElements: [(family: Identifier, indices: [Expression])] {
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
  var bindsNames: Bool {
    if case .reduction = kind { return true }
    return parts.contains(where: \.bindsNames)
  }

  /// The name that it is, or that so much is added to: `i`, `i - 1`.
  var shiftedName: (name: String, shift: Int, range: SourceRange)? {
    if case .name(let name) = kind { return (name, 0, range) }
    guard case .sum(let terms) = kind, terms.count == 2, !terms[0].isSubtracted,
      case .name(let name) = terms[0].expression.kind,
      case .number(let value, _) = terms[1].expression.kind, value < 1e9, let shift = Int(exactly: value)
    else { return nil }
    return (name, terms[1].isSubtracted ? -shift : shift, terms[0].expression.range)
  }

  /// The numbers that the one name in it stands for, so that it lies within `bounds`: of `i`, `i - 1`, `2*i`, `2*i + 1`.
  fileprivate func range(within bounds: ClosedRange<Int>) -> ClosedRange<Int>? {
    if let (_, shift, _) = shiftedName { return bounds.lowerBound - shift...bounds.upperBound - shift }
    var (factors, shift) = (self, 0)
    if case .sum(let terms) = kind, terms.count == 2, !terms[0].isSubtracted,
      case .number(let value, _) = terms[1].expression.kind, value < 1e9, let number = Int(exactly: value)
    {
      (factors, shift) = (terms[0].expression, terms[1].isSubtracted ? -number : number)
    }
    guard case .product(let parts) = factors.kind, parts.count == 2, !parts.contains(where: \.isDivisor),
      case .number(let value, _) = parts[0].expression.kind, case .name = parts[1].expression.kind,
      value >= 1, value < 1e9, let factor = Int(exactly: value)
    else { return nil }
    let first = (Double(bounds.lowerBound - shift) / Double(factor)).rounded(.up)
    let last = (Double(bounds.upperBound - shift) / Double(factor)).rounded(.down)
    return first <= last ? Int(first)...Int(last) : nil
  }

  /// Whether it is a call of a function of whole families, or a product of matrices.
  var isOfFamilies: Bool { nameOfFamilyFunction != nil }

  private var nameOfFamilyFunction: String? {
    switch kind {
    case .matrixProduct: return "@"
    case .call(let function, let arguments):
      let isOfFamilies =
        FamilyFunction.named(function.text)?.isOfFamilies(arguments.count)
        ?? ComposedFunction.named(function.text).map { $0 != .clip } ?? false
      return isOfFamilies ? function.text : nil
    default: return nil
    }
  }

  /// The function of whole families in the parentheses of which something stands; `nil` where there is none.
  func familyFunction(around isMeant: (Expression) -> Bool) -> String? {
    if let name = nameOfFamilyFunction, parts.contains(where: { $0.contains(isMeant) }) { return name }
    return parts.compactMap { $0.familyFunction(around: isMeant) }.first
  }

  private func contains(_ isMeant: (Expression) -> Bool) -> Bool {
    isMeant(self) || parts.contains { $0.contains(isMeant) }
  }

  /// The power of which what stands at `base` is the base.
  func power(of base: SourceRange) -> Expression? {
    if case .power(let own, let exponent) = kind, own.range == base { return exponent }
    return parts.lazy.compactMap { $0.power(of: base) }.first
  }
}

extension String {
  /// How many parts stand before, between and behind those that are `other`.
  fileprivate func components(of other: String) -> Int {
    split(separator: other, omittingEmptySubsequences: false).count
  }
}
