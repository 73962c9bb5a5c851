import Algebra
import Diagnostics
import LessonRuntime
import Rendering
import Transcript
import Tutor

extension Command {
  /// `longhand try`
  static let `try` = Command(
    name: "try",
    summary: "Work a lesson's formulas out with other numbers, a line each.",
    operands: "LESSON",
    description: [
      """
      Reads lines such as `w5=0.7 i1=0.2` from standard input, and works the formulas of the lesson out with those numbers for its \
      inputs, targets, params and consts; the others are as the lesson gives them. So a whole range of numbers can be tried, and \
      drawn by another program.
      """,
      """
      The formulas are those above the first statement that changes a number, and the derivatives those that the lesson takes: what \
      a web page shows below its sliders. For each line it prints a line of JSON: `set`, and `results` with the name, the value and \
      the shown digits of each; or `fault`, where something has no value.
      """,
    ],
    examples: [
      Example("try backpropagation < numbers.txt", "What follows from each line of numbers.")
    ],
    options: LessonOptions.all + [.lessons]
  ) { call in
    try TryCommand(call).run()
  }
}

/// Works out the lines of standard input.
private struct TryCommand {
  let call: CommandCall
  let lesson: String

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    guard call.arguments.operands.count == 1 else {
      throw Failure(.wrongUsage, "`try` needs one lesson", details: ["usage: " + Command.try.usage])
    }
    lesson = call.arguments.operands[0]
    guard lesson != "-" else {
      throw .usage("the numbers come from standard input, so the lesson cannot")
    }
  }

  func run() throws -> ExitStatus {
    let source = try call.source(lesson)
    let file = try call.file(of: source)
    let lesson = try call.lesson(source, in: file)
    let options = try LessonOptions(call).options(for: lesson, called: source.name)
    let run = StepwiseRun(lesson, options)
    let replay: LessonReplay
    switch run.replay() {
    case .success(let found): replay = found
    case .failure(let refusal):
      if let failure = Failure(run.diagnostics, in: file) { throw failure }
      throw Failure(
        .failure, "`\(source.name)` cannot be tried with other numbers", details: [refusal.reason])
    }
    var number = 0
    while let line = try call.invocation.standardInput.line() {
      number += 1
      let settings = try settings(line, number, replay.data)
      let numbers = replay.data.givens.map { given in
        settings.last { $0.name == given.name.text }?.number ?? given.number.value
      }
      try call.invocation.results.print(
        ReplayWriter.line(replay.data, set: settings, results: replay.results(with: numbers)) + "\n")
    }
    return .success
  }

  private func settings(
    _ line: String, _ number: Int, _ replay: Replay
  ) throws(Failure) -> [(name: String, number: Double)] {
    var settings: [(name: String, number: Double)] = []
    for word in line.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let value = Double(parts[1].replacing("−", with: "-")), value.isFinite else {
        throw Failure(.failure, "line \(number): `\(word)` is no number for a name, as `w5=0.7` is")
      }
      let names = replay.givens.map(\.name.text)
      guard names.contains(parts[0]) else {
        throw Failure(
          .failure, "line \(number): `\(parts[0])` is no given number of these formulas",
          details: ["they are \(names.joined(separator: ", "))"])
      }
      settings.append((parts[0], value))
    }
    return settings
  }
}
