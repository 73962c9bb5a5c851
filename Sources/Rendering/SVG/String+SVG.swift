internal import PlainText

extension String {
  /// The text as an SVG or a page may hold it, between tags and in the double quotes of an attribute: the one place where
  /// texts of a lesson are made harmless for this format.
  ///
  /// It is one line. What XML or HTML forbids even in its escaped form becomes U+FFFD.
  var escapedForMarkup: String {
    var result = String.UnicodeScalarView()
    for scalar in harmlessLine.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }
}

extension Double {
  /// A place in a picture, to a tenth of a unit: `12`, `3.5`, `-0.1`. What is not finite is 0, and what is far away is
  /// brought near: no picture is so large.
  var place: String {
    guard isFinite else { return "0" }
    let tenths = Int((Swift.min(1e7, Swift.max(-1e7, self)) * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + whole.description + (rest == 0 ? "" : ".\(rest)")
  }
}
