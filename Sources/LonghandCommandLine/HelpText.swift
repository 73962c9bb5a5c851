import PlainText

/// What `help` prints, made from the table of commands: examples first, no line over 80 columns.
struct HelpText {
  /// The help of one command.
  let text: String

  private static let width = 80

  init(_ command: Command) {
    text = HelpText.joined([
      HelpText.examples(command.examples),
      ["Usage: \(command.usage)"],
      Array(command.description.map { wrapped($0, width: HelpText.width) }.joined(separator: [""])),
      ["Options:"]
        + HelpText.columns((command.options + [.help]).map { ($0.usage, $0.summary) }),
    ])
  }

  /// The help of the program as a whole.
  static var overview: String {
    joined([
      examples(Command.all.compactMap(\.examples.first)),
      [
        "Longhand works through a lesson with pencil and paper: every step as names, then",
        "numbers, then the result.",
      ],
      ["Commands:"] + columns(Command.all.map { ($0.name, $0.summary) }),
      ["`longhand help COMMAND` shows all that a command can do."],
    ])
  }

  private static func joined(_ sections: [[String]]) -> String {
    sections.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private static func examples(_ examples: [Command.Example]) -> [String] {
    ["Examples:"] + columns(examples.map { ("longhand \($0.arguments)", $0.meaning) })
  }

  /// Rows of a word and its meaning: side by side where the words are short, else below each other.
  private static func columns(_ rows: [(word: String, meaning: String)]) -> [String] {
    let widest = rows.map { displayWidth($0.word) }.max() ?? 0
    let isNarrow = widest <= 24
    let indent = isNarrow ? widest + 4 : 6
    return rows.flatMap { row in
      let lines = wrapped(row.meaning, width: width - indent)
      let margin = String(repeating: " ", count: indent)
      guard isNarrow else { return ["  " + row.word] + lines.map { margin + $0 } }
      let gap = String(repeating: " ", count: indent - 2 - displayWidth(row.word))
      return ["  " + row.word + gap + lines[0]] + lines.dropFirst().map { margin + $0 }
    }
  }
}
