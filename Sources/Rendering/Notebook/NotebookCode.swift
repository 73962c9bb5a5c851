/// A cell of code for a notebook, with what it prints.
public struct NotebookCode: Hashable, Sendable {
  /// The parts of the transcript that stand above it, by their places.
  public var parts: Range<Int>
  /// What the step is called to which it belongs.
  public var name: String
  /// The code, without a line feed at its end.
  public var source: String
  /// What it prints; empty where that is nothing.
  public var output: String

  /// A cell of code in parts.
  public init(parts: Range<Int>, name: String, source: String, output: String) {
    self.parts = parts
    self.name = name
    self.source = source
    self.output = output
  }
}
