import TestSupport
import Testing

/// All that is said of lists of claims, and to who asks for claims, on a page that is to be read from its top to its bottom.
@Suite struct ClaimMessagesTests {
  private static let header = "id,lecture,slide,printed,kind,verdict\n"

  @Test func `what is said of claims stands on a page`() throws {
    try MessagesPage("Golden/Messages/claims.txt").expect { text in
      let isCall = text.hasPrefix("claim")
      let isWhole = text.hasPrefix("id") || text.contains(";")
      let list =
        isCall ? Lessons.claims : text == "(nothing)" ? "" : isWhole ? text : Self.header + text
      guard
        let folder = try? TemporaryFolder([
          ("Lessons/11-sum.md", Lessons.fine), ("Lessons/claims.csv", list), ("bare/11-sum.md", Lessons.fine),
        ])
      else { return "no folder" }
      let arguments = isCall ? text.split(separator: " ").map(String.init) : ["claims"]
      let outcome = longhand(arguments, in: folder)
      return outcome.messages.isEmpty
        ? "accepted" : outcome.messages.split(separator: "\n").joined(separator: "\n")
    }
  }

  @Test func `what is said of ids in a lesson stands on a page`() throws {
    try MessagesPage("Golden/Messages/claims-in-lessons.txt").expect { text in
      let lesson = Lessons.lesson("A sum", calc: "s = 0.5 + 0.25", check: "").replacing(
        "# A sum", with: "# A sum\n\n" + text)
      guard
        let folder = try? TemporaryFolder([
          ("Lessons/11-sum.md", lesson), ("Lessons/claims.csv", Lessons.claims),
          ("Transcripts/sum.txt", ""),
        ])
      else { return "no folder" }
      let messages = longhand(["check", "sum"], in: folder).messages
      return messages.isEmpty ? "accepted" : messages.split(separator: "\n").joined(separator: "\n")
    }
  }
}
