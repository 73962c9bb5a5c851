import Foundation
import TestSupport
import Testing

@Suite("The reader of transcripts, at questions")
struct QuestionTests {
  private static let lesson = LessonSource(
    "```ask\nq\nanswer: y\n```\n\n```ask\nq\n- [x] a\n```\n\n```ask\nq\nanswer: y\n```\n")

  private static let page = """
        param   w = 3   k = 2

        y = 2/w = 2/3 = 0.66667

    | Question 1
    | How large is y?
    | Answer with at least 2 decimals.

        w ← 4 (was 3)

        name   before    now
        y      0.66667   0.5

    | Question 2
    | Which?
    |
    | a) one, which goes on until it needs more than a line, as 1 = 2 or
    |    3 = 4

    | Question 3
    | How large now?

    Answers
    -------

    Question 1

        y = 0.66667                                         accepted: 0.67 or 0.66

    Hint: 2/3 = 5

    Mistake: it is the other way round

        w/2 = 1.5

    Mistake:

        4

    Question 2

    a) is right: one

    Question 3

        y = 0.5

    Mistake:

        1/8 = 0.125

    Mistake:

        k − k ≈ 0
    """

  private static func reading(_ page: String) -> Reading { Reading(Page(page, lesson: lesson)) }

  @Test func `reads the numbers of answers, as they were where they are asked for`() {
    let reading = Self.reading(Self.page)
    #expect(reading.faults.map(\.description) == [])
    #expect(
      reading.tally
        == Tally(
          lines: 11, equations: 2, equalities: 3, substitutions: 1, approximations: 1, givens: 2, tables: 1,
          rows: 1,
          sentences: 1, questions: 3, answers: 6, answersOfShownNumbers: 3, replies: 2))
  }

  @Test(
    "refuses a page with one thing changed",
    arguments: [
      ("    y = 0.66667 ", "    y = 0.66657 "), ("    y = 0.5\n", "    y = 0.66667\n"),
      ("w/2 = 1.5", "w/2 = 2"),
      ("1/8 = 0.125", "1/8 = 0.126"), ("0.67 or", "0.68 or"), ("or 0.66", "or 0.65"), ("or 0.66", "or so"),
      ("accepted: 0.67 or 0.66", "accepted: "), ("accepted", "right"), ("    4\n", "    a 4\n"),
      ("| Question 2", "| Question 1"), ("\n    Question 3", "\n    Question 4"), ("k − k ≈ 0", "k − ≈ 0"),
    ])
  func changed(text: String, other: String) throws {
    // The page's own margin is gone from it.
    let margin = "\n    "
    let (text, other) = (text.replacing(margin, with: "\n"), other.replacing(margin, with: "\n"))
    let page = Self.page
    try #require(page.contains(text))
    let range = try #require(page.ranges(of: text).last)
    #expect(!Self.reading(page.replacingCharacters(in: range, with: other)).faults.isEmpty)
  }

  @Test func `replies belong to an answer`() {
    let page = "    y = 2/4 = 0.5      accepted: 0.50"
    #expect(Self.reading(page).faults.map(\.description) == ["1: ‘accepted: 0.50’ belongs to no answer"])
  }

  @Test func `a lesson without questions may speak of them`() {
    let reading = Reading(Page(Self.page.replacing("accepted: 0.67 or 0.66", with: "")))
    #expect(reading.tally.questions == 0)
    #expect(reading.tally.answers == 0)
  }

  /// A lesson whose questions ask for all that can be asked for.
  private static let asking = """
    ---
    title: Questions
    decimals: 4
    rounding: truncated
    ---

    ```calc
    input x = 2, k = 0.50
    param w = 3, v = -1
    y = x/w
    z = tanh(w*x*0.1 + v)
    E = (y - z)^2
    explain ∂E/∂w
    update w to reduce E with sgd(rate: 0.5)
    forward
    ```

    ```ask
    How large is ∂E/∂v, which is not `= y`?
    answer: ∂E/∂v
    digits: 3
    mistake: ∂E/∂w -- the other one
    mistake: w - y -- a difference
    mistake: 12
    hint: It is a product.
    because: y = 2
    ```

    ```ask
    Which is larger?
    - [x] w, at `= w`
    - [ ] v -- which is `= v`
    ```

    ```ask
    How large is E, to 8 digits?
    answer: E
    digits: 8
    mistake: (y - z)^2 + 0.25
    mistake: if w > 1 then w else v
    ```

    ```calc
    w <- 1
    forward
    ```

    ```ask
    And y?
    answer: y
    mistake: x + w
    mistake: k -- half
    mistake: 2/7
    mistake: 0.1*x + 0.1 - 0.3
    ```

    """

  @Test func `what the program prints of questions is true as printed`() throws {
    let text = try BuiltProgram().transcript(ofText: Self.asking)
    let source = LessonSource(Self.asking)
    let page = Page(text, lesson: source)
    let reading = Reading(page, decimals: source.decimals)
    #expect(reading.faults.map(\.description) == [], "\(text)")
    #expect(reading.tally.questions == 4)
    #expect(reading.tally.answers == 12)
    #expect(reading.tally.answersOfShownNumbers == 7)
    #expect(reading.tally.replies == 1)
  }

  @Test func `a changed digit of a number that the program prints of an answer is noticed`() throws {
    let text = try BuiltProgram().transcript(ofText: Self.asking)
    let source = LessonSource(Self.asking)
    let answers = try #require(text.range(of: "\nAnswers\n"))
    let shown = text[answers.upperBound...].matches(of: /\n    (?:E|y|w − y|k|2\/7|x \+ w) = (\d)/)
    #expect(shown.count == 6)
    for match in shown {
      let digit = match.1
      let other = digit == "9" ? "4" : "\((digit.first?.wholeNumberValue ?? 0) + 1)"
      let changed = text.replacingCharacters(in: digit.startIndex..<digit.endIndex, with: other)
      #expect(!Reading(Page(changed, lesson: source), decimals: source.decimals).faults.isEmpty, "\(match.0)")
    }
  }
}
