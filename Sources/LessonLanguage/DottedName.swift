/// A name with points in it: a function of a module, or of an object, maybe with the `()` of a call.
struct DottedName {
  /// What to write in its place.
  let hint: String
  /// What stands between its points.
  let parts: [String]
  /// Whether the `()` of a call stands behind it.
  let isCall: Bool

  /// What a function or a part is of, `W` in `W.sum` and `transpose(W)` in `W.T.sum`; `nil` where it is of a module, or of a
  /// part of a value.
  var object: String? {
    guard !isOfModule, let first = parts.first else { return nil }
    return switch parts.count {
    case 2: first
    case 3 where parts[1] == "T": "transpose(\(first))"
    default: nil
    }
  }

  /// Whether it is of a module, and not of a value.
  var isOfModule: Bool { parts.first.map { Self.modules.contains($0) } ?? false }

  private static let modules: Set<String> = [
    "math", "np", "numpy", "torch", "tf", "nn", "F", "jnp", "jax", "scipy", "sp", "keras", "K", "cmath",
    "Math",
    "tensorflow", "functional", "statistics", "random", "Foundation", "std", "df", "pd",
  ]

  init(_ text: String) {
    let isCall = text.hasSuffix("()")
    let name = isCall ? String(text.dropLast(2)) : text
    let parts = name.split(separator: ".").map(String.init)
    (self.parts, self.isCall) = (parts, isCall)
    let (first, last) = (parts.first ?? "", parts.last ?? "")
    if let constant = Self.constants[last] {
      hint = constant
    } else if Self.modules.contains(first) {
      hint = FunctionHabit.hint(for: last) ?? "functions belong to no module: write `\(last)(…)`"
    } else if parts.count > 2, isCall || FunctionWords.areKnown(last) || FunctionHabit.named(last) != nil {
      hint = "values have no functions of their own: a function is called as in `exp(x)`"
    } else if Self.ofFamilies.contains(last) || isCall && FunctionWords.all.contains(last) {
      hint = "write \("\(last)(\(first))".quoted)"
    } else if last == "dot" {
      hint = "write \("dot(\(first), …)".quoted)"
    } else if last == "T" || last == "t" {
      hint = "rows and columns are exchanged by \("transpose(\(first))".quoted)"
    } else if ["shape", "size", "length", "len", "numel"].contains(last) {
      hint = "the number of elements is \("count(\(first))".quoted)"
    } else if last == "backward" {
      hint = "all derivatives are worked out by \("backward \(first)".quoted)"
    } else if last == "grad" {
      hint = "the derivative of a value `E` by it is written \("∂E/∂\(first)".quoted)"
    } else {
      hint =
        FunctionHabit.named(last).map { isCall ? $0.hint(givenTo: [first]) : $0.hint }
        ?? (isCall
          ? "values have no functions of their own: a function is called as in `exp(x)`"
          : "a name has letters, digits and `_`: write \(text.underlined.quoted)")
    }
  }

  private static let ofFamilies: Set<String> = ["sum", "mean", "max", "min", "count", "product"]

  private static let constants = [
    "pi": "write `pi`", "PI": "write `pi`", "e": "write `exp(1)`", "E": "write `exp(1)`",
    "inf": "no value is infinite", "nan": "every value is a number",
  ]
}

extension String {
  fileprivate var underlined: String { String(map { $0 == "." ? "_" : $0 }) }
}
