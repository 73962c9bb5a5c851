public import Diagnostics

/// A comment as it is written, with its place.
public struct CellComment: Hashable, Sendable {
  /// The text without its `#`, the space behind that, and blanks at the end.
  public let text: String
  /// Where it stands, `#` included.
  public let range: SourceRange

  /// A comment with its place.
  public init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}

extension CellComment {
  /// The comment that `token` is.
  init(_ token: Token, in file: SourceFile) {
    let written = file[token.range].dropFirst()
    let isSpaced = written.unicodeScalars.first?.isBlank == true
    let text = isSpaced ? Substring(written.unicodeScalars.dropFirst()) : written
    self.init(text.trimmingBlanksAtEnd(), at: token.range)
  }
}

extension Substring {
  /// The text without blanks at both ends.
  func trimmingBlanks() -> String {
    Substring(unicodeScalars.drop(while: \.isBlank)).trimmingBlanksAtEnd()
  }

  /// The text without blanks at its end.
  func trimmingBlanksAtEnd() -> String {
    var scalars = unicodeScalars
    while scalars.last?.isBlank == true { scalars.removeLast() }
    return String(scalars)
  }
}
