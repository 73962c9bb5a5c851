internal import Transcript

extension Equation {
  /// Whether it goes from names to numbers to a result with one right side of each at most, so that it may stand on one line.
  var isShort: Bool {
    let kinds = rightSides.map(\.content.kind)
    return Set(kinds).count == kinds.count
  }
}

extension Equation.Content {
  /// What a right side is made of.
  enum Kind { case names, numbers, result }

  /// What it is made of.
  var kind: Kind {
    switch self {
    case .names: .names
    case .numbers, .factors: .numbers
    case .result: .result
    }
  }
}
