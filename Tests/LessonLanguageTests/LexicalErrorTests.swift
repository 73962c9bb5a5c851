import Diagnostics
import LessonLanguage
import Testing

@Suite("Text that is no token")
struct LexicalErrorTests {
  @Test(
    "a piece of text that is no token is told with what to write instead",
    arguments: [
      ErrorExample("y = ⟦5.⟧", "a digit is missing behind the point of `5.`", hint: "write `5` or `5.0`"),
      ErrorExample("y = ⟦5.⟧*x", "a digit is missing behind the point of `5.`", hint: "write `5` or `5.0`"),
      ErrorExample("y = ⟦1.2.3⟧", "`1.2.3` is no number: it has more than one point"),
      ErrorExample("y = ⟦1_000⟧", "a number has no `_` in it", hint: "write `1000`"),
      ErrorExample("y = ⟦0x1F⟧", "`0x1F` is no number: numbers are decimal"),
      ErrorExample(
        "y = ⟦2x⟧", "`2x` is neither a number nor a name",
        hint: "a product is written `2*x`, and a name begins with a letter"),
      ErrorExample(
        "y = ⟦2e⟧", "`2e` is neither a number nor a name",
        hint: "a product is written `2*e`, and a name begins with a letter"),
      ErrorExample(
        "input ⟦2x⟧ = 3", "`2x` is neither a number nor a name",
        hint: "a product is written `2*x`, and a name begins with a letter"),
      ErrorExample("y = ⟦1e999⟧", "the number `1e999` is too large", hint: "the largest is about 1.8e308"),
      ErrorExample(
        "y = ⟦1e-999⟧", "the number `1e-999` is too small to be told from 0",
        hint: "the smallest is about 4.9e-324"),
      ErrorExample(
        "y = ⟦\(String(repeating: "a", count: 201))⟧",
        "the name `\(String(repeating: "a", count: 20))…` is longer than 200 bytes, the most that a name has"),
      ErrorExample("y = ⟦_x⟧", "a name begins with a letter, not with `_`", hint: "write `x`"),
      ErrorExample("y = x_1 ⟦_y⟧", "a name begins with a letter, not with `_`", hint: "write `y`"),
      ErrorExample(
        "y = a⟦..⟧b", "`..` means nothing in calc", hint: "a range is written `1...3`, with three points"),
      ErrorExample("y = x⟦**⟧2", "`**` means nothing in calc", hint: "a power is written `x^2`"),
      ErrorExample(
        "y = 1⟦;⟧ z = 2", "`;` means nothing in calc",
        hint: "write each statement on a line of its own"),
      ErrorExample("y = x⟦!⟧", "`!` means nothing in calc", hint: "a factorial is written `factorial(x)`"),
      ErrorExample(
        "y = ⟦$⟧", "`$` means nothing in calc",
        hint: "leave it out: numbers have no units, and formulas no signs around them"),
      ErrorExample(
        "y = a ⟦\u{1B}⟧ b", "the character U+001B means nothing in calc",
        hint: "it cannot be seen, and often comes along with pasted text: take it out"),
      ErrorExample(
        "y = x⟦²⟧", "the character `²` (U+00B2) means nothing in calc", hint: "a power is written `^2`"),
      ErrorExample(
        "y = a⟦\u{200B}⟧b", "the character U+200B means nothing in calc",
        hint: "it cannot be seen, and often comes along with pasted text: take it out"),
      ErrorExample("y = ⟦{⟧a}", "`{` means nothing in calc", hint: "a list is written `[a]`"),
      ErrorExample("y = ⟦“⟧a”", "`“` means nothing in calc", hint: "a value is a number, never a text"),
      ErrorExample("y = ⟦\u{304}⟧a", "the mark U+0304 stands behind no letter"),
      ErrorExample("y = h⟦'⟧", "`'` means nothing in calc", hint: "a derivative is written `∂E/∂w`"),
      ErrorExample(
        "y = f(a⟦;⟧ b)", "`;` means nothing in calc", hint: "arguments have commas between them"),
      ErrorExample(
        "update w1⟦..⟧w3 to reduce E with sgd(0.1)", "`..` means nothing in calc",
        hint: "a range is written `1...3`, with three points"),
    ])
  func message(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }
}
