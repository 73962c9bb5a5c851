import Diagnostics
import LessonLanguage

/// Names of constants in other languages, with what calc writes in their place.
enum NameHabit {
  private static let hints = [
    "e": "`e^x` is written `exp(x)`, and e itself `exp(1)`",
    "tau": "write `2*pi`", "PI": "it is written `pi`", "Pi": "it is written `pi`",
    "inf": "no value is infinite", "Inf": "no value is infinite", "infinity": "no value is infinite",
    "nan": "every value is a number", "NaN": "every value is a number", "None": "every value is a number",
    "null": "every value is a number",
    "True": "it is written 1, and `if a > 0 then 1 else 0` gives it",
    "true": "it is written 1, and `if a > 0 then 1 else 0` gives it",
    "False": "it is written 0, and `if a > 0 then 1 else 0` gives it",
    "false": "it is written 0, and `if a > 0 then 1 else 0` gives it",
  ]

  /// What to write in the place of `E[x]`, where `E` is no family.
  package static func hint(
    forElementOf name: String, _ argument: String, over rows: String, isNumber: Bool, isFamily: Bool
  ) -> String? {
    let isMean = name == "E" || name == "𝔼"
    guard isMean || name == "Var" else { return nil }
    let ofRows =
      isMean
      ? "explain mean(\(argument) over \(rows))"
      : "explain mean(\(argument)^2 over \(rows)) - mean(\(argument) over \(rows))^2"
    let word = isMean ? "mean" : "variance"
    if isFamily { return "the \(word) of a family is written `\(word)(\(argument))`" }
    return isNumber
      ? "the \(word) over rows of data is written `\(ofRows)`"
      : "the \(word) of a family is written `\(word)(\(argument))`, that over rows of data `\(ofRows)`"
  }

  /// What to write in the place of a name that is not defined; where it alone stands at `range`, there may be a fix.
  static func advice(for name: String, at range: SourceRange?) -> Diagnostic.Advice? {
    hints[name].map { hint in
      let isPi = name == "PI" || name == "Pi"
      return .init(hint, fix: isPi ? range.map { .init(replacing: $0, with: "pi") } : nil)
    }
  }
}

extension Expression {
  /// Whether it is a constant of other languages, such as `inf`.
  var isForeignConstant: Bool {
    if case .name(let text) = kind { NameHabit.advice(for: text, at: nil) != nil } else { false }
  }
}
