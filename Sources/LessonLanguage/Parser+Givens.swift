import Diagnostics

/// `i1 = 0.1, w = [1, 2], b[1...8] = 0, v ~ normal(0, 1)`, behind `input` and its kin.
extension Parser {
  /// Reads what is given; a `for` makes it a single family.
  mutating func givens() throws(Diagnostic) -> [Given] {
    var givens: [Given] = []
    repeat {
      givens.append(try given(isOnly: givens.isEmpty))
      if isAtDecimalComma { throw leftover() }
    } while accept(.comma)
    if current.kind == .name, [.symbol(.equals), .symbol(.tilde)].contains(next.kind) {
      throw missing("a comma")
    }
    return givens
  }

  private mutating func given(isOnly: Bool) throws(Diagnostic) -> Given {
    let name = try name()
    let shape = try shape()
    let source = try source(of: name, shape)
    if case .element(let indices) = shape, case .value(let list) = source, list.kind.isList,
      current.kind != .reserved(.for)
    {
      throw listForElement(name, indices, list)
    }
    if current.kind == .reserved(.for) { try checkFor(behind: name, shape, source, isOnly: isOnly) }
    return Given(name: name, shape: shape, source: source, ranges: try rangesIfAny())
  }

  /// Reads `= 0.5` or `~ normal(0, 0.5)`.
  private mutating func source(of name: Identifier, _ shape: Given.Shape) throws(Diagnostic) -> Given.Source {
    if accept(.tilde) {
      return .draw(try namedCall("a distribution", hint: "write it like `w ~ normal(0, 0.5)`"))
    }
    switch current.kind {
    case .symbol(.equalTo):
      throw Diagnostic(
        "a number is given with one `=`", at: current.range,
        fix: .init(replacing: current.range, with: "="))
    case .reserved(.from):
      throw Diagnostic(
        "what is read from data stands in a statement of its own", at: current.range,
        hint: "write it like `input x1, x2 from xor`")
    default: break
    }
    guard accept(.equals) else {
      if current.kind == .symbol(.comma), let word = readTokens.first,
        let pairs = valuesOneByOne(statementTokens.dropFirst())
      {
        let written = pairs.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
        throw missing("`=`", hint: "each name has its value behind it: `\(text(of: word)) \(written)`")
      }
      throw missing("`=`", hint: hintOfGiven(name, shape))
    }
    return .value(try expression(mayBeList: true))
  }

  /// `w[3] = [1, 2, 3]`
  private func listForElement(_ name: Identifier, _ indices: [Expression], _ list: Expression) -> Diagnostic {
    let element = "\(name.text)[\(indices.map { file[$0.range] }.joined(separator: ", "))]"
    return Diagnostic(
      "a list gives a whole family, and \(element.quoted) is one element", at: list.range,
      hint:
        "write \("\(readTokens.first.map { text(of: $0) } ?? "param") \(name.text) = \(file[list.range].count <= 60 ? file[list.range] : "[…]")".quoted)"
    )
  }

  /// Reads `[1...8, 0...2]` or `[i, j]`, if brackets stand here.
  private mutating func shape() throws(Diagnostic) -> Given.Shape {
    guard current.kind == .symbol(.openBracket) else { return .none }
    var spans: [Span] = []
    var indices: [Expression] = []
    try open()
    repeat {
      let first = try expression()
      if accept(.ellipsis) {
        spans.append(Span(first, try expression()))
        if isAtWord("step") { throw Diagnostic("the indices of a family have no step", at: current.range) }
      } else {
        indices.append(first)
      }
      guard spans.isEmpty || indices.isEmpty else { throw mixedShape(first) }
    } while accept(.comma)
    try close()
    return spans.isEmpty ? .element(indices) : .spans(spans)
  }

  private func mixedShape(_ first: Expression) -> Diagnostic {
    fault()
      ?? Diagnostic(
        "brackets hold either ranges or indices, not both", at: range(from: first.range),
        hint: "write it like `A[1...2, 1...2] = 0` or `A[i, j] = i + j for i in 1...2, j in 1...2`")
  }

  /// Makes sure that a `for` belongs to what was read before it.
  private func checkFor(
    behind name: Identifier, _ shape: Given.Shape, _ source: Given.Source, isOnly: Bool
  ) throws(Diagnostic) {
    guard isOnly else {
      throw Diagnostic(
        "behind several items it is not clear what the `for` belongs to", at: current.range,
        hint: "give \(name.text.quoted) in a statement of its own")
    }
    if case .draw(let call) = source, FunctionHabit.ofDraw(call.name.text) == nil {
      throw noDistribution(call, of: name, shape)
    }
    switch shape {
    case .element: return
    case .none: throw indexlessFor(behind: name)
    case .spans:
      let isDraw = if case .draw = source { true } else { false }
      throw Diagnostic(
        "a family with ranges in its brackets has no `for`", at: current.range,
        hint: isDraw
          ? "each element is drawn for itself: leave out the `for`"
          : "the index stands in the brackets, as in `\(indexed(name) ?? "param w[i] = 2*i for i in 1...3")`"
      )
    }
  }
}
