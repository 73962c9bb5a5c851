public import Diagnostics

/// The words of a course, each with what it means and the lesson that introduces it: a CSV file beside the lessons.
public struct Glossary: Sendable {
  /// The file.
  public let file: SourceFile
  /// The words, in the order of the alphabet.
  public let terms: [Term]
  /// Where the words stand in running text.
  let finder: TermFinder

  /// The list of the words in `file`.
  init(_ terms: [Term], in file: SourceFile) {
    self.file = file
    let sorted = terms.sorted { ($0.word.lowercased(), $0.word) < ($1.word.lowercased(), $1.word) }
    self.terms = sorted
    finder = TermFinder(sorted)
  }

  /// The term of the given spelling, capitals and the ending of a plural not told apart.
  public func term(_ text: String) -> Term? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    let exact = terms.first { $0.spellings.contains { $0.lowercased() == words } }
    return exact ?? finder.term(calledLike: words)
  }

  /// What to say to somebody who asked for `text`, which is no term: the nearest one; `nil` where none is near.
  public func nearestSpelling(to text: String) -> String? {
    let spellings = terms.flatMap(\.spellings)
    if let spelling = nearest(to: text, among: spellings) { return spelling }
    // Of several words one may be known.
    let words = spellings.flatMap(TermFinder.words)
    return nearest(to: text, among: words).flatMap { word in
      spellings.first { TermFinder.words(of: $0).contains(word) }
    }
  }
}
