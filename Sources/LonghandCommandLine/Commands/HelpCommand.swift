import Diagnostics

extension Command {
  /// `longhand help`
  static let help: Command = Command(
    name: "help",
    summary: "Explain a command, or how lessons are written.",
    operands: "[COMMAND | TOPIC]",
    description: [
      """
      Prints what the program, or one of its commands, can do, and calls to begin with; or explains one of the \
      topics: \(Topic.all.map(\.name).joined(separator: ", ")).
      """
    ],
    examples: [Example("help run", "All that `run` can do.")]
      + Topic.all.map { Example("help \($0.name)", $0.summary) },
    options: [.width, .ascii, .color]
  ) { call in
    let names = call.arguments.operands
    guard names.count <= 1 else {
      throw Failure(
        .wrongUsage, "`help` explains one command or topic at a time", details: ["usage: " + help.usage])
    }
    let display = try Display(call.arguments, call.invocation)
    try call.invocation.results.print(text(on: names.first, display))
    return .success
  }

  private static func text(on name: String?, _ display: Display) throws(Failure) -> String {
    guard let name else { return HelpText(overviewWithWidth: display.width).text }
    if let topic = Topic.named(name) { return topic.text(display) }
    if let command = all.first(where: { $0.name == name }) {
      return HelpText(command, width: display.width).text
    }
    let known = (all.map(\.name), Topic.all.map(\.name))
    throw .unknown(
      "there is no command or topic `\(name)`", nearest: nearest(to: name, among: known.0 + known.1),
      otherwise: "the commands are \(known.0.joined(separator: ", ")); the topics are "
        + known.1.joined(separator: ", "))
  }
}
