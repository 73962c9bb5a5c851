import Algebra
import Testing
import Transcript

@testable import Rendering

@Suite("Formulas as TeX") struct TeXTests {
  private func written(
    _ formula: Formula, _ dialect: TeXDialect, _ style: TeXFormulaWriter.Style = .display, limit: Double = 40
  ) -> String {
    dialect.fragments(formula, .unicode, style, limit: limit).joined.text
  }

  @Test(arguments: [
    ("a + b - c", "\\mathit{a} + \\mathit{b} - \\mathit{c}"),
    ("a - (b - c)", "\\mathit{a} - (\\mathit{b} - \\mathit{c})"),
    ("0.5 + (-0.2)", "0.5 + (-0.2)"), ("-0.2 + a", "-0.2 + \\mathit{a}"),
    ("(a + b)*c", "(\\mathit{a} + \\mathit{b}) \\cdot \\mathit{c}"),
    ("1/2*(t - o)^2", "\\tfrac{1}{2} \\cdot (\\mathit{t} - \\mathit{o})^{2}"),
    ("1/(1 + a)", "\\frac{1}{1 + \\mathit{a}}"),
    ("a*b/c*d", "\\frac{\\mathit{a} \\cdot \\mathit{b}}{\\mathit{c}} \\cdot \\mathit{d}"),
    ("a/b/c", "\\mathit{a}/\\mathit{b}/\\mathit{c}"), ("exp(-a)", "e^{-\\mathit{a}}"),
    ("(-a)^2", "(-\\mathit{a})^{2}"), ("(a/b)^2", "\\Bigl(\\frac{\\mathit{a}}{\\mathit{b}}\\Bigr)^{2}"),
    ("∂E_total/∂w5", "\\frac{\\partial \\mathit{E_{total}}}{\\partial \\mathit{w5}}"),
    ("sigmoid(z)", "\\sigma(\\mathit{z})"),
    ("leaky_relu(z, 0.1)", "\\mathrm{leaky\\rule{0.5em}{0.06em}relu}(\\mathit{z}, 0.1)"),
    ("sqrt(a + b)", "\\sqrt{\\mathit{a} + \\mathit{b}}"), ("4.92e-05", "\\text{4.92e-05}"),
    ("out_h1 + E_1", "\\mathit{out_{h1}} + \\mathit{E_1}"),
    ("a__b", "\\mathit{a\\rule{0.5em}{0.06em}\\rule{0.5em}{0.06em}b}"),
    ("η", "\\mathit{\\eta}"), ("θx", "\\mathit{\\theta x}"), ("ŷ", "\\mathit{\\hat{y}}"),
    ("W[1]", "\\mathit{W}[1]"),
  ])
  func `for MathJax and KaTeX commands are words, and an underscore lowers what follows it`(
    text: String, tex: String
  ) {
    #expect(written(formula(text), .markdown) == tex)
  }

  @Test(arguments: [
    ("out_h1", "\\lhname{out\\_h1}"), ("η", "\\lhname{$\\eta$}"), ("E[1]", "\\lhname{E}[1]"),
    ("∂E/∂w", "\\frac{\\partial \\lhname{E}}{\\partial \\lhname{w}}"),
    ("a^2", "\\lhname{a}^{\\lhsay{00B2}{2}}"),
    ("exp(-0.5)", "e^{\\lhsay{005E00282212" + "0030002E00350029}{-0.5}}"),
  ])
  func `for LaTeX names are as typed, and exponents say how they are typed`(text: String, tex: String) {
    #expect(written(formula(text), .latex) == tex)
  }

  @Test func `in text a derivative and a quotient stand on the line`() {
    #expect(written(formula("∂E/∂w"), .markdown, .inline) == "\\partial \\mathit{E}/\\partial \\mathit{w}")
    #expect(written(formula("1/(1 + exp(a))"), .markdown, .inline) == "1/(1 + e^{\\mathit{a}})")
  }

  @Test
  func
    `what is too deep or too wide for exponents and fractions is written on the line, and none of it is lost`()
  {
    var tower = formula("x")
    for _ in 0..<200 { tower = .power(formula("2"), tower) }
    let linear = written(tower, .latex)
    #expect(!linear.contains("^{") && linear.count { $0 == "2" } == 200)
    var nest = formula("x")
    for _ in 0..<200 {
      nest = .call(Function.named("tanh")!, [.sum(of: [.init(.plus, nest), .init(.plus, formula("1"))])])
    }
    let pieces = TeXDialect.latex.fragments(nest, .unicode, .display, limit: 10)
    #expect(pieces.allSatisfy { $0.width <= 60 } && pieces.joined.text.count { $0 == "(" } == 200)
    let chain = Formula.sum(of: (0..<8000).map { _ in .init(.plus, formula("abc")) })
    let setting = TeXSetting(dialect: .latex, notation: .unicode, limit: 40)
    let rows = setting.rows(of: Equation(subject: formula("y"), rightSides: [.init(.equals, .names(chain))]))
    #expect(rows.count > 100 && rows.allSatisfy { $0.width <= 40.5 })
    #expect(rows.map(\.content.text).joined().split(separator: "abc").count == 8001)
  }

  @Test func `a name that is longer than a line is broken, and keeps all its letters`() {
    let name = String(repeating: "long", count: 60)
    let pieces = TeXDialect.latex.fragments(.name(Name(name)), .unicode, .display, limit: 15)
    #expect(pieces.count > 5 && pieces.allSatisfy { $0.width <= 15 })
    #expect(pieces.joined.text.replacing("\\lhname{", with: "").replacing("}", with: "") == name)
  }

  @Test func `signs stand under each other where an equation does not fit on one row`() {
    let equation = Equation(
      subject: formula("y"),
      rightSides: [
        .init(.equals, .names(formula("a*b + c"))), .init(.equals, .numbers(formula("2*3 + 4"))),
        .init(.equals, .result(number("10"))),
      ])
    func rows(_ limit: Double) -> [String] {
      TeXSetting(dialect: .markdown, notation: .unicode, limit: limit).rows(of: equation).map {
        $0.subject.text + "&" + $0.content.text
      }
    }
    #expect(rows(40).count == 1)
    #expect(
      rows(12) == ["\\mathit{y}&= \\mathit{a} \\cdot \\mathit{b} + \\mathit{c}", "&= 2 \\cdot 3 + 4= 10"])
    #expect(rows(9).map { $0.hasPrefix("&= ") || $0.hasPrefix("\\mathit{y}&= ") }.allSatisfy(\.self))
    #expect(rows(9).count == 3)
  }
}
