import Algebra
import Testing
import Transcript

@testable import Exposition
@testable import PrintedNumbers

@Suite struct GuardDigitsTests {
  private let style = NumberStyle(decimals: 5, shortening: .rounded)

  private func open(_ value: Double) -> Formula { .number(Number(value)) }

  @Test func `operands get one more digit each until the line is true`() {
    let line = Formula.sum(of: [
      .init(.plus, open(0.3333361)), .init(.plus, open(-0.1000044)),
    ])
    let shown = style.guarded(line, result: style.number(0.2333317))
    #expect(shown.relation == .equals)
    #expect(shown.formula.text(.unicode) == "0.333336 + (−0.100004)")
  }

  @Test func `operands keep the lesson's digits where these do`() {
    let line = Formula.product(of: [.init(.times, open(0.684928612717)), .init(.times, open(0.194808546927))])
    let shown = style.guarded(line, result: style.number(0.133429947792))
    #expect(shown.formula.text(.unicode) == "0.68493·0.19481")
  }

  @Test func `typed numbers keep their digits, and a line that no digits make true says so`() {
    let line = Formula.sum(of: [
      .init(.plus, .number(Number(0.50, text: "0.50"))), .init(.plus, .number(Number(0.25, text: "0.25"))),
    ])
    #expect(style.guarded(line, result: style.number(0.75)).relation == .equals)
    #expect(style.guarded(line, result: style.number(0.76)).relation == .approximates)
    #expect(style.guarded(line, result: style.number(0.76)).formula.text(.calc) == "0.50 + 0.25")
  }

  @Test func `each part of a line gives the number in its place in the next`() {
    let product = Formula.product(of: [.init(.times, open(-0.0292923)), .init(.times, open(0.7))])
    let line = Formula.sum(of: [.init(.plus, open(0.0667153)), .init(.plus, product)])
    let result = style.number(0.04621069)
    let last = style.guarded(line.reduced() ?? line, result: result)
    #expect(last.formula.text(.unicode) == "0.066715 + (−0.020505)")
    let first = style.guarded(line, next: last.formula, result: result)
    #expect(first.relation == .equals)
    // −0.02929·0.7 would be −0.020503, and −0.029292·0.7 no more than −0.0205044.
    #expect(first.formula.text(.unicode) == "0.066715 + (−0.0292923)·0.7")
  }
}
