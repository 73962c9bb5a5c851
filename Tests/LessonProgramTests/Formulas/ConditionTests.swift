import LessonTestSupport
import Testing

@Suite struct ConditionTests {
  private static let ab = "input a = 1, b = 0\n"

  @Test(arguments: [
    FamilyValues(ab + "y = if a > b then 1 else 2", "y = 1"),
    FamilyValues(ab + "y = if a < b then 1 else if a == 1 then 3 else 2", "y = 3"),
    FamilyValues(ab + "y = if a > 0 and b > 0 then 1 else 2", "y = 2"),
    FamilyValues(ab + "y = if a > 0 or b > 0 then 1 else 2", "y = 1"),
    FamilyValues(ab + "y = if not a > 0 then 1 else 2", "y = 2"),
    FamilyValues(ab + "y = if not (a > 0 and b > 0) then 1 else 2", "y = 1"),
    // `and` binds tighter than `or`.
    FamilyValues(ab + "y = if a > 0 or b > 0 and b > 1 then 1 else 2", "y = 1"),
    FamilyValues(ab + "y = if a >= 1 and b <= 0 and a != b then 1 else 2", "y = 1"),
    FamilyValues(ab + "y = 10*(if a > b then 1 else 2) + 1", "y = 11"),
    FamilyValues(ab + "y = if (if a > b then 1 else 2) == 1 then 5 else 6", "y = 5"),
    // Only what decides is worked out, and only the branch taken.
    FamilyValues(ab + "y = if b == 0 then 7 else 1/b", "y = 7"),
    FamilyValues(ab + "y = if b != 0 and 1/b > 0 then 1 else 2", "y = 2"),
    FamilyValues(ab + "y = if b == 0 or 1/b > 0 then 1 else 2", "y = 1"),
    FamilyValues("input z = -0.0\ny = if z == 0 and not z < 0 then 1 else 2", "y = 1"),
  ])
  func `an if takes its branch`(row: FamilyValues) throws { try row.expectChecks() }

  @Test(arguments: [
    FamilyValues(
      "x = [1, 4, 9]\nd[i] = if i == 1 then x[i] else x[i] - x[i-1] for i in 1...3", "d[1] = 1", "d[2] = 3",
      "d[3] = 5"),
    FamilyValues("h[i] = if i > 0 then h[i-1] + 1 else 0 for i in 0...3", "h[3] = 3"),
    FamilyValues("x = [1, 2]\nh[i] = if not (i <= 2) or i < 1 then 0 else x[i] for i in 0...3", "sum(h) = 3"),
    FamilyValues("const n = 1\nx = [1, 2]\ny = if n > 2 then x[n + 7] else x[n]", "y = 1"),
    FamilyValues(
      "x = [5, 6]\ndef at(n) = if n >= 1 and n <= 2 then x[n] else 0\ny = sum(at(i) for i in -1...4)",
      "y = 11"),
    FamilyValues(
      "const n = 3\nx = [1, 4, 9]\nd[i] = if i < n then x[i+1] - x[i] else 0 for i in 1...3", "d[2] = 5",
      "d[3] = 0"),
    FamilyValues("y = if 1 < 2 then 3 else nowhere", "y = 3"),
  ])
  func `a condition on indices is decided when the formula is written out`(row: FamilyValues) throws {
    try row.expectChecks()
  }

  @Test(arguments: [
    MarkedCell("param a = 1\ny = if a > 0 then 1 else ⟦q⟧[3]", "`q` is not defined above"),
    MarkedCell("param a = 1\ny = if ⟦q⟧ > 0 then 1 else 2", "`q` is not defined above"),
    MarkedCell(
      "x = [1, 2]\nh[i] = if i > 0 then x[i] else ⟦x[i]⟧ for i in 0...2", "`x[0]` is not defined above",
      hint: "the elements are `x[1]` to `x[2]`; here `i` is 0"),
    MarkedCell("input n = 0\n⟦y = if 1/n > 0 then 1 else 2⟧", "1/0 has no value (in `1/n`)"),
    MarkedCell(
      "input n = 0\n⟦y = if 0/n > 0 or n == 0 then 1 else 2⟧", "0/0 has no value (in `0/n`)"),
    MarkedCell("input n = 0\n⟦y = if not 0/n > 0 then 1 else 2⟧", "0/0 has no value (in `0/n`)"),
    MarkedCell("input n = -1\n⟦y = if 0 < ln(n) then 1 else 2⟧", "ln(-1) has no value (in `ln(n)`)"),
    MarkedCell("⟦y = if 1/0 > 0 then 1 else 2⟧", "1/0 has no value"),
    MarkedCell("⟦y = if 0/0 != 0 then 1 else 2⟧", "0/0 has no value"),
    MarkedCell("input n = 0\n⟦y = if n == 0 then 1/n else n⟧", "1/0 has no value (in `1/n`)"),
    MarkedCell(
      "input n = 1\ny = if 1/n > 0 then 1 else 2\nn <- 0\n⟦forward⟧", "`y`: 1/0 has no value (in `1/n`)"),
  ])
  func `a condition names what exists and compares what has a value`(row: MarkedCell) {
    row.expectErrors()
  }

  @Test(arguments: [
    FamilyValues(
      "param x = 0\na = relu(x)\nb = abs(x)\nc = step(x)\nd = max(x, 0)\ne = max(0, x)\nf = min(x, 0)\ng = min(0, x)",
      "∂a/∂x = 1", "∂b/∂x = 0", "c = 1", "∂c/∂x = 0", "∂d/∂x = 1", "∂e/∂x = 0", "∂f/∂x = 1", "∂g/∂x = 0"),
    FamilyValues(
      "param x = 0\ng = if x >= 0 then 2*x else 3*x\nh = if x > 0 then 2*x else 3*x", "∂g/∂x = 2", "∂h/∂x = 3"
    ),
    FamilyValues(
      "param x = -2\na = relu(x)\nb = abs(x)\nc = leaky_relu(x)", "∂a/∂x = 0", "∂b/∂x = -1", "∂c/∂x = 0.1"),
    FamilyValues(
      "param x = 3\na = relu(x)\nb = abs(x)\nc = max(x, 2*x, 5)", "∂a/∂x = 1", "∂b/∂x = 1", "∂c/∂x = 2"),
    // The condition itself passes nothing on.
    FamilyValues("param x = 3, w = 2\ny = if x*w > 5 then w^2 else x^2", "∂y/∂x = 0", "∂y/∂w = 4"),
  ])
  func `derivatives go through the branch taken, and at a kink as the lectures say`(row: FamilyValues) throws
  {
    try row.expectChecks()
  }

  @Test(arguments: [
    ChangedLesson(
      "input x = 1\nparam w = 3\ny = if x > 0 then w^2 else -5*w\nz = 2*y", changing: ["x": "-2"],
      asking: "explain z\nexplain ∂z/∂w\nexplain local(y, w)\nbackward z"),
    ChangedLesson(
      "input x = 1\nparam w = 3\ny = if x > 0 and w > 2 then w^2 else w\nparam v = 4\nz = v*y",
      changing: ["w": "1", "v": "6"], asking: "explain z\nexplain ∂z/∂w\nexplain ∂z/∂v\nbackward z\nu = z + v"
    ),
    ChangedLesson(
      "param w = 3\na = relu(w - 2)\nb = max(w, 2, a)\nc = abs(w - 2)\nL = a + b + c", changing: ["w": "1"],
      asking: "explain L\nexplain ∂L/∂w\nbackward L"),
    // Both formulas flip, the second because of the first.
    ChangedLesson(
      "input x = 1\ny = if x > 0 then 10*x else x^2\nz = if y > 8 then y else 3*y\nu = z + x",
      changing: ["x": "-1"],
      asking: "explain u\nexplain ∂u/∂x\nbackward u"),
    ChangedLesson(
      "param w = 3\ny = if w > 2 then w^2 else 7*w\ng = ∂y/∂w\nh = if g > 6.5 then 1 else g",
      changing: ["w": "1"],
      asking: "explain h\nexplain g\nexplain y"),
    ChangedLesson(
      "input x = [1, 2, 3]\nh[i] = if x[i] > 1 then x[i]^2 else 0 for i in 1...3\ns = sum(h)",
      changing: ["x[1]": "5", "x[3]": "0"], asking: "explain h\nexplain s\nexplain ∂s/∂x[1]\nbackward s"),
  ])
  func `a branch that flips makes the lesson that has those numbers from the start`(row: ChangedLesson) throws
  {
    try row.expectSameAnswers()
  }

  @Test func `a branch that flips to and fro gives what it gave`() throws {
    try FamilyValues(
      "input x = 1\nparam w = 3\ny = if x > 0 then w^2 else -w\nz = 2*y\nx <- -1\nforward\nx <- 1\nforward",
      "z = 18",
      "∂z/∂w = 12"
    ).expectChecks()
  }

  @Test func `what decided is shown as a true comparison`() {
    let lesson = LessonFixture(
      """
      input a = 0.30000001, b = 0.3
      y = if a > b then a*2 else b
      z = if a < b and b > 0 then a else b^2
      u = if not (a < b or b < 0) then a + b else b
      """)
    #expect(
      lesson.working() == """
        input   a = 0.30000001   b = 0.3

        y = if a > b then a·2 else b = 0.30000001·2 = 0.60000
        because 0.30000001 > 0.3

        z = if a < b and b > 0 then a else b² = 0.3² = 0.09
        because 0.30000001 ≥ 0.3

        u = if not (a < b or b < 0) then a + b else b = 0.30000001 + 0.3 = 0.60000
        because 0.30000001 ≥ 0.3, 0.3 ≥ 0
        """)
  }
}
