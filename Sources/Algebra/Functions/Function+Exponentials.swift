import ElementaryFunctions

// What is made of powers of e that are compared with one another. The largest exponent is subtracted from all before e is
// raised, so that no power grows too large; it cancels. A reader sees the powers: see `isShorthand`.

extension Function {
  /// `softmax(x, a, b, …)`: `e^(x − m)/(e^(a − m) + e^(b − m) + …)`, where m is the largest of a, b, ….
  ///
  /// With s for the value, and s[k] for that of the k-th exponent in the place of x, the derivative is
  /// `s·(x′ − s[1]·a′ − s[2]·b′ − …)`: m has no part in it.
  package static let softmax: Function = Function(
    .softmax, ["x", "a"], takesMore: true, summary: "e^x/(e^a + e^b + …)",
    isShorthand: true,
    derivative: .total { arguments, slopes in
      let exponents = arguments.dropFirst()
      var change: Formula = slopes[0] ?? 0
      for place in exponents.indices {
        guard let slope = slopes[place] else { continue }
        change = change - Formula.call(softmax, [exponents[place]] + exponents) * slope
      }
      return Formula.call(softmax, arguments) * change
    },
    expansion: { arguments in
      let (shift, powers) = shiftedPowers(of: Array(arguments.dropFirst()))
      return exp(arguments[0] - shift) / .sum(of: powers)
    },
    value: { arguments in
      let shift = arguments.dropFirst().reduce(-.infinity, Swift.max)
      return exponential(of: arguments[0] - shift)
        / arguments.dropFirst().reduce(0) { $0 + exponential(of: $1 - shift) }
    })

  /// `logsumexp(a, b, …)`: `m + ln(e^(a − m) + e^(b − m) + …)`, where m is the largest.
  ///
  /// Its derivative by each exponent is the softmax of that one.
  package static let logsumexp: Function = Function(
    .logsumexp, ["a"], takesMore: true, summary: "ln(e^a + e^b + …)",
    isShorthand: true,
    derivative: .total { arguments, slopes in
      var change: Formula = 0
      for place in arguments.indices {
        guard let slope = slopes[place] else { continue }
        change = change + Formula.call(softmax, [arguments[place]] + arguments) * slope
      }
      return change
    },
    expansion: { arguments in
      let (shift, powers) = shiftedPowers(of: arguments)
      return shift + ln(.sum(of: powers))
    },
    value: { arguments in
      let shift = arguments.reduce(-.infinity, Swift.max)
      return shift + naturalLogarithm(of: arguments.reduce(0) { $0 + exponential(of: $1 - shift) })
    })

  /// The largest exponent, and e to the power of each less that.
  private static func shiftedPowers(of exponents: [Formula]) -> (shift: Formula, powers: [Formula.Term]) {
    let shift = exponents.count == 1 ? exponents[0] : Formula.call(max, exponents)
    return (shift, exponents.map { .init(.plus, exp($0 - shift)) })
  }
}
