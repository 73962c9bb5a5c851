extension FunctionHabit {
  /// Whether a function of that name has two cases.
  static func isConditional(_ name: String) -> Bool { named(name)?.names.contains("where") == true }
}

extension String {
  /// The text with some of the words, numbers and ranges between its backquotes replaced, and each form put into its place.
  ///
  /// What takes the place of a word has parentheses where it has an operator, but where the word stands alone, or alone
  /// between the parentheses and the commas of a call.
  func replacingWordsOfCode(_ replacement: (String) -> String?, placing place: (String) -> String) -> String {
    let parts = split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    let replaced = parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? part : place(part.replacingWords(replacement))
    }
    return replaced.joined(separator: "`")
  }

  private func replacingWords(_ replacement: (String) -> String?) -> String {
    var (text, word) = ("", "")
    var before: Character?
    for character in self + " " {
      if character.isLetter || character.isNumber || character == "_" || character == "." {
        word.append(character)
        continue
      }
      if let other = replacement(word) {
        let isAlone =
          word == self || (before == "(" || before == ",") && (character == ")" || character == ",")
        text += isAlone ? other : ProposedForm.operand(other)
      } else {
        text += word
      }
      if character != " " || !word.isEmpty { before = character == " " ? word.last : character }
      text += String(character)
      word = ""
    }
    return String(text.dropLast())
  }
}

extension String {
  /// The rule of what has two cases.
  static var twoCases: String { "a value with two cases is an `if` with a condition and two values" }
}
