import Diagnostics
import Testing

@testable import LessonLanguage

@Suite struct CellBoundTests {
  private let file = SourceFile(name: "lesson.md", text: "y = 1 + 2\nz = 3")

  private func tokens(upTo most: Int) throws(Diagnostic) -> Int {
    try Lexer(file, SourceRange(0, file.bytes.count)).tokensOfCell(upTo: most).count
  }

  @Test func `the tokens of a cell are bounded`() throws {
    #expect(Lexer.maxTokens == 1_500_000)
    #expect(try tokens(upTo: 9) == 9)
    #expect {
      try tokens(upTo: 6)
    } throws: { error in
      (error as? Diagnostic)?.text(in: file)
        == """
        lesson.md:2:1: error: this cell has more than 1,500,000 words, numbers and signs, which is the bound
        z = 3
        ^
        """
    }
  }
}
