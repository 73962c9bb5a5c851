internal import Algebra
internal import PlainText
internal import Prose
public import Transcript

/// Writes questions as rows of a table (RFC 4180): one for each question, answer, mistake, choice and hint, for spreadsheets and for
/// programs of one's own.
public struct QuizTableWriter: QuizWriter {
  /// A writer; it has nothing to be set.
  public init() {}

  /// What every text begins with, by which it is known again.
  public let opening = "lesson,variant,question,part,number,tolerance,fraction,text\n"
  /// What stands behind all banks.
  public let foot = ""

  /// What stands before all banks.
  public var head: String { opening }

  /// The questions of a bank. Cost: O(length of the text).
  public func text(of bank: QuizBank) -> String {
    let text = QuizText(callsExp: bank.hasValueCalledE)
    return bank.items.map { item in
      let place = [bank.lesson, bank.variant ?? "", "\(item.question.number)"]
      func row(
        _ part: String, _ number: String = "", _ tolerance: String = "", _ fraction: String = "",
        text html: String
      )
        -> String
      {
        (place + [part, number, tolerance, fraction, html]).map(\.spreadsheetCell).joined(separator: ",")
          + "\n"
      }
      var rows = row("question", text: text.question(item, of: bank))
      switch item.question.kind {
      case .number:
        for reply in item.replies {
          rows += row(
            reply.kind.rawValue, reply.number, reply.tolerance, reply.kind == .answer ? "100" : "0",
            text: text.html(of: reply.said))
        }
      case .choice(let choices):
        for (choice, fraction) in zip(choices, item.question.fractions(of: choices)) {
          rows += row("choice", "", "", fraction, text: text.paragraph(choice.text))
          if let reason = choice.reason { rows += row("to the choice", text: text.paragraph(reason)) }
        }
      }
      for hint in item.question.hints { rows += row("hint", text: text.paragraph(hint)) }
      let afterwards = text.afterwards(item)
      return rows + (afterwards.isEmpty ? "" : row("afterwards", text: afterwards))
    }.joined()
  }
}
