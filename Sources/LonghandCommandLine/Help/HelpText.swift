import PlainText

/// What `help` prints of the program and its commands, made from the tables: examples first.
struct HelpText {
  /// The text; none of its lines is wider than the width that was asked for.
  let text: String

  /// The widest that help is laid out: it is read, not looked at.
  private static let widest = 80

  /// The help of one command.
  init(_ command: Command, width: Int) {
    let width = min(width, HelpText.widest)
    text = HelpText.joined([
      HelpText.examples(command.examples, width),
      wrapped("Usage: \(command.usage)", width: width),
      Array(command.description.map { wrapped($0, width: width) }.joined(separator: [""])),
      ["Options:"]
        + WordColumn.lines(of: (command.options + [.help]).map { ($0.usage, $0.summary) }, width: width),
    ])
  }

  /// The help of the program as a whole.
  init(overviewWithWidth width: Int) {
    let width = min(width, HelpText.widest)
    let about =
      "Longhand works through a lesson with pencil and paper: every step as names, then numbers, then the result."
    text = HelpText.joined([
      HelpText.examples(Command.all.compactMap(\.examples.first), width),
      wrapped(about, width: width),
      ["Commands:"] + WordColumn.lines(of: Command.all.map { ($0.name, $0.summary) }, width: width),
      ["Topics:"] + WordColumn.lines(of: Topic.all.map { ($0.name, $0.summary) }, width: width),
      wrapped(
        "`longhand` alone shows the course and how far you are in it, and begins a lesson; `longhand help COMMAND` shows all that a command "
          + "can do, `longhand help TOPIC` explains a topic.",
        width: width),
    ])
  }

  private static func joined(_ sections: [[String]]) -> String {
    sections.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private static func examples(_ examples: [Command.Example], _ width: Int) -> [String] {
    ["Examples:"]
      + WordColumn.lines(of: examples.map { ("longhand \($0.arguments)", $0.meaning) }, width: width)
  }
}
