import Algebra
import Testing

@testable import Rendering

/// Formulas as MathML: one `math` for each term, parentheses where text has them, and fractions where both sides are short.
@Suite struct MathMLTests {
  private static let open = "<mo form=\"prefix\" stretchy=\"false\">(</mo>"
  private static let close = "<mo form=\"postfix\" stretchy=\"false\">)</mo>"

  private func html(_ formula: Formula, sources: [Int: ShownValue] = [:]) -> String {
    var writer = MathMLWriter(.unicode, sources: sources)
    writer.write(formula)
    return writer.html
  }

  @Test(arguments: [
    ("0.41", "<math><mn>0.41</mn></math>"),
    ("-4.92e-05", "<math><mn>−4.92e-05</mn></math>"),
    ("out_h1", "<math><mi>out_h1</mi></math>"),
    ("∂E/∂w5", "<math><mfrac><mi>∂E</mi><mi>∂w5</mi></mfrac></math>"),
    ("a*b", "<math><mi>a</mi><mo>·</mo><mi>b</mi></math>"),
    (
      "a + b",
      "<math><mi>a</mi></math> <math><mo form=\"infix\" lspace=\"0em\">+</mo><mi>b</mi></math>"
    ),
    ("a/b", "<math><mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac></math>"),
    ("1/2*a", "<math><mi>½</mi><mo>·</mo><mi>a</mi></math>"),
    ("a^2", "<math><msup><mrow><mi>a</mi></mrow><mrow><mn>2</mn></mrow></msup></math>"),
    ("exp(x)", "<math><msup><mi>e</mi><mrow><mi>x</mi></mrow></msup></math>"),
    ("a*(-0.2)", "<math><mi>a</mi><mo>·</mo>\(open)<mn>−0.2</mn>\(close)</math>"),
    ("tanh(x)", "<math><mtext>tanh</mtext>\(open)<mi>x</mi>\(close)</math>"),
  ])
  func `a formula`(_ text: String, _ expected: String) {
    #expect(html(formula(text)) == expected)
  }

  /// MathML breaks no lines: what is long must be many elements.
  @Test func `a long sum, a long product and a long fraction can be broken`() {
    for sign in ["+", "*"] {
      let long = formula((1...30).map { "name_\($0)" }.joined(separator: sign))
      #expect(html(long).components("<math>") == 30)
    }
    #expect(!html(formula("(a+b+c+d+e+f+g)/(h+i)")).contains("mfrac"))
  }

  /// What goes over rows, and a derivative of it, are broken as other calls are.
  @Test func `a long mean over rows and a long derivative can be broken`() throws {
    let terms = formula((1...9).map { "name_\($0)" }.joined(separator: "+"))
    let mean = Formula.overRows(.mean, of: terms, data: Name("points"))
    let derivative = Formula.derivative(of: terms, by: Name("w"))
    for (long, end) in [(mean, "over\u{A0}points</mtext>"), (derivative, "<mi>∂w</mi>")] {
      var writer = MathMLWriter(.unicode)
      writer.write(long)
      #expect(writer.html.components("<math>") >= 9 && writer.html.contains(end))
      #expect(writer.widestPiece < 20)
    }
    var short = MathMLWriter(.unicode)
    short.write(Formula.overRows(.mean, of: formula("a + b"), data: Name("c")))
    #expect(short.html.contains("<mtext>\u{A0}</mtext><mtext>over\u{A0}c</mtext>"), "a word stands apart")
  }

  @Test func `names are escaped, whatever they hold`() {
    let attack = Formula.name(Name("</math><script>alert(\"1\")</script>&'"))
    let written = html(.sum([.init(.plus, attack), .init(.plus, .derivative(of: attack, by: Name("<b>")))]))
    #expect(!written.contains("<script") && !written.contains("<b>"))
    #expect(written.contains("&lt;/math&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"))
  }

  @Test func `depth and length cost none of the stack`() throws {
    var deep = formula("x")
    let tanh = try #require(Function.named("tanh"))
    for _ in 0..<2000 { deep = .call(tanh, [deep]) }
    #expect(html(deep).components("tanh") == 2000)
    let long = Formula.sum((0..<8000).map { _ in .init(.plus, formula("x")) })
    #expect(html(long).components("<math>") == 8000)
  }

  /// A link inside of mathematics would be hidden from who hears the page.
  @Test func `links stand around mathematics, and beside what is in a fraction`() {
    let source = ShownValue(id: "v-7", name: "w<1", number: number("0.5"))
    let linked =
      "<a class=\"from\" href=\"#v-7\" aria-label=\"0.5, the value of w&lt;1\"><math><mn>0.5</mn></math></a>"
    #expect(
      html(formula("0.5*2"), sources: [0: source])
        == linked + "<math><mo form=\"infix\">·</mo><mn>2</mn></math>")
    var writer = MathMLWriter(.unicode, sources: [1: source])
    writer.write(formula("1/0.5"))
    #expect(!writer.html.contains("<a"))
    #expect(writer.unlinked.map(\.id) == ["v-7"])
  }
}

extension String {
  /// How often a text occurs in it.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
