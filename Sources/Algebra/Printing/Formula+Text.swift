extension Formula {
  /// The formula as text, with the least parentheses that keep its meaning.
  public func text(_ notation: Notation) -> String {
    fragments(notation).joined()
  }

  /// The text cut where a line may be broken: before the operators of sums and products, except in exponents and
  /// derivatives. Every piece but the first begins with its operator and the spaces around it.
  public func fragments(_ notation: Notation) -> [String] {
    var writer = FormulaWriter(notation)
    writer.write(self)
    return writer.fragments
  }
}
