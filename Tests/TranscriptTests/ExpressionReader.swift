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
    if let exponent = takeSuperscript() {
      // A raised number may stand in the place of a name: `β^t` is `0.9²` at the second step.
      let numeral = Int(exactly: exponent).flatMap { Numeral(String($0)) }
      return .binary(
        base, .power, exponent < 0 ? .sign(exponent) : numeral.map { .number($0) } ?? .sign(exponent))
    }
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
    let name = identifier()
    if take("(") { return try call(of: name) }
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

  private mutating func call(of name: String) throws(Unreadable) -> Expression {
    var arguments = [try expression()]
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
    guard take("∂") else { throw unreadable }
    if take("(") {
      _ = try inParentheses()
    } else {
      guard !identifier().isEmpty else { throw unreadable }
    }
    guard take("/"), take("∂"), !identifier().isEmpty else { throw unreadable }
    return String(characters[start..<position])
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

  private mutating func takeSuperscript() -> Double? {
    let superscripts: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let isNegative = peek(0) == "⁻"
    let start = isNegative ? position + 1 : position
    var end = start
    var exponent = 0.0
    while end < characters.count, let digit = superscripts.firstIndex(of: characters[end]) {
      exponent = exponent * 10 + Double(digit)
      end += 1
    }
    guard end > start else { return nil }
    position = end
    return isNegative ? -exponent : exponent
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
