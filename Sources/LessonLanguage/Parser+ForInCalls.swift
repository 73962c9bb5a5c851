import Diagnostics

/// A `for` in the parentheses of a function.
extension Parser {
  /// What to write in the place of `relu(x[i] for i in 1...3)`; it stands at the `for`.
  func hintAtFor(in function: Identifier, _ arguments: [Expression]) -> String {
    let ranges = rest.dropFirst().prefixInBracket
    let names = zip(ranges, ranges.dropFirst()).filter { $1.kind == .reserved(.in) }.map { text(of: $0.0) }
    guard let written = text(of: ranges), !names.isEmpty, let bracket = openBracket, let previous,
      let body = text(of: readTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound })
    else { return hintAtForWithoutRange(in: function) }
    if let whole = comprehension(
      body: readTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound }, ranges)
    {
      return "of a family it is written \("\(function.text)(\(whole))".quoted)"
    }
    let index = names.joined(separator: ", ")
    switch functionName(spelled: function.text) {
    case "count": return "how many there are is \("sum(1 for \(written))".quoted)"
    case "dot" where arguments.count == 2:
      let factors = arguments.map { argument in
        if case .sum = argument.kind { return "(\(file[argument.range]))" }
        return file[argument.range]
      }
      return "the sum of the products is \("sum(\(factors.joined(separator: "*")) for \(written))".quoted)"
    case let name where FunctionWords.ofWholeFamilies.contains(name):
      if let family = wholeFamily(
        readTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound }, over: ranges)
      {
        return "of the whole family it is written \("\(name)(\(family))".quoted)"
      }
      let part = nameOfPart
      return
        "it is of a family, which a formula above gives a name: \("\(part)[\(index)] = \(body) for \(written)".quoted), and here \("\(name)(\(part))".quoted)"
    default: break
    }
    let loose = SourceRange(
      previous.range.upperBound, ranges.last?.range.upperBound ?? current.range.upperBound)
    if let outer = callsAround.dropLast().last, ReductionWord(spelled: text(of: outer.function)) != nil {
      let inside = outer.inside
      let isOnly = inside.pieces(at: .comma).count == 1 && !inside.hasOwnRanges
      if isOnly, let sum = text(of: inside, replacing: [(loose, "")]) {
        return "write \("\(text(of: outer.function))(\(sum) for \(written))".quoted)"
      }
    }
    let isInFamilyFunction = callsAround.contains { isOfFamilies($0.function) }
    let isOnlyFor = ownValue.map { own in own.value.count { $0.kind == .reserved(.for) } == 1 } ?? false
    if !isInFamilyFunction, isOnlyFor, let own = ownValue,
      let value = text(of: own.value, replacing: [(loose, "")])
    {
      return
        "for each it is written \("\(own.head)\(own.name)[\(index)] = \(value) for \(written)".quotedWhole)"
    }
    return
      "a formula above gives them names: \("\(nameOfPart)[\(index)] = \(function.text)(\(body)) for \(written)".quotedWhole)"
  }

  /// What `q^2 for q in u` says of the family `u`; `nil` where no family stands behind `in`.
  private func comprehension(body: ArraySlice<Token>, _ ranges: ArraySlice<Token>) -> String? {
    let tokens = Array(ranges)
    guard tokens.map(\.kind) == [.name, .reserved(.in), .name] else { return nil }
    let (name, family) = (text(of: tokens[0]), text(of: tokens[2]))
    var parts: [(SourceRange, String)] = []
    for place in body.indices where body[place].kind == .name && text(of: body[place]) == name {
      let isIndex = place > body.startIndex && body[place - 1].kind == .symbol(.openBracket)
      guard isIndex else {
        parts.append((body[place].range, family))
        continue
      }
      // `u[i] for i in u` means each element of `u`.
      guard place - 2 >= body.startIndex, text(of: body[place - 2]) == family, place + 1 < body.endIndex,
        body[place + 1].kind == .symbol(.closeBracket)
      else { return nil }
      parts.append((body[place - 2].range.union(body[place + 1].range), family))
    }
    return parts.isEmpty ? nil : text(of: body, replacing: parts)
  }

  /// What to write in the place of `sum(q^2 for q in u)`; it stands behind the family.
  var hintAtComprehension: String? {
    guard let call = callsAround.last, ReductionWord(spelled: text(of: call.function)) != nil,
      let place = call.inside.firstIndex(where: { $0.kind == .reserved(.for) }),
      let whole = comprehension(body: call.inside[..<place], call.inside[(place + 1)...])
    else { return nil }
    return "of a family it is written \("\(text(of: call.function))(\(whole))".quoted)"
  }

  /// What to write in the place of `exp(x for`, of which no range is written.
  private func hintAtForWithoutRange(in function: Identifier) -> String {
    let rule = "a `for` stands behind the whole formula, with its range, as in `for i in 1...3`"
    let body = openBracket.map { bracket in
      readTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound }
    }
    guard let body, let written = text(of: body) else { return rule }
    let isEnd = next.kind == .symbol(.closeParenthesis)
    let without = "write `\(function.text)(\(written))`, without the `for`"
    guard body.count == 1, let only = body.first, only.kind == .name else { return isEnd ? without : rule }
    let name = text(of: only)
    guard let bounds = known?.bounds(name), bounds.count == 1, let own = ownValue,
      own.value.count(where: { $0.kind == .reserved(.for) }) == 1,
      let index = unusedIndices(1).first,
      let place = own.value.firstIndex(where: { $0.range == function.range }), place == own.value.startIndex
    else {
      if known?.isValue(name) == true, known?.bounds(name) == nil {
        return "`\(name)` is a number: \(without)"
      }
      return isEnd ? without : rule
    }
    return
      "for each it is written `\(own.head)\(own.name)[\(index)] = \(function.text)(\(name)[\(index)]) for \(index) in \(bounds[0].lowerBound)...\(bounds[0].upperBound)`"
  }

  /// `[u[i]^2 for i in 1...3]` of Python as the whole right side, or in the parentheses of a sum; it stands at the `for`.
  var hintAtListOfRange: String? {
    guard let bracket = openBracket else { return nil }
    let all = statementTokens
    let inside = all.drop { $0.range.lowerBound <= bracket.range.lowerBound }.prefixInBracket
    let ranges = rest.dropFirst().prefixInBracket
    let names = zip(ranges, ranges.dropFirst()).filter { $1.kind == .reserved(.in) }.map { text(of: $0.0) }
    guard let own = ownValue, own.value.first?.range == bracket.range, let written = text(of: inside),
      own.value.count == inside.count + 2,
      inside.prefix(while: { $0.range != current.range }).pieces(at: .comma).count == 1, !names.isEmpty,
      written.contains("...")
    else { return nil }
    return
      "a family is written \("\(own.head)\(own.name)[\(names.joined(separator: ", "))] = \(written)".quotedWhole)"
  }

  /// The family of which `body` is each element in turn: `u` of `u[i]` with `i in 1...3`, where these are all its indices.
  private func wholeFamily(_ body: ArraySlice<Token>, over ranges: ArraySlice<Token>) -> String? {
    let (body, ranges) = (Array(body), Array(ranges))
    if body.count == 1, known?.bounds(text(of: body[0])) != nil { return text(of: body[0]) }
    guard body.map(\.kind) == [.name, .symbol(.openBracket), .name, .symbol(.closeBracket)],
      ranges.map(\.kind) == [.name, .reserved(.in), .number, .symbol(.ellipsis), .number],
      text(of: body[2]) == text(of: ranges[0]), let bounds = known?.bounds(text(of: body[0])),
      bounds.count == 1,
      text(of: ranges[2]) == "\(bounds[0].lowerBound)", text(of: ranges[4]) == "\(bounds[0].upperBound)"
    else { return nil }
    return text(of: body[0])
  }

  /// That there is no function of a name, before a `for` in its parentheses; `nil` where there is one, or where it is not known.
  func unknownFunction(_ function: Identifier, _ arguments: [Expression]) -> Diagnostic? {
    guard let known, !known.isFunction(function.text), known.bounds(function.text) == nil,
      !known.isValue(function.text)
    else { return nil }
    let message = "there is no function \(function.text.quoted)"
    guard let habit = FunctionHabit.named(function.text) else {
      return Diagnostic(
        message, at: function.range,
        hint: nearest(to: function.text, among: FunctionWords.all.union(FunctionWords.ofFamilies).sorted())
          .map {
            "did you mean `\($0)`?"
          })
    }
    if MadeFamily.isOne(function.text) {
      return Diagnostic(
        message, at: function.range, hint: "what it makes is given in a line of its own, with its size")
    }
    return Diagnostic(message, at: function.range, hint: hintAtFor(inHabit: habit, function, arguments))
  }

  /// What to write in the place of `avg(u[i] for i in 1...3)`, with the habit that is known of the function.
  private func hintAtFor(
    inHabit habit: FunctionHabit, _ function: Identifier, _ arguments: [Expression]
  ) -> String {
    let rule = "a `for` stands in the parentheses of `sum`, `mean`, `product`, `max` and `min` only"
    guard let bracket = openBracket else { return rule }
    let inside = statementTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound }.prefixInBracket
    let called = habit.called ?? nameHere(of: function.text)
    if ReductionWord(rawValue: called) != nil, let written = text(of: inside) {
      return "it is called \(called.quoted): write `\(called)(\(written))`"
    }
    if FunctionWords.ofWholeFamilies.contains(called) {
      return "it is called \(called.quoted); "
        + hintAtFor(in: Identifier(called, at: function.range), arguments)
    }
    // Of the whole family it is written as it is without the `for`.
    let body = inside.prefix { $0.kind != .reserved(.for) }
    guard habit.parameters == ["z"],
      let family = wholeFamily(body, over: inside.dropFirst(body.count + 1)),
      let bounds = known?.bounds(family)
    else { return rule }
    let whole = SourceRange(
      function.range.lowerBound, range(of: CallAround(function: function.token, inside: inside)).upperBound)
    return habit.hint(
      givenTo: [family], over: bounds.map { "\($0.lowerBound)...\($0.upperBound)" }
    ) { [file] in ProposedForm.inPlace(of: whole, in: file, $0) }
  }
}

extension Identifier {
  fileprivate var token: Token { Token(kind: .name, range: range) }
}
