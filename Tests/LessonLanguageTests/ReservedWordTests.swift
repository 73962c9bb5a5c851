import Diagnostics
import LessonLanguage
import Testing

@Suite("Reserved words")
struct ReservedWordTests {
  static let words = [
    "if", "then", "else", "and", "or", "not", "for", "in", "of", "over", "from", "to", "with", "end", "pi",
    "all",
  ]

  /// Every place where a name belongs, with `@` for the name.
  static let places = [
    "@ = 1", "@ <- 1", "input @ = 1", "param a = 1, @ = 2", "backward @",
    "update a, b...@ to reduce E with sgd",
    "update a to reduce @ with sgd", "update a to reduce E with @", "y = ∂@/∂x", "y = ∂x/∂@",
    "y = grad(x, @)",
    "y = local(@, x)", "y = local(x, @)", "@[1] = 2", "@[1] <- 2", "param @[1...2] = 0", "y = ∂@[1]/∂x",
    "def @(x) = 1", "def f(@) = 1", "def f(x, @ = 2) = 1", "for @ in 1...2", "y[i] = 1 for @ in 1...2",
    "y[i] = 1 for i in 1...2, @ in 1...2", "y = sum(x for @ in 1...2)",
    "y = sum(x for i in 1...2, @ in 1...2)", "param a ~ normal(0, 1), @ ~ normal(0, 1)", "param a ~ @",
    "input a from @", "target a, @ from d", "data @ = xor(1)", "data d = @", "optimizer @ = sgd(1)",
    "optimizer o = @", "y = sum(x over @)", "for @ of d", "for row of @", "table x over @", "plot x with @",
    "table x for @ in 1...2", "train a, b...@ to reduce E with o for 1 epoch",
    "train a to reduce sum of @ with o for 1 epoch", "train a to reduce E with @ for 1 epoch",
    "train a to reduce E with o for 1 epoch over @", "train a to reduce E with o for 1 epoch validated on @",
  ]

  @Test("a reserved word can be no name, wherever a name belongs", arguments: words, places)
  func asName(word: String, place: String) {
    let marked = place.split(separator: "@", omittingEmptySubsequences: false).joined(separator: "⟦\(word)⟧")
    let example = ErrorExample(marked, "`\(word)` is a reserved word and cannot be a name")
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test("a reserved word that begins no value can be no operand", arguments: words)
  func asOperand(word: String) {
    guard !["pi", "if", "not"].contains(word) else { return }
    let example = ErrorExample("y = a + ⟦\(word)⟧*2", "`\(word)` is a reserved word and cannot be a name")
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "a name may begin with a reserved word, or be one in capitals",
    arguments: ["if_", "format", "to1", "ALL", "Pi", "in\u{304}"])
  func near(name: String) {
    let file = SourceFile(name: "", text: "\(name) = 1\ny = \(name)")
    let (statements, _, diagnostics) = parseCalc(file, file.whole)
    #expect(diagnostics == [])
    #expect(statements.count == 2)
  }
}
