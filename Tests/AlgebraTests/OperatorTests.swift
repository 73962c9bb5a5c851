import Algebra
import Testing

@Suite struct OperatorTests {
  @Test("The table has every operator of the lesson format, loosest first")
  func table() {
    #expect(
      Operator.all.map(\.sign) == [
        "if then else", "or", "and", "not", "<", "<=", ">", ">=", "==", "!=", "+", "-", "*", "/", "-", "^",
      ])
    #expect(Operator.all.map(\.precedence) == Operator.all.map(\.precedence).sorted())
  }

  @Test("Each is used as its line in help says", arguments: Operator.all)
  func usage(operator: Operator) throws {
    let isOfConditions: [Operator.Precedence] = [.or, .and, .not, .comparison]
    let usage = `operator`.usage.replacing("C", with: "p < q").replacing("D", with: "r < s")
    let text = isOfConditions.contains(`operator`.precedence) ? "if \(usage) then 1 else 0" : usage
    #expect(try formula(text).text(.calc) == text)
    #expect(!`operator`.summary.isEmpty)
  }

  @Test(
    "Operators in a row are read from the side that the table says, which printing shows",
    arguments: Operator.all.filter {
      [.left, .right].contains($0.associativity) && $0.precedence > .comparison
    })
  func associativity(operator: Operator) throws {
    let sign = `operator`.sign
    let (fromLeft, fromRight) = (try formula("(a\(sign)b)\(sign)c"), try formula("a\(sign)(b\(sign)c)"))
    let plain = try formula("a\(sign)b\(sign)c")
    #expect(plain == (`operator`.associativity == .left ? fromLeft : fromRight))
    #expect(fromLeft != fromRight)
    #expect(!plain.text(.calc).contains("("))
  }

  @Test("An operand of a looser operator stands in parentheses, of a tighter one it does not")
  func precedence() throws {
    let binary = Operator.all.filter { $0.precedence > .comparison && $0.associativity != .prefix }
    for outer in binary {
      for inner in binary where inner.precedence != outer.precedence {
        let text = try formula("(a\(inner.sign)b)\(outer.sign)c").text(.calc)
        #expect(text.contains("(") == (inner.precedence < outer.precedence), "\(text)")
      }
      #expect(try formula("(if a < b then c else d)\(outer.sign)c").text(.calc).hasPrefix("(if"))
    }
  }
}
