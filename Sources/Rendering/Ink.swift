/// By what means text is set off from other text: each case has what the one before it has, and more.
public enum Ink: Hashable, Sendable, CaseIterable {
  /// None: the characters alone, as in files and pipes.
  case none
  /// Weight, slant, underline and reversal, but no colour: what is left where `NO_COLOR` is set.
  case type
  /// The 16 colours of a terminal, which its user has chosen.
  case sixteen
  /// Those, and in pictures any colour of 24 bits.
  case full
}
