import Algebra
import Prose
import Rendering
import TestSupport
import Testing
import Transcript

@Suite("Notebooks")
struct NotebookTests {
  private func notebook(_ parts: [Transcript.Part], _ code: [NotebookCode] = []) throws -> [JSONValue] {
    let transcript = Transcript(lesson: "lesson", title: "A lesson", sources: [], parts: parts)
    let text = NotebookRenderer().text(of: transcript, preamble: "import math\n", code: code)
    #expect(text.hasPrefix(NotebookRenderer.opening))
    return try JSONValue(reading: Array(text.utf8))["cells"]?.elements ?? []
  }

  private func paragraph(_ text: String) -> Transcript.Part { .prose(.paragraph([.text(text)])) }

  @Test func `code stands below the parts that it computes`() throws {
    let code = NotebookCode(parts: 1..<2, name: "w <-", source: "w = 1\nshow(\"w\", w)", output: "w = 1\n")
    let cells = try notebook([paragraph("one"), paragraph("two"), paragraph("three")], [code])
    #expect(
      cells.map { $0["source"]?.text } == [
        "# A lesson", "import math", "one", "two", "w = 1\nshow(\"w\", w)", "three",
      ])
    #expect(cells[4]["outputs"]?.elements?.first?["text"]?.text == "w = 1\n")
    #expect(cells[1]["metadata"]?["jupyter"] != nil)
  }

  @Test func `the ids of cells are their own, short and of plain letters`() throws {
    let names = ["w <-", "w <-", "∂E/∂w", String(repeating: "long ", count: 40), ""]
    let code = names.map { NotebookCode(parts: 0..<0, name: $0, source: "pass", output: "") }
    let ids = try notebook([], code).compactMap { $0["id"]?.text }
    #expect(Set(ids).count == names.count + 2)
    for id in ids {
      #expect((1...64).contains(id.utf8.count))
      #expect(
        id.utf8.allSatisfy {
          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_".utf8.contains($0)
        })
    }
  }

  @Test func `running text is no markup and no mathematics`() throws {
    let cells = try notebook([paragraph("<script>alert(1)</script> $x$ [a](javascript:b) `c` *d* # e")])
    let text = cells.last?["source"]?.text ?? ""
    #expect(
      text
        == "\\<script\\>alert(1)\\</script\\> <span>\\$</span>x<span>\\$</span> \\[a\\](javascript:b) \\`c\\` \\*d\\* \\# e"
    )
  }

  @Test func `a fence is longer than any run of backquotes in it`() throws {
    let part = Transcript.Part.prose(.verbatim(language: "", lines: ["````", "text"]))
    #expect(try notebook([part]).last?["source"]?.text?.hasPrefix("`````text\n") == true)
  }

  @Test func `any transcript gives the same cells every time`() throws {
    for seed in 0..<10 as Range<UInt64> {
      var (one, other) = (
        RandomTranscript(seed: seed, digits: LayoutPropertyTests.longDigits),
        RandomTranscript(seed: seed, digits: LayoutPropertyTests.longDigits)
      )
      let texts = [one.transcript(), other.transcript()].map {
        NotebookRenderer().text(of: $0, preamble: "", code: [])
      }
      #expect(texts[0] == texts[1])
      #expect(try JSONValue(reading: Array(texts[0].utf8))["nbformat_minor"]?.double == 5)
    }
  }
}
