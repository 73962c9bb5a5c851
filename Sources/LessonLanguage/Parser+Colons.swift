import Diagnostics

/// Ranges as other languages write them, with a colon: `q[:] = u`, `1:5`, `u(1:2)`, `u[::2]`, and rows and columns, `W[1, ...]`.
extension Parser {
  // MARK: On the left side

  /// What to write in the place of ranges in the brackets with which a statement begins.
  func hintAtSpans(
    of family: Token, _ span: (inside: ArraySlice<Token>, after: ArraySlice<Token>)?
  ) -> String? {
    let all = statementTokens
    switch all.kindBehindReference {
    case .symbol(.tilde): return hintAtDraw
    case .symbol(.equals), .symbol(.arrow):
      let sign = all.kindBehindReference == .symbol(.equals) ? "=" : "<-"
      let behind = all.drop { $0.kind != .symbol(.equals) && $0.kind != .symbol(.arrow) }.dropFirst()
      if let call = behind.first, FunctionHabit.ofDraw(text(of: call)) != nil, let text = written(from: call)
      {
        let target = all.prefix { $0.kind != .symbol(.equals) && $0.kind != .symbol(.arrow) }
        return
          "what is drawn is given: `param \(file[family.range.union(target.last?.range ?? family.range)]) ~ \(text)`"
      }
      guard let first = span?.inside.first, let last = span?.after.dropFirst().last else {
        return hintAtOpenSpans(of: family, sign, behind)
      }
      let range =
        file[first.range.union(span?.inside.last?.range ?? first.range)] + "..." + file[last.range]
      let value = behind.count == 1 && behind.first?.kind == .number ? behind.first.map { text(of: $0) } : nil
      return
        "for each element it is written \("\(text(of: family))[i] \(sign) \(value ?? "…") for i in \(range)".quoted)"
    default: return "each element has an index of its own, and a `for` stands behind the statement"
    }
  }

  /// `q[:] = u[:]`, `q[:, 1] = u`
  private func hintAtOpenSpans(of family: Token, _ sign: String, _ value: ArraySlice<Token>) -> String {
    let rule = "a formula for each element has an index on its left, and a `for` behind it"
    let target = statementTokens.dropFirst(2).prefixInBracket
    let pieces = target.pieces(at: .comma)
    let isColon = { (piece: ArraySlice<Token>) in piece.map(\.kind) == [.symbol(.colon)] }
    let spans = pieces.filter(isColon)
    guard let source = value.first, let span = spans.first?.first else { return rule }
    let name = text(of: source)
    let inside = value.dropFirst(2).prefixInBracket
    let isWhole =
      value.count == 1
      || value.dropFirst().first?.kind == .symbol(.openBracket) && inside.endIndex == value.endIndex - 1
        && inside.pieces(at: .comma).allSatisfy(isColon)
    guard isWhole else { return rule }
    let index = unusedIndices(1)[0]
    if value.count == 1, source.kind == .number, spans.count == 1, pieces.count == 1,
      let bounds = known?.bounds(text(of: family)), bounds.count == 1
    {
      return
        "for each element it is written `\(text(of: family))[\(index)] \(sign) \(name) for \(index) in \(bounds[0].lowerBound)...\(bounds[0].upperBound)`"
    }
    guard source.kind == .name, let bounds = known?.bounds(name) else { return rule }
    if sign == "=", spans.count == pieces.count, bounds.count == pieces.count {
      return "a whole family is written without brackets: `\(text(of: family)) = \(name)`"
    }
    guard spans.count == 1, bounds.count == 1,
      let left = text(of: target, replacing: [(span.range, index)])
    else { return rule }
    return
      "for each element it is written \("\(text(of: family))[\(left)] \(sign) \(name)[\(index)] for \(index) in \(bounds[0].lowerBound)...\(bounds[0].upperBound)".quotedWhole)"
  }

  // MARK: In values

  /// `u[::2]`, `u[::-1]`; `nil` where it is not the whole value.
  var hintAtSteppedSlice: String? {
    guard let own = ownValue, let family = own.value.first, family.kind == .name,
      let bounds = known?.bounds(text(of: family)), bounds.count == 1, let last = own.value.last,
      last.kind == .symbol(.closeBracket), let index = unusedIndices(1).first
    else { return nil }
    let inside = own.value.dropFirst().dropLast()
    let kinds = inside.map(\.kind).filter { $0 != .symbol(.minus) }
    guard kinds == [.symbol(.openBracket), .symbol(.colon), .symbol(.colon), .number],
      let step = inside.last.flatMap({ Int(text(of: $0)) }), step > 0, step <= bounds[0].count
    else { return nil }
    let isDown = inside.count == 5
    let (first, count) = (
      isDown ? bounds[0].upperBound : bounds[0].lowerBound, (bounds[0].count - 1) / step + 1
    )
    let times = step == 1 ? index : "\(step)*\(index)"
    let shift = isDown ? first + step : first - step
    let place =
      isDown
      ? "\(shift) - \(times)" : shift == 0 ? times : "\(times) \(shift < 0 ? "-" : "+") \(abs(shift))"
    return
      "there are no slices: write `\(own.head)\(own.name)[\(index)] = \(text(of: family))[\(place)] for \(index) in 1...\(count)`"
  }

  /// `1:5`, `sum(1:5)`, `u(1:2)`; it stands at the colon, in no bracket of a family.
  var hintAtColon: String? {
    guard let call = callsAround.last, openBracket?.kind == .symbol(.openParenthesis) else {
      guard openBracket == nil, let own = ownValue, let first = own.value.first, let last = own.value.last
      else { return nil }
      let pieces = own.value.pieces(at: .colon)
      guard pieces.count == 2 || pieces.count == 3 else { return nil }
      guard pieces.allSatisfy({ argument($0).isFixed }) else { return nil }
      let ends = pieces.count == 2 ? pieces : [pieces[0], pieces[2], pieces[1]]
      return made("seq", ends, at: first.range.union(last.range))
    }
    let pieces = call.inside.pieces(at: .colon)
    let texts = pieces.compactMap { text(of: $0) }
    let function = text(of: call.function)
    guard texts.count == 2, pieces.count == 2, let index = unusedIndices(1).first else { return nil }
    if let bounds = known?.bounds(function), known?.isFunction(function) != true {
      let isOwn =
        ownValue?.value.first?.range == call.function.range
        && ownValue?.value.last?.range.upperBound == range(of: call).upperBound
      guard bounds.count == 1, isOwn, let own = ownValue else {
        return "an element is written `\(function)[1]`, with brackets"
      }
      return
        "an element is written with brackets, and for each `\(own.head)\(own.name)[\(index)] = \(function)[\(index)] for \(index) in \(texts[0])...\(texts[1])`"
    }
    let word = function.lowercased()
    guard ReductionWord(spelled: word) != nil else { return nil }
    if pieces.allSatisfy({ $0.count == 1 && $0.first?.kind == .number }) {
      return "write `\(word)(\(index) for \(index) in \(texts[0])...\(texts[1]))`"
    }
    let elements = pieces.map { Array($0) }
    guard elements.allSatisfy({ $0.count == 4 && $0[1].kind == .symbol(.openBracket) }),
      let family = elements[0].first.map({ text(of: $0) }), text(of: elements[1][0]) == family
    else { return nil }
    let (first, last) = (text(of: elements[0][2]), text(of: elements[1][2]))
    let bounds = known?.bounds(family)
    return bounds?.first.map { "\($0.lowerBound) \($0.upperBound)" } == "\(first) \(last)"
      && bounds?.count == 1
      ? "of the whole family it is written `\(word)(\(family))`"
      : "write `\(word)(\(family)[\(index)] for \(index) in \(first)...\(last))`"
  }

  /// `W[1, ...]` and `W[,1]`: a row or a column as the whole value; it stands where the index is missing.
  var hintAtMissingIndex: String? {
    guard openBracket?.kind == .symbol(.openBracket), let own = ownValue, let family = own.value.first,
      let bounds = known?.bounds(text(of: family)), bounds.count == 2,
      own.value.last?.kind == .symbol(.closeBracket)
    else { return nil }
    let pieces = own.value.dropFirst(2).dropLast().pieces(at: .comma)
    let open = pieces.map { $0.isEmpty || $0.map(\.kind) == [.symbol(.ellipsis)] }
    guard open.count == 2, open[0] != open[1], let fixed = text(of: pieces[open[0] ? 1 : 0]) else {
      return nil
    }
    let axis = open[0] ? 0 : 1
    let index = unusedIndices(2)[axis]
    let indices = axis == 0 ? "\(index), \(fixed)" : "\(fixed), \(index)"
    return
      "a \(axis == 0 ? "column" : "row") is `\(own.head)\(own.name)[\(index)] = \(text(of: family))[\(indices)] for \(index) in \(bounds[axis].lowerBound)...\(bounds[axis].upperBound)`"
  }

  /// `u[end]`, and `all(u > 0)`: reserved words that other languages use so.
  func hint(at word: ReservedWord) -> String? {
    switch word {
    case .end:
      guard previous?.kind == .symbol(.openBracket), next.kind == .symbol(.closeBracket),
        let family = readTokens.dropLast().last, let bounds = known?.bounds(text(of: family)),
        bounds.count == 1
      else { return nil }
      return "the last is `\(text(of: family))[\(bounds[0].upperBound)]`"
    case .all:
      guard next.kind == .symbol(.openParenthesis) else { return nil }
      return ofEach(rest.dropFirst(2).prefixInBracket, with: "min")
    default: return nil
    }
  }

  /// `all(u > 0)` and `any(u > 0)` as the smallest and the largest of 1 and 0; `nil` where that is not plain.
  func ofEach(_ inside: ArraySlice<Token>, with function: String) -> String? {
    let start = "1 where \(function == "min" ? "all are" : "one is") so, and else 0, is `\(function)"
    let body = inside.prefix { $0.kind != .reserved(.for) }
    guard body.comparisonsBetweenJoints == [1] else { return nil }
    if body.count < inside.count {
      guard let condition = text(of: body), let ranges = text(of: inside.dropFirst(body.count)) else {
        return nil
      }
      return "\(start)(if \(condition) then 1 else 0 \(ranges))`"
    }
    let families = body.filter { $0.kind == .name && known?.bounds(text(of: $0))?.count == 1 }
    guard let index = unusedIndices(1).first, let first = families.first,
      let bounds = known?.bounds(text(of: first)),
      families.allSatisfy({ known?.bounds(text(of: $0)) == bounds }),
      !body.contains(where: { $0.kind.bracketCount != 0 }),
      let condition = text(of: body, replacing: families.map { ($0.range, "\(text(of: $0))[\(index)]") })
    else { return nil }
    return
      "\(start)(if \(condition) then 1 else 0 for \(index) in \(bounds[0].lowerBound)...\(bounds[0].upperBound))`"
  }
}
