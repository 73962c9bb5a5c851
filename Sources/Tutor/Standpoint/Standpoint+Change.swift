import Algebra
import Diagnostics
import Engine
import Exposition
import LessonLanguage
import LessonProgram
public import LessonRuntime
import PrintedNumbers
import Transcript

// Given numbers that a reader changes.

extension Standpoint {
  /// `w5 = 0.9` read as a change of a given number; the value may be an expression of what is known here, and is worked
  /// out here.
  public func change(_ text: String) -> Result<RunOptions.Setting, Refusal> {
    do throws(Refusal) { return .success(try setting(TypedText(text))) } catch { return .failure(error) }
  }

  /// The signs of a change, with those of other languages: longer ones before those that they end with.
  private static let signs = ["<-", "←", ":=", "+=", "-=", "*=", "/=", "="]

  private func setting(_ text: TypedText) throws(Refusal) -> RunOptions.Setting {
    let form = Refusal("a change is written as `w5 = 0.9`: a given number, and its new value")
    guard let sign = text.firstSign(of: Self.signs), sign.lowerBound > 0 else { throw form }
    let (left, right) = (SourceRange(0, sign.lowerBound), SourceRange(sign.upperBound, text.range.upperBound))
    guard parseExpression(text.file, left).expression != nil else { throw form }
    if text.file[sign].hasSuffix("="), let operation = text.file[sign].first, !"=:".contains(operation) {
      let (name, term) = (TypedText(text.file[left]).text, TypedText(text.file[right]).text)
      throw Refusal("this change is written as `\(name) = \(name) \(operation) (\(term))`")
    }
    guard case .name(let name) = try formula(of: text, in: left, readsStale: true),
      let definition = scope[name]
    else {
      throw Refusal(Diagnostic("only a given number can be changed", at: left), in: text.file)
    }
    guard definition.kind != .formula else {
      throw Refusal(
        Diagnostic("`\(name)` has a formula, and only given numbers can be changed", at: left),
        in: text.file)
    }
    let formula = try formula(of: text, in: right)
    if let literal = formula.literalNumber, literal.text != nil {
      return RunOptions.Setting(name: name.text, number: literal)
    }
    let value = try onCopy(beneath: [formula]) { writer throws(Fault) in
      try writer.environment.value(of: formula)
    }
    let digits = DecimalDigits(value).shortened(toSignificant: NumberStyle.maxResultDigits, .rounded)
    let isPlain = (-4...15).contains(digits.pointPosition)
    let number = isPlain ? digits.fixedText() : digits.scientificText()
    return RunOptions.Setting(name: name.text, number: Number(Double(number) ?? value, text: number))
  }
}

extension TypedText {
  /// Where the first of these signs stands.
  fileprivate func firstSign(of signs: [String]) -> SourceRange? {
    let signs = signs.map { Array($0.utf8) }
    for offset in file.bytes.indices {
      for sign in signs where file.bytes[offset...].starts(with: sign) {
        return SourceRange(offset, offset + sign.count)
      }
    }
    return nil
  }
}
