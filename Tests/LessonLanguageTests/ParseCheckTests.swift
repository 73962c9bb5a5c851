import Diagnostics
import LessonLanguage
import Testing

@Suite("Lines of a check cell")
struct ParseCheckTests {
  @Test(
    "each check becomes its tree, with its place",
    arguments: [
      ("out_h1 = 0.60108            -- S0-071", "(check‹out_h1 = 0.60108› out_h1 0.60108 -- S0-071)"),
      ("∂E/∂w5 = 0.08020", "(check‹∂E/∂w5 = 0.08020› (derivative‹∂E/∂w5› E w5) 0.08020)"),
      ("∂E/∂w5 != 0.082 -- slip", "(slip‹∂E/∂w5 != 0.082› (derivative‹∂E/∂w5› E w5) 0.082 -- slip)"),
      ("h[2] ≠ 3", "(slip‹h[2] ≠ 3› (element‹h[2]› h 2) 3)"),
      ("∂E/∂W[1,2] = 3", "(check‹∂E/∂W[1,2] = 3› (derivative‹∂E/∂W[1,2]› E (element‹W[1,2]› W 1 2)) 3)"),
      (
        "if a != b then 1 else 0 != 2",
        "(slip‹if a != b then 1 else 0 != 2› (if‹if a != b then 1 else 0› (!=‹a != b› a b) 1 0) 2)"
      ),
      ("a + b = -0.5", "(check‹a + b = -0.5› (sum‹a + b› +a +b) -0.5)"),
      ("a = − 0.50", "(check‹a = − 0.50› a -0.50‹− 0.50›)"),
      ("a = +3", "(check‹a = +3› a 3‹+3›)"),
      ("a = -4.9e−4", "(check‹a = -4.9e−4› a -4.9e-4‹-4.9e−4›)"),
      ("a = 3 ± 0.01", "(check‹a = 3 ± 0.01› a 3 ± 0.01)"),
      ("a = 3 +- 0.01--n", "(check‹a = 3 +- 0.01› a 3 ± 0.01 -- n)"),
      ("a = 3+−1", "(check‹a = 3+−1› a 3 ± 1)"),
      ("a = 3 -- it's the slide's -- own § number", "(check‹a = 3› a 3 -- it's the slide's -- own § number)"),
      ("a = 3 --  # nothing", "(check‹a = 3› a 3)"),
      ("a = 3 -- n # c", "(check‹a = 3› a 3 -- n)"),
      ("a = 3 # c -- n", "(check‹a = 3› a 3)"),
      (
        "f(a,\n  b) =\n  3 ±\n  1 -- n",
        "(check‹f(a,\n  b) =\n  3 ±\n  1› (call‹f(a,\n  b)› f a b) 3 ± 1 -- n)"
      ),
      ("a - (-b) = 1", "(check‹a - (-b) = 1› (sum‹a - (-b)› +a -(neg‹(-b)› b)) 1)"),
    ])
  func tree(source: String, dump: String) {
    let file = SourceFile(name: "lesson.md", text: source)
    let (checks, _, diagnostics) = parseCheck(file, file.whole)
    #expect(diagnostics == [])
    #expect(checks.map { TreeDump(file).text(of: $0) } == [dump])
  }

  @Test(
    "a printed number has the value of its digits and its sign",
    arguments: [("0.5", 0.5), ("-0.5", -0.5), ("− 2", -2), ("+3", 3), ("-4.9e-4", -4.9e-4), ("1e−2", 0.01)])
  func value(printed: String, value: Double) throws {
    let file = SourceFile(name: "", text: "a = \(printed) ± \("0.25")")
    let check = try #require(parseCheck(file, file.whole).checks.first)
    #expect(check.printed.value == value)
    #expect(check.tolerance?.value == 0.25)
  }

  @Test(
    "a note has its place, without the marks and blanks around it",
    arguments: ["a = 1 --⟦n⟧", "a = 1 -- \u{A0} ⟦the slide, § 2⟧ \t# c\n", "a =\n  1 -- ⟦n -- m⟧"])
  func note(marked: String) throws {
    let source = MarkedSource(marked)
    let check = try #require(parseCheck(source.file, source.file.whole).checks.first)
    #expect(check.noteRange.map { [$0] } == source.ranges)
    #expect(check.noteRange.map { source.file[$0] } == check.note)
  }

  @Test("comments are handed out with their places, wherever they stand")
  func comments() {
    let source = MarkedSource("⟦# one⟧\na = 1 ⟦#two ⟧\nb = 2 -- note ⟦# three⟧\n")
    let (checks, comments, diagnostics) = parseCheck(source.file, source.file.whole)
    #expect(diagnostics == [])
    #expect(checks.count == 2)
    #expect(comments.map(\.text) == ["one", "two", "three"])
    #expect(comments.map(\.range) == source.ranges)
  }
}
