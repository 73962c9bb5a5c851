import LonghandCommandLine
import Testing

@Suite("Graphs from longhand run")
struct GraphFormatTests {
  private static let course =
    Lessons.course + [
      (
        "Lessons/13-net.md",
        Lessons.lesson(
          "A net", calc: "input x = 2\nparam w = 0.5\nh = w*x\nerror_total = h^2\nexplain ∂h/∂w", check: "")
      )
    ]

  @Test("SVG and DOT show the value that is named, else the one of which a derivative is taken last")
  func formats() throws {
    let folder = try TemporaryFolder(Self.course)
    let named = longhand(["run", "net", "--format", "svg", "--of", "error_total"], in: folder)
    #expect(named.status == .success && named.messages.isEmpty)
    #expect(named.results.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" data-lesson=\"net\" "))
    #expect(named.results.contains("Computation graph of error_total</title>"))
    let cost = longhand(["run", "net", "--format=svg"], in: folder)
    #expect(cost.results.contains("Computation graph of h</title>"))
    let dot = longhand(["run", "net", "--format", "dot", "--of=error_total"], in: folder)
    #expect(dot.results.hasPrefix("digraph \"longhand net\" {\n") && dot.results.hasSuffix("}\n"))
    #expect(dot.results.contains("label=\"w\\n0.5\\n∂ 4\""), "2·h·x = 4")
  }

  @Test(
    "the format is taken from the ending, a file each of several lessons, and only a graph of the lesson is overwritten"
  )
  func files() throws {
    let folder = try TemporaryFolder(Self.course)
    for name in ["a.svg", "b.dot", "c.gv"] {
      #expect(longhand(["run", "net", "--output", name], in: folder).status == .success)
      #expect(
        longhand(["run", "net", "--of", "error_total", "--output", name], in: folder).status == .success)
      let other = longhand(["run", "sum", "--output", name], in: folder)
      #expect(other.status == .failure && other.messages.contains("hint: --force"))
    }
    #expect(
      longhand(["run", "net", "sum", "--format", "dot", "--output", "out"], in: folder).status == .success)
    #expect(try folder.contents("out") == ["net.dot", "sum.dot"])
  }

  @Test(
    "what has no graph is told, and nothing is written",
    arguments: [
      (
        ["--format", "svg", "--of", "eror_total"],
        "net: there is no value `eror_total`\nhint: did you mean `error_total`?"
      ),
      (
        ["--format", "dot", "--of", "w"],
        "net: `w` is a given number: nothing leads to it\nhint: --of takes a value that has a formula, such as `error_total`"
      ),
      (
        ["--of", "h"],
        "`--of` is of use with formats that show a computation graph only, and this is text\nhint: --format svg, --format dot, or --format html"
      ),
      (
        ["--format", "json", "--of", "h"],
        "`--of` is of use with formats that show a computation graph only, and this is json\nhint: --format svg, --format dot, or --format html"
      ),
      (["--format", "svg", "--of="], "`--of` needs the name of a value\nhint: --of E_total"),
    ])
  func refusals(options: [String], expected: String) throws {
    let folder = try TemporaryFolder(Self.course)
    let outcome = longhand(["run", "net"] + options, in: folder)
    #expect(outcome.status == .wrongUsage && outcome.results.isEmpty)
    #expect(outcome.messages == "longhand: " + expected + "\n")
  }

  @Test(
    "a page has the graph behind its parts: of the value that is named, else of the cost where there is one")
  func pages() throws {
    let folder = try TemporaryFolder(
      Self.course + [("Lessons/14-prose.md", "---\ntitle: Words\n---\n\nNothing is worked out here.\n")])
    let page = longhand(["run", "net", "--format", "html"], in: folder).results
    #expect(page.contains("<section id=\"graph\" aria-label=\"Computation graph of h\">"))
    let named = longhand(["run", "net", "--format", "html", "--of", "error_total"], in: folder).results
    #expect(named.contains("<section id=\"graph\" aria-label=\"Computation graph of error_total\">"))
    let wrong = longhand(["run", "net", "--format", "html", "--of", "w"], in: folder)
    #expect(wrong.status == .wrongUsage && wrong.messages.contains("`w` is a given number"))
    let words = longhand(["run", "prose", "--format", "html"], in: folder)
    #expect(words.status == .success && !words.results.contains("id=\"graph\""))
  }

  @Test("a lesson that stops before its value leaves no file")
  func stopping() throws {
    let folder = try TemporaryFolder([("Lessons/14-stop.md", Lessons.stopping)])
    let outcome = longhand(["run", "stop", "--output", "graph.svg"], in: folder)
    #expect(outcome.status == .failure && outcome.messages.contains("1/z"))
    #expect(try folder.contents("") == ["Lessons"])
  }
}
