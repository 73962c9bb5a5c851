/// A way to write formulas.
public struct Notation: Hashable, Sendable, CaseIterable {
  /// The characters and the habits of writing.
  enum Kind: Hashable, Sendable {
    case calc, unicode, ascii
  }

  let kind: Kind
  /// Whether e to the power x is written `exp(x)` for readers, as it is in calc: where a value is called `e`, `e^x` would be
  /// its power.
  public var callsExp = false

  private init(_ kind: Kind) { self.kind = kind }

  /// As lessons are written: `1/2*(t - o)^2`. It reads back to the same formula.
  public static let calc = Notation(.calc)
  /// As the transcript shows it: `½·(t − o)²`.
  public static let unicode = Notation(.unicode)
  /// The transcript's notation in ASCII: `1/2*(t - o)^2`, `dE/dw`. Names keep their letters.
  public static let ascii = Notation(.ascii)

  /// The three; those that call exp are written otherwise in nothing else.
  public static let allCases = [calc, unicode, ascii]
}

extension Notation {
  var differential: String { kind == .ascii ? "d" : "∂" }
  /// Whether it is written for readers, who are helped by a few more parentheses than a parser needs.
  var isForReaders: Bool { kind != .calc }

  /// Whether a call of the function is written as a power of e.
  package func isPowerOfE(_ function: Function) -> Bool {
    isForReaders && !callsExp && function.style == .powerOfE
  }

  /// The digits of a number that is not negative.
  func digits(of number: Number) -> String {
    kind == .unicode && number.digits == "pi" ? "π" : number.digits
  }

  /// How a name is written.
  func text(of name: Name) -> String { kind == .ascii ? name.ascii : name.text }

  /// What stands before the parenthesis of a call.
  package func name(of function: Function) -> String {
    guard isForReaders, case .symbol(let unicode, let ascii) = function.style else { return function.name }
    return kind == .unicode ? unicode : ascii
  }

  /// A whole exponent in raised digits, where the notation has them.
  func superscript(_ exponent: Formula) -> String? {
    guard kind == .unicode, case .number(let number) = exponent else { return nil }
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let digits = number.digits.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
    return digits.count == number.digits.count ? String(digits.map { raised[$0] }) : nil
  }
}
