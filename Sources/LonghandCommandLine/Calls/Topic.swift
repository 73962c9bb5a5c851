/// Something beside the commands that `help` explains: help, hints and tests are made from this.
package struct Topic: Sendable {
  /// The word that asks for it.
  package let name: String
  /// What it is, in one line.
  let summary: String
  /// The explanation, laid out.
  let text: @Sendable (Display) -> String

  /// All topics, in the order of the help.
  package static let all: [Topic] = [.format, .functions]

  /// The topic of the given name, if there is one.
  static func named(_ name: String) -> Topic? { all.first { $0.name == name } }
}
