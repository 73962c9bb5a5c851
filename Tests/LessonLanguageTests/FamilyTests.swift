import Diagnostics
import LessonLanguage
import Testing

@Suite("Families, ranges and functions of the lesson's own")
struct FamilyTests {
  @Test(
    "each form in an expression becomes its tree, with its place",
    arguments: [
      ("h[2]", "(element‹h[2]› h 2)"),
      ("(h [ 2 ])", "(element‹(h [ 2 ])› h 2)"),
      ("W[i,2*j]", "(element‹W[i,2*j]› W i (product‹2*j› *2 *j))"),
      ("x[y[1]]^2", "(power‹x[y[1]]^2› (element‹x[y[1]]› x (element‹y[1]› y 1)) 2)"),
      ("-h[t-1]*2", "(product‹-h[t-1]*2› *(neg‹-h[t-1]› (element‹h[t-1]› h (sum‹t-1› +t -1))) *2)"),
      ("sum(x)", "(call‹sum(x)› sum x)"),
      ("max(a, b[2], 3)", "(call‹max(a, b[2], 3)› max a (element‹b[2]› b 2) 3)"),
      (
        "sum(x[i] for i in 1...3)",
        "(reduction‹sum(x[i] for i in 1...3)› sum (element‹x[i]› x i) (in i (...‹1...3› 1 3)))"
      ),
      (
        "1 + sum(W[i,j]*x[i] for i in 1...2, j in -1...1 step 0.5)/2",
        "(sum‹1 + sum(W[i,j]*x[i] for i in 1...2, j in -1...1 step 0.5)/2› +1 "
          + "+(product‹sum(W[i,j]*x[i] for i in 1...2, j in -1...1 step 0.5)/2› "
          + "*(reduction‹sum(W[i,j]*x[i] for i in 1...2, j in -1...1 step 0.5)› sum "
          + "(product‹W[i,j]*x[i]› *(element‹W[i,j]› W i j) *(element‹x[i]› x i)) "
          + "(in i (...‹1...2› 1 2)) (in j (...‹-1...1› (neg‹-1› 1) 1) step 0.5)) /2))"
      ),
      (
        "sum(product(x for j in 1...i) for i in a+1...2*b step step)",
        "(reduction‹sum(product(x for j in 1...i) for i in a+1...2*b step step)› sum "
          + "(reduction‹product(x for j in 1...i)› product x (in j (...‹1...i› 1 i))) "
          + "(in i (...‹a+1...2*b› (sum‹a+1› +a +1) (product‹2*b› *2 *b)) step step))"
      ),
      ("∂E/∂W[1,2]", "(derivative‹∂E/∂W[1,2]› E (element‹W[1,2]› W 1 2))"),
      (
        "∂h[2]/∂x[1]*3",
        "(product‹∂h[2]/∂x[1]*3› *(derivative‹∂h[2]/∂x[1]› (element‹h[2]› h 2) (element‹x[1]› x 1)) *3)"
      ),
      ("∂(h[2])/∂x", "(derivative‹∂(h[2])/∂x› (element‹(h[2])› h 2) x)"),
      ("∂h[g[1]]/∂x", "(derivative‹∂h[g[1]]/∂x› (element‹h[g[1]]› h (element‹g[1]› g 1)) x)"),
      ("grad(E, W[1,2])", "(derivative‹grad(E, W[1,2])› E (element‹W[1,2]› W 1 2))"),
      ("local(h[1], x[2])", "(local‹local(h[1], x[2])› (element‹h[1]› h 1) (element‹x[2]› x 2))"),
      ("local(h[1], x)", "(local‹local(h[1], x)› (element‹h[1]› h 1) x)"),
    ])
  func expression(source: String, dump: String) throws {
    try expectTree(dump, ofExpression: source)
  }

  @Test("every reduction takes ranges", arguments: ["sum", "mean", "product", "max", "min"])
  func reductions(function: String) {
    #expect(
      bare("y = \(function)(x[i] for i in 1...3)")
        == ["(statement (= y (reduction \(function) (element x i) (in i (... 1 3)))))"])
  }

  @Test(
    "each statement becomes its tree",
    arguments: [
      ("y = [1, [2, -x], [a[1]]]", "(= y (list 1 (list 2 (neg x)) (list (element a 1))))"),
      ("y = [if a > 0 then 1 else 2]", "(= y (list (if (> a 0) 1 2)))"),
      ("y <- [1, 2]", "(<- y (list 1 2))"),
      ("h[j] = x[j]^2 for j in 1...8", "(= (element h j) (power (element x j) 2) (in j (... 1 8)))"),
      (
        "C[i, j] = 0 for i in 0...n, j in i...8 step 2",
        "(= (element C i j) 0 (in i (... 0 n)) (in j (... i 8) step 2))"
      ),
      ("s[0] = 0", "(= (element s 0) 0)"),
      ("data[1] = 2", "(= (element data 1) 2)"),
      ("input[1] <- 2", "(<- (element input 1) 2)"),
      (
        "W[i, j] <- 0.9*W[i, j] for i in 1...2, j in 1...2",
        "(<- (element W i j) (product *0.9 *(element W i j)) (in i (... 1 2)) (in j (... 1 2)))"
      ),
      ("W[1,2] <- 3", "(<- (element W 1 2) 3)"),
      ("param w = [1.0, 1.25]", "(param (= w (list 1.0 1.25)))"),
      (
        "input a = 1, w = [1, 2], b[1...8] = 0, c[2] = 3",
        "(input (= a 1) (= w (list 1 2)) (= b (spans (... 1 8)) 0) (= c (element 2) 3))"
      ),
      (
        "param T[0...2, -1...n] = [[1, 0], [0, 1]]",
        "(param (= T (spans (... 0 2) (... (neg 1) n)) (list (list 1 0) (list 0 1))))"
      ),
      (
        "param A[i, j] = W[i, j] for i in 1...2, j in 1...2",
        "(param (= A (element i j) (element W i j) (in i (... 1 2)) (in j (... 1 2))))"
      ),
      (
        "def neuron(z) = 1/(1 + exp(-z))",
        "(def neuron (parameter z) (product *1 /(sum +1 +(call exp (neg z)))))"
      ),
      (
        "def f(x, a = 0.1, b = -a) = if x > a then b else x",
        "(def f (parameter x) (parameter a 0.1) (parameter b (neg a)) (if (> x a) b x))"
      ),
      ("def f() = 3", "(def f 3)"),
      ("def input(def) = def", "(def input (parameter def) def)"),
      ("def = 3", "(= def 3)"),
      ("explain h", "(explain h)"),
      ("explain h[2]", "(explain (element h 2))"),
      ("backward h[2, i]", "(backward (element h 2 i))"),
      (
        "update W, b[1], w1...w3 to reduce L[2] with sgd(rate: eta[1])",
        "(update W (element b 1) (range w1 w3) to (element L 2) (with sgd rate:(element eta 1)))"
      ),
    ])
  func statement(source: String, dump: String) {
    #expect(bare(source) == ["(statement \(dump))"])
  }

  @Test(
    "the places of the parts of a statement are theirs",
    arguments: [
      (
        "h[ j ] = 2 for j in 1 ... 8 # c",
        "(statement‹h[ j ] = 2 for j in 1 ... 8› (= (element‹h[ j ]› h j) 2 (in j (...‹1 ... 8› 1 8))) # c)"
      ),
      (
        "param b[0 ... 1] = [1, 2]",
        "(statement‹param b[0 ... 1] = [1, 2]› (param (= b (spans (...‹0 ... 1› 0 1)) (list‹[1, 2]› 1 2))))"
      ),
      ("backward h[ 2 ]", "(statement‹backward h[ 2 ]› (backward (element‹h[ 2 ]› h 2)))"),
    ])
  func places(source: String, dump: String) {
    expectTree(dump, ofStatement: source)
  }

  @Test(
    "a line goes on in the next behind the new words and signs, and inside brackets",
    arguments: [
      "y = if a >\n 0 then\n 1 else\n 2", "y = if a > 0 and\n not\n b > 0 or\n c > 0 then 1 else 2",
      "y = if a <=\n b then 1 else 0", "y = sum(x[i]\n for i\n in 1\n ...\n 3\n step 2\n)",
      "y = sum(x[i]\n for i in 1...3,\n j in 1...2)", "h[i] = 2 for i in 1...2,\n j in 1...3",
      "param w = [\n 1,\n 2\n]", "param w[1...2] =\n 0,\n b = 2", "W[1,\n 2] = 3", "y = x[\n 1\n]",
      "def f(x,\n a = 0.1) =\n x", "def f(\n a = 0.1\n ) = a", "h[i] <-\n 2 for i in 1...2",
      "y = sum(sum(x[i, j]\n for i in 1...2)\n for j in 1...2\n)",
    ])
  func continuation(source: String) {
    let oneLine = source.split(whereSeparator: \.isNewline).joined(separator: " ")
    let trees = bare(source)
    #expect(trees.count == 1)
    #expect(trees == bare(oneLine))
  }
}

/// The trees of `source`, which is right, without places.
func bare(_ source: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> [String] {
  let file = SourceFile(name: "lesson.md", text: source)
  let (statements, _, diagnostics) = parseCalc(file, file.whole)
  #expect(diagnostics == [], sourceLocation: sourceLocation)
  return statements.map { TreeDump(file, showsPlaces: false).text(of: $0) }
}
