extension Formula {
  /// The formula as text, with the least parentheses that keep its meaning.
  public func text(_ notation: Notation) -> String {
    fragments(notation).joined()
  }

  /// The text cut where a line may be broken: before the operators of sums, products and conditions, before `then` and
  /// `else`, and behind the commas between arguments, except in exponents, indices and derivatives. Every piece but the
  /// first begins with its operator and the spaces around it, or with the space behind a comma.
  public func fragments(_ notation: Notation) -> [String] {
    var writer = FormulaWriter(notation)
    writer.write(self)
    return writer.fragments
  }
}

extension Condition {
  /// The condition as text: `a <= b and not c > d`, in Unicode `a ≤ b and not c > d`.
  public func text(_ notation: Notation) -> String {
    fragments(notation).joined()
  }

  /// The text cut where a line may be broken, as that of a formula.
  public func fragments(_ notation: Notation) -> [String] {
    var writer = FormulaWriter(notation)
    writer.write(self)
    return writer.fragments
  }
}
