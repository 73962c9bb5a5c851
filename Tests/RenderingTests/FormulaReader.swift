import Algebra
import Testing

/// The formula of a short text, such as `∂E_1/∂out_o1*(1 - 0.41)`, so that tests can be read. What it cannot read is
/// recorded as an issue.
func formula(_ text: String) -> Formula {
  var reader = FormulaReader(rest: text.filter { $0 != " " }[...])
  let formula = reader.sum()
  if !reader.rest.isEmpty { Issue.record("unreadable from \(reader.rest)") }
  return formula
}

/// The number with these digits.
func number(_ digits: String) -> Number { Number(Double(digits) ?? .nan, text: digits) }

private struct FormulaReader {
  var rest: Substring

  mutating func sum() -> Formula {
    var terms = [Formula.Term(.plus, product())]
    while let sign = take(["+", "-"]) { terms.append(.init(sign == "+" ? .plus : .minus, product())) }
    return .sum(of: terms)
  }

  private mutating func product() -> Formula {
    var factors = [Formula.Factor(.times, unary())]
    while let sign = take(["*", "/"]) { factors.append(.init(sign == "*" ? .times : .over, unary())) }
    return .product(of: factors)
  }

  private mutating func unary() -> Formula {
    if rest.first == "-", rest.dropFirst().first?.isNumber == true { return atom() }
    return take(["-"]) == nil ? power() : .negation(unary())
  }

  private mutating func power() -> Formula {
    let base = atom()
    return take(["^"]) == nil ? base : .power(base, unary())
  }

  private mutating func atom() -> Formula {
    if take(["("]) != nil {
      defer { _ = take([")"]) }
      return sum()
    }
    if take(["∂"]) != nil {
      let output = Formula.name(Name(word()))
      rest = rest.dropFirst(2)
      return .derivative(of: output, by: Name(word()))
    }
    if let first = rest.first, first == "-" || first.isNumber { return .number(number(digits())) }
    let word = word()
    if word.isEmpty { Issue.record("nothing to read at \(rest)") }
    guard take(["("]) != nil else { return .name(Name(word)) }
    var arguments = [sum()]
    while take([","]) != nil { arguments.append(sum()) }
    _ = take([")"])
    guard let function = Function.named(word) else {
      Issue.record("no function \(word)")
      return .name(Name(word))
    }
    return .call(function, arguments)
  }

  private mutating func take(_ characters: Set<Character>) -> Character? {
    guard let first = rest.first, characters.contains(first) else { return nil }
    return rest.removeFirst()
  }

  private mutating func word() -> String {
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "[" || $0 == "]" }
    rest = rest[word.endIndex...]
    return String(word)
  }

  private mutating func digits() -> String {
    var digits = ""
    while let next = rest.first,
      next.isNumber || next == "." || next == "e" || (next == "-" && digits.last ?? "e" == "e")
    {
      digits.append(rest.removeFirst())
    }
    return digits
  }
}
