import Diagnostics
import Testing

@testable import LessonLanguage

@Suite("Data cells that are wrong")
struct DataCellErrorTests {
  @Test(
    "a header that is wrong is told at its place",
    arguments: [
      ErrorExample(
        "⟦⟧", "this data cell is empty",
        hint: "its first line names the columns, as in `x1, x2, t`, and each further line is a row of numbers"
      ),
      ErrorExample(
        "⟦⟧\n  \n\r\n", "this data cell is empty",
        hint: "its first line names the columns, as in `x1, x2, t`, and each further line is a row of numbers"
      ),
      ErrorExample("\n⟦x1, x2⟧\n\n", "this data cell has no rows below its header"),
      ErrorExample(
        "⟦0, -1, \"2\"⟧\n1, 2, 3\n", "a line with the names of the columns is missing before the first row",
        hint: "a header is written `x1, x2, t`"),
      ErrorExample("x, ⟦2⟧\n1, 2", "a name belongs here, not the number `2`"),
      ErrorExample("x, ⟦pi⟧\n1, 2", "`pi` is a reserved word and cannot be a name"),
      ErrorExample("⟦of⟧, x\n1, 2", "`of` is a reserved word and cannot be a name"),
      ErrorExample("x, \"⟦end⟧\"\n1, 2", "`end` is a reserved word and cannot be a name"),
      ErrorExample(
        "x,⟦⟧\n1, 2", "the name of a column is missing",
        hint: "leave out the comma at the end of this line, and of the rows"),
      ErrorExample(
        "x,⟦  ⟧,y\n1, 2, 3", "the name of a column is missing", hint: "a header is written `x1, x2, t`"),
      ErrorExample(
        "x, ⟦\"\"⟧\n1, 2", "the name of a column is missing", hint: "a header is written `x1, x2, t`"),
      ErrorExample("x, y, ⟦x⟧\n1, 2, 3", "two columns have the name `x`"),
      // One name in two ways of writing it, composed and decomposed.
      ErrorExample("\u{E9}, ⟦e\u{301}⟧\n1, 2", "two columns have the name `e\u{301}`"),
      ErrorExample(
        "⟦petal length⟧, y\n1, 2", "`petal length` is no name",
        hint: "a name begins with a letter and has nothing but letters, digits and `_`"),
      ErrorExample(
        "⟦h[1]⟧, y\n1, 2", "`h[1]` is no name",
        hint: "a name begins with a letter and has nothing but letters, digits and `_`"),
      ErrorExample(
        "⟦2x⟧, y\n1, 2", "`2x` is no name",
        hint: "a name begins with a letter and has nothing but letters, digits and `_`"),
      ErrorExample(
        "⟦a\"\"b⟧, y\n1, 2", "`a\"\"b` is no name",
        hint: "a name begins with a letter and has nothing but letters, digits and `_`"),
      ErrorExample(
        "\"⟦a \"\"b\"\"⟧\", y\n1, 2", "`a \"\"b\"\"` is no name",
        hint: "a name begins with a letter and has nothing but letters, digits and `_`"),
      ErrorExample(
        "⟦x1; x2⟧\n1", "the columns seem to be parted by `;`",
        hint: "write commas between them, and numbers with a decimal point"),
      ErrorExample(
        "⟦x1\tx2⟧\n1", "the columns seem to be parted by tabs",
        hint: "write commas between them, and numbers with a decimal point"),
      ErrorExample("⟦_x⟧\n1", "a name begins with a letter, not with `_`", hint: "write `x`"),
      ErrorExample(
        "⟦$⟧\n1", "`$` is no name",
        hint: "a name begins with a letter and has nothing but letters, digits and `_`"),
      ErrorExample("⟦\"x\r\n\"⟧, y\n1, 2", "a name has no line break in it"),
      ErrorExample("x, ⟦\"⟧y\n1, 2", "this `\"` is never closed"),
      ErrorExample("\"x\" ⟦y⟧, z\n1, 2", "a comma is missing behind `\"x\"`"),
      ErrorExample(
        "⟦\(String(repeating: "x", count: 201))⟧\n1",
        "a name of more than 200 bytes is too long for a column"),
    ])
  func header(example: ErrorExample) {
    example.expect(parseData(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "a row that is wrong is told at its place",
    arguments: [
      ErrorExample("x, y\n1, 2\n⟦3⟧\n", "this row has 1 field, and the header has 2"),
      ErrorExample("x, y\n ⟦1, 2, 3⟧ \n", "this row has 3 fields, and the header has 2"),
      ErrorExample(
        "x, y\n⟦1, 2,⟧\n", "this row has 3 fields, and the header has 2",
        hint: "leave out the comma at its end"),
      ErrorExample(
        "x, y\n⟦0,5, 1,5⟧\n", "this row has 4 fields, and the header has 2",
        hint: "a number has no comma in it: its decimal sign is a point"),
      ErrorExample(
        "x, y\n⟦1; 2⟧\n", "this row has 1 field, and the header has 2",
        hint: "the fields seem to be parted by `;`: write commas between them"),
      ErrorExample(
        "x, y\n⟦1 2⟧\n", "this row has 1 field, and the header has 2",
        hint: "the fields seem to be parted by blanks: write commas between them"
      ),
      ErrorExample(
        "x, y\n1,⟦⟧\n", "a number is missing",
        hint: "a row has a number in every column; leave out one that has not"),
      ErrorExample(
        "x, y, z\n1,⟦ ⟧,3\n", "a number is missing",
        hint: "a row has a number in every column; leave out one that has not"),
      ErrorExample(
        "x, y\n⟦\"\"⟧, 2", "a number is missing",
        hint: "a row has a number in every column; leave out one that has not"),
      ErrorExample("x\n⟦\"1\n2\"⟧\n3", "a number has no line break in it"),
      ErrorExample("x\n⟦\"1\r\"⟧\n3", "a number has no line break in it"),
      ErrorExample("x, y\n1, ⟦\"⟧2, 3\n4, 5\n", "this `\"` is never closed"),
      ErrorExample("x, y\n\"1\" ⟦2⟧, 3\n", "a comma is missing behind `\"1\"`"),
      ErrorExample(
        "x, y\n\"1\" ⟦\"⟧, 3\n", "a comma is missing behind `\"1\"`"
      ),
    ])
  func row(example: ErrorExample) {
    example.expect(parseData(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "a comment is told, as a data cell has none",
    arguments: [
      "⟦# the rows of and⟧\nx\n1\n", "x\n⟦# a, b⟧\n1\n", "x ⟦# name⟧\n1\n", "x\n1 ⟦# one, two⟧\n2\n",
      "x\n\"1\" ⟦# one⟧\n",
    ])
  func comment(marked: String) {
    let example = ErrorExample(
      marked, "a data cell has no comments", hint: "say it in the text before or behind the cell")
    example.expect(parseData(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "a field that is no number is told at its place",
    arguments: [
      ErrorExample("⟦5.⟧", "a digit is missing behind the point of `5.`", hint: "write `5` or `5.0`"),
      ErrorExample("-⟦5.⟧", "a digit is missing behind the point of `5.`", hint: "write `5` or `5.0`"),
      ErrorExample("⟦5.⟧", "a digit is missing behind the point of `5.`", hint: "write `5` or `5.0`"),
      ErrorExample("⟦1_000⟧", "a number has no `_` in it", hint: "write `1000`"),
      ErrorExample("⟦1.2.3⟧", "`1.2.3` is no number: it has more than one point"),
      ErrorExample("⟦0x1F⟧", "`0x1F` is no number: numbers are decimal"),
      ErrorExample("⟦1e999⟧", "the number `1e999` is too large", hint: "the largest is about 1.8e308"),
      ErrorExample("-⟦1e999⟧", "the number `1e999` is too large", hint: "the largest is about 1.8e308"),
      ErrorExample(
        "⟦1e-999⟧", "the number `1e-999` is too small to be told from 0",
        hint: "the smallest is about 4.9e-324"),
      ErrorExample(
        "⟦nan⟧", "`nan` is no number", hint: "a row has a number in every column; leave out one that has not"),
      ErrorExample(
        "⟦-inf⟧", "`-inf` is no number",
        hint: "a row has a number in every column; leave out one that has not"),
      ErrorExample(
        "⟦?⟧", "`?` is no number", hint: "a row has a number in every column; leave out one that has not"),
      ErrorExample(
        "⟦−⟧", "`−` is no number", hint: "a row has a number in every column; leave out one that has not"),
      ErrorExample(
        "⟦setosa⟧", "`setosa` is no number", hint: "a class is written as a number, such as 0 or 1"),
      ErrorExample("⟦1/2⟧", "`1/2` is no number", hint: "write it in digits"),
      ErrorExample("⟦pi⟧", "`pi` is no number", hint: "write it in digits"),
      ErrorExample("⟦- 1⟧", "`- 1` is no number", hint: "write it in digits"),
      ErrorExample("⟦--1⟧", "`--1` is no number", hint: "write it in digits"),
      ErrorExample("⟦50%⟧", "`50%` is no number", hint: "write it in digits"),
      ErrorExample(
        "⟦1 2⟧", "`1 2` is no number",
        hint: "the fields seem to be parted by blanks: write commas between them"),
      ErrorExample(
        "⟦1;2⟧", "`1;2` is no number", hint: "the fields seem to be parted by `;`: write commas between them"),
      ErrorExample("⟦(1)⟧", "`(1)` is no number"),
      ErrorExample("⟦１⟧", "`１` is no number"),
      ErrorExample("⟦1\"2⟧", "`1\"2` is no number", hint: "write it in digits"),
      ErrorExample("\"⟦1\"\"2⟧\"", "`1\"\"2` is no number", hint: "write it in digits"),
      ErrorExample("⟦1\u{B}⟧", "`1…` is no number", hint: "write it in digits"),
    ])
  func number(example: ErrorExample) {
    let example = ErrorExample(
      "x, y\n0, 1\n2, \(example.marked)\n3, 4\n", example.message, hint: example.hint)
    example.expect(parseData(example.file, example.file.whole).diagnostics)
  }

  @Test("every mistake of a cell is told, in its order, and nothing is read")
  func several() {
    let marked = MarkedSource("a, ⟦2⟧, ⟦a⟧\n1, ⟦x⟧, ⟦y⟧\n⟦1, 2⟧\n3, 4, 5\n⟦# c⟧\n⟦\"⟧\n1\n")
    let (rows, diagnostics) = parseData(marked.file, marked.file.whole)
    #expect(rows == nil)
    #expect(diagnostics.map(\.range) == marked.ranges)
  }

  @Test("a column of texts is one mistake, and a text among numbers is told where it stands")
  func textColumns() {
    for text in [
      "a, kind\n1, ⟦red⟧\n2, blue\n3, red\n", "a, kind\n1, ⟦red⟧\n2, 3\n3, blue\n",
      "a, kind\n1, ⟦red⟧\n2, 3\n3, 4\n4, ⟦blue⟧\n", "a, kind\n⟦x⟧, ⟦red⟧\ny, blue\n", "a\n⟦x⟧\n",
    ] {
      let marked = MarkedSource(text)
      let (rows, diagnostics) = parseData(marked.file, marked.file.whole)
      #expect(rows == nil)
      #expect(diagnostics.map(\.range) == marked.ranges)
    }
  }

  @Test("a hundred mistakes are told, and no more")
  func many() {
    for text in [
      "x\n" + String(repeating: "1_0\n", count: 300),
      String(repeating: ",", count: 300),
      "x\n" + String(repeating: "1,", count: 300) + "\n"
        + String(repeating: "# c\n", count: 300),
      "x" + String(repeating: ",x", count: 300) + "\n", String(repeating: "#\n", count: 300),
      (0..<300).map { "x\($0)" }.joined(separator: ",") + "\n" + String(repeating: ",", count: 299),
    ] {
      let file = SourceFile(name: "lesson.md", text: text)
      let (rows, diagnostics) = parseData(file, file.whole)
      #expect(rows == nil)
      #expect(diagnostics.count == 100)
    }
  }

  @Test("a cell has as many numbers as the bound and no more")
  func bound() {
    let right = SourceFile(name: "lesson.md", text: "x, y\n1, 2\n3, 4\n5, 6\n")
    #expect(parseData(right, right.whole, maxNumbers: 6).diagnostics == [])
    for marked in ["x, y\n1, 2\n3, 4\n5, 6\n⟦7⟧, 8\n9, 10\n", "x\n1,2,3,4,5,6,⟦\"7\"⟧,8"] {
      let example = ErrorExample(marked, "this data cell has more than 1,000,000 numbers, which is the bound")
      example.expect(parseData(example.file, example.file.whole, maxNumbers: 6).diagnostics)
    }
    let wide = ErrorExample(
      "a,b,c,⟦d⟧,e\n1\n", "this data cell has more than 1,000,000 columns, which is the bound")
    wide.expect(parseData(wide.file, wide.file.whole, maxNumbers: 3).diagnostics)
    #expect(DataRows.maxNumbers == 1_000_000)
  }
}
