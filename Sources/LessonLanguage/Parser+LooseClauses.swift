import Diagnostics

/// Clauses that stand on a line of their own, where the line above has ended.
extension Parser {
  /// Whether the line begins with a clause of a `train`, as no statement does.
  var isAtLooseClause: Bool {
    guard let clause = clauseWord(current) else { return false }
    switch clause {
    case .for:
      // Behind the `for` of a block stand a name and `in` or `of`.
      return rest.contains { $0.kind == .name && ["epoch", "epochs"].contains(text(of: $0)) }
        && !rest.contains { [.reserved(.in), .reserved(.of), .symbol(.equals)].contains($0.kind) }
    case .to, .over, .in, .with:
      return ![.symbol(.equals), .symbol(.arrow), .symbol(.openBracket)].contains(next.kind)
    case .shuffled, .validated, .stopping, .until, .reporting, .accumulating, .clipping, .counting, .quietly,
      .called:
      switch rest.kindBehindReference {
      case .symbol(.equals), .symbol(.arrow), .symbol(.equalTo), .symbol(.tilde): return false
      default: return true
      }
    }
  }

  /// Whether the line goes on with a statement that begins with `word`, were there a comma before it.
  func isAtLooseClause(of word: StatementWord) -> Bool {
    switch word {
    case .train, .update: isAtLooseClause
    case .table, .plot:
      isAtLooseClause && [.reserved(.over), .reserved(.with)].contains(current.kind)
    default: false
    }
  }

  /// Makes sure that the clause at which it stands is not the first thing on a line: nothing has said that the
  /// statement, which begins with `word`, goes on there.
  func refuseLineBreak(in word: StatementWord) throws(Diagnostic) {
    guard let previous, previous.kind != .symbol(.comma), isFirstOnLine else { return }
    let clause = text(of: current).quoted
    guard word != .update else {
      throw Diagnostic(
        "\(clause) belongs to the `update` above, which ended with its line", at: current.range,
        hint: "an `update` stands on one line: `\(onOneLine)`")
    }
    let end = previous.range.upperBound
    throw Diagnostic(
      "\(clause) is a clause of the `\(word.rawValue)` above, which ended with its line", at: current.range,
      advice: hasFurtherLines
        ? .init("a comma at the end of each of these lines lets it go on in the next")
        : .init(
          "a comma at its end lets it go on here", notes: [.init("it ended", at: previous.range)],
          fix: .init(replacing: SourceRange(end, end), with: ",")))
  }

  /// The line begins with a clause, and no statement above goes on with it.
  func looseClause() -> Diagnostic {
    Diagnostic(
      "\(text(of: current).quoted) begins no statement; it is a clause of a `train`", at: current.range,
      hint: StatementWord.train.example)
  }

  /// Whether another line without a comma at its end is followed by one.
  private var hasFurtherLines: Bool {
    zip(rest, rest.dropFirst()).contains { $0.kind != .symbol(.comma) && isLineBreak(between: $0, and: $1) }
  }

  /// Whether a line ends between the current token and the one before it.
  private var isFirstOnLine: Bool {
    previous.map { isLineBreak(between: $0, and: current) } ?? true
  }

  private func isLineBreak(between first: Token, and second: Token) -> Bool {
    guard first.range.upperBound < second.range.lowerBound else { return false }
    return file[SourceRange(first.range.upperBound, second.range.lowerBound)].contains { $0.isNewline }
  }

  /// The statement as it is written, but for its line ends.
  private var onOneLine: String {
    var (text, last) = ("", Token?.none)
    for token in Array(readTokens) + Array(rest) {
      if let last {
        let isBroken = isLineBreak(between: last, and: token)
        text += isBroken ? " " : file[SourceRange(last.range.upperBound, token.range.lowerBound)]
      }
      text += file[token.range]
      last = token
    }
    return text
  }
}
