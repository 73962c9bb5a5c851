import Diagnostics

extension Command {
  /// `longhand completions`
  static let completions: Command = Command(
    name: "completions",
    summary: "Print a script by which a shell completes calls.",
    operands: "SHELL",
    description: [
      """
      Prints a script for bash, zsh or fish. With it the Tab key completes commands, options and their values, the \
      files of lessons, and the names of the lessons that there are at that moment.
      """,
      "How to have it in every shell is said at the top of each script.",
    ],
    examples: CompletionScript.all.map { Example("completions \($0.shell)", "To try it: \($0.usage)") },
    options: []
  ) { call in
    let names = CompletionScript.all.map(\.shell)
    guard call.arguments.operands.count == 1 else {
      throw Failure(
        .wrongUsage, "`completions` is for one shell: \(names.joined(separator: ", "))",
        details: ["usage: " + completions.usage])
    }
    let name = call.arguments.operands[0]
    guard let script = CompletionScript.all.first(where: { $0.shell == name }) else {
      throw Failure.unknown(
        "there is no script for the shell `\(name)`", nearest: nearest(to: name, among: names),
        otherwise: "the shells are \(names.joined(separator: ", "))")
    }
    try call.invocation.results.print(script.text())
    return .success
  }
}
