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
  package static func hint(forElementOf name: String, _ argument: String) -> String? {
    switch name {
    case "E", "𝔼":
      "the mean of a family is written `mean(\(argument))`, that over rows of data `explain mean(\(argument) over xor)`"
    case "Var":
      "the variance of a family is written `variance(\(argument))`, that over rows of data `explain mean(\(argument)^2 over xor) - mean(\(argument) over xor)^2`"
    default: nil
    }
  }

  /// What to write in the place of a name that is not defined.
  package static func hint(for name: String) -> String? { hints[name] }
}
