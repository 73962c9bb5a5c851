import Terminal

extension CommandCall {
  /// The terminal to be drawn on: the one that is lent, or one that is taken over now; `nil` where nobody sits at one, or
  /// nothing is to be redrawn.
  func openScreen() -> TerminalScreen? {
    if let lentScreen { return lentScreen }
    guard invocation.isInteractive, !arguments.has(.plain) else { return nil }
    return TerminalScreen(input: Platform.standardInput, output: Platform.standardOutput)
  }

  /// Gives the terminal back; one that is lent stays with who lends it.
  func close(_ screen: TerminalScreen) {
    if lentScreen == nil { screen.leave() }
  }
}
