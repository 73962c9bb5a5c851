import Diagnostics
import LessonLanguage
import Testing

@Suite("Data cells")
struct DataCellTests {
  /// A cell, and what is read from it: the names, and behind each bar a row.
  struct Example: CustomTestStringConvertible, Sendable {
    let source: String
    let expected: String

    init(_ source: String, _ expected: String) {
      self.source = source
      self.expected = expected
    }

    var testDescription: String { source }
  }

  @Test(
    "the names of the header and the numbers below it are read",
    arguments: [
      Example("x1, x2, t\n0, 0, 0\n0, 1, 1\n", "x1 x2 t | 0 0 0 | 0 1 1"),
      // The rules of RFC 4180, section 2, one by one.
      Example("aaa,bbb,ccc\r\n1,2,3\r\n", "aaa bbb ccc | 1 2 3"),
      Example("aaa,bbb,ccc\r\n1,2,3", "aaa bbb ccc | 1 2 3"),
      Example("field_name,field2\r\n1,2\r\n3,4\r\n", "field_name field2 | 1 2 | 3 4"),
      Example("\"aaa\",\"bbb\",ccc\r\n\"1\",\"2\",3\r\n", "aaa bbb ccc | 1 2 3"),
      // Line ends of every kind, also mixed.
      Example("x\n1\n2\n", "x | 1 | 2"),
      Example("x\r1\r2\r", "x | 1 | 2"),
      Example("x\n1\r\n2\r3", "x | 1 | 2 | 3"),
      // Blanks and lines of blanks.
      Example("  x ,\ty\t\n 1 ,\u{A0}2\u{3000}\n", "x y | 1 2"),
      Example("\n \nx\n\n\t\r\n1\n\r\n\r\r2\n\n", "x | 1 | 2"),
      Example(" \"x\" , \" y \"\n\"1\", \" 2\" \n", "x y | 1 2"),
      // Names: any letter, digits, `_`, words that begin a statement.
      Example(
        "η, w_1, Größe, 名, input, data, of_\n1,2,3,4,5,6,7", "η w_1 Größe 名 input data of_ | 1 2 3 4 5 6 7"),
      Example("x, X\n1, 2", "x X | 1 2"),
      // Numbers keep their digits, with an ASCII minus.
      Example("x\n-1\n−2\n+3\n0.50\n-0.0\n007", "x | -1 | -2 | 3 | 0.50 | -0.0 | 007"),
      Example("x\n1e-3\n1E5\n2.5e+07\n-1e−3\n0e9", "x | 1e-3 | 1E5 | 2.5e+07 | -1e-3 | 0e9"),
      Example("x\n1.7976931348623157e308\n5e-324", "x | 1.7976931348623157e308 | 5e-324"),
    ])
  func reading(example: Example) throws {
    let file = SourceFile(name: "lesson.md", text: example.source)
    let (rows, diagnostics) = parseData(file, file.whole)
    #expect(diagnostics == [])
    #expect(try #require(rows).text == example.expected)
  }

  @Test("a number has the value of its digits")
  func values() throws {
    let file = SourceFile(name: "lesson.md", text: "x, y\n0.1, −2.5e-3\n+7, -0\n")
    let rows = try #require(parseData(file, file.whole).rows).rows
    #expect(rows.map { $0.map(\.value) } == [[0.1, -0.0025], [7, 0]])
    #expect(rows[1][1].value.sign == .minus)
  }

  @Test("names and numbers know where they stand, signs included and quotes not")
  func places() throws {
    let marked = MarkedSource("⟦x1⟧ , \" ⟦größe⟧ \"\r\n ⟦-1⟧,\"⟦−2e3⟧\"\r\n\n⟦+0.5⟧,⟦3⟧")
    let rows = try #require(parseData(marked.file, marked.file.whole).rows)
    #expect(rows.columns.map(\.range) + rows.rows.joined().map(\.range) == marked.ranges)
  }

  @Test("only the cell's own text is read")
  func body() throws {
    let marked = MarkedSource("```data xor\n⟦x, y\n0, 1\n⟧```\n2, 3\n")
    let body = try #require(marked.ranges.first)
    #expect(try #require(parseData(marked.file, body).rows).text == "x y | 0 1")
  }

  @Test("one column and one row are enough")
  func smallest() throws {
    let file = SourceFile(name: "lesson.md", text: "x\n1")
    #expect(try #require(parseData(file, file.whole).rows).text == "x | 1")
  }
}

extension DataRows {
  /// The names and the digits: `x1 x2 | 0 1 | 1 0`.
  var text: String {
    ([columns.map(\.text)] + rows.map { $0.map(\.text) }).map { $0.joined(separator: " ") }
      .joined(separator: " | ")
  }
}
