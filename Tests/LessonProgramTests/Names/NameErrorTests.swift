import LessonTestSupport
import TestSupport
import Testing

@testable import Engine
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct NameErrorTests {
  @Test(arguments: [
    MarkedLesson("z = ⟦q⟧ + 1", "`q` is not defined above"),
    MarkedLesson("z = x + ⟦X⟧", "`X` is not defined above", hint: "did you mean `x`?"),
    MarkedLesson("explain 2*⟦W⟧", "`W` is not defined above", hint: "did you mean `w`?"),
    MarkedLesson(
      "input a = ⟦b⟧, b = 1", "`b` is not defined above",
      hint: "it is defined behind this place: what is mentioned comes first"),
    MarkedLesson(
      "z = ⟦sigmoid⟧ + 1", "`sigmoid` is a function, and has a value only with its arguments",
      hint: "write `sigmoid(…)`"),
    MarkedLesson(
      "z = x + ⟦z⟧", "`z` is defined by itself",
      hint: "a formula may only mention names that are defined above it"),
    MarkedLesson(
      "param v = ⟦v⟧", "`v` is defined by itself",
      hint: "a formula may only mention names that are defined above it"),
    MarkedLesson("z = ∂L/∂⟦v⟧", "`v` is not defined above"),
    MarkedLesson("z = ∂⟦M⟧/∂w", "`M` is not defined above"),
    MarkedLesson("⟦k⟧ <- 1", "`k` is not defined above"),
    MarkedLesson("backward ⟦k⟧", "`k` is not defined above"),
    MarkedLesson("update ⟦k⟧ to reduce L with sgd(rate: 1)", "`k` is not defined above"),
    MarkedLesson("update w to reduce ⟦k⟧ with sgd(rate: 1)", "`k` is not defined above"),
    MarkedLesson("update w to reduce L with sgd(rate: ⟦k⟧)", "`k` is not defined above"),
    // Reading from the top to the bottom: what is defined below is not known yet.
    MarkedLesson(
      "z = ⟦later⟧\nlater = 1", "`later` is not defined above",
      hint: "what defines it belongs above this line: a lesson is read from its top",
      note: MarkedNote("defined", at: "⟦later⟧ = 1")),
  ])
  func `a name that is not defined above is told, with the nearest one`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedLesson(
      "⟦y⟧ = 2",
      "`y` is defined twice",
      hint: "a formula is defined once: take another name, as in `y_2`",
      note: MarkedNote("first defined", at: "⟦y⟧ = w*x")),
    MarkedLesson(
      "⟦w⟧ = 2",
      "`w` is defined twice",
      hint: "to change it write `w <- …`; what is another thing takes another name",
      note: MarkedNote("first defined", at: "param ⟦w⟧ = 3")),
    MarkedLesson(
      "⟦x⟧ = 2",
      "`x` is defined twice",
      hint: "to change it write `x <- …`; what is another thing takes another name",
      note: MarkedNote("first defined", at: "input ⟦x⟧ = 2")),
    MarkedLesson(
      "⟦c⟧ = 2",
      "`c` is defined twice",
      hint: "a const is fixed: take another name, or make it an input, which `<-` changes",
      note: MarkedNote("first defined", at: "const ⟦c⟧ = 5")),
    MarkedLesson(
      "input ⟦x⟧ = 2",
      "`x` is defined twice",
      hint: "to change it write `x <- …`; what is another thing takes another name",
      note: MarkedNote("first defined", at: "input ⟦x⟧ = 2")),
    MarkedLesson(
      "param ⟦y⟧ = 2",
      "`y` is defined twice",
      hint: "a formula is defined once: take another name, as in `y_2`",
      note: MarkedNote("first defined", at: "⟦y⟧ = w*x")),
    MarkedLesson(
      "input a = 1, ⟦a⟧ = 2",
      "`a` is defined twice",
      hint: "to change it write `a <- …`; what is another thing takes another name",
      note: MarkedNote("first defined", at: "input ⟦a⟧ = 1, a = 2")),
    // A composed and a decomposed é are one name.
    MarkedLesson(
      "input caf\u{E9} = 1\n⟦cafe\u{301}⟧ = 2",
      "`cafe\u{301}` is defined twice",
      hint: "to change it write `cafe\u{301} <- …`; what is another thing takes another name",
      note: MarkedNote("first defined", at: "input ⟦caf\u{E9}⟧ = 1")),
    // The second definition may mention the name: it is defined above.
    MarkedLesson(
      "⟦y⟧ = y + 1",
      "`y` is defined twice",
      hint: "a formula is defined once: take another name, as in `y_2`",
      note: MarkedNote("first defined", at: "⟦y⟧ = w*x")),
  ])
  func `a second definition is told with the line of the first`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedLesson("z = ⟦foo⟧(x)", "there is no function `foo`"),
    MarkedLesson("z = ⟦sgimoid⟧(x)", "there is no function `sgimoid`", hint: "did you mean `sigmoid`?"),
    MarkedLesson("z = ⟦Exp⟧(x)", "there is no function `Exp`", hint: "did you mean `exp`?"),
    MarkedLesson("z = ⟦sigmoid⟧(x, w)", "`sigmoid` takes 1 argument, not 2"),
    MarkedLesson("z = ⟦tanh⟧()", "`tanh` takes 1 argument, not 0"),
    // A name is a value, not a function.
    MarkedLesson(
      "z = ⟦y⟧(x)", "there is no function `y`", hint: "`y` is a value: a product is written `y*(…)`"),
  ])
  func `a function that is not there, or has other arguments, is told`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedLesson("z = local(⟦x⟧, w)", "`x` is given, it has no formula to differentiate"),
    MarkedLesson(
      "explain local(L, ⟦w⟧)", "`w` does not occur in the formula of `L`",
      hint: "`∂L/∂w` goes through the whole network"),
    MarkedLesson("explain local(⟦M⟧, w)", "`M` is not defined above"),
    MarkedLesson("explain local(L, ⟦v⟧)", "`v` is not defined above"),
  ])
  func `a one-link derivative needs a formula and a name in it`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedLesson(
      "g = ∂L/∂w\nexplain ⟦∂g/∂w⟧",
      "a derivative cannot be differentiated, and `g` holds one that depends on `w`",
      note: MarkedNote("`g` is defined", at: "⟦g⟧ = ∂L/∂w")),
    MarkedLesson(
      "g = ∂L/∂w\nh = 2*g\nexplain ⟦∂h/∂x⟧",
      "a derivative cannot be differentiated, and `g` holds one that depends on `x`",
      note: MarkedNote("`g` is defined", at: "⟦g⟧ = ∂L/∂w")),
    MarkedLesson(
      "explain ⟦∂(w*∂L/∂w)/∂x⟧",
      "a derivative cannot be differentiated, and `x` reaches this expression through one"),
    MarkedLesson(
      "explain ⟦∂(local(L, y) + w)/∂w⟧",
      "a derivative cannot be differentiated, and `w` reaches this expression through one"),
    // Through a derivative of a derivative, too.
    MarkedLesson(
      "param v = 1\ng = ∂L/∂w\nq = ∂(g*v)/∂v\nexplain ⟦∂q/∂w⟧",
      "a derivative cannot be differentiated, and `q` holds one that depends on `w`",
      note: MarkedNote("`q` is defined", at: "⟦q⟧ = ∂(g*v)/∂v")),
    MarkedLesson(
      "g = ∂L/∂w + w\nupdate w to reduce ⟦g⟧ with sgd(rate: 1)",
      "a derivative cannot be differentiated, and `g` holds one that depends on `w`",
      note: MarkedNote("`g` is defined", at: "⟦g⟧ = ∂L/∂w + w")),
    MarkedLesson(
      "g = ∂L/∂w\nbackward ⟦g⟧",
      "`g` depends on a formula that holds a derivative, which cannot be differentiated"),
  ])
  func `a derivative is not differentiated through`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test func `a derivative in a formula is a number for all on which it does not depend`() {
    let fixture = LessonFixture(
      NetworkFrame.given + "param v = 3\ng = v*∂L/∂w\nexplain ∂g/∂v\nq = ∂(g)/∂v\n")
    #expect(fixture.errors.isEmpty)
    // ∂L/∂w = 2·(w·x − t)·x = 2·5·2
    #expect(fixture.working().contains("∂g/∂v = ∂L/∂w = 20"))
  }
}
