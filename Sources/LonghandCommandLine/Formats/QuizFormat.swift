import Rendering

/// A format in which questions are written.
struct QuizFormat: Sendable {
  /// Its name, for `--format`.
  let name: String
  /// What the names of its files end with.
  let ending: String
  /// Writes it.
  let writer: any QuizWriter

  /// All of them; the first is that of who asks for none.
  static let all = [
    QuizFormat(name: "moodle-xml", ending: "xml", writer: MoodleXMLWriter()),
    QuizFormat(name: "gift", ending: "gift", writer: GIFTWriter()),
    QuizFormat(name: "csv", ending: "csv", writer: QuizTableWriter()),
  ]

  /// `moodle-xml, gift, csv`
  static var names: String { all.map(\.name).joined(separator: ", ") }
}
