import Foundation

/// A reader of expressions as they stand in a transcript.
struct ExpressionReader {
  private let characters: [Character]
  private var position = 0

  /// The expression that `text` is.
  static func expression(_ text: String) throws(Unreadable) -> Expression {
    try read(text) { (reader: inout ExpressionReader) throws(Unreadable) in try reader.expression() }
  }

  /// The comparison that `text` is.
  static func comparison(_ text: String) throws(Unreadable) -> Comparison {
    try read(text) { (reader: inout ExpressionReader) throws(Unreadable) in try reader.comparison() }
  }

  /// The condition that `text` is.
  static func condition(_ text: String) throws(Unreadable) -> Condition {
    try read(text) { (reader: inout ExpressionReader) throws(Unreadable) in try reader.alternatives() }
  }

  /// What is derived by what in `name`; `nil` where it is no derivative.
  static func derivative(_ name: String) -> (of: Expression, by: String)? {
    guard name.hasPrefix("∂") else { return nil }
    return try? read(name) { (reader: inout ExpressionReader) throws(Unreadable) in try reader.quotient() }
  }

  /// What is worked out over which rows in `name`; `nil` where it is nothing of the kind.
  static func overRows(_ name: String) -> (function: RowFunction, of: Expression, data: String)? {
    guard name.hasSuffix(")") else { return nil }
    return try? read(name) { (reader: inout ExpressionReader) throws(Unreadable) in try reader.overRows() }
  }

  private static func read<Result>(
    _ text: String, _ body: (inout ExpressionReader) throws(Unreadable) -> Result
  ) throws(Unreadable) -> Result {
    var reader = ExpressionReader(characters: Array(text))
    let result = try body(&reader)
    guard reader.next == nil else { throw reader.unreadable }
    return result
  }

  private init(characters: [Character]) { self.characters = characters }

  // MARK: Grammar, loosest first

  private mutating func expression() throws(Unreadable) -> Expression {
    guard take(word: "if") else { return try sum() }
    let condition = try alternatives()
    guard take(word: "then") else { throw unreadable }
    let first = try expression()
    guard take(word: "else") else { throw unreadable }
    return .choice(condition, first, try expression())
  }

  private mutating func sum() throws(Unreadable) -> Expression {
    var result = try product()
    while let sign = take(where: { "+−-".contains($0) }) {
      result = .binary(result, sign == "+" ? .plus : .minus, try product())
    }
    return result
  }

  private mutating func product() throws(Unreadable) -> Expression {
    var result = try signed()
    while let sign = take(where: { "·*/".contains($0) }) {
      result = .binary(result, sign == "/" ? .over : .times, try signed())
    }
    return result
  }

  private mutating func signed() throws(Unreadable) -> Expression {
    if take(where: { "−-".contains($0) }) != nil { return .negation(try signed()) }
    return try power()
  }

  private mutating func power() throws(Unreadable) -> Expression {
    let base = try primary()
    if let exponent = try takeSuperscript() { return .binary(base, .power, exponent) }
    return take("^") ? .binary(base, .power, try signed()) : base
  }

  private mutating func primary() throws(Unreadable) -> Expression {
    guard let first = next else { throw unreadable }
    if ("0"..."9").contains(first) { return .number(try numeral()) }
    if take("½") { return .half }
    if take("…") { return .rest }
    if take("√") { return .call("√", [try primary()]) }
    if first == "∂" { return .name(try derivative()) }
    if take("(") { return try inParentheses() }
    guard first.isLetter else { throw unreadable }
    skipSpaces()
    let start = position
    let name = identifier()
    if take("(") { return try call(of: name, from: start) }
    switch name {
    case "e" where next == "^": return .sign(M_E)
    case "π", "pi": return .sign(Double.pi)
    case "if", "then", "else", "and", "or", "not": throw unreadable
    default: return .name(name)
    }
  }

  private mutating func inParentheses() throws(Unreadable) -> Expression {
    let inner = try expression()
    guard take(")") else { throw unreadable }
    return inner
  }

  // MARK: Conditions

  private mutating func alternatives() throws(Unreadable) -> Condition {
    var parts = [try requirements()]
    while take(word: "or") { parts.append(try requirements()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func requirements() throws(Unreadable) -> Condition {
    var parts = [try condition()]
    while take(word: "and") { parts.append(try condition()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func condition() throws(Unreadable) -> Condition {
    if take(word: "not") { return .not(try condition()) }
    // A parenthesis may enclose a side of a comparison or a condition.
    let start = position
    if let comparison = try? comparison() { return .comparison(comparison) }
    position = start
    guard take("(") else { throw unreadable }
    let inner = try alternatives()
    guard take(")") else { throw unreadable }
    return inner
  }

  private mutating func comparison() throws(Unreadable) -> Comparison {
    let left = try sum()
    skipSpaces()
    guard
      let (text, sign) = Comparison.Sign.written.first(where: {
        characters[position...].starts(with: $0.text)
      })
    else { throw unreadable }
    position += text.count
    return Comparison(left: left, sign: sign, right: try sum())
  }

  // MARK: Parts

  private mutating func numeral() throws(Unreadable) -> Numeral {
    skipSpaces()
    let start = position
    skipDigits()
    if peek(0) == ".", isDigit(peek(1)) {
      position += 1
      skipDigits()
    }
    if peek(0) == "e" {
      let isSigned = peek(1).map { "+-−".contains($0) } ?? false
      if isDigit(peek(isSigned ? 2 : 1)) {
        position += isSigned ? 2 : 1
        skipDigits()
      }
    }
    guard let numeral = Numeral(String(characters[start..<position])) else { throw unreadable }
    return numeral
  }

  private mutating func call(of name: String, from start: Int) throws(Unreadable) -> Expression {
    var arguments = [try expression()]
    if RowFunction(rawValue: name) != nil, take(word: "over") {
      guard !identifier().isEmpty, take(")") else { throw unreadable }
      return .name(String(characters[start..<position]))
    }
    while take(",") { arguments.append(try expression()) }
    guard take(")") else { throw unreadable }
    // What is called with names may be anything; a call with numbers has to be known.
    if let function = MathFunction.named(name) {
      guard function.takes(arguments.count) else { throw unreadable }
    } else if arguments.allSatisfy(\.isOfNumbers) {
      throw unreadable
    }
    return .call(name, arguments)
  }

  /// `∂E_total/∂w5` or `∂(E_1 + E_2)/∂w5`: one name, whatever it is made of.
  private mutating func derivative() throws(Unreadable) -> String {
    skipSpaces()
    let start = position
    _ = try quotient()
    return String(characters[start..<position])
  }

  /// What is derived, and by which name.
  private mutating func quotient() throws(Unreadable) -> (of: Expression, by: String) {
    guard take("∂") else { throw unreadable }
    let numerator: Expression
    if take("(") {
      numerator = try inParentheses()
    } else {
      let name = identifier()
      guard !name.isEmpty else { throw unreadable }
      numerator = .name(name)
    }
    guard take("/"), take("∂") else { throw unreadable }
    let name = identifier()
    guard !name.isEmpty else { throw unreadable }
    return (numerator, name)
  }

  /// What is worked out on rows, and on which: `mean`, `L` and `xor` for `mean(L over xor)`.
  private mutating func overRows() throws(Unreadable) -> (function: RowFunction, of: Expression, data: String)
  {
    guard let function = RowFunction(rawValue: identifier()), take("(") else { throw unreadable }
    let inner = try expression()
    guard take(word: "over") else { throw unreadable }
    let data = identifier()
    guard !data.isEmpty, take(")") else { throw unreadable }
    return (function, inner, data)
  }

  private mutating func identifier() -> String {
    skipSpaces()
    let start = position
    guard let first = peek(0), first.isLetter else { return "" }
    while let character = peek(0), character.isLetter || character == "_" || isDigit(character) {
      position += 1
    }
    if peek(0) == "[", let end = endOfIndices { position = end }
    return String(characters[start..<position])
  }

  /// The position behind the bracket that closes the one at the current position.
  private var endOfIndices: Int? {
    var depth = 0
    for index in position..<characters.count {
      if characters[index] == "[" { depth += 1 }
      if characters[index] == "]" { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return nil
  }

  private static let superscripts: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  private mutating func takeSuperscript() throws(Unreadable) -> Expression? {
    let isNegative = peek(0) == "⁻"
    let start = isNegative ? position + 1 : position
    let digits = characters[start...].prefix { Self.superscripts.contains($0) }
    guard !digits.isEmpty else { return nil }
    position = start + digits.count
    guard let exponent = Numeral(digits.compactMap(\.wholeNumberValue).map(String.init).joined()) else {
      throw unreadable
    }
    return isNegative ? .negation(.number(exponent)) : .number(exponent)
  }

  // MARK: Characters

  /// The next character behind spaces.
  private var next: Character? { characters[position...].first { $0 != " " } }

  private var unreadable: Unreadable {
    let rest = String(characters[min(position, characters.count)...])
    return Unreadable(
      description: rest.isEmpty
        ? "‘\(String(characters))’ stops too soon"
        : "‘\(String(characters))’ cannot be read from ‘\(rest)’ on")
  }

  private func peek(_ distance: Int) -> Character? {
    position + distance < characters.count ? characters[position + distance] : nil
  }

  private func isDigit(_ character: Character?) -> Bool {
    character.map { ("0"..."9").contains($0) } ?? false
  }

  private mutating func skipSpaces() { while peek(0) == " " { position += 1 } }

  private mutating func skipDigits() { while isDigit(peek(0)) { position += 1 } }

  private mutating func take(where isWanted: (Character) -> Bool) -> Character? {
    guard let character = next, isWanted(character) else { return nil }
    skipSpaces()
    position += 1
    return character
  }

  private mutating func take(_ wanted: Character) -> Bool { take { $0 == wanted } != nil }

  private mutating func take(word: String) -> Bool {
    let start = position
    if identifier() == word { return true }
    position = start
    return false
  }
}
