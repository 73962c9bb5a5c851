extension String {
  /// The text in backquotes as messages show it, a long one shortened.
  var quoted: String {
    let limit = 40
    // Measured in scalars: one character of a lesson can hold any number of combining marks.
    guard unicodeScalars.count > limit else { return "`\(self)`" }
    return "`\(String(String.UnicodeScalarView(unicodeScalars.prefix(limit))))…`"
  }
}
