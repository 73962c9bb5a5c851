/// One call of the program: everything that it can know of the world, and where its text goes.
package struct Invocation {
  /// The arguments, without the program's own name.
  package var arguments: [String]
  /// The environment variables.
  package var environment: [String: String]
  /// The folder that relative paths start from; empty when it is gone.
  package var workingDirectory: String
  /// Where the executable is, if that can be known.
  package var executablePath: String?
  /// The terminal that the results go to, or `nil` when they go to a file or a pipe.
  package var terminal: TerminalFacts?
  /// Whether somebody reads the messages on a terminal that can take a line back.
  package var showsProgress = false
  /// Whether somebody has asked for an end, by Ctrl-C.
  package var isInterrupted: @Sendable () -> Bool = { false }
  /// The processor time that the process has taken so far, in seconds.
  package var processorTime: () -> Double = { Platform.processorTime }
  /// Where the results go.
  package var results: Output
  /// Where messages go.
  package var messages: Output
  /// What can be read beside files.
  let standardInput: Input
  /// Waits for a line from who was asked something, and gives `nil` at the end of the input; `nil` itself where nobody
  /// can be asked, for the input is no terminal.
  package var answer: (() throws -> String?)?
  /// Makes Ctrl-C end the program at once, for who is asked has nothing to lose.
  package var endAtInterrupts: () -> Void = {}
  /// Whether somebody sits at a terminal that can be drawn on, before the results and at the input.
  package var isInteractive = false

  /// What is known of a terminal.
  package struct TerminalFacts {
    /// Its width; `nil` when it does not say.
    package var columns: Int?

    /// A terminal of the given width.
    package init(columns: Int?) { self.columns = columns }
  }

  /// A call with all that it knows, for tests; `standardInput` is all that can be read there.
  package init(
    arguments: [String], environment: [String: String] = [:], workingDirectory: String,
    executablePath: String? = nil, terminal: TerminalFacts? = nil, standardInput: [UInt8] = [],
    results: Output, messages: Output
  ) {
    self.init(
      arguments: arguments, environment: environment, workingDirectory: workingDirectory,
      executablePath: executablePath, terminal: terminal, standardInput: Input(standardInput),
      results: results, messages: messages)
  }

  init(
    arguments: [String], environment: [String: String], workingDirectory: String, executablePath: String?,
    terminal: TerminalFacts?, standardInput: Input, results: Output, messages: Output
  ) {
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.executablePath = executablePath
    self.terminal = terminal
    self.results = results
    self.messages = messages
    self.standardInput = standardInput
  }

  /// Prints a message; when even that fails, the exit status has to speak for itself.
  func report(_ text: String) {
    try? messages.print(text)
  }
}
