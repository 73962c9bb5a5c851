import Algebra
import Testing

@testable import LessonProgram

@Suite struct DefinedElementsTests {
  @Test func `choices are those of nested loops, the last index running fastest`() {
    let ranges = [-1...1, 5...5, 0...2]
    var expected: [[Int]] = []
    for first in ranges[0] {
      for second in ranges[1] { for third in ranges[2] { expected.append([first, second, third]) } }
    }
    #expect(Array(ranges.combinations) == expected)
    #expect(ranges.combinations.count == 9)
  }

  @Test func `of no ranges there is one choice, of nothing`() {
    #expect(Array([ClosedRange<Int>]().combinations) == [[]])
  }

  @Test func `elements are the same whether they are written out or made when they are looked at`() {
    let indices = [1...2, 0...1].combinations
    let formulas = (1...4).map { Formula.number(Number(Double($0))) }
    let written = DefinedElements(zip(indices, formulas).map { DefinedElement(indices: $0, formula: $1) })
    let made = DefinedElements(at: indices, each: formulas)
    #expect(made.map(\.indices) == written.map(\.indices))
    #expect(made.map(\.formula) == written.map(\.formula))
    #expect(made.count == 4)
    let alike = DefinedElements(at: indices, formulas[2])
    #expect(alike.map(\.indices) == written.map(\.indices))
    #expect(alike.allSatisfy { $0.formula == formulas[2] && $0.draw == nil })
    #expect(DefinedElements.none.isEmpty)
  }
}
