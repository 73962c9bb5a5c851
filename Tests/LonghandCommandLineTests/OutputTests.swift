import LonghandCommandLine
import Testing

@Suite("Formats and files of longhand run")
struct OutputTests {
  @Test("text is the format of who asks for none; JSON goes to the results too")
  func results() throws {
    let folder = try TemporaryFolder(Lessons.course)
    let text = longhand(["run", "sum"], in: folder)
    #expect(longhand(["run", "sum", "--format", "text"], in: folder) == text)
    #expect(longhand(["run", "sum", "--output", "-"], in: folder) == text)
    let trace = longhand(["run", "sum", "--format", "json"], in: folder)
    #expect(trace.status == .success && trace.messages.isEmpty)
    #expect(trace.results.hasPrefix("{\n\"format\":\"longhand-trace\",\n\"version\":1,\n\"lesson\":\"sum\","))
    #expect(
      longhand(["run", "sum", "sum", "--format=json"], in: folder).results == trace.results + trace.results)
  }

  @Test("a file has the format of its ending, and looks the same from every terminal")
  func files() throws {
    let folder = try TemporaryFolder(Lessons.course)
    let text = longhand(["run", "sum"], in: folder).results
    let trace = longhand(["run", "sum", "--format", "json"], in: folder).results
    for (options, name, expected) in [
      ([], "a.txt", text), ([], "b.TXT", text), ([], "c", text), ([], ".d", text), ([], "new/e.json", trace),
      (["--format", "json"], "f", trace), (["--format", "json"], "g.trace", trace),
      (["--format", "text"], "h.json", text),
    ] {
      let outcome = longhand(
        ["run", "sum", "--output", name] + options, in: folder, environment: ["LANG": "C"],
        terminal: .init(columns: 20))
      #expect(outcome == Outcome(status: .success, results: "", messages: ""), "\(name)")
      #expect(folder.text(name) == expected, "\(name)")
    }
    #expect(
      try folder.contents("").allSatisfy { !$0.contains("-") || $0.hasPrefix("L") }, "nothing is left beside")
  }

  @Test("several lessons go to a folder, a file each; so does one where there is a folder")
  func folders() throws {
    let folder = try TemporaryFolder(Lessons.course)
    let outcome = longhand(["run", "sum", "other-sum", "--output", "out", "--format", "json"], in: folder)
    #expect(outcome == Outcome(status: .success, results: "", messages: ""))
    #expect(try folder.contents("out") == ["other-sum.json", "sum.json"])
    #expect(longhand(["run", "sum", "--output", "out"], in: folder).status == .success)
    #expect(longhand(["run", "sum", "--output", "other/"], in: folder).status == .success)
    #expect(try folder.contents("out") == ["other-sum.json", "sum.json", "sum.txt"])
    #expect(folder.text("other/sum.txt") == longhand(["run", "sum"], in: folder).results)
  }

  @Test("several formats, or all of them, go to a folder, each file as it is alone")
  func severalFormats() throws {
    let folder = try TemporaryFolder(Lessons.course)
    let outcome = longhand(
      ["run", "sum", "other-sum", "--format", "json,text", "--output", "two"], in: folder)
    #expect(outcome == Outcome(status: .success, results: "", messages: ""))
    #expect(try folder.contents("two") == ["other-sum.json", "other-sum.txt", "sum.json", "sum.txt"])
    #expect(longhand(["run", "sum", "--format", "all", "--output", "all"], in: folder).status == .success)
    let formats = [
      ("text", "txt"), ("html", "html"), ("markdown", "md"), ("latex", "tex"), ("notebook", "ipynb"),
      ("json", "json"), ("svg", "svg"), ("dot", "dot"),
    ]
    #expect(try folder.contents("all") == formats.map { "sum.\($0.1)" }.sorted())
    for (format, ending) in formats {
      let alone = longhand(["run", "sum", "--format", format], in: folder).results
      #expect(folder.text("all/sum.\(ending)") == alone, "\(format)")
    }
  }

  @Test("a lesson that stops before there is a graph has its other files")
  func severalFormatsOfStopping() throws {
    let folder = try TemporaryFolder([("Lessons/14-stop.md", Lessons.stopping)])
    let outcome = longhand(["run", "stop", "--format", "svg,text", "--output", "out"], in: folder)
    #expect(outcome.status == .failure && outcome.messages.contains("1/z"))
    #expect(try folder.contents("out") == ["stop.txt"])
  }

  @Test("one that fails does not keep the others from their files, and its checks are told")
  func failing() throws {
    let folder = try TemporaryFolder([
      ("Lessons/1-a.md", Lessons.fine), ("Lessons/2-b.md", Lessons.wrong), ("Lessons/3-c.md", Lessons.broken),
      ("Lessons/4-d.md", Lessons.stopping),
    ])
    let outcome = longhand(["run", "b", "a", "c", "d", "nowhere.md", "--output", "out"], in: folder)
    #expect(outcome.status == .failure)
    #expect(try folder.contents("out") == ["a.txt", "c.txt", "d.txt"])
    #expect(outcome.messages.contains("c: 1 check does not hold"))
    #expect(folder.text("out/d.txt")?.contains("z = 0.5") == true)
  }

  @Test("of many lessons, which all cores work, all is told in the order in which they are asked for")
  func manyLessons() throws {
    // What is nested deeply needs as much room on every thread as on the first.
    let deep = String(repeating: "(", count: 190) + "1" + String(repeating: ")", count: 190)
    let numbers = Array(10..<60)
    let folder = try TemporaryFolder(
      numbers.map { number in
        let text =
          number % 3 == 0
          ? Lessons.wrong
          : number % 3 == 1 ? Lessons.broken : Lessons.lesson("D", calc: "z = \(deep)", check: "")
        return ("Lessons/\(number)-l\(number).md", text)
      })
    let outcome = longhand(["run"] + numbers.map { "l\($0)" } + ["--output", "out"], in: folder)
    let single = numbers.map { longhand(["run", "l\($0)"], in: folder) }
    #expect(outcome.status == .failure && outcome.results.isEmpty)
    #expect(outcome.messages == single.map(\.messages).joined())
    for (number, one) in zip(numbers, single) where !one.results.isEmpty {
      #expect(folder.text("out/l\(number).txt") == one.results)
    }
  }

  @Test("a file that is no earlier run of the lesson stays as it is, unless --force is given")
  func force() throws {
    let folder = try TemporaryFolder(Lessons.course + [("mine.txt", "My notes\n"), ("empty.txt", "")])
    try folder.write("{\"format\":\"other\"}", to: "mine.json")
    for name in ["mine.txt", "mine.json", "Lessons/11-sum.md"] {
      let before = folder.text(name)
      let call = ["run", "sum", "--output", name] + (name.hasSuffix("md") ? ["--format", "text"] : [])
      let outcome = longhand(call, in: folder)
      #expect(outcome.status == .failure)
      #expect(
        outcome.messages.hasPrefix("longhand: `\(name)` is there, and is no earlier run of this lesson"))
      #expect(outcome.messages.contains("hint: --force"))
      #expect(folder.text(name) == before)
    }
    for name in ["mine.txt", "mine.json"] {
      #expect(longhand(["run", "sum", "--output", name, "--force"], in: folder).status == .success)
      // Now it is an earlier run.
      #expect(longhand(["run", "sum", "--output", name, "--set", "w5=2"], in: folder).status == .success)
      #expect(folder.text(name)?.contains("2.25") == true)
    }
    #expect(longhand(["run", "sum", "--output", "empty.txt"], in: folder).status == .success)
    for device in ["/dev/null", "/dev/full"] {
      let outcome = longhand(["run", "sum", "--output", device, "--force"], in: folder)
      #expect(outcome.status == .failure)
      #expect(outcome.messages.hasPrefix("longhand: `\(device)` is no file that could be overwritten\n"))
    }
  }

  @Test(
    "a wrong call is told before anything is run",
    arguments: [
      (["sum", "--format", "jsn"], "there is no format `jsn`\nhint: did you mean `json`?"),
      (
        ["sum", "--format", "pdf"],
        "there is no format `pdf`\nhint: the formats are text, html, markdown, latex, notebook, json, svg, dot"
      ),
      (
        ["sum", "--output", "a.pdf"],
        "`a.pdf` ends like no format that there is\nhint: the endings are .txt, .html, .htm, .md, .tex, .ipynb, .json, .svg, .dot, .gv"
      ),
      (["sum", "--output", ""], "`--output` needs a file or a folder"),
      (["sum", "--format", "json,text"], "several formats are written to a folder\nhint: --output FOLDER/"),
      (["sum", "--format", "json,json", "--output", "out"], "`--format` names json twice"),
      (["sum", "--format", "json,", "--output", "out"], "there is no format ``\nhint: the formats are text"),
      (["sum", "--format", "json,text", "--output", "mine.txt"], "`mine.txt` is a file, and lessons are"),
      (["sum", "--standalone"], "`--standalone` is of use with `--format latex` only"),
      (["sum", "--force"], "`--force` is of use with `--output` only"),
      (["sum", "sum", "--output", "out"], "two lessons would be written to `out/sum.txt`"),
      (
        ["sum", "other-sum", "--output", "mine.txt"],
        "`mine.txt` is a file, and lessons are written to a folder"
      ),
      (["sum", "other-sum", "--output", "all.json"], "`all.json` is the name of a file, and lessons are"),
      (["-", "--output", "out/"], "standard input has no name for a file in `out/`"),
    ])
  func wrong(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder(Lessons.course + [("mine.txt", "My notes\n")])
    let outcome = longhand(["run"] + arguments, in: folder, standardInput: Lessons.fine)
    #expect(outcome.status == .wrongUsage)
    #expect(outcome.results.isEmpty)
    #expect(outcome.messages.hasPrefix("longhand: " + message), "\(outcome.messages)")
    #expect(try folder.contents("") == ["Lessons", "mine.txt"])
  }
}
