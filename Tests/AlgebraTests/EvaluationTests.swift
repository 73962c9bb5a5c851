import Algebra
import Testing

@Suite struct EvaluationTests {
  private let values = ["a": 0.1, "b": 0.2, "c": 0.3, "big": 1e10]

  private func evaluation(_ text: String) throws -> Evaluation {
    try formula(text).value(of: { values[$0.text] ?? .nan }, derivatives: { _ in 7 })
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
    "The largest intermediate is found, on the way as well",
    arguments: [
      ("a", 0.1), ("big - big", 1e10), ("a + 5 - 5", 5.1), ("3*4/12", 12), ("exp(2*3)", 403.428793492735),
      ("-big*a + 1", 1e10), ("2^5/32", 32), ("∂a/∂b*0", 7), ("local(a, b)*0", 7), ("-20 + 1", 20),
    ])
  func largest(text: String, expected: Double) throws {
    #expect(abs(try evaluation(text).largest - expected) < 1e-9)
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
