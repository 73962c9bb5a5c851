import LessonTestSupport
import Testing

@Suite struct DefinitionTests {
  @Test(arguments: [
    FamilyValues("def f(x) = x^2 + 1\ny = f(3)", "y = 10"),
    FamilyValues("def f(x, a = 0.1) = a*x\ny = f(3)\nz = f(3, 2)", "y = 0.3", "z = 6"),
    // A parameter hides the lesson's name; other names are the lesson's.
    FamilyValues("param x = 5, k = 2\ndef f(x) = k*x\ny = f(3)\nz = f(x)", "y = 6", "z = 10"),
    FamilyValues("param x = 5, y = 7\ndef f(x, y) = x - y\nz = f(y, x)", "z = 2"),
    FamilyValues("def f(x) = 2*x\ndef g(x) = f(f(x)) + 1\ndef h(x, y) = g(x)*f(y)\ny = h(1, 2)", "y = 20"),
    FamilyValues("def sigmoid(x) = 2*x\ny = sigmoid(3)", "y = 6"),
    FamilyValues("def f(exp) = exp(exp)\ny = f(0)", "y = 1"),
    FamilyValues("param f = 3\ndef f(x) = f*x\ny = f(2)", "y = 6"),
    FamilyValues("const k = 2\ndef f(x, a = k + 1) = a*x\ny = f(2)", "y = 6"),
    FamilyValues("def f(n) = sum(i for i in 1...n)\ny = f(4)\nz = f(2*3)", "y = 10", "z = 21"),
    FamilyValues("h = [5, 6]\ndef f(n) = h[n]\ny = f(2)\nz = sum(f(i) for i in 1...2)", "y = 6", "z = 11"),
    FamilyValues("def f() = 42\ny = f()", "y = 42"),
    FamilyValues("def f(x) = if x < 0 then -x else x\ny = f(-3) + f(4)", "y = 7"),
    FamilyValues("def f(i) = 2*i\nh[i] = f(i + 1) for i in 1...3", "h[3] = 8"),
    // An argument is a formula of its own: no parentheses are missing.
    FamilyValues("def f(x) = 2*x^2\ny = f(1 + 2)", "y = 18"),
    FamilyValues("def f(x) = -x\ny = f(-3)^2", "y = 9"),
    // A family as an argument stands for the family, whatever its name is in the lesson.
    FamilyValues(
      "param z = [1, 2, 3]\ndef norm(v) = sqrt(dot(v, v) + 2)\ny = norm(z)", "y = 4", "∂y/∂z[3] = 0.75"),
    FamilyValues(
      "param v = [1, 2], z = [3, 4, 5]\ndef last(v) = v[count(v)]\ndef twice(u) = 2*last(u)\ny = twice(z) + last(v)",
      "y = 12"),
    FamilyValues(
      "param W = [[1, 2], [3, 4]], x = [5, 6]\ndef row(M, u, i) = sum(M[i,j]*u[j] for j in 1...count(u))\n"
        + "h[i] = row(W, x, i) for i in 1...2", "h[1] = 17", "h[2] = 39", "∂h[2]/∂W[2,1] = 5"),
  ])
  func `a call is the body with the arguments in place of the parameters`(row: FamilyValues) throws {
    try row.expectChecks()
  }

  @Test(arguments: [
    FamilyValues("param w = 3\ndef f(x) = x^2\ny = f(2*w)", "∂y/∂w = 24", "local(y, w) = 24"),
    FamilyValues("param w = 3\ndef f(x, a = w) = a*x\ny = f(w)", "∂y/∂w = 6"),
    FamilyValues("param w = 0.5\ndef s(z) = 1/(1 + exp(-z))\ny = s(w) - sigmoid(w)", "y = 0", "∂y/∂w = 0"),
    FamilyValues("param w = 3\ndef f(x) = x^3\ny = ∂(f(w))/∂w", "y = 27"),
  ])
  func `derivatives go through what is written out`(row: FamilyValues) throws { try row.expectChecks() }

  @Test func `sixty functions that each call the one before once are one formula`() throws {
    let definitions = (1...60).map { "def f\($0)(x) = f\($0 - 1)(x) + 1" }
    try FamilyValues("def f0(x) = x\n" + definitions.joined(separator: "\n") + "\ny = f60(0.5)", "y = 60.5")
      .expectChecks()
  }

  @Test func `a call shows the body written out`() {
    let lesson = LessonFixture(
      "input x = 2\ndef f(x, a = 0.1) = if x > 0 then x else a*x\ny = f(x)\nz = f(-1, 0.5)")
    #expect(
      lesson.working() == """
        input   x = 2

        def f(x, a = 0.1) = if x > 0 then x else a*x

        y = if x > 0 then x else 0.1·x = 2                  because 2 > 0

        z = 0.5·(−1) = −0.5
        """)
  }
}
