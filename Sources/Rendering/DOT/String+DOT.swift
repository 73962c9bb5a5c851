internal import PlainText

extension String {
  /// The text in double quotes, as a label or a name of a DOT graph: the one place where texts of a lesson are made harmless for this
  /// format.
  ///
  /// In DOT a backslash begins a sign such as `\N`, and an ampersand one such as `&lt;`: both stand for themselves here.
  var quotedForDOT: String { "\"" + escapedForDOT + "\"" }

  /// The text as it may stand between the quotes.
  var escapedForDOT: String {
    harmlessLine.reduce(into: "") { text, character in
      switch character {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "&": text += "&amp;"
      default: text.append(character)
      }
    }
  }
}
