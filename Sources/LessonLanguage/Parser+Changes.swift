import Diagnostics

/// Numbers that are changed as other languages do it: `w += 1`, `W -= a*∂M/∂W`, `s += u[i] for i in 1...3`.
extension Parser {
  /// What to write in the place of the sign at which it stands, which changes `name` by an `operation`.
  func adviceAtChange(_ operation: String, of name: String, _ sign: String) -> Diagnostic.Advice {
    let rule =
      "a given number is changed with an arrow, and a family element by element, with a `for` behind the statement"
    let behind = rest.dropFirst()
    let place = behind.firstIndex { $0.kind == .reserved(.for) && !isInBracket($0, of: behind) }
    let terms = behind[..<(place ?? behind.endIndex)]
    let base = readTokens.first.map { text(of: $0) } ?? name
    guard let change = change(operation, of: name, base, sign, by: terms, over: behind[terms.endIndex...]),
      change.count <= Self.longestForm
    else { return .init(rule) }
    let whole = (readTokens.first ?? current).range.union((behind.last ?? current).range)
    return .init(
      "write \(change.quotedWhole)",
      fix: terms.isEmpty && sign != "++" ? nil : .init(replacing: whole, with: change))
  }

  private func isInBracket(_ token: Token, of tokens: ArraySlice<Token>) -> Bool {
    tokens.prefix { $0.range != token.range }.reduce(0) { $0 + $1.kind.bracketCount } > 0
  }

  private func change(
    _ operation: String, of name: String, _ base: String, _ sign: String, by terms: ArraySlice<Token>,
    over ranges: ArraySlice<Token>
  ) -> String? {
    let isElement = readTokens.count > 1
    let bounds = known?.bounds(base)
    let ranged = ranges.isEmpty ? "" : text(of: ranges).map { " " + $0 }
    guard let ranged else { return nil }
    if bounds == nil, !isElement, !ranges.isEmpty { return total(operation, of: name, terms, ranged) }
    var (target, behind) = (name, ranged)
    var parts: [(range: SourceRange, text: String)] = []
    if let bounds, !isElement {
      guard ranges.isEmpty, let found = elements(of: bounds, in: terms) else { return nil }
      let names = unusedIndices(bounds.count)
      target = "\(name)[\(names.joined(separator: ", "))]"
      parts = found.map { ($0, "[\(names.joined(separator: ", "))]") }
      behind =
        " for "
        + zip(names, bounds).map { "\($0) in \($1.lowerBound)...\($1.upperBound)" }.joined(separator: ", ")
    } else if isElement, ranges.isEmpty {
      var seen: [String] = []
      for token in readTokens.dropFirst()
      where token.kind == .name && known?.isValue(text(of: token)) == false {
        if !seen.contains(text(of: token)) { seen.append(text(of: token)) }
      }
      let all = Array(readTokens) + Array(terms)
      let found = seen.compactMap { name in
        range(of: name, in: all[...]).map { "\(name) in \($0.lowerBound)...\($0.upperBound)" }
      }
      guard found.count == seen.count else { return nil }
      if !found.isEmpty { behind = " for \(found.joined(separator: ", "))" }
    }
    guard let term = terms.isEmpty ? (sign == "++" ? "1" : "…") : text(of: terms, replacing: parts) else {
      return nil
    }
    return "\(target) <- \(target) \(operation) \(operand(term, of: operation, terms))\(behind)"
  }

  /// `term` behind an operator: in parentheses where that would take a part of it.
  private func operand(_ term: String, of operation: String, _ terms: ArraySlice<Token>) -> String {
    guard operation == "+" || operation == "-" else { return ProposedForm.operand(term) }
    var depth = 0
    let isSum = terms.contains { token in
      depth += token.kind.bracketCount
      return depth == 0 && [.symbol(.plus), .symbol(.minus), .reserved(.if)].contains(token.kind)
    }
    return isSum ? "(\(term))" : term
  }

  /// `s += u[i] for i in 1...3`
  private func total(_ operation: String, of name: String, _ terms: ArraySlice<Token>, _ ranges: String)
    -> String?
  {
    guard operation == "+" || operation == "-", let term = text(of: terms) else { return nil }
    let sum = "sum(\(term)\(ranges))"
    if known?.isValue(name) == true { return "\(name) <- \(name) \(operation) \(sum)" }
    return operation == "+" ? "\(name) = \(sum)" : nil
  }

  /// Where the indices belong of the families in `terms` that go with a family of `bounds`, element by element; `nil` where
  /// that is not plain.
  private func elements(of bounds: [ClosedRange<Int>], in terms: ArraySlice<Token>) -> [SourceRange]? {
    guard terms.count <= 2 * Self.longestForm, !terms.contains(where: { $0.kind == .symbol(.matrix) }) else {
      return nil
    }
    var places: [SourceRange] = []
    for token in terms where token.kind == .name {
      guard let own = known?.bounds(text(of: token)),
        !calls(around: token).contains(where: { isOfFamilies($0.function) })
      else { continue }
      guard own == bounds else { return nil }
      places.append(SourceRange(token.range.upperBound, token.range.upperBound))
    }
    let isIndexed = terms.contains { $0.kind == .symbol(.openBracket) }
    return isIndexed ? nil : places
  }

  /// `if w > 1 then w <- 1` as the whole of a line.
  var hintAtConditionalChange: String? {
    guard current.kind == .reserved(.if), let then = rest.firstIndex(where: { $0.kind == .reserved(.then) }),
      !rest.contains(where: { $0.kind == .reserved(.else) })
    else { return nil }
    let command = rest[(then + 1)...]
    guard command.kindBehindReference == .symbol(.arrow),
      let arrow = command.firstIndex(where: { $0.kind == .symbol(.arrow) }),
      let condition = text(of: rest[..<then].dropFirst()), let name = text(of: command[..<arrow]),
      let value = text(of: command[(arrow + 1)...])
    else { return nil }
    return "write `\(name) <- if \(condition) then \(value) else \(name)`"
  }
}
