/// What a text is made for.
public enum Medium: Hashable, Sendable {
  /// A file, a pipe or a recorded transcript: every character lines up in every font, and the same text is always the same.
  case file
  /// A terminal that somebody reads at: running text is at most 80 columns wide however wide the window is, the heads of
  /// tables are ruled, and pictures are drawn in dots and blocks where the alphabet has them.
  case terminal
}
