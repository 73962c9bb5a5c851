import Diagnostics

/// One thing that the program can do, with all that is said about it: help, hints and tests are made from this.
package struct Command: Sendable {
  /// The word that asks for it.
  package let name: String
  /// What it does, in one line.
  let summary: String
  /// What stands for its operands in the usage line.
  let operands: String
  /// What it does, in paragraphs.
  let description: [String]
  /// Calls that a reader may want to try, and what each does.
  package let examples: [Example]
  /// The options that it takes, beside `--help`.
  package let options: [Option]
  /// Does it.
  let perform: @Sendable (CommandCall) throws -> ExitStatus

  /// A call and what it does.
  package struct Example: Sendable {
    /// The arguments, as they are typed.
    package let arguments: String
    /// What they do, in one line.
    let meaning: String

    init(_ arguments: String, _ meaning: String) {
      self.arguments = arguments
      self.meaning = meaning
    }
  }

  /// All commands, in the order of the help.
  package static let all: [Command] = [
    .run, .site, .step, .play, .practice, .worksheet, .quiz, .compare, .answer, .try, .check, .claims, .claim,
    .list,
    .progress,
    .completions,
    .help,
  ]

  /// How it is called: `longhand run [OPTION…] LESSON…`.
  var usage: String {
    (["longhand", name] + (options.isEmpty ? [] : ["[OPTION…]"]) + (operands.isEmpty ? [] : [operands]))
      .joined(separator: " ")
  }

  /// The command of the given name.
  ///
  /// - Throws: a wrong usage that names the nearest one.
  static func named(_ name: String) throws(Failure) -> Command {
    if let command = all.first(where: { $0.name == name }) { return command }
    if Topic.named(name) != nil {
      throw .usage("there is no command `\(name)`", hint: "`longhand help \(name)` explains this topic")
    }
    let names = all.map(\.name)
    throw .unknown(
      "there is no command `\(name)`", nearest: nearest(to: name, among: names),
      otherwise: "the commands are \(names.joined(separator: ", "))")
  }
}
