/// A formula: numbers, names and what is done with them, as a value.
///
/// Sums and products are flat, so that a thousand terms are one level deep: `a + b − c` is one sum of three terms,
/// `1/2*x` one product of three factors. Both are worked out from left to right. Use the functions `sum` and
/// `product` to build them: they keep the one form that a text can be read back to.
public indirect enum Formula: Hashable, Sendable {
  /// A number.
  case number(Number)
  /// A named value.
  case name(Name)
  /// `−x`.
  case negation(Formula)
  /// Two or more terms; the first has the sign plus and is no sum itself.
  case sum([Term])
  /// Two or more factors; the first is multiplied and is no product itself.
  case product([Factor])
  /// `base^exponent`.
  case power(Formula, Formula)
  /// A function of its arguments.
  case call(Function, [Formula])
  /// An element of a family whose indices are looked up at each pass: `E[token, 1]`.
  case element(String, [Formula])
  /// `if condition then first else second`: only the branch taken has a value.
  case conditional(Condition, then: Formula, otherwise: Formula)
  /// `∂formula/∂name` at the current values, through the whole network: one unit.
  case derivative(of: Formula, by: Name)
  /// `local(output, name)`: the one-link derivative of the output's own formula by a name in it.
  case local(Name, by: Name)
  /// `mean(formula over data)`: the formula worked out on every row of the data: one unit.
  case overRows(RowFunction, of: Formula, data: Name)

  /// What is made of the values of all rows.
  public enum RowFunction: String, Hashable, Sendable, CaseIterable {
    /// Their sum, from the first row to the last.
    case sum
    /// Their sum divided by their count.
    case mean
    /// The largest.
    case max
    /// The smallest.
    case min
  }

  /// A term of a sum.
  public struct Term: Hashable, Sendable {
    /// Whether the term is added or subtracted.
    public enum Sign: Hashable, Sendable {
      /// Added.
      case plus
      /// Subtracted.
      case minus
    }

    /// Whether the term is added or subtracted.
    public let sign: Sign
    /// What is added or subtracted.
    public let formula: Formula

    /// A term of a sum.
    public init(_ sign: Sign, _ formula: Formula) {
      self.sign = sign
      self.formula = formula
    }
  }

  /// A factor of a product.
  public struct Factor: Hashable, Sendable {
    /// Whether the product so far is multiplied or divided by the factor.
    public enum Operation: Hashable, Sendable {
      /// The product so far is multiplied by the factor.
      case times
      /// The product so far is divided by the factor.
      case over
    }

    /// Whether the product so far is multiplied or divided by the factor.
    public let operation: Operation
    /// What it is multiplied or divided by.
    public let formula: Formula

    /// A factor of a product.
    public init(_ operation: Operation, _ formula: Formula) {
      self.operation = operation
      self.formula = formula
    }
  }
}

extension Formula {
  /// The sum of `terms` in the form that a text is read to: a first term that is a sum is opened (`(a + b) + c` is
  /// `a + b + c`), a single added term is that term. The first term must be added.
  public static func sum(of terms: [Term]) -> Formula {
    precondition(terms.first?.sign == .plus, "the first term of a sum is added")
    guard terms.count > 1 else { return terms[0].formula }
    guard case .sum(let opening) = terms[0].formula else { return .sum(terms) }
    return .sum(opening + terms.dropFirst())
  }

  /// The product of `factors` in the form that a text is read to: a first factor that is a product is opened, a single
  /// factor is that factor. The first factor must be multiplied.
  public static func product(of factors: [Factor]) -> Formula {
    precondition(factors.first?.operation == .times, "the first factor of a product is multiplied")
    guard factors.count > 1 else { return factors[0].formula }
    guard case .product(let opening) = factors[0].formula else { return .product(factors) }
    return .product(opening + factors.dropFirst())
  }
}
