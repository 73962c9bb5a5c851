import Algebra
import Testing

@Suite struct ReplacingTests {
  @Test(
    "Names come in the order of first mention, without those inside derivatives",
    arguments: [
      ("b + a*b + c", ["b", "a", "c"]), ("sigmoid(z)^n - ∂E/∂w", ["z", "n"]), ("local(o, s)", []),
      ("1 + pi", []),
      ("e1/(e2 + e1)", ["e1", "e2"]), ("if c < a then b else a", ["c", "a", "b"]),
      ("if not (p < q or r == p) then 1 else 0", ["p", "q", "r"]), ("x*E[i + j,E[k]]", ["x", "i", "j", "k"]),
      ("x*E[1,2]", ["x", "E[1,2]"]), ("max(c, b, a)", ["c", "b", "a"]),
    ])
  func names(text: String, expected: [String]) throws {
    #expect(try formula(text).names.map(\.text) == expected)
  }

  @Test("Derivatives come in the order of first mention, without repeats")
  func atoms() throws {
    let atoms = try formula("∂E/∂w + local(o, s)*∂E/∂w + ∂(x^2)/∂x").atoms
    #expect(atoms.map { $0.text(.calc) } == ["∂E/∂w", "local(o, s)", "∂(x^2)/∂x"])
  }

  @Test(
    "Families of which elements are looked up come in the order of first mention",
    arguments: [
      ("x*E[1]", []), ("E[k] + F[k]*E[k + 1]", ["E", "F"]), ("E[F[k],G[k]]", ["E", "F", "G"]),
      ("if H[k] > 0 then E[k] else 1", ["H", "E"]), ("∂(E[k])/∂x", []),
    ])
  func families(text: String, expected: [String]) throws {
    #expect(try formula(text).families == expected)
  }

  @Test("Whether looked for together or one by one, what a formula mentions is the same")
  func mentions() throws {
    var random = RandomFormulas(seed: 7)
    let families = try formula("E[F[x],y] + ∂L/∂w")
    for _ in 0..<200 {
      let formula = Formula.sum(of: [.init(.plus, random.formula(depth: 4)), .init(.minus, families)])
      let (names, atoms, families) = formula.mentions
      #expect((names, atoms, families) == (formula.names, formula.atoms, formula.families))
    }
  }

  @Test("Of many names each comes once, in the order of first mention")
  func manyNames() {
    let names = (0..<40).map { Name("a\($0 * 7 % 20)") }
    let sum = Formula.sum(of: names.map { .init(.plus, .name($0)) })
    #expect(sum.names == Array(names[..<20]))
  }

  @Test("However deep a formula is, its parts are found", arguments: [1, 31, 32, 33, 34, 5_000])
  func depth(levels: Int) {
    var formula = Formula.name(Name("x"))
    for level in 0..<levels { formula = .power(formula, .name(Name("y\(level)"))) }
    #expect(formula.names.map(\.text) == ["x"] + (0..<levels).map { "y\($0)" })
    #expect(formula.size == 2 * levels + 1)
  }

  @Test("Names and derivatives are replaced in conditions, branches and indices as well")
  func replacingInChoices() throws {
    let formula = try formula("if x < ∂L/∂w then E[x] else -x").replacingLeaves {
      switch $0 {
      case .name(Name("x")): .number(Number(3, text: "3"))
      case .derivative: .name(Name("d"))
      default: nil
      }
    }
    #expect(formula.text(.calc) == "if 3 < d then E[3] else -3")
  }

  @Test(
    "A name is replaced everywhere but in derivatives, and the result is in the form that its text reads to")
  func replacingNames() throws {
    let replaced = try formula("x + y*x - ∂x/∂y").replacingNames {
      $0 == Name("x") ? try? formula("a + b") : nil
    }
    #expect(replaced == (try formula("a + b + y*(a + b) - ∂x/∂y")))
    #expect(replaced.text(.calc) == "a + b + y*(a + b) - ∂x/∂y")
  }
}
