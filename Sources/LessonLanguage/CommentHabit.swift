public import Diagnostics

/// `y = 2*x -- as on the slide`: a note where there is none, which is read as two signs before a value.
public enum CommentHabit {
  /// What is said of it.
  public static let hint = "a comment begins with `#`; `--` begins a note in check and ask cells only"

  /// Whether `--` stands at `range` with blanks around it, as no one writes two signs.
  static func isAtDashes(_ file: SourceFile, from start: Int, to end: Int) -> Bool {
    guard start > 0, end < file.bytes.count, end - start == 2 else { return false }
    return file.bytes[start - 1] == UInt8(ascii: " ") && file.bytes[end] == UInt8(ascii: " ")
  }

  /// Whether a value that begins at `offset` stands right behind such a `--`.
  public static func isBehindDashes(_ file: SourceFile, at offset: Int) -> Bool {
    offset > 3 && file.bytes[offset - 3] == UInt8(ascii: "-") && file.bytes[offset - 2] == UInt8(ascii: "-")
      && isAtDashes(file, from: offset - 3, to: offset - 1)
  }
}
