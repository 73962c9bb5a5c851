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

  /// What `tokens` say, with other text in the place of some stretches and of what is written in another language; `nil`
  /// where that is long, or where something of it would be refused.
  func text(of tokens: ArraySlice<Token>, replacing parts: [(range: SourceRange, text: String)] = [])
    -> String?
  {
    // What is longer is not shown anyway.
    guard let first = tokens.first, let last = tokens.last, tokens.count <= 2 * Self.longestForm,
      let mends = mends(in: tokens, besides: parts.map(\.range))
    else { return nil }
    var (result, start) = ("", first.range.lowerBound)
    for part in (parts + mends).sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where part.range.lowerBound >= start && part.range.upperBound <= last.range.upperBound {
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

  /// What to write in the place of `exp(L over xor)`; it stands at the `over`.
  func hintAtOver(in function: Identifier, _ arguments: [Expression]) -> String {
    guard arguments.count == 1, ReductionWord(spelled: function.text) == nil, next.kind == .name,
      let value = text(of: arguments[0]), value.count <= 40
    else {
      return "`sum`, `mean`, `max` and `min` do"
    }
    let (call, rows) = ("\(function.text)(\(value))", text(of: next))
    let (called, base) = (nameHere(of: function.text), ProposedForm.operand(value))
    let variance = "mean(\(base)^2 over \(rows)) - mean(\(value) over \(rows))^2"
    if called == "variance" { return "over rows it is `\(variance)`" }
    if called == "deviation" { return "over rows it is `sqrt(\(variance))`" }
    if FunctionWords.ofWholeFamilies.contains(called)
      || FunctionHabit.named(function.text)?.isOfFamilyOnly == true
    {
      return "`sum`, `mean`, `max` and `min` do"
    }
    return
      "for every row it is shown by `table \(call) over \(rows)`, and their mean by `explain mean(\(call) over \(rows))`"
  }

  func text(of expression: Expression) -> String? { file[expression.range] }

  /// A call in the parentheses of which it stands.
  struct CallAround {
    let function: Token
    let inside: ArraySlice<Token>
  }

  /// Where the whole of a call stands.
  func range(of call: CallAround) -> SourceRange {
    let last = call.inside.last?.range ?? call.function.range
    let close = statementTokens.first { $0.range.lowerBound >= last.upperBound }
    return call.function.range.union(close?.range ?? last)
  }

  /// `zeros((2, 3))`: the sizes of a family that is made, of which it stands at the first comma.
  var hintAtTuple: String? {
    guard let bracket = openBracket, let place = readTokens.lastIndex(where: { $0.range == bracket.range }),
      place > readTokens.startIndex + 1, readTokens[place - 1].kind == .symbol(.openParenthesis),
      readTokens[place - 2].kind == .name
    else { return nil }
    let all = statementTokens
    let inside = all[(place + 1)...].prefixInBracket
    let end = inside.endIndex + 1
    guard all.indices.contains(end), all[end].kind == .symbol(.closeParenthesis),
      known?.isFunction(text(of: all[place - 2])) != true
    else { return nil }
    return made(
      text(of: all[place - 2]), inside.pieces(at: .comma), at: all[place - 2].range.union(all[end].range))
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
  func valuesOneByOne(
    _ tokens: ArraySlice<Token>, behind sign: Symbol = .equals
  ) -> [(name: String, value: String)]? {
    let names = tokens.prefix { $0.kind != .symbol(sign) }
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
