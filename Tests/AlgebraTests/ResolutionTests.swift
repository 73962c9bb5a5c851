import Algebra
import Testing

@Suite struct ResolutionTests {
  private static let values = [
    "a": 1.0, "b": 2, "c": 3, "k": 2, "zero": 0, "none": .nan, "E[2]": 3, "E[3]": 7,
  ]

  /// What there is no element for.
  private struct NoElement: Error, Equatable { let family: String, indices: [Double] }

  private func resolved(_ text: String, asked: (Formula) -> Void = { _ in }) throws -> Resolution {
    try formula(text).resolved(
      value: { leaf in
        asked(leaf)
        guard case .name(let name) = leaf else { return 10 }
        return Self.values[name.text] ?? .nan
      },
      element: { family, indices throws(NoElement) in
        let whole = indices.compactMap { Int(exactly: $0) }
        guard whole.count == indices.count, whole[0] <= 3 else {
          throw NoElement(family: family, indices: indices)
        }
        return Name(family, whole)
      })
  }

  @Test(
    "The branch taken stays, and elements become names",
    arguments: [
      ("if a < b then x else y", "x"), ("if a > b then x else y", "y"), ("a + b", "a + b"),
      ("2*(if a < b then x + 1 else y)", "2*(x + 1)"), ("(if a < b then x + 1 else y) + z", "x + 1 + z"),
      ("if a < b then (if b < c then x else y) else z", "x"),
      ("if a > b then x else if b > c then y else z", "z"),
      ("if (if a < b then c else a) > b then x else y", "x"), ("x*E[k]", "x*E[2]"), ("E[k,1]", "E[2,1]"),
      ("E[k + 1]", "E[3]"), ("E[E[k]]", "E[3]"), ("E[if a < b then k else 9]", "E[2]"),
      ("if E[k] == 3 then E[k] else E[9]", "E[2]"),
      ("max(if a == 1 then x else y, E[k + 1])", "max(x, E[3])"),
      ("∂L/∂w*(if ∂L/∂w > 9 then x else y)", "∂L/∂w*x"), ("if local(o, s) == 10 then x else y", "x"),
      ("∂(if a < b then x else y)/∂x", "∂(if a < b then x else y)/∂x"),
      ("if a < b and b < c then x else y", "x"), ("if a < b and b > c then x else y", "y"),
      ("if a > b or b < c then x else y", "x"), ("if a > b or b > c then x else y", "y"),
      ("if not a < b then x else y", "y"), ("if not (a > b or b > c) and not not a == 1 then x else y", "x"),
      ("if none == none then x else y", "y"), ("if none != none then x else y", "x"),
      ("if zero == -zero then x else y", "x"),
    ])
  func branches(text: String, expected: String) throws {
    #expect(try resolved(text).formula.text(.calc) == expected)
  }

  @Test(
    "Decisions come in the order in which they are made, with the comparisons that made them as statements that hold",
    arguments: [
      ("if a < b then x else y", ["a < b: true, a < b"]),
      ("if a > b then x else y", ["a > b: false, a <= b"]),
      ("if a == b then x else y", ["a == b: false, a != b"]),
      ("if a < b and b > c then x else y", ["a < b and b > c: false, b <= c"]),
      (
        "if a < b and b < c and a < c then x else y", ["a < b and b < c and a < c: true, a < b, b < c, a < c"]
      ),
      ("if a > b or b < c or none < 1 then x else y", ["a > b or b < c or none < 1: true, b < c"]),
      ("if a > b or b > c then x else y", ["a > b or b > c: false, a <= b, b <= c"]),
      ("if not (a < b and b > c) then x else y", ["not (a < b and b > c): true, b <= c"]),
      ("if none < 1 then x else y", ["none < 1: false, not none < 1"]),
      ("if E[k] > 1 then x else y", ["E[k] > 1: true, E[2] > 1"]),
      (
        "if (if a < b then c else a) > b then x else if c < a then y else z",
        ["a < b: true, a < b", "(if a < b then c else a) > b: true, c > b"]
      ),
      ("(if a < b then x else y)*(if b > c then x else y)", ["a < b: true, a < b", "b > c: false, b <= c"]),
      ("a*b", []),
    ])
  func decisions(text: String, expected: [String]) throws {
    let decisions = try resolved(text).decisions.map { decision in
      let reasons = decision.reasons.map { $0.text(.calc) }
      return
        "\(decision.condition.text(.calc)): \(([String(decision.holds)] + reasons).joined(separator: ", "))"
    }
    #expect(decisions == expected)
  }

  @Test(
    "Only what decides is looked at",
    arguments: [
      ("if a < b then x else E[k*50]", ["a", "b"]), ("if a > b and E[k*50] > 0 then x else y", ["a", "b"]),
      ("if a < b or E[k*50] > 0 then x else y", ["a", "b"]), ("x + y*E[k]", ["k"]), ("x + ∂L/∂w", []),
      ("if a < b then (if b < c then x else y) else (if k < c then x else y)", ["a", "b", "b", "c"]),
    ])
  func laziness(text: String, expected: [String]) throws {
    var asked: [String] = []
    _ = try resolved(text) { asked.append($0.text(.calc)) }
    #expect(asked == expected)
  }

  @Test(
    "What an element throws comes through",
    arguments: [("E[k*50]", 100), ("E[k/4]", 0.5), ("E[none]", Double.nan)])
  func failure(text: String, index: Double) {
    let error = #expect(throws: NoElement.self) { try resolved(text) }
    #expect(error?.family == "E")
    #expect(error?.indices.first == index || index.isNaN)
  }

  @Test("A resolved formula has the value of the formula")
  func value() {
    var random = RandomFormulas(seed: 22)
    for _ in 0..<800 {
      let formula = random.formula(depth: 1 + random.next(below: 4))
      let values = random.values()
      let resolution = formula.resolved(
        value: { $0.value(at: values).value }, element: { Name($0, $1.map { Int($0) }) })
      let (value, expected) = (resolution.formula.value(at: values), formula.value(at: values))
      #expect(value == expected || value.value.isNaN && expected.value.isNaN, "\(formula.text(.calc))")
      #expect(resolution.formula.families.isEmpty)
      #expect(!resolution.formula.text(.calc).replacing(/∂\(.*\)\/∂x/, with: "").contains("if "))
    }
  }
}
