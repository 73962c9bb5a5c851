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
        Part 1
          sum        A sum
          other-sum  Another sum
                     needs sum

        Part 3
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
        "Part 1", "e", "Part 3", "f", "g", "Part 7", "c",
        "Part 9", "b", "Part 10", "a", "Other lessons", "12plain", "d", "h", "plain",
      ])
  }

  @Test("calls the parts as parts.csv does, and says what one can do after each")
  func titles() throws {
    let parts = """
      part,note,title,afterwards
      3,,Back-propagation,
      1,x,The neuron,"work any one neuron by hand, forward and back, and say what it cannot do"
      7,,Pictures,draw

      """
    let folder = try TemporaryFolder(
      Self.course + [("Lessons/parts.csv", parts), ("Lessons/41-cost.md", "")])
    #expect(
      longhand(["list", "--width", "60"], in: folder).results == """
        Part 1: The neuron
        Afterwards you can work any one neuron by hand, forward and
        back, and say what it cannot do.
          sum        A sum
          other-sum  Another sum
                     needs sum

        Part 3: Back-propagation
          backwards  Backwards
                     needs sum, other-sum

        Part 4
          cost       (no title)

        """)
    #expect(longhand(["list", "--names"], in: folder).results == "sum\nother-sum\nbackwards\ncost\n")
  }

  @Test(
    "says what is wrong with parts.csv, and lists the lessons all the same",
    arguments: [
      ("part\n1\n", "1:1: error: the column `title` is missing"),
      ("part,title\none,A\n", "2:1: error: this is no number of a part"),
      ("part,title\n0,A\n", "2:1: error: this is no number of a part"),
      ("part,title\n1,A\n1,B\n", "3:1: error: part 1 is given a second time"),
      ("part,title\n1, \n", "2:3: error: this part has no title"),
      ("part,title,afterward\n1,A,b\n", "1:12: error: there is no column `afterward`"),
    ])
  func wrongTitles(list: String, message: String) throws {
    let folder = try TemporaryFolder(Self.course + [("Lessons/parts.csv", list)])
    for arguments in [[], ["list"]] {
      let outcome = longhand(arguments, in: folder, environment: folder.home)
      #expect(outcome.status == .failure)
      #expect(outcome.messages.hasPrefix("Lessons/parts.csv:\(message)\n"), "\(outcome.messages)")
      #expect(outcome.results.hasPrefix("Part 1\n"))
    }
    #expect(longhand(["check", "sum"], in: folder).messages.isEmpty)
  }

  @Test(
    "lists each lesson of a part behind those that it needs, directly or through other parts",
    arguments: [
      ([("11-a", "c"), ("12-b", ""), ("13-c", "")], "b c a"),
      ([("11-a", "x"), ("12-b", ""), ("21-x", "b")], "b a x"),
      ([("11-a", "b"), ("12-b", "a"), ("13-c", "a"), ("14-d", "")], "d a b c"),
      ([("11-a", "a"), ("12-b", "nowhere")], "a b"),
      ([("11-a", "d"), ("12-b", "a"), ("13-c", "b"), ("14-d", "")], "d a b c"),
    ])
  func readingOrder(lessons: [(String, String)], names: String) throws {
    let folder = try TemporaryFolder(
      lessons.map { ("Lessons/\($0).md", Self.lesson("T", needs: $1.isEmpty ? nil : $1)) })
    let lines = longhand(["list"], in: folder).results.split(separator: "\n").filter { $0.hasPrefix("  ") }
    let listed = lines.filter { !$0.contains("needs") }.map { $0.split(separator: " ")[0] }
    #expect(listed.joined(separator: " ") == names)
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
        Part 1
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
    #expect(outcome.results == "Part 1\n  a  (cannot be read)\n  b  B\n")
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
      outcome.results == "Part 5\n  x  X\u{FFFD}[2J\n")
    #expect(longhand(["list", "--lessons", "nowhere"], in: folder).status == .wrongUsage)
  }
}
