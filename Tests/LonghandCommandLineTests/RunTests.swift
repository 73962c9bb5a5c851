import LonghandCommandLine
import PlainText
import Testing

@Suite("longhand run")
struct RunTests {
  @Test(
    "finds a lesson by its name, its numbered name, and any path to it",
    arguments: ["sum", "11-sum", "Lessons/11-sum.md", "./Lessons/../Lessons/11-sum.md"])
  func places(operand: String) throws {
    let folder = try TemporaryFolder(Lessons.course)
    let outcome = longhand(["run", operand], in: folder)
    #expect(outcome.status == .success)
    #expect(outcome.results.contains("0.75"))
    #expect(outcome.messages.isEmpty)
    #expect(longhand(["run", folder.path + "/Lessons/11-sum.md"], in: folder).results == outcome.results)
    #expect(longhand(["run", "-"], in: folder, standardInput: Lessons.fine).results == outcome.results)
  }

  @Test("runs a file by its path where there is no course")
  func alone() throws {
    let folder = try TemporaryFolder([("a lesson.md", Lessons.fine), ("notes", Lessons.fine)])
    #expect(longhand(["run", "a lesson.md"], in: folder).status == .success)
    #expect(longhand(["run", "./notes"], in: folder).status == .success)
    #expect(longhand(["run", "--", "a lesson.md"], in: folder).status == .success)
    let named = longhand(["run", "notes"], in: folder, executablePath: folder.path + "/bin/longhand")
    #expect(named.status == .wrongUsage)
    #expect(
      named.messages == """
        longhand: no folder with lessons was found; looked in
          \(folder.path)/Lessons, and in the folders above
          \(folder.path)/share/longhand/Lessons
        hint: name the folder with --lessons DIR or $LONGHAND_LESSONS

        """)
  }

  @Test("takes options anywhere, and their values behind a space or an equals sign")
  func options() throws {
    let folder = try TemporaryFolder(Lessons.course)
    let text = longhand(["run", "--decimals", "3", "--set", "w5=0.7", "sum"], in: folder).results
    #expect(text.contains("0.7") && text.contains("0.95"))
    for arguments in [
      ["run", "sum", "--decimals=3", "--set=w5=0.7"], ["--decimals=3", "--set", " w5 = 0.7 ", "run", "sum"],
      ["run", "--decimals=5", "sum", "--decimals", "3", "--set", "w5=0.7"],
    ] {
      #expect(longhand(arguments, in: folder).results == text)
    }
  }

  @Test("hands --decimals on to the lesson")
  func decimals() throws {
    let lesson = Lessons.lesson("Thirds", calc: "s = 1/3", check: "")
    let folder = try TemporaryFolder([("thirds.md", lesson)])
    let text = longhand(["run", "--decimals", "7", "thirds.md"], in: folder).results
    #expect(text.contains("0.3333333") && !text.contains("0.33333333"))
  }

  @Test("of several lessons leaves an empty line between them, and goes on behind one that fails")
  func several() throws {
    let folder = try TemporaryFolder([
      ("Lessons/1-a.md", Lessons.fine), ("Lessons/2-b.md", Lessons.wrong), ("Lessons/3-c.md", Lessons.broken),
    ])
    let alone = longhand(["run", "a"], in: folder).results
    #expect(alone.last == "\n")
    let two = longhand(["run", "a", "a"], in: folder)
    #expect(two.results == alone + "\n" + alone)
    #expect(two.status == .success)

    let all = longhand(["run", "b", "nowhere.md", "a", "d", "c"], in: folder)
    #expect(all.status == .wrongUsage)
    #expect(all.results == alone + "\n" + longhand(["run", "c"], in: folder).results)
    let messages = all.messages
    let places = ["Lessons/2-b.md:8:", "`nowhere.md`", "there is no lesson `d`", "c: 1 check does not hold"]
      .map { messages.firstRange(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test("says on one line how many checks do not hold, and ends with 1")
  func checks() throws {
    let outcome = longhand(["run", "-"], in: try TemporaryFolder(), standardInput: Lessons.broken)
    #expect(outcome.status == .failure)
    #expect(outcome.results.contains("✗"))
    #expect(outcome.messages == "longhand: <stdin>: 1 check does not hold\n")
  }

  @Test("prints what came before the error at which a lesson stops")
  func stop() throws {
    let folder = try TemporaryFolder([("stop.md", Lessons.stopping)])
    let outcome = longhand(["run", "stop.md"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.results.contains("z = 0.5"))
    #expect(outcome.messages.hasPrefix("stop.md:9:"))
  }

  @Test("prints nothing of a lesson with an error, and shows the place of the error")
  func error() throws {
    let outcome = longhand(["run", "-"], in: try TemporaryFolder(), standardInput: Lessons.wrong)
    #expect(outcome.status == .failure)
    #expect(outcome.results.isEmpty)
    #expect(outcome.messages.hasPrefix("<stdin>:8:5: error: "))
    #expect(outcome.messages.contains("\ns = = 1\n    ^"))
  }

  @Test("knows the needs of a lesson of the course, and lets those of others be")
  func needs() throws {
    let lesson = Lessons.fine.replacing("title: A sum", with: "title: A sum\nneeds: othr-sum")
    let folder = try TemporaryFolder(
      Lessons.course + [("Lessons/13-needy.md", lesson), ("needy.md", lesson)])
    let inCourse = longhand(["run", "needy"], in: folder)
    #expect(inCourse.status == .failure)
    #expect(inCourse.messages.contains("othr-sum"))
    #expect(longhand(["run", "Lessons/13-needy.md"], in: folder).messages == inCourse.messages)
    #expect(longhand(["run", "needy.md"], in: folder).status == .success)
    #expect(longhand(["run", "-"], in: folder, standardInput: lesson).status == .success)
  }
}
