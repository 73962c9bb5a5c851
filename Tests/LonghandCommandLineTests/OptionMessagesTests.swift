import TestSupport
import Testing

/// All that is said to other numbers and other rows, on a page that is to be read from its top to its bottom.
@Suite struct OptionMessagesTests {
  /// A course with rows, numbers of all kinds, and files of rows that people may have.
  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder([
      (
        "Lessons/11-rows.md",
        Lessons.lesson(
          "Rows", calc: "input x from points\nparam w = 2, v = [1, 2]\nconst c = 3\ny = w*x + c + v[1]",
          check: ""
        ).replacing("```calc", with: "```data points\nx\n1\n```\n\n```calc")
      ),
      ("Lessons/12-sum.md", Lessons.fine), ("Lessons/13-points.md", Lessons.withRows),
      (
        "Lessons/14-never.md",
        Lessons.lesson("Never", calc: "param w = 2, v = 3", check: "")
          + "\n```vary\nw in 1...3 step 1\nsuch that w > v\n```\n"
      ),
      (
        "Lessons/15-stops.md",
        Lessons.lesson("Stops", calc: "param w = 2\ny = sqrt(w)", check: "")
          + "\n```vary\nw in -3...-1 step 1\n```\n"
      ),
      ("wide.csv", "x,name,t\n1,Ada,0\n2,Bob,1\n"),
      ("other.csv", "a,b\n1,2\n"), ("semicolons.csv", "x;t\n0,5;1\n0,7;0\n1,5;1\n"), ("none.csv", ""),
      ("header.csv", "x\n"), ("rows.csv", "1,2\n3,4\n"), ("gaps.csv", "x,t\n1,2\n,3\n4\nn/a,5\n1,000,5\n"),
      ("text.csv", "x\none\ntwo\n"), ("tabs.tsv", "x\tt\n1\t2\n2\t3\n"),
    ])
  }

  @Test func `what is said to other numbers and rows stands on a page`() throws {
    let folder = try folder()
    try MessagesPage("Golden/Messages/options.txt").expect { text in
      let outcome = longhand(text.split(separator: " ").map(String.init), in: folder)
      return outcome.messages.isEmpty
        ? "accepted" : outcome.messages.split(separator: "\n").joined(separator: "\n")
    }
  }
}
