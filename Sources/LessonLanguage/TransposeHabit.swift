/// The transpose as other languages and books write it, with what calc writes in its place.
public enum TransposeHabit {
  /// What to write in the place of a transposed `name` with `bounds`; behind it may stand `*`, and a vector with the same
  /// bounds, with `*`, `@` or nothing before it. `nil` where it has neither one index nor two.
  public static func hint(
    for name: String, _ bounds: [ClosedRange<Int>], isBeforeTimes: Bool = false, vector: String? = nil
  ) -> String? {
    switch bounds.count {
    case 1:
      return vector.map { "the sum of the products of two vectors is `dot(\(name), \($0))`" }
        ?? "what has one index has no rows and columns to be exchanged"
    case 2:
      let exchanged = "rows and columns are exchanged by `transpose(\(name))`"
      return isBeforeTimes
        ? "\(exchanged); behind it `*` goes element by element, and `@` is the product of matrices"
        : exchanged
    default: return nil
    }
  }

  /// What is said of what is no family.
  public static let rule = "`transpose` exchanges rows and columns, and is of a family with two indices"

  /// What a name with a small letter behind it means, `xⁿ` and `wₜ`: the form, and the name before that letter; `nil` where
  /// no such letter stands there.
  public static func mark(of name: String) -> (stem: String, form: String)? {
    guard let mark = name.last, name.count > 1 else { return nil }
    let stem = String(name.dropLast())
    if mark == "ⁿ" { return (stem, "a power is written `\(stem)^n`") }
    return below[mark].map { (stem, "write `\(stem)_\($0)`, or `\(stem)[\($0)]` for an element of a family") }
  }

  private static let below: [Character: Character] = [
    "ₐ": "a", "ₑ": "e", "ₕ": "h", "ᵢ": "i", "ⱼ": "j", "ₖ": "k", "ₗ": "l", "ₘ": "m", "ₙ": "n", "ₒ": "o",
    "ₚ": "p", "ᵣ": "r", "ₛ": "s", "ₜ": "t", "ᵤ": "u", "ᵥ": "v", "ₓ": "x",
  ]
}
