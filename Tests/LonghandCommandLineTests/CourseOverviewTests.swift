import PlainText
import Testing

@testable import LonghandCommandLine

@Suite("longhand without a command")
struct CourseOverviewTests {
  private static let course = [
    ("Lessons/11-a.md", Lessons.asking("First")),
    ("Lessons/12-b.md", Lessons.asking("Second", needs: "a")),
    ("Lessons/13-c.md", Lessons.asking("Third")),
    ("Lessons/31-d.md", Lessons.asking("Fourth", needs: "b, c")),
  ]

  private func overview(
    _ folder: TemporaryFolder, _ options: [String] = [], terminal: Invocation.TerminalFacts? = nil
  ) -> Outcome {
    longhand(options, in: folder, environment: folder.home, terminal: terminal)
  }

  @Test("shows a reader who begins the whole course, and where it begins")
  func begin() throws {
    let folder = try TemporaryFolder(Self.course)
    let outcome = overview(folder)
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    #expect(
      outcome.results == """
        Part 1
            a  First
            b  Second
               needs a
            c  Third

        Part 3
            d  Fourth
               needs b, c

        4 lessons, none done yet.

          longhand step a  Begins the next lesson.
          longhand help    Explains all that the program can do.

        """)
    // Nobody needs a home for that, and nothing is written.
    #expect(longhand([], in: folder) == outcome)
    #expect(try folder.contents(".") == ["Lessons"])
  }

  @Test("marks what is done and what is begun, and goes on where the reader left off")
  func going() throws {
    let folder = try TemporaryFolder(Self.course)
    try folder.read("11-a", [.read, .read, .answered])
    try folder.read("12-b", [.read, .read])
    #expect(
      overview(folder).results == """
        Part 1
          ✓ a  First
          … b  Second
               2 of 3 steps; of 1 question none answered
            c  Third

        Part 3
            d  Fourth
               needs b, c

        1 of 4 lessons done.

          longhand step b  Goes on at step 2 of 3.
          longhand help    Explains all that the program can do.

        """)
  }

  @Test(
    "proposes the first lesson that is not done and whose needs are met",
    arguments: [
      ([], "a", "Begins"), (["a"], "b", "Begins"), (["c"], "a", "Begins"), (["a", "b"], "c", "Begins"),
      (["a", "b", "c"], "d", "Begins"), (["a", "b", "c", "d"], nil, ""), (["b", "c", "d"], "a", "Begins"),
    ] as [([String], String?, String)])
  func next(done: [String], next: String?, verb: String) throws {
    let folder = try TemporaryFolder(Self.course)
    for (path, _) in Self.course {
      let file = String(path.dropFirst("Lessons/".count).dropLast(".md".count))
      if done.contains(String(file.suffix(1))) { try folder.read(file, [.read, .read, .givenUp]) }
    }
    let results = overview(folder).results
    if let next {
      #expect(results.contains("longhand step \(next)  \(verb)"))
      #expect(results.contains(done.isEmpty ? "4 lessons, none done" : "\(done.count) of 4 lessons done."))
    } else {
      #expect(!results.contains("longhand step"))
      #expect(results.contains("\nAll 4 lessons are done.\n"))
    }
  }

  @Test("does not hold a reader up who has skipped a question, and comes back to it at the end")
  func skipped() throws {
    let folder = try TemporaryFolder(Self.course)
    try folder.read("11-a", [.read, .read, .skipped])
    let results = overview(folder).results
    #expect(
      results.contains("  … a  First\n       2 of 3 steps; of 1 question 1 skipped\n    b  Second\n    c"))
    #expect(results.contains("longhand step b  Begins"))
    for lesson in ["12-b", "13-c", "31-d"] { try folder.read(lesson, [.read, .read, .answered]) }
    #expect(overview(folder).results.contains("longhand step a  Goes back to what was skipped."))
  }

  @Test("counts a step that has been rewritten as open again")
  func changed() throws {
    let folder = try TemporaryFolder(Self.course)
    try folder.read("11-a", [.read, .read, .answered])
    try folder.write(Lessons.asking("First").replacing("1 + 1", with: "1 + 2"), to: "Lessons/11-a.md")
    let results = overview(folder).results
    #expect(
      results.contains(
        "  … a  First\n       2 of 3 steps; 1 question answered\n       1 step has changed since\n"))
    #expect(results.contains("longhand step a  Goes on"))
  }

  @Test("lists lessons that cannot be read, or have errors, or need what there is not, or each other")
  func broken() throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-a.md", Lessons.fine), ("Lessons/12-b.md/file", ""),
      ("Lessons/13-c.md", Lessons.asking("C", needs: "nowhere, d")),
      ("Lessons/14-d.md", Lessons.asking("D", needs: "c")),
    ])
    try folder.read("11-a", [.read])
    try folder.write(Lessons.wrong, to: "Lessons/11-a.md")
    let outcome = overview(folder)
    #expect(outcome.status == .failure)
    #expect(outcome.messages.hasPrefix("longhand: cannot read `Lessons/12-b.md`: "))
    #expect(
      outcome.results.hasPrefix(
        """
        Part 1
            a  An error
               has an error: `longhand check a` tells it
            b  (cannot be read)
            c  C
               needs d
            d  D
               needs c

        4 lessons, none done yet.

          longhand step a  Begins
        """))
  }

  @Test("says once why progress cannot be read, and shows the course all the same")
  func unreadable() throws {
    let folder = try TemporaryFolder(Self.course + [(TemporaryFolder.progress + "/file", "")])
    let outcome = overview(folder)
    #expect(outcome.status == .success)
    #expect(outcome.messages.hasPrefix("longhand: cannot read `\(folder.path)/"))
    #expect(outcome.messages.split(separator: "\n").count == 1)
    #expect(outcome.results == longhand([], in: folder).results)
  }

  @Test("fits any width, and any terminal", arguments: [20, 33, 40, 80, 200, 500])
  func width(width: Int) throws {
    let folder = try TemporaryFolder(
      Self.course + [("Lessons/51-a-name-of-thirty-letters-or-so.md", Lessons.asking("More", needs: "a"))])
    try folder.read("11-a", [.read, .read, .answered])
    try folder.read("51-a-name-of-thirty-letters-or-so", [.read])
    for outcome in [
      overview(folder, ["--width", "\(width)"]), overview(folder, terminal: .init(columns: width)),
      overview(folder, ["--ascii", "--width=\(width)"]),
    ] {
      #expect(outcome.status == .success)
      let lines = outcome.results.split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { displayWidth($0) <= width && $0.last != " " })
      #expect(!outcome.results.contains("\u{1B}"))
    }
    let ascii = overview(folder, ["--ascii"]).results
    #expect(
      ascii.utf8.allSatisfy { $0 < 0x80 } && ascii.contains("\n  ok a\n") && ascii.contains("\n  ... a-name"))
  }

  @Test("is about the course that is asked for, and is the help where there is none")
  func place() throws {
    let folder = try TemporaryFolder([("other/11-a.md", Lessons.asking("Other"))])
    #expect(overview(folder).results.hasPrefix("Examples:\n"))
    #expect(overview(folder, ["--help"]).results.hasPrefix("Examples:\n"))
    #expect(overview(folder, ["--lessons", "other"]).results.contains("a  Other\n"))
    let named = ["LONGHAND_LESSONS": folder.path + "/other"]
    #expect(longhand([], in: folder, environment: named).results.contains("a  Other\n"))
    #expect(longhand(["--help"], in: folder, environment: named).results.hasPrefix("Examples:\n"))
    #expect(longhand([], in: folder, environment: ["LONGHAND_LESSONS": "nowhere"]).status == .success)
    #expect(overview(folder, ["--lessons", "nowhere"]).status == .wrongUsage)
    #expect(overview(folder, ["--lessons", "other", "--width", "3"]).status == .wrongUsage)
  }
}
