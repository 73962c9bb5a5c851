import LessonRuntime
import Terminal
import Testing

@testable import Stepper

@Suite struct QuestionTests {
  static let replies: [(keys: String, words: [String], isAnswered: Bool)] = [
    ("gquestion 1\n12.0\n", ["answer> 12.0", "Right", "2·3·2 = 12"], true),
    ("gquestion 1\n=2*(y-1)*x\n", ["answer> 2*(y-1)*x", "Right"], true),
    ("gquestion 1\n\n12\n", ["answer> 12", "Right"], true),
    ("gquestion 1\n3.0\n", ["That is not it", "that is by x"], false),
    ("gquestion 1\n7.7\n", ["That is not it"], false),
    ("gquestion 1\n=zzz\n", ["zzz"], false),
    ("gquestion 2\n\na\n", ["Right"], true),
    ("gquestion 2\n\nb\n", ["that is uphill"], false),
    ("gquestion 2\n\nq\n", ["a"], false),
  ]

  @Test(arguments: replies) func repliesAreMarked(keys: String, words: [String], isAnswered: Bool) {
    let reader = screen(keys).reader
    // What is right stands on the page.
    let said = (isAnswered ? reader.pageLines : reader.noteLines).joined(separator: "\n")
    for word in words { #expect(said.contains(word), "\(said)") }
    #expect((reader.waitingQuestion == nil) == isAnswered)
    #expect(reader.outcomes[reader.step] == (isAnswered ? .answered : nil))
  }

  @Test func hintsComeOneAtATime() {
    #expect(!said(":hint\n").contains("y grows by x."))
    #expect(said(":hint\n").contains("Hint 1: E grows with the square."))
    #expect(said(":hint\n:hint\n").contains("Hint 2: y grows by x."))
    #expect(said(":hint\n:hint\n:hint\n").contains("There are no more hints."))
    #expect(said(":hint\n<Esc>:hint\n").contains("Hint 2: y grows by x."))
  }

  @Test func whoGivesUpSeesTheAnswer() {
    let reader = screen("gquestion 1\n:give up\n:give up\n").reader
    let shown = reader.pageLines.joined(separator: "\n")
    #expect(shown.contains("∂E/∂w = 12"))
    #expect(shown.contains("Because: 2·3·2 = 12"))
    #expect(reader.outcomes[reader.step] == .givenUp)
    #expect(reader.waitingQuestion == nil)
  }

  @Test func whoSkipsGoesOn() throws {
    let reader = screen("gquestion 1\n:skip\n").reader
    let question = try #require(reader.steps.firstIndex { $0.name == "question 1" })
    #expect(reader.step > question)
    #expect(reader.outcomes[question] == .skipped)
  }

  @Test func whatWasSkippedCanStillBeAnswered() throws {
    var screen = screen("gquestion 2\n:skip\ngquestion 2\n")
    #expect(
      screen.frame.lines[22].hasPrefix(">> Question 2 is still open: type your answer, or :hint, :give up"))
    screen.press(.character("a"))
    #expect(screen.frame.lines[22] == "answer> a")
    screen.press(.enter)
    let question = try #require(screen.reader.steps.firstIndex { $0.name == "question 2" })
    #expect(screen.reader.outcomes[question] == .answered)
    #expect(screen.reader.openQuestion == nil)
  }

  @Test func onlyQuestionsThatAreOpenAreNamedAtTheEnd() {
    let reader = smallReader()
    let index = { name in reader.steps.firstIndex { $0.name == name } ?? 0 }
    let end = String(repeating: "<right>", count: 20)
    for (closed, keys, words) in [
      ([], "gChange\n", "Still open: question 1, question 2."),
      (["question 1"], "gChange\n", "Still open: question 2."),
      (["question 1"], "gquestion 2\n:give up\n:give up\n", ""),
      ([], "gquestion 1\n:skip\na\n", "Still open: question 1."),
    ] {
      var screen = ScreenReader(
        smallReader(memory: memory(of: closed.map(index))),
        size: TerminalSize(columns: 80, rows: 24))
      for key in KeyScript(keys + end).keys { screen.press(key) }
      let said = screen.reader.noteLines.joined(separator: " ")
      #expect(said.hasPrefix(" This is the end of the lesson." + (words.isEmpty ? "" : " " + words)))
      #expect(said.contains("Still open") == !words.isEmpty)
    }
  }

  @Test func aQuestionThatWaitsIsNotPassedByGoingOn() {
    let waiting = screen("gquestion 1\n").reader
    for keys in ["<right>", "<space>", "<right><right><right>"] {
      #expect(screen("gquestion 1\n" + keys).reader.position == waiting.position)
    }
  }

  @Test func theWindowSaysThatAQuestionWaits() {
    for (columns, words) in [
      (80, "type your answer, or :hint, :skip, :give up"), (40, ">> Question 1: :hint"),
      (20, ">> Question 1: :hint"),
    ] {
      let frame = screen("gquestion 1\n", columns: columns, rows: 12).frame
      #expect(frame.lines[10].contains(words), "\(columns)")
    }
  }

  /// What is remembered of somebody who has answered the questions of these steps.
  private func memory(of steps: [Int]) -> Reader.Memory {
    Reader.Memory(outcomes: Dictionary(uniqueKeysWithValues: steps.map { ($0, .answered) }))
  }

  private func said(_ keys: String) -> String {
    screen("gquestion 1\n" + keys).reader.noteLines.joined(separator: "\n")
  }
}
