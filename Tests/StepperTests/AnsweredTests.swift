import LessonRuntime
import Terminal
import Testing
import Transcript

@testable import Stepper

/// What is typed at a question, and what stays of it.
@Suite struct AnsweredTests {
  @Test(arguments: "abcdefghijklmnopqrstuvwxyzABCEO") func aReplyMayBeginWithAnyLetter(_ letter: Character) {
    for question in [1, 2] {
      let reader = screen("gquestion \(question)\n\(letter)1*w + 0.5\n").reader
      #expect(reader.noteLines.contains("answer> \(letter)1*w + 0.5"))
      #expect(reader.waitingQuestion?.number == question)
    }
  }

  static let replies = [
    "out_h1*w + 1", "a*b", "sigmoid(w)", "w - 0.6*0.0802", "down", "hint", "/2", "]", "[1]", "q", "g", "skip",
    "why w",
  ]

  @Test(arguments: replies) func whateverIsTypedIsTheReply(_ reply: String) {
    let reader = screen("gquestion 1\n\(reply)\n").reader
    #expect(reader.noteLines.contains("answer> \(reply)"), "\(reader.noteLines)")
    #expect(reader.questions[1]?.hintCount ?? 0 == 0)
    var plain = PlainReader(smallReader())
    _ = plain.enter("go to question 1")
    #expect(plain.enter(reply).contains("answer> \(reply)"))
  }

  @Test func aWordInPlaceOfAReplyIsToldHowItIsAskedFor() {
    #expect(notes("gquestion 1\nhint\n").contains { $0.contains("`:hint` asks for what you may mean.") })
    #expect(!notes("gquestion 1\nw\n").contains { $0.contains("may mean") })
  }

  static let commands: [(keys: String, words: String)] = [
    (":hint\n", "Hint 1: E grows with the square."), ("\n:hint\n", "Hint 1: E grows with the square."),
    (":why y\n", "why> y"), (":w*2\n", "    w·2 = 0.5·2 = 1"), (":help\n", "Enter, Space, Right"),
    ("?", "Enter, Space, Right"), (":give up\n", "once more shows it"), (":where\n", "Step 9 of 15"),
    (":explain y\n", "      = 0.5·2 + 3"), (":backward E\n", "∂E/∂w"), (":table w, x\n", "    w     x"),
    (":checks\n", "No numbers are left out here."),
  ]

  @Test(arguments: commands) func whatIsAskedForBehindAColonIsDone(keys: String, words: String) {
    let reader = screen("gquestion 1\n" + keys).reader
    #expect(reader.noteLines.contains { $0.contains(words) }, "\(reader.noteLines)")
    #expect(reader.waitingQuestion?.number == 1)
  }

  @Test func whoMovesOnDoesSoByWords() {
    #expect(screen("gquestion 1\n:go E\n").reader.step < screen("gquestion 1\n").reader.step)
    #expect(screen("gquestion 1\n:go\n").prompt?.action == .goTo)
    #expect(screen("gquestion 1\n:search\n").reader.noteLines.contains("Type what is to be found."))
    #expect(screen("gquestion 1\n:search uphill\n").reader.noteLines.contains("search> uphill"))
    #expect(screen("gquestion 1\n:next section\n").reader.waitingQuestion?.number == 2)
    #expect(screen("gquestion 1\n:quit\n").reader.hasLeft)
  }

  @Test func givingUpAsksOnce() {
    let once = screen("gquestion 1\n:give up\n").reader
    #expect(once.outcomes.isEmpty && !once.noteLines.contains { $0.contains("= 12") })
    #expect(screen("gquestion 1\n:give up\n:hint\n:give up\n").reader.outcomes.isEmpty)
    let twice = screen("gquestion 1\n:give up\n:give up\n").reader
    #expect(twice.outcomes[twice.step] == .givenUp)
    #expect(twice.pageLines.contains { $0.contains("= 12") })
  }

  @Test func theAnswerToAQuestionThatWasGivenUpStaysOnThePage() throws {
    let later = screen("gquestion 1\n:give up\n:give up\n<right>").reader
    #expect(later.pageLines.contains { $0.contains("∂E/∂w = 12") })
    let step = try #require(later.steps.firstIndex { $0.name == "question 1" })
    let memory = Reader.Memory(lastStep: step, outcomes: [step: .givenUp])
    #expect(smallReader(memory: memory).pageLines.contains { $0.contains("∂E/∂w = 12") })
  }

  @Test func aQuestionMarkBeginsNoReply() {
    let helped = screen("gquestion 1\n\n?")
    #expect(
      helped.prompt == nil && helped.reader.noteLines.contains { $0.contains("A hint, one at a time.") })
    #expect(screen("gquestion 1\n\n12?").prompt?.editor.text == "12?")
  }

  @Test func aQuestionThatWasGivenUpCanBeTriedAgain() {
    var screen = screen("gquestion 1\n:give up\n:give up\n<Left><right>")
    #expect(screen.frame.lines[22] == ">> Question 1 was given up; = tries it again")
    #expect(!screen.reader.noteLines.contains { $0.contains("= 12") })
    for key in KeyScript("=7.5\n").keys { screen.press(key) }
    #expect(screen.reader.outcomes[screen.reader.step] == .givenUp)
    for key in KeyScript("=12\n").keys { screen.press(key) }
    #expect(screen.reader.outcomes[screen.reader.step] == .answered)
    #expect(screen.reader.pageLines.contains("answer> 12"))
  }

  @Test func whatWasAnsweredStays() throws {
    let answer = ["", "answer> 12", "Right."]
    let reader = screen("gquestion 1\n9.9\n12\n").reader
    #expect(reader.notes.isEmpty)
    #expect(reader.pageLines.joined(separator: "\n").contains(answer.joined(separator: "\n")))
    #expect(reader.pageLines.last == "2·3·2 = 12")
    #expect(reader.replies == [reader.step: "12"])
    for keys in ["<right>", "<right><Left>", "gE\ngquestion 2\n", "gThe end\n"] {
      let later = screen("gquestion 1\n12\n" + keys).reader
      #expect(later.pageLines.contains("answer> 12"), "\(keys)")
    }
    // It does not hold up who comes by again.
    let again = screen("gquestion 1\n12\ngE\n<right><right><right><right>").reader
    #expect(again.step > reader.step)
  }

  @Test func whatWasAnsweredWithOtherNumbersIsAnotherQuestion() {
    let changed = screen("gquestion 1\n12\n:w = 1\n").reader
    #expect(changed.waitingQuestion?.number == 1)
    #expect(!changed.pageLines.contains("answer> 12"))
    let back = screen("gquestion 1\n12\n:w = 1\n16\n:reset\n").reader
    #expect(back.pageLines.contains("answer> 12") && !back.pageLines.contains("answer> 16"))
    #expect(back.replies == [back.step: "12"])
  }

  @Test func whatWasAnsweredIsShownWhenTheLessonIsOpenedAgain() throws {
    let steps = smallReader().steps
    let question = try #require(steps.firstIndex { $0.name == "question 1" })
    for (replies, line) in [
      ([question: "2*3*2"], "answer> 2*3*2"), ([:], "You have answered this question."),
      // The lesson may have changed above its question.
      ([question: "13"], "You have answered this question."),
    ] {
      var reader = smallReader(memory: Reader.Memory(outcomes: [question: .answered], replies: replies))
      while reader.step < question { reader.perform(Request(.next)) }
      #expect(reader.waitingQuestion == nil)
      #expect(reader.pageLines.contains(line), "\(reader.pageLines)")
      #expect(reader.pageLines.last?.hasSuffix("2·3·2 = 12") == true)
      #expect(reader.replies.isEmpty && reader.outcomes.isEmpty)
      let position = reader.position
      reader.perform(Request(.next))
      #expect(reader.position > position)
    }
    let resumed = smallReader(
      memory: Reader.Memory(
        lastStep: steps.count - 2, outcomes: [question: .answered], replies: [question: "12"]))
    #expect(resumed.pageLines.contains("answer> 12"))
  }

  @Test func keysThatArePlayedPrintAnAnswerOnceWhereverItIsGiven() {
    for keys in ["gquestion 1\n12\n", "gquestion 1\n:skip\n<Left>12\n<right><right>"] {
      var player = KeyPlayer(smallReader())
      var lines = player.opening()
      for key in KeyScript(keys).keys { lines += player.press(key) }
      #expect(lines.count { $0 == "answer> 12" } == 1, "\(lines)")
    }
  }

  private func notes(_ keys: String) -> [String] { screen(keys).reader.noteLines }
}
