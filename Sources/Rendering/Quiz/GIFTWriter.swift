internal import Algebra
internal import PlainText
internal import Prose
public import Transcript

/// Writes GIFT, as <https://docs.moodle.org/en/GIFT_format> describes it and Moodle's `question/format/gift/format.php` reads it.
/// The format has no hints and no tags.
public struct GIFTWriter: QuizWriter {
  /// A writer; it has nothing to be set.
  public init() {}

  /// What every text begins with, by which it is known again.
  public let opening = "// Written by longhand quiz\n"
  /// What stands behind all banks.
  public let foot = ""

  /// What stands before all banks.
  public var head: String { opening + "\n" }

  /// The questions of a bank. Cost: O(length of the text).
  public func text(of bank: QuizBank) -> String {
    let text = QuizText(callsExp: bank.hasValueCalledE)
    let category = "$CATEGORY: $course$/top/Longhand/\(bank.categoryName.harmlessLine)\n\n"
    return category
      + bank.items.map { item in
        let answers =
          switch item.question.kind {
          case .number: numerical(item, text)
          case .choice(let choices): self.choices(item.question, choices, text)
          }
        let afterwards = text.afterwards(item)
        return
          "::\(bank.name(of: item).escapedForGIFT)::[html]\(text.question(item, of: bank).escapedForGIFT)\(answers)"
          + (afterwards.isEmpty ? "" : "\t####\(afterwards.escapedForGIFT)\n") + "}\n\n"
      }.joined()
  }

  private func numerical(_ item: QuizItem, _ text: QuizText) -> String {
    "{#\n"
      + item.replies.map { reply in
        "\t=%\(reply.kind == .answer ? "100" : "0")%\(reply.number):\(reply.tolerance)#"
          + "\(text.html(of: reply.said).escapedForGIFT)\n"
      }.joined() + "\t~#\("<p>That is not it.</p>".escapedForGIFT)\n"
  }

  private func choices(_ question: Question, _ choices: [Question.Choice], _ text: QuizText) -> String {
    let isSingle = choices.count(where: \.isRight) == 1
    return "{\n"
      + zip(choices, question.fractions(of: choices)).map { choice, fraction in
        let mark = !isSingle ? "~%\(fraction)%" : choice.isRight ? "=" : "~"
        let reason = choice.reason.map { "#" + text.paragraph($0).escapedForGIFT } ?? ""
        return "\t\(mark)\(text.paragraph(choice.text).escapedForGIFT)\(reason)\n"
      }.joined()
  }
}

extension String {
  /// The text as a part of a question in GIFT: on one line, with a backslash before each sign that the format knows. It is the one place
  /// where texts are made harmless for this format.
  fileprivate var escapedForGIFT: String {
    harmlessLine.reduce(into: "") { result, character in
      if "\\~=#{}:".contains(character) { result += "\\" }
      result.append(character)
    }
  }
}
