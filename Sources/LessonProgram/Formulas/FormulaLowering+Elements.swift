import Algebra
import Diagnostics
import LessonLanguage

// What is done with families element by element: a way of writing, and what comes out is what the forms with `for` give.

extension FormulaLowering {
  /// What an expression stands for, and how many parts that has.
  mutating func operand(_ expression: Expression) -> Operand {
    let before = written
    let value = value(of: expression)
    return Operand(expression: expression, value: value, size: value.family?.size ?? written - before)
  }

  mutating func sum(_ terms: [SignedTerm], at range: SourceRange) -> ExpressionValue {
    each(terms.map(\.expression), at: range) { formulas in
      .sum(of: terms.indices.map { Formula.Term(terms[$0].isSubtracted ? .minus : .plus, formulas[$0]) })
    }
  }

  mutating func product(_ factors: [SignedFactor], at range: SourceRange) -> ExpressionValue {
    if let only = factors.first, factors.count == 1 { return value(of: only.expression) }
    return each(factors.map(\.expression), at: range) { formulas in
      .product(
        of: factors.indices.map { Formula.Factor(factors[$0].isDivisor ? .over : .times, formulas[$0]) })
    }
  }

  /// What `make` makes of the expressions, of families for each element.
  mutating func each(
    _ expressions: [Expression], at range: SourceRange, _ make: ([Formula]) -> Formula
  ) -> ExpressionValue {
    each(expressions.map { operand($0) }, at: range, make)
  }

  /// What `make` makes of the operands: one formula of numbers; of families of one shape a formula for each element, with
  /// which every number goes.
  mutating func each(
    _ operands: [Operand], at range: SourceRange, _ make: ([Formula]) -> Formula
  ) -> ExpressionValue {
    let numbers = operands.numbers
    if numbers.count == operands.count { return .number(make(numbers)) }
    if operands.contains(where: { $0.value.isBroken }) { return .broken }
    guard let first = operands.first(where: { $0.value.isFamily }), let model = first.value.family else {
      preconditionFailure("what is neither broken nor a number is a family")
    }
    for operand in operands {
      guard let family = operand.value.family else { continue }
      guard isWhole(operand), haveOneShape(first, model, operand, family, at: range) else { return .broken }
    }
    let count = model.items.count
    let ofNumbers = operands.reduce(0.0) { $0 + ($1.value.isFamily ? 0 : Double($1.size)) }
    guard grow(byElementsOf: (1 + ofNumbers) * Double(count - 1), at: range) else { return .broken }
    let items = (0..<count).map { index in
      make(operands.map { $0.value.family?.items[index] ?? $0.value.number ?? .nothing })
    }
    let ofFamilies = operands.reduce(0) { $0 + ($1.value.family?.size ?? 0) }
    return .family(FamilyValue(model.bounds, items, size: ofFamilies + (1 + Int(ofNumbers)) * count))
  }

  /// Whether a family has an element for every choice of indices; that it has not is reported.
  mutating func isWhole(_ operand: Operand) -> Bool {
    guard let family = operand.value.family, !family.isWhole else { return true }
    report(
      "\(quoted(operand.expression)) has gaps: only \(family.items.count) of the elements \(family.span) are defined",
      at: operand.expression.range, hint: "what goes element by element needs all of them")
    return false
  }

  private mutating func haveOneShape(
    _ first: Operand, _ model: FamilyValue, _ other: Operand, _ family: FamilyValue, at range: SourceRange
  ) -> Bool {
    if model.bounds == family.bounds { return true }
    let (one, two) = (quoted(first.expression), quoted(other.expression))
    guard model.bounds.map(\.count) == family.bounds.map(\.count) else {
      report(
        "\(one) \(model.shape) and \(two) \(family.shape); element by element both have the same shape",
        at: range)
      return false
    }
    report(
      "the indices of \(one) are \(model.span) and those of \(two) \(family.span)", at: range,
      hint: "element by element both have the same indices; a `for` goes over others")
    return false
  }

  /// The elements of a family that an expression gives, which is to be defined.
  mutating func elements(of family: FamilyValue, _ expression: Expression) -> DefinedElements {
    guard isWhole(Operand(expression: expression, value: .family(family), size: 0)) else { return .none }
    return DefinedElements(at: family.indices, each: family.items)
  }

  /// Reports `y[i] = v[i]^2` where nothing says what `i` is; false where it is no such formula.
  mutating func reportMissingRange(of reference: Reference, _ expression: Expression) -> Bool {
    let names = reference.indices.map { index -> String? in
      guard case .name(let text) = index.kind, isUnknown(text) else { return nil }
      return text
    }
    guard let first = names.first.flatMap(\.self), names.allSatisfy({ $0 != nil }), names.count <= 2,
      let text = plainText(of: expression), text.count <= 60, !expression.bindsNames,
      let hint = hintAtMissingRange(of: reference, expression, text, names.compactMap(\.self))
    else { return false }
    report("`\(first)` is not defined above", at: reference.indices[0].range, hint: hint)
    return true
  }

  private func hintAtMissingRange(
    of reference: Reference, _ expression: Expression, _ text: String, _ names: [String]
  ) -> String? {
    let whole = names.count == 1 ? text.replacing("[\(names[0])]", with: "") : text
    let own = reference.name.text
    if expression.familyFunction(around: { isIndexed($0) }) == "@" {
      return whole.contains("[") ? nil : "of whole families it is written `\(own) = \(whole)`"
    }
    if let sum = sumForEach(reference, expression, names) { return sum }
    if names.count == 1, !whole.contains("["), expression.indexNames.allSatisfy({ $0 == names[0] }),
      let name = whole.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }).map(String.init)
        .first(where: { family(Name($0)) != nil }), let bounds = family(Name(name))?.bounds,
      bounds.count == 1, !expression.indexNames.isEmpty,
      expression.mentionedElements.allSatisfy({ family(Name($0.family.text))?.bounds == bounds })
    {
      let range = "for \(names[0]) in \(bounds[0].lowerBound)...\(bounds[0].upperBound)"
      return "for all elements write `\(own) = \(whole)`, or `\(file[reference.range]) = \(text) \(range)`"
    }
    guard expression.familyFunction(around: { isIndexed($0) }) == nil,
      let ranges = ranges(ofIndicesIn: expression), Set(ranges.names) == Set(names)
    else { return nil }
    return "write `\(file[reference.range]) = \(text) for \(ranges.text)`"
  }

  /// `q[i] = sum(W[i, j]*u[j])`, and `q[i] = W[i, j]*u[j]`, where an index stands on the right side only.
  private func sumForEach(_ reference: Reference, _ expression: Expression, _ names: [String]) -> String? {
    guard let ranges = ranges(ofIndicesIn: expression), Set(names).isStrictSubset(of: Set(ranges.names)),
      let inner = ranges.names.first(where: { !names.contains($0) })
    else { return nil }
    guard case .call(let function, let arguments) = expression.kind, arguments.count == 1,
      FamilyFunction.named(function.text)?.takesRanges == true, let body = plainText(of: arguments[0])
    else {
      return
        "`\(inner)` stands on the right side only: in the parentheses of a `sum` a `for` of its own says which numbers it stands for"
    }
    let (outer, summed) = (
      ranges.each.filter { names.contains($0.name) }, ranges.each.filter { !names.contains($0.name) }
    )
    let text = { (ranges: [(name: String, text: String)]) in ranges.map(\.text).joined(separator: ", ") }
    return
      "write `\(file[reference.range]) = \(function.text)(\(body) for \(text(summed))) for \(text(outer))`"
  }

  /// An expression as it is written, for messages; a long one is cut.
  func quoted(_ expression: Expression) -> String {
    guard let text = text(of: expression) else { return "this" }
    return "`\(text.count <= 60 ? text : text.prefix(59) + "…")`"
  }

  /// An expression as it is written; `nil` for what stands in a function of the lesson's, where a reader has typed something.
  func text(of expression: Expression) -> String? {
    expression.range.upperBound <= file.bytes.count ? file[expression.range] : nil
  }
}
