/// Something beside the commands that `help` explains: help, hints and tests are made from this.
package struct Topic: Sendable {
  /// The word that asks for it.
  package let name: String
  /// What it is, in one line.
  let summary: String
  /// Whether words may stand behind its name that say what of it is meant.
  var takesWords = false
  /// The explanation, laid out.
  let text: @Sendable (Request) throws -> String

  /// What somebody asks of a topic.
  struct Request {
    let call: CommandCall
    /// How it is to look.
    let display: Display
    /// The words behind the name.
    var words: [String] = []
  }

  /// All topics, in the order of the help.
  package static let all: [Topic] = [.format, .functions, .words, .style]

  /// The topic of the given name, if there is one.
  static func named(_ name: String) -> Topic? { all.first { $0.name == name } }
}
