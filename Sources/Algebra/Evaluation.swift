/// The value of a formula, and how large the numbers were on the way to it.
public struct Evaluation: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// The largest absolute value of any number, sum so far, product so far or other part: the measure of how much
  /// rounding to expect. NaN is passed over.
  public let largest: Double

  /// A value with the largest absolute value on the way to it.
  public init(value: Double, largest: Double) {
    self.value = value
    self.largest = largest
  }
}

extension Formula {
  /// The value, with sums and products worked out from left to right in plain double arithmetic.
  ///
  /// - Parameters:
  ///   - value: the value of a name.
  ///   - derivatives: the value of a derivative, `local` ones included.
  public func value(of value: (Name) -> Double, derivatives: (Formula) -> Double) -> Evaluation {
    var largest = 0.0
    func noting(_ intermediate: Double) -> Double {
      if intermediate.magnitude > largest { largest = intermediate.magnitude }
      return intermediate
    }
    let result = fold { (part, operands: ArraySlice<Double>) in
      let first = operands.startIndex
      switch part {
      case .number(let number): return noting(number.value)
      case .name(let name): return noting(value(name))
      case .derivative, .local: return noting(derivatives(part))
      case .negation: return -operands[first]
      case .sum(let terms):
        return zip(terms, operands).dropFirst().reduce(operands[first]) { total, next in
          noting(next.0.sign == .plus ? total + next.1 : total - next.1)
        }
      case .product(let factors):
        return zip(factors, operands).dropFirst().reduce(operands[first]) { total, next in
          noting(next.0.operation == .times ? total * next.1 : total / next.1)
        }
      case .power: return noting(raised(operands[first], to: operands[first + 1]))
      case .call(let function, _): return noting(function.value(Array(operands)))
      }
    }
    return Evaluation(value: result, largest: largest)
  }
}
