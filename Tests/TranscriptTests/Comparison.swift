/// Two expressions, compared: `sum > threshold`, `2 > 1.5`.
struct Comparison {
  let left: Expression
  let sign: Sign
  let right: Expression

  /// How two numbers are compared.
  enum Sign {
    case less, lessOrEqual, greater, greaterOrEqual, equal, unequal

    /// Each sign as it may be written, longer ones first.
    static let written: [(text: String, sign: Sign)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("==", .equal), ("!=", .unequal),
      ("≤", .lessOrEqual), ("≥", .greaterOrEqual), ("≠", .unequal), ("<", .less), (">", .greater),
    ]

    fileprivate func holds(_ left: Double, _ right: Double) -> Bool {
      switch self {
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      case .equal: left == right
      case .unequal: left != right
      }
    }

    fileprivate var opposite: Sign {
      switch self {
      case .less: .greaterOrEqual
      case .lessOrEqual: .greater
      case .greater: .lessOrEqual
      case .greaterOrEqual: .less
      case .equal: .unequal
      case .unequal: .equal
      }
    }
  }

  /// What holds where this does not.
  var opposite: Comparison { Comparison(left: left, sign: sign.opposite, right: right) }

  /// Whether it is so; `nil` where a side has no value.
  func holds(_ known: (String) -> Double? = { _ in nil }) -> Bool? {
    left.value(known).flatMap { left in right.value(known).map { sign.holds(left, $0) } }
  }
}
