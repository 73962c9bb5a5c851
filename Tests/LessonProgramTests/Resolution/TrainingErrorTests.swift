import Diagnostics
import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct TrainingErrorTests {
  private static func train(_ clauses: String, _ message: String, hint: String? = nil) -> MarkedLesson {
    MarkedLesson("train w to reduce L with sgd(0.1) for 5 epochs, \(clauses)", message, hint: hint)
  }

  @Test(arguments: [
    train(
      "in batches of ⟦2⟧", "`in batches of` is about rows, and this training goes over none",
      hint: "add `over` and the name of the rows"),
    train(
      "accumulating ⟦2⟧", "`accumulating` is about rows, and this training goes over none",
      hint: "add `over` and the name of the rows"),
    train(
      "⟦stopping after 3 without improvement⟧", "early stopping looks at rows that are not learned from",
      hint: "add `validated on` and the name of such rows"),
    train("over ⟦xor⟧", "there are no rows called `xor` above this line"),
    train("validated on ⟦xor⟧", "there are no rows called `xor` above this line"),
    train("until ⟦M⟧ < 1", "`M` is not defined above"),
    train("reporting 1, ⟦0⟧", "epochs are counted from 1, and there is no epoch 0"),
    train("reporting ⟦1.5⟧", "epochs are counted from 1, and there is no epoch 1.5"),
    MarkedLesson(
      "⟦train w to reduce L with sgd(0.1) for 5 epochs, shuffled⟧",
      "`shuffled` is about rows, and this training goes over none",
      hint: "add `over` and the name of the rows"),
    MarkedLesson(
      "train ⟦x⟧ to reduce L with sgd(0.1) for 5 epochs", "`x` is an input; only params are learned",
      hint: "what is learned is given as `param x = …`"),
    MarkedLesson(
      "train w to reduce ⟦t⟧ with sgd(0.1) for 5 epochs", "`t` is given; only a formula can be reduced"),
    MarkedLesson(
      "repeat 3 times\n  train w to reduce L with ⟦adam(0.1)⟧ for 5 epochs\nend",
      "`adam` keeps a state, and in a loop it would start anew each time",
      hint: "name it above the loop: `optimizer o = adam(0.1)`, and write `with o`"),
  ])
  func `the clauses of a training go together`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedLesson(
      "train w to reduce L with sgd(0.1) for ⟦2.5⟧ epochs",
      "the count of epochs must be a whole number from 0 on, and this is 2.5"),
    MarkedLesson(
      "train w to reduce L with sgd(0.1) for ⟦-1⟧ epochs",
      "the count of epochs must be a whole number from 0 on, and this is -1"),
    MarkedLesson(
      "data d = xor(4)\ninput x1 = 0\ntrain w to reduce L over d in batches of ⟦0⟧ with sgd(0.1) for 3 epochs",
      "the size of a batch must be at least 1"),
    MarkedLesson(
      "⟦train w to reduce L with sgd(10) for 1000 epochs⟧",
      "epoch 81: `L`: (-2.551316859030e+154)^2 is too large for a number (in `(y - t)^2`)"),
  ])
  func `what stops a training is told at its place`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test func `the epoch, the row, the value and its operands are told where there is no value`() {
    let lesson = """
      ---
      title: A lesson
      ---

      ```data rows
      x
      1
      0
      ```

      ```calc
      input x = 1
      param w = 1
      y = ln(x*w)
      train w to reduce y over rows in batches of 1 with sgd(0.1) for 3 epochs
      ```
      """
    let errors = LessonFixture(text: lesson).errors
    #expect(
      errors.contains("error: epoch 1: row 2 of `rows`: `y`: ln(0) has no value (in `ln(x*w)`)\n"),
      "\(errors)")
  }

  @Test func `how it went until then is shown`() {
    let printed = LessonFixture("param w = 1\nL = exp(w^2)\ntrain w to reduce L with sgd(-0) for 2 epochs")
    #expect(printed.errors.isEmpty)
    let working = LessonFixture("param w = 1\nL = w^4\ntrain w to reduce L with sgd(1) for 20 epochs")
      .working()
    #expect(working.contains("\n  epoch   loss  "), "\(working)")
    #expect(working.contains("error: epoch 6: "), "\(working)")
  }

  @Test func `a training beyond a bound is refused before it begins, where that is known`() {
    let lesson = LessonFixture(
      "param w = 1\nL = w^2\ntrain w to reduce L with sgd(0.1) for 1e12 epochs"
    ).lesson
    #expect(
      lesson.run().diagnostics.map(\.message) == [
        "the loops of this lesson are gone through more than 10,000,000 times, which is the bound"
      ])
    var limits = WorkBound.Limits()
    limits.operationsInAll = 1000
    var options = RunOptions()
    options.watch.progress = { _, _ in Issue.record("the training has begun") }
    let short = LessonFixture("param w = 1\nL = w^2\ntrain w to reduce L with sgd(0.1) for 200 epochs").lesson
    #expect(
      short.run(options, within: limits).diagnostics.map(\.message) == [
        "this lesson works out more than 10,000,000,000 operations, which is the bound"
      ])
    // The steps of many params are not even recorded.
    let wide = LessonFixture(
      "param w[1...100] = 1\nL = sum(w)\ntrain w to reduce L with adam(0.1) for 1e6 epochs"
    ).lesson
    #expect(wide.run(options, within: .init(operationsInAll: 100_000_000)).diagnostics.count == 1)
    // Where it may end sooner, it is counted as it goes.
    let open = LessonFixture(
      "param w = 1\nL = w^2\ntrain w to reduce L with sgd(0.1) for 200 epochs, until L < 0"
    ).lesson
    #expect(
      open.run(within: limits).diagnostics.map(\.message).first?.hasSuffix(
        "this lesson works out more than 10,000,000,000 operations, which is the bound") == true)
  }
}
