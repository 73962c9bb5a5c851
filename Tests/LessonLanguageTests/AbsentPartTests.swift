import Diagnostics
import LessonLanguage
import Testing

@Suite("Parts of the format that are still to come")
struct AbsentPartTests {
  @Test(
    "a part that is not there yet is refused by its name",
    arguments: [
      .absent("y = sum(L ⟦over⟧ xor)", "`sum(… over …)`"),
      .absent("y = mean(a*b ⟦over⟧ xor)", "`mean(… over …)`"),
      .absent("y = a ⟦~⟧ b", "`~`"),
      .absent("y ⟦~⟧ normal(0, 1)", "`~`"),
      .absent("y[1] ⟦~⟧ normal(0, 1)", "`~`"),
      .absent("input x1, x2, t ⟦from⟧ xor", "`from`"),
      .absent("input x1, x2[1], t ⟦from⟧ xor", "`from`"),
      .absent("input x ⟦from⟧ xor", "`from`"),
      .absent("param w ⟦~⟧ normal(0, 1)", "`~`"),
      .absent("param V[1...8, 1...2] ⟦~⟧ normal(0, 0.5)", "`~`"),
      .absent("update w to reduce ⟦sum of⟧ L with sgd(0.1)", "`sum of`"),
      .absent("update w to reduce E with sgd(rate: 0.1) ⟦until⟧ E < 1", "`until`"),
      .absent("update w to reduce E with sgd(rate: 0.1) ⟦for⟧ 10 epochs", "`for`"),
      .absent("⟦train⟧ all to reduce E with adam(rate: 0.05) for 1000 epochs", "`train`"),
      .absent("⟦table⟧ x, sigmoid(x) for x in -6...6 step 2", "`table`"),
      .absent("⟦plot⟧ L", "`plot`"),
      .absent("⟦optimizer⟧ o = adam(rate: 0.1)", "`optimizer`"),
      .absent("⟦data⟧ points = spiral(200, noise: 0.1)", "`data`"),
      .absent("⟦record⟧ a, b", "`record`"),
      .absent("⟦repeat⟧ 10 times", "`repeat`"),
      .absent("⟦train⟧", "`train`"),
      .absent("for row ⟦of⟧ and_gate", "`for … of`"),
      .absent("y[i] = 2 for row ⟦of⟧ and_gate", "`for … of`"),
      .absent("y = sum(x for row ⟦of⟧ and_gate)", "`for … of`"),
    ] as [ErrorExample])
  func message(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }
}

extension ErrorExample {
  /// Text with a part of the format that is still to come; `subject` is the name under which it is told.
  fileprivate static func absent(_ marked: String, _ subject: String) -> ErrorExample {
    ErrorExample(marked, "\(subject) is not part of this version of Longhand")
  }
}
