import CommaSeparated
public import Diagnostics

/// A word of the subject, and what it means: a row of a list.
public struct Term: Hashable, Sendable {
  /// The word, or the words: `learning rate`.
  public let word: String
  /// Other words and forms for the same.
  public let otherSpellings: [String]
  /// The name of the lesson that introduces it, and behind it those of others that explain it, too.
  public let lessons: [String]
  /// What it means, in one sentence.
  public let explanation: String
  /// Where the word stands in the list.
  public let range: SourceRange

  /// The name of the lesson that introduces it.
  public var lesson: String { lessons.first ?? "" }

  /// The word and all other spellings.
  public var spellings: [String] { [word] + otherSpellings }
}

/// A column of a list of words, in the order in which lists have them.
enum TermColumn: String, RecordColumn {
  /// The word that is explained.
  case word
  /// Other words and forms for it, with `|` between them.
  case otherSpellings = "other spellings"
  /// The lesson that introduces it, and behind `|` others that explain it.
  case lesson
  /// What the word means.
  case explanation

  var isOptional: Bool { self == .otherSpellings }
}
