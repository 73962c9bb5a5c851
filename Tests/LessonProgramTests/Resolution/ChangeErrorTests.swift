import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct ChangeErrorTests {
  @Test(arguments: [
    MarkedLesson(
      "⟦y⟧ <- 1", "`y` has a formula, and only params, inputs and targets can be set",
      hint: "set a number that it is worked out from, then write `forward`"),
    MarkedLesson(
      "⟦c⟧ <- 1", "`c` is a const, and a const is fixed", hint: "give it as an input, which `<-` changes"),
    MarkedLesson("backward ⟦x⟧", "`x` is given; the reverse pass starts at a formula"),
    MarkedLesson("backward ⟦w⟧", "`w` is given; the reverse pass starts at a formula"),
  ])
  func `only given numbers are set, and only formulas are gone back from`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedLesson(
      "update ⟦x⟧ to reduce L with sgd(rate: 1)", "`x` is an input; only params are learned",
      hint: "what is learned is given as `param x = …`"),
    MarkedLesson(
      "update ⟦t⟧ to reduce L with sgd(rate: 1)", "`t` is a target; only params are learned",
      hint: "what is learned is given as `param t = …`"),
    MarkedLesson(
      "update w, ⟦c⟧ to reduce L with sgd(rate: 1)", "`c` is a const; only params are learned",
      hint: "what is learned is given as `param c = …`"),
    MarkedLesson(
      "update ⟦y⟧ to reduce L with sgd(rate: 1)", "`y` has a formula; only params are learned",
      hint: "it follows from other values: name the params among them, or `all`"),
    MarkedLesson("update w, ⟦w⟧ to reduce L with sgd(rate: 1)", "`w` stands twice in this list"),
    MarkedLesson("update w, ⟦all⟧ to reduce L with sgd(rate: 1)", "`w` stands twice in this list"),
    MarkedLesson(
      "param v1 = 1, v2 = 2\nupdate ⟦v1...v3⟧ to reduce L with sgd(rate: 1)", "`v3` is not defined above"),
    MarkedLesson(
      "param v1 = 1, v2 = 2\nupdate ⟦v2...v1⟧ to reduce L with sgd(rate: 1)", "`v2...v1` runs backwards"),
    MarkedLesson(
      "param v1 = 1\nupdate ⟦v1...w⟧ to reduce L with sgd(rate: 1)",
      "`v1...w` is no range of names: both must be one word with a number at its end"),
    MarkedLesson(
      "param v1 = 1, u2 = 2\nupdate ⟦v1...u2⟧ to reduce L with sgd(rate: 1)",
      "`v1...u2` is no range of names: both must be one word with a number at its end",
      hint: "both names must begin with the same word, as in `v1...v2`"),
    MarkedLesson(
      "param v01 = 1\nupdate ⟦v01...v2⟧ to reduce L with sgd(rate: 1)",
      "`v01...v2` is no range of names: both must be one word with a number at its end"),
    MarkedLesson(
      "param v1 = 1\nupdate ⟦v1...v99999999999999999999⟧ to reduce L with sgd(rate: 1)",
      "`v1...v99999999999999999999` is no range of names: both must be one word with a number at its end"),
    MarkedLesson(
      "param v1 = 1\nupdate ⟦v1...v9223372036854775807⟧ to reduce L with sgd(rate: 1)",
      "`v2` is not defined above"),
  ])
  func `an update lists params, each once`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test func `all is no list where there is no param`() {
    let fixture = LessonFixture("input x = 1\ny = x\nupdate all to reduce y with sgd(rate: 1)")
    #expect(
      fixture.errors == """
        lesson.md:8:8: error: there is no param above this line
        update all to reduce y with sgd(rate: 1)
               ^~~
        """)
  }

  @Test(arguments: [
    MarkedLesson("update w to reduce ⟦x⟧ with sgd(rate: 1)", "`x` is given; only a formula can be reduced"),
    MarkedLesson("update w to reduce ⟦w⟧ with sgd(rate: 1)", "`w` is given; only a formula can be reduced"),
  ])
  func `an update reduces a formula`(row: MarkedLesson) {
    row.expectErrors()
  }
}
