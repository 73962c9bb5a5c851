import Diagnostics
import LessonLanguage
import Testing

@Suite("Loops of commands")
struct LoopTests {
  @Test("a loop holds its commands, and its place reaches from its word to `end`")
  func tree() {
    let source = """
      repeat 10 times until mean(miss over and_gate) == 0 # learn
        for row of and_gate # each
          forward
          # own
          w1 <- w1 + eta*(t - output)*x1 # of w
          record row, x1
        end # done
      end
      explain h
      """
    let file = SourceFile(name: "lesson.md", text: source)
    let (statements, _, diagnostics) = parseCalc(file, file.whole)
    #expect(diagnostics == [])
    #expect(
      bare(source) == [
        "(statement (repeat 10 (until (== (over mean miss and_gate) 0)) "
          + "(statement (rows row and_gate (statement forward) (statement comment[own]) "
          + "(statement (<- w1 (sum +w1 +(product *eta *(sum +t -output) *x1))) # of w) "
          + "(statement (record row x1))) # each) (statement comment[done])) # learn)",
        "(statement (explain h))",
      ])
    #expect(file[statements[0].range].hasPrefix("repeat 10") && file[statements[0].range].hasSuffix("\nend"))
  }

  @Test(
    "each first line becomes its tree",
    arguments: [
      ("repeat 10 times", "(repeat 10)"), ("repeat 1 time", "(repeat 1)"),
      ("repeat 2*n times", "(repeat (product *2 *n))"),
      ("repeat (n) times until not a < 1", "(repeat n (until (not (< a 1))))"),
      ("repeat times times", "(repeat times)"),
      ("repeat until times until until < 1", "(repeat until (until (< until 1)))"),
      ("for row of d", "(rows row d)"), ("for of1 of of1", "(rows of1 of1)"),
      ("for times of times", "(rows times times)"),
      ("for times in 1...times", "(block (in times (... 1 times)))"),
    ])
  func head(source: String, dump: String) {
    #expect(bare(source + "\nend") == ["(statement \(dump))"])
  }

  @Test(
    "every command may stand in a loop, and loops in one another",
    arguments: [
      "explain y", "backward y", "forward", "update all to reduce y with sgd(1)", "w <- 1",
      "train all to reduce y with o for 1 epoch", "table y", "plot y", "record y", "# comment",
      "repeat 2 times\nend", "for row of e\n  repeat 2 times\n    forward\n  end\nend",
    ], ["repeat 2 times", "for i of d"])
  func commands(command: String, head: String) {
    let alone = bare(command)
    let inside = bare("\(head)\n\(command)\nend")
    #expect(inside.count == 1)
    #expect(inside.first?.contains(alone.joined()) == true)
  }

  private static let formula = "a loop of commands holds no formulas"
  private static let definition = "a loop of commands holds no definitions"

  @Test(
    "what defines something is told, and left out of the loop",
    arguments: [
      (
        "w = 3", formula,
        "write it before the loop, and `forward` in the loop; a number that is given is changed with `w <- …`"
      ),
      ("for t in 1...2\n  y[t] = 1\nend", formula, "write this block before the loop"),
      ("param w = 3", definition, "write this before the loop"),
      ("input x from d", definition, "write this before the loop"),
      ("data d = xor(100)", definition, "write this before the loop"),
      ("def f(x) = x", definition, "write this before the loop"),
      ("optimizer o = sgd(1)", definition, "write this before the loop"),
    ], ["repeat 2 times", "for i of d"])
  func misplaced(statement: (text: String, message: String, hint: String), head: String) {
    let example = ErrorExample(
      "\(head)\n  forward\n  ⟦\(statement.text)⟧\nend\nz = 2", statement.message, hint: statement.hint)
    let (statements, _, diagnostics) = parseCalc(example.file, example.file.whole)
    example.expect(diagnostics)
    #expect(statements.count == 2)
  }

  private static let times = "write it like `repeat 10 times`"
  private static let heads = "write it like `for t in 1...3` or `for row of xor`"

  @Test(
    "what is wrong with a first line is told at its place",
    arguments: [
      ErrorExample("⟦repeat⟧\nend", "the number of times is missing behind `repeat`", hint: times),
      ErrorExample("repeat ⟦times⟧\nend", "the number of times is missing behind `repeat`", hint: times),
      ErrorExample(
        "repeat ⟦until⟧ L < 1\nend", "the number of times is missing behind `repeat`", hint: times),
      ErrorExample("repeat ⟦10⟧\nend", "`times` is missing behind `10`", hint: times),
      ErrorExample("repeat 10 ⟦until⟧ L < 1\nend", "`times` is missing behind `10`", hint: times),
      ErrorExample(
        "repeat 10 ⟦epochs⟧\nend", "`times` belongs here, not `epochs`", hint: "write `repeat 10 times`"),
      ErrorExample("repeat ⟦*⟧\nend", "a value is missing behind `repeat`"),
      ErrorExample(
        "repeat 10 times⟦:⟧\nend", "`:` has no place here",
        hint: "leave it out: nothing stands at the end of a line but a comment"),
      ErrorExample("repeat 10 times ⟦forward⟧\nend", "what a block holds begins on a line of its own"),
      ErrorExample(
        "repeat 10 times ⟦while⟧ L > 1\nend", "a `repeat` has no `while`",
        hint: "it goes on until a condition holds: `until not (L > 1)`"),
      ErrorExample(
        "repeat 10 times ⟦until⟧\nend", "a condition is missing behind `until`",
        hint: "write it like `until L < 0.01`"),
      ErrorExample(
        "repeat 10 times until ⟦L⟧\nend", "`L` alone is no condition",
        hint: "a condition compares two values, as in `L < 0.01`"),
      ErrorExample("repeat ⟦(⟧10 times\nend", "this `(` is never closed"),
      ErrorExample(
        "⟦for⟧ 10 times\nend", "commands are repeated with `repeat`, not with `for`",
        hint: "write `repeat 10 times`"),
      ErrorExample(
        "⟦for⟧ n+1 times\nend", "commands are repeated with `repeat`, not with `for`",
        hint: "write `repeat n+1 times`"),
      ErrorExample(
        "⟦while⟧ x < 3", "no statement begins with `while`",
        hint:
          "commands are repeated until a condition holds, which is asked after each pass: `repeat 100 times until not (x < 3)`"
      ),
      ErrorExample(
        "for row in ⟦d⟧\nend", "`...` is missing behind `d`",
        hint: "rows of data are gone through with `for row of d`, elements of a family with `for i in 1...3`"),
      ErrorExample("for ⟦row⟧\nend", "`in` or `of` is missing behind `row`", hint: heads),
      ErrorExample("for row ⟦over⟧ d\nend", "`in` or `of` is missing behind `row`", hint: heads),
      ErrorExample("for row ⟦of⟧\nend", "a name is missing behind `of`"),
      ErrorExample("for row of ⟦3⟧\nend", "a name belongs here, not the number `3`"),
      ErrorExample("for row of d⟦,⟧ e\nend", "`,` has no place here"),
      ErrorExample("for row of d ⟦forward⟧\nend", "what a block holds begins on a line of its own"),
      ErrorExample(
        "⟦repeat⟧ 2 times\n  forward\n", "this `repeat` has no `end`",
        hint: "a block reaches from its `repeat` to an `end`"),
      ErrorExample(
        "⟦repeat⟧ 2 times\n  for row of d\n  forward\nend\nw = 2", "this `repeat` has no `end`",
        hint: "a block reaches from its `repeat` to an `end`"),
      ErrorExample("repeat 2 times\nend\n⟦end⟧", "this `end` closes no block"),
      ErrorExample(
        "repeat 2 times\nend ⟦repeat⟧", "`end` stands alone on its line",
        hint: "it ends the block that began last: leave out the rest of the line"),
      ErrorExample(
        "⟦repeat⟧ 3 = 2", "a check cell holds no statement such as `repeat`",
        hint: "statements stand in calc cells"),
    ])
  func message(example: ErrorExample) {
    let isCheck = example.message.contains("check cell")
    example.expect(
      isCheck
        ? parseCheck(example.file, example.file.whole).diagnostics
        : parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test("what a loop with a wrong first line holds is still looked at, but left out")
  func wrongHead() {
    let source = MarkedSource(
      "repeat ⟦times⟧\n  ⟦w = 2⟧\n  w <- ⟦5.⟧\n  for ⟦10⟧\n    w = 2\n    forward\n  end\nend\nz = 1")
    let (statements, _, diagnostics) = parseCalc(source.file, source.file.whole)
    #expect(diagnostics.map(\.range) == source.ranges)
    #expect(statements.count == 1)
  }
}
