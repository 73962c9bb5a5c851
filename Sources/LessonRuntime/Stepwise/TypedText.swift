import Diagnostics

/// A line that a reader has typed.
struct TypedText {
  /// The line without blanks at its ends, as a file without a name.
  let file: SourceFile

  /// A typed line.
  init(_ text: String) {
    var line = Substring(text)
    while line.first?.isWhitespace == true { line.removeFirst() }
    while line.last?.isWhitespace == true { line.removeLast() }
    file = SourceFile(name: "", text: String(line))
  }

  /// All of it.
  var range: SourceRange { SourceRange(0, file.bytes.count) }

  /// The text.
  var text: String { file[range] }

  /// What is said to the first of what is wrong with it.
  func refusal(_ faults: [Diagnostic]) -> Refusal {
    guard let first = faults.first else { return Refusal("this cannot be read") }
    return Refusal(ofReader(first), in: file)
  }

  /// A fault in the words for a reader, who types one expression and writes no lesson.
  private func ofReader(_ fault: Diagnostic) -> Diagnostic {
    guard let range = fault.range else { return fault }
    switch file[range] {
    case "=", "<-", "==":
      return Diagnostic(
        "an expression is meant here, without `\(file[range])` and what stands before it", at: range)
    case "for", "over", "from", "in", "of", "...", "~", ";":
      return Diagnostic(
        "an expression is meant here, and `\(file[range])` belongs into none", at: range)
    default: return fault
    }
  }
}
