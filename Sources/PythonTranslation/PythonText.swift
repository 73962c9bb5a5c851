extension String {
  /// The text as a string literal of Python: what stands in it is data, wherever it comes from.
  ///
  /// Beside what Python asks for, all is escaped that is no letter, digit or sign of the course's own, so that nothing in it can end
  /// a line, steer a terminal, or turn the direction of what stands beside it.
  var pythonLiteral: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\" + String(scalar)
      case " "..."~", "À"..."ÿ", "Α"..."Ω", "α"..."ω": text.unicodeScalars.append(scalar)
      case "∂", "·", "−", "≤", "≥", "≠", "≈", "½", "√", "…", "²", "³": text.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        let isLong = digits.count > 4
        text += (isLong ? "\\U" : "\\u") + String(repeating: "0", count: (isLong ? 8 : 4) - digits.count)
        text += digits
      }
    }
    return text + "\""
  }
}

extension Sequence<String> {
  /// The texts as they stand between brackets.
  var listed: String { joined(separator: ", ") }
}
