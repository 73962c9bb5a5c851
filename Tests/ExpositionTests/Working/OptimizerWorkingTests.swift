import Foundation
import LessonTestSupport
import Rendering
import TestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct OptimizerWorkingTests {
  @Test(arguments: [
    WorkedCell(
      """
      param a = 1, b = 2
      y = a*b
      update a, b to reduce y with momentum(0.5)
      """,
      """
      param   a = 1   b = 2

      y = a·b = 1·2 = 2

      All derivatives first:
        ∂y/∂a = 2   ∂y/∂b = 1

      Then all changes, step 1 of momentum:
        η = 0.5   β = 0.9

        g = ∂y/∂w
        v ← β·v + g
        w ← w − η·v

        a in full:
          a = 1   g = 2   v = 0
          v ← β·v + g
            = 0.9·0 + 2
            = 0 + 2
            = 2
          a ← a − η·v
            = 1 − 0.5·2
            = 1 − 1
            = 0

        param   before   derivative   v   change   after
        a       1        2            2   −1       0
        b       2        1            1   −0.5     1.5
      """),
    WorkedCell(
      """
      param w = 0
      L = (w - 1)^2
      optimizer o = adam(rate: 0.1)   # as in the lecture
      update w to reduce L with o
      forward
      update w to reduce L with o
      """,
      """
      param   w = 0

      L = (w − 1)²
        = (0 − 1)²
        = (−1)²
        = 1

      # as in the lecture
      optimizer o: adam  η = 0.1      β1 = 0.9     β2 = 0.999   ε = 1e-08

      All derivatives first:
        ∂L/∂w = −2

      Then all changes, step 1 of o, which is adam:
        η = 0.1   β1 = 0.9   β2 = 0.999   ε = 1e-08   t = 1

        g = ∂L/∂w
        m ← β1·m + (1 − β1)·g
        v ← β2·v + (1 − β2)·g²
        m̂ = m/(1 − β1^t)
        v̂ = v/(1 − β2^t)
        w ← w − η·m̂/(√(v̂) + ε)
      """),
  ])
  func `an update shows its algorithm and one param in full`(cell: WorkedCell) {
    let printed = LessonFixture(cell.cell).working()
    #expect(printed.hasPrefix(cell.working), "\(printed)")
  }

  @Test func `the second step starts from the states of the first`() {
    let printed = LessonFixture(
      """
      param w = 0
      L = (w - 1)^2
      optimizer o = adam(rate: 0.1)
      update w to reduce L with o
      forward
      update w to reduce L with o
      """
    ).working()
    #expect(
      printed.hasSuffix(
        """
          w in full:
            w = 0.10000   g = −1.80000   m = −0.2   v = 0.004
            m ← β1·m + (1 − β1)·g
              = 0.9·(−0.2) + (1 − 0.9)·(−1.80000)
              = −0.18 + (−0.18000)
              = −0.36000
            v ← β2·v + (1 − β2)·g²
              = 0.999·0.004 + (1 − 0.999)·(−1.80000)²
              = 0.00400 + 0.00324
              = 0.00724
            m̂ = m/(1 − β1^t)
              = −0.36000/(1 − 0.9²)
              = −0.36000/(1 − 0.81)
              = −1.89474
            v̂ = v/(1 − β2^t)
              = 0.007236/(1 − 0.999²)
              = 0.007236/(1 − 0.998001)
              = 3.61981
            w ← w − η·m̂/(√(v̂) + ε)
              = 0.10000 − 0.1·(−1.89474)/(√(3.61981) + 1e-08)
              = 0.10000 − 0.1·(−1.89474)/(1.90258 + 1e-08)
              = 0.10000 − (−0.09959)
              = 0.19959

          param   before    derivative   m          v         change    after
          w       0.10000   −1.80000     −0.36000   0.00724   0.09959   0.19959
        """), "\(printed)")
  }

  @Test(arguments: [
    ("sgd(0.1, decay: 0)", "sgd(0.1)"), ("adam(0.1, hat: false)", "adam(0.1)"),
  ])
  func `steps with an option and without it share no tape`(option: String, plain: String) {
    let printed = { (first: String, second: String) in
      LessonFixture(
        """
        param w = 2
        L = (w - 1)^2
        update w to reduce L with \(first)
        forward
        update w to reduce L with \(second)
        """
      ).working()
    }
    let parts = { (text: String) in text.components(separatedBy: "All derivatives first:") }
    #expect(parts(printed(option, plain)).count == 3)
    #expect(parts(printed(option, plain))[2] == parts(printed(plain, plain))[2])
  }

  @Test func `the accumulator of adagrad may start above 0`() {
    let printed = LessonFixture(
      "param w = 2\nL = (w - 1)^2\nupdate w to reduce L with adagrad(0.1, start: 5)"
    ).working()
    #expect(
      printed.contains(
        """
          w in full:
            w = 2   g = 2   s = 5
            s ← s + g²
              = 5 + 2²
              = 5 + 4
              = 9
        """), "\(printed)")
  }

  @Test func `params of different numbers of steps have each its own number`() {
    let printed = LessonFixture(
      """
      param v = 1, w = 1
      L = v^2 + w^2
      optimizer o = momentum(0.1)
      update w to reduce L with o
      forward
      update all to reduce L with o
      """
    ).working()
    #expect(
      printed.hasSuffix(
        """
        Then all changes, by o, which is momentum:
          η = 0.1   β = 0.9

          g = ∂L/∂w
          v ← β·v + g
          w ← w − η·v

          v in full:
            w = 1   g = 2   v = 0   t = 1
            v ← β·v + g
              = 0.9·0 + 2
              = 0 + 2
              = 2
            w ← w − η·v
              = 1 − 0.1·2
              = 1 − 0.2
              = 0.8

          param   before   derivative   t   v     change   after
          v       1        2            1   2     −0.2     0.8
          w       0.8      1.6          2   3.4   −0.34    0.46
        """), "\(printed)")
  }

  @Test(
    arguments: Optimizer.all.map { "\($0.name)(0.07)" } + [
      "sgd(0.07, decay: 0.3)", "momentum(0.07, decay: 0.3)", "nesterov(0.07, decay: 0.3)",
      "adagrad(0.07, start: 0.1)", "adam(0.07, hat: true)",
    ])
  func `every printed equals sign of an update is true as printed`(call: String) {
    let lesson = LessonFixture(
      """
      input x = 0.3, t = 0.8
      param u = 0.61, v = -1.27, w = 0.05
      L = (sigmoid(u*x + v)*w - t)^2
      optimizer o = \(call)
      update all to reduce L with o
      forward
      update all to reduce L with o
      forward
      update v, w to reduce L with o
      """
    ).lesson
    for decimals in [0, 3, 5, 9] {
      let run = lesson.run(RunOptions(decimals: decimals))
      #expect(run.diagnostics.isEmpty)
      let truth = PrintedTruth(of: run.transcript)
      #expect(truth.lies.isEmpty)
      #expect(truth.linkCount > 8)
    }
  }

  @Test(arguments: [
    MarkedLesson(
      "optimizer ⟦w⟧ = sgd(1)",
      "`w` is the name of a value", hint: "take another name",
      note: MarkedNote("defined", at: "param ⟦w⟧ = 3")),
    MarkedLesson(
      "def f(z) = z\noptimizer ⟦f⟧ = sgd(1)",
      "`f` is a function",
      hint: "take another name",
      note: MarkedNote("defined", at: "def ⟦f⟧(z) = z")),
    MarkedLesson(
      "optimizer o = sgd(1)\noptimizer ⟦o⟧ = sgd(1)",
      "`o` is an optimizer",
      hint: "take another name",
      note: MarkedNote("defined", at: "optimizer ⟦o⟧ = sgd(1)")),
    MarkedLesson(
      "optimizer o = sgd(1)\n⟦o⟧ = w + 1",
      "`o` is an optimizer",
      hint: "take another name",
      note: MarkedNote("defined", at: "optimizer ⟦o⟧ = sgd(1)")),
    MarkedLesson(
      "optimizer ⟦adam⟧ = sgd(1)", "`adam` is a kind of optimizer; one that is named has a name of its own",
      hint: "write `optimizer o = sgd(1)`"),
    MarkedLesson(
      "optimizer o = sgd(1)\noptimizer p = ⟦o⟧",
      "`o` is an optimizer of this lesson",
      hint: "write out which kind is meant: `adam(rate: 0.1)`, for one",
      note: MarkedNote("defined", at: "optimizer ⟦o⟧ = sgd(1)")),
    MarkedLesson(
      "optimizer o = sgd(1)\nupdate w to reduce L with o(⟦rate⟧: 2)",
      "the settings of `o` stand where it is defined",
      note: MarkedNote("defined", at: "optimizer ⟦o⟧ = sgd(1)")),
    MarkedLesson(
      "optimizer momo = momentum(1)\nupdate w to reduce L with ⟦momo1⟧", "there is no optimizer `momo1`",
      hint: "did you mean `momo`?"),
    MarkedLesson(
      "optimizer o = ⟦sdg⟧(1)\nupdate w to reduce L with o", "there is no optimizer `sdg`",
      hint: "did you mean `sgd`?"),
    MarkedLesson(
      "repeat 2 times\n  forward\n  update w to reduce L with ⟦momentum(0.1)⟧\nend",
      "`momentum` keeps a state, and in a loop it would start anew each time",
      hint: "name it above the loop: `optimizer o = momentum(0.1)`, and write `with o`"),
  ])
  func `an optimizer that is named has a name of its own`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test func `in ASCII the symbols have names`() {
    let fixture = LessonFixture("param w = 0\nL = (w - 1)^2\nupdate w to reduce L with adam(0.1)")
    let text = TextRenderer(width: 80, alphabet: .ascii).text(of: fixture.run.transcript)
    #expect(text.contains("w <- w - eta*m_hat/(sqrt(v_hat) + eps)\n"), "\(text)")
  }

  @Test func `the settings of a named one are wrapped at the width`() {
    WorkedCell(
      "param w = 0.5\noptimizer o = adam(rate: 0.05, beta1: 0.91234, beta2: 0.9991234)",
      """
      param   w = 0.5

      optimizer o: adam  η = 0.05         β1 = 0.91234     β2 = 0.9991234
                         ε = 1e-08
      """
    ).expectWorking()
  }
}
