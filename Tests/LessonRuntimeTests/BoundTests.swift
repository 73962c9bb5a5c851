import Diagnostics
import LessonTestSupport
import Rendering
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// Bounds that are met in a second are met as they are; those of the runtime are lowered, as meeting them takes a while.
@Suite struct BoundTests {
  private func errors(_ fixture: LessonFixture, within limits: WorkBound.Limits) -> String {
    fixture.lesson.run(within: limits).diagnostics.map { $0.text(in: fixture.file) }.joined(separator: "\n")
  }

  @Test func `the bounds are those of the lesson format`() {
    let limits = WorkBound.Limits()
    #expect(limits.operationsOnTape == 10_000_000)
    #expect(limits.operationsInAll == 10_000_000_000)
    #expect(limits.transcriptBytes == 50_000_000)
    #expect(limits.passes == 10_000_000)
    #expect(Resolver.Limits().statements == 200_000)
    #expect(Resolver.Limits().written == 4_300_000)
    #expect(Resolver.Limits().listedNames == 1_000_000)
    #expect(FormulaLowering.maxElements == 1_000_000)
  }

  /// A line of a lesson, and what is said where it is one too many.
  private func errors(_ cell: String, reading limits: Resolver.Limits) -> String {
    let (file, document) = LessonFixture.read(cell)
    return Resolver(document, within: limits).diagnostics.map { $0.text(in: file) }.joined(separator: "\n")
  }

  @Test func `statements and checks are bounded`() {
    let cell = "x = 1\ny = 2\n```\n```check\nx = 1\ny = 2\n```\n```calc\nz = 3\nu = 4"
    #expect(errors(cell, reading: .init(statements: 6)).isEmpty)
    #expect(
      errors(cell, reading: .init(statements: 4)) == """
        lesson.md:14:1: error: this lesson has more than 200,000 statements and checks, which is the bound
        z = 3
        ^~~~~
        """)
    #expect(errors(cell, reading: .init(statements: 2)).hasPrefix("lesson.md:9:4: error: this lesson has"))
  }

  @Test(arguments: [
    ("param W[1...100] = 0.5\nparam V[1...100] = 0.5", 802),
    ("param W[1...100] ~ normal(0, 1)\ny = sum(W)", 800),
    ("c[0] = 1\nc[i] = 0.99*c[i-1] for i in 1...100", 1000),
    ("y = 1\nz = sum(sin(i) for i in 1...100)", 500),
    ("param w = 1\nexplain sum(w*i for i in 1...100)", 300),
  ]) func `what values and formulas count is bounded over the whole lesson`(
    cell: String, least: Int
  ) {
    #expect(errors(cell, reading: .init(written: 2 * least)).isEmpty)
    let message = errors(cell, reading: .init(written: least / 2))
    #expect(
      message.contains(
        "written out, the values of this lesson and their formulas count more than 4,300,000, which is the bound"
      ))
    // One mistake is one message.
    #expect(message.split(separator: "error:").count == 2)
  }

  @Test(arguments: [
    "param w = 1\ny = w*w\nrepeat 100 times\n  w <- w - 0.1*∂y/∂w\n  forward\n  record y\nend",
    "param w = 1\ny = w*w\ntrain w to reduce y with sgd(rate: 0.1) for 1000 epochs",
    "param w = 1\ny = w*w\ntrain w to reduce y with sgd(rate: 0.1) for 1000 epochs, until y < -1",
    "param w[1...40] = 1\ny = sum(w[i]^2 for i in 1...40)\nbackward y",
    "param w[1...400] = 1",
    "param w[1...20] = 1\ny = sum(w[i]^2 for i in 1...20)\ntrain w to reduce y with adam(rate: 0.1) for 1 epoch",
    "param w = 1\n" + String(repeating: "explain w + 1\n", count: 50),
  ]) func `all that takes time is counted against one bound`(cell: String) {
    let fixture = LessonFixture(cell)
    #expect(errors(fixture, within: .init()).isEmpty)
    // A millisecond's worth.
    #expect(
      errors(fixture, within: .init(operationsInAll: 1_000_000 / 2)).contains(
        "this lesson works out more than 10,000,000,000 operations, which is the bound"))
  }

  @Test(arguments: [
    ("param W[1...1000000] = 0.5\nh[i] = tanh(W[i]) for i in 1...1000000", 2_000),
    ("c[0] = 1\nc[i] = 0.99*c[i-1] for i in 1...1000000", 1_000),
    ("param a[1...700000] = 0.5", 1_000),
  ]) func `a family that is known to be too large is refused before it is written out`(
    cell: String, limit: Int
  ) {
    #expect(errors(cell, reading: .init(written: limit)).contains("4,300,000, which is the bound"))
    let resolver = Resolver(LessonFixture.read(cell).document, within: .init(written: limit))
    #expect(resolver.scope.definitions.count <= 1)
  }

  @Test(arguments: [
    ("w <- w*0.5", "works out more than"),
    ("w <- w*0.5\n  record w", "a loop records at most 1,000,000 rows"),
    ("update w to reduce y with sgd(rate: 0.1)\n  forward", "works out more than"),
    ("repeat 10 times\n    forward\n  end", "gone through more than 10,000,000 times"),
  ]) func `a loop that is known to go beyond a bound is refused before it begins`(body: String, words: String)
  {
    let fixture = LessonFixture("param w = 1\ny = w*w\nrepeat 10000000 times\n  \(body)\nend")
    let message = errors(fixture, within: .init())
    #expect(message.contains(words))
    #expect(!message.contains("pass "))
  }

  @Test(arguments: [
    "w <- w - 0.1*∂y/∂w\n  forward\n  record y, ∂y/∂w",
    "w <- 0.5*w + 0.1\n  v <- v - 0.1*w\n  record w^2 + v, v*w",
    "update w, v to reduce y with sgd(rate: 0.1)\n  forward\n  record y, w*v, ∂y/∂v, if w > 0 then w else v",
  ])
  func `what a loop reads counts before it begins`(body: String) {
    let fixture = LessonFixture("param w = 1, v = 2\ny = w*w + v\nrepeat 1000000 times\n  \(body)\nend")
    let message = errors(fixture, within: .init())
    #expect(message.contains("works out more than"))
    // The loop is told, and not the line that it has come to.
    #expect(message.hasPrefix("lesson.md:8:"))
  }

  /// What is refused before it begins would be refused in the end.
  @Test(arguments: [
    "w <- w - 0.1*∂y/∂w\n  forward\n  record y, ∂y/∂w",
    "w <- if w > 1 then w - 0.1*∂y/∂w else 0.9*w\n  v <- -1\n  forward\n  record -1, pi, w^2, if w > 0 then 1 else 2",
    "update w, v to reduce y with sgd(rate: 0.1)\n  forward\n  record y, w*v, local(y, v), ∂(y*w)/∂w",
  ])
  func `no loop is refused that would end within the bound`(body: String) {
    let fixture = LessonFixture("param w = 1, v = 2\ny = w*w + v\nrepeat 10 times\n  \(body)\nend")
    var (least, most) = (0, 1_000_000)
    while most - least > 1 {
      let middle = (least + most) / 2
      if errors(fixture, within: .init(operationsInAll: middle)).isEmpty {
        most = middle
      } else {
        least = middle
      }
    }
    // With one operation less it is refused on the way, in a line of the loop: the estimate is no larger than what it takes.
    let message = errors(fixture, within: .init(operationsInAll: least))
    #expect(message.contains("works out more than"))
    #expect(!message.hasPrefix("lesson.md:8:"))
  }

  @Test func `the reverse pass is bounded before it is written down`() {
    let message = LessonFixture("param W[1...2000] = 0.5\nL = sum(W)\nbackward L").lesson
      .run(within: .init(operationsInAll: 2000 * Work.link)).diagnostics.map(\.message)
    #expect(message.first?.contains("works out more than") == true)
  }

  @Test func `the operations on the tape are bounded`() {
    let fixture = LessonFixture("input x = 1\ny = x + x + x\nz = y + y + y + y\nexplain z")
    var limits = WorkBound.Limits()
    limits.operationsOnTape = 7
    #expect(errors(fixture, within: limits).isEmpty)
    limits.operationsOnTape = 5
    #expect(
      errors(fixture, within: limits) == """
        lesson.md:8:1: error: this lesson puts more than 10,000,000 operations on the tape, which is the bound
        z = y + y + y + y
        ^~~~~~~~~~~~~~~~~
        """)
  }

  @Test func `the operations in all are bounded`() {
    let fixture = LessonFixture(
      "param w = 1\ny = w*w + w\n" + String(repeating: "w <- w\nforward\n", count: 1000))
    var limits = WorkBound.Limits()
    #expect(errors(fixture, within: limits).isEmpty)
    limits.operationsInAll = 1000
    let message = errors(fixture, within: limits)
    let words = "error: this lesson works out more than 10,000,000,000 operations, which is the bound\n"
    #expect(message.contains(words))
    limits.operationsInAll = 999
    #expect(errors(fixture, within: limits).contains(words))
  }

  @Test func `the transcript is bounded`() {
    let fixture = LessonFixture(
      "param w = 1\ny = w*w + w\n" + String(repeating: "explain y\n", count: 10_000))
    var limits = WorkBound.Limits()
    limits.transcriptBytes = 100_000
    let run = fixture.lesson.run(within: limits)
    #expect(run.diagnostics.count == 1)
    #expect(
      run.diagnostics.first?.text(in: fixture.file).contains(
        "error: the transcript of this lesson grows beyond 50 MB, which is the bound\nexplain y\n") == true)
    // The estimate is near: what was printed until then is about as long as the bound.
    #expect((500...3000).contains(run.transcript.parts.count))
  }

  @Test(arguments: [
    "answer: y\n" + String(repeating: "hint: a hint that is not very long\n", count: 1000),
    "answer: y\n" + (1...1000).map { "mistake: \($0)*w -- a reason\n" }.joined(),
    String(repeating: "- [x] a choice -- a reason\n", count: 1000),
    "answer: y\nbecause: \(String(repeating: "so ", count: 20_000))",
  ])
  func `questions count against the bound of the transcript`(lines: String) throws {
    let fixture = QuestionTests.fixture("How much?\n" + lines)
    let run = fixture.run
    let before = TextRenderer().text(of: fixture.lesson.run(within: .init(transcriptBytes: 400)).transcript)
      .utf8.count
    let count = TextRenderer().text(of: run.transcript).utf8.count - before
    #expect(run.diagnostics.isEmpty)
    // The estimate is near: half of what is printed is too little, twice as much is enough.
    #expect(
      errors(fixture, within: .init(transcriptBytes: count / 2)).contains(
        "lesson.md:14:1: error: the transcript of this lesson grows beyond 50 MB, which is the bound\nHow much?\n"
      ))
    #expect(errors(fixture, within: .init(transcriptBytes: count * 2)).isEmpty)
  }

  /// As long as a name may be.
  private static let longName = String(repeating: "w", count: 200)

  /// Each of these steps would print much more than the bound, and take its time.
  @Test(arguments: [
    // A long name on many levels.
    "param \(longName) = 1\ny = " + String(repeating: "(\(longName)^2 + ", count: 100) + longName
      + String(repeating: ")", count: 100) + "\nexplain y",
    // Many terms, many levels: every level is a line of all terms.
    "input x = 1\ny = x" + String(repeating: " + x", count: 1000)
      + " + "
      + String(repeating: "(x*x + ", count: 100) + "x" + String(repeating: ")", count: 100) + "\nexplain y",
  ])
  func `a step that would be too long is given up`(cell: String) {
    let fixture = LessonFixture(cell)
    var limits = WorkBound.Limits()
    limits.transcriptBytes = 100_000
    #expect(errors(fixture, within: limits).contains("the transcript of this lesson grows beyond 50 MB"))
  }

  @Test func `the names that updates list are bounded`() {
    let names = (0..<20).map { "w\($0) = 1" }.joined(separator: ", ")
    let update = "update all to reduce y with sgd(rate: 1)\n"
    let cell = "param \(names)\ny = w0\n" + String(repeating: update + "forward\n", count: 6)
    #expect(errors(cell, reading: .init(listedNames: 120)).isEmpty)
    #expect(
      errors(cell, reading: .init(listedNames: 100)) == """
        lesson.md:18:22: error: the updates of this lesson list more than 1,000,000 names, which is the bound
        update all to reduce y with sgd(rate: 1)
                             ^
        """)
  }

  @Test func `a file is bounded`() {
    let text = "---\ntitle: A lesson\n---\n" + String(repeating: "x", count: 10_000_000)
    #expect(
      LessonFixture(text: text).errors == """
        lesson.md: error: this file is larger than a lesson may be, which is 10 MB
        hint: split it into several lessons
        """)
  }

  @Test(arguments: ["(", "-", "2^", "sigmoid(", "∂(", "grad("])
  func `nesting is bounded`(opening: String) {
    let fixture = LessonFixture("y = " + String(repeating: opening, count: 20_000) + "1")
    #expect(fixture.lesson.diagnostics.map(\.message) == ["this nests deeper than 200 levels"])
  }
}
