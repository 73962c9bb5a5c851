import Algebra
import Testing

@Suite struct EvaluationTests {
  private let values = ["a": 0.1, "b": 0.2, "c": 0.3, "big": 1e10]

  private func evaluation(_ text: String) throws -> Evaluation {
    try formula(text).value(of: { values[$0.text] ?? .nan }, atoms: { _ in 7 })
  }

  @Test("Sums and products are worked out from left to right, to the last bit")
  func order() throws {
    let (a, b, c) = (0.1, 0.2, 0.3)
    #expect(try evaluation("a + b + c").value == (a + b) + c)
    #expect(try evaluation("a + (b + c)").value == a + (b + c))
    #expect(try evaluation("a + b + c").value != evaluation("a + (b + c)").value)
    #expect(try evaluation("a - b - c").value == (a - b) - c)
    #expect(try evaluation("a*b*c").value == (a * b) * c)
    #expect(try evaluation("a/b/c*b").value == ((a / b) / c) * b)
    #expect(try evaluation("1/3*a").value == (1 / 3.0) * a)
    #expect(try evaluation("a*b + b*c").value == a * b + b * c)
  }

  @Test(
    "Powers are those of C",
    arguments: [("2^10", 1_024), ("2^-1", 0.5), ("0^0", 1), ("(-8)^3", -512), ("2^3^2", 512), ("-3^2", -9)])
  func powers(text: String, expected: Double) throws {
    #expect(try evaluation(text).value == expected)
  }

  @Test(
    "The largest term is found, on the way as well, as large as it is in the value",
    arguments: [
      ("a", 0.1), ("big - big", 1e10), ("a + 5 - 5", 5.1), ("(a + 5 - 5)*3", 15.3), ("3*4/12", 1),
      ("(a + 5 - 5)/2", 2.55), ("exp(2*3)", 6 * 403.428793492735), ("-big*a + 1", 1e9), ("2^5/32", 5),
      ("∂a/∂b + 0", 7), ("local(a, b)*2", 14), ("-20 + 1", 20), ("max(1, 20 - 1)", 20),
      ("1/0 - 1", .infinity),
    ])
  func largest(text: String, expected: Double) throws {
    let largest = try evaluation(text).largest
    #expect(largest == expected || abs(largest - expected) < 1e-6 * expected)
  }

  @Test(
    "Of a conditional only the branch taken is worked out",
    arguments: [
      ("if a < b then c else 1/0", 0.3), ("if a > b then 1/0 else c", 0.3),
      ("if a < b or nothing == 1 then c else 2", 0.3),
      ("if a > b and nothing == 1 then c else 2", 2), ("2*(if not a < b then 5 else 4)", 8),
      ("if nothing < 1 then 1 else 2", 2),
      ("if (if a < b then big else 1) > 5 then 1 else 0", 1),
      ("if a < b then (if b < a then 1 else 2) else 3", 2),
      ("max(if a < b then 1 else 1/0, 0.5)", 1),
    ])
  func choices(text: String, expected: Double) throws {
    #expect(try evaluation(text).value == expected)
  }

  @Test(
    "What only a condition or an index is worked out from is no measure of rounding, nor is the other branch")
  func largestOfChoices() throws {
    #expect(try evaluation("if big > 1 then a else big").largest == 0.1)
    #expect(try evaluation("big - big + (if a < b then a else b)").largest == 1e10)
    #expect(
      try formula("E[n - 20]").value(of: { $0.text == "n" ? 22 : 0.5 }, atoms: { _ in 0 }).largest
        == 0.5)
  }

  @Test(
    "An element is asked for by its name, and is NaN where an index is no whole number",
    arguments: [
      ("E[k]", "E[2]"), ("E[k + 1,k]", "E[3,2]"), ("E[-k]", "E[-2]"), ("E[k/4]", nil), ("E[1/0*k]", nil),
    ])
  func elements(text: String, name: String?) throws {
    var asked: [String] = []
    let evaluation = try formula(text).value(
      of: {
        if $0.text == "k" { return 2 }
        asked.append($0.text)
        return 0.7
      }, atoms: { _ in .nan })
    #expect(asked == (name.map { [$0] } ?? []))
    #expect(name == nil ? evaluation.value.isNaN : evaluation.value == 0.7)
  }

  @Test("Derivatives are asked for by what they are, local ones too")
  func derivatives() throws {
    var asked: [Formula] = []
    let value = try formula("a*∂E/∂a + local(E, a)").value(of: { _ in 2 }) { derivative in
      asked.append(derivative)
      return 3
    }
    #expect(value.value == 9)
    #expect(asked == [.derivative(of: .name(Name("E")), by: Name("a")), .local(Name("E"), by: Name("a"))])
  }
}
