import Diagnostics
import LessonLanguage
import Testing

@Suite("Conditions and `if` that are wrong")
struct ConditionErrorTests {
  private static let twoBranches = "it is written `if a > 0 then 1 else 0`; a line may end in `else`"
  private static let comparison = "a condition compares two values, as in `a > 0`"
  private static let looseness = "write it like `1 + (if a > 0 then 1 else 0)`"

  @Test(
    "the first thing that is wrong with a condition is told at its place",
    arguments: [
      ErrorExample(
        "y = if ⟦a⟧ then 1 else 0", "`a` alone is no condition",
        hint: "a condition compares two values, as in `a > 0` or `a != 0`"),
      ErrorExample(
        "y = if ⟦(a)⟧ then 1 else 0", "`(a)` alone is no condition",
        hint: "a condition compares two values, as in `(a) > 0` or `(a) != 0`"),
      ErrorExample(
        "y = if ⟦a + b⟧", "`a + b` alone is no condition",
        hint: "a condition compares two values, as in `a + b > 0` or `a + b != 0`"),
      ErrorExample(
        "y = if a > 0 and ⟦b⟧ then 1 else 0", "`b` alone is no condition",
        hint: "a condition compares two values, as in `b > 0` or `b != 0`"),
      ErrorExample(
        "y = if (⟦a⟧ and b > 0) then 1 else 0", "`a` alone is no condition",
        hint: "a condition compares two values, as in `a > 0` or `a != 0`"),
      ErrorExample(
        "y = if not ⟦a⟧ then 1 else 0", "`a` alone is no condition",
        hint: "a condition compares two values, as in `a > 0` or `a != 0`"),
      ErrorExample(
        "y = if (not ⟦a⟧) then 1 else 0", "`a` alone is no condition",
        hint: "a condition compares two values, as in `a > 0` or `a != 0`"),
      ErrorExample("y = ⟦if⟧", "a value is missing behind `if`"),
      ErrorExample(
        "y = if ⟦then⟧ 1 else 0", "a value is missing behind `if`",
        hint: "it is written `if a > 0 then 1 else 0`"),
      ErrorExample(
        "y = if 0 < a ⟦<⟧ 1 then 1 else 0", "comparisons are not chained",
        hint: "write two, as in `0 < a and a < 1`"),
      ErrorExample(
        "y = if (0 < a ⟦==⟧ 1) then 1 else 0", "comparisons are not chained",
        hint: "write two, as in `0 < a and a < 1`"),
      ErrorExample(
        "y = if ⟦(0 < a)⟧ < 1 then 1 else 0", "a condition is no value",
        hint: "a value of it is `(if a > 0 then 1 else 0)`"),
      ErrorExample(
        "y = if ⟦(0 < a)⟧*2 > 1 then 1 else 0", "a condition is no value",
        hint: "a value of it is `(if a > 0 then 1 else 0)`"),
      ErrorExample("y = if a ⟦=⟧ 0 then 1 else 0", "two values are compared with `==`"),
      ErrorExample("y = if (a ⟦=⟧ 0) then 1 else 0", "two values are compared with `==`"),
      ErrorExample(
        "y = if a ⟦<-⟧1 then 1 else 0", "`<-` compares nothing",
        hint: "a minus behind `<` stands apart, as in `a < -1`"),
      ErrorExample(
        "y = if a > ⟦and⟧ b > 0 then 1 else 0", "a value is missing behind `>`",
        hint: "a condition compares two values, as in `a > 0`"),
      ErrorExample(
        "y = if a > ⟦not⟧ b then 1 else 0", "`not` stands before a whole comparison",
        hint: "write it like `not a > 0`"),
      ErrorExample(
        "y = if a ⟦b⟧ > 0 then 1 else 0", "an operator is missing between `a` and `b`",
        hint: "a product is written `a*b`"),
      ErrorExample(
        "y = if a > 0 ⟦$⟧ then 1 else 0", "`$` means nothing in calc",
        hint: "leave it out: numbers have no units, and formulas no signs around them"),
      ErrorExample("y = if ⟦(⟧a > 0 then 1 else 0", "this `(` is never closed"),
      ErrorExample("y = if a > 0⟦)⟧ then 1 else 0", "this `)` closes no bracket"),
    ])
  func condition(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "a part of an `if` that is missing is told where it belongs",
    arguments: [
      ErrorExample("y = if a > ⟦0⟧", "`then` is missing behind `0`", hint: twoBranches),
      ErrorExample("y = if a > 0 ⟦1⟧ else 2", "`then` is missing behind `0`", hint: twoBranches),
      ErrorExample("y = if a > 0⟦:⟧ 1", "`then` is missing behind `0`", hint: twoBranches),
      ErrorExample("y = f(if a > 0⟦,⟧ 1)", "`then` is missing behind `0`", hint: twoBranches),
      ErrorExample("y = if a > 0 then ⟦1⟧", "`else` is missing behind `1`", hint: twoBranches),
      ErrorExample("y = f(if a > 0 then 1⟦)⟧", "`else` is missing behind `1`", hint: twoBranches),
      ErrorExample("y = if a > 0 then 1⟦,⟧ 2", "`else` is missing behind `1`", hint: twoBranches),
      ErrorExample(
        "y = if a > 0 then 1 ⟦elif⟧ b > 0 then 2 else 3", "`else` is missing behind `1`",
        hint: "write `else if`"),
      ErrorExample(
        "y = if a > 0 then if b > 0 then 1 else ⟦2⟧", "`else` is missing behind `2`", hint: twoBranches),
      ErrorExample(
        "y = if a > 0 then b ⟦c⟧ else d", "an operator is missing between `b` and `c`",
        hint: "a product is written `b*c`"),
      ErrorExample("y = if a > 0 ⟦then⟧", "a value is missing behind `then`"),
      ErrorExample("y = if a > 0 then 1 ⟦else⟧", "a value is missing behind `else`"),
      ErrorExample(
        "y = if a > 0 then ⟦else⟧ 1", "a value is missing behind `then`",
        hint: "write `if a > 0 then … else 1`"),
      ErrorExample("y = if a > 0 then 1 else 2 ⟦else⟧ 3", "`else` has no place here"),
      ErrorExample("y = f⟦(⟧if a > 0 then 1", "this `(` is never closed"),
    ])
  func missing(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "what belongs into an `if` is refused elsewhere",
    arguments: [
      ErrorExample(
        "y = a ⟦<⟧ b", "`<` stands only in a condition, behind `if` or `until`",
        hint: "as a value, 1 or 0, it is written `if a < b then 1 else 0`"),
      ErrorExample(
        "y = a ⟦≤⟧ b", "`≤` stands only in a condition, behind `if` or `until`",
        hint: "as a value, 1 or 0, it is written `if a ≤ b then 1 else 0`"),
      ErrorExample(
        "y = (a ⟦==⟧ b)", "`==` stands only in a condition, behind `if` or `until`",
        hint: "as a value, 1 or 0, it is written `if a == b then 1 else 0`"),
      ErrorExample(
        "y = f(a ⟦!=⟧ b)", "`!=` stands only in a condition, behind `if` or `until`",
        hint: "as a value, 1 or 0, it is written `if a != b then 1 else 0`"),
      ErrorExample(
        "y = a ⟦and⟧ b", "`and` stands only in a condition, behind `if` or `until`",
        hint: "each side of `and` and `or` compares two values, behind an `if`"),
      ErrorExample(
        "y = a ⟦or⟧ b", "`or` stands only in a condition, behind `if` or `until`",
        hint: "each side of `and` and `or` compares two values, behind an `if`"),
      ErrorExample(
        "y = ⟦not⟧ a", "`not` stands only in a condition, behind `if` or `until`",
        hint: "a value with two cases is an `if` with a condition and two values"),
      ErrorExample(
        "y = if a > 0 then b ⟦>⟧ 0 else 1", "`>` stands only in a condition, behind `if` or `until`",
        hint: "a value with two cases is an `if` with a condition and two values"),
      ErrorExample(
        "y = if a > 0 then 1 else b ⟦>⟧ 0", "`>` stands only in a condition, behind `if` or `until`",
        hint: "a value with two cases is an `if` with a condition and two values"),
      ErrorExample(
        "y = if 2*(a ⟦>⟧ 0) > 1 then 1 else 0", "`>` stands only in a condition, behind `if` or `until`",
        hint: "as a value, 1 or 0, it is written `if a > 0 then 1 else 0`"),
      ErrorExample(
        "y = 1 + ⟦if⟧ a > 0 then 1 else 0", "an `if` behind `+` stands in parentheses", hint: looseness),
      ErrorExample(
        "y = -⟦if⟧ a > 0 then 1 else 0", "an `if` behind `-` stands in parentheses", hint: looseness),
      ErrorExample(
        "y = 2^⟦if⟧ a > 0 then 1 else 0", "an `if` behind `^` stands in parentheses", hint: looseness),
      ErrorExample(
        "y = if ⟦if⟧ a > 0 then 1 else 0 > 0 then 1 else 0", "an `if` behind `if` stands in parentheses",
        hint: "write `if (if a > 0 then 1 else 0) > 0 then 1 else 0`"),
      ErrorExample(
        "y = if a > ⟦if⟧ b > 0 then 1 else 0 then 1 else 0", "an `if` behind `>` stands in parentheses",
        hint: looseness),
      ErrorExample(
        "y = if a > 0 and ⟦if⟧ b > 0 then 1 else 0 then 1 else 0",
        "an `if` behind `and` stands in parentheses",
        hint: "it is compared like `if (if a > 0 then 1 else 0) > 0 then 2 else 3`"),
      ErrorExample(
        "y = if (⟦if a > 0 then 1 else 2⟧ > b) then 1 else 0",
        "an `if` that is compared stands in parentheses", hint: "write `(if a > 0 then 1 else 2) > b`"),
      ErrorExample(
        "y = 1 ⟦if⟧ a > 0 else 2", "`if` has no place here",
        hint: "write `if a > 0 then 1 else 2`"),
      ErrorExample(
        "⟦if⟧ a > 0 then y = 1", "a statement cannot begin with `if`",
        hint: "a value with two cases is written `y = if a > 0 then 1 else 0`"),
      ErrorExample("⟦and⟧ b", "a statement cannot begin with `and`"),
      ErrorExample("y = a⟦!⟧", "`!` means nothing in calc", hint: "a factorial is written `factorial(a)`"),
      ErrorExample(
        "y = if a > 0 ⟦&&⟧ b > 0 then 1 else 0", "`&&` means nothing in calc",
        hint: "conditions are joined by `and`"),
      ErrorExample(
        "y = if a > 0 ⟦∨⟧ b > 0 then 1 else 0", "the character `∨` (U+2228) means nothing in calc",
        hint: "write `or`"),
    ])
  func elsewhere(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test("an `else` at the beginning of a line is told, and how to write it")
  func lineBeforeElse() {
    let source = MarkedSource("y = if a > 0 then ⟦1⟧\n  ⟦else⟧ 0\nz = 2")
    let (statements, _, diagnostics) = parseCalc(source.file, source.file.whole)
    #expect(statements.count == 1)
    #expect(diagnostics.map(\.range) == source.ranges)
    #expect(
      diagnostics.map(\.message) == ["`else` is missing behind `1`", "a statement cannot begin with `else`"])
    #expect(diagnostics.last?.hint == "a line goes on in the next when it ends in `then` or `else`")
  }
}
