import Algebra
import Foundation
import LessonTestSupport
import Testing
import Transcript

@testable import LessonRuntime
@testable import Tutor

@Suite("Formulas with other numbers") struct LessonReplayTests {
  private func replay(_ cells: String...) throws -> LessonReplay {
    let stepped = SteppedLesson(cells.joined(separator: "\n"))
    return try stepped.run.replay().get()
  }

  /// What is shown, by name.
  private func results(_ replay: LessonReplay, _ numbers: [Double]) throws -> [String: Double] {
    let results = try #require(replay.results(with: numbers))
    return Dictionary(
      uniqueKeysWithValues: zip(replay.data.results, results).map { ($0.formula.text(.calc), $1.full) })
  }

  @Test func `are worked out as they are above the first change, with the derivatives that the lesson takes`()
    throws
  {
    let replay = try replay(
      "input x = 2", "param w = 3", "y = w*x^2", "backward y", "update w to reduce y with sgd(rate: 0.1)",
      "forward",
      "z = y + 1")
    #expect(replay.data.givens.map(\.name.text) == ["x", "w"])
    #expect(try results(replay, [2, 3]) == ["y": 12, "∂y/∂x": 12, "∂y/∂w": 4])
    #expect(try results(replay, [3, 0.5]) == ["y": 4.5, "∂y/∂x": 3, "∂y/∂w": 9])
    // Nothing is left of the numbers that were tried before.
    #expect(try results(replay, [2, 3]) == ["y": 12, "∂y/∂x": 12, "∂y/∂w": 4])
  }

  @Test func `take a given number that is worked out from others along, and no derivative through it`() throws
  {
    let replay = try replay(
      "param a = 2", "param b = 3*a", "param c = b + 1", "y = a*c", "explain ∂y/∂a", "explain ∂y/∂c")
    #expect(replay.data.givens.map(\.name.text) == ["a"])
    #expect(try results(replay, [4]) == ["y": 52, "∂y/∂a": 13, "∂y/∂c": 4])
    #expect(replay.data.operations.contains { $0.name == "same" })
  }

  @Test func `have no value where an operation has none, and one again behind that`() throws {
    let replay = try replay("input x = 2", "y = ln(x)", "explain ∂y/∂x")
    #expect(replay.results(with: [-1]) == nil)
    #expect(try results(replay, [0.5])["∂y/∂x"] == 2)
  }

  @Test func `follow another branch, which a page is told of by a guard`() throws {
    let replay = try replay("input x = 2", "y = if x > 1 then x else 10*x")
    #expect(replay.data.guards.map(\.relation) == ["below"])
    #expect(try results(replay, [0.5])["y"] == 5)
  }

  @Test(arguments: [
    ("x = 1 + 2", "No formula of this lesson hangs on a number that is given."),
    ("input x = 1", "This lesson defines no formula that could be worked out with other numbers."),
    (
      "param w[1...41] = 1\ny = sum(w[i] for i in 1...41)",
      "This lesson gives 41 numbers, too many to be tried in a page: longhand step does it."
    ),
    (
      "input x = 1\ny = sum(x*i for i in 1...2500)",
      "The formulas of this lesson are too large to be worked out in a page: longhand step does it."
    ),
  ])
  func `are refused with the reason`(cells: String, reason: String) throws {
    let stepped = SteppedLesson(cells)
    guard case .failure(let refusal) = stepped.run.replay() else {
      Issue.record("there is a replay")
      return
    }
    #expect(refusal.reason == reason)
  }

  @Test(arguments: [
    ("0.15", 1.0, 0.01), ("0", 1, 0.01), ("0.9", 1, 0.01), ("1", 2, 0.01), ("-3", 5, 0.01),
    ("0.125", 1, 0.001),
    ("7", 10, 0.1), ("42", 50, 0.1), ("0.01", 0.1, 0.001), ("1000", 2000, 1),
  ])
  func `have sliders around the number, in steps that meet it`(text: String, greatest: Double, step: Double) {
    let range = Replay.Range(around: Number(Double(text) ?? .nan, text: text))
    #expect(range.least == -greatest && range.greatest == greatest && range.step == step)
  }
}
