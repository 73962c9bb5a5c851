import Foundation
import LonghandCommandLine
import Testing

@Suite("longhand check")
struct CheckTests {
  @Test("prints a line for each lesson of the course, in the order of the file names")
  func course() throws {
    let folder = try TemporaryFolder([
      ("Lessons/21-b.md", Lessons.fine), ("Lessons/11-c.md", Lessons.fine), ("Lessons/31-a.md", Lessons.fine),
      ("Lessons/notes.txt", "no lesson"), ("Lessons/.hidden.md", "no lesson"),
    ])
    _ = longhand(["check", "--update"], in: folder)
    let outcome = longhand(["check"], in: folder)
    #expect(outcome.status == .success)
    #expect(outcome.results == "c: 1 check holds\nb: 1 check holds\na: 1 check holds\n")
    #expect(outcome.messages.isEmpty)
  }

  @Test(
    "counts what holds, what does not, and what is a documented slip",
    arguments: [
      ("", "no checks"),
      ("s = 0.75", "1 check holds"),
      ("s = 0.75\ns = 0.8 ± 0.1", "2 checks hold"),
      ("s != 0.9", "1 documented slip"),
      ("s != 0.9\ns != 0.6\ns = 0.75", "1 check holds, 2 documented slips"),
      ("s = 0.6", "1 check does not hold"),
      ("s = 0.6\ns = 0.9", "2 checks do not hold"),
      ("s = 0.75\ns = 0.6", "1 check holds, 1 does not"),
      ("s = 0.75\ns = 0.6\ns != 0.75\ns != 0.9", "1 check holds, 2 do not, 1 documented slip"),
    ])
  func count(checks: String, line: String) throws {
    let lesson = Lessons.lesson("A sum", calc: "s = 0.5 + 0.25", check: checks)
    let outcome = longhand(["check", "-"], in: try TemporaryFolder(), standardInput: lesson)
    #expect(outcome.results.prefix { $0 != "\n" } == "<stdin>: " + line)
    #expect(outcome.status == (line.contains("not") ? .failure : .success))
  }

  @Test(
    "counts questions, too",
    arguments: [
      (0, "s = 0.75", "1 check holds"), (1, "s = 0.75", "1 check holds, 1 question"),
      (2, "s = 0.75\ns != 0.9", "1 check holds, 1 documented slip, 2 questions"), (3, "", "3 questions"),
      (1, "s = 0.6", "1 check does not hold, 1 question"),
    ])
  func questions(count: Int, checks: String, line: String) throws {
    let question = "\n```ask\nHow much is s?\nanswer: s\nmistake: w5 -- no sum\n```\n"
    let lesson =
      Lessons.lesson("A sum", calc: "param w5 = 0.5\ns = w5 + 0.25", check: checks)
      + String(repeating: question, count: count)
    let outcome = longhand(["check", "-"], in: try TemporaryFolder(), standardInput: lesson)
    #expect(outcome.results.prefix { $0 != "\n" } == "<stdin>: " + line)
    #expect(outcome.status == (line.contains("not") ? .failure : .success))
  }

  @Test("stops at a question that cannot be asked so, and says where and why")
  func wrongQuestion() throws {
    let lesson =
      Lessons.lesson("A sum", calc: "param w5 = 0.5\ns = w5 + 0.25", check: "s = 0.75")
      + "\n```ask\nHow much is s?\nanswer: s\ndigits: 1\nmistake: w5 + 0.3 -- no\n```\n"
    let outcome = longhand(["check", "-"], in: try TemporaryFolder(), standardInput: lesson)
    #expect(outcome.status == .failure)
    #expect(outcome.results == "<stdin>: stopped by an error\n")
    #expect(
      outcome.messages == """
        <stdin>:20:10: error: this mistake cannot be told from the answer at 1 decimal: both are 0.8
        mistake: w5 + 0.3 -- no
                 ^~~~~~~~

        """)
    // With another number it may well be that the two are one: the lesson runs.
    let other = longhand(["run", "--set", "w5=0.25", "-"], in: try TemporaryFolder(), standardInput: lesson)
    #expect(other.results.contains("\n    s = 0.5\n"))
    #expect(!other.results.contains("Mistake"))
    #expect(!other.messages.contains("cannot be told"))
  }

  @Test("shows a check that does not hold in full, as the transcript does")
  func failing() throws {
    let folder = try TemporaryFolder()
    let outcome = longhand(["check", "-"], in: folder, standardInput: Lessons.broken)
    let shown = outcome.results.split(separator: "\n").dropFirst()
    #expect(shown.first?.hasPrefix("  ✗ s: printed is 0.6; it is 0.75") == true)
    let transcript = longhand(["run", "-"], in: folder, standardInput: Lessons.broken).results
    #expect(shown.allSatisfy { transcript.contains($0.dropFirst(2)) })
  }

  @Test("names a transcript that is missing, and how to record it")
  func missing() throws {
    let outcome = longhand(["check", "sum"], in: try TemporaryFolder(Lessons.course))
    #expect(outcome.status == .failure)
    #expect(
      outcome.results == """
        sum: 1 check holds
          Transcripts/sum.txt is missing: `longhand check --update` records this run

        """)
  }

  @Test("shows the lines in which a run and its transcript differ")
  func difference() throws {
    let folder = try TemporaryFolder(Lessons.course)
    _ = longhand(["check", "--update"], in: folder)
    let transcript = try #require(folder.text("Transcripts/sum.txt"))
    try folder.write(transcript + "an old line\n", to: "Transcripts/sum.txt")
    let outcome = longhand(["check"], in: folder)
    #expect(outcome.status == .failure)
    #expect(
      outcome.results.contains(
        "  this run (+) differs from Transcripts/sum.txt (-): `longhand check --update` records this run\n"))
    #expect(outcome.results.contains("\n  - an old line\nother-sum: 1 check holds\n"))
    #expect(folder.text("Transcripts/sum.txt") == transcript + "an old line\n")
  }

  @Test("sees a difference of one byte", arguments: ["\n", " ", "\u{0}", "\r"])
  func byte(extra: String) throws {
    let folder = try TemporaryFolder(Lessons.course)
    _ = longhand(["check", "--update"], in: folder)
    let transcript = try #require(folder.text("Transcripts/sum.txt"))
    try folder.write(transcript + extra, to: "Transcripts/sum.txt")
    #expect(longhand(["check", "sum"], in: folder).status == .failure)
  }

  @Test("--update records what has changed, says so, and ends with 1; then all is well")
  func update() throws {
    let folder = try TemporaryFolder(Lessons.course)
    let first = longhand(["check", "--update"], in: folder)
    #expect(first.status == .failure)
    #expect(first.results.contains("  Transcripts/sum.txt is new\n"))
    #expect(folder.text("Transcripts/sum.txt") == longhand(["run", "sum"], in: folder).results)

    try folder.write("old", to: "Transcripts/sum.txt")
    let second = longhand(["check", "--update"], in: folder)
    #expect(second.status == .failure)
    #expect(
      second.results == """
        sum: 1 check holds
          Transcripts/sum.txt has changed
        other-sum: 1 check holds

        """)
    #expect(longhand(["check", "--update"], in: folder).status == .success)
    #expect(longhand(["check"], in: folder).status == .success)
    #expect(try folder.contents("Transcripts") == ["other-sum.txt", "sum.txt"])
  }

  @Test("--update keeps a transcript's permissions, and what a symbolic link stands for")
  func permissions() throws {
    let folder = try TemporaryFolder(Lessons.course)
    try folder.write("old", to: "elsewhere.txt")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: folder.path + "/elsewhere.txt")
    try FileManager.default.createDirectory(at: folder.url("Transcripts"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Transcripts/sum.txt", withDestinationPath: "../elsewhere.txt")
    _ = longhand(["check", "--update"], in: folder)
    #expect(folder.text("elsewhere.txt") == longhand(["run", "sum"], in: folder).results)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/elsewhere.txt")
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
    #expect(try folder.contents("").sorted() == ["Lessons", "Transcripts", "elsewhere.txt"])
  }

  @Test("--update that cannot write says why, ends with 1, and leaves nothing behind")
  func unwritable() throws {
    let folder = try TemporaryFolder(Lessons.course)
    try folder.write("a file where the folder should be", to: "Transcripts")
    let outcome = longhand(["check", "--update", "sum"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.messages.hasPrefix("longhand: cannot write `Transcripts/sum.txt`: "))
    #expect(!outcome.messages.contains("Error"))

    let other = try TemporaryFolder(Lessons.course + [("Transcripts/sum.txt/in-the-way", "")])
    #expect(longhand(["check", "--update", "sum"], in: other).status == .failure)
    #expect(try other.contents("Transcripts") == ["sum.txt"])
  }

  @Test("--update takes away what a killed one has left, once nobody can be writing it any more")
  func remains() throws {
    let folder = try TemporaryFolder(Lessons.course)
    let (old, young) = (".sum.txt.\(UUID().uuidString)", ".sum.txt.\(UUID().uuidString)")
    for name in [old, young, ".sum.txt.mine"] { try folder.write("half", to: "Transcripts/" + name) }
    try folder.setAge(ofFile: "Transcripts/" + old, hours: 25)
    try folder.setAge(ofFile: "Transcripts/.sum.txt.mine", hours: 25)
    try folder.setAge(ofFile: "Transcripts/" + young, hours: 23)
    _ = longhand(["check", "--update", "sum"], in: folder)
    #expect(try folder.contents("Transcripts") == [".sum.txt.mine", "sum.txt", young].sorted())
  }

  @Test("--update records nothing of a lesson that has an error")
  func updateOfWrong() throws {
    let folder = try TemporaryFolder([
      ("Lessons/1-a.md", Lessons.wrong), ("Lessons/2-b.md", Lessons.stopping),
    ])
    let outcome = longhand(["check", "--update"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.results == "a: stopped by an error\nb: stopped by an error\n")
    #expect(outcome.messages.contains("Lessons/1-a.md:8:5: error: "))
    #expect(outcome.messages.contains("Lessons/2-b.md:9:"))
    #expect(folder.text("Transcripts/a.txt") == nil)
  }

  @Test("of the whole course names transcripts that are no lesson's")
  func stray() throws {
    let folder = try TemporaryFolder(Lessons.course)
    _ = longhand(["check", "--update"], in: folder)
    try folder.write("", to: "Transcripts/gone.txt")
    let outcome = longhand(["check"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.results.hasSuffix("Transcripts/gone.txt: no lesson has this transcript; delete it\n"))
    #expect(longhand(["check", "sum"], in: folder).status == .success)
  }

  @Test("holds a lesson of the course that is given by its path to its transcript, and others not")
  func paths() throws {
    let folder = try TemporaryFolder(Lessons.course + [("Other/11-sum.md", Lessons.fine)])
    #expect(longhand(["check", "Lessons/11-sum.md"], in: folder).status == .failure)
    #expect(longhand(["check", "Other/11-sum.md"], in: folder).status == .success)
    #expect(longhand(["check", "-"], in: folder, standardInput: Lessons.fine).status == .success)
  }
}
