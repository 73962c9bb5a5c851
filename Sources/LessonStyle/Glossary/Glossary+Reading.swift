import CommaSeparated
public import Diagnostics
import PlainText

extension Glossary {
  /// Reads the list in `file`.
  ///
  /// The list is `nil` when something is wrong with it; `diagnostics` then says what, at most 100 of it. Columns that no
  /// list needs are left alone. Cost: O(n log n).
  public static func reading(_ file: SourceFile) -> (glossary: Glossary?, diagnostics: [Diagnostic]) {
    var table = RecordTable<TermColumn>(file, ofEach: "word")
    var reader = TermReader()
    var terms: [Term] = []
    table.forEachRow { table, row in
      if let term = reader.term(row, &table) { terms.append(term) }
    }
    guard table.diagnostics.isEmpty else { return (nil, table.diagnosticsInOrder) }
    return (Glossary(terms, in: file), [])
  }
}

/// Reads the rows of a list of words.
private struct TermReader {
  /// Where each spelling was first given.
  private var spellings: [String: SourceRange] = [:]

  /// The term in a row; `nil` where something is wrong with it.
  mutating func term(_ row: RecordTable<TermColumn>.Row, _ table: inout RecordTable<TermColumn>) -> Term? {
    let term = Term(
      word: row.text(.word).trimmed, otherSpellings: row.text(.otherSpellings).alternatives,
      lessons: row.text(.lesson).alternatives,
      explanation: row.text(.explanation), range: row.range(.word))
    var isRight = true
    func report(_ diagnostic: Diagnostic) {
      table.report(diagnostic)
      isRight = false
    }
    if TermFinder.words(of: term.word).isEmpty {
      report(
        Diagnostic(
          "this row has no word", at: row.range(.word),
          hint: "the column `word` has the word that is explained, with a letter or a digit in it"))
    }
    if term.lesson.isEmpty {
      report(
        Diagnostic(
          "this row names no lesson", at: row.range(.lesson),
          hint: "the column `lesson` has the name of the lesson that introduces the word, without its number")
      )
    }
    if term.explanation.isEmpty {
      report(
        Diagnostic(
          "this row explains nothing", at: row.range(.explanation),
          hint: "the column `explanation` says in one sentence what the word means"))
    }
    for (index, spelling) in term.spellings.enumerated() where !spelling.isEmpty {
      let range = row.range(index == 0 ? .word : .otherSpellings)
      if let first = spellings.updateValue(range, forKey: spelling.lowercased()) {
        report(
          Diagnostic(
            "`\(spelling)` is given a second time", at: range,
            hint: "a word has one row, and each spelling belongs to one word",
            notes: [.init("first given", at: first)]))
      }
    }
    return isRight ? term : nil
  }
}

extension String {
  /// The parts between the signs `|`.
  fileprivate var alternatives: [String] { split(separator: "|").map(\.trimmed).filter { !$0.isEmpty } }
}
