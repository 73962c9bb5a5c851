import Diagnostics
import LessonLanguage
import Testing

@Suite("Parts of the format that are still to come")
struct AbsentPartTests {
  private static let family = "a family, written with `[`,"

  @Test(
    "a part that is not there yet is refused by its name",
    arguments: [
      .absent(
        "y = ⟦[⟧1, 2]", family),
      .absent(
        "y = h⟦[⟧1]", family),
      .absent(
        "h⟦[⟧1] = 2", family),
      .absent("y = a ⟦==⟧ b", "`==`"),
      .absent("y = a ⟦<⟧ b", "`<`"),
      .absent("y = a ⟦and⟧ b", "`and`"),
      .absent("y = ⟦not⟧ a", "`not`"),
      .absent("y = ⟦if⟧ a > b then 1 else 0", "`if`"),
      .absent("y = ⟦if⟧(a)", "`if`"),
      .absent("y = sum(x ⟦for⟧ i in 1...3)", "`sum(… for …)`"),
      .absent("y = sum(L ⟦over⟧ xor)", "`sum(… over …)`"),
      .absent("y = mean(a*b ⟦over⟧ xor)", "`mean(… over …)`"),
      .absent("h = x ⟦for⟧ i in 1...3", "`for`"),
      .absent("y = a ⟦~⟧ b", "`~`"),
      .absent("y ⟦~⟧ normal(0, 1)", "`~`"),
      .absent(
        "y = 1⟦...⟧3",
        "a range of numbers, written with `...`,"),
      .absent("input x1, x2, t ⟦from⟧ xor", "`from`"),
      .absent(
        "param w = ⟦[⟧1, 2]", family),
      .absent(
        "param b⟦[⟧1...8] = 0", family),
      .absent("param w ⟦~⟧ normal(0, 1)", "`~`"),
      .absent(
        "backward h⟦[⟧1]", family),
      .absent(
        "update w to reduce ⟦sum of⟧ L with sgd(0.1)",
        "`sum of`"),
      .absent(
        "update w to reduce E with sgd(rate: 0.1) ⟦until⟧ E < 1",
        "`until`"),
      .absent(
        "update w to reduce E with sgd(rate: 0.1) ⟦for⟧ 10 epochs",
        "`for`"),
      .absent(
        "update w to reduce E with sgd(rate: 0.1) ⟦and⟧",
        "`and`"),
      .absent(
        "update w⟦[⟧1] to reduce E with sgd(0.1)",
        family),
      .absent(
        "⟦train⟧ all to reduce E with adam(rate: 0.05) for 1000 epochs",
        "`train`"),
      .absent(
        "⟦table⟧ x, sigmoid(x) for x in -6...6 step 2",
        "`table`"),
      .absent("⟦plot⟧ L", "`plot`"),
      .absent("⟦optimizer⟧ o = adam(rate: 0.1)", "`optimizer`"),
      .absent("⟦def⟧ neuron(z) = 1/(1 + exp(-z))", "`def`"),
      .absent(
        "⟦data⟧ points = spiral(200, noise: 0.1)",
        "`data`"),
      .absent("⟦record⟧ a, b", "`record`"),
      .absent("⟦train⟧", "`train`"),
      .absent("⟦if⟧ a then b", "`if`"),
      .absent("⟦and⟧ b", "`and`"),
      .absent(
        "W⟦[⟧1, 2] <- 3", family),
      .absent(
        "y = ∂h⟦[⟧1]/∂w", family),
      .absent(
        "y = ∂E/∂w⟦[⟧1]", family),
    ] as [ErrorExample])
  func message(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }
}

extension ErrorExample {
  /// Text with a part of the format that is still to come; `subject` is the name under which it is told.
  fileprivate static func absent(_ marked: String, _ subject: String) -> ErrorExample {
    ErrorExample(
      marked, "\(subject) is not part of this version of Longhand",
      hint: subject.hasPrefix("a family") ? "give each number a name of its own, such as `w1`" : nil)
  }
}
