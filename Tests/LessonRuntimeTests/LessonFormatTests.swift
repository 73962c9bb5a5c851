import Algebra
import Diagnostics
import LessonDocument
import LessonProgram
import LessonRuntime
import Testing
import Transcript

/// The page that describes the format, held against what the program does.
@Suite("The page on the lesson format")
struct LessonFormatTests {
  @Test("has examples that run, and whose checks hold", arguments: FormatPage.lessons)
  func example(lesson: FormatPage.Example) {
    let file = SourceFile(name: lesson.section + ".md", text: lesson.text)
    let run = Lesson(LessonDocument(reading: file), name: "example").run()
    #expect(run.diagnostics.map { $0.text(in: file) }.joined(separator: "\n") == "")
    #expect(run.transcript.checks.filter { !$0.holds }.map { $0.subject.text(.calc) } == [])
  }

  @Test("has examples in the sections that describe cells, each with a check")
  func sections() {
    #expect(
      FormatPage.lessons.map(\.section) == [
        "The file", "Lines, names and numbers", "Numbers that are given", "Numbers that are drawn at random",
        "Data",
        "Formulas", "Vectors and matrices", "Expressions", "Functions", "Derivatives", "Commands",
        "Optimizers", "Training", "Loops",
        "Tables and plots", "Checks", "Questions", "Variants",
      ])
    #expect(FormatPage.otherLanguages == [])
  }

  @Test("has code that a terminal of 80 columns shows line by line")
  func width() {
    for lesson in FormatPage.lessons {
      for line in lesson.text.split(separator: "\n") { #expect(line.count <= 76, "\(line)") }
    }
  }

  @Test("names every function")
  func functions() {
    let words = FormatPage.words(ofSection: "Functions")
    for name in Function.all.map(\.name) + FamilyFunction.allCases.map(\.rawValue)
      + ComposedFunction.allCases.map(\.rawValue)
    {
      #expect(words.contains(name), "\(name)")
    }
  }

  @Test("lists as reserved the words that no name can be", arguments: FormatPage.reservedWords)
  func reserved(word: String) {
    #expect(!FormatPage.isLesson("\(word) = 1"))
    #expect(FormatPage.isLesson("\(word)1 = 1"))
  }
}

/// What tests look up on the page.
enum FormatPage {
  /// A lesson of the page: a whole one, or the cells of one section.
  struct Example: CustomTestStringConvertible {
    var section: String
    var text: String
    var testDescription: String { section }
  }

  /// A fenced block of the page.
  private struct Fence {
    var section: String
    var language: String
    var text: String
  }

  private static let fences: [Fence] = {
    var fences: [Fence] = []
    var section = ""
    var closing: String?
    for line in LessonFormat.page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let marks = String(line.prefix { $0 == "`" })
      if let end = closing {
        if line == end { closing = nil } else { fences[fences.count - 1].text += line + "\n" }
      } else if marks.count >= 3 {
        fences.append(Fence(section: section, language: String(line.dropFirst(marks.count)), text: ""))
        closing = marks
      } else if line.hasPrefix("## ") {
        section = String(line.dropFirst(3))
      }
    }
    return fences
  }()

  /// The lessons of the page, in order.
  static let lessons: [Example] = {
    var lessons: [Example] = []
    for fence in fences {
      if fence.language == "lesson" {
        lessons.append(Example(section: fence.section, text: fence.text))
        continue
      }
      if lessons.last?.section != fence.section {
        lessons.append(Example(section: fence.section, text: "---\ntitle: An example\n---\n"))
      }
      lessons[lessons.count - 1].text += "```\(fence.language)\n\(fence.text)```\n"
    }
    return lessons
  }()

  /// The languages of fenced blocks that are neither cells nor lessons: nobody would run those.
  static var otherLanguages: [String] {
    fences.map(\.language).filter { language in
      !["calc", "check", "data", "ask", "vary", "lesson"].contains {
        language.split(separator: " ").first ?? "" == $0
      }
    }
  }

  /// The words between the heading of a section and the next one.
  static func words(ofSection heading: String) -> Set<String> {
    let behind = LessonFormat.page.split(separator: "\n## \(heading)\n").last ?? ""
    let section = behind.split(separator: "\n## ").first ?? ""
    return Set(section.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
  }

  /// The words that the page lists as reserved.
  static var reservedWords: [String] {
    let list = LessonFormat.page.split(separator: "words are reserved: `").last?.prefix { $0 != "`" } ?? ""
    return list.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Whether a lesson with these statements has no error.
  static func isLesson(_ statements: String) -> Bool { messages(of: statements).isEmpty }

  /// What is wrong with a lesson with these statements.
  static func messages(of statements: String) -> [String] {
    let text = "---\ntitle: Statements\n---\n```calc\n\(statements)\n```\n"
    let file = SourceFile(name: "statements.md", text: text)
    return Lesson(LessonDocument(reading: file), name: "statements").diagnostics.map(\.message)
  }
}
