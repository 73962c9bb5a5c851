import Diagnostics

/// Hints that write out what was meant as a whole: the statement, with all that the author has typed in it.
extension Parser {
  // MARK: The right side

  /// A statement that gives one name its value: `z = …`, `param w = …`.
  struct OwnValue {
    /// What stands before the name: `param `, or nothing.
    let head: String
    let name: String
    let value: ArraySlice<Token>
  }

  /// The statement as one that gives a name its value; `nil` where it is none, or gives several.
  var ownValue: OwnValue? {
    if isCheck { return nil }
    var tokens = statementTokens
    var head = ""
    if let first = tokens.first, let word = StatementWord(spelled: text(of: first)),
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
  func unused(_ names: [String], besides taken: [String] = []) -> String {
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
  func comprehension(body: ArraySlice<Token>, _ ranges: ArraySlice<Token>) -> String? {
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

  func text(of expression: Expression) -> String? { file[expression.range] }

  /// A call in the parentheses of which it stands.
  struct CallAround {
    let function: Token
    let inside: ArraySlice<Token>
  }

  /// The calls in the parentheses of which it stands, outermost first.
  var callsAround: [CallAround] { calls(around: current) }

  func calls(around token: Token) -> [CallAround] {
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
  func isOfFamilies(_ function: Token) -> Bool {
    let name = functionName(spelled: text(of: function))
    return FunctionWords.ofWholeFamilies.contains(name) || ReductionWord(rawValue: name) != nil
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

extension String {
  /// The text in backquotes, whatever its length.
  var quotedWhole: String { "`\(self)`" }
}
