import Diagnostics

/// What is written in another language inside of a form that is proposed: it is written as calc has it, or the form is not
/// proposed.
extension Parser {
  /// What takes the place of stretches of `tokens` that calc cannot read, wherever they stand, but for those that are replaced
  /// anyway; `nil` where one of them has no such form.
  func mends(
    in tokens: ArraySlice<Token>, besides replaced: [SourceRange]
  ) -> [(range: SourceRange, text: String)]? {
    var mends: [(range: SourceRange, text: String)] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      defer { index += 1 }
      if replaced.contains(where: {
        $0.lowerBound <= token.range.lowerBound && token.range.upperBound <= $0.upperBound
      }) {
        continue
      }
      if token.kind == .name, index > tokens.startIndex, tokens[index - 1].kind == .reserved(.in),
        let range = foreignRange(tokens[index...])
      {
        mends.append((range.place, range.text))
        continue
      }
      if token.kind == .name, isRefused(tokens[index...]) { return nil }
      guard case .fault(let fault) = token.kind else { continue }
      let written = text(of: token)
      switch fault {
      case .sign:
        guard let sign = ForeignSign.sign(inPlaceOf: written), written != "||" else { return nil }
        mends.append((token.range, sign))
      case .dottedName:
        guard let name = mended(DottedName(written), before: tokens[index...].dropFirst().first) else {
          return nil
        }
        mends.append((token.range, name))
      case .character:
        let signs = tokens[index...].prefix { isSuperscript($0) }
        if let last = signs.last {
          mends.append((token.range.union(last.range), power(of: signs)))
          index = signs.endIndex - 1
        } else if let sign = token.sign(in: file) {
          mends.append((token.range, sign))
        } else {
          return nil
        }
      default: return nil
      }
    }
    return mends
  }

  /// Whether a name stands there that no value has, or an element with other indices than the family has.
  private func isRefused(_ tokens: ArraySlice<Token>) -> Bool {
    guard let token = tokens.first else { return false }
    let name = text(of: token)
    if ["None", "True", "False", "null"].contains(name) { return known?.isValue(name) != true }
    guard tokens.dropFirst().first?.kind == .symbol(.openBracket), let bounds = known?.bounds(name) else {
      return false
    }
    let indices = tokens.dropFirst(2).prefixInBracket.pieces(at: .comma)
    return indices.count != bounds.count
  }

  /// `np.exp` before its parentheses, `np.pi` and `W.T`, as they are written here; `nil` where that is not plain.
  private func mended(_ name: DottedName, before next: Token?) -> String? {
    guard name.parts.count > 1, !name.isCall, let first = name.parts.first, let last = name.parts.last else {
      return nil
    }
    if name.isOfModule, last == "pi" { return "pi" }
    let isCalled = next?.kind == .symbol(.openParenthesis)
    if name.isOfModule, isCalled, known?.isFunction(last) ?? FunctionWords.areKnown(last) { return last }
    let isTransposed = name.parts.count == 2 && last == "T" && known?.bounds(first)?.count == 2
    return isTransposed && next?.kind.bracketCount != 1 ? "transpose(\(first))" : nil
  }

  /// Whether a token is a small digit above the line.
  func isSuperscript(_ token: Token) -> Bool {
    guard case .fault(.character) = token.kind else { return false }
    return text(of: token).unicodeScalars.first?.ofSuperscript != nil
  }

  /// `^2` for `²`.
  func power(of signs: ArraySlice<Token>) -> String {
    let digits = String(signs.compactMap { text(of: $0).unicodeScalars.first?.ofSuperscript })
    return digits.count == 1 ? "^\(digits)" : "^(\(digits))"
  }
}

extension Token {
  /// The sign that a character stands for wherever it stands; a number and a form are none.
  fileprivate func sign(in file: SourceFile) -> String? {
    guard let spelling = file[range].unicodeScalars.first?.calcSpelling,
      !spelling.contains(where: { $0.isLetter || $0.isNumber })
    else { return nil }
    return spelling
  }
}
