/// A lesson that keeps to all rules of style, and can be made to break one.
public struct WellWrittenLesson {
  /// What stands between the first step and the questions.
  public var body = ""
  /// What stands above the first step.
  public var top = "How much do two numbers make together?"
  /// The further lines of its settings.
  public var settings = ""
  /// How many lines its longest part has.
  public var lineCount = 150
  /// The questions, each as a cell.
  public var questions = [WellWrittenLesson.twice, WellWrittenLesson.more]
  /// The headings of its last sections.
  public var sections = ["What to remember", "What to try"]

  /// A lesson that breaks none.
  public init() {}

  /// A question whose answer is 1.5.
  public static let twice = "```ask\nHow much is twice s, to 1 decimal?\nanswer: 2*s\ndigits: 1\n```"
  /// A question to choose.
  public static let more = "```ask\nWhich is more?\n- [x] s\n- [ ] w5 -- it is a part of s\n```"

  /// The text of the lesson.
  public var text: String {
    let lines = String(repeating: "x\n", count: lineCount)
    let parts =
      [
        "---\ntitle: A sum\n\(settings)---", "# A sum", top, "```calc\nparam w5 = 0.5\ns = w5 + 0.25\n```",
        body,
      ]
      + questions + ["```text\n\(lines)```"] + sections.flatMap { ["## \($0)", "A sum is s."] }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}
