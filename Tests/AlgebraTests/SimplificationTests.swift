import Algebra
import Testing

@Suite struct SimplificationTests {
  @Test(
    "Ones, zeros and signs are written as a teacher would",
    arguments: [
      ("1*x", "x"), ("x*1", "x"), ("x/1", "x"), ("x + 0", "x"), ("0 + x", "x"), ("x - 0", "x"), ("0*x", "0"),
      ("x^1", "x"), ("x^0", "1"), ("1^x", "1"), ("-(-x)", "x"), ("a + -b", "a − b"), ("a - -b", "a + b"),
      ("a + (-b)*c", "a − b·c"), ("-0", "0"), ("0 - x", "−x"), ("-1*x", "−x"), ("x*(-1)", "−x"),
      ("-x*-y", "x·y"),
      ("-t + o", "o − t"), ("-(a - b)", "b − a"), ("-(a + b)", "−a − b"), ("-a - b", "−a − b"),
      ("-2*(t - o)", "2·(o − t)"), ("-(t - o)*x", "(o − t)·x"), ("-x*(t - o)", "x·(o − t)"),
      ("-y*(1 - y)", "−y·(1 − y)"), ("-(1 - y)", "y − 1"), ("a - (t - o)*x", "a − (t − o)·x"),
      ("x*(a - (b - c))", "x·(a − b + c)"), ("a - (b + c)", "a − b − c"), ("tanh(-(a - b))", "tanh(b − a)"),
      ("-(a + b)*c", "−(a + b)·c"), ("-x^2", "−x²"), ("(-x)^2", "x²"), ("(-x)^3", "−x³"),
    ])
  func signs(text: String, expected: String) throws {
    #expect(try formula(text).simplified().text(.unicode) == expected)
  }

  @Test(
    "Like terms and equal factors are collected in the author's order",
    arguments: [
      ("x + x", "2·x"), ("x - x", "0"), ("2*x + 3*x", "5·x"), ("x*y + x*y", "2·x·y"),
      ("x + 1 + x + 2", "2·x + 3"), ("1 - (1 - x)", "x"), ("x*x", "x²"), ("x*x^2", "x³"), ("x*y*x", "x²·y"),
      ("(x^2)^3", "x⁶"), ("x^a*x", "x^a·x"), ("sigmoid(x)*sigmoid(x)", "σ(x)²"), ("(2*x)^2", "4·x²"),
      ("(x*y)^2", "(x·y)²"), ("a*(b*c)", "a·b·c"), ("sigmoid(1*x) - sigmoid(x + 0)", "0"),
      ("z*y*x + a", "z·y·x + a"), ("b + a", "b + a"),
    ])
  func collecting(text: String, expected: String) throws {
    #expect(try formula(text).simplified().text(.unicode) == expected)
  }

  @Test(
    "Numbers are worked out exactly",
    arguments: [
      ("x*2", "2·x"), ("x*2*y*3", "6·x·y"), ("1/2*x", "½·x"), ("x/2", "½·x"), ("x*0.5", "0.5·x"),
      ("x/4", "0.25·x"), ("x/3", "1/3·x"), ("-x/2", "−½·x"), ("-2*x/3", "−2/3·x"), ("0.1*3*x", "0.3·x"),
      ("0.1 + 0.2", "0.3"), ("1/3 + 1/6", "1/2"), ("1/3*3*x", "x"), ("2^10", "1024"), ("2^-1*x", "½·x"),
      ("0.50*x", "0.50·x"), ("x + 1e-8", "x + 1e-8"), ("x/0.1", "10·x"), ("0.1*0.1*x", "0.01·x"),
      ("1e-7*0.5*x", "5e-08·x"), ("2*pi*x*pi", "2·π²·x"), ("3 - 5", "−2"), ("x*(3 - 5)", "−2·x"),
      ("x^(3 - 1)", "x²"), ("x^(1 - 3)", "x^(−2)"),
    ])
  func numbers(text: String, expected: String) throws {
    #expect(try formula(text).simplified().text(.unicode) == expected)
  }

  @Test(
    "Numbers that would not be exact are kept apart",
    arguments: [
      ("1e15*1e15*x", "1e15*1e15*x"), ("1e300*1e300*x", "1e300^2*x"), ("-1e300*x", "-1e300*x"),
      ("10^400", "10^400"), ("0e-999*x", "0"), ("x*1e-400", "x*1e-400"),
      ("123456789012345*1000*x", "123456789012345*1000*x"),
      ("0.1234567890123456789*x", "0.1234567890123456789*x"),
      ("x^999999999999999*x^999999999999999", "x^999999999999999*x^999999999999999"),
      ("(x^999999999999999)^2", "(x^999999999999999)^2"),
      ("1/999999999999999 + 1/7", "1/999999999999999 + 1/7"),
    ])
  func bounds(text: String, expected: String) throws {
    #expect(try formula(text).simplified().text(.calc) == expected)
  }

  @Test(
    "What might be divided by 0 is not cancelled",
    arguments: [
      ("x/x", "x/x"), ("x^2/x", "x²/x"), ("x/y*y", "x·y/y"), ("2*x/(2*y)", "x/y"), ("x/0", "x/0"),
      ("0/0", "0/0"),
      ("1/(2*x)", "1/(2·x)"), ("1/2/x", "1/(2·x)"), ("0.6/x", "0.6/x"), ("1/(1/x)", "1/(1/x)"),
      ("a/b/c", "a/(b·c)"), ("0.6*x/y", "0.6·x/y"), ("3*x/(6*y)", "x/(2·y)"), ("x/y/y", "x/y²"),
      ("0^-1", "0^(−1)"),
      ("1/n*(a + b)", "(a + b)/n"), ("-(a - b)/n", "(b − a)/n"), ("-a/b", "−a/b"),
    ])
  func division(text: String, expected: String) throws {
    #expect(try formula(text).simplified().text(.unicode) == expected)
  }

  @Test(
    "Branches are simplified, and where they are one, there is no choice; what decides stays as it is written",
    arguments: [
      ("if x < 0 then 1*x else x + x", "if x < 0 then x else 2·x"), ("if x < 0 then 2*x else x + x", "2·x"),
      ("if 1*x < 0 + 0 then 1 else 0", "if 1·x < 0 + 0 then 1 else 0"), ("relu(1*x) + 0", "relu(1·x)"),
      ("max(x + 0, --y)", "max(x + 0, −(−y))"), ("softplus(1*x)", "softplus(x)"),
      ("(if x < 0 then 1 else 2)*2*(if x < 0 then 1 else 2)", "2·(if x < 0 then 1 else 2)²"),
      ("-(if x < 0 then 1 else 2)", "−(if x < 0 then 1 else 2)"),
      ("y + 2*E[0 + k] - y - E[0 + k]", "E[0 + k]"),
      ("leaky_relu(x, 0.1 + 0)", "leaky_relu(x, 0.1 + 0)"),
    ])
  func choices(text: String, expected: String) throws {
    #expect(try formula(text).simplified().text(.unicode) == expected)
  }

  @Test(
    "Derivatives are one unit and stay as they are",
    arguments: [
      ("∂(1*x)/∂x + 0", "∂(1·x)/∂x"), ("∂E/∂w*∂E/∂w", "(∂E/∂w)²"), ("local(o, s)*1", "local(o, s)"),
    ])
  func atoms(text: String, expected: String) throws {
    #expect(try formula(text).simplified().text(.unicode) == expected)
  }

  @Test("A simplified formula has the value of the formula, and is simplified no further")
  func value() {
    var random = RandomFormulas(seed: 3)
    var compared = 0
    for _ in 0..<800 {
      let formula = random.formula(depth: 1 + random.next(below: 4))
      let simplified = formula.simplified()
      let change = "\(formula.text(.calc)) -> \(simplified.text(.calc))"
      #expect(simplified.simplified().text(.calc) == simplified.text(.calc), "\(change)")
      let values = random.values()
      let (before, after) = (formula.value(at: values), simplified.value(at: values))
      // What has no value, or whose value rounding has eaten, is nothing to compare with.
      guard before.value.isFinite, max(before.largest, after.largest) < 1e6 else { continue }
      compared += 1
      #expect(abs(after.value - before.value) <= 1e-9 * max(1, before.largest, after.largest), "\(change)")
    }
    #expect(compared > 370)
  }
}
