import Algebra
import Testing

@Suite struct ConditionTests {
  @Test(
    "A condition is printed back as it is read, with the least parentheses",
    arguments: [
      "a < b", "a <= b", "a > b", "a >= b", "a == b", "a != b", "a + b < 2*c - d", "-a <= -b",
      "a < b and c < d",
      "a < b and c < d and e < f", "a < b or c < d or e < f", "a < b or c < d and e < f",
      "(a < b or c < d) and e < f", "e < f and (a < b or c < d)", "(a < b and c < d) and e < f",
      "a < b or (c < d or e < f)", "not a < b", "not not a < b", "not (a < b and c < d)",
      "not (a < b or c < d)",
      "not a < b and c < d", "not (not a < b and c < d)", "(if a < b then c else d) < e",
      "a < (if b < c then d else e)", "(a + b)*c < d", "x^2 == 4", "E[k,1] > 0", "max(a, b) <= c",
      "∂L/∂w < 1e-8",
    ])
  func calc(text: String) throws {
    let condition = try condition(text)
    #expect(condition.text(.calc) == text)
    #expect(condition.fragments(.calc).joined() == text)
  }

  @Test(
    "Readers see one sign for each comparison, and words for the rest",
    arguments: [
      ("a < b", "a < b"), ("a <= b", "a ≤ b"), ("a > b", "a > b"), ("a >= b", "a ≥ b"), ("a == b", "a == b"),
      ("a != b", "a ≠ b"), ("not (a*b >= -1 or sigmoid(z) != 0)", "not (a·b ≥ −1 or σ(z) ≠ 0)"),
    ])
  func unicode(text: String, expected: String) throws {
    #expect(try condition(text).text(.unicode) == expected)
    #expect(try FormulaReader.condition(expected, in: .unicode) == condition(text))
  }

  @Test("A line may be broken before the signs and words of a condition")
  func fragments() throws {
    let fragments = try condition("a + 1 <= b and not (c > d or e == f)").fragments(.unicode)
    #expect(fragments == ["a", " + 1", " ≤ b", " and not (c", " > d", " or e", " == f)"])
  }

  @Test(
    "Conditions are equal when they are built alike from equal formulas, and only then",
    arguments: [
      ("a < b", "a < b", true), ("a < 0.5", "a < 0.50", true), ("a < b", "b > a", false),
      ("a < b", "a <= b", false),
      ("not a < b", "a < b", false), ("not a < b", "a >= b", false),
      ("a < b and c < d", "a < b and c < d", true), ("a < b and c < d", "a < b or c < d", false),
      ("a < b and c < d", "c < d and a < b", false),
      ("(a < b and c < d) and e < f", "a < b and c < d and e < f", false),
      ("(if a < b then c else d) < e", "(if a < b then c else d) < e", true),
      ("(if a < b then c else d) < e", "(if a < b then c else e) < e", false),
    ])
  func equality(one: String, other: String, isEqual: Bool) throws {
    let (one, other) = (try condition(one), try condition(other))
    #expect((one == other) == isEqual)
    #expect((one.hashValue == other.hashValue) == isEqual)
  }

  @Test("What is compared is listed from left to right, and replaced in its place")
  func comparands() throws {
    let condition = try condition("not (a < b + 1 or c*d == e) and f >= 2")
    #expect(condition.comparands.map { $0.text(.calc) } == ["a", "b + 1", "c*d", "e", "f", "2"])
    let negated = condition.replacingComparands { .negation($0) }
    #expect(negated.text(.calc) == "not (-a < -(b + 1) or -(c*d) == -e) and -f >= -2")
    let numbers = condition.replacingLeaves { $0 == .name(Name("c")) ? .number(Number(-3, text: "-3")) : nil }
    #expect(numbers.text(.calc) == "not (a < b + 1 or -3*d == e) and f >= 2")
  }

  @Test("Random conditions printed in calc read back to the same condition")
  func readsBack() throws {
    var random = RandomFormulas(seed: 21)
    for _ in 0..<500 {
      let condition = random.condition(depth: 1 + random.next(below: 3))
      let text = condition.text(.calc)
      #expect(try FormulaReader.condition(text) == condition, "\(text)")
      #expect(condition.replacingComparands { $0 } == condition)
    }
  }

  @Test(
    "Comparisons hold as IEEE 754 has them, and their opposites where they do not, but for NaN",
    arguments: Condition.Comparison.allCases)
  func comparisons(comparison: Condition.Comparison) {
    let holds: [Condition.Comparison: (less: Bool, equal: Bool, greater: Bool, nan: Bool)] = [
      .less: (true, false, false, false), .lessOrEqual: (true, true, false, false),
      .greater: (false, false, true, false), .greaterOrEqual: (false, true, true, false),
      .equal: (false, true, false, false), .unequal: (true, false, true, true),
    ]
    let expected = holds[comparison]
    #expect(comparison.holds(1, 2) == expected?.less)
    #expect(comparison.holds(2, 2) == expected?.equal)
    #expect(comparison.holds(0, -0.0) == expected?.equal)
    #expect(comparison.holds(2, 1) == expected?.greater)
    #expect(comparison.holds(.nan, .nan) == expected?.nan)
    for (left, right) in [(1.0, 2.0), (2, 2), (2, 1), (.infinity, .infinity)] {
      #expect(comparison.opposite.holds(left, right) != comparison.holds(left, right))
    }
    #expect(comparison.opposite.opposite == comparison)
  }
}
