import Diagnostics
import Testing

@testable import LessonDocument

@Suite struct BlockBoundTests {
  private func messages(_ text: String, maxBlocks: Int) -> [String] {
    let file = SourceFile(name: "lesson.md", text: text)
    var reader = BlockReader(file, maxBlocks: maxBlocks)
    reader.read(fromLine: 0)
    return reader.diagnostics.map { $0.text(in: file) }
  }

  @Test(arguments: [
    ("a\n\na\n\na\n\na\n\nb\n", 5), ("# a\n# a\n# a\n# a\n# b\n", 5), ("- a\n- a\n- a\n- b\n", 5),
    ("|a|b|\n|-|-|\n|1|2|\n|3|4|\n", 7), ("> a\n\n> a\n\n> b\n", 6),
  ]) func `what prose is made of is bounded`(text: String, count: Int) throws {
    #expect(messages(text, maxBlocks: count) == [])
    let told = messages(text, maxBlocks: count / 2)
    #expect(told.count == 1)
    #expect(
      try #require(told.first).contains(
        "error: this file has more than 500,000 blocks of prose and cells of tables, which is the bound\n"))
  }

  @Test func `the bound is that of the lesson format`() { #expect(BlockReader.maxBlocks == 500_000) }
}
