import Diagnostics

/// A word with which a clause is begun in other languages: `using o`, `by sgd(rate: 0.1)`, `on xor`.
struct ClauseHabit {
  /// The word that was written.
  let word: String
  /// The word that is meant.
  let meant: ClauseWord
  /// The clause as it is written here.
  let clause: String

  private static let words: [String: ClauseWord] = [
    "using": .with, "by": .with, "via": .with, "optimizer": .with, "on": .over, "through": .over,
  ]

  /// What is meant by `word` and the text behind it; `nil` where it is no such word.
  init?(_ word: String, before text: String, in statement: StatementWord, isBehindWith: Bool) {
    guard var meant = Self.words[word], statement == .train || meant == .with else { return nil }
    if isBehindWith, statement == .train { meant = .over }
    self.word = word
    self.meant = meant
    clause = "\(meant.rawValue) \(text)"
  }

  /// What is wrong with it in a statement that begins with `statement`.
  func message(for statement: StatementWord) -> String {
    "\(statement.withArticle) has no clause \(word.quoted)"
  }

  /// What to write in its place.
  var hint: String { "write \(clause.quoted)" }

  /// That, where the word stands at `range`.
  func advice(at range: SourceRange) -> Diagnostic.Advice {
    .init(hint, fix: .init(replacing: range, with: meant.rawValue))
  }
}

extension Parser {
  /// The word of another language at which it stands in a `statement`, with the one that is meant.
  func clauseHabit(in statement: StatementWord) -> ClauseHabit? {
    guard current.kind == .name, next.kind == .name else { return nil }
    let behind = rest.dropFirst()
    let isCall = behind.dropFirst().first?.kind == .symbol(.openParenthesis)
    let inside = behind.dropFirst(2).prefixInBracket
    let isClosed = isCall && inside.endIndex < behind.endIndex
    let written = isClosed ? text(of: behind[...inside.endIndex]) : text(of: next)
    return ClauseHabit(
      text(of: current), before: written ?? text(of: next), in: statement,
      isBehindWith: readTokens.contains { $0.kind == .reserved(.with) })
  }
}
