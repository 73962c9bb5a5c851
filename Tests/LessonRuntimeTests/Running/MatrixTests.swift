import LessonTestSupport
import TestSupport
import Testing

@Suite struct MatrixTests {
  private static let givens = """
    param A = [[1, 2], [-3, 4]]
    param T[0...1, 0...2] = [[1, 0, 0.5], [0, 1, 10]]
    input x = [1, 2]

    """

  @Test(arguments: [
    (
      "B = A @ A",
      """
      B[1,1] = A[1,1]·A[1,1] + A[1,2]·A[2,1]
             = 1·1 + 2·(−3)
             = 1 + (−6)
             = −5
      B = [  −5   10 ]
          [ −15   10 ]                                    same formula: explain B
      """
    ),
    (
      "U = 2*T",
      """
      U[0,0] = 2·T[0,0] = 2·1 = 2
      U[0...1, 0...2] = [ 2   0    1 ]
                        [ 0   2   20 ]                    same formula: explain U
      """
    ),
    (
      "explain T",
      """
      T[0...1, 0...2] = [ 1   0    0.5 ]
                        [ 0   1   10   ]                  given
      """
    ),
    (
      "C = A/2\nexplain C",
      """
      C[2,2] = A[2,2]/2 = 4/2 = 2

      C = [  0.5   1 ]
          [ −1.5   2 ]
      """
    ),
    // A vector is no matrix, and what is written element by element is listed.
    ("h = A @ x", "h[2] = 5                                            same formula: explain h"),
    (
      "B[i, j] = 2*A[i,j] for i in 1...2, j in 1...2",
      "B[1,2] = 4   B[2,1] = −6   B[2,2] = 8               same formula: explain B"
    ),
  ])
  func `what is written as a matrix is shown as one`(statements: String, working: String) {
    let printed = LessonFixture(Self.givens + statements).working()
    #expect(printed.hasSuffix(working), "\(printed)")
  }

  @Test func `what binary arithmetic leaves of zero is in no matrix`() {
    let printed = LessonFixture("param D = [[1, 0.5], [0.3, 0.7]]\nR = 0.1*D + 0.2*D - 0.3*D").working()
    #expect(!printed.contains("R = ["), "\(printed)")
    #expect(printed.contains("R[1,2] ≈ 0   "), "\(printed)")
  }

  @Test func `a matrix that is too wide is a list`() {
    let lesson = LessonFixture("param A[1...2, 1...6] = 1\nB = A/7")
    #expect(lesson.working().contains("B = [ 0.14286   0.14286"))
    let narrow = lesson.working(width: 60)
    #expect(!narrow.contains("B = ["), "\(narrow)")
    #expect(narrow.contains("B[1,2] = 0.14286   B[1,3] = 0.14286"), "\(narrow)")
    #expect(!narrow.contains("B[1,1] = 0.14286   "), "\(narrow)")
  }

  @Test func `a large matrix is a list that is cut`() {
    let printed = LessonFixture("param A[1...25, 1...2] = 1\nB = A/7").working()
    #expect(printed.contains("… 25 more like these: explain B"), "\(printed)")
  }
}

@Suite struct FamilyCommandTests {
  private static let givens = """
    param W = [[0.5, -1], [2, 1]], v = [1, 3]
    input x = [2, -1]
    h = W @ x
    L = sum(v*h^2)

    """

  @Test(arguments: [
    (
      "explain ∂L/∂W",
      """
      ∂L/∂W = [  8    −4 ]
              [ 36   −18 ]          any of them: explain ∂L/∂W[1,2]
      """
    ),
    ("explain dL/dv", "∂L/∂v[2] = 9          likewise; any of them: explain ∂L/∂v[2]"),
  ])
  func `the derivatives by a family are shown, the first in full`(statement: String, working: String) {
    let printed = LessonFixture(Self.givens, statement).lastWorking()
    #expect(printed.hasPrefix("∂L/∂") || printed.hasPrefix("L = "), "\(printed)")
    #expect(printed.hasSuffix(working), "\(printed)")
  }

  @Test(arguments: [
    ("table x + 1", "x[1] + 1   x[2] + 1\n3          0"),
    ("table x, L", "x[1]   x[2]   L\n2      −1     31"),
    ("table ∂L/∂v", "∂L/∂v[1]   ∂L/∂v[2]\n4          9"),
    ("table W @ x, softmax(v - v)", "(W @ x)[1]   (W @ x)[2]   softmax(v - v)[1]   softmax(v - v)[2]"),
    ("table v, a for a in 1...2", "v[1]   v[2]   a\n1      3      1\n1      3      2"),
  ])
  func `a family has a column for each element in a table`(statement: String, table: String) {
    let printed = LessonFixture(Self.givens, statement).lastWorking()
    #expect(printed.hasPrefix(table), "\(printed)")
  }

  @Test func `a family of derivatives may have a name`() throws {
    try FamilyValues(
      Self.givens + "g = ∂L/∂W\nnorm = sqrt(sum(g*g))", "g[1,1] = 8", "g[2,2] = -18", "norm = 41.231056256177"
    ).expectChecks()
  }

  @Test func `derivatives are taken through a function's family`() throws {
    try FamilyValues(
      Self.givens + "def slope(u) = sum(∂L/∂u)\ns = slope(v)", "s = 13"
    ).expectChecks()
  }

  @Test(arguments: [
    MarkedCell(
      "param q[1...9] = 1\ntable ⟦q⟧", "`q` has 9 elements, and a table has a column for each of at most 8",
      hint: "`table q[i] for i in 1...9` has a row for each"),
    MarkedCell(
      "param q[1...9] = 1\ntable ⟦q*2⟧",
      "`q*2` has 9 elements, and a table has a column for each of at most 8",
      hint: "a formula such as `y = …` gives them names, and `table y[i] for i in 1...9` has a row for each"),
    MarkedCell(
      "param q[1...3, 1...4] = 1\nL = sum(q)\ntable ⟦∂L/∂q⟧",
      "`∂L/∂q` has 12 elements, and a table has a column for each of at most 8",
      hint: "`table ∂L/∂q[i,j] for i in 1...3, j in 1...4` is a matrix"),
    MarkedCell(
      "param q[1...2] = 1\nL = sum(q)\nq[1] <- ⟦∂L/∂q⟧", "`∂L/∂q` is a family; a number is meant here",
      hint: "one element is `∂L/∂q[1]`"),
    MarkedCell(
      "param q[1...2] = 1\nh = 2*q\nexplain ∂⟦h⟧/∂q", "`h` is a family; a number is meant here",
      hint: "one element is `h[1]`; in a formula for each write `h[i]`, and `for i in 1...2` behind it"),
    MarkedCell(
      "param q[1...2] = 1\nL = sum(q)\nq[1] <- 2\nexplain ∂⟦L⟧/∂q",
      "`L` is stale: it has not been worked out since `q[1]` was changed",
      hint: "write `forward` above this line", note: MarkedNote("`q[1]` was changed", at: "⟦q[1] <- 2⟧")),
  ])
  func `what a family cannot be is told, with the form to use`(row: MarkedCell) {
    row.expectErrors()
  }
}
