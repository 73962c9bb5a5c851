import Algebra
import Diagnostics
import LessonLanguage

// Transposes as books write them: `W^T`, `Wᵀ`.

extension FormulaLowering {
  /// Reports `W^T` where nothing is called `T`; false where it is a power.
  mutating func reportTransposed(_ base: Expression, _ exponent: Expression) -> Bool {
    guard case .name("T") = exponent.kind, isMissing("T", at: exponent.range) else { return false }
    var hint: String?
    if case .name(let name) = base.kind { hint = hintAtTransposed(name, at: exponent.range) }
    report("`T` is not defined above", at: exponent.range, hint: hint ?? TransposeHabit.rule)
    return true
  }

  /// Reports `Wᵀ`, `xⁿ` and `wₜ` where that is no name, but what stands before the small letter is; false where it is not so.
  mutating func reportMark(_ identifier: Identifier) -> Bool {
    // Almost all names are plain letters.
    guard let last = identifier.text.utf8.last, last >= 0x80, isMissing(identifier.text, at: identifier.range)
    else { return false }
    let stem = String(identifier.text.dropLast())
    guard scope[Name(stem)] != nil || family(Name(stem)) != nil else { return false }
    let hint =
      identifier.text.last == "ᵀ"
      ? hintAtTransposed(stem, at: identifier.range) ?? TransposeHabit.rule
      : TransposeHabit.mark(of: identifier.text)?.form
    guard let hint else { return false }
    report("`\(identifier.text)` is not defined above", at: identifier.range, hint: hint)
    return true
  }

  private func isMissing(_ text: String, at range: SourceRange) -> Bool {
    comesLater == nil && isUnknown(text) && adviceBelow?(Name(text), range) == nil
  }

  private func hintAtTransposed(_ name: String, at range: SourceRange) -> String? {
    guard let bounds = family(Name(name))?.bounds, range.upperBound <= file.bytes.count else { return nil }
    let line = file.lines[file.lineIndex(of: range.lowerBound)]
    let behind = file[SourceRange(range.upperBound, max(range.upperBound, line.upperBound))].filter {
      $0 != " "
    }
    let isTimes = behind.hasPrefix("*")
    let other = isTimes || behind.hasPrefix("@") ? behind.dropFirst() : behind[...]
    let vector = String(other.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    let goesOn = other.dropFirst(vector.count).first.map { "[(^".contains($0) } ?? false
    let isVector = !goesOn && family(Name(vector))?.bounds == bounds
    return TransposeHabit.hint(for: name, bounds, isBeforeTimes: isTimes, vector: isVector ? vector : nil)
  }
}
