import LessonLanguage

/// A function of all elements of a family, or of all values of a range: an entry of a closed table.
public enum FamilyFunction: String, Sendable, CaseIterable {
  /// The sum; 0 where there is nothing to add.
  case sum
  /// The sum divided by the count.
  case mean
  /// The product; 1 where there is nothing to multiply.
  case product
  /// The largest.
  case max
  /// The smallest.
  case min
  /// The sum of the products of the elements of two families.
  case dot
  /// How many elements there are.
  case count

  /// The function that a call spells by `name`, which may be a sign such as `Σ`.
  package static func named(_ name: String) -> FamilyFunction? {
    FamilyFunction(rawValue: functionName(spelled: name))
  }

  /// How it is called: `sum(x)`, `dot(x, y)`.
  public var signature: String { self == .dot ? "dot(x, y)" : "\(rawValue)(x)" }

  /// How it is written of single numbers, where it is no function of them.
  package var sign: String? {
    switch self {
    case .sum: "a + b"
    case .mean: "(a + b)/2"
    case .product: "a*b"
    case .max, .min, .dot, .count: nil
    }
  }

  /// What it is, in a line.
  public var summary: String {
    switch self {
    case .sum: "the sum"
    case .mean: "the sum divided by the count"
    case .product: "the product"
    case .max: "the largest"
    case .min: "the smallest"
    case .dot: "x[1]*y[1] + x[2]*y[2] + …, of families of the same size"
    case .count: "how many elements x has"
    }
  }

  /// Whether a call with so many arguments is of families: `max(a, b)` goes element by element.
  func isOfFamilies(_ count: Int) -> Bool { count == 1 || (self != .max && self != .min) }

  /// Whether it also takes what a range gives: `sum(x[i] for i in 1...3)`.
  public var takesRanges: Bool { self != .dot && self != .count }
}
