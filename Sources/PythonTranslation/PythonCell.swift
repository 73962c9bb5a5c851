/// A cell of Python, what it prints, and which parts of a transcript it belongs to.
public struct PythonCell: Hashable, Sendable {
  /// The parts of the transcript below which it stands, by their places.
  public var parts: Range<Int>
  /// What the step is called to which it belongs.
  public var name: String
  /// The lines of the cell.
  public var lines: [String]
  /// What it prints, line by line.
  public var output: [String]
}

/// A lesson in Python: what goes before all cells, and the cells.
public struct PythonLesson: Hashable, Sendable {
  /// The definitions that all cells use.
  public var preamble: String
  /// The cells, in the order of the transcript's parts.
  public var cells: [PythonCell]
}
