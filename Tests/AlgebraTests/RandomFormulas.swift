import Algebra
import TestSupport

/// Formulas drawn by a fixed sequence, the same in every run.
struct RandomFormulas {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// A whole number below `bound`.
  mutating func next(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  /// Values of x, y and z from 0.2 to 2.
  mutating func values() -> [Double] {
    (0..<3).map { _ in 0.2 + Double(next(below: 1_801)) / 1_000 }
  }

  /// A formula of the names x, y, z in the form to which a text is read.
  mutating func formula(depth: Int, withDerivatives: Bool = true) -> Formula {
    guard depth > 0 else { return leaf(withDerivatives: withDerivatives) }
    func operand() -> Formula { formula(depth: depth - 1, withDerivatives: withDerivatives) }
    switch next(below: 15) {
    case 0, 1, 2:
      return .sum(
        of: (0..<2 + next(below: 3)).map { place in
          Formula.Term(place == 0 || next(below: 2) == 0 ? .plus : .minus, operand())
        })
    case 3, 4, 5, 6:
      return .product(
        of: (0..<2 + next(below: 3)).map { place in
          Formula.Factor(place == 0 || next(below: 3) > 0 ? .times : .over, operand())
        })
    case 7: return .negation(operand())
    case 8:
      let exponent = number(of: ["2", "3", "1", "0", "4", "0.5"])
      return .power(operand(), next(below: 4) == 0 ? .negation(exponent) : exponent)
    case 9: return .power(operand(), operand())
    case 10:
      return .conditional(
        condition(depth: depth - 1, withDerivatives: withDerivatives), then: operand(), otherwise: operand())
    case 11:
      let index = Formula.conditional(
        condition(depth: 0, withDerivatives: withDerivatives), then: number(of: ["1"]),
        otherwise: .name(Name("k")))
      return .element("E", next(below: 2) == 0 ? [index] : [number(of: ["3"]), index])
    default:
      let function = Function.all[next(below: Function.all.count)]
      let count =
        function.arity.lowerBound
        + next(below: min(function.arity.upperBound, 4) - function.arity.lowerBound + 1)
      return .call(function, (0..<count).map { _ in operand() })
    }
  }

  /// A condition on formulas of the names x, y, z.
  mutating func condition(depth: Int, withDerivatives: Bool = true) -> Condition {
    func part() -> Condition { condition(depth: depth - 1, withDerivatives: withDerivatives) }
    switch depth > 0 ? next(below: 6) : 0 {
    case 1: return .all((0..<2 + next(below: 2)).map { _ in part() })
    case 2: return .any((0..<2 + next(below: 2)).map { _ in part() })
    case 3: return .not(part())
    default:
      let comparisons = Condition.Comparison.allCases
      func side() -> Formula { formula(depth: depth, withDerivatives: withDerivatives) }
      return .comparison(side(), comparisons[next(below: comparisons.count)], side())
    }
  }

  private mutating func leaf(withDerivatives: Bool) -> Formula {
    switch next(below: withDerivatives ? 9 : 7) {
    case 0, 1: return .name(Name("x"))
    case 2: return .name(Name("y"))
    case 3: return .name(Name("z"))
    case 4: return .number(Number(.pi, text: "pi"))
    case 7: return .local(Name("y"), by: Name("x"))
    case 8:
      let isName = next(below: 2) == 0
      return .derivative(
        of: isName ? .name(Name("z")) : formula(depth: 2, withDerivatives: false), by: Name("x"))
    default: return number(of: ["0", "1", "2", "3", "0.5", "0.1", "1.25", "1e-1", "2e1"])
    }
  }

  private mutating func number(of choices: [String]) -> Formula {
    let digits = choices[next(below: choices.count)]
    return .number(Number(Double(digits) ?? .nan, text: digits))
  }
}

extension Formula {
  /// The value at x, y, z and fixed derivatives and elements.
  func value(at values: [Double]) -> Evaluation {
    value(
      of: {
        [
          "x": values[0], "y": values[1], "z": values[2], "k": 2, "E[1]": 0.3, "E[2]": 1.5, "E[3,1]": -0.8,
          "E[3,2]": 2,
        ][
          $0.text] ?? .nan
      },
      atoms: { $0 == .local(Name("y"), by: Name("x")) ? 0.75 : -1.25 })
  }
}
