internal import Algebra
internal import Transcript

extension Equation.Remark {
  /// What it says.
  var phrases: [Phrase] {
    switch self {
    case .words(let words): [.words(words)]
    case .number(let item): [.relation(item.subject, item.relation, .number(item.number))]
    case .because(let conditions, let areTied, let loss):
      [.words("because")]
        + conditions.enumerated().flatMap { index, condition -> [Phrase] in
          (index == 0 ? [] : [.words(",")]) + [.condition(condition)]
        }
        + (areTied ? [.words("(equal, but for the rounding of binary arithmetic)")] : [])
        + (loss.map { [.words("; " + $0)] } ?? [])
    }
  }
}

extension [Phrase] {
  /// Pieces of which each but the first has a space before it, but for punctuation and what stands behind a parenthesis:
  /// whether there is one before the phrase at `index`, given how that and the one before it are written.
  static func isClose(_ next: String, behind previous: String?) -> Bool {
    guard let previous, let first = next.first else { return true }
    return previous.last == "(" || ",;:.)".contains(first)
  }
}
