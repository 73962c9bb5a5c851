// The largest and the smallest of any number of arguments. The first of equal ones is taken, and it alone passes the
// derivative on.

extension Function {
  static let extremes = [max, min]

  package static let max: Function = extreme(
    .max, summary: "the largest of its arguments", isBehind: { $0 < $1 },
    slope: ExtremeSlope(call: { .call(max, $0) }, precedes: { $0 >= $1 }, follows: { $0 > $1 }))

  static let min: Function = extreme(
    .min, summary: "the smallest of its arguments", isBehind: { $0 > $1 },
    slope: ExtremeSlope(call: { .call(min, $0) }, precedes: { $0 <= $1 }, follows: { $0 < $1 }))

  /// - Parameter isBehind: whether a value gives way to one that comes later.
  private static func extreme(
    _ id: ID, summary: String, isBehind: @escaping @Sendable (Double, Double) -> Bool,
    slope: ExtremeSlope
  ) -> Function {
    Function(
      id, ["a"], takesMore: true, hasKinks: true, summary: summary,
      note: "the first of equal arguments passes the derivative on",
      derivative: .total { arguments, slopes in slope.formula(arguments[...], slopes[...]) },
      value: { arguments in
        arguments.dropFirst().reduce(arguments[0]) { best, next in
          next.isNaN || isBehind(best, next) ? next : best
        }
      })
  }
}

/// The derivative of an extreme.
private struct ExtremeSlope: Sendable {
  /// The extreme of two or more.
  let call: @Sendable ([Formula]) -> Formula
  /// What must hold for the first to be taken rather than the second, which comes later.
  let precedes: @Sendable (Formula, Formula) -> Condition
  /// What must hold for the first to be taken rather than the second, which comes earlier.
  let follows: @Sendable (Formula, Formula) -> Condition

  /// Where one argument varies, its slope, if it is the one that is taken. Where several do, a choice between the first
  /// half of all and the second, so that of n that vary the formula has no more than n·log(n) comparisons and log(n)
  /// levels.
  func formula(_ arguments: ArraySlice<Formula>, _ slopes: ArraySlice<Formula?>) -> Formula {
    let varying = slopes.indices.filter { slopes[$0] != nil }
    guard let first = varying.first, let slope = slopes[first] else { return 0 }
    if varying.count == 1 {
      let conditions = arguments.indices.filter { $0 != first }.map { other in
        let isTaken = other < first ? follows : precedes
        return isTaken(arguments[first], arguments[other])
      }
      guard let condition = conditions.first else { return slope }
      return .conditional(conditions.count > 1 ? .all(conditions) : condition, then: slope, otherwise: 0)
    }
    let middle = (arguments.startIndex + arguments.endIndex) / 2
    let (front, back) = (arguments[..<middle], arguments[middle...])
    return .conditional(
      precedes(extreme(of: front), extreme(of: back)),
      then: formula(front, slopes[..<middle]), otherwise: formula(back, slopes[middle...]))
  }

  private func extreme(of arguments: ArraySlice<Formula>) -> Formula {
    arguments.count > 1 ? call(Array(arguments)) : arguments[arguments.startIndex]
  }
}
