import Diagnostics

/// `update LIST to reduce NAME with OPTIMIZER`, behind its first word.
extension Parser {
  /// Reads the rest of an update.
  mutating func update() throws(Diagnostic) -> Update {
    let example = "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"
    let params = try nameList()
    guard current.kind == .reserved(.to) else { throw unexpectedInNameList(example) }
    advance()
    guard isAtWord("reduce") else { throw missing("`reduce`", hint: example) }
    advance()
    let cost = try cost()
    guard current.kind == .reserved(.with) else { throw unexpectedBehindCost(cost, example) }
    advance()
    let optimizer = try optimizer()
    if isAtWord("until") || current.kind == .reserved(.for) {
      throw Diagnostic.absent(text(of: current).quoted, at: current.range)
    }
    return Update(params: params, cost: cost, optimizer: optimizer)
  }

  // MARK: Names

  /// Reads names, `w1...w8` and `all`, with commas between them.
  private mutating func nameList() throws(Diagnostic) -> [NameListItem] {
    var items: [NameListItem] = []
    repeat { items.append(try nameListItem()) } while accept(.comma)
    return items
  }

  private mutating func nameListItem() throws(Diagnostic) -> NameListItem {
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

  private func unexpectedInNameList(_ example: String) -> Diagnostic {
    switch current.kind {
    case .name, .reserved(.all): missing("a comma")
    case .symbol(.equals), .symbol(.arrow):
      Diagnostic(
        "an `update` has no \(text(of: current).quoted)", at: current.range,
        hint: "by hand a param is set without `update`: `w1 <- w1 - 0.1*∂E/∂w1`")
    default: missing("`to reduce`", hint: example)
    }
  }

  // MARK: The cost

  private mutating func cost() throws(Diagnostic) -> Reference {
    let cost = try reference()
    if cost.name.text == "sum", current.kind == .reserved(.of) {
      throw Diagnostic.absent("`sum of`", at: cost.range.union(current.range))
    }
    return cost
  }

  private func unexpectedBehindCost(_ cost: Reference, _ example: String) -> Diagnostic {
    switch current.kind {
    case .symbol(.plus), .symbol(.minus), .symbol(.times), .symbol(.divide), .symbol(.power),
      .symbol(.openParenthesis):
      Diagnostic(
        "`to reduce` takes one name", at: current.range, hint: "give the cost a name in a formula above")
    default: missing("`with`", hint: example)
    }
  }

  // MARK: The optimizer

  private mutating func optimizer() throws(Diagnostic) -> NamedCall {
    let name = try name()
    var settings: [NamedCall.Setting] = []
    if current.kind == .symbol(.openParenthesis) {
      try open()
      if current.kind != .symbol(.closeParenthesis) {
        repeat { settings.append(try setting()) } while accept(.comma)
      }
      try close()
    }
    return NamedCall(name: name, settings: settings, at: range(from: name.range))
  }

  private mutating func setting() throws(Diagnostic) -> NamedCall.Setting {
    let isLabel = [.symbol(.colon), .symbol(.equals), .number].contains(next.kind)
    guard current.kind == .name, isLabel else {
      return NamedCall.Setting(label: nil, value: try expression())
    }
    let label = try name()
    guard accept(.colon) else {
      let hint = "write it like \("\(label.text): 0.1".quoted)"
      if current.kind == .number { throw missing("`:`", hint: hint) }
      throw Diagnostic("a setting is written with `:`, not with `=`", at: current.range, hint: hint)
    }
    return NamedCall.Setting(label: label, value: try expression())
  }
}
