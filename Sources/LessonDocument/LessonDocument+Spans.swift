public import Diagnostics
public import Prose

extension LessonDocument {
  /// The text of `lines` as spans, an inline value with the place of its expression.
  ///
  /// For text that stands in a cell: within prose the document has read it already. Each line is a range of the file
  /// without its ending; blanks at its end may force a line break, as in prose. A text that is all comment has no spans.
  /// Cost: O(n).
  public func spans(ofLines lines: [SourceRange]) -> [ProseSpan<SourceRange>] {
    Passage.spans(ofLines: lines, in: file)
  }
}
