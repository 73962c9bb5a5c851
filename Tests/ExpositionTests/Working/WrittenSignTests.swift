import LessonTestSupport
import Testing

@Suite struct WrittenSignTests {
  @Test func `where a value is called e, a power of Euler's number is written exp`() {
    WorkedCell(
      "input x = 0.5\ne = x^2\ny = exp(x)\nz = exp(-x)*e",
      """
      input   x = 0.5

      e = x² = 0.5² = 0.25

      y = exp(x) = exp(0.5) = 1.64872

      z = exp(−x)·e
        = exp(−0.5)·0.25
        = 0.60653·0.25
        = 0.15163
      """
    ).expectWorking()
    let others = [
      "input x = 0.5\ny = exp(x)\ne = x^2", "input x = 0.5\nparam e = [1, 2]\ny = exp(x)",
      "input x = 0.5\ny = exp(x)\ntable e^2 for e in 0...2",
    ]
    for cell in others {
      #expect(LessonFixture(cell).working().contains("y = exp(x) = exp(0.5) = 1.64872"), "\(cell)")
    }
    let table = LessonFixture("table exp(e) for e in 0...2").working()
    #expect(table.hasPrefix("exp(e)\n"), "\(table)")
  }

  @Test func `signs of mathematics may be typed`() {
    WorkedCell(
      """
      input x = 2
      param u = [1, 2, 3]
      a = 3×x
      b = 3·x
      c = 6÷x
      d = x + .35
      f = 2*π
      g = σ(x)
      h = Σ(u)
      """,
      """
      input   x = 2
      param   u[1] = 1   u[2] = 2   u[3] = 3

      a = 3·x = 3·2 = 6

      b = 3·x = 3·2 = 6

      c = 6/x = 6/2 = 3

      d = x + 0.35 = 2 + 0.35 = 2.35

      f = 2·π = 6.28319

      g = σ(x) = 1/(1 + e^(−x))
        = 1/(1 + e^(−2))
        = 1/(1 + 0.135335)
        = 0.88080

      h = u[1] + u[2] + u[3] = 1 + 2 + 3 = 6
      """
    ).expectWorking()
  }
}
