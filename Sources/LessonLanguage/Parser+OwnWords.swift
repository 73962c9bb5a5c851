import Diagnostics

/// Hints that are made of what the author has written: with its keyword, its name and its ranges.
extension Parser {
  /// A hint that is longer than this is no help.
  static let longestForm = 100

  /// All tokens of the statement.
  var statementTokens: ArraySlice<Token> { (Array(readTokens) + Array(rest))[...] }

  /// What the author has written from `first` to the end of the statement; `nil` where that is long.
  func written(from first: Token) -> String? {
    guard let last = statementTokens.last else { return nil }
    let text = file[first.range.union(last.range)]
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "`" }
    return text.count <= Self.longestForm && isPlain ? text : nil
  }

  // MARK: Drawn and given

  /// `q[1...3] ~ normal(0, 1)` without `param` or another word before it.
  var hintAtDraw: String {
    let generic = "what is drawn is given, as in `param w ~ normal(0, 1)`"
    guard let first = statementTokens.first, let text = written(from: first) else { return generic }
    let isWhole = statementTokens.kindBehindReference == .symbol(.tilde)
    return isWhole ? "what is drawn is given: `param \(text)`" : generic
  }

  /// How the value behind `name`, with which nothing but brackets stands, is given.
  func hintOfGiven(_ name: Identifier, _ shape: Given.Shape) -> String {
    let word = readTokens.first.map { text(of: $0) }.flatMap { StatementWord(spelled: $0) } ?? .param
    var target = file[range(from: name.range)]
    if case .element(let indices) = shape, indices.count == 1,
      case .number(let count, let text) = indices[0].kind, count > 1
    {
      target = "\(name.text)[1...\(text)]"
    }
    return "a number is given as in \("\(word.rawValue) \(target) = 0.5".quoted)"
  }

  /// `sgd(rate: 0.1)` behind `optimizer`, which gives it no name.
  var hintOfUnnamedOptimizer: String? {
    guard let name = previous, FunctionHabit.isOptimizer(text(of: name)), let call = written(from: name)
    else { return nil }
    return "write `optimizer o = \(call)`"
  }

  /// A `for` stands behind what has no index that it could count.
  func indexlessFor(behind name: Identifier) -> Diagnostic {
    let value = ownValue?.value ?? []
    let terms = value.dropFirst(2)
    let body = terms.prefix { $0.range != current.range }
    if value.prefix(2).map(\.kind) == [.name, .symbol(.plus)], value.first.map({ text(of: $0) }) == name.text,
      body.prefixOfSummand.count == body.count, let written = text(of: terms)
    {
      return Diagnostic(
        "a `for` needs an index behind \(name.text.quoted)", at: current.range,
        hint: "the sum of all is `\(name.text) = sum(\(written))`")
    }
    return Diagnostic(
      "a `for` needs an index behind \(name.text.quoted)", at: current.range,
      hint: "write it like `\(indexed(name) ?? "h[i] = 2*i for i in 1...3")`")
  }

  /// The statement with the names of its `for` as the indices of `name`, in the place of other brackets.
  func indexed(_ name: Identifier) -> String? {
    let all = statementTokens
    guard let first = all.first, let place = all.firstIndex(where: { $0.range == name.range }) else {
      return nil
    }
    let names = zip(rest, rest.dropFirst()).filter { $1.kind == .reserved(.in) }.map { text(of: $0.0) }
    var behind = all[(place + 1)...]
    if behind.first?.kind == .symbol(.openBracket) {
      behind = behind.drop { $0.kind != .symbol(.closeBracket) }.dropFirst()
    }
    guard !names.isEmpty, let start = behind.first, let end = written(from: start) else { return nil }
    let isSpaced = start.range.lowerBound > (all[..<start.indexed(in: all)].last?.range.upperBound ?? 0)
    return file[first.range.union(name.range)] + "[\(names.joined(separator: ", "))]"
      + (isSpaced ? " " : "") + end
  }

  /// `w ~ flat for i in 1...3`: what is drawn from is told before the `for` is.
  func noDistribution(_ call: NamedCall, of name: Identifier, _ shape: Given.Shape) -> Diagnostic {
    let word = readTokens.first.map { text(of: $0) } ?? "param"
    let numbers = call.settings.contains { $0.label != nil } ? [] : call.settings.map { file[$0.value.range] }
    let draw = DrawHabit.call(for: call.name.text, numbers)
    let ranges = rest.dropFirst()
    let ends = ranges.drop { $0.kind != .reserved(.in) }.dropFirst()
    let isPlain = !ranges.contains {
      $0.kind == .symbol(.comma) || $0.kind == .name && text(of: $0) == "step"
    }
    var written = "\(word) \(name.text)[\(isPlain ? text(of: ends) ?? "1...3" : "1...3")] ~ \(draw)"
    if case .element = shape, let whole = text(of: statementTokens, replacing: [(call.range, draw)]) {
      written = whole
    }
    return Diagnostic(
      "there is no distribution `\(call.name.text)`", at: call.name.range,
      hint: "a family is drawn by `\(written)`")
  }

  // MARK: Slices

  /// What to write in the place of `h[1...2]` in a formula; `nil` where no such thing stands here.
  var hintAtSlice: String? {
    guard let bracket = openBracket, bracket.kind == .symbol(.openBracket),
      let place = readTokens.lastIndex(where: { $0.range == bracket.range }), place > readTokens.startIndex,
      readTokens[place - 1].kind == .name
    else { return nil }
    let family = readTokens[place - 1]
    let inside = readTokens[(place + 1)...]
    let after = rest.prefix { $0.kind != .symbol(.closeBracket) }
    let isPlain = !(inside + after).contains { $0.kind == .symbol(.comma) }
    if isCheck {
      let number = after.isEmpty ? nil : text(of: rest.drop { $0.kind != .symbol(.equals) }.dropFirst())
      let start = inside.last.map { text(of: $0) } ?? "1"
      return
        "each element has a check of its own, as in `\(text(of: family))[\(start)] = \(number ?? "0.41")`"
    }
    if place - 1 == readTokens.startIndex { return hintAtSpans(of: family, isPlain ? (inside, after) : nil) }
    let word = readTokens.first.flatMap { StatementWord(spelled: text(of: $0)) }
    if let word, place - 2 == readTokens.startIndex, [.input, .target, .param, .const].contains(word),
      let first = inside.first, let last = after.dropFirst().last, isPlain
    {
      let (start, end) = (file[first.range.union(inside.last?.range ?? first.range)], file[last.range])
      return "a range is written \("\(word.rawValue) \(text(of: family))[\(start)...\(end)]".quoted)"
    }
    if let word, place - 2 == readTokens.startIndex, [.input, .target, .param, .const].contains(word) {
      return hintAtGivenSpans(of: family, word)
    }
    if word == .update || word == .train {
      let lowest = known?.bounds(text(of: family))?.map { "\($0.lowerBound)" }.joined(separator: ", ") ?? "1"
      return
        "`\(text(of: family))` is all its elements; some of them are named one by one, as `\(text(of: family))[\(lowest)]`"
    }
    if word == .explain, readTokens.count == 4, let first = inside.first {
      return
        "`explain \(text(of: family))` shows every element, and `explain \(text(of: family))[\(text(of: first))]` one"
    }
    return hintAtSteppedSlice ?? hintAtSliceOfValue
      ?? "there are no slices: an element is written \("\(text(of: family))[\(isPlain ? "i" : "i, j")]".quoted)"
  }

  /// `param P[1:2, 1:3]`
  private func hintAtGivenSpans(of family: Token, _ word: StatementWord) -> String {
    let pieces = statementTokens.drop { $0.range.lowerBound <= family.range.lowerBound }.dropFirst()
      .prefixInBracket.pieces(at: .comma)
    let ranges = pieces.compactMap { foreignEnds($0) }
    return ranges.count == pieces.count
      ? "a range is written \("\(word.rawValue) \(text(of: family))[\(ranges.joined(separator: ", "))]".quoted)"
      : "a range is written with three points between its two ends"
  }

  // MARK: Arguments

  /// What to say of `:` or `=` behind a name in the parentheses of a call.
  func labelled() -> Diagnostic? {
    guard let bracket = openBracket, bracket.kind == .symbol(.openParenthesis), let label = previous,
      label.kind == .name, let place = readTokens.lastIndex(where: { $0.range == bracket.range }),
      place > readTokens.startIndex, readTokens[place - 1].kind == .name
    else { return nil }
    let function = readTokens[place - 1]
    if FunctionHabit.isOptimizer(text(of: function)) { return optimizerAsValue(function) }
    if let habit = FunctionHabit.ofDraw(text(of: function)) {
      return Diagnostic("\(text(of: current).quoted) has no place here", at: current.range, hint: habit)
    }
    if FunctionHabit.isConditional(text(of: function)), let call = callsAround.last {
      return Diagnostic(
        "two values are compared with `==`", at: current.range,
        hint: conditional(of: call.inside.pieces(at: .comma)).map { [file] in
          "write \(ProposedForm.inPlace(of: range(of: call), in: file, $0).quotedWhole)"
        } ?? .twoCases)
    }
    let isRange = rest.prefix { $0.kind != .symbol(.closeParenthesis) }.contains {
      $0.kind == .symbol(.ellipsis)
    }
    let written = callsAround.last.flatMap { call in
      hintAtLabels(of: text(of: function), call.inside.pieces(at: .comma), at: range(of: call))
    }
    return Diagnostic(
      "\(text(of: function).quoted) has no setting called \(text(of: label).quoted)",
      at: label.range.union(current.range),
      hint: written
        ?? (isRange
          ? "a sum over a range is written `sum(x[i] for i in 1...3)`"
          : "leave out \(file[label.range.union(current.range)].quoted): they are told apart by their order"))
  }

  /// An optimizer stands where a value is to stand.
  func optimizerAsValue(_ name: Token) -> Diagnostic {
    let whole = written(from: name) ?? text(of: name)
    let (word, inside) = (
      text(of: name), whole.hasSuffix("()") ? "" : whole.dropFirst(text(of: name).count + 1)
    )
    // A call that lacks its rate is shown with one.
    let call =
      inside.isEmpty
      ? "\(word)(rate: 0.1)"
      : whole.hasPrefix(word + "(") && inside.contains(":") && !inside.contains("rate")
        ? "\(word)(rate: 0.1, \(inside)" : whole
    let isAlone = statementTokens.first?.range == name.range
    let isFormula = statementTokens.dropFirst().first?.kind == .symbol(.equals)
    let target = isFormula ? statementTokens.first.map { text(of: $0) } ?? "o" : "o"
    return Diagnostic(
      "\(text(of: name).quoted) is an optimizer, and no value", at: name.range,
      hint: isAlone
        ? "it belongs to a step: `update all to reduce E with \(call)`"
        : "one is named by `optimizer \(target) = \(call)`")
  }
}

extension Token {
  fileprivate func indexed(in tokens: ArraySlice<Token>) -> Int {
    tokens.firstIndex { $0.range == range } ?? tokens.startIndex
  }
}

extension String {
  /// `5` of `5%` as a number: `0.05`; `nil` where it has an exponent.
  var asPercentage: String? {
    let parts = split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else {
      return nil
    }
    let whole = String(repeating: "0", count: max(0, 3 - parts[0].count)) + parts[0]
    let digits = whole.dropLast(2).drop { $0 == "0" }
    return (digits.isEmpty ? "0" : digits) + "." + whole.suffix(2) + (parts.count > 1 ? parts[1] : "")
  }
}
