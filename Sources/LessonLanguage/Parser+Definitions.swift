import Diagnostics

/// `NAME(PARAMETERS) = BODY`, behind `def`.
extension Parser {
  /// Reads the rest of a definition.
  mutating func definition() throws(Diagnostic) -> FunctionDefinition {
    let example = "a function is written `def f(x) = x^2`"
    let name = try name()
    if name.text == "grad" || name.text == "local" {
      throw Diagnostic("\(name.text.quoted) cannot be defined anew", at: name.range)
    }
    guard current.kind == .symbol(.openParenthesis) else { throw missing("`(`", hint: example) }
    let parameters = try parameters()
    if current.kind == .symbol(.equalTo) {
      throw Diagnostic(
        "a function is defined with one `=`", at: current.range,
        fix: .init(replacing: current.range, with: "="))
    }
    guard accept(.equals) else { throw missing("`=`", hint: example) }
    return FunctionDefinition(name: name, parameters: parameters, body: try expression())
  }

  private mutating func parameters() throws(Diagnostic) -> [FunctionDefinition.Parameter] {
    var parameters: [FunctionDefinition.Parameter] = []
    var names: Set<String> = []
    try open()
    if current.kind != .symbol(.closeParenthesis) {
      repeat {
        let parameter = try parameter(behindFallback: parameters.last?.fallback != nil)
        guard names.insert(parameter.name.text).inserted else {
          throw Diagnostic(
            "the parameter \(parameter.name.text.quoted) stands here twice", at: parameter.name.range)
        }
        parameters.append(parameter)
      } while accept(.comma)
    }
    try close()
    return parameters
  }

  private mutating func parameter(
    behindFallback isBehindFallback: Bool
  ) throws(Diagnostic) -> FunctionDefinition.Parameter {
    let name = try name()
    if accept(.equals) { return FunctionDefinition.Parameter(name: name, fallback: try expression()) }
    if isBehindFallback, [.symbol(.comma), .symbol(.closeParenthesis)].contains(current.kind) {
      throw Diagnostic(
        "\(name.text.quoted) needs a value, because the parameter before it has one", at: name.range,
        hint: "parameters with a value come last: `def f(x, a = 0.1) = a*x`")
    }
    return FunctionDefinition.Parameter(name: name, fallback: nil)
  }
}
