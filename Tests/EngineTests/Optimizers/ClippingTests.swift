import Algebra
import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct ClippingTests {
  @Test(
    arguments: [
      // Bound, derivatives, and what is left of them.
      (1, [3, 4], [0.6, 0.8]), (5, [3, 4], [3, 4]), (10, [3, 4], [3, 4]), (2.5, [-3, 4], [-1.5, 2]),
      (1, [0, 0], [0, 0]), (2, [-8], [-2]), (1e-300, [0, 0], [0, 0]), (1, [], []),
    ] as [(Double, [Double], [Double])])
  func `derivatives are scaled together, and only where they are too long`(
    bound: Double, derivatives: [Double], expected: [Double]
  ) throws {
    var clipped = derivatives
    try Clipping(to: Number(bound)).clip(&clipped)
    #expect(zip(clipped, expected).allSatisfy { abs($0 - $1) <= 1e-15 * abs($1) }, "\(clipped)")
  }

  @Test func `a norm that no number can hold stops the lesson`() {
    var derivatives = [1e200, 1]
    #expect(throws: Fault.self) { try Clipping(to: Number(1)).clip(&derivatives) }
  }

  @Test(arguments: [
    WorkedCell(
      """
      param a = 1, b = 2
      y = 3*a + 4*b
      update a, b to reduce y with sgd(0.5), clipping 1
      """,
      """
      param   a = 1   b = 2

      y = 3·a + 4·b
        = 3·1 + 4·2
        = 3 + 8
        = 11

      All derivatives first:
        ∂y/∂a = 3   ∂y/∂b = 4

      All of them clipped, to a norm of 1 at most:
        norm = √((∂y/∂a)² + (∂y/∂b)²)
             = √(3² + 4²)
             = √(9 + 16)
             = √(25)
             = 5
        factor = 1/max(norm, 1)
               = 1/max(5, 1)
               = 1/5
               = 0.2
        factor·∂y/∂a = 0.6   factor·∂y/∂b = 0.8

      Then all changes:
        w ← w − η·(factor·∂y/∂w)                          η = 0.5
        a ← 1 − 0.5·0.6 = 0.7

        param   before   clipped   change   after
        a       1        0.6       −0.3     0.7
        b       2        0.8       −0.4     1.6
      """)
  ])
  func `an update shows the norm, the factor and what it makes of each derivative`(cell: WorkedCell) {
    let printed = LessonFixture(cell.cell).working()
    #expect(printed.hasPrefix(cell.working), "\(printed)")
  }

  @Test func `an algorithm begins with the clipped derivative`() {
    let printed = LessonFixture(
      "param a = 1, b = 2\ny = 3*a + 4*b\nupdate all to reduce y clipping 2 with momentum(0.5)"
    ).working()
    #expect(printed.contains("  g = factor·∂y/∂w\n  v ← β·v + g\n"), "\(printed)")
    #expect(printed.contains("    a = 1   g = 1.2   v = 0\n"), "\(printed)")
  }

  @Test(arguments: ["sgd(0.07)", "momentum(0.07)", "adam(0.07)"], ["0.05", "1/3", "100"])
  func `every printed equals sign of a clipped update is true as printed`(call: String, bound: String) {
    let lesson = LessonFixture(
      """
      input x = 0.3, t = 0.8
      param u = 0.61, v = -1.27, w = 0.05
      L = (sigmoid(u*x + v)*w - t)^2
      optimizer o = \(call)
      update all to reduce L with o, clipping \(bound)
      forward
      update all to reduce L with o, clipping \(bound)
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

  @Test func `of a long norm some squares are shown`() {
    let printed = LessonFixture(
      "param v[1...60] = 1\nL = sum(v[i]^2 for i in 1...60)\nupdate v to reduce L with sgd(0.5), clipping 1.5"
    ).working()
    #expect(printed.contains("… is 56 more\n"), "\(printed)")
  }

  @Test(arguments: ["sgd(0.1)", "momentum(0.1)", "adam(0.1)"])
  func `a training clips as its updates would`(call: String) {
    let given = """
      param a = 1, b = -2
      L = (3*a - 1)^2 + (a*b + 4)^2
      optimizer o = \(call)

      """
    let trained = LessonFixture(
      given + "train all to reduce L with o for 6 epochs, clipping 0.7\ntable a, b, L")
    let updated = LessonFixture(
      given + "repeat 6 times\n  update all to reduce L with o, clipping 0.7\n  forward\nend\ntable a, b, L")
    let numbers = { (lesson: LessonFixture) in
      lesson.working(RunOptions(decimals: 12)).split(separator: "\n").last
    }
    #expect(numbers(trained) == numbers(updated))
    let heading = ", which is \(call.prefix { $0 != "(" }), 6 epochs, clipping 0.7:\n"
    #expect(trained.working(width: 120).contains(heading))
  }

  @Test(arguments: [
    MarkedLesson(
      "update w to reduce L with sgd(1), clipping ⟦0⟧",
      "derivatives are clipped to a norm above 0, and this is 0"),
    MarkedLesson(
      "train w to reduce L with sgd(1) for 3 epochs, clipping ⟦-c⟧",
      "derivatives are clipped to a norm above 0, and this is -5"),
  ])
  func `a bound is above 0`(row: MarkedLesson) {
    row.expectErrors()
  }
}
