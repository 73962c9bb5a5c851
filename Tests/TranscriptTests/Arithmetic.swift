import Foundation

/// A text that is no expression, and where it stops being one.
struct Unreadable: Error, CustomStringConvertible {
  let description: String
}

/// A reader of expressions as they stand in a transcript.
///
/// It works out what it reads as it goes along; a name has no value here, and neither has what it is part of.
struct Arithmetic {
  private let characters: [Character]
  private var position = 0

  /// The value of `text`; `nil` where it is an expression of names.
  static func value(of text: String) throws(Unreadable) -> Double? {
    var reader = Arithmetic(characters: Array(text))
    let value = try reader.sum()
    guard reader.next == nil else { throw reader.unreadable }
    return value
  }

  /// Whether `text` is an expression.
  static func canRead(_ text: String) -> Bool {
    do throws(Unreadable) {
      _ = try value(of: text)
      return true
    } catch {
      return false
    }
  }

  private init(characters: [Character]) { self.characters = characters }

  // MARK: Grammar, loosest first

  private mutating func sum() throws(Unreadable) -> Double? {
    var result = try product()
    while let sign = take(where: { "+−-".contains($0) }) {
      let term = try product()
      result = combine(result, term) { sign == "+" ? $0 + $1 : $0 - $1 }
    }
    return result
  }

  private mutating func product() throws(Unreadable) -> Double? {
    var result = try signed()
    while let sign = take(where: { "·*/".contains($0) }) {
      let factor = try signed()
      result = combine(result, factor) { sign == "/" ? $0 / $1 : $0 * $1 }
    }
    return result
  }

  private mutating func signed() throws(Unreadable) -> Double? {
    if take(where: { "−-".contains($0) }) != nil { return try signed().map { -$0 } }
    return try power()
  }

  private mutating func power() throws(Unreadable) -> Double? {
    let base = try primary()
    if let exponent = takeSuperscript() { return base.map { pow($0, exponent) } }
    guard take("^") else { return base }
    return combine(base, try signed(), pow)
  }

  private mutating func primary() throws(Unreadable) -> Double? {
    guard let first = next else { throw unreadable }
    if ("0"..."9").contains(first) { return try number() }
    if take("½") { return 0.5 }
    if take("√") { return try primary().map { $0.squareRoot() } }
    if take("∂") { return try derivative() }
    if take("(") {
      let inner = try sum()
      guard take(")") else { throw unreadable }
      return inner
    }
    guard first.isLetter else { throw unreadable }
    let name = identifier()
    if take("(") { return try call(of: name) }
    switch name {
    case "e" where next == "^": return M_E
    case "π", "pi": return Double.pi
    default: return nil
    }
  }

  // MARK: Parts

  private mutating func number() throws(Unreadable) -> Double? {
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
    return numeral.value
  }

  private mutating func call(of name: String) throws(Unreadable) -> Double? {
    var arguments = [try sum()]
    while take(",") { arguments.append(try sum()) }
    guard take(")") else { throw unreadable }
    guard let function = Self.functions[name] else {
      guard arguments.contains(where: { $0 == nil }) else { throw unreadable }
      return nil
    }
    guard arguments.count == 1 else { throw unreadable }
    return arguments[0].map(function)
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    "exp": { exp($0) }, "ln": { log($0) }, "sqrt": { $0.squareRoot() }, "tanh": { tanh($0) },
    "σ": { 1 / (1 + exp(-$0)) }, "sigmoid": { 1 / (1 + exp(-$0)) },
  ]

  /// What follows the first `∂` of `∂E_total/∂w5` or `∂(E_1 + E_2)/∂w5`: one name, whatever it is made of.
  private mutating func derivative() throws(Unreadable) -> Double? {
    if take("(") {
      _ = try sum()
      guard take(")") else { throw unreadable }
    } else {
      guard !identifier().isEmpty else { throw unreadable }
    }
    guard take("/"), take("∂"), !identifier().isEmpty else { throw unreadable }
    return nil
  }

  private mutating func identifier() -> String {
    skipSpaces()
    let start = position
    guard let first = peek(0), first.isLetter else { return "" }
    while let character = peek(0), character.isLetter || character == "_" || isDigit(character) {
      position += 1
    }
    if peek(0) == "[", let end = characters[position...].firstIndex(of: "]") { position = end + 1 }
    return String(characters[start..<position])
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

  private func combine(_ x: Double?, _ y: Double?, _ operation: (Double, Double) -> Double) -> Double? {
    guard let x, let y else { return nil }
    return operation(x, y)
  }
}
