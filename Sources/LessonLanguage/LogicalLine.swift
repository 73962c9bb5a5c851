import Diagnostics

/// The tokens of one statement, which may reach over several lines, and the comments that stand in it.
struct LogicalLine: Sendable {
  /// The tokens without line ends and comments; none on a line that holds nothing but a comment.
  private(set) var tokens: [Token] = []
  /// The comments, in order.
  private(set) var comments: [Token] = []
  /// How many brackets are still open behind the last token.
  private var openBracketCount = 0

  /// Whether the statement is unfinished at the end of a line.
  private var goesOn: Bool {
    guard let last = tokens.last, last.kind != .note else { return false }
    return openBracketCount > 0 || last.kind.continuesLine
  }

  /// Most statements have no more tokens.
  private static var usualLength: Int { 12 }

  private var isEmpty: Bool { tokens.isEmpty && comments.isEmpty }

  private mutating func append(_ token: Token) {
    openBracketCount = max(0, openBracketCount + token.kind.bracketCount)
    if tokens.isEmpty { tokens.reserveCapacity(Self.usualLength) }
    tokens.append(token)
  }
}

extension LogicalLine {
  /// Gathers `tokens` into statements.
  ///
  /// A line goes on in the next after an operator, a comma, `=`, `<-`, `then`, `else`, and inside an open
  /// bracket. But where the next line can only be the beginning of a statement, the one before it ends in any
  /// case: a forgotten bracket then costs its own statement and not the rest of the cell. Cost: O(n).
  static func lines(of tokens: [Token], in file: SourceFile) -> [LogicalLine] {
    var lines: [LogicalLine] = []
    var line = LogicalLine()
    var isAtLineStart = true
    func close() {
      if !line.isEmpty { lines.append(line) }
      line = LogicalLine()
    }
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind == .lineEnd {
        if line.tokens.isEmpty { close() }
        isAtLineStart = true
        continue
      }
      if isAtLineStart, !line.tokens.isEmpty {
        let ends = !line.goesOn || line.isFollowedByStatement(in: file, tokens[index...])
        if ends, !line.isFollowedByLooseClause(in: file, tokens[index...]) { close() }
      }
      isAtLineStart = false
      if token.kind == .comment { line.comments.append(token) } else { line.append(token) }
    }
    close()
    return lines
  }

  /// Whether the next line, with which `next` begins, can only begin a statement.
  private func isFollowedByStatement(in file: SourceFile, _ next: ArraySlice<Token>) -> Bool {
    guard let first = next.first else { return false }
    if first.kind == .reserved(.end) { return true }
    if first.kind == .reserved(.for) {
      return !mayGoOnWithFor(in: file) && isFollowedByBlock(in: file, next)
    }
    switch next.kindBehindReference {
    case .symbol(.arrow): return true
    case .symbol(.equals): return !mayGoOnWithEquation(in: file)
    case .name, .number, .reserved(.all), .symbol(.derivative):
      return StatementWord(at: first, in: file) != nil
    default: return false
    }
  }

  /// Whether the next line is a clause of this statement, which lacks a comma at its end: one mistake, told by the
  /// parser, and not one of each line.
  private func isFollowedByLooseClause(in file: SourceFile, _ next: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, openBracketCount == 0, StatementWord(at: first, in: file) != nil,
      let word = Parser(file, tokens, at: first.range).statementWord
    else { return false }
    let line = next.prefix { $0.kind != .lineEnd && $0.kind != .comment }
    return Parser(file, Array(line), at: first.range).isAtLooseClause(of: word)
  }

  /// Whether the next line begins a block, rather than going on with `sum(x[i]`: it opens and closes brackets
  /// alike, and the line behind it begins a statement or a block.
  private func isFollowedByBlock(in file: SourceFile, _ next: ArraySlice<Token>) -> Bool {
    let head = next.prefix { $0.kind != .lineEnd }
    guard head.reduce(0, { $0 + $1.kind.bracketCount }) == 0 else { return false }
    let body = next.dropFirst(head.count).drop { $0.kind == .lineEnd || $0.kind == .comment }
    return body.first?.kind == .reserved(.for) || isFollowedByStatement(in: file, body)
  }

  /// Whether `for 100 epochs` may follow: behind the comma of a statement that has such a part.
  private func mayGoOnWithFor(in file: SourceFile) -> Bool {
    guard let first = tokens.first, first.kind == .name, openBracketCount == 0 else { return false }
    return [StatementWord.train, .table, .plot].map(\.rawValue).contains(file[first.range])
  }

  /// Whether `b = 2` may follow: `input a = 1,` goes on with it, and so does `def f(a,` in its bracket.
  private func mayGoOnWithEquation(in file: SourceFile) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return false }
    guard openBracketCount > 0 else { return last.kind == .symbol(.comma) }
    let isDefinition = first.kind == .name && file[first.range] == StatementWord.def.rawValue
    return isDefinition && openBracketCount == 1
      && [.symbol(.comma), .symbol(.openParenthesis)].contains(last.kind)
  }
}
