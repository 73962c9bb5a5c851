import LessonTestSupport
import TestSupport
import Testing

@Suite struct FamilyErrorTests {
  @Test(arguments: [
    MarkedCell(
      "param w = [1, ⟦[2, 3]⟧]", "the rows of this list are not of the same kind: here is a list of 2"),
    MarkedCell(
      "param w = [[1, 2], ⟦3⟧]", "the rows of this list are not of the same kind: here is a number"),
    MarkedCell(
      "param w = [[1, 2], ⟦[3]⟧]", "the rows of this list have 2 entries, and this one has 1"),
    MarkedCell(
      "param w = [[[1, 2], [3, 4]], [[5, 6], ⟦[7]⟧]]",
      "the rows of this list have 2 entries, and this one has 1"),
    MarkedCell("h = [[1], ⟦[2, 3]⟧]", "the rows of this list have 1 entries, and this one has 2"),
  ])
  func `the rows of a list must be alike`(row: MarkedCell) { row.expectErrors() }

  @Test(arguments: [
    MarkedCell(
      "param w[1...2] = ⟦[1, 2, 3]⟧", "the indices ask for 2 elements, and the list has 3"),
    MarkedCell(
      "param w[1...2] = ⟦[[1, 2], [3, 4]]⟧", "the indices ask for 2 elements, and the list has 2 by 2"),
    MarkedCell(
      "param w[0...2, 1...2] = ⟦[[1, 2, 3], [3, 4, 5]]⟧",
      "the indices ask for 3 by 2 elements, and the list has 2 by 3"),
    MarkedCell("param w[⟦3...1⟧] = 0", "this range of indices runs backwards"),
    MarkedCell(
      "param w[⟦1...1000001⟧] = 0", "a family has at most 1,000,000 elements, and this one has more"),
    MarkedCell(
      "param w[1...1001, ⟦1...1001⟧] = 0",
      "a family has at most 1,000,000 elements, and this one has more"),
    MarkedCell(
      "param w[⟦-1e15...1e15⟧] = 0", "a family has at most 1,000,000 elements, and this one has more"),
    MarkedCell(
      "param w[1...⟦1e30⟧] = 0", "the end of a range must be a whole number, and this is 1e+30"),
    MarkedCell(
      "param w[1...⟦0/0⟧] = 0", "the end of a range must be a whole number, and `0/0` has no value"),
    MarkedCell(
      "param w[⟦0.5⟧...2] = 0", "the end of a range must be a whole number, and this is 0.5"),
    MarkedCell(
      "param n = 2\nparam w[1...⟦n⟧] = 0",
      "the ends of a range are fixed, and `n` may change",
      hint: "numbers, consts and `for` names may stand here; a const is given as in `const n = 3`"),
  ])
  func `the indices of a fill are whole, ordered, few enough and those of its list`(row: MarkedCell) {
    row.expectErrors()
  }

  private static let family = "param w = [1, 2], v = 3\nparam W = [[1, 2], [3, 4]]\n"

  @Test(arguments: [
    MarkedCell(
      family + "explain sum(⟦w⟧ for i in 1...2)", "`w` is a family; a number is meant here",
      hint: "one element is `w[1]`; in a formula for each write `w[i]`, and `for i in 1...2` behind it"),
    MarkedCell(
      family + "y[1] = ⟦W⟧", "`W` is a family; a number is meant here",
      hint:
        "one element is `W[1,1]`; in a formula for each write `W[i, j]`, and `for i in 1...2, j in 1...2` behind it"
    ),
    MarkedCell(
      family + "v <- ⟦∂(w[1]^2)/∂w⟧", "`∂(w[1]^2)/∂w` is a family; a number is meant here",
      hint: "one element is `∂(w[1]^2)/∂w[1]`"),
    MarkedCell(
      family + "⟦w⟧ <- 3", "`w` is a family; a number is meant here",
      hint: "one element is `w[1]`; in a formula for each write `w[i]`, and `for i in 1...2` behind it"),
    MarkedCell(
      family + "y[i] = w[i] for i in 1...2\nbackward ⟦y⟧", "`y` is a family, and a loss is one number",
      hint: "write `backward y[1]`, or above this line `L = sum(y)`, and here `backward L`"),
    MarkedCell(
      family + "y[i] = w[i] for i in 1...2\nupdate w to reduce ⟦y⟧ with sgd(rate: 1)",
      "`y` is a family, and a loss is one number",
      hint: "write `to reduce y[1]`, or above this line `L = sum(y)`, and here `to reduce L`"),
    MarkedCell(family + "y = ⟦v⟧[1]", "`v` is a number, it has no elements"),
    MarkedCell(family + "y[i] = ⟦i⟧[1] for i in 1...2", "`i` is a number, it has no elements"),
    MarkedCell(
      family + "y = ⟦w[3]⟧", "`w` has no element `w[3]`", hint: "the elements are `w[1]` to `w[2]`"),
    MarkedCell(
      family + "y = ⟦w[-1]⟧", "`w` has no element `w[-1]`",
      hint: "the elements are `w[1]` to `w[2]`, and the last is `w[2]`"),
    MarkedCell(
      family + "y = ⟦w[1, 1]⟧", "an element of `w` has 1 index, not 2",
      hint: "the elements are `w[1]` to `w[2]`"),
    MarkedCell(
      family + "y = ⟦W[1]⟧", "an element of `W` has 2 indices, not 1",
      hint: "the elements are `W[1,1]` to `W[2,2]`"),
    MarkedCell(
      family + "y = w[⟦1.5⟧]", "an index must be a whole number, and this is 1.5",
      hint: "the elements are `w[1]` to `w[2]`"),
    MarkedCell(
      family + "y = w[⟦1e30⟧]", "an index must be a whole number, and this is 1e+30",
      hint: "the elements are `w[1]` to `w[2]`"),
    MarkedCell(
      family + "y = w[⟦0/0⟧]", "an index must be a whole number, and `0/0` has no value",
      hint: "the elements are `w[1]` to `w[2]`"),
    MarkedCell(
      family + "y = w[⟦ln(0)⟧]", "an index must be a whole number, and `ln(0)` has no value",
      hint: "the elements are `w[1]` to `w[2]`"),
    MarkedCell("y = ⟦w⟧[1]", "`w` is not defined above"),
    MarkedCell(
      "param Weights = [1]\ny = ⟦weights⟧[1]", "`weights` is not defined above",
      hint: "did you mean `Weights`?"),
  ])
  func `what is read must be an element that exists`(row: MarkedCell) { row.expectErrors() }

  @Test(arguments: [
    MarkedCell("h[1] = ⟦h[0]⟧", "`h` has no element above this line"),
    MarkedCell("h[t] = ⟦h[t-1]⟧ + 1 for t in 1...3", "`h` has no element above this line"),
    MarkedCell("param h[1] = ⟦h[1]⟧", "`h` has no element above this line"),
    MarkedCell("h = [1, ⟦h[1]⟧]", "`h` has no element above this line"),
    MarkedCell(
      "h[0] = 1\nh[1] = ⟦h[1]⟧ + 1", "`h[1]` is defined by itself",
      hint: "a formula may only mention names that are defined above it"),
    MarkedCell(
      "h[0] = 1\nh[t] = ⟦h[t+1]⟧ for t in 1...2", "`h[2]` is not defined above",
      hint: "the elements are `h[0]` alone; here `t+1` is 2, since `t` is 1"),
  ])
  func `an element mentions those before it only`(row: MarkedCell) { row.expectErrors() }

  @Test(arguments: [
    MarkedCell(
      "param w = [1, 2]\nparam ⟦w⟧ = 3",
      "`w` is a family, and cannot be a number too",
      note: MarkedNote("defined", at: "param ⟦w⟧ = [1, 2]")),
    MarkedCell(
      "h[1] = 1\n⟦h⟧ = 2",
      "`h` is a family, and cannot be a number too",
      note: MarkedNote("defined", at: "⟦h⟧[1] = 1")),
    MarkedCell(
      "param w = 3\nparam ⟦w⟧ = [1, 2]",
      "`w` is a number, and cannot be a family too",
      note: MarkedNote("defined", at: "param ⟦w⟧ = 3")),
    MarkedCell(
      "h = 1\n⟦h⟧[1] = 2",
      "`h` is a number, and cannot be a family too",
      note: MarkedNote("defined", at: "⟦h⟧ = 1")),
    MarkedCell(
      "param w = [1, 2]\ninput ⟦w⟧[3] = 3",
      "`w` is given",
      hint: "to change an element write `w[3] <- …`; what is another thing takes another name",
      note: MarkedNote("defined", at: "param ⟦w⟧ = [1, 2]")),
    MarkedCell(
      "param w = [1, 2]\n⟦w⟧[3] = 3",
      "`w` is given",
      hint: "to change an element write `w[3] <- …`; what is another thing takes another name",
      note: MarkedNote("defined", at: "param ⟦w⟧ = [1, 2]")),
    MarkedCell(
      "h[1] = 2\nparam ⟦h⟧[2] = 3",
      "`h` is a family of formulas",
      note: MarkedNote("defined", at: "⟦h⟧[1] = 2")),
    MarkedCell("param w = [1, 2]\nparam ⟦w⟧[3, 1] = 3", "`w[1...2]` has 1 index, not 2"),
    MarkedCell("W[1, 2] = 1\n⟦W⟧[3] = 3", "`W[1, 2]` has 2 indices, not 1"),
    MarkedCell(
      "param w = [1, 2]\nparam ⟦w⟧[2] = 3",
      "`w[2]` is defined twice",
      hint: "to change it write `w[2] <- …`; what is another thing takes another name",
      note: MarkedNote("first defined", at: "param ⟦w⟧ = [1, 2]")),
    MarkedCell(
      "h[i] = i for i in 1...3\n⟦h⟧[j] = j for j in 3...4",
      "`h[3]` is defined twice",
      hint: "a formula is defined once: take another name, as in `h_2`",
      note: MarkedNote("first defined", at: "⟦h⟧[i] = i for i in 1...3")),
    MarkedCell(
      "⟦h⟧[1] = i for i in 1...3",
      "`h[1]` is defined twice",
      hint: "a formula is defined once: take another name, as in `h_2`",
      note: MarkedNote("first defined", at: "⟦h⟧[1] = i for i in 1...3")),
    MarkedCell(
      "for t in 1...3\n  a[t] = t\n  ⟦a⟧[1] = 2\nend",
      "`a[1]` is defined twice",
      hint: "a formula is defined once: take another name, as in `a_2`",
      note: MarkedNote("first defined", at: "⟦a⟧[t] = t")),
    MarkedCell(
      "for t in 1...3\n  ⟦b⟧ = t\nend",
      "`b` is defined twice",
      hint: "a formula is defined once: take another name, as in `b_2`",
      note: MarkedNote("first defined", at: "⟦b⟧ = t")),
    MarkedCell(
      "h[⟦1.5⟧] = 2", "an index must be a whole number, and this is 1.5"),
    MarkedCell(
      "h[⟦0/0⟧] = 2", "an index must be a whole number, and `0/0` has no value"),
    MarkedCell(
      "param h[⟦i⟧] = 2 for i in 0...1 step 0.5", "an index must be a whole number, and this is 0.5"),
    MarkedCell(
      "input n = 3\nh[⟦n⟧] = 1",
      "the indices of what is defined are fixed, and `n` may change",
      hint: "numbers, consts and `for` names may stand here"),
  ])
  func `a name is a number or a family of one kind, and defined once`(row: MarkedCell) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedCell(
      "param x = [1, 2]\nx[i] <- 2 for i in 1...0\n⟦x[i]⟧ <- 2 for i in 2...3", "`x` has no element `x[3]`",
      hint: "the elements are `x[1]` to `x[2]`; here `i` is 3"),
    MarkedCell("⟦x⟧[1] <- 3", "`x` is not defined above"),
    MarkedCell(
      "const x = [1, 2]\n⟦x[1]⟧ <- 3", "`x[1]` is a const, and a const is fixed",
      hint: "give it as an input, which `<-` changes"),
    MarkedCell(
      "h[1] = 2\n⟦h[1]⟧ <- 3", "`h[1]` has a formula, and only params, inputs and targets can be set",
      hint: "set a number that it is worked out from, then write `forward`"),
  ])
  func `only elements that are given are set`(row: MarkedCell) { row.expectErrors() }

  private static let cost = "param x = [1, 2], y = 1\ninput z = [1, 2]\nL[i] = x[i]^2 + y for i in 1...2\n"

  @Test(arguments: [
    MarkedCell(
      cost + "update x, ⟦x[1]⟧ to reduce L[1] with sgd(rate: 1)", "`x[1]` stands twice in this list"),
    MarkedCell(
      cost + "update ⟦x[3]⟧ to reduce L[1] with sgd(rate: 1)", "`x` has no element `x[3]`",
      hint: "the elements are `x[1]` to `x[2]`"),
    MarkedCell(
      cost + "update ⟦z⟧ to reduce L[1] with sgd(rate: 1)", "`z[1]` is an input; only params are learned",
      hint: "what is learned is given as `param z = …`"),
    MarkedCell(
      cost + "update ⟦z[2]⟧ to reduce L[1] with sgd(rate: 1)", "`z[2]` is an input; only params are learned",
      hint: "what is learned is given as `param z = …`"),
    MarkedCell(
      cost + "update ⟦L⟧ to reduce L[1] with sgd(rate: 1)", "`L[1]` has a formula; only params are learned",
      hint: "it follows from other values: name the params among them, or `all`"),
    MarkedCell(
      cost + "update x to reduce L[1] with sgd(rate: 1)\na = ⟦L[2]⟧",
      "`L[2]` is stale: it has not been worked out since `x[2]` was changed",
      hint: "write `forward` above this line",
      note: MarkedNote("`x[2]` was changed", at: "⟦update x to reduce L[1] with sgd(rate: 1)⟧")),
    MarkedCell(
      cost + "x[2] <- 3\nexplain ⟦L⟧",
      "`L[2]` is stale: it has not been worked out since `x[2]` was changed",
      hint: "write `forward` above this line",
      note: MarkedNote("`x[2]` was changed", at: "⟦x[2] <- 3⟧")),
  ])
  func `lists of names take families of params and fresh values`(row: MarkedCell) {
    row.expectErrors()
  }

  @Test(arguments: [
    MarkedCell(cost + "a = ⟦sum⟧(x, x)", "`sum` takes one family, not 2"),
    MarkedCell(cost + "a = ⟦dot⟧(x)", "`dot` takes two families, not 1"),
    MarkedCell(
      cost + "param k = [1]\na = ⟦dot⟧(x, k)",
      "`dot` takes families of the same size; these have 2 and 1 elements"),
    MarkedCell(
      cost + "a = ⟦dot⟧(x, 2)", "`dot` is of two families, and `2` is a number",
      hint: "with families `u` and `v` write `dot(u, v)`"),
    MarkedCell(
      cost + "a = ⟦count⟧(3)", "`count` is of a family, and `3` is a number",
      hint: "with a family `v` write `count(v)`"),
    MarkedCell(
      cost + "a = ⟦sum⟧(y)", "`sum` is of a family or a range, and `y` is a number",
      hint: "with a family `v` write `sum(v)`, or `sum(x[i]^2 for i in 1...3)`"),
    MarkedCell(
      cost + "a = ⟦mean⟧(x, 3)", "`mean` is of a family or a range, and `3` is a number",
      hint: "with a family `v` write `mean(v)`, or `mean(x[i]^2 for i in 1...3)`"),
    MarkedCell(cost + "a = product(⟦q⟧)", "`q` is not defined above"),
    MarkedCell(
      cost + "y <- 3\na = sum(⟦L⟧)",
      "`L[1]` is stale: it has not been worked out since `y` was changed",
      hint: "write `forward` above this line",
      note: MarkedNote("`y` was changed", at: "⟦y <- 3⟧")),
    MarkedCell(
      cost + "x[2] <- 3\na = sum(⟦L⟧)",
      "`L[2]` is stale: it has not been worked out since `x[2]` was changed",
      hint: "write `forward` above this line",
      note: MarkedNote("`x[2]` was changed", at: "⟦x[2] <- 3⟧")),
  ])
  func `functions of families take as many families as they are of`(row: MarkedCell) {
    row.expectErrors()
  }
}
