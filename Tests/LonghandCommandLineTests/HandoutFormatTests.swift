import LonghandCommandLine
import Testing

@Suite("Handouts from longhand run")
struct HandoutFormatTests {
  @Test("Markdown and LaTeX go to the results and to files, which have the format of their ending")
  func formats() throws {
    let folder = try TemporaryFolder(Lessons.course)
    for (format, ending, opening) in [
      ("markdown", "md", "<!-- Written by longhand run: sum -->\n"),
      ("latex", "tex", "% Written by longhand run: sum\n"),
    ] {
      let printed = longhand(["run", "sum", "--format", format], in: folder)
      #expect(printed.status == .success && printed.messages.isEmpty)
      #expect(printed.results.hasPrefix(opening))
      #expect(longhand(["run", "sum", "--output", "a.\(ending)"], in: folder).status == .success)
      #expect(folder.text("a.\(ending)") == printed.results)
    }
  }

  @Test(
    "an earlier run of the lesson is overwritten, and nothing else: no lesson, though it has the same title")
  func overwriting() throws {
    let folder = try TemporaryFolder(
      Lessons.course + [("mine.md", "# Sum\n"), ("mine.tex", "\\documentclass{article}\n")])
    for name in ["a.md", "a.tex"] {
      for _ in 0..<2 { #expect(longhand(["run", "sum", "--output", name], in: folder).status == .success) }
      let other = longhand(["run", "other-sum", "--output", name], in: folder)
      #expect(other.status == .failure && other.messages.contains("hint: --force"))
    }
    for name in ["mine.md", "mine.tex"] {
      let text = folder.text(name)
      #expect(longhand(["run", "sum", "--output", name], in: folder).status == .failure)
      #expect(folder.text(name) == text)
    }
  }

  @Test("--standalone makes a document of LaTeX, and is wrong with anything else")
  func standalone() throws {
    let folder = try TemporaryFolder(Lessons.course)
    let fragment = longhand(["run", "sum", "--format", "latex"], in: folder).results
    let document = longhand(["run", "sum", "--format", "latex", "--standalone"], in: folder).results
    #expect(!fragment.contains("\\documentclass") && document.contains("\\documentclass"))
    #expect(longhand(["run", "sum", "--standalone", "--output", "x.tex"], in: folder).status == .success)
    #expect(folder.text("x.tex") == document)
    for options in [
      [], ["--format", "text"], ["--format", "markdown"], ["--output", "y.md"], ["--output", "new/"],
    ] {
      let outcome = longhand(["run", "sum", "--standalone"] + options, in: folder)
      #expect(outcome.status == .wrongUsage, "\(options)")
      #expect(outcome.messages.contains("`--standalone` is of use with `--format latex` only"), "\(options)")
    }
  }
}
