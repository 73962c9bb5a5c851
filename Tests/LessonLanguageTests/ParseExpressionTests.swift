import Diagnostics
import LessonLanguage
import Testing

@Suite("Expressions")
struct ParseExpressionTests {
  @Test(
    "each form becomes its tree, with its place",
    arguments: [
      ("2", "2"),
      ("0.50", "0.50"),
      ("1e-8", "1e-8"),
      ("1e−8", "1e-8‹1e−8›"),
      ("1E+5", "1E+5"),
      ("pi", "pi"),
      ("w1", "w1"),
      ("(w1)", "w1‹(w1)›"),
      ("( ( 2 ) )", "2‹( ( 2 ) )›"),
      ("-x", "(neg‹-x› x)"),
      ("− x", "(neg‹− x› x)"),
      ("--x", "(neg‹--x› (neg‹-x› x))"),
      ("a + b - c", "(sum‹a + b - c› +a +b -c)"),
      ("a − b", "(sum‹a − b› +a -b)"),
      ("(a + b) + c", "(sum‹(a + b) + c› +(sum‹(a + b)› +a +b) +c)"),
      ("a + (b + c)", "(sum‹a + (b + c)› +a +(sum‹(b + c)› +b +c))"),
      ("a*b/c", "(product‹a*b/c› *a *b /c)"),
      ("a·b", "(product‹a·b› *a *b)"),
      ("a + b*c", "(sum‹a + b*c› +a +(product‹b*c› *b *c))"),
      ("-a*b", "(product‹-a*b› *(neg‹-a› a) *b)"),
      ("a*-b", "(product‹a*-b› *a *(neg‹-b› b))"),
      ("a - -b", "(sum‹a - -b› +a -(neg‹-b› b))"),
      ("x^2", "(power‹x^2› x 2)"),
      ("-x^2", "(neg‹-x^2› (power‹x^2› x 2))"),
      ("(-x)^2", "(power‹(-x)^2› (neg‹(-x)› x) 2)"),
      ("a^b^c", "(power‹a^b^c› a (power‹b^c› b c))"),
      ("a^-b^c", "(power‹a^-b^c› a (neg‹-b^c› (power‹b^c› b c)))"),
      ("a^-b*c", "(product‹a^-b*c› *(power‹a^-b› a (neg‹-b› b)) *c)"),
      ("f()", "(call‹f()› f)"),
      ("exp(-x)", "(call‹exp(-x)› exp (neg‹-x› x))"),
      ("max(a, b + 1, (c))", "(call‹max(a, b + 1, (c))› max a (sum‹b + 1› +b +1) c‹(c)›)"),
      ("∂E/∂w", "(derivative‹∂E/∂w› E w)"),
      ("∂ E / ∂ w", "(derivative‹∂ E / ∂ w› E w)"),
      ("∂L/∂w^2", "(power‹∂L/∂w^2› (derivative‹∂L/∂w› L w) 2)"),
      ("∂(a*b)/∂a", "(derivative‹∂(a*b)/∂a› (product‹(a*b)› *a *b) a)"),
      ("2*∂a/∂b/c", "(product‹2*∂a/∂b/c› *2 *(derivative‹∂a/∂b› a b) /c)"),
      ("c/∂a/∂b", "(product‹c/∂a/∂b› *c /(derivative‹∂a/∂b› a b)" + ")"),
      ("∂(∂a/∂b)/∂c", "(derivative‹∂(∂a/∂b)/∂c› (derivative‹(∂a/∂b)› a b) c)"),
      ("grad(E, w)", "(derivative‹grad(E, w)› E w)"),
      ("grad(a + b, a)", "(derivative‹grad(a + b, a)› (sum‹a + b› +a +b) a)"),
      ("local(out_o1, sum_o1)", "(local‹local(out_o1, sum_o1)› out_o1 sum_o1)"),
      ("grad + local", "(sum‹grad + local› +grad +local)"),
      (
        "η*größe + σ_1 + 重み2 + w१",
        "(sum‹η*größe + σ_1 + 重み2 + w१› +(product‹η*größe› *η *größe) +σ_1 +重み2 +w१)"
      ),
      ("x\u{304}_1", "x\u{304}_1"),
      ("\u{A0}a\t+\u{2003}b ", "(sum‹a\t+\u{2003}b› +a +b)"),
      ("forward + train + input", "(sum‹forward + train + input› +forward +train +input)"),
      ("a\n+ b\r\n\r* c", "(sum‹a\n+ b\r\n\r* c› +a +(product‹b\r\n\r* c› *b *c))"),
    ])
  func tree(source: String, dump: String) throws {
    try expectTree(dump, ofExpression: source)
  }

  @Test("only the given range is read")
  func range() throws {
    let source = MarkedSource("see `= ⟦w5 + 1⟧` here")
    let (expression, diagnostics) = parseExpression(source.file, source.ranges[0])
    #expect(diagnostics == [])
    #expect(try #require(expression).range == source.ranges[0])
  }

  @Test("a byte-order mark at the beginning of the file is no text")
  func byteOrderMark() throws {
    let file = SourceFile(name: "lesson.md", text: "\u{FEFF}a")
    #expect(try #require(parseExpression(file, file.whole).expression).kind == .name("a"))
  }

  @Test("names are the same name however their accents are stored")
  func canonicalNames() throws {
    let forms = ["gr\u{F6}\u{DF}e", "gro\u{308}\u{DF}e"].map { text in
      let file = SourceFile(name: "lesson.md", text: text)
      return parseExpression(file, file.whole).expression?.kind
    }
    #expect(forms[0] != nil && forms[0] == forms[1])
  }

  @Test(
    "a number has the value of its digits",
    arguments: [
      ("0.1", 0.1), ("1e-8", 1e-8), ("1e−8", 1e-8), ("007", 7), ("0", 0), ("0e-999", 0), ("1.50", 1.5),
    ])
  func value(source: String, value: Double) throws {
    let file = SourceFile(name: "lesson.md", text: source)
    let expression = try #require(parseExpression(file, file.whole).expression)
    guard case .number(let found, _) = expression.kind else { throw Mismatch(source) }
    #expect(found == value)
  }

  private struct Mismatch: Error {
    let source: String
    init(_ source: String) { self.source = source }
  }
}
