import Diagnostics
import LessonRuntime
import Rendering
import Transcript
import Tutor

extension Command {
  /// `longhand answer`
  static let answer = Command(
    name: "answer",
    summary: "Judge replies to a question of a lesson, a line each.",
    operands: "LESSON QUESTION",
    description: [
      """
      Reads replies from standard input, one a line, and judges each as `longhand step` does at the lesson's question of that \
      number: 1 is the first. So an author sees what learners will be told, and whoever collects replies can have them marked.
      """,
      """
      For each reply it prints a line of JSON: `reply` as it was typed; `outcome`, which is right, wrong or sentBack (it cannot be \
      judged, and is no mistake); `remarks`, what is said to it; and `html`, the same as a web page shows it.
      """,
      """
      All hints are taken to be left. Ends with 0 whatever the replies are.
      """,
    ],
    examples: [
      Example("answer backpropagation 2 < replies.txt", "What is said to each reply to the second question."),
      Example(
        "answer --variant 17 backpropagation 2 < replies.txt", "The same with the numbers of variant 17."),
    ],
    options: LessonOptions.all + [.lessons]
  ) { call in
    try AnswerCommand(call).run()
  }
}

/// Judges the replies of standard input.
private struct AnswerCommand {
  let call: CommandCall
  let lesson: String
  let number: Int

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    let operands = call.arguments.operands
    guard operands.count == 2 else {
      throw Failure(
        .wrongUsage, "`answer` needs a lesson and the number of a question",
        details: ["usage: " + Command.answer.usage])
    }
    guard operands[0] != "-" else {
      throw .usage("the replies come from standard input, so the lesson cannot")
    }
    guard let number = Int(operands[1]), number > 0 else {
      throw .usage("`\(operands[1])` is no number of a question: the first is 1")
    }
    (lesson, self.number) = (operands[0], number)
  }

  func run() throws -> ExitStatus {
    let source = try call.source(lesson)
    let file = try call.file(of: source)
    let lesson = try call.lesson(source, in: file)
    let options = try LessonOptions(call).options(for: lesson, called: source.name)
    let run = StepwiseRun(lesson, options)
    let judges = run.judges()
    guard judges.indices.contains(number - 1) else {
      if let failure = Failure(run.diagnostics, in: file) { throw failure }
      let count = judges.count
      throw Failure(
        .failure, "`\(source.name)` has no question \(number)",
        details: [
          count == 0
            ? "it asks nothing" : count == 1 ? "it has one question" : "its questions are 1 to \(count)"
        ])
    }
    let hints = run.transcript.questions[number - 1].hints.count
    let writer = VerdictWriter(callsExp: run.transcript.hasValueCalledE)
    while let reply = try call.invocation.standardInput.line() {
      let verdict = judges[number - 1].verdict(on: reply, hintsLeft: hints)
      try call.invocation.results.print(
        writer.line(reply: reply, outcome: "\(verdict.outcome)", remarks: verdict.remarks) + "\n")
    }
    return .success
  }
}
