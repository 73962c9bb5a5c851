import Diagnostics

/// Hints that write out what was meant as a whole: the statement, with all that the author has typed in it.
extension Parser {
  // MARK: The right side

  /// A statement that gives one name its value: `z = …`, `param w = …`.
  private struct OwnValue {
    /// What stands before the name: `param `, or nothing.
    let head: String
    let name: String
    let value: ArraySlice<Token>
  }

  /// The statement as one that gives a name its value; `nil` where it is none, or gives several.
  private var ownValue: OwnValue? {
    if isCheck { return nil }
    var tokens = statementTokens
    var head = ""
    if let first = tokens.first, let word = StatementWord(rawValue: text(of: first)),
      tokens.dropFirst().first?.kind == .name
    {
      guard [.input, .target, .param, .const].contains(word) else { return nil }
      head = text(of: first) + " "
      tokens = tokens.dropFirst()
    }
    guard let name = tokens.first, name.kind == .name, tokens.kindBehindReference == .symbol(.equals) else {
      return nil
    }
    let value = tokens.drop { $0.kind != .symbol(.equals) }.dropFirst()
    guard value.pieces(at: .comma).count == 1 else { return nil }
    return OwnValue(head: head, name: text(of: name), value: value)
  }

  /// What `tokens` say, with other text in the place of some stretches; `nil` where that is long.
  func text(of tokens: ArraySlice<Token>, replacing parts: [(range: SourceRange, text: String)] = [])
    -> String?
  {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    var (result, start) = ("", first.range.lowerBound)
    for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where part.range.lowerBound >= start {
      result += file[SourceRange(start, part.range.lowerBound)] + part.text
      start = part.range.upperBound
    }
    if start < last.range.upperBound { result += file[SourceRange(start, last.range.upperBound)] }
    let isPlain = result.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "`" }
    return result.count <= Self.longestForm && isPlain ? result : nil
  }

  /// The first of `names` that the statement does not mention.
  private func unused(_ names: [String], besides taken: [String] = []) -> String {
    let mentioned = Set(statementTokens.filter { $0.kind == .name }.map { text(of: $0) } + taken)
    return names.first { !mentioned.contains($0) } ?? "n"
  }

  /// A name for a part of the statement.
  var nameOfPart: String { unused(["q", "r", "p", "part"]) }

  // MARK: A `for` in the parentheses of a function

  /// What to write in the place of `relu(x[i] for i in 1...3)`; it stands at the `for`.
  func hintAtFor(in function: Identifier, _ arguments: [Expression]) -> String {
    let ranges = rest.dropFirst().prefixInBracket
    let names = zip(ranges, ranges.dropFirst()).filter { $1.kind == .reserved(.in) }.map { text(of: $0.0) }
    guard let written = text(of: ranges), !names.isEmpty, let bracket = openBracket, let previous,
      let body = text(of: readTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound })
    else { return "for each it is written `h[i] = relu(x[i]) for i in 1...3`" }
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
    let parts = body.filter { $0.kind == .name && text(of: $0) == name }.map { ($0.range, family) }
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

  /// What to write in the place of `exp(L over xor)`; it stands at the `over`.
  func hintAtOver(in function: Identifier, _ arguments: [Expression]) -> String {
    guard arguments.count == 1, ReductionWord(spelled: function.text) == nil, next.kind == .name,
      let value = text(of: arguments[0]), value.count <= 40
    else {
      return "`sum`, `mean`, `max` and `min` do"
    }
    let (call, rows) = ("\(function.text)(\(value))", text(of: next))
    return
      "for every row it is shown by `table \(call) over \(rows)`, and their mean by `explain mean(\(call) over \(rows))`"
  }

  private func text(of expression: Expression) -> String? { file[expression.range] }

  /// A call in the parentheses of which it stands.
  private struct CallAround {
    let function: Token
    let inside: ArraySlice<Token>
  }

  /// The calls in the parentheses of which it stands, outermost first.
  private var callsAround: [CallAround] { calls(around: current) }

  private func calls(around token: Token) -> [CallAround] {
    let all = statementTokens
    var open: [Int] = []
    for index in all.indices {
      if all[index].range.lowerBound >= token.range.lowerBound { break }
      switch all[index].kind.bracketCount {
      case 1...: open.append(index)
      case ..<0: _ = open.popLast()
      default: break
      }
    }
    return open.compactMap { index in
      guard all[index].kind == .symbol(.openParenthesis), index > all.startIndex, all[index - 1].kind == .name
      else { return nil }
      return CallAround(function: all[index - 1], inside: all[(index + 1)...].prefixInBracket)
    }
  }

  /// Whether a function makes something of a whole family, and not of each of its elements.
  private func isOfFamilies(_ function: Token) -> Bool {
    let name = functionName(spelled: text(of: function))
    return FunctionWords.ofWholeFamilies.contains(name) || ReductionWord(rawValue: name) != nil
  }

  // MARK: Slices

  /// Some of the elements of a family: `u[1...2]`, `W[1, 1:2]`.
  private struct Slice {
    let family: Token
    /// The indices that are ranges, with their ends.
    let ranges: [(place: SourceRange, first: String, last: String, isWhole: Bool)]
  }

  /// What to write in the place of `h[1...2]` and `h[1:2]` in a value; `nil` where no such thing stands here.
  var hintAtSliceOfValue: String? {
    let all = statementTokens
    let slices = slices(in: all)
    guard let first = slices.first, let ranges = common(slices) else { return nil }
    let indices = unusedIndices(ranges.count)
    let note =
      !ranges.allSatisfy(\.isWhole)
      ? ", with the first and the last index that are meant"
      : current.kind == .symbol(.colon) ? "; both ends are included" : ""
    let written = zip(indices, ranges).map { "\($0) in \($1.first)...\($1.last)" }.joined(separator: ", ")
    let parts = slices.flatMap { slice in zip(slice.ranges, indices).map { ($0.place, $1) } }
    let index = indices.joined(separator: ", ")
    if let word = all.first.flatMap({ StatementWord(rawValue: text(of: $0)) }), word == .table,
      !all.isOfRanges, let table = text(of: all, replacing: parts)
    {
      return "there are no slices: write \("\(table) for \(written)".quotedWhole)\(note)"
    }
    let around = calls(around: first.family).filter { isOfFamilies($0.function) }
    if let sum = around.last, slices.count == 1, ReductionWord(spelled: text(of: sum.function)) != nil,
      sum.inside.pieces(at: .comma).count == 1, !sum.inside.isOfRanges,
      let body = text(of: sum.inside, replacing: parts)
    {
      return
        "there are no slices: write \("\(text(of: sum.function))(\(body) for \(written))".quotedWhole)\(note)"
    }
    let isOfWhole =
      all.contains { $0.kind == .symbol(.matrix) }
      || slices.contains { calls(around: $0.family).contains { isOfFamilies($0.function) } }
    if !isOfWhole, let own = ownValue, !own.value.isOfRanges,
      let value = text(of: own.value, replacing: parts)
    {
      return
        "there are no slices: write \("\(own.head)\(own.name)[\(index)] = \(value) for \(written)".quotedWhole)\(note)"
    }
    guard let end = all.drop(while: { $0.range != first.family.range }).elementTokens,
      let element = text(of: end, replacing: parts)
    else { return nil }
    return
      "there are no slices: a formula above gives this part a name, \("\(nameOfPart)[\(index)] = \(element) for \(written)".quotedWhole)\(note)"
  }

  /// What to write in the place of `[1:3]`, a list of numbers one after the other.
  var hintAtRangeInList: String {
    let sign: Symbol = current.kind == .symbol(.colon) ? .colon : .ellipsis
    let inside = openBracket.map { bracket in
      statementTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound }.prefixInBracket
    }
    let ends = inside?.pieces(at: sign).compactMap { text(of: $0) } ?? []
    let range = ends.count == 2 && !ends.contains("") ? ends.joined(separator: "...") : "1...3"
    let own = ownValue
    return
      "numbers one after the other are written `\(own?.head ?? "")\(own?.name ?? "v")[i] = i for i in \(range)`"
  }

  /// The ranges that all of `slices` have in common; `nil` where they differ.
  private func common(
    _ slices: [Slice]
  ) -> [(place: SourceRange, first: String, last: String, isWhole: Bool)]? {
    guard let first = slices.first else { return nil }
    let isCommon = slices.allSatisfy { slice in
      slice.ranges.count == first.ranges.count
        && zip(slice.ranges, first.ranges).allSatisfy { $0.first == $1.first && $0.last == $1.last }
    }
    return isCommon ? first.ranges : nil
  }

  private func unusedIndices(_ count: Int) -> [String] {
    (0..<count).reduce(into: []) { names, _ in
      names.append(unused(["i", "j", "k", "m"], besides: names))
    }
  }

  private func slices(in tokens: ArraySlice<Token>) -> [Slice] {
    // What is longer is not shown anyway.
    guard tokens.count <= Self.longestForm else { return [] }
    return tokens.indices.compactMap { index in
      guard tokens[index].kind == .symbol(.openBracket), index > tokens.startIndex,
        tokens[index - 1].kind == .name
      else { return nil }
      let inside = tokens[(index + 1)...].prefixInBracket
      let ranges = inside.pieces(at: .comma).compactMap { piece in
        range(of: piece)
      }
      return ranges.isEmpty ? nil : Slice(family: tokens[index - 1], ranges: ranges)
    }
  }

  private func range(
    of tokens: ArraySlice<Token>
  ) -> (place: SourceRange, first: String, last: String, isWhole: Bool)? {
    guard let start = tokens.first, let end = tokens.last else { return nil }
    let sign: Symbol = tokens.contains { $0.kind == .symbol(.ellipsis) } ? .ellipsis : .colon
    let ends = tokens.pieces(at: sign)
    guard ends.count == 2 else { return nil }
    let texts = ends.map { piece in
      piece.first.flatMap { first in piece.last.map { file[first.range.union($0.range)] } }
    }
    return (
      start.range.union(end.range), texts[0] ?? "1", texts[1] ?? "3", !texts.contains(nil)
    )
  }

  // MARK: Conditions

  /// The condition in the midst of which it stands, as it is written; `nil` where it is not plain what belongs to it.
  var conditionAround: String? {
    var before: [Token] = []
    var depth = 0
    for token in readTokens.reversed() {
      depth -= token.kind.bracketCount
      if depth < 0 || depth == 0 && token.kind.endsCondition { break }
      before.append(token)
    }
    let behind = readTokens.dropLast(before.count).last
    if let behind, [.reserved(.if), .reserved(.then), .reserved(.else)].contains(behind.kind) { return nil }
    if let first = before.last, first.range == readTokens.first?.range,
      StatementWord(rawValue: text(of: first)) != nil
    {
      before.removeLast()
    }
    var after: [Token] = []
    depth = 0
    var end: Token?
    for token in rest {
      depth += token.kind.bracketCount
      if depth < 0 || depth == 0 && token.kind.endsCondition {
        end = token
        break
      }
      after.append(token)
    }
    if let end, [.reserved(.then), .reserved(.else), .symbol(.equals)].contains(end.kind) { return nil }
    let tokens = (before.reversed() + after)[...]
    if tokens.contains(where: { if case .fault = $0.kind { true } else { false } }) { return nil }
    // Each side of an `and` compares once.
    let comparisons = tokens.comparisonsBetweenJoints
    return comparisons.allSatisfy { $0 <= 1 } && comparisons.contains(1) ? text(of: tokens) : nil
  }

  /// What to write in the place of a condition that stands where a value is to stand.
  var hintAtCondition: String {
    guard let condition = conditionAround else {
      return "a value with two cases is written `if a > 0 then 1 else 0`"
    }
    let value = "if \(condition) then 1 else 0"
    guard let call = callsAround.last, text(of: call.function) == "count" else {
      return "as a value, 1 or 0, it is written \(value.quotedWhole)"
    }
    let ranges = call.inside.drop { $0.kind != .reserved(.for) }
    let written = text(of: ranges).map { " " + $0 } ?? ""
    return "how many there are is \("sum(\(value)\(written))".quotedWhole)"
  }

  // MARK: Several names before one sign

  /// `a, b = 1, 2`: each name with its value; `nil` where they are not as many.
  func valuesOneByOne(_ tokens: ArraySlice<Token>) -> [(name: String, value: String)]? {
    let names = tokens.prefix { $0.kind != .symbol(.equals) }
    let values = tokens.dropFirst(names.count + 1).pieces(at: .comma)
    let written = names.pieces(at: .comma).compactMap {
      $0.count == 1 && $0.first?.kind == .name ? $0.first : nil
    }
    guard written.count > 1, written.count <= 3, names.pieces(at: .comma).count == written.count,
      values.count == written.count
    else { return nil }
    var pairs: [(String, String)] = []
    for (name, value) in zip(written, values) {
      guard let value = text(of: value) else { return nil }
      pairs.append((text(of: name), value))
    }
    return pairs
  }
}

extension Token.Kind {
  /// Whether a condition cannot go on with it.
  fileprivate var endsCondition: Bool {
    switch self {
    case .symbol(let symbol): [.comma, .equals, .arrow, .colon].contains(symbol)
    case .reserved(let word): [.if, .then, .else, .for, .over].contains(word)
    default: false
    }
  }
}

extension ArraySlice<Token> {
  /// The tokens up to the bracket that closes what stands before them, without it.
  var prefixInBracket: ArraySlice<Token> {
    var depth = 0
    for index in indices {
      depth += self[index].kind.bracketCount
      if depth < 0 { return self[..<index] }
    }
    return self
  }

  /// The tokens up to a sign of a sum, or a `for`, that stands in no bracket.
  var prefixOfSummand: ArraySlice<Token> {
    var depth = 0
    for index in indices {
      depth += self[index].kind.bracketCount
      let ends: [Token.Kind] = [.symbol(.plus), .symbol(.minus), .symbol(.comma), .reserved(.for)]
      if depth < 0 || depth == 0 && ends.contains(self[index].kind) { return self[..<index] }
    }
    return self
  }

  /// The stretches between the signs `symbol` that stand in no bracket; one where there is no such sign.
  func pieces(at symbol: Symbol) -> [ArraySlice<Token>] {
    var pieces: [ArraySlice<Token>] = []
    var (depth, start) = (0, startIndex)
    for index in indices {
      depth += self[index].kind.bracketCount
      if depth == 0, self[index].kind == .symbol(symbol) {
        pieces.append(self[start..<index])
        start = index + 1
      }
    }
    return pieces + [self[start...]]
  }

  /// How many comparisons stand before, between and behind `and` and `or`; those in brackets are not looked at.
  fileprivate var comparisonsBetweenJoints: [Int] {
    var counts = [0]
    var depth = 0
    for token in self {
      depth += token.kind.bracketCount
      guard depth == 0 else { continue }
      switch token.kind {
      case .reserved(.and), .reserved(.or): counts.append(0)
      case .symbol(let sign) where sign.comparison != nil: counts[counts.count - 1] += 1
      default: break
      }
    }
    return counts
  }

  /// Whether a `for` stands in them that stands in no bracket.
  fileprivate var hasOwnRanges: Bool {
    var depth = 0
    return contains { token in
      depth += token.kind.bracketCount
      return depth == 0 && token.kind == .reserved(.for)
    }
  }

  /// Whether a `for` stands in them.
  fileprivate var isOfRanges: Bool { contains { $0.kind == .reserved(.for) } }

  /// The element with which they begin, `u[1...2]`.
  fileprivate var elementTokens: ArraySlice<Token>? {
    guard dropFirst().first?.kind == .symbol(.openBracket) else { return nil }
    let inside = dropFirst(2).prefixInBracket
    return inside.endIndex < endIndex ? self[startIndex...inside.endIndex] : nil
  }
}

extension String {
  /// The text in backquotes, whatever its length.
  fileprivate var quotedWhole: String { "`\(self)`" }
}
