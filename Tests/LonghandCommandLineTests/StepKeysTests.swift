import Foundation
import LonghandCommandLine
import TestSupport
import Testing

/// `longhand step --keys`: sessions that are played from a file.
@Suite("A lesson that keys are played to")
struct StepKeysTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder([("lesson.md", Lessons.toRead)]) }

  private func play(_ keys: String, _ arguments: String...) throws -> Outcome {
    try folder.write(keys, to: "keys.txt")
    return longhand(
      ["step", "--keys", "keys.txt"] + arguments, in: folder,
      environment: folder.home.merging(["XDG_STATE_HOME": folder.path + "/state"]) { $1 })
  }

  /// What is said in between, an empty line above each.
  private static let remarks: [[String]] =
    [["", "No question waits here."]]
    + (1...20).flatMap { number in
      [
        ["", "Question \(number) is answered."],
        ["", "Question \(number) waits. Type your answer, or `:hint`, `:give up`, `:skip`."],
      ]
    }

  /// The lines without what is said between them.
  private static func page(_ lines: ArraySlice<String>) -> [String] {
    var (page, rest): ([String], ArraySlice<String>) = ([], lines)
    while let first = rest.first {
      if let remark = remarks.first(where: rest.starts) {
        rest.removeFirst(remark.count)
      } else {
        page.append(first)
        rest.removeFirst()
      }
    }
    return page
  }

  @Test(
    "prints the page of the transcript, but sums up checks that are met, and keeps nothing",
    arguments: try CourseFolder.quickNames(from: 1))
  func transcript(lesson: String) throws {
    let recorded = try String(contentsOf: CourseFolder.transcript(of: lesson), encoding: .utf8).pageLines
    // Each key is pressed where it means nothing, too, and all together are more than the lesson needs.
    let keys = String(repeating: ":skip\n<Right>", count: recorded.count / 2 + 20)
    let outcome = try play(keys, "--lessons", CourseFolder.lessons, lesson)
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    let lines = outcome.results.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let end = try #require(lines.firstIndex { $0.hasPrefix("This is the end of the lesson.") })
    var rest = recorded[...]
    for line in Self.page(lines[..<(end - 1)]) where !line.hasSuffix(" printed numbers are met") {
      let found = try #require(rest.firstIndex(of: line), "\(line)")
      rest = rest[(found + 1)...]
    }
    #expect(rest.allSatisfy { $0.isEmpty || $0.hasPrefix("    ") }, "\(rest)")
    #expect(try folder.contents("") == ["keys.txt", "lesson.md"])
  }

  @Test("is the same each time, and prints what is typed and said between the lines")
  func session() throws {
    let keys = """
      # A comment.
      <Right><Right><Right>]bb<Right>w
      :w = 1
      :go question 1
      11
      :hint
      h
      2*(y - 1)*x
      =<Esc>:reset
      2*3*x
      [/arrow
      xb<Ctrl-X>?<Esc>q never
      """
    let outcome = try play(keys, "--width", "60", "./lesson.md")
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    #expect(try play(keys, "--width", "60", "./lesson.md") == outcome)
    #expect(try folder.contents("") == ["keys.txt", "lesson.md"])
    try GoldenFile("Golden/step-keys.txt").expect(outcome.results)
  }
}
