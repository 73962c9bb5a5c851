internal import Algebra

/// Writes formulas as expressions of Python.
struct PythonFormula {
  /// What names are called.
  var names: PythonNames
  /// The names which rows of data set, by the names of the data.
  var columns: [Name: [Name]] = [:]

  /// A text with what must be known to put it into another one.
  private struct Piece {
    var text: String
    var level = Level.atom
    var depth = 1
  }

  /// How tightly the outermost operator of a text binds.
  private enum Level: Int {
    case sum, product, negation, power, atom
  }

  /// Deeper expressions are not written: Python reads no more than a hundred levels or so.
  private static let deepest = 60
  /// Longer sums and products are calls: to Python, each operator is a level.
  private static let longest = 60

  /// The expression; `nil` where it is nested too deep for Python.
  mutating func text(_ formula: Formula) -> String? {
    let piece = piece(formula)
    return piece.depth <= Self.deepest ? piece.text : nil
  }

  private mutating func piece(_ formula: Formula) -> Piece {
    formula.fold { part, operands in write(part, Array(operands)) }
  }

  private mutating func write(_ part: Formula, _ operands: [Piece]) -> Piece {
    let depth = (operands.map(\.depth).max() ?? 0) + 1
    func inside(_ index: Int, _ least: Level) -> String {
      let operand = operands[index]
      return operand.level.rawValue < least.rawValue ? "(\(operand.text))" : operand.text
    }
    func call(_ function: String, _ arguments: [String]) -> Piece {
      Piece(text: "\(function)(\(arguments.listed))", depth: depth)
    }
    switch part {
    case .number(let number): return Piece(text: Self.literal(number))
    case .name(let name): return Piece(text: names.expression(name))
    case .negation: return Piece(text: "-" + inside(0, .negation), level: .negation, depth: depth)
    case .sum(let terms):
      let signs = terms.map { $0.sign == .plus ? "+" : "-" }
      guard terms.count <= Self.longest else { return chain(signs, operands, depth) }
      let others = terms.indices.dropFirst().map { " \(signs[$0]) " + inside($0, .product) }
      return Piece(text: inside(0, .sum) + others.joined(), level: .sum, depth: depth)
    case .product(let factors):
      let signs = factors.map { $0.operation == .times ? "*" : "/" }
      guard factors.count <= Self.longest else { return chain(signs, operands, depth) }
      let others = factors.indices.dropFirst().map { signs[$0] + inside($0, .negation) }
      return Piece(text: inside(0, .product) + others.joined(), level: .product, depth: depth)
    case .power:
      return Piece(text: inside(0, .atom) + "**" + inside(1, .negation), level: .power, depth: depth)
    case .call(let function, _): return call(function.pythonName, operands.map(\.text))
    case .element(let family, _):
      return call("pick", [names.identifier(of: family)] + operands.map(\.text))
    case .conditional(let condition, _, _):
      let branches = operands.suffix(2).map { "lambda: " + $0.text }
      return call(
        "choose", [text(condition.written.symbols, operands.dropLast(2).map(\.text))] + branches)
    case .derivative(let output, let name):
      if case .overRows(let function, let inner, let data) = output {
        return call(
          "slope_over",
          [dataText(data), columnsText(data), "\"\(function.rawValue)\"", outputText(inner), placeText(name)])
      }
      return call("derivative", [outputText(output), placeText(name)])
    case .local(let output, let name): return call("local", [placeText(output), placeText(name)])
    case .overRows(let function, let inner, let data):
      let piece = piece(inner)
      return Piece(
        text:
          "over(\(dataText(data)), \(columnsText(data)), \"\(function.rawValue)\", lambda: \(piece.text))",
        depth: piece.depth + 1)
    }
  }

  private func chain(_ signs: [String], _ operands: [Piece], _ depth: Int) -> Piece {
    let rest = operands.indices.dropFirst().flatMap { ["\"\(signs[$0])\"", operands[$0].text] }
    return Piece(text: "chain(\(([operands[0].text] + rest).listed))", depth: depth)
  }

  /// What a condition asks, its comparands written already.
  private func text(_ symbols: [Condition.Symbol], _ comparands: [String]) -> String {
    var comparands = comparands
    var built: [String] = []
    for symbol in symbols.reversed() {
      switch symbol {
      case .comparison(let comparison):
        let right = comparands.removeLast()
        built.append("compare(\(comparands.removeLast()), \"\(comparison.rawValue)\", \(right))")
      case .all(let count), .any(let count):
        let parts = Array(built.suffix(count).reversed())
        built.removeLast(count)
        let isAll = if case .all = symbol { true } else { false }
        built.append("\(isAll ? "both" : "either")(\(parts.listed))")
      case .not: built.append("isnt(\(built.removeLast()))")
      }
    }
    return built[0]
  }

  /// A condition; `nil` where it is nested too deep for Python.
  mutating func text(_ condition: Condition) -> String? {
    let comparands = condition.written.comparands.map { piece($0) }
    guard comparands.allSatisfy({ $0.depth <= Self.deepest }), condition.written.symbols.count <= Self.deepest
    else { return nil }
    return text(condition.written.symbols, comparands.map(\.text))
  }

  /// What a derivative is taken of: the name of a value, or a function that works an expression out.
  mutating func outputText(_ output: Formula) -> String {
    if case .name(let name) = output { return placeText(name) }
    return "lambda: " + piece(output).text
  }

  /// The name as a string.
  mutating func placeText(_ name: Name) -> String { names.place(name).pythonLiteral }

  /// Names as a list of strings.
  mutating func placesText(_ list: [Name]) -> String {
    var texts: [String] = []
    for name in list { texts.append(placeText(name)) }
    return "[\(texts.listed)]"
  }

  /// What data are called.
  mutating func dataText(_ data: Name) -> String { names.identifier(of: "data " + data.text) }

  /// The names that rows of data set.
  mutating func columnsText(_ data: Name) -> String { placesText(columns[data] ?? []) }

  /// A number as Python reads it.
  static func literal(_ number: Number) -> String {
    if number.text == "pi" { return "math.pi" }
    let isPlain = number.text.map { text in
      Double(text) == number.value && !(text.hasPrefix("0") && text.dropFirst().first?.isNumber == true)
    }
    let text = isPlain == true ? number.text ?? "" : literal(number.value)
    return text.hasPrefix("-") ? "(\(text))" : text
  }

  /// A number with the digits that read back to it.
  static func literal(_ value: Double) -> String {
    let digits = value.description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}

extension Function {
  /// What the notebook calls it.
  fileprivate var pythonName: String {
    switch id {
    case .abs: "magnitude"
    case .max: "largest"
    case .min: "smallest"
    case .prelu: "leaky_relu"
    default: name
    }
  }
}
