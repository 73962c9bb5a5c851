import Diagnostics
import LessonLanguage
import Testing

@Suite("Blocks of formulas")
struct BlockTests {
  @Test("a block holds its formulas, and its place reaches from `for` to `end`")
  func tree() {
    let source = """
      y = 1
      for t in 1...3 step 2 # over time
        z[t] = x[t]
        # own
        h[t, i] = z[t] for i in 1...2  # of t
      end # done
      explain h
      """
    let file = SourceFile(name: "lesson.md", text: source)
    let (statements, _, diagnostics) = parseCalc(file, file.whole)
    #expect(diagnostics == [])
    #expect(
      bare(source) == [
        "(statement (= y 1))",
        "(statement (block (in t (... 1 3) step 2) (statement (= (element z t) (element x t))) "
          + "(statement comment[own]) (statement (= (element h t i) (element z t) (in i (... 1 2))) # of t)) "
          + "# over time)",
        "(statement comment[done])",
        "(statement (explain h))",
      ])
    #expect(file[statements[1].range].hasPrefix("for t in") && file[statements[1].range].hasSuffix("\nend"))
  }

  @Test("blocks stand in one another")
  func nested() {
    #expect(
      bare("for t in 1...2\n  for s in 1...t\n    y[t,s] = 1\n  end\n  for s in 3...4\n  end\nend")
        == [
          "(statement (block (in t (... 1 2)) (statement (block (in s (... 1 t)) "
            + "(statement (= (element y t s) 1)))) (statement (block (in s (... 3 4))))))"
        ])
  }

  @Test("a block may be empty, and its names may be words of statements")
  func unusual() {
    #expect(bare("for step in 1...2\nend") == ["(statement (block (in step (... 1 2))))"])
    #expect(
      bare("for t in 1...2\n  input = 3\n  data[t] = 2\nend")
        == ["(statement (block (in t (... 1 2)) (statement (= input 3)) (statement (= (element data t) 2))))"]
    )
  }

  private static let formulasOnly = "a `for` block holds formulas only"
  private static let elsewhere = "write this before its `for` or behind its `end`"
  private static let loop =
    "commands are repeated with `repeat 2 times`, which stands in the place of this `for`"

  private static func below(_ command: String) -> String { "`\(command)` belongs below the `end`" }

  @Test(
    "a statement that is no formula is told, and left out of the block",
    arguments: [
      ("input a = 1", elsewhere), ("target x from d", elsewhere), ("def f(x) = x", elsewhere),
      ("data d = xor(100)", elsewhere), ("optimizer o = sgd(1)", elsewhere),
      ("explain y", below("explain y")),
      ("y[t] <- 2", "below the `end`, each is set by `y[t] <- 2 for t in 1...2`"),
      ("explain y[t]", "below the `end`, `explain y` shows every element"),
      ("table y[t]", "below the `end` write `table y[t] for t in 1...2`"), ("forward", loop),
      ("backward y", loop),
      ("update all to reduce y with sgd(1)", loop),
      ("train all to reduce y with o for 1 epoch", loop),
      ("table y", below("table y")), ("plot y", below("plot y")), ("record y", loop),
      ("repeat 2 times\n  forward\nend", loop),
      ("for row of d\nend", loop),
    ])
  func misplaced(statement: String, hint: String) {
    let example = ErrorExample(
      "for t in 1...2\n  y[t] = 1\n  ⟦\(statement)⟧\nend\nz = 2", Self.formulasOnly, hint: hint)
    let (statements, _, diagnostics) = parseCalc(example.file, example.file.whole)
    example.expect(diagnostics)
    #expect(statements.count == 2)
  }

  @Test(
    "what is wrong with a block is told at its place",
    arguments: [
      ErrorExample(
        "⟦for⟧ t in 1...2\n  y[t] = 1\nz = 2\n", "this `for` has no `end`",
        hint: "a block reaches from its `for` to an `end`"),
      // What follows was hardly meant to stand in the block.
      ErrorExample(
        "⟦for⟧ t in 1...2\n  y[t] = 1\nexplain y\ninput a = 2\n", "this `for` has no `end`",
        hint: "a block reaches from its `for` to an `end`"),
      ErrorExample("for t in 1...2\nend\n⟦end⟧", "this `end` closes no block"),
      ErrorExample(
        "for t in 1...2\nend ⟦for⟧", "`end` stands alone on its line",
        hint: "it ends the block that began last: leave out the rest of the line"),
      ErrorExample("for t in 1...2\n⟦end⟧ = 3\nend", "`end` is a reserved word and cannot be a name"),
      ErrorExample(
        "for t in 1...2, ⟦s⟧ in 1...3\n  y[t] = 1\nend", "a block has one `for` name",
        hint: "blocks stand in one another, each with an `end` of its own"),
      ErrorExample(
        "for t in 1...2⟦:⟧\n  y[t] = 1\nend", "`:` has no place here",
        hint: "leave it out: nothing stands at the end of a line but a comment"),
      ErrorExample("for t in 1...2 ⟦y⟧ = 1\nend", "what a block holds begins on a line of its own"),
      ErrorExample("for t in 1...2 ⟦y⟧ = 1 end", "what a block holds begins on a line of its own"),
      ErrorExample(
        "for t ⟦=⟧ 1...2\nend", "`in` is missing behind `t`", hint: "write `for t in 1...2`"),
      ErrorExample(
        "for t in ⟦1⟧\nend", "`...` is missing behind `1`", hint: "write it like `for i in 1...3`"),
      ErrorExample(
        "for t in 1⟦..⟧2\nend", "`..` means nothing in calc",
        hint: "a range is written `1...3`, with three points"),
      ErrorExample("⟦for⟧\nend", "a name is missing behind `for`"),
      ErrorExample("for t ⟦in⟧\nend", "a value is missing behind `in`"),
    ])
  func message(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test("what a block with a wrong first line holds is still looked at, but left out")
  func wrongHead() {
    let source = MarkedSource(
      "for t in 1⟦..⟧3\n  y[t] = ⟦5.⟧\n  ⟦explain y⟧\n  for s in 1...2\n  end\nend\nz = 1")
    let (statements, _, diagnostics) = parseCalc(source.file, source.file.whole)
    #expect(diagnostics.map(\.range) == source.ranges)
    #expect(statements.count == 1)
  }

  @Test("every `for` without an `end` is told once, in order")
  func unclosed() {
    let source = MarkedSource("⟦for⟧ t in 1...2\n  ⟦for⟧ s in 1...2\n  y = ⟦$⟧\n  for r in 1...2\n  end\n")
    let (statements, _, diagnostics) = parseCalc(source.file, source.file.whole)
    #expect(statements == [])
    #expect(diagnostics.map(\.range) == source.ranges)
  }

  @Test("200 blocks are read, 201 and many more are one error", arguments: [(200, 0), (201, 1), (5000, 1)])
  func nesting(depth: Int, errorCount: Int) throws {
    let text =
      String(repeating: "for t in 1...2\n", count: depth) + String(repeating: "end\n", count: depth) + "z = 1"
    let file = SourceFile(name: "lesson.md", text: text)
    let (statements, _, diagnostics) = parseCalc(file, file.whole)
    #expect(statements.count == 2)
    #expect(diagnostics.count == errorCount)
    for diagnostic in diagnostics {
      #expect(diagnostic.message == "this nests deeper than 200 levels")
      #expect(diagnostic.range?.lowerBound == 200 * 15)
    }
  }

  @Test("blocks and expressions are levels alike", arguments: [(100, 100, true), (100, 101, false)])
  func mixedNesting(blocks: Int, parentheses: Int, isRead: Bool) {
    let text =
      String(repeating: "for t in 1...2\n", count: blocks) + "y = "
      + String(repeating: "(", count: parentheses)
      + "x" + String(repeating: ")", count: parentheses) + "\n" + String(repeating: "end\n", count: blocks)
    let file = SourceFile(name: "lesson.md", text: text)
    #expect(parseCalc(file, file.whole).diagnostics.isEmpty == isRead)
  }
}
