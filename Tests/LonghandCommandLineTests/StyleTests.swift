import LonghandCommandLine
import TestSupport
import Testing

@Suite("longhand check --style")
struct StyleTests {
  /// A course of two lessons with a list of words; the first has `text` in it.
  private func folder(_ text: String, needs: String = "") throws -> TemporaryFolder {
    var lesson = WellWrittenLesson()
    lesson.body = text
    lesson.settings = needs
    return try TemporaryFolder([
      ("Lessons/12-sum.md", lesson.text), ("Lessons/11-momentum.md", Lessons.fine),
      ("Lessons/13-between.md", Lessons.fine.replacing("title", with: "needs: momentum\ntitle")),
      ("Lessons/words.csv", Lessons.words), ("alone.md", lesson.text), ("Transcripts/sum.txt", ""),
    ])
  }

  private static let long = "It " + String(repeating: "goes on and ", count: 9) + "ends."

  @Test("tells what breaks the rules, and ends with 1")
  func broken() throws {
    let folder = try folder("The velocity is high.\n\n" + Self.long)
    let outcome = longhand(["check", "--style", "./alone.md"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.results == "alone: 2 questions, 1 warning\n")
    #expect(
      outcome.messages.hasPrefix(
        "./alone.md:16:1: warning: this sentence has 29 words, and 25 are the most\n"))
    let inCourse = longhand(["check", "--style", "sum"], in: folder)
    #expect(inCourse.results.hasPrefix("sum: 2 questions, 2 warnings\n"))
    #expect(
      inCourse.messages.contains("Lessons/12-sum.md:14:5: warning: `velocity` is explained in `momentum`"))
  }

  @Test("is silent of what nobody asked for, and of a lesson that keeps to the rules")
  func silent() throws {
    let folder = try folder(Self.long)
    #expect(longhand(["check", "./alone.md"], in: folder).status == .success)
    let clean = longhand(["check", "--style", "./alone.md"], in: try self.folder(""))
    #expect(clean.status == .success && clean.results == "alone: 2 questions\n" && clean.messages == "")
  }

  @Test("knows the words of all lessons that come before one", arguments: ["momentum", "between"])
  func known(lesson: String) throws {
    let folder = try folder("The velocity.", needs: "needs: \(lesson)\n")
    #expect(longhand(["check", "--style", "sum"], in: folder).messages == "")
  }

  @Test("tells of a list of words that is wrong, once, and ends with 1")
  func wrongList() throws {
    let folder = try folder("")
    try folder.write("word,lesson\n", to: "Lessons/words.csv")
    let outcome = longhand(["check", "--style", "sum", "momentum"], in: folder)
    #expect(outcome.messages.components(of: "the column `explanation` is missing") == 1)
    #expect(outcome.status == .failure)
  }

  // MARK: Messages

  @Test func `what is said of style stands on a page`() throws {
    try MessagesPage("Golden/Messages/style.txt").expect { text in
      guard let folder = try? folder("") else { return "no folder" }
      guard (try? folder.write(lesson(text).text, to: "Lessons/12-sum.md")) != nil else { return "no lesson" }
      return said(longhand(["check", "--style", "sum"], in: folder))
    }
  }

  @Test func `what is said of words stands on a page`() throws {
    try MessagesPage("Golden/Messages/words.txt").expect { text in
      guard let folder = try? folder("") else { return "no folder" }
      guard !text.hasPrefix("help") else {
        if text.hasSuffix("--lessons bare") { try? folder.write(Lessons.fine, to: "bare/1-a.md") }
        return said(longhand(text.split(separator: " ").map(String.init), in: folder))
      }
      let isWhole = text.hasPrefix("word,")
      let list =
        text == "(nothing)" ? "" : isWhole ? text : "word,other spellings,lesson,explanation\n" + text
      guard (try? folder.write(list, to: "Lessons/words.csv")) != nil else { return "no list" }
      return said(longhand(["help", "words"], in: folder))
    }
  }

  private func said(_ outcome: Outcome) -> String {
    outcome.messages.isEmpty ? "accepted" : outcome.messages.split(separator: "\n").joined(separator: "\n")
  }

  /// The lesson that a text of the page stands for: the text is in it, or says in parentheses what it is like.
  private func lesson(_ text: String) -> WellWrittenLesson {
    var lesson = WellWrittenLesson()
    switch text {
    case "(400 lines)": lesson.lineCount = 380
    case "(40 lines)": lesson.lineCount = 1
    case "(no question)": lesson.questions = []
    case "(one question)": lesson.questions.removeLast()
    case "(no last sections)": lesson.sections = []
    case "(much before the first step)":
      lesson.top = "How much?\n\n```text\n" + String(repeating: "x\n", count: 30) + "```"
    default: lesson.body = text
    }
    return lesson
  }
}

extension String {
  /// How often `text` stands in it.
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
