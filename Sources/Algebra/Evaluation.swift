/// The value of a formula, and how large the numbers were on the way to it.
public struct Evaluation: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// The largest absolute value of any number, sum so far, product so far or other part: the measure of how much
  /// rounding to expect. NaN is passed over, and so is what only a condition or an index is worked out from.
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
  /// Of a conditional only the branch taken is worked out. An element is asked for by its name, `E[3,1]`; where an index
  /// is no whole number, it is NaN.
  ///
  /// - Parameters:
  ///   - value: the value of a name.
  ///   - atoms: the value of a derivative, `local` ones included, or of what is made of all rows.
  public func value(of value: (Name) -> Double, atoms: (Formula) -> Double) -> Evaluation {
    foldTakenBranches(
      { (part, operands: ArraySlice<Evaluation>) in
        let first = operands.startIndex
        switch part {
        case .number(let number): return Evaluation(of: number.value)
        case .name(let name): return Evaluation(of: value(name))
        case .derivative, .local, .overRows: return Evaluation(of: atoms(part))
        case .element(let family, _):
          let indices = operands.compactMap { Int(exactly: $0.value) }
          return Evaluation(of: indices.count == operands.count ? value(Name(family, indices)) : .nan)
        case .negation: return Evaluation(value: -operands[first].value, largest: operands[first].largest)
        case .sum(let terms):
          return zip(terms, operands).dropFirst().reduce(operands[first]) { total, next in
            let (sign, term) = (next.0.sign, next.1.value)
            return total.leading(to: sign == .plus ? total.value + term : total.value - term, over: next.1)
          }
        case .product(let factors):
          return zip(factors, operands).dropFirst().reduce(operands[first]) { total, next in
            let (operation, factor) = (next.0.operation, next.1.value)
            return total.leading(
              to: operation == .times ? total.value * factor : total.value / factor, over: next.1)
          }
        case .power:
          let (base, exponent) = (operands[first], operands[first + 1])
          return base.leading(to: raised(base.value, to: exponent.value), over: exponent)
        case .call(let function, _):
          let result = Evaluation(of: function.value(operands.map(\.value)))
          return operands.reduce(result) { $0.leading(to: result.value, over: $1) }
        case .conditional: preconditionFailure("of a conditional, the branch taken is worked out")
        }
      },
      compare: { left, comparison, right in Verdict(holds: comparison.holds(left.value, right.value)) })
  }
}

extension Evaluation {
  /// A number that stands for itself.
  fileprivate init(of value: Double) { self.init(value: value, largest: value.isNaN ? 0 : value.magnitude) }

  /// What comes of this value and another.
  fileprivate func leading(to result: Double, over other: Evaluation) -> Evaluation {
    let largest = max(largest, other.largest)
    return Evaluation(value: result, largest: result.magnitude > largest ? result.magnitude : largest)
  }
}
