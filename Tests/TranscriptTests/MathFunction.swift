import Foundation

/// A function of numbers that a transcript may call.
enum MathFunction {
  case one(@Sendable (Double) -> Double)
  case two(@Sendable (Double, Double) -> Double)
  case any(@Sendable (Double, Double) -> Double)

  /// The function that a transcript calls by `name`.
  static func named(_ name: String) -> MathFunction? { all[name] }

  /// The name in letters of the function that a transcript calls by `name`.
  static func plainName(of name: String) -> String {
    switch name {
    case "√": "sqrt"
    case "σ": "sigmoid"
    default: name
    }
  }

  /// Whether it takes `count` arguments.
  func takes(_ count: Int) -> Bool {
    switch self {
    case .one: count == 1
    case .two: count == 2
    case .any: count > 0
    }
  }

  /// The value at `arguments`, where all of them have one.
  func value(_ arguments: [Double?]) -> Double? {
    let numbers = arguments.compactMap(\.self)
    guard numbers.count == arguments.count, takes(numbers.count) else { return nil }
    switch self {
    case .one(let function): return function(numbers[0])
    case .two(let function): return function(numbers[0], numbers[1])
    case .any(let function): return numbers.dropFirst().reduce(numbers[0], function)
    }
  }

  private static let all: [String: MathFunction] = [
    "exp": .one { exp($0) }, "ln": .one { log($0) }, "log": .one { log($0) },
    "log2": .one { log($0) / log(2) }, "log10": .one { log($0) / log(10) },
    "sqrt": .one { $0.squareRoot() }, "√": .one { $0.squareRoot() },
    "abs": .one { $0 < 0 ? -$0 : $0 }, "sign": .one { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 },
    "step": .one { $0 < 0 ? 0 : 1 }, "floor": .one { $0.rounded(.down) },
    "factorial": .one { tgamma($0 + 1) },
    "sin": .one { sin($0) }, "cos": .one { cos($0) }, "tan": .one { tan($0) }, "arctan": .one { atan($0) },
    "sinh": .one { (exp($0) - exp(-$0)) / 2 }, "cosh": .one { (exp($0) + exp(-$0)) / 2 },
    "tanh": .one { tanh($0) }, "σ": .one { 1 / (1 + exp(-$0)) }, "sigmoid": .one { 1 / (1 + exp(-$0)) },
    "relu": .one { $0 < 0 ? 0 : $0 }, "softplus": .one { log(1 + exp($0)) },
    "gelu": .one { $0 / 2 * (1 + erf($0 / 2.0.squareRoot())) }, "erf": .one { erf($0) },
    "leaky_relu": .two { $0 < 0 ? $1 * $0 : $0 }, "prelu": .two { $0 < 0 ? $1 * $0 : $0 },
    "elu": .two { $0 < 0 ? $1 * (exp($0) - 1) : $0 },
    "max": .any { $1 > $0 ? $1 : $0 }, "min": .any { $1 < $0 ? $1 : $0 },
  ]
}

/// A function of the numbers that an expression has on all rows of some data.
enum RowFunction: String {
  case sum, mean, max, min

  /// The value of the function.
  func value(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    switch self {
    case .sum: return numbers.reduce(0, +)
    case .mean: return numbers.reduce(0, +) / Double(numbers.count)
    case .max: return numbers.max()
    case .min: return numbers.min()
    }
  }
}
