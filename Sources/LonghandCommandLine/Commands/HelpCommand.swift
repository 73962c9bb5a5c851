import Diagnostics
import LessonStyle

extension Command {
  /// `longhand help`
  static let help: Command = Command(
    name: "help",
    summary: "Explain a command, or how lessons are written.",
    operands: "[COMMAND | TOPIC | WORD]",
    description: [
      """
      Prints what the program, or one of its commands, can do, and calls to begin with; or explains one of the \
      topics: \(Topic.all.map(\.name).joined(separator: ", ")).
      """,
      """
      Any other word is looked for among those that the course explains, which are listed in words.csv beside its \
      lessons. `help words WORD` asks for one that is called like a command or a topic.
      """,
    ],
    examples: [Example("help run", "All that `run` can do.")]
      + Topic.all.map { Example("help \($0.name)", $0.summary) }
      + [Example("help learning rate", "What a word means, and which lesson introduces it.")],
    options: [.width, .ascii, .color, .lessons]
  ) { call in
    let display = try Display(call.arguments, call.invocation)
    try call.invocation.results.print(text(Topic.Request(call: call, display: display)))
    return .success
  }

  /// What is said of the operands of a call.
  private static func text(_ request: Topic.Request) throws -> String {
    let names = request.call.arguments.operands
    guard let name = names.first else { return HelpText(overviewWithWidth: request.display.width).text }
    let topic = Topic.named(name)
    if let topic, topic.takesWords || names.count == 1 {
      var request = request
      request.words = Array(names.dropFirst())
      return try topic.text(request)
    }
    let command = all.first { $0.name == name }
    if let command, names.count == 1 { return HelpText(command, width: request.display.width).text }
    let words = try? GlossaryPages(request)
    if let words, let term = words.term(names) { return words.page(term) }
    guard names.count == 1 || command == nil && topic == nil && words != nil else {
      throw Failure(
        .wrongUsage, "`help` explains one command or topic at a time", details: ["usage: " + help.usage])
    }
    let asked = names.joined(separator: " ")
    let known = (all.map(\.name), Topic.all.map(\.name))
    throw Failure.unknown(
      "there is no command, topic or word `\(asked)`",
      nearest: nearest(to: asked, among: known.0 + known.1) ?? words?.glossary.nearestSpelling(to: asked),
      otherwise: "the commands are \(known.0.joined(separator: ", ")); the topics are "
        + known.1.joined(separator: ", "))
  }
}
