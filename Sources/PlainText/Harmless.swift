extension String {
  /// The same text with nothing in it that could steer a terminal.
  ///
  /// Control characters other than the line feed, line and paragraph separators, and the marks that turn the
  /// direction of what follows (embeddings, overrides and isolates) become U+FFFD; a tab becomes one space. Everything
  /// that is printed and that a lesson may have a part in goes through here. Cost: O(n).
  public var harmless: String {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\t": result.append(" ")
      case "\n": result.append(scalar)
      default: result.append(scalar.isSteering ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  /// The same text, harmless and on one line: every line ending becomes one space.
  public var harmlessLine: String {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\n", "\r", "\t": result.append(" ")
      default: result.append(scalar.isSteering ? "\u{FFFD}" : scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may take the scalar as a command, or as one to turn or break the line.
  var isSteering: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x2028, 0x2029: true
    case 0x202A...0x202E, 0x2066...0x206F: true
    default: false
    }
  }
}
