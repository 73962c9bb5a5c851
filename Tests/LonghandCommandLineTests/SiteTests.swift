import LonghandCommandLine
import Testing

@Suite("longhand site")
struct SiteTests {
  private static let course =
    Lessons.course + [
      (
        "Lessons/13-rows.md",
        "---\ntitle: Rows & <columns>\nneeds: sum\n---\n\nA first paragraph on gradients and back-propagation.\n"
      ),
      ("Lessons/parts.csv", "part,title,afterwards\n1,Sums,add numbers\n"),
    ]

  @Test("makes an index, a page for each lesson and a search, the same each time")
  func files() throws {
    let folder = try TemporaryFolder(Self.course)
    #expect(longhand(["site", "out"], in: folder) == Outcome(status: .success, results: "", messages: ""))
    #expect(try folder.contents("out") == ["index.html", "lessons", "search.js"])
    #expect(try folder.contents("out/lessons") == ["other-sum.html", "rows.html", "sum.html"])
    let index = try #require(folder.text("out/index.html"))
    #expect(index.contains("Part 1: Sums") && index.contains("Afterwards you can add numbers."))
    #expect(index.contains("href=\"lessons/rows.html\">Rows &amp; &lt;columns&gt;</a>"))
    #expect(index.contains("needs <a href=\"lessons/sum.html\">A sum</a>"))
    let search = try #require(folder.text("out/search.js"))
    for word in ["gradients", "propagation", "backpropagation"] { #expect(search.contains("|\(word) ")) }
    #expect(!search.contains("<"))
    #expect(longhand(["site", "again"], in: folder).status == .success)
    for name in ["index.html", "search.js", "lessons/sum.html"] {
      #expect(folder.text("out/\(name)") == folder.text("again/\(name)"), "\(name)")
    }
  }

  @Test("the pages lead to each other in the order in which they are read")
  func ways() throws {
    let folder = try TemporaryFolder(Self.course)
    #expect(longhand(["site", "out"], in: folder).status == .success)
    let page = try #require(folder.text("out/lessons/other-sum.html"))
    #expect(
      page.contains("<a rel=\"prev\" href=\"sum.html\">")
        && page.contains("<a rel=\"next\" href=\"rows.html\">"))
    #expect(page.contains("<a href=\"../index.html\">All lessons</a>"))
    #expect(folder.text("out/lessons/sum.html")?.contains("rel=\"prev\"") == false)
  }

  @Test("a course with words has a glossary, in which each leads to the lesson that explains it")
  func glossary() throws {
    let folder = try TemporaryFolder(Lessons.course + [("Lessons/words.csv", Lessons.words)])
    #expect(longhand(["site", "out"], in: folder).status == .success)
    #expect(folder.text("out/glossary.html")?.contains("<dl class=\"glossary\"><dt>") == true)
    #expect(folder.text("out/index.html")?.contains("href=\"glossary.html\"") == true)
  }

  @Test("an earlier site is renewed: pages of lessons that are no more go, and nothing else does")
  func renewal() throws {
    let folder = try TemporaryFolder(Self.course)
    #expect(longhand(["site", "out"], in: folder).status == .success)
    try folder.write(folder.text("out/lessons/sum.html") ?? "", to: "out/lessons/gone.html")
    try folder.write("mine", to: "out/lessons/mine.html")
    #expect(longhand(["site", "out"], in: folder).status == .success)
    #expect(try folder.contents("out/lessons") == ["mine.html", "other-sum.html", "rows.html", "sum.html"])
  }

  @Test("a folder that holds anything else, and a file, are left alone")
  func others() throws {
    let folder = try TemporaryFolder(Lessons.course + [("notes/a.txt", "mine"), ("file", "mine")])
    let outcome = longhand(["site", "notes"], in: folder)
    #expect(
      outcome.status == .failure && outcome.messages.contains("`notes` is there, and holds no earlier site"))
    #expect(try folder.contents("notes") == ["a.txt"])
    #expect(longhand(["site", "file"], in: folder).status == .wrongUsage)
    #expect(folder.text("file") == "mine")
    #expect(longhand(["site", "notes", "--force"], in: folder).status == .success)
    #expect(folder.text("notes/a.txt") == "mine")
    for arguments in [["site"], ["site", "a", "b"], ["site", ""]] {
      #expect(longhand(arguments, in: folder).status == .wrongUsage, "\(arguments)")
    }
  }

  @Test("a lesson with an error has no page, and the others have theirs; one that stops has what there is")
  func failing() throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-a.md", Lessons.fine), ("Lessons/12-b.md", Lessons.wrong),
      ("Lessons/13-c.md", Lessons.stopping),
    ])
    let outcome = longhand(["site", "out"], in: folder)
    #expect(outcome.status == .failure && outcome.messages.contains("12-b.md"))
    #expect(try folder.contents("out/lessons") == ["a.html", "c.html"])
    #expect(folder.text("out/index.html")?.contains("b.html") == false)
  }
}
