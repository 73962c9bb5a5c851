public import Transcript

/// Writes what is said to replies as lines of JSON.
public struct VerdictWriter {
  private let feedback: FeedbackHTML
  private let text: TextRenderer

  /// A writer for the replies to a lesson's questions.
  ///
  /// - Parameter callsExp: whether `exp(x)` is written in the place of `e^x`.
  public init(callsExp: Bool) {
    feedback = FeedbackHTML(callsExp: callsExp)
    text = TextRenderer(callsExp: callsExp)
  }

  /// A reply, how it is taken, and what is said to it, as text and as HTML, on one line.
  public func line(reply: String, outcome: String, remarks: [Transcript.Part]) -> String {
    JSONValue.members([
      ("reply", .string(reply)), ("outcome", .string(outcome)),
      ("remarks", .string(plainText(of: remarks))), ("html", .string(feedback.html(of: remarks))),
    ]).line
  }

  /// What is said, without the margins of a page.
  private func plainText(of remarks: [Transcript.Part]) -> String {
    var layout = PageLayout(text, title: "")
    let lines = remarks.flatMap { layout.lines(adding: $0) }.map { $0.text() }
    return lines.filter { !$0.isEmpty }.map { String($0.drop { $0 == " " }) }.joined(separator: "\n")
  }
}
