import Testing

/// A calc cell with one mistake, whose place stands between `⟦` and `⟧`, and what is said of it.
struct FamilyMistake: Sendable, CustomTestStringConvertible {
  let marked: String
  let message: String
  let hint: String?

  init(_ marked: String, _ message: String, hint: String? = nil) {
    self.marked = marked
    self.message = message
    self.hint = hint
  }

  var testDescription: String { marked }

  /// What is printed of the mistake, from the marks.
  private var expected: String {
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.contains("⟦") }) else { return "no mark" }
    let parts = lines[index].split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
    let text = [
      // Three lines of settings, an empty one and the fence stand above the first.
      "lesson.md:\(index + 6):\(parts[0].count + 1): error: \(message)",
      "\(parts[0])\(rest.joined())",
      String(repeating: " ", count: parts[0].count) + "^"
        + String(repeating: "~", count: max(0, rest[0].count - 1)),
    ]
    return (text + (hint.map { ["hint: \($0)"] } ?? [])).joined(separator: "\n")
  }

  /// Expects that this and nothing else is printed.
  func expectErrors(sourceLocation: SourceLocation = #_sourceLocation) {
    let fixture = LessonFixture(marked.filter { $0 != "⟦" && $0 != "⟧" })
    #expect(fixture.errors == expected, sourceLocation: sourceLocation)
  }
}

@Suite struct FamilyErrorTests {
  @Test(arguments: [
    FamilyMistake(
      "param w = [1, ⟦[2, 3]⟧]", "the rows of this list are not of the same kind: here is a list of 2"),
    FamilyMistake(
      "param w = [[1, 2], ⟦3⟧]", "the rows of this list are not of the same kind: here is a number"),
    FamilyMistake(
      "param w = [[1, 2], ⟦[3]⟧]", "the rows of this list have 2 entries, and this one has 1"),
    FamilyMistake(
      "param w = [[[1, 2], [3, 4]], [[5, 6], ⟦[7]⟧]]",
      "the rows of this list have 2 entries, and this one has 1"),
    FamilyMistake("h = [[1], ⟦[2, 3]⟧]", "the rows of this list have 1 entries, and this one has 2"),
  ])
  func `the rows of a list must be alike`(row: FamilyMistake) { row.expectErrors() }

  @Test(arguments: [
    FamilyMistake(
      "param w[1...2] = ⟦[1, 2, 3]⟧", "the indices ask for 2 elements, and the list has 3"),
    FamilyMistake(
      "param w[1...2] = ⟦[[1, 2], [3, 4]]⟧", "the indices ask for 2 elements, and the list has 2 by 2"),
    FamilyMistake(
      "param w[0...2, 1...2] = ⟦[[1, 2, 3], [3, 4, 5]]⟧",
      "the indices ask for 3 by 2 elements, and the list has 2 by 3"),
    FamilyMistake("param w[⟦3...1⟧] = 0", "this range of indices runs backwards"),
    FamilyMistake(
      "param w[⟦1...1000001⟧] = 0", "a family has at most 1,000,000 elements, and this one has more"),
    FamilyMistake(
      "param w[1...1001, ⟦1...1001⟧] = 0",
      "a family has at most 1,000,000 elements, and this one has more"),
    FamilyMistake(
      "param w[⟦-1e15...1e15⟧] = 0", "a family has at most 1,000,000 elements, and this one has more"),
    FamilyMistake(
      "param w[1...⟦1e30⟧] = 0", "the end of a range must be a whole number, and this is 1e+30"),
    FamilyMistake(
      "param w[1...⟦0/0⟧] = 0", "the end of a range must be a whole number, and this is no number"),
    FamilyMistake(
      "param w[⟦0.5⟧...2] = 0", "the end of a range must be a whole number, and this is 0.5"),
    FamilyMistake(
      "param n = 2\nparam w[1...⟦n⟧] = 0",
      "the ends of a range are known when the lesson is written out, and `n` may change",
      hint: "numbers, consts and `for` names may stand here"),
  ])
  func `the indices of a fill are whole, ordered, few enough and those of its list`(row: FamilyMistake) {
    row.expectErrors()
  }

  private static let family = "param w = [1, 2], v = 3\nparam W = [[1, 2], [3, 4]]\n"

  @Test(arguments: [
    FamilyMistake(
      family + "y = ⟦w⟧ + 1", "`w` is a family; a number is meant here",
      hint: "one element is `w[1]`; in a formula for each write `w[i]`, and `for i in 1...2` behind it"),
    FamilyMistake(
      family + "y = exp(⟦W⟧)", "`W` is a family; a number is meant here",
      hint:
        "one element is `W[1,1]`; in a formula for each write `W[i, j]`, and `for i in 1...2, j in 1...2` behind it"
    ),
    FamilyMistake(
      family + "y = ∂(w[1]^2)/∂⟦w⟧", "`w` is a family; a number is meant here",
      hint: "one element is `w[1]`; in a formula for each write `w[i]`, and `for i in 1...2` behind it"),
    FamilyMistake(
      family + "⟦w⟧ <- 3", "`w` is a family; a number is meant here",
      hint: "one element is `w[1]`; in a formula for each write `w[i]`, and `for i in 1...2` behind it"),
    FamilyMistake(
      family + "y[i] = w[i] for i in 1...2\nbackward ⟦y⟧", "`y` is a family; a number is meant here",
      hint: "one element is `y[1]`; in a formula for each write `y[i]`, and `for i in 1...2` behind it"),
    FamilyMistake(
      family + "y[i] = w[i] for i in 1...2\nupdate w to reduce ⟦y⟧ with sgd(rate: 1)",
      "`y` is a family; a number is meant here",
      hint: "one element is `y[1]`; in a formula for each write `y[i]`, and `for i in 1...2` behind it"),
    FamilyMistake(family + "y = ⟦v⟧[1]", "`v` is a number, it has no elements"),
    FamilyMistake(family + "y[i] = ⟦i⟧[1] for i in 1...2", "`i` is a number, it has no elements"),
    FamilyMistake(
      family + "y = ⟦w[3]⟧", "`w[3]` is not defined above", hint: "the elements are w[1...2]"),
    FamilyMistake(
      family + "y = ⟦w[-1]⟧", "`w[-1]` is not defined above", hint: "the elements are w[1...2]"),
    FamilyMistake(
      family + "y = ⟦w[1, 1]⟧", "an element of `w` has 1 index, not 2", hint: "the elements are w[1...2]"),
    FamilyMistake(
      family + "y = ⟦W[1]⟧", "an element of `W` has 2 indices, not 1",
      hint: "the elements are W[1...2, 1...2]"),
    FamilyMistake(family + "y = w[⟦1.5⟧]", "an index must be a whole number, and this is 1.5"),
    FamilyMistake(family + "y = w[⟦1e30⟧]", "an index must be a whole number, and this is 1e+30"),
    FamilyMistake(family + "y = w[⟦0/0⟧]", "an index must be a whole number, and this is no number"),
    FamilyMistake(
      family + "y = w[⟦ln(0)⟧]", "an index must be a whole number, and this is too large for a number"),
    FamilyMistake("y = ⟦w⟧[1]", "`w` is not defined above"),
    FamilyMistake(
      "param Weights = [1]\ny = ⟦weights⟧[1]", "`weights` is not defined above",
      hint: "did you mean `Weights`?"),
  ])
  func `what is read must be an element that exists`(row: FamilyMistake) { row.expectErrors() }

  @Test(arguments: [
    FamilyMistake("h[1] = ⟦h[0]⟧", "`h` has no element above this line"),
    FamilyMistake("h[t] = ⟦h[t-1]⟧ + 1 for t in 1...3", "`h` has no element above this line"),
    FamilyMistake("param h[1] = ⟦h[1]⟧", "`h` has no element above this line"),
    FamilyMistake("h = [1, ⟦h[1]⟧]", "`h` has no element above this line"),
    FamilyMistake(
      "h[0] = 1\nh[1] = ⟦h[1]⟧ + 1", "`h[1]` is defined by itself",
      hint: "a formula may only mention names that are defined above it"),
    FamilyMistake(
      "h[0] = 1\nh[t] = ⟦h[t+1]⟧ for t in 1...2", "`h[2]` is not defined above",
      hint: "the elements are h[0]"),
  ])
  func `an element mentions those before it only`(row: FamilyMistake) { row.expectErrors() }

  @Test(arguments: [
    FamilyMistake(
      "param w = [1, 2]\nparam ⟦w⟧ = 3", "`w` is a family, defined on line 6, and cannot be a number too"),
    FamilyMistake(
      "h[1] = 1\n⟦h⟧ = 2", "`h` is a family, defined on line 6, and cannot be a number too"),
    FamilyMistake(
      "param w = 3\nparam ⟦w⟧ = [1, 2]", "`w` is a number, defined on line 6, and cannot be a family too"),
    FamilyMistake(
      "h = 1\n⟦h⟧[1] = 2", "`h` is a number, defined on line 6, and cannot be a family too"),
    FamilyMistake("param w = [1, 2]\ninput ⟦w⟧[3] = 3", "`w` is given, defined on line 6"),
    FamilyMistake("param w = [1, 2]\n⟦w⟧[3] = 3", "`w` is given, defined on line 6"),
    FamilyMistake("h[1] = 2\nparam ⟦h⟧[2] = 3", "`h` is a family of formulas, defined on line 6"),
    FamilyMistake("param w = [1, 2]\nparam ⟦w⟧[3, 1] = 3", "`w[1...2]` has 1 index, not 2"),
    FamilyMistake("W[1, 2] = 1\n⟦W⟧[3] = 3", "`W[1, 2]` has 2 indices, not 1"),
    FamilyMistake(
      "param w = [1, 2]\nparam ⟦w⟧[2] = 3", "`w[2]` is defined twice; the first definition is on line 6",
      hint: "to change it write `w[2] <- …`; what is another thing takes another name"),
    FamilyMistake(
      "h[i] = i for i in 1...3\n⟦h⟧[j] = j for j in 3...4",
      "`h[3]` is defined twice; the first definition is on line 6",
      hint: "a formula is defined once: take another name, as in `h_2`"),
    FamilyMistake(
      "⟦h⟧[1] = i for i in 1...3", "`h[1]` is defined twice; the first definition is on line 6",
      hint: "a formula is defined once: take another name, as in `h_2`"),
    FamilyMistake(
      "for t in 1...3\n  a[t] = t\n  ⟦a⟧[1] = 2\nend",
      "`a[1]` is defined twice; the first definition is on line 7",
      hint: "a formula is defined once: take another name, as in `a_2`"),
    FamilyMistake(
      "for t in 1...3\n  ⟦b⟧ = t\nend", "`b` is defined twice; the first definition is on line 7",
      hint: "a formula is defined once: take another name, as in `b_2`"),
    FamilyMistake("h[⟦1.5⟧] = 2", "an index must be a whole number, and this is 1.5"),
    FamilyMistake("h[⟦0/0⟧] = 2", "an index must be a whole number, and this is no number"),
    FamilyMistake(
      "param h[⟦i⟧] = 2 for i in 0...1 step 0.5", "an index must be a whole number, and this is 0.5"),
    FamilyMistake(
      "input n = 3\nh[⟦n⟧] = 1",
      "the indices of what is defined must be known when the lesson is written out"),
  ])
  func `a name is a number or a family of one kind, and defined once`(row: FamilyMistake) {
    row.expectErrors()
  }

  @Test(arguments: [
    FamilyMistake(
      "param x = [1, 2]\nx[i] <- 2 for i in 1...0\n⟦x[i]⟧ <- 2 for i in 2...3", "`x[3]` is not defined above",
      hint: "the elements are x[1...2]"),
    FamilyMistake("⟦x⟧[1] <- 3", "`x` is not defined above"),
    FamilyMistake(
      "const x = [1, 2]\n⟦x[1]⟧ <- 3", "`x[1]` is a const, and a const is fixed",
      hint: "make it a param or an input"),
    FamilyMistake("h[1] = 2\n⟦h[1]⟧ <- 3", "`h[1]` has a formula, and only given numbers can be set"),
  ])
  func `only elements that are given are set`(row: FamilyMistake) { row.expectErrors() }

  private static let cost = "param x = [1, 2], y = 1\ninput z = [1, 2]\nL[i] = x[i]^2 + y for i in 1...2\n"

  @Test(arguments: [
    FamilyMistake(
      cost + "update x, ⟦x[1]⟧ to reduce L[1] with sgd(rate: 1)", "`x[1]` stands twice in this list"),
    FamilyMistake(
      cost + "update ⟦x[3]⟧ to reduce L[1] with sgd(rate: 1)", "`x[3]` is not defined above",
      hint: "the elements are x[1...2]"),
    FamilyMistake(
      cost + "update ⟦z⟧ to reduce L[1] with sgd(rate: 1)", "`z[1]` is an input; only params are learned"),
    FamilyMistake(
      cost + "update ⟦z[2]⟧ to reduce L[1] with sgd(rate: 1)", "`z[2]` is an input; only params are learned"),
    FamilyMistake(
      cost + "update ⟦L⟧ to reduce L[1] with sgd(rate: 1)", "`L[1]` has a formula; only params are learned",
      hint: "what is learned is given as `param L = …`"),
    FamilyMistake(
      cost + "update x to reduce L[1] with sgd(rate: 1)\na = ⟦L[2]⟧",
      "`L[2]` is stale: `x[2]` was changed on line 9, and `L[2]` has not been worked out since",
      hint: "write `forward` above this line"),
    FamilyMistake(
      cost + "x[2] <- 3\nexplain ⟦L⟧",
      "`L[2]` is stale: `x[2]` was changed on line 9, and `L[2]` has not been worked out since",
      hint: "write `forward` above this line"),
  ])
  func `lists of names take families of params and fresh values`(row: FamilyMistake) {
    row.expectErrors()
  }

  @Test(arguments: [
    FamilyMistake(cost + "a = ⟦sum⟧(x, x)", "`sum` takes one family, not 2"),
    FamilyMistake(cost + "a = ⟦dot⟧(x)", "`dot` takes two families, not 1"),
    FamilyMistake(
      cost + "param k = [1]\na = ⟦dot⟧(x, k)",
      "`dot` takes families of the same size; these have 2 and 1 elements"),
    FamilyMistake(
      cost + "a = ⟦dot⟧(x, 2)", "`dot` is of two families, and `2` is a number",
      hint: "with families `u` and `v` write `dot(u, v)`"),
    FamilyMistake(
      cost + "a = ⟦count⟧(3)", "`count` is of a family, and `3` is a number",
      hint: "with a family `v` write `count(v)`"),
    FamilyMistake(
      cost + "a = ⟦sum⟧(y)", "`sum` is of a family or a range, and `y` is a number",
      hint: "with a family `v` write `sum(v)`, or `sum(x[i]^2 for i in 1...3)`"),
    FamilyMistake(
      cost + "a = ⟦mean⟧(x, 3)", "`mean` is of a family or a range, and `3` is a number",
      hint: "with a family `v` write `mean(v)`, or `mean(x[i]^2 for i in 1...3)`"),
    FamilyMistake(
      cost + "a = max(⟦x⟧, 3)", "`x` is a family; a number is meant here",
      hint: "one element is `x[1]`; in a formula for each write `x[i]`, and `for i in 1...2` behind it"),
    FamilyMistake(cost + "a = product(⟦q⟧)", "`q` is not defined above"),
    FamilyMistake(
      cost + "y <- 3\na = sum(⟦L⟧)",
      "`L[1]` is stale: `y` was changed on line 9, and `L[1]` has not been worked out since",
      hint: "write `forward` above this line"),
    FamilyMistake(
      cost + "x[2] <- 3\na = sum(⟦L⟧)",
      "`L[2]` is stale: `x[2]` was changed on line 9, and `L[2]` has not been worked out since",
      hint: "write `forward` above this line"),
  ])
  func `functions of families take as many families as they are of`(row: FamilyMistake) {
    row.expectErrors()
  }
}
