import Diagnostics

/// Transposes and powers of matrices as other languages and books write them: `W'`, `W.T`, `W^T`, `Wᵀ`, `W⁻¹`, `W²`.
extension Parser {
  /// What is wrong with the name at which it stands where that has a letter above or below the line: `W^T`, `Wᵀ`, `xⁿ`, `wₜ`;
  /// `nil` where it is a name.
  var foreignName: Diagnostic? {
    guard let known, current.kind == .name else { return nil }
    let name = text(of: current)
    guard !known.isValue(name) else { return nil }
    if name == "T", let power = previous, power.kind == .symbol(.power), isOnlyExponent(name) {
      let object = readTokens.dropLast().last.map { text(of: $0) } ?? ""
      return Diagnostic(
        "`^T` means nothing in calc", at: power.range.union(current.range),
        hint: hintAtTransposed(object, before: rest.dropFirst()) ?? .transposed)
    }
    guard name.utf8.count > 1, let mark = name.last, !mark.isASCII, known.isValue(String(name.dropLast()))
    else { return nil }
    let stem = String(name.dropLast())
    let hint: String?
    switch mark {
    case "ᵀ": hint = hintAtTransposed(stem, before: rest.dropFirst()) ?? .transposed
    case "ⁿ": hint = "a power is written `\(stem)^n`"
    default:
      hint = mark.belowTheLine.map { "write `\(stem)_\($0)`, or `\(stem)[\($0)]` for an element of a family" }
    }
    return hint.map { Diagnostic("`\(name)` is not defined above", at: current.range, hint: $0) }
  }

  /// Whether a name stands in the statement behind `^` only.
  private func isOnlyExponent(_ name: String) -> Bool {
    let all = statementTokens
    return all.indices.allSatisfy { place in
      all[place].kind != .name || text(of: all[place]) != name
        || place > all.startIndex && all[place - 1].kind == .symbol(.power)
    }
  }

  /// What to write in the place of the transposed `name`, before the tokens `behind`; `nil` where it is no family.
  func hintAtTransposed(_ name: String, before behind: ArraySlice<Token>) -> String? {
    guard let bounds = known?.bounds(name) else { return nil }
    let isProduct = behind.first?.kind == .symbol(.times)
    guard bounds.count == 1 else {
      guard bounds.count == 2 else { return nil }
      let exchanged = "rows and columns are exchanged by `transpose(\(name))`"
      return isProduct
        ? "\(exchanged); behind it `*` goes element by element, and `@` is the product of matrices" : exchanged
    }
    let other = isProduct || behind.first?.kind == .symbol(.matrix) ? behind.dropFirst() : behind
    guard let second = other.first, second.kind == .name, known?.bounds(text(of: second)) == bounds,
      let next = other.dropFirst().first?.kind ?? Token.Kind?.some(.end), next.bracketCount != 1,
      next != .symbol(.power)
    else { return "what has one index has no rows and columns to be exchanged" }
    return "the sum of the products of two vectors is `dot(\(name), \(text(of: second)))`"
  }

  /// What to say of a power of the matrix behind which it stands, written as `W⁻¹`, `W²` or `W^{2}`; `nil` where none stands
  /// before it.
  func hintAtPowerOfMatrix(_ exponent: String, before: ArraySlice<Token>) -> String? {
    let rule = "a power goes element by element; products of matrices are written with `@`"
    guard let object = before.last else { return nil }
    if object.kind == .symbol(.closeParenthesis) {
      let isOfMatrices = before.contains {
        $0.kind == .symbol(.matrix) || $0.kind == .name && known?.bounds(text(of: $0))?.count == 2
      }
      return isOfMatrices ? rule : nil
    }
    let name = text(of: object)
    guard object.kind == .name, let bounds = known?.bounds(name) else { return nil }
    if exponent == "T" { return hintAtTransposed(name, before: []) }
    guard bounds.count == 2 else { return nil }
    switch exponent {
    case "-1": return "there is no inverse of a matrix; of each element it is `1/\(name)`"
    case "2" where bounds[0] == bounds[1]:
      return "the product is `\(name) @ \(name)`, and of each element it is `\(name)^2`"
    default: return rule
    }
  }
}

extension String {
  fileprivate static var transposed: String {
    "`transpose` exchanges rows and columns, and is of a family with two indices"
  }
}

extension Character {
  /// The letter that a small one below the line stands for.
  fileprivate var belowTheLine: Character? {
    let letters: [Character: Character] = [
      "ₐ": "a", "ₑ": "e", "ₕ": "h", "ᵢ": "i", "ⱼ": "j", "ₖ": "k", "ₗ": "l", "ₘ": "m", "ₙ": "n", "ₒ": "o",
      "ₚ": "p", "ᵣ": "r", "ₛ": "s", "ₜ": "t", "ᵤ": "u", "ᵥ": "v", "ₓ": "x",
    ]
    return letters[self]
  }
}
