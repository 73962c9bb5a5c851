/// Finds the terms of a list in running text.
///
/// A term is found in each of its spellings, with the ending of a plural or a genitive at its end. Capitals are not told
/// apart, except in a spelling with a capital that does not begin it: `ReLU`, `XOR`. Where one term stands within another, as
/// `dropout` in `dropout rate`, the longer one is meant.
struct TermFinder: Sendable {
  /// The terms, in the order of the list.
  private let terms: [Term]
  /// The terms by their words in small letters, one space apart; each with the spelling.
  private let entries: [String: Entry]
  /// The most words that a spelling has.
  private let mostWords: Int

  /// A spelling of a term.
  private struct Entry {
    /// Which of the terms it is of.
    let term: Int
    /// The spelling, where its capitals count.
    let exact: String?
  }

  /// Where a term stands in a list of words.
  struct Match {
    /// The term.
    let term: Term
    /// Which of the words are it.
    let words: Range<Int>
  }

  /// A finder of `terms`; of two with the same spelling the first is found.
  init(_ terms: [Term]) {
    self.terms = terms
    var entries: [String: Entry] = [:]
    var mostWords = 0
    for (index, term) in terms.enumerated() {
      for spelling in term.spellings {
        let words = Self.words(of: spelling)
        guard !words.isEmpty else { continue }
        let text = words.joined(separator: " ")
        let entry = Entry(term: index, exact: text.dropFirst().contains(where: \.isUppercase) ? text : nil)
        entries[text.lowercased()] = entries[text.lowercased()] ?? entry
        mostWords = max(mostWords, words.count)
      }
    }
    self.entries = entries
    self.mostWords = mostWords
  }

  /// The words of a text: letters and digits, with hyphens and apostrophes within.
  static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || "-'’_".contains($0)) }
      .map { word in
        let core = word.drop { "-'’_".contains($0) }
        return String(core.reversed().drop { "-'’_".contains($0) }.reversed())
      }
      .filter { !$0.isEmpty }
  }

  /// The term that somebody means who writes `text`, in small letters.
  func term(calledLike text: String) -> Term? {
    let words = Self.words(of: text)
    guard !words.isEmpty else { return nil }
    return Self.forms(of: words[...]).lazy.compactMap { entries[$0.lowercased()] }.first.map {
      terms[$0.term]
    }
  }

  /// The terms among `words`, in order; a `nil` is something that is no word, which no term goes over.
  func matches(in words: [String?]) -> [Match] {
    var matches: [Match] = []
    var index = 0
    while index < words.count {
      if let match = match(in: words, at: index) {
        matches.append(match)
        index = match.words.upperBound
      } else {
        index += 1
      }
    }
    return matches
  }

  /// The longest term that begins at a word, if one does.
  private func match(in words: [String?], at start: Int) -> Match? {
    let most = words[start...].prefix(mostWords).prefix { $0 != nil }.compactMap(\.self)
    for count in stride(from: most.count, to: 0, by: -1) {
      for form in Self.forms(of: most.prefix(count)) {
        guard let entry = entries[form.lowercased()], entry.exact == nil || entry.exact == form else {
          continue
        }
        return Match(term: terms[entry.term], words: start..<start + count)
      }
    }
    return nil
  }

  /// The words one space apart, the last of them also without the endings that a plural or a genitive may have put there.
  private static func forms(of words: ArraySlice<String>) -> [String] {
    guard let last = words.last else { return [] }
    let head = words.dropLast().map { $0 + " " }.joined()
    var stems = [last]
    if last.hasSuffix("'s") || last.hasSuffix("’s") { stems.append(String(last.dropLast(2))) }
    if last.hasSuffix("s") {
      stems.append(String(last.dropLast()))
      if last.hasSuffix("es") { stems.append(String(last.dropLast(2))) }
      if last.hasSuffix("ies") { stems.append(last.dropLast(3) + "y") }
    }
    return stems.map { head + $0 }
  }
}
