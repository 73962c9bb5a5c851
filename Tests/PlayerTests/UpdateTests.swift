import Algebra
import Diagnostics
import LessonRuntime
import Player
import Rendering
import Stepper
import Terminal
import Testing

@Suite("The next update of a weight")
struct UpdateTests {
  @Test(
    "is worked out line for line as a run of its lesson prints it, and leads to the next epoch's number",
    arguments: [
      (smallNetwork { $0.batchSize = nil }, "nn<Down>"),
      (smallNetwork { ($0.batchSize, $0.optimizer) = (nil, .adam) }, "nn+n"),
      (smallNetwork { ($0.batchSize, $0.penalty) = (7, .l2) }, "nn<Up>"),
      (smallNetwork { $0.batchSize = 1 }, ""),
    ])
  func working(network: Network, keys: String) throws {
    var player = try Player.at(network, rows: 10_000)
    player.play(keys)
    let marked = keys.hasSuffix("<Down>") ? 1 : keys.hasSuffix("<Up>") ? player.training.params.count - 1 : 0
    let working = try #require(player.training.working(ofParam: marked))
    #expect(working.diagnostics.isEmpty, "\(working.diagnostics.map(\.message))")
    player.play("w")
    let lines = player.frame.lines.dropLast().reversed().drop(while: \.isEmpty).reversed()
    #expect(lines.first?.contains(player.training.paramNames[marked]) == true)
    // The working begins behind a sentence on it.
    let shown = lines.drop { !$0.isEmpty }.dropFirst().joined(separator: "\n")
    let run = working.lesson.textOfRun()
    #expect(run.hasSuffix("\n" + shown + "\n"), "\(shown)")
    let name = player.training.paramNames[marked]
    #expect(shown.contains("∂L/∂\(name)") && shown.contains("\(name) ←"), "\(shown)")

    guard network.batchSize == nil else { return }
    player.play("<Esc>n")
    let after = try #require(player.training.shown(player.training.params[marked]).text)
    #expect(run.hasSuffix(after.replacing("-", with: "−") + "\n"), "\(after)")
  }
}
