import Algebra
import Diagnostics
import LessonLanguage

// Indices that stand for nothing, in the parentheses of functions of whole families: `sum(u[i])`, `dot(u[i], v[i])`.

extension FormulaLowering {
  /// What to write in the place of a call that has the unknown index `index` in it.
  func hint(forIndex index: String, in call: Expression) -> String {
    let rule =
      "a `for` in the parentheses says which numbers `\(index)` stands for; a whole family has no index"
    switch call.kind {
    case .matrixProduct:
      return withoutIndices(call).map { "of whole families it is written `\($0)`\(sizeNeeded(in: call))" }
        ?? "both sides of `@` are whole families, which have no index"
    case .call(let function, let arguments):
      guard let only = arguments.first, let ranges = ranges(ofIndicesIn: only), let body = plainText(of: only)
      else { return self.hint(forWorkedOutIndexIn: call) ?? rule }
      let name = function.text
      if FamilyFunction.named(name)?.takesRanges == true, arguments.count > 1 {
        guard arguments.count == 4, case .name(index) = arguments[1].kind,
          let first = plainText(of: arguments[2]), let last = plainText(of: arguments[3])
        else { return rule }
        return "write `\(name)(\(body) for \(index) in \(first)...\(last))`"
      }
      if FamilyFunction.named(name)?.takesRanges == true, arguments.count == 1 {
        let whole = "\(name)(\(body) for \(ranges.text))"
        guard let exponent = statement?.value.power(of: call.range).flatMap({ plainText(of: $0) }),
          ["sum", "mean"].contains(functionName(spelled: name))
        else { return "write `\(whole)`" }
        let base = only.kind.isAtom ? body : "(\(body))"
        return
          "each to the power is written `\(name)(\(base)^\(exponent) for \(ranges.text))`, and the whole `\(whole)^\(exponent)`"
      }
      if FamilyFunction.named(name) == .dot, arguments.count == 2 {
        return hintAtDot(arguments) ?? rule
      }
      if let whole = withoutIndices(only) { return "of the whole family it is written `\(name)(\(whole))`" }
      let part = freeName()
      return
        "a formula above gives this family a name, `\(part)[\(ranges.names.joined(separator: ", "))] = \(body) for \(ranges.text)`, and here it is `\(name)(\(part))`"
    default: return rule
    }
  }

  /// What to write in the place of a call with an index in it that is worked out of unknown names: `sum(u[j + k])`.
  func hint(forWorkedOutIndexIn call: Expression) -> String? {
    guard case .call(let function, let arguments) = call.kind, arguments.count == 1,
      FamilyFunction.named(function.text)?.takesRanges == true, let body = plainText(of: arguments[0])
    else { return nil }
    if let ranges = ranges(ofIndicesIn: arguments[0]) {
      return "write `\(function.text)(\(body) for \(ranges.text))`"
    }
    var seen: Set<String> = []
    let names = arguments[0].mentionedElements.flatMap { $0.indices.flatMap(\.allNames) }
      .filter { isUnknown($0) && seen.insert($0).inserted }
    guard !names.isEmpty, names.count <= 3 else { return nil }
    let ranges = names.map { "\($0) in …" }.joined(separator: ", ")
    return "write `\(function.text)(\(body) for \(ranges))`, with the ranges that are meant"
  }

  /// How many elements are needed of what stands behind `@`, where it has another number.
  private func sizeNeeded(in product: Expression) -> String {
    guard case .matrixProduct(let factors) = product.kind, factors.count == 2,
      case .name(let matrix) = factors[0].kind, case .element(let vector, _) = factors[1].kind,
      let bounds = family(Name(matrix))?.bounds, bounds.count == 2,
      let own = family(Name(vector.text))?.bounds.first, own.count != bounds[1].count
    else { return "" }
    return
      ", for which `\(vector.text)` needs as many elements as `\(matrix)` has columns: \(bounds[1].count), not \(own.count)"
  }

  private func hintAtDot(_ arguments: [Expression]) -> String? {
    let wholes = arguments.compactMap { withoutIndices($0) }
    if wholes.count == 2, let one = ranges(ofIndicesIn: arguments[0]),
      let two = ranges(ofIndicesIn: arguments[1]),
      one.text == two.text
    {
      return "of whole families it is written `dot(\(wholes[0]), \(wholes[1]))`"
    }
    let texts = arguments.compactMap { argument in
      plainText(of: argument).map { argument.kind.isAtom ? $0 : "(\($0))" }
    }
    let both = Expression(
      .call(function: Identifier("dot", at: arguments[0].range), arguments: arguments), at: arguments[0].range
    )
    guard texts.count == 2, let ranges = ranges(ofIndicesIn: both) else { return nil }
    return "the sum of the products is `sum(\(texts[0])*\(texts[1]) for \(ranges.text))`"
  }

  /// An expression with whole families in the place of their elements; `nil` where an index is more than the one name.
  private func withoutIndices(_ expression: Expression) -> String? {
    guard var text = plainText(of: expression), !expression.bindsNames else { return nil }
    var seen: ClosedRange<Int>?
    var index: String?
    for (identifier, indices) in expression.mentionedElements.reversed()
    where indices.contains(where: { $0.allNames.contains(where: isUnknown) }) {
      guard indices.count == 1, case .name(let name) = indices[0].kind, index == nil || index == name,
        let bounds = family(Name(identifier.text))?.bounds, bounds.count == 1,
        seen == nil || seen == bounds[0]
      else { return nil }
      (seen, index) = (bounds[0], name)
      let element = "\(identifier.text)[\(name)]"
      guard text.contains(element) else { return nil }
      text = text.replacing(element, with: identifier.text)
    }
    return seen == nil ? nil : text
  }

  /// An expression as it is written, where that is short and on one line.
  func plainText(of expression: Expression) -> String? {
    guard let text = text(of: expression), text.count <= 80,
      !text.contains(where: { $0.isNewline || $0 == "`" })
    else { return nil }
    return text
  }

  /// A name that the lesson does not have up to here.
  func freeName(_ candidates: [String] = ["v", "q", "r", "p", "part"], besides taken: [String] = []) -> String
  {
    candidates.first { text in
      let name = Name(text)
      return scope[name] == nil && scope.families[name] == nil && scope.functions[name] == nil
        && scope.optimizers[name] == nil && scope.schedules[name] == nil && scope.data[name] == nil
        && bindings[name] == nil && name != definedName && statement?.name != text && !taken.contains(text)
        && adviceBelow?(name, SourceRange(0, 0)) == nil
    } ?? "part2"
  }
}
