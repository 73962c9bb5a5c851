import Diagnostics
import LessonDocument
import LessonRuntime
import Stepper
import Terminal
import Testing

@testable import Player

@Suite("A training that comes to no value")
struct StoppingTests {
  private static let lesson = """
    ---
    title: Too fast
    ---

    ```data points
    x, t
    1, 0
    3, 1
    ```

    ```calc
    input x from points
    target t from points
    param w = 1
    y = w*x
    L = (y - t)^2
    train w to reduce L over points with sgd(rate: 10) for 400 epochs
    ```

    """

  @Test("stops, says what a run says, and can be gone back from")
  func stopping() throws {
    let document = LessonDocument(reading: SourceFile(name: "fast.md", text: Self.lesson))
    let said = try #require(Lesson(document, name: "fast").run().diagnostics.first?.message)
    #expect(said.hasPrefix("epoch ") && said.contains("row 1 of `points`: `L`"))
    var player = try Player(
      TrainingText(document, training: 1), title: "fast", size: TerminalSize(columns: 200, rows: 24),
      style: Style(width: 200))
    player.press(.character(" "))
    player.finish()
    #expect(
      player.training.end.map {
        if case .stopped(let diagnostic) = $0 { diagnostic.message == said } else { false }
      } == true)
    #expect(!player.isRunning)
    let last = player.training.epoch
    #expect(player.frame.lines[22].contains(said.prefix(60)), "\(player.frame.lines[22])")
    #expect(player.training.loss?.isFinite == true)

    player.press(.character("b"))
    player.finish()
    #expect(player.training.epoch == last - 1 && player.training.end == nil)
    player.press(.character(" "))
    player.finish()
    #expect(player.training.epoch == last)
  }

  @Test("says which trainings of a lesson there are")
  func refusals() {
    let document = LessonDocument(reading: SourceFile(name: "fast.md", text: Self.lesson))
    #expect(throws: TrainingText.Refusal.missing(count: 1)) { try TrainingText(document, training: 2) }
  }
}
