import Diagnostics
import Engine
import Exposition
import LessonLanguage
import LessonProgram
import PlainText

/// A line that a reader has typed.
struct TypedText {
  /// The line without blanks at its ends, as a file without a name.
  let file: SourceFile

  /// A typed line.
  init(_ text: some StringProtocol) {
    file = SourceFile(name: "", text: text.trimmed)
  }

  /// All of it.
  var range: SourceRange { SourceRange(0, file.bytes.count) }

  /// The text.
  var text: String { file[range] }

  /// The word with which it begins, if nothing else stands right behind that.
  var firstWord: String? { text.split(whereSeparator: \.isWhitespace).first.map(String.init) }

  /// What is said to the first of what is wrong with it, which is to be an expression of names such as `names`.
  ///
  /// - Parameter place: how the places of the lesson are told that notes speak of.
  func refusal(
    _ faults: [Diagnostic], knowing names: [String] = [], place: ((SourceRange) -> String)? = nil
  ) -> Refusal {
    guard let first = faults.first else { return Refusal("this cannot be read") }
    return Refusal(ofReader(first, knowing: names), in: file, place: place)
  }

  /// What is said to the first of what is wrong with it, which is a command that shows something.
  func refusalOfCommand(_ faults: [Diagnostic], place: ((SourceRange) -> String)? = nil) -> Refusal {
    guard let first = faults.first else { return Refusal("this cannot be read") }
    let isSurplus = first.range.map { file[$0] } == "=" && first.hint == nil
    let message = isSurplus ? "what is shown is one expression, without `=`" : first.message
    return Refusal(
      Diagnostic(message, at: first.range, hint: first.hint, notes: first.notes), in: file, place: place)
  }

  /// A fault in the words for a reader, who types one expression and writes no lesson.
  private func ofReader(_ fault: Diagnostic, knowing names: [String]) -> Diagnostic {
    guard let range = fault.range else { return fault }
    let place = file[range]
    switch place {
    case "=", "<-", "==":
      return Diagnostic(
        "an expression is meant here, without `\(place)` and what stands before it", at: range)
    case "for", "over", "from", "in", "of", "...", "~", ";", "[":
      return Diagnostic("an expression is meant here, and `\(place)` has no place in this one", at: range)
    case "<", "<=", ">", ">=", "!=", "and", "or", "not":
      return Diagnostic("`\(place)` stands only in a condition, behind `if`", at: range, hint: fault.hint)
    default:
      let hint = fault.hint.flatMap { Self.canBeTyped($0) ? $0 : nil }
      // What stands behind a value with no sign between them, and is nothing, is no factor.
      let isWord =
        hint?.hasSuffix("*\(place)`") == true && place.first?.isLetter == true && !names.contains(place)
      return isWord
        ? Diagnostic("`\(place)` is not known here", at: range)
        : Diagnostic(fault.message, at: range, hint: hint, notes: fault.notes)
    }
  }

  /// Whether all that a hint proposes is what a reader can type: an expression, a word or a sign in one, or a command that
  /// shows something.
  private static func canBeTyped(_ hint: String) -> Bool {
    let parts = hint.split(separator: "`", omittingEmptySubsequences: false)
    let forms = parts.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { $0.element }
    return forms.allSatisfy { form in
      let isCommand = Standpoint.showingCommands.contains { form.hasPrefix($0 + " ") }
      let typed = TypedText(form.replacing("…", with: "x"))
      return isCommand || !form.contains(" ") || parseExpression(typed.file, typed.range).diagnostics.isEmpty
    }
  }
}
