import Algebra
import Diagnostics
import Engine
import LessonDocument
import LessonProgram
import LessonRuntime
import PlainText
import Player
import Rendering
import Stepper
import Terminal
import Testing

/// A network of which every test has soon seen enough.
func smallNetwork(_ change: (inout Network) -> Void = { _ in }) -> Network {
  var network = Network()
  network.layers = [2]
  network.rowCount = 40
  change(&network)
  return network
}

extension Player {
  /// A player of a network at a window.
  static func at(
    _ network: Network = smallNetwork(), columns: Int = 80, rows: Int = 24, _ alphabet: Alphabet = .unicode,
    _ ink: Ink = .none
  ) throws -> Player {
    let style = Style(width: columns, alphabet: alphabet, ink: ink, medium: .terminal)
    return try Player(network, size: TerminalSize(columns: columns, rows: rows), style: style)
  }

  /// Presses keys; after each, time passes until nothing moves, or for one epoch.
  mutating func play(_ script: String) {
    for key in KeyScript(script).keys where !hasLeft {
      press(key)
      pass { false }
    }
  }
}

extension String {
  /// The numbers of the params of a lesson that is run to its end.
  func paramsOfRun() throws -> [Double] {
    let lesson = Lesson(LessonDocument(reading: SourceFile(name: "saved.md", text: self)), name: "saved")
    let plan = lesson.plan(RunOptions())
    try #require(plan.diagnostics.isEmpty, "\(plan.diagnostics.map(\.message)): \(self)")
    var interpreter = plan.interpreter()
    let areCarriedOut = plan.instructions.allSatisfy { interpreter.carryOut($0) }
    try #require(areCarriedOut, "\(interpreter.diagnostic?.message ?? "")")
    guard case .train(let training)? = plan.instructions.last?.kind else { return [] }
    return training.params.map { interpreter.environment.value(of: $0) }
  }

  /// What a run of the lesson prints.
  func textOfRun(width: Int = 80) -> String {
    let lesson = Lesson(LessonDocument(reading: SourceFile(name: "saved.md", text: self)), name: "saved")
    return TextRenderer(width: width, medium: .terminal).text(of: lesson.run().transcript)
  }
}
