import Algebra
import Prose
import Rendering
import Testing
import Transcript

@Suite struct TableTests {
  @Test func `points stand under each other, with and without exponent`() {
    let digits = ["1", "-10.5", "4.92e-04", "100"]
    let table = Table(
      header: [.words("n"), .formula(formula("∂E/∂w"))],
      rows: digits.map { [.words("row"), .number(number($0))] })
    #expect(
      text([Line(.table(table))]) == """
            n     ∂E/∂w
            row     1
            row   −10.5
            row     4.92e-04
            row   100
        """)
  }

  @Test(arguments: [
    (
      27,
      """
          name    before    now
          out_h1   0.60109  −1.5
          w5      12         0
      """
    ),
    (
      25,
      """
          name: out_h1
          before: 0.60109
          now: −1.5

          name: w5
          before: 12
          now: 0
      """
    ),
  ])
  func `a table moves together, then is stacked, when it is too wide`(width: Int, expected: String) {
    let rows = [("out_h1", "0.60109", "-1.5"), ("w5", "12", "0")]
    let table = Table(
      header: [.words("name"), .words("before"), .words("now")],
      rows: rows.map { [.formula(formula($0)), .number(number($1)), .number(number($2))] })
    #expect(text([Line(.table(table))], width: width) == expected)
  }

  @Test func `rows may be shorter or longer than the header`() {
    let table = ProseBlock<Number>.table(
      header: [[.text("a")], [.text("b")]],
      rows: [[[.text("x")]], [[.text("y")], [.value(number("0.5"))], [.text("more")]], []])
    #expect(
      text([.prose(.heading(level: 3, spans: [.text("H")])), .prose(table)])
        == "H\n\na   b\nx\ny   0.5   more")
  }
}
