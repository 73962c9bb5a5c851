import Foundation
import LonghandCommandLine
import Testing

/// The names of files are chosen by whoever made them, and may steer the terminal of whoever reads them.
@Suite("A file's name")
struct NameTests {
  private static let steering = [
    "\u{1B}[31mred", "bell\u{7}", "over\rwritten", "two\nlines", "\u{9B}31m", "\u{202E}backward",
  ]

  /// Lessons with the same name, their own error or none: each is told of in another place.
  private static func folder(_ name: String) throws -> TemporaryFolder {
    try TemporaryFolder([
      ("Lessons/11-\(name).md", Lessons.fine), ("Lessons/12-broken-\(name).md", Lessons.broken),
      ("Lessons/13-wrong-\(name).md", Lessons.wrong), ("Lessons/14-stopping-\(name).md", Lessons.stopping),
      ("Lessons/15-rows-\(name).md", Lessons.withRows),
      ("Lessons/16-needy.md", Lessons.fine.replacing("title:", with: "needs: broken-\(name)\ntitle:")),
      ("Transcripts/gone-\(name).txt", ""), ("Transcripts/broken-\(name).txt", "other\n"),
      ("\(name)/11-a.md", Lessons.fine), ("keys", "q"),
    ])
  }

  @Test("never steers the terminal, wherever it is printed", arguments: steering)
  func harmless(name: String) throws {
    let folder = try Self.folder(name)
    let path = "Lessons/11-\(name).md"
    let calls =
      [
        [], ["list"], ["list", "--names"], ["progress"], ["check"], ["check", "--update"], ["check"],
        ["list", "--lessons", name], ["list", "--lessons", "no-\(name)"], ["help", name],
        ["completions", name],
        [name], ["--\(name)"], ["run", "--set", "\(name)=1", path], ["run", "--data", "\(name)=x", path],
        ["run", "--data", "points=\(name).csv", "Lessons/15-rows-\(name).md"],
        ["run", "--width", name, path],
        ["step", "--keys", "keys", path], ["step", "--keys", name, path], ["step", "--plain", path],
        ["progress", path], ["progress", "--reset", "--yes", name],
      ]
      + ["run", "check", "step", "progress"].flatMap { command in
        ["", "broken-", "wrong-", "stopping-", "missing-"].flatMap { kind in
          [[command, kind + name], [command, "./Lessons/\(kind)\(name).md"]]
        }
      }
    for call in calls {
      let outcome = longhand(call, in: folder, environment: ["XDG_STATE_HOME": folder.path + "/state"])
      for text in [outcome.results, outcome.messages] {
        #expect(!text.unicodeScalars.contains(where: Self.isSteering), "\(call): \(text)")
        // A line feed within a name would begin a line with what stands behind it.
        #expect(!text.contains("two\nlines"), "\(call): \(text)")
      }
    }
  }

  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.properties.generalCategory == .control && scalar != "\n") || scalar == "\u{202E}"
  }
}
