import Diagnostics
import LessonDocument
import Testing

@Suite struct FrontMatterTests {
  private func settings(_ lines: String) -> FrontMatter {
    LessonDocument(reading: SourceFile(name: "a.md", text: "---\n\(lines)\n---\n")).frontMatter
  }

  @Test func `All settings are read`() {
    let text = """
      ---
      title: Backpropagation by hand
      source: Introduction, "Training: Back Propagation"
      source:  Another
      needs: one, two
      needs: three

      decimals: 12
      rounding: truncated
      seed: -7
      format: 1
      claims: my lecture.csv
      ---
      """
    let document = LessonDocument(reading: SourceFile(name: "a.md", text: text))
    #expect(document.diagnostics.isEmpty)
    let settings = document.frontMatter
    #expect(settings.title == "Backpropagation by hand")
    #expect(settings.sources == ["Introduction, \"Training: Back Propagation\"", "Another"])
    #expect(settings.needs.map(\.lesson) == ["one", "two", "three"])
    #expect(settings.needs.map { document.file[$0.range] } == ["one", "two", "three"])
    #expect(settings.decimals == 12)
    #expect(settings.rounding == .truncated)
    #expect(settings.seed == -7)
    #expect(settings.claims?.name == "my lecture.csv")
    #expect(settings.claims.map { document.file[$0.range] } == "my lecture.csv")
  }

  @Test func `Settings have defaults`() {
    let settings = settings("title: t")
    #expect(settings.sources.isEmpty && settings.needs.isEmpty)
    #expect(settings.decimals == 5 && settings.rounding == .nearest && settings.seed == 1)
    #expect(settings.claims == nil)
  }

  @Test(arguments: [
    ("title: a", "a"), ("title:a", "a"), ("  title :  a: b  ", "a: b"), ("title: \"a: b\"", "a: b"),
    ("title: 'a'", "a"),
    ("title: \"a\" and \"b\"", "\"a\" and \"b\""), ("title: \"", "\""), ("title: ∂E/∂w", "∂E/∂w"),
    ("title: a\r", "a"),
  ])
  func `Values are what stands behind the colon`(line: String, title: String) {
    #expect(settings(line).title == title)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Any line ending will do`(ending: String) {
    let text = ["\u{FEFF}---", "title: t", "decimals: 3", "--- ", "a", ""].joined(separator: ending)
    let document = LessonDocument(reading: SourceFile(name: "a.md", text: text))
    #expect(document.diagnostics.isEmpty)
    #expect(document.frontMatter.title == "t" && document.frontMatter.decimals == 3)
    #expect(document.blocks.count == 1)
  }
}
