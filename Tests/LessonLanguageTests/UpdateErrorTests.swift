import Diagnostics
import LessonLanguage
import Testing

@Suite("Updates that are wrong")
struct UpdateErrorTests {
  @Test(
    "the first thing that is wrong with an update is told at its place",
    arguments: [
      ErrorExample("⟦update⟧", "a name is missing behind `update`"),
      ErrorExample(
        "update ⟦w⟧", "`to reduce` is missing behind `w`",
        hint: "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"),
      ErrorExample(
        "update w ⟦to⟧", "`reduce` is missing behind `to`",
        hint: "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"),
      ErrorExample("update w to ⟦reduce⟧", "a name is missing behind `reduce`"),
      ErrorExample(
        "update w to reduce ⟦E⟧", "`with` is missing behind `E`",
        hint: "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"),
      ErrorExample(
        "update w to reduce E ⟦with⟧", "an optimizer is missing behind `with`",
        hint: "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"),
      ErrorExample("update ⟦to⟧ reduce E with sgd(0.1)", "a name is missing behind `update`"),
      ErrorExample("update w ⟦v⟧ to reduce E with sgd(0.1)", "a comma is missing behind `w`"),
      ErrorExample("update w, ⟦to⟧ reduce E with sgd(0.1)", "a name is missing behind `,`"),
      ErrorExample(
        "update w ⟦=⟧ w - 1", "an `update` has no `=`",
        hint: "by hand a param is set without `update`: `w1 <- w1 - 0.1*∂E/∂w1`"),
      ErrorExample(
        "update w ⟦<-⟧ w - 1", "an `update` has no `<-`",
        hint: "by hand a param is set without `update`: `w1 <- w1 - 0.1*∂E/∂w1`"),
      ErrorExample(
        "update w ⟦with⟧ sgd(0.1) to reduce E", "`to reduce` is missing behind `w`",
        hint: "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"),
      ErrorExample(
        "update w to ⟦E⟧ with sgd(0.1)", "`reduce` is missing behind `to`",
        hint: "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"),
      ErrorExample(
        "update w to reduce E ⟦+⟧ F with sgd(0.1)", "`to reduce` takes one name",
        hint: "give the cost a name in a formula above"),
      ErrorExample(
        "update w to reduce E ⟦sgd⟧(0.1)", "`with` is missing behind `E`",
        hint: "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"),
      ErrorExample(
        "update w to reduce E with sgd(rate ⟦=⟧ 0.1)", "a setting is written with `:`, not with `=`",
        hint: "write `rate: 0.1`"),
      ErrorExample("update w to reduce E with sgd(rate: ⟦)⟧", "a value is missing behind `:`"),
      ErrorExample("update w to reduce E with sgd⟦(⟧rate: 0.1", "this `(` is never closed"),
      ErrorExample("update w to reduce E with sgd(rate: 0.1,⟦)⟧", "a value is missing behind `,`"),
      ErrorExample(
        "update w to reduce E with sgd(rate ⟦0.1⟧)", "`:` is missing behind `rate`",
        hint: "write `rate: 0.1`"),
      ErrorExample(
        "update w to reduce E with ⟦3⟧", "an optimizer is missing behind `with`",
        hint: "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"),
      ErrorExample(
        "update w1...⟦8⟧ to reduce E with sgd(0.1)", "a name belongs here, not the number `8`",
        hint: "write both names in full, as in `w1...w8`"),
      ErrorExample("update ⟦3⟧ to reduce E with sgd(0.1)", "a name belongs here, not the number `3`"),
      ErrorExample(
        "update w1...w2⟦...⟧w3 to reduce E with sgd(0.1)", "`to reduce` is missing behind `w2`",
        hint: "write it like `update w1...w8 to reduce E with sgd(rate: 0.1)`"),
      ErrorExample(
        "update w to reduce E with sgd(r ⟦0.1⟧)", "`:` is missing behind `r`",
        hint: "write `r: 0.1`"),
      ErrorExample("⟦schedule⟧", "a name is missing behind `schedule`"),
      ErrorExample(
        "schedule ⟦eta⟧", "`=` is missing behind `eta`",
        hint: "write it like `schedule eta = 0.1*0.5^floor((epoch - 1)/10)`"),
      ErrorExample("schedule eta ⟦=⟧", "a value is missing behind `=`"),
      ErrorExample(
        "repeat 2 times\n⟦schedule eta = 1⟧\nend", "a loop of commands holds no definitions",
        hint: "write this before the loop"),
      ErrorExample(
        "update w to reduce E with o, ⟦clipping⟧", "a number is missing behind `clipping`",
        hint: "write it like `clipping 1`"),
      ErrorExample(
        "update w to reduce E clipping ⟦with⟧ o", "a number is missing behind `clipping`",
        hint: "write it like `clipping 1`"),
      ErrorExample(
        "update w to reduce E clipping 1 with o clipping ⟦2⟧", "the clause `clipping` stands here twice"),
    ])
  func message(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }
}
