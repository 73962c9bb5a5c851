import Foundation
import LonghandCommandLine
import PlainText
import Testing

@Suite("longhand claims and claim")
struct ClaimsTests {
  /// A lesson that names four of the claims.
  private static let lesson = Lessons.lesson(
    "A sum", calc: "param w5 = 0.5\ns = w5 + 0.249",
    check: "s = 0.749 -- S0-070: all digits\ns = 0.74 -- S0-071\nw5 != 0.9 -- S0-088: not half"
  ).replacing("# A sum", with: "# A sum\n\nA neuron sums. <!-- S1-002 -->")

  private func folder(_ files: [(String, String)] = []) throws -> TemporaryFolder {
    try TemporaryFolder(
      [("Lessons/11-sum.md", Self.lesson), ("Lessons/claims.csv", Lessons.claims)] + files)
  }

  @Test("are counted by lecture and kind, and those that are left are named")
  func overview() throws {
    let outcome = longhand(["claims"], in: try folder())
    #expect(outcome.status == .success)
    #expect(outcome.messages == "")
    #expect(
      outcome.results == """
        Lessons/claims.csv: 6 claims
                       claims  met  cut off  slip  told  not computable  not yet

        S0 Networks
          numbers           3    1        1     1     -               -        -
          formulas          1    -        -     -     -               -        1
          all               4    1        1     1     -               -        1

        S1 Brains
          definitions       1    -        -     -     1               -        -
          statements        1    -        -     -     -               1        -
          all               2    -        -     -     1               1        -

        All lectures
          numbers           3    1        1     1     -               -        -
          formulas          1    -        -     -     -               -        1
          definitions       1    -        -     -     1               -        -
          statements        1    -        -     -     -               1        -
          all               6    1        1     1     1               1        1

        Not in the course yet
          formulas  S0-090

        Not computable
          history  S1-001

        """)
  }

  @Test(
    "are shown one by one where only some are asked for",
    arguments: [
      (
        ["--verdict", "wrong"],
        """
        Lessons/claims.csv: 1: 1 documented as a slip
          S0-088  number, wrong; documented as a slip
                  w = 0.9, or so
                  sum: checked on line 17

        """
      ),
      (
        ["--lecture", "brains"],
        """
        Lessons/claims.csv: 2: 1 told in prose, 1 not computable
          S1-001  statement, unclear; not computable: history
                  Who works where
          S1-002  definition, right; told in prose
                  A neuron sums
                  sum: told on line 7

        """
      ),
      (["--lecture", "S1", "--verdict", "wrong"], "Lessons/claims.csv: no claim\n"),
    ])
  func some(options: [String], text: String) throws {
    let outcome = longhand(["claims"] + options, in: try folder())
    #expect(outcome.status == .success)
    #expect(outcome.results == text)
  }

  @Test("are printed as JSON, each with its places")
  func json() throws {
    let outcome = longhand(["claims", "--json", "--lecture", "S0"], in: try folder())
    let data = Data(outcome.results.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]])
    let claims = try #require(object["claims"])
    #expect(claims.compactMap { $0["id"] as? String } == ["S0-070", "S0-071", "S0-088", "S0-090"])
    #expect(claims.compactMap { $0["standing"] as? String } == ["met", "cut-off", "slip", "missing"])
    let places = try #require(claims[2]["places"] as? [[String: Any]])
    #expect(places.count == 1)
    #expect(places[0]["lesson"] as? String == "sum" && places[0]["line"] as? Int == 17)
    #expect(places[0]["check"] as? String == "w5 != 0.9" && places[0]["outcome"] as? String == "slip")
    #expect(places[0]["note"] as? String == "S0-088: not half")
    #expect(claims[0]["list"] as? String == "Lessons/claims.csv")
  }

  @Test("are printed as ids alone, and where there is no list not at all")
  func names() throws {
    #expect(
      longhand(["claims", "--names", "--lecture", "S1"], in: try folder())
        == Outcome(status: .success, results: "S1-001\nS1-002\n", messages: ""))
    for files in [[], [("Lessons/11-sum.md", Lessons.fine)]] {
      #expect(
        longhand(["claims", "--names"], in: try TemporaryFolder(files))
          == Outcome(status: .success, results: "", messages: ""))
    }
  }

  @Test("are shown singly, with each place that names them")
  func single() throws {
    let outcome = longhand(["claim", "S0-088", "S1-002", "S1-001"], in: try folder())
    #expect(outcome.status == .success)
    #expect(outcome.messages == "")
    #expect(
      outcome.results == """
        S0-088
          lecture  Networks
          slide    Backward
          printed  w = 0.9, or so
          kind     number
          verdict  wrong
          right    A half was forgotten.
          course   documented as a slip

        sum, line 17:
            ≠ w5: printed is 0.9; it is 0.5
              S0-088: not half

        S1-002
          lecture  Brains
          slide    Cells
          printed  A neuron sums
          kind     definition
          verdict  right
          course   told in prose

        sum, line 7: told in prose

        S1-001
          lecture         Brains
          slide           Cells
          printed         Who works where
          kind            statement
          verdict         unclear
          right           It has changed.
          not computable  history
          course          not computable

        """)
  }

  @Test("go by the list that a lesson names, or by that of its folder")
  func lists() throws {
    let own = Self.lesson.replacing("title:", with: "claims: mine.csv\ntitle:")
    let folder = try folder([
      ("Lessons/12-own.md", own), ("Lessons/mine.csv", Lessons.claims.replacing("Networks", with: "Mine")),
      ("else/a.md", Self.lesson), ("else/b.md", Lessons.fine), ("bare/a.md", Lessons.fine),
    ])
    try folder.write(Lessons.claims, to: "else/claims.csv")
    let course = longhand(["claims", "--verdict", "wrong"], in: folder).results
    #expect(course.contains("Lessons/claims.csv: 1: ") && course.contains("\nLessons/mine.csv: 1: "))
    #expect(longhand(["claims", "else/a.md"], in: folder).results.hasPrefix("else/claims.csv: 6 claims\n"))
    #expect(
      longhand(["claims", "else/b.md"], in: folder).results.contains("  all               6    1        1")
        == false)
    #expect(longhand(["claims", "bare/a.md"], in: folder).status == .wrongUsage)
    let both = longhand(["claim", "S0-088"], in: folder).results
    #expect(both.contains("Networks") && both.contains("Mine"))
  }

  @Test("that a lesson names and the list does not have are errors of check, and not of run")
  func unknown() throws {
    let folder = try folder([("Lessons/12-a.md", Self.lesson.replacing("S0-071", with: "S0-077"))])
    let check = longhand(["check", "a"], in: folder)
    #expect(check.status == .failure)
    #expect(check.results == "a: stopped by an error\n")
    #expect(
      check.messages == """
        Lessons/12-a.md:16:13: error: `Lessons/claims.csv` has no claim `S0-077`
        s = 0.74 -- S0-077
                    ^~~~~~
        hint: the nearest is `S0-071`

        """)
    #expect(longhand(["run", "a"], in: folder).status == .success)
    let claims = longhand(["claims", "a"], in: folder)
    #expect(claims.status == .failure)
    #expect(claims.messages == check.messages)
    #expect(claims.results.contains("  numbers           3    1     1     -               -        1\n"))
  }

  @Test("without a list are plain text")
  func noList() throws {
    let folder = try TemporaryFolder([("Lessons/11-sum.md", Self.lesson)])
    #expect(longhand(["check", "-"], in: folder, standardInput: Self.lesson).status == .success)
    _ = longhand(["check", "--update"], in: folder)
    #expect(longhand(["check"], in: folder).messages == "")
    #expect(longhand(["claims"], in: folder).status == .wrongUsage)
  }

  @Test("in a list that is wrong are told of once, by check too")
  func wrongList() throws {
    let folder = try folder([("Lessons/12-b.md", Lessons.fine)])
    try folder.write(Lessons.claims.replacing("cut-off", with: "cutoff"), to: "Lessons/claims.csv")
    _ = longhand(["check", "--update"], in: folder)
    let check = longhand(["check"], in: folder)
    #expect(check.status == .failure)
    #expect(
      check.messages
        == """
        Lessons/claims.csv:3:42: error: there is no verdict `cutoff`
        S0-071,Networks,Forward,s = 0.74,number,cutoff,It is 0.749.,
                                                ^~~~~~
        hint: did you mean `cut-off`?

        """.replacing(":42:", with: ":41:"))
    #expect(check.results == "sum: 2 checks hold, 1 documented slip\nb: 1 check holds\n")
    for command in [["claims"], ["claim", "S0-070"]] {
      let outcome = longhand(command, in: folder)
      #expect(outcome.status == .failure)
      #expect(outcome.messages == check.messages)
      #expect(outcome.results == "")
    }
  }

  @Test("in a lesson that stops are not met behind the place where it stops")
  func stopping() throws {
    let lesson = Self.lesson.replacing("s = w5 + 0.249", with: "s = w5 + 0.249\nz = 1/(s - s)")
    let folder = try folder([("Lessons/11-sum.md", lesson)])
    let outcome = longhand(["claim", "S0-070"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.messages.contains("Lessons/11-sum.md:12:"))
    #expect(outcome.results.contains("course   not met\n\nsum, line 16: not reached\n"))
  }

  @Test("fit any width", arguments: [20, 31, 40, 60, 74, 75, 80, 200])
  func width(width: Int) throws {
    let folder = try folder()
    for call in [["claims"], ["claims", "--lecture", "S0"], ["claim", "S0-088", "S1-001"]] {
      let lines = longhand(call + ["--width", "\(width)"], in: folder).results
        .split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { displayWidth($0) <= width && $0.last != " " }, "\(call)")
    }
  }

  @Test("cannot steer the terminal")
  func harmless() throws {
    let folder = try folder()
    try folder.write(Lessons.claims.replacing("Networks", with: "N\u{1B}[2J"), to: "Lessons/claims.csv")
    for call in [["claims"], ["claims", "--verdict", "right"], ["claim", "S0-070"]] {
      #expect(!longhand(call, in: folder).results.contains("\u{1B}"))
    }
  }
}
