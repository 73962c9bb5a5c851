internal import Algebra

/// The characters that a transcript is written with. Names and prose keep their letters in both.
public enum Alphabet: Hashable, Sendable {
  /// `∂ · − σ ←`
  case unicode
  /// `d * - sigma <-`, for terminals that know no more.
  case ascii
}

extension Alphabet {
  /// The notation of formulas.
  var notation: Notation {
    switch self {
    case .unicode: .unicode
    case .ascii: .ascii
    }
  }
}
