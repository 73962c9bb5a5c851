public import Algebra

/// What of the working of a statement is left open, for somebody to fill.
public struct Blanks: Hashable, Sendable {
  /// How much is left open.
  public var amount: Amount
  /// The numbers that stay wherever they stand in a formula: those that are given, or have been worked out before.
  public var known: Set<Double>
  /// The values and derivatives whose results are left open; `nil` for all.
  public var open: Set<Formula>?
  /// The names of the numbers that are given, where a number stays for what it is called and not for its value: one that has been
  /// worked out may have the value of one that is given. `nil` where values alone decide.
  public var givenNames: Set<Formula>?

  /// How much is left open.
  public enum Amount: String, CaseIterable, Sendable {
    /// The results; names and numbers stay.
    case results
    /// The numbers and the results; names stay.
    case working
    /// All but what is asked for.
    case all
  }

  /// Blanks with all that decides about them.
  public init(
    _ amount: Amount, known: Set<Double>, open: Set<Formula>? = nil, givenNames: Set<Formula>? = nil
  ) {
    self.amount = amount
    self.known = known
    self.open = open
    self.givenNames = givenNames
  }

  /// Whether the result of a subject is left open.
  func leavesOpen(_ subject: Formula?) -> Bool {
    guard let open else { return true }
    // A product under its path has no name: it is worked out on the way.
    return subject.map(open.contains) ?? true
  }

  /// A number in a formula, or among others.
  func shown(_ number: Number) -> Number { known.contains(number.full) ? number : .blank }

  /// A formula of numbers.
  func shown(_ formula: Formula) -> Formula {
    formula.replacingLeaves { leaf in
      if case .number(let number) = leaf { .number(shown(number)) } else { nil }
    }
  }

  /// A condition with its numbers.
  func shown(_ condition: Condition) -> Condition {
    condition.replacingLeaves { leaf in
      if case .number(let number) = leaf { .number(shown(number)) } else { nil }
    }
  }

  /// Words, such as `drawn from bernoulli(0.6)`, with a rule in the place of each number with a point that is not known.
  func shown(_ words: String) -> String {
    guard words.utf8.contains(UInt8(ascii: ".")) else { return words }
    var shown = ""
    var rest = words[...]
    while let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }) {
      shown += rest[..<start]
      let number = rest[start...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let isOpen = number.dropLast().contains(".") && !(Double(number).map(known.contains) ?? false)
      shown += isOpen ? Number.blank.text ?? "" : String(number)
      rest = rest[number.endIndex...]
    }
    return shown + rest
  }
}
