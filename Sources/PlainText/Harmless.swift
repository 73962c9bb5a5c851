extension String {
  /// The same text with nothing in it that could steer a terminal.
  ///
  /// Control characters other than the line feed, line and paragraph separators, and the marks that turn the
  /// direction of what follows (embeddings, overrides and isolates) become U+FFFD; a tab becomes one space. Everything
  /// that is printed and that a lesson may have a part in goes through here. Cost: O(n).
  public var harmless: String {
    if isPrintableASCII(orLineFeeds: true) { return self }
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
    if isPrintableASCII() { return self }
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

  /// Whether all of it is ASCII that is printed, or line feeds where they are allowed. Nearly every text is: it is gone
  /// through as bytes, without a call for each in debug builds.
  func isPrintableASCII(orLineFeeds allowsLineFeeds: Bool = false) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      for index in 0..<bytes.count where bytes[index] < 0x20 || bytes[index] > 0x7E {
        guard allowsLineFeeds, bytes[index] == 0x0A else { return false }
      }
      return true
    }
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
