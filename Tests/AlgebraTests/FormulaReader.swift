import Algebra

/// Reads formulas by precedence climbing, for tests only: it shares no code with the package's parser or its printing, so
/// that it can tell on both.
struct FormulaReader {
  /// What the text holds that is no formula.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let characters: [Character]
  private var position = 0
  private let notation: Notation

  private init(_ text: String, _ notation: Notation) {
    characters = Array(text)
    self.notation = notation
  }

  /// The formula that `text` is in calc or in one of the transcript's notations. In ASCII, derivatives are not told from
  /// quotients of names.
  static func formula(_ text: String, in notation: Notation = .calc) throws -> Formula {
    var reader = FormulaReader(text, notation)
    let formula = try reader.expression()
    reader.skipSpaces()
    guard reader.position == reader.characters.count else { throw reader.failure("the end") }
    return formula
  }

  /// The condition that `text` is.
  static func condition(_ text: String, in notation: Notation = .calc) throws -> Condition {
    var reader = FormulaReader(text, notation)
    let condition = try reader.disjunction()
    reader.skipSpaces()
    guard reader.position == reader.characters.count else { throw reader.failure("the end") }
    return condition
  }

  // MARK: - Levels, loosest first

  private mutating func expression() throws -> Formula {
    guard takeWord("if") else { return try sum() }
    let condition = try disjunction()
    guard takeWord("then") else { throw failure("then") }
    let first = try expression()
    guard takeWord("else") else { throw failure("else") }
    return .conditional(condition, then: first, otherwise: try expression())
  }

  private mutating func disjunction() throws -> Condition {
    var parts = [try conjunction()]
    while takeWord("or") { parts.append(try conjunction()) }
    return parts.count > 1 ? .any(parts) : parts[0]
  }

  private mutating func conjunction() throws -> Condition {
    var parts = [try denial()]
    while takeWord("and") { parts.append(try denial()) }
    return parts.count > 1 ? .all(parts) : parts[0]
  }

  private mutating func denial() throws -> Condition {
    if takeWord("not") { return .not(try denial()) }
    let start = position
    if let comparison = try? comparison() { return comparison }
    position = start
    guard take("(") else { throw failure("a condition") }
    let condition = try disjunction()
    guard take(")") else { throw failure("a closing parenthesis") }
    return condition
  }

  private mutating func comparison() throws -> Condition {
    let left = try sum()
    let signs: [(String, Condition.Comparison)] =
      notation == .unicode
      ? [
        ("<", .less), ("≤", .lessOrEqual), (">", .greater), ("≥", .greaterOrEqual), ("==", .equal),
        ("≠", .unequal),
      ]
      : [
        ("<=", .lessOrEqual), ("<", .less), (">=", .greaterOrEqual), (">", .greater), ("==", .equal),
        ("!=", .unequal),
      ]
    for (sign, comparison) in signs where take(sign) { return .comparison(left, comparison, try sum()) }
    throw failure("a comparison")
  }

  private mutating func sum() throws -> Formula {
    var terms = [Formula.Term(.plus, try product())]
    while let sign: Formula.Term.Sign = take("+") ? .plus : take(minus) ? .minus : nil {
      terms.append(.init(sign, try product()))
    }
    guard terms.count > 1 else { return terms[0].formula }
    // The text `(a + b) + c` is the formula `a + b + c`.
    if case .sum(let opening) = terms[0].formula { return .sum(opening + terms.dropFirst()) }
    return .sum(terms)
  }

  private mutating func product() throws -> Formula {
    var factors = try half() ?? [Formula.Factor(.times, try signed())]
    while let operation: Formula.Factor.Operation = take(times) ? .times : take("/") ? .over : nil {
      factors.append(.init(operation, try signed()))
    }
    guard factors.count > 1 else { return factors[0].formula }
    if case .product(let opening) = factors[0].formula { return .product(opening + factors.dropFirst()) }
    return .product(factors)
  }

  /// `½`, with a minus or without.
  private mutating func half() throws -> [Formula.Factor]? {
    let start = position
    let isNegative = take(minus)
    guard take("½") else {
      position = start
      return nil
    }
    let one = Formula.number(Number(1, text: "1"))
    return [.init(.times, isNegative ? .negation(one) : one), .init(.over, .number(Number(2, text: "2")))]
  }

  private mutating func signed() throws -> Formula {
    take(minus) ? .negation(try signed()) : try power()
  }

  private mutating func power() throws -> Formula {
    if notation != .calc, take("e^") { return .call(try function("exp"), [try exponent()]) }
    let base = try unit()
    let raised = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    var digits = ""
    while let digit = raised.firstIndex(where: { take($0) }) { digits += "\(digit)" }
    if let exponent = Double(digits) { return .power(base, .number(Number(exponent, text: digits))) }
    return take("^") ? .power(base, try exponent()) : base
  }

  private mutating func exponent() throws -> Formula {
    take(minus) ? .negation(try exponent()) : try power()
  }

  // MARK: - Units

  private mutating func unit() throws -> Formula {
    skipSpaces()
    guard position < characters.count else { throw failure("a formula") }
    if take("(") { return try closing(try halfAlone() ?? expression()) }
    if take("√(") { return .call(try function("sqrt"), try arguments()) }
    if take("σ(") { return .call(try function("sigmoid"), try arguments()) }
    if take("π") { return .number(Number(.pi, text: "pi")) }
    if take("∂") { return try derivative() }
    if characters[position].isNumber { return try number() }
    let name = try name()
    if take("[") { return try element(of: name) }
    guard take("(") else { return name == "pi" ? .number(Number(.pi, text: "pi")) : .name(Name(name)) }
    if name == "local" {
      let output = try self.name()
      guard take(",") else { throw failure("a comma") }
      let input = try self.name()
      guard take(")") else { throw failure("a closing parenthesis") }
      return .local(Name(output), by: Name(input))
    }
    let isSigma = notation == .ascii && name == "sigma"
    return .call(try function(isSigma ? "sigmoid" : name), try arguments())
  }

  private mutating func arguments() throws -> [Formula] {
    var arguments = [try expression()]
    while take(",") { arguments.append(try expression()) }
    guard take(")") else { throw failure("a closing parenthesis") }
    return arguments
  }

  private mutating func element(of family: String) throws -> Formula {
    var indices = [try expression()]
    while take(",") { indices.append(try expression()) }
    guard take("]") else { throw failure("a closing bracket") }
    return .looking(up: family, indices)
  }

  /// `−½` and nothing else, which is what stands in the parentheses of `a + (−½)·b`.
  private mutating func halfAlone() throws -> Formula? {
    let start = position
    if let factors = try half(), position < characters.count, characters[position] == ")" {
      return .product(factors)
    }
    position = start
    return nil
  }

  private mutating func derivative() throws -> Formula {
    let numerator = take("(") ? try closing(expression()) : Formula.name(Name(try name()))
    guard take("/∂") else { throw failure("/∂") }
    return .derivative(of: numerator, by: Name(try name()))
  }

  private mutating func number() throws -> Formula {
    let start = position
    takeDigits()
    if position < characters.count, characters[position] == "." {
      position += 1
      takeDigits()
    }
    if position < characters.count, characters[position] == "e" {
      position += 1
      if characters[position] == "-" { position += 1 }
      takeDigits()
    }
    let text = String(characters[start..<position])
    guard let value = Double(text) else { throw failure("a number") }
    return .number(Number(value, text: text))
  }

  private mutating func name() throws -> String {
    skipSpaces()
    let start = position
    while position < characters.count, isInName(characters[position]) { position += 1 }
    let name = String(characters[start..<position])
    guard position > start, !["if", "then", "else", "and", "or", "not"].contains(name) else {
      throw failure("a name")
    }
    return name
  }

  private func function(_ name: String) throws -> Function {
    guard let function = Function.named(name) else { throw failure("a function, not \(name)") }
    return function
  }

  // MARK: - Characters

  private var minus: String { notation == .unicode ? "−" : "-" }
  private var times: String { notation == .unicode ? "·" : "*" }

  private func isInName(_ character: Character) -> Bool {
    character.isLetter || "_0123456789".contains(character)
  }

  private mutating func takeDigits() {
    while position < characters.count, "0123456789".contains(characters[position]) { position += 1 }
  }

  private mutating func closing(_ formula: Formula) throws -> Formula {
    guard take(")") else { throw failure("a closing parenthesis") }
    return formula
  }

  private mutating func take(_ text: String) -> Bool {
    skipSpaces()
    guard position < characters.count, characters[position] == text.first,
      characters[position...].starts(with: text)
    else { return false }
    position += text.count
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    skipSpaces()
    guard position < characters.count, characters[position] == word.first else { return false }
    let rest = characters[position...]
    guard rest.starts(with: word), rest.dropFirst(word.count).first.map({ !isInName($0) }) ?? true else {
      return false
    }
    position += word.count
    return true
  }

  private mutating func skipSpaces() {
    while position < characters.count, characters[position] == " " { position += 1 }
  }

  private func failure(_ expected: String) -> Failure {
    let (before, after) = (characters[..<position], characters[position...])
    return Failure(description: "expected \(expected): \(String(before))¦\(String(after))")
  }
}

extension Formula {
  /// The name of an element where the indices are whole numbers, else the element.
  static func looking(up family: String, _ indices: [Formula]) -> Formula {
    let numbers = indices.compactMap { index in
      if case .number(let number) = index { Int(exactly: number.value) } else { nil }
    }
    return numbers.count == indices.count ? .name(Name(family, numbers)) : .element(family, indices)
  }
}

/// The formula that `text` is in calc notation.
func formula(_ text: String) throws -> Formula { try FormulaReader.formula(text) }

/// The condition that `text` is in calc notation.
func condition(_ text: String) throws -> Condition { try FormulaReader.condition(text) }
