import LonghandCommandLine
import PlainText
import Testing

@Suite("longhand list")
struct ListTests {
  private static func lesson(_ title: String, needs: String? = nil) -> String {
    "---\ntitle: \(title)\n" + (needs.map { "needs: \($0)\n" } ?? "") + "---\n"
  }

  private static let course = [
    ("Lessons/31-backwards.md", lesson("Backwards", needs: "sum, other-sum")),
    ("Lessons/11-sum.md", lesson("A sum")),
    ("Lessons/12-other-sum.md", lesson("Another sum", needs: "sum")),
  ]

  @Test("prints the parts that there are, and of each lesson its name, its title and what it needs")
  func course() throws {
    let outcome = longhand(["list"], in: try TemporaryFolder(Self.course))
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    #expect(
      outcome.results == """
        Part 1: The neuron
          sum        A sum
          other-sum  Another sum
                     needs sum

        Part 3: Back-propagation
          backwards  Backwards
                     needs sum, other-sum

        """)
  }

  @Test("prints names alone, a line each, and nothing where there is no course")
  func names() throws {
    let folder = try TemporaryFolder(Self.course + [("Lessons/13-broken.md", "no settings")])
    #expect(longhand(["list", "--names"], in: folder).results == "sum\nother-sum\nbroken\nbackwards\n")
    for arguments in [["list", "--names"], ["list", "--names", "--lessons", "nowhere"]] {
      let outcome = longhand(arguments, in: try TemporaryFolder())
      #expect(outcome == Outcome(status: .success, results: "", messages: ""))
    }
  }

  @Test("orders parts by their numbers, and lists lessons that have none last")
  func parts() throws {
    let names = [
      "101-a", "99-b", "71-c", "9-d", "plain", "12plain", "11-e", "30-f", "39-g", "99999999999999999999-h",
    ]
    let folder = try TemporaryFolder(names.map { ("Lessons/\($0).md", Self.lesson("T")) })
    let lines = longhand(["list"], in: folder).results.split(separator: "\n").map {
      $0.hasPrefix(" ") ? String($0.split(separator: " ")[0]) : String($0)
    }
    #expect(
      lines == [
        "Part 1: The neuron", "e", "Part 3: Back-propagation", "f", "g", "Part 7: Pictures", "c",
        "Part 9: Making and knowing", "b", "Part 10", "a", "Other lessons", "12plain", "d", "h", "plain",
      ])
  }

  @Test("lists a lesson with an error as far as it can be read")
  func errors() throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-a.md", "no settings"), ("Lessons/12-b.md", Self.lesson("B", needs: "nowhere")),
      ("Lessons/13-c.md", "---\ntilte: C\nneeds: b\n---\n```calc\na = = 1\n```\n"),
      ("Lessons/14-d.md", Self.lesson("D")),
    ])
    let outcome = longhand(["list"], in: folder)
    #expect(outcome.status == .success)
    #expect(
      outcome.results == """
        Part 1: The neuron
          a  (no title)
          b  B
             needs nowhere
          c  (no title)
             needs b
          d  D

        """)
  }

  @Test("goes on behind a file that cannot be read, says why, and ends with 1")
  func unreadable() throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-a.md/file", ""), ("Lessons/12-b.md", Self.lesson("B")),
    ])
    let outcome = longhand(["list"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.results == "Part 1: The neuron\n  a  (cannot be read)\n  b  B\n")
    #expect(outcome.messages.hasPrefix("longhand: cannot read `Lessons/11-a.md`: "))
  }

  @Test("fits any width, words kept whole where they fit", arguments: [20, 33, 40, 80, 200])
  func width(width: Int) throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-a-name-of-thirty-letters-or-so.md", Self.lesson("Words and words and still more words")),
      ("Lessons/12-b.md", Self.lesson("漢字と仮名で書いた題名", needs: "a-name-of-thirty-letters-or-so, b, c")),
    ])
    for outcome in [
      longhand(["list", "--width", "\(width)"], in: folder),
      longhand(["list"], in: folder, terminal: .init(columns: width)),
    ] {
      let lines = outcome.results.split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { displayWidth($0) <= width && $0.last != " " })
      let words = outcome.results.split(whereSeparator: \.isWhitespace)
      #expect(words.count { $0 == "words" } == 2 && words.contains("needs"))
    }
  }

  @Test("shows the lessons of the folder that is asked for, and does not let a title steer the terminal")
  func place() throws {
    let folder = try TemporaryFolder([("other/51-x.md", Self.lesson("X\u{1B}[2J"))])
    let outcome = longhand(["list", "--lessons", "other"], in: folder)
    #expect(
      outcome.results == "Part 5: Descent\n  x  X\u{FFFD}[2J\n")
    #expect(longhand(["list", "--lessons", "nowhere"], in: folder).status == .wrongUsage)
  }
}
