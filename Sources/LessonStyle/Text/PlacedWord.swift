import Diagnostics

/// What stands between two blanks of running text.
struct PlacedWord: Hashable {
  /// The word with the signs beside it; each inline value and each code in it is one `PlacedWord.codeMark`.
  var text: String
  /// Where it stands; without place of its own, as behind a character reference, where it would.
  var range: SourceRange
  /// Whether all of it is emphasised.
  var isEmphasised: Bool

  /// Stands for code.
  static let codeMark: Character = "\u{FFFC}"

  /// Whether it is a word to who counts them: a letter, a digit or code is in it.
  var counts: Bool { text.contains { $0.isLetter || $0.isNumber || $0 == PlacedWord.codeMark } }

  /// Whether code is in it.
  var hasCode: Bool { text.contains(PlacedWord.codeMark) }

  /// Whether a quotation begins with it.
  var opensQuotation: Bool {
    let first = text.drop { "([*_".contains($0) }.first
    return first == "\"" || first == "“"
  }

  /// Whether a quotation ends with it.
  var closesQuotation: Bool {
    let rest = opensQuotation ? text.drop { "([*_".contains($0) }.dropFirst() : text[...]
    return rest.contains { $0 == "\"" || $0 == "”" }
  }

  /// Whether a sentence ends with it, whatever follows.
  var endsSentence: Bool {
    let core = text.reversed().drop { ")]}\"'”’*_".contains($0) }
    guard let last = core.first, ".!?".contains(last) else { return false }
    return last != "." || !PlacedWord.isAbbreviation(core.dropFirst().reversed())
  }

  /// Whether a full stop behind `characters` belongs to them: `e.g`, `vs`. That behind a single letter does not: it is a value
  /// more often than an initial.
  private static func isAbbreviation(_ characters: some Sequence<Character>) -> Bool {
    let word = String(characters).drop { !$0.isLetter && !$0.isNumber && $0 != codeMark }
    let parts = word.split(separator: ".")
    if parts.count > 1, parts.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true }) { return true }
    return abbreviations.contains(word.lowercased())
  }

  /// Abbreviations in which no other full stop stands.
  private static let abbreviations: Set<String> = [
    "vs", "cf", "approx", "resp", "fig", "eq", "vol", "pp", "ch", "sec", "mr", "mrs", "ms", "dr",
    "prof", "st", "al", "incl", "max", "min",
  ]
}
