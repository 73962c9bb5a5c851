public import Diagnostics

/// A form that is proposed in the place of something that the author has written.
public enum ProposedForm {
  /// `form` as it is written in the place of what stands at `range`: in parentheses where an operator stands right before
  /// or behind that, and would take a part of the form only.
  public static func inPlace(of range: SourceRange, in file: SourceFile, _ form: String) -> String {
    guard let expression = expression(form), !expression.kind.isAtom else { return form }
    let isConditional = if case .conditional = expression.kind { true } else { false }
    return isJoined(range, in: file, byComparison: isConditional) ? "(\(form))" : form
  }

  /// `form` as it is written beside an operator: in parentheses where it has an operator itself.
  public static func operand(_ form: String) -> String {
    expression(form).map { !$0.kind.isAtom } == true ? "(\(form))" : form
  }

  private static func expression(_ form: String) -> Expression? {
    let file = SourceFile(name: "", text: form)
    return parseExpression(file, SourceRange(0, file.bytes.count)).expression
  }

  /// Whether an operator stands right before what stands at `range`, or right behind it.
  private static func isJoined(
    _ range: SourceRange, in file: SourceFile, byComparison isComparison: Bool
  ) -> Bool {
    let reach = 24
    let before = file.bytes[max(0, range.lowerBound - reach)..<range.lowerBound]
    let behind = file.bytes[range.upperBound..<min(file.bytes.count, range.upperBound + reach)]
    let left = String(decoding: before, as: UTF8.self).filter { !$0.isWhitespace }
    let right = String(decoding: behind, as: UTF8.self).drop { $0.isWhitespace && !$0.isNewline }
    let comparisons = ["<", ">", "==", "<=", ">=", "!="]
    if isComparison,
      comparisons.contains(where: { left.hasSuffix($0) || right.hasPrefix($0) })
    {
      return true
    }
    let isOperator = { (character: Character?) in character.map { "+-−*/^@×·".contains($0) } ?? false }
    return isOperator(right.first) || isOperator(left.last) && !left.hasSuffix("<-")
  }
}

extension Expression.Kind {
  /// Whether it needs no parentheses wherever it stands.
  public var isAtom: Bool {
    switch self {
    case .number, .pi, .name, .element, .call, .reduction, .overRows: true
    case .list, .negation, .sum, .product, .matrixProduct, .power, .conditional, .setting, .derivative,
      .local:
      false
    }
  }
}
