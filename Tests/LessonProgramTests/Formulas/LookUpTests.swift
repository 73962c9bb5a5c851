import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// A lesson whose given numbers change, held against a fresh lesson that has those numbers from the start.
struct ChangedLesson: Sendable, CustomTestStringConvertible {
  let calc: String
  let changes: [String: String]
  let questions: String

  /// `questions` are asked of `calc` after `changes` and `forward`.
  init(_ calc: String, changing changes: [String: String], asking questions: String) {
    self.calc = calc
    self.changes = changes
    self.questions = questions
  }

  var testDescription: String { "\(calc) \(changes)" }

  /// Expects that the answers are those of the fresh lesson, and others than before the changes.
  func expectSameAnswers(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let changes = changes.sorted { $0.key < $1.key }
    let assignments = changes.map { "\($0.key) <- \($0.value)" }.joined(separator: "\n")
    let asked = "# asked\n" + questions
    let changed = LessonFixture("\(calc)\n\(assignments)\nforward\n\(asked)").working()
    let settings = try changes.map { try #require(RunOptions.Setting(name: $0.key, text: $0.value)) }
    let fresh = LessonFixture("\(calc)\n\(asked)")
    let answers = answers(in: changed)
    #expect(
      answers == self.answers(in: fresh.working(RunOptions(settings: settings))),
      sourceLocation: sourceLocation)
    #expect(answers != self.answers(in: fresh.working()), sourceLocation: sourceLocation)
    #expect(answers.count > 1 && !changed.contains("error:"), "\(changed)", sourceLocation: sourceLocation)
  }

  private func answers(in working: String) -> [Substring] {
    Array(working.split(separator: "\n").drop { !$0.contains("asked") })
  }
}

@Suite struct LookUpTests {
  @Test(arguments: [
    FamilyValues("param x = [3, 1, 2]\ninput i = 2\ny = x[i]^2", "y = 1", "∂y/∂x[2] = 2", "∂y/∂x[1] = 0"),
    FamilyValues("param x = [3, 1, 2]\ninput i = 2\ntarget j = 1\ny = x[i + j]", "y = 2"),
    FamilyValues("param x[0...2] = [3, 1, 2]\ninput i = 2\ny = x[2*i - 4]", "y = 3"),
    FamilyValues("param W = [[1, 2], [3, 4]]\ninput c = 2\ny = sum(W[i, c] for i in 1...2)", "y = 6"),
    FamilyValues("const k = 1\nparam x = [3, 1]\ninput i = 1\ny = x[i + k]", "y = 1"),
    // An index is whole within a billionth.
    FamilyValues("param x = [3, 1, 2]\ninput i = 0.1\ny = x[i*3*10]", "y = 2"),
    // An index may itself be looked up.
    FamilyValues("param x = [3, 1, 2]\ninput s = [2, 3], i = 1\ny = x[s[i]]", "y = 1"),
    // One embedding for each letter of a word.
    FamilyValues(
      "param E = [[1, 2], [3, 4], [5, 6]]\ninput w = [3, 1, 3]\nv[t, d] = E[w[t], d] for t in 1...3, d in 1...2\nL = sum(v)^2",
      "v[1,2] = 6", "v[2,1] = 1", "L = 625", "∂L/∂E[3,1] = 100", "∂L/∂E[2,1] = 0"),
    FamilyValues("h = [5, 6]\ninput i = 2\ny = h[i]\nz = 2*h[i] + y", "z = 18"),
  ])
  func `an index of inputs finds its element`(row: FamilyValues) throws { try row.expectChecks() }

  @Test(arguments: [
    ChangedLesson(
      "param x = [3, 1, 2]\ninput i = 1\ny = x[i]^2\nz = 3*y", changing: ["i": "3"],
      asking: "explain z\nexplain ∂z/∂x[1]\nexplain ∂z/∂x[3]\nexplain local(y, x[3])\nbackward z"),
    ChangedLesson(
      "param x = [3, 1, 2]\ninput i = 1\ny = x[i] + x[2]\nL = y^2", changing: ["i": "2"],
      asking: "explain L\nexplain ∂L/∂x[2]\nbackward L"),
    // What is defined behind the look-up is on the tape anew, given numbers included.
    ChangedLesson(
      "param x = [3, 1, 2]\ninput i = 1\ny = x[i]\nparam w = 5\nz = w*y\ninput j = 2\nu = z*x[j]",
      changing: ["i": "2", "j": "3", "w": "7"],
      asking: "explain u\nexplain ∂u/∂w\nexplain ∂u/∂x[2]\nbackward u\nq = u + w"),
    ChangedLesson(
      "param x = [3, 1, 2]\ninput i = 1\ny = x[i]^2\ng = ∂y/∂x[2]\nh = g + 1", changing: ["i": "2"],
      asking: "explain h\nexplain g"),
    ChangedLesson(
      "param E = [[1, 2], [3, 4]]\ninput w = [1, 2]\nv[t, d] = E[w[t], d] for t in 1...2, d in 1...2\nL = sum(v)^2",
      changing: ["w[1]": "2"], asking: "explain v\nexplain ∂L/∂E[2,1]\nbackward L"),
  ])
  func `a look-up that finds another element makes the lesson that has it from the start`(
    row: ChangedLesson
  ) throws {
    try row.expectSameAnswers()
  }

  @Test func `what is updated after a look-up has moved is the element that is now found`() throws {
    try FamilyValues(
      "param x = [3, 1]\ninput i = 1\nL = x[i]^2\ni <- 2\nforward\nupdate x to reduce L with sgd(rate: 0.25)\nforward",
      "x[1] = 3", "x[2] = 0.5", "L = 0.25"
    ).expectChecks()
  }

  @Test func `a look-up shows the element that it finds`() {
    let lesson = LessonFixture("param x = [3, 1, 2]\ninput i = 3\ny = x[i]^2")
    #expect(
      lesson.working() == """
        param   x[1] = 3   x[2] = 1   x[3] = 2
        input   i = 3

        y = x[i]² = x[3]²
          = 2²
          = 4
        """)
  }

  private static let family = "param x = [1, 2, 3]\n"

  @Test(arguments: [
    MarkedCell(
      family + "input n = 4\n⟦y = x[n]⟧", "`x` has no element `x[4]`: `n` is 4",
      hint: "the elements are `x[1]` to `x[3]`"),
    MarkedCell(
      family + "input n = -1\n⟦y = x[n]⟧", "`x` has no element `x[-1]`: `n` is -1",
      hint: "the elements are `x[1]` to `x[3]`"),
    MarkedCell(
      family + "input n = 1.5\n⟦y = x[n]⟧", "`x` has no element `x[1.5]`: `n` is 1.5",
      hint: "the elements are `x[1]` to `x[3]`"),
    MarkedCell(
      family + "input n = 1e30\n⟦y = x[n]⟧", "`x` has no element `x[1e+30]`: `n` is 1e+30",
      hint: "the elements are `x[1]` to `x[3]`"),
    MarkedCell(family + "input n = 0\n⟦y = x[0/n]⟧", "an index of `x` has no value: `0/n`, where `n` is 0"),
    MarkedCell(family + "input n = 0\n⟦y = x[1/n]⟧", "an index of `x` has no value: `1/n`, where `n` is 0"),
    MarkedCell(
      family + "input n = 1e300\n⟦y = x[n*n]⟧", "an index of `x` has no value: `n*n`, where `n` is 1e+300"),
    MarkedCell(
      "param W = [[1, 2]]\ninput n = 2\n⟦y = W[n, n]⟧", "`W` has no element `W[2,2]`: `n` is 2",
      hint: "the elements are `W[1,1]` to `W[1,2]`"),
    MarkedCell(
      family + "input n = 1\ny = x[n]\nn <- 9\n⟦forward⟧", "`y`: `x` has no element `x[9]`: `n` is 9",
      hint: "the elements are `x[1]` to `x[3]`"),
    MarkedCell(
      family + "param n = 1\ny = x[⟦n⟧]",
      "an index may use numbers, consts, `for` names, inputs and targets, and `n` is none of these"),
    MarkedCell(
      family + "n = 1\ny = x[⟦n + 1⟧]",
      "an index may use numbers, consts, `for` names, inputs and targets, and `n` is none of these"),
    MarkedCell(
      family + "input n = 1\ny = x[n]\nz = ∂y/∂⟦x[n]⟧",
      "the indices are fixed here, and these may change",
      hint: "numbers, consts and `for` names may stand here"),
    MarkedCell(
      family + "input n = 1\n⟦x[n]⟧ <- 3", "the indices are fixed here, and these may change",
      hint: "numbers, consts and `for` names may stand here"),
  ])
  func `a look-up that finds nothing stops the lesson there`(row: MarkedCell) { row.expectErrors() }
}
