import Diagnostics

/// Transposes and powers of matrices as other languages and books write them: `W'`, `W.T`, `W⁻¹`, `W²`.
extension Parser {
  /// What to write in the place of the transposed `name`, before the tokens `behind`; `nil` where it is no family.
  func hintAtTransposed(_ name: String, before behind: ArraySlice<Token>) -> String? {
    guard let bounds = known?.bounds(name) else { return nil }
    let isTimes = behind.first?.kind == .symbol(.times)
    let other = isTimes || behind.first?.kind == .symbol(.matrix) ? behind.dropFirst() : behind
    let next = other.dropFirst().first?.kind
    let isVector =
      other.first.map { $0.kind == .name && known?.bounds(text(of: $0)) == bounds } ?? false
    let goesOn = next?.bracketCount == 1 || next == .symbol(.power)
    let vector = isVector && !goesOn ? other.first.map { text(of: $0) } : nil
    return TransposeHabit.hint(for: name, bounds, isBeforeTimes: isTimes, vector: vector)
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
