import Diagnostics

/// A field of a data cell: what stands between two commas.
struct DataCellField: Sendable {
  /// Where it stands, with its quotes, without the blanks around it; where it has nothing but blanks, these.
  let range: SourceRange
  /// Where its text stands, without its quotes and the blanks around it.
  let text: SourceRange
  /// Whether it stands in quotes.
  let isQuoted: Bool
  /// What is wrong with how it is quoted.
  let fault: Fault?

  /// What can be wrong with a quoted field.
  enum Fault: Sendable {
    /// It goes on in another line, which the RFC allows, but a name or a number cannot.
    case lineBreak
    /// The cell ends before its second quote.
    case unclosed
    /// Something stands between its second quote and the comma: where.
    case textBehind(SourceRange)
  }

  /// Where that stands of it which is not in quotes; `nil` where there is no such text.
  var unquoted: SourceRange? {
    if case .textBehind(let range) = fault { return range }
    return isQuoted ? nil : text
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { text.lowerBound == text.upperBound && fault == nil }
}
