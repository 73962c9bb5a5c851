extension String {
  /// The text in backquotes as messages show it: cut where it becomes long or where a line ends, without
  /// controls.
  var quoted: String {
    // Measured in scalars: one character of a lesson can hold any number of combining marks.
    let limit = 40
    var shown = String.UnicodeScalarView()
    for (index, scalar) in unicodeScalars.enumerated() {
      let isBlank = scalar.isBlank
      guard index < limit, isBlank || scalar.properties.generalCategory != .control else {
        return "`\(String(shown))…`"
      }
      shown.append(isBlank ? " " : scalar)
    }
    return "`\(String(shown))`"
  }
}
