import Algebra

// What binary arithmetic leaves of an exact zero: it is shown as 0, with a remark.

extension Formula {
  /// A sum this far below its largest term is what binary arithmetic leaves of an exact zero.
  private static let noise = 1e-15
  /// No larger number is looked at; that spares almost all of them.
  static let largestNoise = 1e-9

  /// The number that comes of a line that is worked out in one go: its digits open, or `0` for what is left of an exact zero.
  var outcome: Number {
    let value = value
    return Number(value, text: isNoise(value) ? "0" : nil)
  }

  /// Whether `value`, which comes of this line of numbers, is only what binary arithmetic leaves of an exact zero.
  ///
  /// A sum is where it is below 1e-15 of its largest term; a function where its argument's last bit moves it as far as that;
  /// a product where a factor is.
  func isNoise(_ value: Double) -> Bool {
    guard value != 0, abs(value) < Self.largestNoise else { return false }
    switch self {
    case .number(let number): return number.isNoise
    case .negation(let inner): return inner.isNoise(-value)
    case .sum(let terms):
      if terms.allSatisfy({ $0.formula.value == 0 || $0.formula.isNoise($0.formula.value) }) { return true }
      return abs(value) < Self.noise * terms.reduce(0) { max($0, abs($1.formula.value)) }
    case .product(let factors):
      return factors.contains { $0.operation == .times && $0.formula.isNoise($0.formula.value) }
    case .power(let base, _): return base.isNoise(base.value)
    case .call(let function, let arguments):
      guard arguments.count == 1 else { return false }
      // Half a unit more or less is the same number again.
      let (x, error) = (arguments[0].value, 2 * arguments[0].approximation.error)
      return max(abs(function.value([x - error]) - value), abs(function.value([x + error]) - value)) * 4
        >= abs(value)
        && !arguments[0].isTiny
    case .name, .element, .conditional, .derivative, .local, .overRows: return false
    }
  }

  /// Whether it is so small a number that the last bit says nothing of where it came from.
  private var isTiny: Bool { abs(value) < Self.largestNoise && !isNoise(value) }
}

extension Number {
  /// Whether it is shown as 0 for what binary arithmetic has left of that.
  var isNoise: Bool { value != 0 && text == "0" }
}
