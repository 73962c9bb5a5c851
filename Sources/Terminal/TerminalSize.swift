/// How much text a terminal shows at once.
public struct TerminalSize: Hashable, Sendable {
  /// The characters of a line.
  public let columns: Int
  /// The lines.
  public let rows: Int

  /// A size; both at least 1.
  public init(columns: Int, rows: Int) {
    precondition(columns > 0 && rows > 0, "a terminal has at least one line of one character")
    self.columns = columns
    self.rows = rows
  }
}
