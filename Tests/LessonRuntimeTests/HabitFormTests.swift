import Algebra
import Diagnostics
import LessonLanguage
import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

/// What is proposed in the place of a form of another language is accepted as it stands, and gives the numbers that were meant.
@Suite struct HabitFormTests {
  /// What is typed, what is proposed in its place, and the numbers that the value `q` then has.
  struct Row: CustomTestStringConvertible, Sendable {
    let typed: String
    let form: String
    let values: [Double]
    /// The whole line, where the form is a part of it.
    let line: String

    init(_ typed: String, _ form: String, _ values: [Double], in line: String? = nil) {
      self.typed = typed
      self.form = form
      self.values = values
      self.line = line ?? (form.contains(" = ") || form.contains(" <- ") ? form : "q = \(form)")
    }

    var testDescription: String { typed }
  }

  private static let given = """
    input x = -7, a = 2, u = [1, 2, 3], v = [1, 2, 4], h[0...3] = [1, 2, 4, 8], c[2...4] = [5, 6, 7]
    const n = 3
    param w = 3, W = [[1, 2, 3], [4, 5, 6]], S = [[1, 2], [3, 4]], V = [[1, 0], [1, 1]]
    M = sum(S*V)

    """

  static let rows = [
    Row("q = argmax(v[i] for i in 1...3)", "min(if v[i] == max(v) then i else 3 for i in 1...3)", [3]),
    Row("q = argmax(c)", "min(if c[i] == max(c) then i else 4 for i in 2...4)", [4]),
    Row("q = S.T.dot(V)", "transpose(S) @ V", [4, 3, 6, 4]),
    Row("q = np.dot(S.T, V)", "transpose(S) @ V", [4, 3, 6, 4]),
    Row("q = S²", "S @ S", [7, 10, 15, 22]),
    Row("q = S²", "S^2", [1, 4, 9, 16]),
    Row("q = S⁻¹", "1/S", [1, 0.5, 1.0 / 3, 0.25]),
    Row("q = S^T", "transpose(S)", [1, 3, 2, 4]),
    Row("q = Sᵀ", "transpose(S)", [1, 3, 2, 4]),
    Row("q = u^T*v", "dot(u, v)", [17]),
    Row("q = u'*v", "dot(u, v)", [17]),
    Row("q = S V", "S @ V", [3, 2, 7, 4]),
    Row("q = W u", "W @ u", [14, 32]),
    Row(
      "q = u ⊗ c", "q[i, j] = u[i]*c[j] for i in 1...3, j in 2...4", [5, 6, 7, 10, 12, 14, 15, 18, 21]),
    Row("q = sum(u[i+1] for i in range(2))", "0...1", [3], in: "q = sum(u[i+1] for i in 0...1)"),
    Row("q = sum(u[i-1] for i in range(1, 4))", "2...4", [6], in: "q = sum(u[i-1] for i in 2...4)"),
    Row("q = sum(u[i] for i in range(1, 3))", "2...3", [5], in: "q = sum(u[i] for i in 2...3)"),
    Row("q = sum(u[i] for i in range(n))", "1...n", [6], in: "q = sum(u[i] for i in 1...n)"),
    Row("q = sum(i*2 for i in range(n))", "0...n - 1", [6], in: "q = sum(i*2 for i in 0...n - 1)"),
    Row("q = sum(h[i] for i in range(len(h)))", "0...3", [15], in: "q = sum(h[i] for i in 0...3)"),
    Row("q = sum(c[i] for i in range(3))", "2...4", [18], in: "q = sum(c[i] for i in 2...4)"),
    Row("q[i] = u[i]^2 for i = 2:3", "for i in 2...3", [4, 9], in: "q[i] = u[i]^2 for i in 2...3"),
    Row("q = [0:2:10]", "q[i] = 2*(i - 1) for i in 1...6", [0, 2, 4, 6, 8, 10]),
    Row("q = range(1, n)", "q[i] = i for i in 1...n - 1", [1, 2]),
    Row("q = sum(v[i], i, 2, 3)", "sum(v[i] for i in 2...3)", [6]),
    Row("q = W[2][1]", "W[2, 1]", [4]),
    Row(
      "q[i] = sum(W[i, j]*u[j])", "q[i] = sum(W[i, j]*u[j] for j in 1...3) for i in 1...2", [14, 32]),
    Row("q = ⌈a⌉^2", "(-floor(-a))", [4], in: "q = (-floor(-a))^2"),
    Row("q = 2½", "2.5", [2.5]),
    Row("q = 1/90°", "(90*pi/180)", [1 / (Double.pi / 2)], in: "q = 1/(90*pi/180)"),
    Row("q = √-x", "sqrt(-x)", [2.6457513110645907]),
    Row("q = norm(v, 1)", "sum(abs(v))", [7]),
    Row("q = norm(v, inf)", "max(abs(v))", [4]),
    Row("q = norm(S)", "sqrt(sum(S^2))", [5.477225575051661]),
    Row("q = fmod(x, 3)", "x - 3*sign(x/3)*floor(abs(x/3))", [-1]),
    Row("q = cbrt(x)", "sign(x)*abs(x)^(1/3)", [-1.912931182772389]),
    Row("q = ⌊a⌉", "floor(a + 0.5)", [2]),
    Row("q = 2*IF(a > 3, 5, 7)", "(if a > 3 then 5 else 7)", [14], in: "q = 2*(if a > 3 then 5 else 7)"),
    Row(
      "q = IF(a > 3, 5, IF(a > 1, 1, 2))", "if a > 3 then 5 else if a > 1 then 1 else 2", [1]),
    Row("q = IF(AND(a > 0, x > 0), 1, 0)", "if a > 0 and x > 0 then 1 else 0", [0]),
    Row("q = a ? x : 1", "if a != 0 then x else 1", [-7]),
    Row("q = (a > 0) ? 5 : 7", "if a > 0 then 5 else 7", [5]),
    Row(
      "q = sum(u[i] for i in 1...3 if u[i] > 1)", "sum(if u[i] > 1 then u[i] else 0 for i in 1...3)", [5]),
    Row("q = any(u > 2)", "max(if u[i] > 2 then 1 else 0 for i in 1...3)", [1]),
    Row("q = 1 if a<0 else 2 if x<0 else 3", "if a<0 then 1 else if x<0 then 2 else 3", [2]),
    Row("q = np.mean((u - v)**2)", "mean((u - v)^2)", [1.0 / 3]),
    Row("q = ∑ (u[i] - v[i])²", "sum((u - v)^2)", [1]),
    Row("q = math.log(a, 2)", "ln(a)/ln(2)", [1]),
    Row("q = W.mean(0)", "q[j] = mean(W[i, j] for i in 1...2) for j in 1...3", [2.5, 3.5, 4.5]),
    Row("q = np.sum(W, 1)", "q[i] = sum(W[i, j] for j in 1...3) for i in 1...2", [6, 15]),
    Row("q = sum(W[i, j], i=1...2, j=1...3)", "sum(W[i, j] for i in 1...2, j in 1...3)", [21]),
    Row("q = list(range(3))", "q[i] = i for i in 0...2", [0, 1, 2]),
    Row("q += u[i] for i in 1...3", "q = sum(u[i] for i in 1...3)", [6]),
  ]

  @Test(arguments: rows) func `a proposed form gives the numbers that were meant`(row: Row) {
    let said = LessonFixture(Self.given + row.typed).errors
    #expect(said.contains("`\(row.form)`") || said.contains(" \(row.form)`"), "\(said)")
    Self.expect("q", row.values, below: row.line)
  }

  /// Families that are changed, with what is proposed.
  static let changes = [
    Row(
      "S -= a*∂M/∂S", "S[i, j] <- S[i, j] - a*∂M/∂S[i, j] for i in 1...2, j in 1...2", [-1, 2, 1, 2]),
    Row("u *= 2", "u[i] <- u[i] * 2 for i in 1...3", [2, 4, 6]),
    Row("w -= if a > 0 then 1 else 0", "w <- w - (if a > 0 then 1 else 0)", [2]),
    Row("w += u[i] for i in 1...3", "w <- w + sum(u[i] for i in 1...3)", [9]),
    Row("w /= 2*a", "w <- w / (2*a)", [0.75]),
  ]

  @Test(arguments: changes) func `a proposed change gives the numbers that were meant`(row: Row) {
    #expect(LessonFixture(Self.given + row.typed).errors.contains("`\(row.form)`"))
    Self.expect(String(row.typed.prefix(1)), row.values, below: row.form)
  }

  private static func expect(_ name: String, _ wanted: [Double], below line: String) {
    let stepped = SteppedLesson(given + line)
    #expect(stepped.run.diagnostics.map(\.message) == [], "\(line)")
    let scope = stepped.here.scope
    let names = scope.families[Name(name)]?.elements ?? [Name(name)]
    let values = names.map { stepped.run.interpreter.environment.value(of: $0) }
    #expect(
      values.count == wanted.count
        && zip(values, wanted).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) },
      "\(line): \(values), not \(wanted)")
  }
}
