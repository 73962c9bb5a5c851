extension Command {
  /// `longhand help`
  static let help: Command = Command(
    name: "help",
    summary: "Explain a command.",
    operands: "[COMMAND]",
    description: ["Prints what the program, or one of its commands, can do, and calls to begin with."],
    examples: [Example("help run", "All that `run` can do.")],
    options: []
  ) { call in
    let names = call.arguments.operands
    guard names.count <= 1 else {
      throw Failure(.wrongUsage, "`help` explains one command at a time", details: ["usage: " + help.usage])
    }
    let text = try names.first.map { name in try HelpText(Command.named(name)).text }
    try call.invocation.results.print(text ?? HelpText.overview)
    return .success
  }
}
