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

  /// Reads `reduce E`, or `reduce sum of E`, behind `to`.
  mutating func cost(of word: StatementWord) throws(Diagnostic) -> (name: Reference, isSum: Bool) {
    guard isAtWord("reduce") else {
      let isOtherWord = current.kind == .name && next.kind == .name
      throw missing("`reduce`", hint: isOtherWord ? "write `to reduce \(text(of: next))`" : word.example)
    }
    advance()
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
    return (name, isOfRows)
  }

  /// The hint at `mean(L over xor)` or another expression in place of the name of a cost.
  private var hintAtCost: String {
    let tokens = Array(rest.prefix(4))
    let isOverRows =
      tokens.map(\.kind) == [.symbol(.openParenthesis), .name, .reserved(.over), .name]
    return isOverRows
      ? "write \("to reduce \(text(of: tokens[1])) over \(text(of: tokens[3]))".quoted)"
      : "give the cost a name in a formula above"
  }

  private func wrongSum(of word: StatementWord) -> Diagnostic {
    let range = current.range.union(next.range)
    if word == .update {
      return Diagnostic(
        "an `update` has no \(file[range].quoted)", at: range,
        hint: "it takes the one row that there is; a `train` goes over rows")
    }
    return Diagnostic(
      "\(file[range].quoted) has no place here", at: range,
      hint: "the cost of a batch is the mean of its rows, or with `sum of` their sum")
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
