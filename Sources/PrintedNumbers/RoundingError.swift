import Algebra

extension Formula {
  /// The value of a formula of numbers, and how far binary arithmetic may have taken it from that of the same digits on
  /// paper: half a unit of the last place for each number and each operation, carried on by the rules for errors.
  ///
  /// NaN where a name is left in the formula.
  var approximation: (value: Double, error: Double) {
    switch self {
    case .number(let number):
      return number.isRoundingOfZero ? (0, abs(number.value)) : (number.value, number.value.halfUnit)
    case .name, .derivative, .local, .overRows, .element, .conditional:
      return (.nan, .nan)
    case .negation(let inner):
      let (value, error) = inner.approximation
      return (-value, error)
    case .sum(let terms):
      return terms.reduce((0, 0)) { sum, term in
        let (value, error) = term.formula.approximation
        let total = term.sign == .plus ? sum.0 + value : sum.0 - value
        return (total, sum.1 + error + total.halfUnit)
      }
    case .product(let factors):
      return factors.reduce((1, 0)) { product, factor in
        let (value, error) = factor.formula.approximation
        let total = factor.operation == .times ? product.0 * value : product.0 / value
        let carried = abs(total) * error / abs(value)
        let kept = factor.operation == .times ? abs(value) * product.1 : product.1 / abs(value)
        return (total, (value == 0 ? abs(product.0) * error : carried) + kept + total.halfUnit)
      }
    case .power(let base, let exponent):
      let (x, xError) = base.approximation
      let (y, yError) = exponent.approximation
      func power(_ x: Double, _ y: Double) -> Double {
        Formula.power(.number(Number(x)), .number(Number(y))).value
      }
      let value = power(x, y)
      // Next to an exponent of a negative base there is no value.
      let exponents = x > 0 ? [y - max(yError, y.ulp), y + max(yError, y.ulp)] : []
      let xStep = max(xError, x.ulp)
      let near = [power(x - xStep, y), power(x + xStep, y)] + exponents.map { power(x, $0) }
      return (value, value.distance(toFarthestOf: near) + value.ulp)
    case .call(let function, let arguments):
      let inner = arguments.map(\.approximation)
      let value = function.value(inner.map(\.value))
      // Half a unit away there is no other number.
      let near = [-1.0, 1].map { sign in
        function.value(inner.map { $0.value + sign * max($0.error, $0.value.ulp) })
      }
      return (value, value.distance(toFarthestOf: near) + value.ulp)
    }
  }
}

extension Double {
  /// What rounding to a double may take away or add.
  fileprivate var halfUnit: Double { ulp / 2 }

  fileprivate func distance(toFarthestOf numbers: [Double]) -> Double {
    numbers.reduce(0) { max($0, abs($1 - self)) }
  }
}
