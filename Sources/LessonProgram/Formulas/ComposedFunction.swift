/// A function that is written out in operations and functions that exist: an entry of a closed table.
///
/// What is recorded, shown and differentiated is the formula that it stands for; but softmax and logsumexp stay shorthands, which
/// are differentiated as wholes.
public enum ComposedFunction: String, Sendable, CaseIterable {
  /// `e^(z[i] − m)/(e^(z[1] − m) + e^(z[2] − m) + …)` for each i, where m is the largest: it cancels, and keeps each power of
  /// e from growing too large.
  case softmax
  /// `m + ln(e^(z[1] − m) + e^(z[2] − m) + …)`, where m is the largest.
  case logsumexp
  /// The mean of the squares of the deviations from the mean; with a correction c divided by n − c.
  case variance
  /// The root of the variance. It has no derivative where all elements are equal.
  case deviation
  /// `min(max(x, low), high)`, of a family for each element.
  case clip
  /// A family with two indices with its rows and columns exchanged; one with one index as it is.
  case transpose

  /// The function of that name.
  package static func named(_ name: String) -> ComposedFunction? { ComposedFunction(rawValue: name) }

  /// How it is called.
  public var signature: String {
    switch self {
    case .softmax, .logsumexp: "\(rawValue)(z)"
    case .variance, .deviation: "\(rawValue)(x, correction: 0)"
    case .clip: "clip(x, low, high)"
    case .transpose: "transpose(A)"
    }
  }

  /// What it is, in a line.
  public var summary: String {
    switch self {
    case .softmax: "e^z[i]/(e^z[1] + e^z[2] + …) for each element of z; the largest is subtracted first"
    case .logsumexp: "ln(e^z[1] + e^z[2] + …); the largest is subtracted first"
    case .variance: "the mean of (x[i] - mean(x))^2; the sum is divided by the count less the correction"
    case .deviation: "the root of the variance"
    case .clip: "min(max(x, low), high), of a family for each element"
    case .transpose: "A with its rows and columns exchanged"
    }
  }
}
