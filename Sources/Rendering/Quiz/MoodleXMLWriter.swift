internal import Algebra
internal import Prose
public import Transcript

/// Writes Moodle XML, as <https://docs.moodle.org/en/Moodle_XML_format> describes it and Moodle's `question/format/xml/format.php`
/// reads it.
public struct MoodleXMLWriter: QuizWriter {
  /// A writer; it has nothing to be set.
  public init() {}

  /// What every text begins with, by which it is known again.
  public let opening = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n"
  /// What stands behind all banks.
  public let foot = "</quiz>\n"

  /// What stands before all banks.
  public var head: String { opening }

  /// The questions of a bank. Cost: O(length of the text).
  public func text(of bank: QuizBank) -> String {
    let writer = Pages(bank: bank)
    return writer.category + bank.items.map(writer.question).joined()
  }

  /// The questions of a bank.
  private struct Pages {
    let bank: QuizBank
    let text: QuizText

    init(bank: QuizBank) {
      self.bank = bank
      text = QuizText(callsExp: bank.hasValueCalledE)
    }

    /// The category, one for the lesson: it is given anew before each variant, so that each stands alone.
    var category: String {
      """
        <question type="category">
          <category><text>$course$/top/Longhand/\(bank.categoryName.escapedForMarkup)</text></category>
        </question>

      """
    }

    func question(_ item: QuizItem) -> String {
      let kind: String
      let answers: String
      let isNumber: Bool
      switch item.question.kind {
      case .number:
        (kind, isNumber) = ("numerical", true)
        answers = numerical(item)
      case .choice(let choices):
        (kind, isNumber) = ("multichoice", false)
        answers = self.choices(item.question, choices)
      }
      return """
          <question type="\(kind)">
            <name><text>\(bank.name(of: item).escapedForMarkup)</text></name>
        \(element("questiontext", text.question(item, of: bank)))
        \(element("generalfeedback", text.afterwards(item)))
            <defaultgrade>1</defaultgrade>
            <penalty>0.3333333</penalty>
            <hidden>0</hidden>
        \(answers)\(hints(item.question, isNumber: isNumber))\(tags(item))  </question>

        """
    }

    // MARK: Answers

    private func numerical(_ item: QuizItem) -> String {
      item.replies.map { reply in
        """
            <answer fraction="\(reply.kind == .answer ? "100" : "0")" format="plain_text">
              <text>\(reply.number)</text>
        \(element("feedback", text.html(of: reply.said), indentation: 6))
              <tolerance>\(reply.tolerance)</tolerance>
            </answer>

        """
      }.joined()
        + """
            <answer fraction="0" format="plain_text">
              <text>*</text>
        \(element("feedback", "<p>That is not it.</p>", indentation: 6))
              <tolerance>0</tolerance>
            </answer>
            <unitgradingtype>0</unitgradingtype>
            <unitpenalty>0.1000000</unitpenalty>
            <showunits>3</showunits>
            <unitsleft>0</unitsleft>

        """
    }

    private func choices(_ question: Question, _ choices: [Question.Choice]) -> String {
      let isSingle = choices.count(where: \.isRight) == 1
      let answers = zip(choices, question.fractions(of: choices)).map { choice, fraction in
        """
            <answer fraction="\(fraction)" format="html">
              <text>\(text.paragraph(choice.text).escapedForMarkup)</text>
        \(element("feedback", choice.reason.map(text.paragraph) ?? "", indentation: 6))
            </answer>

        """
      }
      return """
            <single>\(isSingle)</single>
            <shuffleanswers>true</shuffleanswers>
            <answernumbering>abc</answernumbering>
        \(element("correctfeedback", "<p>Right.</p>"))
        \(element("partiallycorrectfeedback", "<p>That is right, but not all of it.</p>"))
        \(element("incorrectfeedback", "<p>That is not it.</p>"))

        """ + answers.joined()
    }

    // MARK: Parts

    private func hints(_ question: Question, isNumber: Bool) -> String {
      question.hints.map { element("hint", text.paragraph($0)) + "\n" }.joined()
    }

    /// By these a random question can be drawn from all variants of one question.
    private func tags(_ item: QuizItem) -> String {
      let words =
        [bank.lesson, "\(bank.lesson) \(item.question.number)"]
        + (bank.variant.map { ["variant \($0)"] } ?? [])
      return "    <tags>" + words.map { "<tag><text>\($0.escapedForMarkup)</text></tag>" }.joined()
        + "</tags>\n"
    }

    private func element(_ name: String, _ html: String, indentation: Int = 4) -> String {
      String(repeating: " ", count: indentation)
        + "<\(name) format=\"html\"><text>\(html.escapedForMarkup)</text></\(name)>"
    }
  }
}

extension QuizBank {
  /// The last part of the category's path, in which a `/` stands twice.
  var categoryName: String {
    let name = title.isEmpty ? lesson : title
    return name.replacing("/", with: "//")
  }
}
