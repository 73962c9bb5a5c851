import Terminal

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The program `longhand`.
public enum Program {
  /// The program's version.
  static let version = "0.1.0"

  /// Does what the process was asked for, and ends it.
  public static func main() -> Never {
    Platform.ignoreClosedPipes()
    Platform.quitAtOnce()
    Platform.noteInterrupts()
    var invocation = Invocation.ofThisProcess
    invocation.showsProgress =
      isTerminal(Platform.standardError) && invocation.environment["TERM"] != "dumb"
    invocation.isInteractive =
      isTerminal(Platform.standardInput) && isTerminal(Platform.standardOutput)
      && invocation.environment["TERM"] != "dumb"
    if isTerminal(Platform.standardInput) {
      let input = invocation.standardInput
      invocation.answer = { try input.line() }
    }
    invocation.endAtInterrupts = { Platform.endAtInterrupts() }
    invocation.isInterrupted = { Platform.isInterrupted }
    Platform.leave(invocation.run())
  }
}

extension Invocation {
  /// The call that started this process.
  fileprivate static var ofThisProcess: Invocation {
    Invocation(
      arguments: Array(CommandLine.arguments.dropFirst()),
      environment: ProcessInfo.processInfo.environment,
      workingDirectory: FileManager.default.currentDirectoryPath,
      executablePath: executablePath,
      terminal: isTerminal(Platform.standardOutput)
        ? TerminalFacts(columns: terminalSize(Platform.standardOutput)?.columns) : nil,
      standardInput: .descriptor(Platform.standardInput),
      results: .descriptor(Platform.standardOutput),
      messages: .descriptor(Platform.standardError))
  }

  /// Where the executable is, whatever name it was called by.
  private static var executablePath: String? {
    #if canImport(Darwin)
      Bundle.main.executablePath
    #else
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #endif
  }
}
