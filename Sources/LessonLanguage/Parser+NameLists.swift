import Diagnostics

/// `w1...w8, W, all to reduce E`: what an `update` and a `train` change, and what is to become smaller.
extension Parser {
  // MARK: Names

  /// Reads names, `w1...w8` and `all`, with commas between them, behind `word`.
  mutating func nameList(of word: StatementWord) throws(Diagnostic) -> [NameListItem] {
    var items: [NameListItem] = []
    repeat {
      items.append(try nameListItem())
      if word == .train, current.kind == .symbol(.comma), clauseWord(next) != nil { break }
    } while accept(.comma)
    return items
  }

  /// Reads a name, `w1...w8` or `all`.
  mutating func nameListItem() throws(Diagnostic) -> NameListItem {
    if current.kind == .reserved(.all) { return .all(advance().range) }
    if current.kind == .reserved(.to) { throw missing("a name") }
    let first = try reference()
    guard current.kind == .symbol(.ellipsis) else { return .name(first) }
    guard first.indices.isEmpty else { throw elementInNameRange(first.range) }
    advance()
    if current.kind == .number {
      throw Diagnostic(
        "a name belongs here, not the number \(text(of: current).quoted)", at: current.range,
        hint: "write both names in full, as in `w1...w8`")
    }
    let last = try reference()
    guard last.indices.isEmpty else { throw elementInNameRange(last.range) }
    return .range(first.name, last.name)
  }

  private func elementInNameRange(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "a range of names has no elements of a family in it", at: range,
      hint: "the family's name alone is all its elements")
  }

  /// What to say where neither a comma nor what follows the names of a `word` stands behind them.
  func unexpectedInNameList(of word: StatementWord) -> Diagnostic {
    switch current.kind {
    case .name where isAtWord("reduce"): missing("`to`", hint: word.example)
    case .name, .reserved(.all): missing("a comma")
    case .symbol(.equals), .symbol(.arrow):
      Diagnostic(
        "\(word.withArticle) has no \(text(of: current).quoted)", at: current.range,
        hint: "by hand a param is set without `\(word.rawValue)`: `w1 <- w1 - 0.1*∂E/∂w1`")
    default: missing("`to reduce`", hint: word.example)
    }
  }

  // MARK: The cost

  /// Reads `reduce E`, `reduce sum of E` or `reduce mean(E over xor)`, behind `to`.
  mutating func cost(of word: StatementWord) throws(Diagnostic) -> Cost {
    guard isAtWord("reduce") else {
      throw missing("`reduce`", hint: hintAtOtherAim ?? word.example)
    }
    advance()
    if let cost = try costOverRows() { return cost }
    let first = current
    let isOfRows = current.kind == .name && next.kind == .reserved(.of)
    if isOfRows, word == .update || !isAtWord("sum") { throw wrongSum(of: word) }
    if isOfRows {
      advance()
      advance()
    }
    let name = try reference()
    if current.kind.isAfterPartOfCost {
      throw Diagnostic("`to reduce` takes one name", at: current.range, hint: hintAtCost)
    }
    return Cost(name, isSum: isOfRows, at: range(from: first.range))
  }

  /// Reads `mean(E over xor)` or `sum(E over xor)`; `nil` where neither stands here.
  private mutating func costOverRows() throws(Diagnostic) -> Cost? {
    let tokens = Array(rest.prefix(6))
    guard current.kind == .name, ["mean", "sum"].contains(functionName(spelled: text(of: current))),
      tokens.count == 6, tokens[1].kind == .symbol(.openParenthesis), tokens[2].kind == .name,
      tokens[3].kind == .reserved(.over) || tokens[3].kind == .symbol(.openBracket)
    else { return nil }
    let isSum = functionName(spelled: text(of: current)) == "sum"
    let first = advance()
    try open()
    let name = try reference()
    guard accept(.reserved(.over)) else { throw missing("`over`", hint: hintAtCost) }
    let data = try self.name()
    try close()
    return Cost(name, isSum: isSum, data: data, at: range(from: first.range))
  }

  /// What to write in the place of `to minimize L` and `to maximize L`; `nil` where neither is meant.
  private var hintAtOtherAim: String? {
    guard current.kind == .name, next.kind == .name else { return nil }
    let cost = text(of: next)
    switch text(of: current).lowercased() {
    case "minimize", "minimise", "decrease", "lower", "lessen": return "write `to reduce \(cost)`"
    case "maximize", "maximise", "increase", "raise":
      let opposite = unused(["G", "J", "Q", "C"].filter { known?.isValue($0) != true })
      return
        "only what is reduced is learned: a formula above names its opposite, `\(opposite) = -\(cost)`, and here it is `to reduce \(opposite)`"
    default: return nil
    }
  }

  /// The hint at `max(L over xor)` or another expression in place of the name of a cost.
  private var hintAtCost: String {
    let isOfRows =
      rest.prefix(4).map(\.kind) == [.symbol(.openParenthesis), .name, .reserved(.over), .name]
    return isOfRows ? .costOfBatch : "give the cost a name in a formula above"
  }

  private func wrongSum(of word: StatementWord) -> Diagnostic {
    let range = current.range.union(next.range)
    if word == .update {
      return Diagnostic(
        "an `update` has no \(file[range].quoted)", at: range,
        hint: "over rows it is written `to reduce \(text(of: current))(E over xor)`")
    }
    return Diagnostic(
      "\(file[range].quoted) has no place here", at: range,
      hint: .costOfBatch)
  }
}

extension String {
  fileprivate static var costOfBatch: String {
    "the cost of a batch is the mean of its rows, or with `sum of` their sum"
  }
}

extension StatementWord {
  /// How an `update` or a `train` is written, as a hint.
  var example: String {
    self == .train
      ? "write it like `train all to reduce E over xor with sgd(rate: 0.1) for 100 epochs`"
      : "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"
  }

  /// The word behind `a` or `an`.
  var withArticle: String {
    let isVowel = rawValue.first.map { "aeiou".contains($0) } ?? false
    return "\(isVowel ? "an" : "a") `\(rawValue)`"
  }
}

extension Token.Kind {
  /// Whether what stands before it is but a part of a cost that is no name.
  fileprivate var isAfterPartOfCost: Bool {
    switch self {
    case .symbol(let symbol): [.plus, .minus, .times, .divide, .power, .openParenthesis].contains(symbol)
    default: false
    }
  }
}
