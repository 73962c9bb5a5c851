import Diagnostics

/// `sgd(rate: 0.6)`, `normal(0, 0.5)`, `spiral(200, noise: 0.1)`: a name with settings.
extension Parser {
  /// Reads a call, or a name alone; `what` is what it is to be, such as `an optimizer`.
  mutating func namedCall(_ what: String, hint: String) throws(Diagnostic) -> NamedCall {
    if current.kind != .name, !current.kind.isReserved { throw missing(what, hint: hint) }
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
      let sign = current.kind == .number ? nil : current.range
      let value = text(of: rest.dropFirst(sign == nil ? 0 : 1).prefixInBracket.pieces(at: .comma)[0])
      let isRate = ["lr", "learning_rate", "eta"].contains(label.text)
      let name = isRate ? "rate" : label.text
      let hint = value.map { "write \("\(name): \($0)".quoted)" }
      if current.kind == .number { throw missing("`:`", hint: hint) }
      throw Diagnostic(
        "a setting is written with `:`, not with `=`", at: current.range, hint: hint,
        fix: .init(replacing: label.range.union(current.range), with: "\(name):"))
    }
    return NamedCall.Setting(label: label, value: try expression())
  }

  // MARK: What is named

  /// Reads the rest of `data points = spiral(200, noise: 0.1)`.
  mutating func madeData() throws(Diagnostic) -> Statement.Kind {
    let example = "write it like `data points = spiral(200)`; numbers by the row stand in a data cell"
    let name = try name()
    guard accept(.equals) else { throw missing("`=`", hint: example) }
    return .data(name, try namedCall("a way to make data", hint: example))
  }

  /// Reads the rest of `optimizer o = adam(rate: 0.1)`.
  mutating func namedOptimizer() throws(Diagnostic) -> Statement.Kind {
    let name = try name()
    guard accept(.equals) else { throw missing("`=`", hint: hintOfUnnamedOptimizer ?? .optimizerExample) }
    return .optimizer(name, try namedCall("an optimizer", hint: .optimizerExample))
  }
}

extension String {
  fileprivate static var optimizerExample: String { "write it like `optimizer o = adam(rate: 0.1)`" }
}

extension Token.Kind {
  /// Whether it is a reserved word.
  fileprivate var isReserved: Bool { if case .reserved = self { true } else { false } }
}
