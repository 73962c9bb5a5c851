import Diagnostics
import LessonLanguage
import Testing

@Suite("Conditions and `if`")
struct ConditionTests {
  private func dump(_ source: String, showsPlaces: Bool = true) throws -> String {
    let file = SourceFile(name: "lesson.md", text: source)
    let (expression, diagnostics) = parseExpression(file, file.whole)
    #expect(diagnostics == [])
    return TreeDump(file, showsPlaces: showsPlaces).text(of: try #require(expression))
  }

  @Test(
    "each form becomes its tree, with its place",
    arguments: [
      ("if a < b then 1 else 0", "(if‹if a < b then 1 else 0› (<‹a < b› a b) 1 0)"),
      ("(if a ≤ b then 1 else 0)", "(if‹(if a ≤ b then 1 else 0)› (<=‹a ≤ b› a b) 1 0)"),
      ("if a ≥ -b then 1 else 0", "(if‹if a ≥ -b then 1 else 0› (>=‹a ≥ -b› a (neg‹-b› b)) 1 0)"),
      ("if (a < b) then 1 else 0", "(if‹if (a < b) then 1 else 0› (<‹(a < b)› a b) 1 0)"),
      (
        "if ((a) < (b)) then 1 else 0",
        "(if‹if ((a) < (b)) then 1 else 0› (<‹((a) < (b))› a‹(a)› b‹(b)›) 1 0)"
      ),
      (
        "if a < 1 and b > 2 then 1 else 0",
        "(if‹if a < 1 and b > 2 then 1 else 0› (and‹a < 1 and b > 2› (<‹a < 1› a 1) (>‹b > 2› b 2)) 1 0)"
      ),
      (
        "if not (a < 1) then 1 else 0",
        "(if‹if not (a < 1) then 1 else 0› (not‹not (a < 1)› (<‹(a < 1)› a 1)) 1 0)"
      ),
    ])
  func tree(source: String, expected: String) throws {
    #expect(try dump(source) == expected)
  }

  @Test(
    "every comparison is read, as typed and as printed",
    arguments: [
      ("<", "<"), ("<=", "<="), ("≤", "<="), (">", ">"), (">=", ">="), ("≥", ">="), ("==", "=="),
      ("!=", "!="),
      ("≠", "!="),
    ])
  func comparisons(sign: String, name: String) throws {
    for space in ["", " "] {
      #expect(
        try dump("if a\(space)\(sign)\(space)b then 1 else 0", showsPlaces: false) == "(if (\(name) a b) 1 0)"
      )
    }
  }

  @Test(
    "what binds looser takes what binds tighter",
    arguments: [
      // `or` is the loosest, then `and`, then `not`, then the comparison, then arithmetic.
      ("a < 1 or b < 2 and c < 3", "a < 1 or (b < 2 and c < 3)"),
      ("a < 1 and b < 2 or c < 3", "(a < 1 and b < 2) or c < 3"),
      ("not a < 1 and b < 2", "(not (a < 1)) and b < 2"),
      ("not a < 1 or b < 2", "(not (a < 1)) or b < 2"),
      ("not not a < 1", "not (not (a < 1))"),
      ("a + 1 < 2*b", "(a + 1) < (2*b)"),
      ("-a^2 < -b", "(-(a^2)) < (-b)"),
      ("(a + b)*2 > 3 and c > 0", "((a + b)*2 > 3) and (c > 0)"),
      ("(a) > 3", "a > 3"),
      ("((a > 3))", "a > 3"),
      ("(a + b) > 3 or ((c))^2 < 2", "(a + b > 3) or (c^2 < 2)"),
      ("(if a > 0 then b else c) > 3", "((if (a > 0) then b else c)) > (3)"),
    ])
  func precedence(least: String, full: String) throws {
    #expect(
      try dump("if \(least) then 1 else 0", showsPlaces: false)
        == dump("if \(full) then 1 else 0", showsPlaces: false))
  }

  @Test(
    "flat conditions keep their order, and parentheses their grouping",
    arguments: [
      ("a < 1 and b < 2 and c < 3", "(and (< a 1) (< b 2) (< c 3))"),
      ("a < 1 or b < 2 or c < 3", "(or (< a 1) (< b 2) (< c 3))"),
      ("(a < 1 and b < 2) and c < 3", "(and (and (< a 1) (< b 2)) (< c 3))"),
      ("a < 1 and (b < 2 or not c < 3) and d < 4", "(and (< a 1) (or (< b 2) (not (< c 3))) (< d 4))"),
    ])
  func grouping(condition: String, expected: String) throws {
    #expect(try dump("if \(condition) then x else y", showsPlaces: false) == "(if \(expected) x y)")
  }

  @Test(
    "`if` is the loosest of all forms",
    arguments: [
      ("if a > 0 then b + 1 else c + 2", "(if (> a 0) (sum +b +1) (sum +c +2))"),
      ("if a > 0 then 1 else if b > 0 then 2 else 3", "(if (> a 0) 1 (if (> b 0) 2 3))"),
      ("if a > 0 then if b > 0 then 1 else 2 else 3", "(if (> a 0) (if (> b 0) 1 2) 3)"),
      ("1 + (if a > 0 then b else c)*2", "(sum +1 +(product *(if (> a 0) b c) *2))"),
      ("f(if a > 0 then b else c, 2)", "(call f (if (> a 0) b c) 2)"),
      ("h[if a > 0 then 1 else 2]", "(element h (if (> a 0) 1 2))"),
      (
        "sum(if i > j then 1 else x[i] for i in 1...2)",
        "(reduction sum (if (> i j) 1 (element x i)) (in i (... 1 2)))"
      ),
      ("∂(if a > 0 then a else b)/∂a", "(derivative (if (> a 0) a b) a)"),
      ("if ∂L/∂w > 0 then grad(L, w) else 0", "(if (> (derivative L w) 0) (derivative L w) 0)"),
    ])
  func loosest(source: String, expected: String) throws {
    #expect(try dump(source, showsPlaces: false) == expected)
  }
}
