import Algebra
import Diagnostics
import LessonLanguage

// What is made of all rows of a data cell.

extension FormulaBuilder {
  /// `mean(L over xor)`: the formula is worked out on every row.
  mutating func overRows(_ function: Identifier, of body: Expression, _ data: Identifier) -> Formula {
    fatalError()
  }
}
