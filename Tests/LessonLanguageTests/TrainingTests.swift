import Diagnostics
import LessonLanguage
import TestSupport
import Testing

@Suite("Trainings")
struct TrainingTests {
  @Test(
    "each clause becomes its part of the tree, with its place",
    arguments: [
      (
        "train all to reduce E with adam(rate: 0.05) for 1000 epochs",
        "(train all to E (with‹adam(rate: 0.05)› adam rate:0.05) epochs 1000)"
      ),
      ("train w to reduce E with o for 1 epoch", "(train w to E (with‹o› o) epochs 1)"),
      (
        "train W, b[1], w1 ... w8 to reduce L[2] with sgd(2*r) for (n) epochs",
        "(train W (element‹b[1]› b 1) (range w1 w8) to (element‹L[2]› L 2) "
          + "(with‹sgd(2*r)› sgd (product‹2*r› *2 *r)) epochs n‹(n)›)"
      ),
      (
        "train w to reduce sum of L over xor with o for 9 epochs",
        "(train w to sum L (with‹o› o) epochs 9 (over xor))"
      ),
      ("train w to reduce sum with o for 9 epochs", "(train w to sum (with‹o› o) epochs 9)"),
      (
        "train w to reduce L in batches of 2*n with o for 9 epochs accumulating k+1",
        "(train w to L (with‹o› o) epochs 9 (batches (product‹2*n› *2 *n)) (accumulating (sum‹k+1› +k +1)))"
      ),
      (
        "train w to reduce L clipping 2*n with o for 9 epochs",
        "(train w to L (with‹o› o) epochs 9 (clipping (product‹2*n› *2 *n)))"
      ),
      (
        "train w to reduce mean(L over xor) with o for 9 epochs, counting last, best, quietly, called slow",
        "(train w to L (with‹o› o) epochs 9 (over xor) (counting last best) quietly (called slow))"
      ),
      (
        "train w to reduce Σ(h[2] over d) with o for 9 epochs counting n shuffled",
        "(train w to sum (element‹h[2]› h 2) (with‹o› o) epochs 9 (over d) shuffled (counting n))"
      ),
      (
        "update w to reduce mean(L over xor) with o", "(update w to (mean L xor) (with‹o› o))"
      ),
      ("update w to reduce sum with o", "(update w to sum (with‹o› o))"),
      ("reset all", "(reset all)"), ("reset w1...w3, W", "(reset (range w1 w3) W)"),
      ("reset <- 2", "(<- reset 2)"), ("reset = 2", "(= reset 2)"),
      ("backward E by w1, W[2]", "(backward E by w1 (element‹W[2]› W 2))"),
      ("schedule eta = 2*epoch", "(schedule eta (product‹2*epoch› *2 *epoch))"),
      ("schedule = 2", "(= schedule 2)"),
      ("update w to reduce L with o, clipping 1", "(update w to L (with‹o› o) (clipping 1))"),
      ("update w to reduce L clipping n with o", "(update w to L (with‹o› o) (clipping n))"),
      (
        "update clipping to reduce clipping with clipping clipping 2*clipping",
        "(update clipping to clipping (with‹clipping› clipping) (clipping (product‹2*clipping› *2 *clipping)))"
      ),
      (
        "train w to reduce L with o for 9 epochs shuffled validated on held_out",
        "(train w to L (with‹o› o) epochs 9 shuffled (validated held_out))"
      ),
      (
        "train w to reduce L with o for 9 epochs stopping  after -k without improvement",
        "(train w to L (with‹o› o) epochs 9 (patience‹stopping  after -k without improvement› (neg‹-k› k)))"
      ),
      (
        "train w to reduce L with o for 9 epochs until L < 0.01 and not a == b",
        "(train w to L (with‹o› o) epochs 9 "
          + "(until (and‹L < 0.01 and not a == b› (<‹L < 0.01› L 0.01) (not‹not a == b› (==‹a == b› a b)))))"
      ),
      (
        "train w to reduce L with o for 9 epochs until (L < 1)",
        "(train w to L (with‹o› o) epochs 9 (until (<‹(L < 1)› L 1)))"
      ),
      (
        "train w to reduce L with o for 9 epochs reporting 1, 2, w1*2, h[1], mean(L over d)",
        "(train w to L (with‹o› o) epochs 9 (reporting 1 2 (product‹w1*2› *w1 *2) (element‹h[1]› h 1) "
          + "(over‹mean(L over d)› mean L d)))"
      ),
    ])
  func clause(source: String, dump: String) {
    expectTree("(statement‹\(source)› \(dump))", ofStatement: source)
  }

  private static let clauses = [
    "to reduce sum of L", "over xor", "in batches of 2", "with sgd(rate: 0.5)", "for 500 epochs", "shuffled",
    "validated on held_out", "stopping after 5 without improvement", "until L < 0.01 or w1 > 2",
    "reporting 1, 2, w1", "accumulating 4",
  ]

  private static let whole =
    "(statement (train W b to sum L (with sgd rate:0.5) epochs 500 (over xor) (batches 2) (accumulating 4) "
    + "shuffled (validated held_out) (patience 5) (until (or (< L 0.01) (> w1 2))) (reporting 1 2 w1)))"

  @Test("clauses may come in any order, with or without commas and new lines between them", arguments: 0..<50)
  func order(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let separators = [" ", ", ", ",\n", ", # why\n  "]
    let text = Self.clauses.shuffled(using: &generator)
      .reduce("train W, b") { $0 + (separators.randomElement(using: &generator) ?? " ") + $1 }
    let file = SourceFile(name: "lesson.md", text: text)
    let (statements, _, diagnostics) = parseCalc(file, file.whole)
    #expect(diagnostics == [], "\(text)")
    #expect(
      statements.map { TreeDump(file, showsPlaces: false).text(of: Statement($0.kind, at: $0.range)) }
        == [Self.whole], "\(text)")
  }

  @Test("no clause may stand twice, whatever stands between the two", arguments: clauses)
  func twice(clause: String) {
    let word = clause.prefix { $0 != " " }
    let text =
      "train W, b " + Self.clauses.joined(separator: ", ") + ", ⟦\(word)⟧" + clause.dropFirst(word.count)
    let example = ErrorExample(text, "the clause `\(word)` stands here twice")
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "a word of clauses that is not reserved may be a name",
    arguments: [
      "shuffled", "validated", "stopping", "until", "reporting", "accumulating", "clipping", "counting",
      "quietly", "called",
    ])
  func clauseWordAsName(word: String) {
    #expect(
      bare("\(word) = 1\ntrain \(word), a to reduce \(word) with \(word) for 9 epochs")
        == [
          "(statement (= \(word) 1))",
          "(statement (train \(word) a to \(word) (with \(word)) epochs 9))",
        ])
    #expect(
      bare(
        "train a to reduce E over \(word) with o for \(word)*2 epochs validated on \(word) until \(word) < 1 "
          + "accumulating \(word)*2, reporting (\(word))")
        == [
          "(statement (train a to E (with o) epochs (product *\(word) *2) (over \(word)) "
            + "(accumulating (product *\(word) *2)) (validated \(word)) (until (< \(word) 1)) (reporting \(word))))"
        ])
  }

  @Test(
    "the small words of clauses may be names",
    arguments: [
      "epochs", "epoch", "batches", "on", "after", "without", "improvement", "reduce", "sum", "step",
    ])
  func smallWordAsName(word: String) {
    #expect(
      bare(
        "\(word) = 1\ntrain \(word) to reduce \(word) over \(word) in batches of \(word) with \(word) "
          + "for \(word) epochs, validated on \(word), stopping after \(word) without improvement, "
          + "reporting \(word), 2*\(word), accumulating \(word)")
        == [
          "(statement (= \(word) 1))",
          "(statement (train \(word) to \(word) (with \(word)) epochs \(word) (over \(word)) (batches \(word)) "
            + "(accumulating \(word)) (validated \(word)) (patience \(word)) "
            + "(reporting \(word) (product *2 *\(word)))))",
        ])
  }

  @Test("a training that goes on in the next line is not cut by what begins it")
  func continuation() {
    #expect(
      bare(
        "train a,\n  b to reduce E,\n  over d,\n  for 9 epochs,\n  with o,\n  reporting 1,\n  2\nexplain E\n"
          + "train c to reduce E with o,\n  for 2 epochs\nforward") == [
          "(statement (train a b to E (with o) epochs 9 (over d) (reporting 1 2)))",
          "(statement (explain E))", "(statement (train c to E (with o) epochs 2))", "(statement forward)",
        ])
  }
}
