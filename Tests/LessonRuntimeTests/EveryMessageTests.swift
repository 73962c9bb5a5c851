import Foundation
import TestSupport
import Testing

/// Every sentence that the sources can say to who writes a lesson, or types while reading one, stands on a page of messages,
/// or on the list of what no page shows, below the reason for that.
@Suite struct EveryMessageTests {
  /// The targets through which a lesson goes.
  private static let roadOfALesson = [
    "LessonLanguage", "LessonDocument", "LessonProgram", "Engine", "Exposition", "LessonRuntime", "Tutor",
    "Claims", "CommaSeparated", "LessonStyle",
  ]

  /// Where all sentences are messages.
  private static let foldersOfMessages = [
    "LessonLanguage", "LessonDocument", "LessonProgram", "LessonRuntime/Data", "Engine/Optimizers",
    "Tutor/Standpoint", "Engine/Values/Fault.swift",
  ]

  /// Where none is: a table of help.
  private static let filesWithoutMessages = [
    "LessonProgram/Formulas/FamilyFunction.swift", "LessonProgram/Formulas/ComposedFunction.swift",
  ]

  /// Where tests of their own hold what is said: it is said of pages, of somebody's numbers, and in practice.
  private static let foldersWithTests = [
    "Tutor/Replay/", "Tutor/Marking/", "Tutor/Standpoint/Standpoint+Entries.swift",
  ]

  /// The calls that carry a message elsewhere.
  private static let callsOfMessages: Set<String> = [
    "Diagnostic", "Note", "Advice", "Refusal", "refused", "bound", "noCount", "report",
  ]

  /// The calls that carry what is said only where the program itself is wrong.
  private static let callsOfFaults: Set<String> = [
    "internalError", "fatalError", "preconditionFailure", "precondition",
  ]

  private static func messages() throws -> [SourceSentence] {
    try roadOfALesson.flatMap { try SourceSentence.all(in: $0) }
      .filter { sentence in
        callsOfFaults.isDisjoint(with: sentence.calls) && !filesWithoutMessages.contains(sentence.file)
          && !foldersWithTests.contains { sentence.file.hasPrefix($0) }
          && (foldersOfMessages.contains { sentence.file.hasPrefix($0) }
            || !callsOfMessages.isDisjoint(with: sentence.calls))
      }
  }

  /// The messages that stand on no page, and the list of those that need not. To look for all of them takes a while.
  private static let onNoPage = Result {
    let pages = try Pages()
    return (messages: try messages().filter { !pages.show($0) }, exceptions: pages.exceptions)
  }

  @Test func `every message of the language stands on a page`() throws {
    let (messages, exceptions) = try Self.onNoPage.get()
    let missing = messages.filter { !exceptions.contains($0.text) }
    #expect(missing.map { "\($0.file):\($0.line): \($0.text)" } == [])
  }

  @Test func `what stands on no page is still said`() throws {
    let (messages, exceptions) = try Self.onNoPage.get()
    let said = Set(messages.map(\.text))
    #expect(exceptions.filter { !said.contains($0) } == [])
  }
}

/// What is said on all pages.
private struct Pages {
  /// What no page shows.
  let exceptions: Set<String>
  /// The lines, without the backquotes around code.
  private let lines: [[UInt8]]
  /// The lines that hold a word.
  private var linesOfWords: [Substring: [Int]] = [:]

  init() throws {
    let folders = ["LessonRuntimeTests", "StepperTests", "LonghandCommandLineTests"]
    let lines = try folders.flatMap { folder in
      let pages = PackageFolder("Tests/\(folder)/Golden/Messages")
      return try pages.names(ending: ".txt").flatMap { name in
        try pages.text(of: name).split(separator: "\n")
          .map(String.init).filter { !$0.hasPrefix(">") && !$0.hasPrefix("#") }
      }
    }
    let listed = try GoldenFile("Golden/MessagesOnNoPage.txt").text().split(separator: "\n")
    exceptions = Set(listed.filter { !$0.hasPrefix("#") }.map(String.init))
    self.lines = lines.map(SourceSentence.withoutBackquotes)
    for (index, line) in lines.enumerated() {
      for word in Set(line.split { !$0.isLetter }) { linesOfWords[word, default: []].append(index) }
    }
  }

  /// Whether a page shows a sentence, whatever values are put into it.
  func show(_ sentence: SourceSentence) -> Bool {
    // A line that shows it has each of its words; at the ends of a part a value may go on with a word.
    let words = sentence.parts.flatMap { $0.split { !$0.isLetter }.dropFirst().dropLast() }
    let parts = sentence.parts.map(SourceSentence.withoutBackquotes)
    guard let places = words.map({ linesOfWords[$0, default: []] }).min(by: { $0.count < $1.count }) else {
      return lines.contains { SourceSentence.stand(parts, in: $0) }
    }
    return places.contains { SourceSentence.stand(parts, in: lines[$0]) }
  }
}
