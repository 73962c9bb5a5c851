import Diagnostics
import LessonLanguage
import Testing

@Suite("Statements of a calc cell")
struct ParseCalcTests {
  private static func dump(_ source: String) -> (trees: [String], diagnostics: [Diagnostic]) {
    let file = SourceFile(name: "lesson.md", text: source)
    let (statements, _, diagnostics) = parseCalc(file, file.whole)
    return (statements.map { TreeDump(file).text(of: $0) }, diagnostics)
  }

  @Test(
    "each statement becomes its tree, with its place",
    arguments: [
      ("input i1 = 0.1", "(statement‹input i1 = 0.1› (input (= i1 0.1)))"),
      (
        "  target t1 = 0.05, t2 = -1  # wanted ",
        "(statement‹target t1 = 0.05, t2 = -1› (target (= t1 0.05) (= t2 (neg‹-1› 1))) # wanted)"
      ),
      ("param b = a*2", "(statement‹param b = a*2› (param (= b (product‹a*2› *a *2))))"),
      ("const eta = (0.6)", "(statement‹const eta = (0.6)› (const (= eta 0.6‹(0.6)›)))"),
      ("y = x", "(statement‹y = x› (= y x))"),
      ("explain x", "(statement‹explain x› (explain x))"),
      ("explain (a + b)", "(statement‹explain (a + b)› (explain (sum‹(a + b)› +a +b)))"),
      ("explain -x", "(statement‹explain -x› (explain (neg‹-x› x)))"),
      ("explain ∂E/∂w", "(statement‹explain ∂E/∂w› (explain (derivative‹∂E/∂w› E w)))"),
      ("backward E_total", "(statement‹backward E_total› (backward E_total))"),
      ("forward", "(statement‹forward› forward)"),
      ("forward#again", "(statement‹forward› forward # again)"),
      (
        "update w1...w8 to reduce E_total with sgd(rate: 0.6)",
        "(statement‹update w1...w8 to reduce E_total with sgd(rate: 0.6)› "
          + "(update (range w1 w8) to E_total (with‹sgd(rate: 0.6)› sgd rate:0.6)))"
      ),
      (
        "update all to reduce E with whatever",
        "(statement‹update all to reduce E with whatever› (update all to E (with‹whatever› whatever)))"
      ),
      (
        "update a, b1 ... b2,\n  c to reduce E with adam(0.1, beta1: 1 - 0.1)",
        "(statement‹update a, b1 ... b2,\n  c to reduce E with adam(0.1, beta1: 1 - 0.1)› "
          + "(update a (range b1 b2) c to E (with‹adam(0.1, beta1: 1 - 0.1)› adam 0.1 beta1:(sum‹1 - 0.1› +1 -0.1))))"
      ),
      (
        "w5 <- w5 - 0.6*∂E/∂w5",
        "(statement‹w5 <- w5 - 0.6*∂E/∂w5› "
          + "(<- w5 (sum‹w5 - 0.6*∂E/∂w5› +w5 -(product‹0.6*∂E/∂w5› *0.6 *(derivative‹∂E/∂w5› E w5)))))"
      ),
      ("w ← 1", "(statement‹w ← 1› (<- w 1))"),
      (
        "update w to reduce E with optimizer",
        "(statement‹update w to reduce E with optimizer› (update w to E (with‹optimizer› optimizer)))"
      ),
      ("w<-1", "(statement‹w<-1› (<- w 1))"),
      ("# hello", "(statement‹# hello› comment[hello])"),
      ("#", "(statement‹#› comment[])"),
      ("#!   é  ", "(statement‹#!   é  › comment[!   é])"),
    ])
  func tree(source: String, dump: String) {
    let (trees, diagnostics) = Self.dump(source)
    #expect(diagnostics == [])
    #expect(trees == [dump])
  }

  @Test("a word of a statement is a name where `=` or `<-` stands behind it", arguments: statementWords)
  func statementWordAsName(word: String) {
    let (trees, diagnostics) = Self.dump("\(word) = 2\n\(word) <- 3\ny = \(word)*\(word)\nexplain \(word)")
    #expect(diagnostics == [])
    #expect(
      trees == [
        "(statement‹\(word) = 2› (= \(word) 2))",
        "(statement‹\(word) <- 3› (<- \(word) 3))",
        "(statement‹y = \(word)*\(word)› (= y (product‹\(word)*\(word)› *\(word) *\(word))))",
        "(statement‹explain \(word)› (explain \(word)))",
      ])
  }

  static let statementWords = [
    "input", "target", "param", "const", "explain", "backward", "forward", "update", "train", "table", "plot",
    "repeat", "record", "optimizer", "def", "data",
  ]

  @Test(
    "a line goes on in the next behind an operator, a comma, an equals sign, an arrow, and in brackets",
    arguments: [
      "y = a +\n b", "y = a -\n b", "y = a *\n b", "y = a /\n b", "y = a ^\n b", "y =\n b", "y <-\n b",
      "y ←\n b", "input a = 1,\n b = 2", "y = (a\n + b\n)", "y = f(\n a,\n b\n)",
      "y = f(a, # one\n # two\n\n b)",
      "y = a + # one\n\n # two\n b", "y = a +\r\n b", "y = a +\r\r b", "explain\t-\n x",
      "update a,\n b to reduce E with sgd(\n rate:\n 0.5)",
    ])
  func continuation(source: String) {
    let (trees, diagnostics) = Self.dump(source)
    #expect(diagnostics == [])
    #expect(trees.count == 1)
    let oneLine = source.split(whereSeparator: \.isNewline)
      .map { $0.prefix { $0 != "#" } }.joined(separator: " ")
    let bare = { (text: String) in
      let file = SourceFile(name: "", text: text)
      return parseCalc(file, file.whole).statements.map {
        TreeDump(file, showsPlaces: false).text(of: $0.withoutComment)
      }
    }
    #expect(bare(source) == bare(oneLine))
  }

  @Test("comments inside of a statement belong to it, one behind the other")
  func commentsOfOneStatement() throws {
    let file = SourceFile(name: "", text: "# own\ny = a + # first\n  # second\n  b # third\n# own too\n")
    let (statements, _, diagnostics) = parseCalc(file, file.whole)
    #expect(diagnostics == [])
    try #require(statements.count == 3)
    #expect(statements.map(\.comment) == [nil, "first second third", nil])
    #expect(statements[0].kind == .comment("own"))
    #expect(statements[2].kind == .comment("own too"))
  }

  @Test("LF, CRLF and CR end a line alike", arguments: ["\n", "\r\n", "\r"])
  func lineEndings(ending: String) {
    let (trees, diagnostics) = Self.dump("a = 1\(ending)\(ending)# c\(ending)b = 2 # d\(ending)")
    #expect(diagnostics == [])
    #expect(
      trees == [
        "(statement‹a = 1› (= a 1))", "(statement‹# c› comment[c])", "(statement‹b = 2› (= b 2) # d)",
      ])
  }

  @Test("a comment may hold any character")
  func commentCharacters() {
    let (trees, diagnostics) = Self.dump("y = 1 # \u{1B}[31m \u{202E} “`$")
    #expect(diagnostics == [])
    #expect(trees == ["(statement‹y = 1› (= y 1) # \u{1B}[31m \u{202E} “`$)"])
  }

  @Test("an empty cell says nothing", arguments: ["", "\n", "  \r\n\t"])
  func empty(source: String) {
    let (trees, diagnostics) = Self.dump(source)
    #expect(trees == [] && diagnostics == [])
  }
}

extension Statement {
  fileprivate var withoutComment: Statement { Statement(kind, at: range) }
}
