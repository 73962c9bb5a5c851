import ElementaryFunctions

/// The value of a formula, and how large the terms were that went into it.
public struct Evaluation: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// The largest absolute value of any term: of a number, sum so far, product so far or other part, times the derivative by
  /// it. It is the measure of how much rounding to expect. NaN is passed over, and so is what only a condition or an index
  /// is worked out from; where a part is infinite, so is this.
  public let largest: Double
  /// The same of those terms alone that may have been rounded: all but digits that someone has typed, and whole numbers that are
  /// given or made of whole numbers. It is what decides whether numbers are equal for a decision.
  let rounded: Double
  /// How exact it is.
  let exactness: Exactness

  /// How exact a value is.
  enum Exactness: Hashable, Sendable {
    /// It may have been rounded.
    case rounded
    /// It is given as it stands.
    case given
    /// It is the sum or the difference of two numbers that are given: 0 only where that is exactly so.
    case difference
  }

  /// A value with the largest absolute value on the way to it.
  public init(value: Double, largest: Double) {
    self.init(value: value, largest: largest, rounded: largest)
  }

  init(value: Double, largest: Double, rounded: Double, exactness: Exactness = .rounded) {
    self.value = value
    self.largest = largest
    self.rounded = rounded
    self.exactness = exactness
  }

  /// Another value that was made of the same terms.
  public func replacingValue(by value: Double) -> Evaluation {
    Evaluation(value: value, largest: largest, rounded: rounded, exactness: exactness)
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
        case .number(let number): return Evaluation(of: number)
        case .name(let name): return Evaluation(of: value(name))
        case .derivative, .local, .overRows: return Evaluation(of: atoms(part))
        case .element(let family, _):
          let indices = operands.compactMap { Int(exactly: $0.value) }
          return Evaluation(of: indices.count == operands.count ? value(Name(family, indices)) : .nan)
        case .negation: return operands[first].replacingValue(by: -operands[first].value)
        case .sum(let terms):
          var total = operands[first]
          for index in 1..<terms.count {
            let term = operands[first + index]
            let sum = terms[index].sign == .plus ? total.value + term.value : total.value - term.value
            total = total.leading(to: sum, over: term)
          }
          return total
        case .product(let factors):
          var total = operands[first]
          for index in 1..<factors.count {
            let factor = operands[first + index]
            if factors[index].operation == .over {
              // What binary arithmetic leaves of 0 is no divisor.
              let divisor = factor.settledAtZero
              let quotient = total.value / divisor
              total = total.leading(
                to: quotient, over: factor, slopes: (1 / divisor, quotient / divisor), isQuotient: true)
            } else if factor.value != 1 || factor.exactness != .given {
              total = total.leading(
                to: total.value * factor.value, over: factor, slopes: (factor.value, total.value))
            }
          }
          return total
        case .power:
          return operands[first].raised(to: operands[first + 1])
        case .call(let function, _):
          return function.evaluation(of: Array(operands))
        case .conditional: preconditionFailure("of a conditional, the branch taken is worked out")
        }
      },
      compare: { left, comparison, right in
        Verdict(holds: comparison.holds(left.settled(at: right), right.value))
      })
  }
}

extension Evaluation {
  /// A number of a formula; what binary arithmetic has left of 0 has come from terms that are large enough for that.
  fileprivate init(of number: Number) {
    let value = number.value
    guard !number.isRoundingOfZero else {
      self.init(value: value, largest: 2 * value.magnitude / Evaluation.roundingShare)
      return
    }
    let isExact = number.text != nil || value.isSmallWhole
    self.init(
      value: value, largest: value.magnitude, rounded: isExact ? 0 : value.magnitude,
      exactness: isExact ? .given : .rounded)
  }

  /// A number that stands for itself.
  fileprivate init(of value: Double) {
    let size = value.isNaN ? 0 : value.magnitude
    self.init(
      value: value, largest: size, rounded: value.isSmallWhole ? 0 : size,
      exactness: value.isSmallWhole ? .given : .rounded)
  }

  /// What comes of this value and another, by each of which it changes as the slopes say.
  fileprivate func leading(
    to result: Double, over other: Evaluation, slopes: (Double, Double)? = nil, isQuotient: Bool = false
  ) -> Evaluation {
    let isSum = slopes == nil
    let slopes = slopes ?? (1, 1)
    let largest = Self.largest(result.magnitude, term(slopes.0), other.term(slopes.1))
    let isWhole = result.isSmallWhole && value.isSmallWhole && other.value.isSmallWhole && !isQuotient
    let rounded = Self.largest(
      isWhole ? 0 : result.magnitude, roundedTerm(slopes.0), other.roundedTerm(slopes.1))
    return Evaluation(
      value: result, largest: largest, rounded: rounded,
      exactness: isSum && exactness == .given && other.exactness == .given ? .difference : .rounded)
  }

  /// The largest of three numbers from 0 on; NaN is passed over.
  private static func largest(_ x: Double, _ y: Double, _ z: Double) -> Double {
    var largest = x > 0 ? x : 0
    if y > largest { largest = y }
    return z > largest ? z : largest
  }

  /// How much the largest term counts for in something that changes by this value with that slope; where there is no
  /// slope, as much as here.
  fileprivate func term(_ slope: Double) -> Double {
    largest.isFinite && slope.isFinite ? largest * slope.magnitude : largest
  }

  /// The same of the terms that may have been rounded; as a part of something, a number that is not whole counts too.
  fileprivate func roundedTerm(_ slope: Double) -> Double {
    let size = value.isSmallWhole || value.isNaN ? rounded : max(rounded, value.magnitude)
    return size.isFinite && slope.isFinite ? size * slope.magnitude : size
  }

  /// This value as the base of a power.
  fileprivate func raised(to exponent: Evaluation) -> Evaluation {
    // Below 0 only whole exponents have a value; the other powers end at 0, and those with a negative exponent divide by it.
    let power = value < 0 ? exponent.settledAtWhole : exponent.value
    let base = power >= 0 && power == power.rounded() ? value : settledAtZero
    let result = Algebra.raised(base, to: power)
    let slopes = (base == 0 ? power : result * power / base, result * naturalLogarithm(of: base.magnitude))
    return leading(to: result, over: exponent, slopes: slopes)
  }
}

extension Function {
  /// What comes of arguments.
  ///
  /// How fast the value changes is measured by two more values: it is only to tell how large the terms are.
  fileprivate func evaluation(of arguments: [Evaluation]) -> Evaluation {
    var numbers = arguments.map(\.value)
    numbers[0] = settled(arguments[0])
    let result = value(numbers)
    var largest = result.isNaN ? 0 : result.magnitude
    let isChosen = result.isSmallWhole && (isWhole || isPiece && numbers.allSatisfy(\.isSmallWhole))
    var rounded = isChosen ? 0 : largest
    for (index, argument) in arguments.enumerated() {
      // Of any number of arguments one is taken; how large the others are makes no difference.
      let isTaken = numbers[index] == result
      let slope = arity.upperBound == .max ? (isTaken ? 1 : 0) : slope(at: numbers, by: index)
      let term = argument.term(slope)
      if term > largest { largest = term }
      rounded = Swift.max(rounded, argument.roundedTerm(slope))
    }
    // What is only taken from among the arguments is as exact as it was there.
    if isPiece, let place = numbers.firstIndex(where: { $0.magnitude == result.magnitude }) {
      let taken = arguments[place]
      return Evaluation(
        value: result, largest: largest, rounded: taken.rounded, exactness: taken.exactness)
    }
    return Evaluation(value: result, largest: largest, rounded: rounded)
  }

  /// Whether its values are whole numbers, whatever it is given.
  private var isWhole: Bool {
    switch id {
    case .floor, .factorial, .step, .sign: true
    default: false
    }
  }

  /// Whether its value is one of its arguments, signs aside, or 0.
  private var isPiece: Bool {
    switch id {
    case .abs, .relu, .max, .min: true
    default: false
    }
  }

  private func slope(at numbers: [Double], by index: Int) -> Double {
    let step = 1e-6 * Swift.max(1e-6, numbers[index].magnitude)
    var (below, above) = (numbers, numbers)
    below[index] -= step
    above[index] += step
    return (value(above) - value(below)) / (2 * step)
  }
}
