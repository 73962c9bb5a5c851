/// A way to write formulas.
public enum Notation: Hashable, Sendable, CaseIterable {
  /// As lessons are written: `1/2*(t - o)^2`. It reads back to the same formula.
  case calc
  /// As the transcript shows it: `½·(t − o)²`.
  case unicode
  /// The transcript's notation in ASCII: `1/2*(t - o)^2`, `dE/dw`. Names keep their letters.
  case ascii
}

extension Notation {
  var differential: String { self == .ascii ? "d" : "∂" }
  /// Whether it is written for readers, who are helped by a few more parentheses than a parser needs.
  var isForReaders: Bool { self != .calc }

  /// The digits of a number that is not negative.
  func digits(of number: Number) -> String {
    self == .unicode && number.digits == "pi" ? "π" : number.digits
  }

  /// How a name is written.
  func text(of name: Name) -> String { self == .ascii ? name.ascii : name.text }

  /// What stands before the parenthesis of a call.
  func name(of function: Function) -> String {
    guard isForReaders, case .symbol(let unicode, let ascii) = function.style else { return function.name }
    return self == .unicode ? unicode : ascii
  }

  /// A whole exponent in raised digits, where the notation has them.
  func superscript(_ exponent: Formula) -> String? {
    guard self == .unicode, case .number(let number) = exponent else { return nil }
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let digits = number.digits.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
    return digits.count == number.digits.count ? String(digits.map { raised[$0] }) : nil
  }
}
