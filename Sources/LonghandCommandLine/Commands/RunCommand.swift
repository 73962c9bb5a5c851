import Diagnostics
import LessonRuntime
import Rendering
import Transcript
import Tutor

extension Command {
  /// `longhand run`
  static let run = Command(
    name: "run",
    summary: "Work through lessons and print every step.",
    operands: "LESSON…",
    description: [
      """
      Works through each lesson in turn and prints its transcript: every value, every derivative and every update \
      as names, then numbers, then the result, and beside every printed number whether it is met.
      """,
      """
      LESSON is the name of a lesson of the course; with a / or ending in .md it is the path of a file; - is \
      standard input.
      """,
      """
      --set and --data try the lesson with other numbers; the checks that these do not meet are marked. A CSV file \
      has a line with the names of the columns and a line for each row; of its columns, in any order, those count \
      that the lesson's data has.
      """,
      """
      --variant draws the numbers that the lesson's `vary` cell names, and without one its typed inputs and params: the same \
      numbers for the same VARIANT, on every machine. What the lecture prints is not shown then. A number of --set wins.
      """,
      """
      --format json prints a trace for other programs: every formula, every number with its digits and in full, every \
      path and every update; --width, --ascii and --color are for text. --output writes files, each whole or not at all; a \
      file that is there is overwritten only where it is an earlier run of the lesson. Several formats, such as html,latex, \
      or all of them, --format all, go to a folder; the lesson is worked once for all of them.
      """,
      """
      --format svg draws the computation graph of one value, and --format dot writes it for Graphviz: each value that it is \
      worked out of with its number and the derivative by it, and on each line the local derivative; above 60 values or \
      80 lines a family is one node. A page, --format html, has that drawing behind its last step, where there is room. \
      --of names the value; without it, it is the last of which the lesson takes a derivative, its cost, or else that \
      of its last formula. The numbers are those at the end of the lesson or, where something that the value depends on \
      changes after its last pass, those before that.
      """,
      """
      --format markdown makes a page for GitHub, MyST and Jupyter. --format latex makes a handout: a part of a document that \
      has amsmath, amssymb and booktabs, or with --standalone a document for pdflatex and lualatex.
      """,
      """
      Ends with 1 when a lesson has an error or a check does not hold, with 2 when the call is wrong. Ctrl-C ends a \
      training with its last whole epoch, prints what there is, and ends with 130.
      """,
    ],
    examples: [
      Example("run backpropagation", "The lecture's 2-2-2 network, worked by hand."),
      Example("run --set w5=0.7 backpropagation", "The same with another weight."),
      Example("run --variant 17 backpropagation", "The same with the numbers of variant 17."),
      Example(
        "run --answers none backpropagation", "Without the answers to its questions, to be handed out."),
      Example("run batch-mini-batch-stochastic --data points=mine.csv", "With rows of your own."),
      Example("run --decimals 3 my-lesson.md", "A lesson of your own, with three digits after the point."),
      Example("run backpropagation | less", "Page by page."),
      Example("run backpropagation --output trace.json", "As JSON, to a file."),
      Example("run backpropagation --standalone --output handout.tex", "As a handout, for pdflatex."),
      Example("run backpropagation --output graph.svg", "The computation graph of its error, as a picture."),
      Example(
        "run backpropagation --format html,latex --output handouts/",
        "In two formats, to a folder."),
    ],
    options: LessonOptions.all + RunOutput.options + [.answers, .width, .ascii, .color, .timing, .lessons]
  ) { call in
    try RunCommand(call).run()
  }
}

/// Prints the transcripts of lessons.
private struct RunCommand {
  let call: CommandCall
  let display: Display
  let options: LessonOptions
  let output: RunOutput
  let answers: Transcript.Answers

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    output = try RunOutput(call)
    var invocation = call.invocation
    // A file has the same look wherever it is written from.
    if !output.isToResults { invocation.terminal = nil }
    display = try Display(call.arguments, invocation)
    options = try LessonOptions(call)
    answers = try RunCommand.answers(call.arguments)
    guard output.formats.contains(where: { !$0.isOfOneValue }) || !call.arguments.has(.answers) else {
      throw .usage("a graph has no answers that `--answers` could place")
    }
    guard !call.arguments.operands.isEmpty else {
      throw Failure(.wrongUsage, "`run` needs a lesson", details: ["usage: " + Command.run.usage])
    }
  }

  private static func answers(_ arguments: Arguments) throws(Failure) -> Transcript.Answers {
    guard let word = arguments.value(of: .answers) else { return .end }
    guard let answers = Transcript.Answers(rawValue: word) else {
      throw .usage("`--answers` takes end, none or only, not `\(word)`")
    }
    return answers
  }

  func run() throws -> ExitStatus {
    if output.isToFolder {
      try call.expectSoundOperands()
      return try call.forEach(call.arguments.operands, "lessons") { operand, call in
        var isFirst = true
        return try RunCommand(call).run(call.source(operand), isFirst: &isFirst)
      }
    }
    var isFirst = true
    return try call.forEachLesson { source in try run(source, isFirst: &isFirst) }
  }

  /// Works a lesson; `isFirst` is whether no transcript has been written before.
  private func run(_ source: LessonSource, isFirst: inout Bool) throws -> ExitStatus {
    let file = try call.file(of: source)
    let lesson = try call.lesson(source, in: file)
    var options = try options.options(for: lesson, called: source.name)
    options.graph = output.graph
    var worked = call.work(
      lesson, of: source, options, looksBack: output.formats.contains(where: \.looksBack))
    worked.run.transcript.answers = answers
    let run = worked.run

    try call.timing.measure(.writing) {
      let look = OutputLook(renderer: display.renderer, isStandalone: output.isStandalone)
      // Where the lesson has stopped before there was anything to be drawn, there is no graph.
      for format in output.formats where !format.isOfOneValue || run.graph != nil {
        try output.write(format.text(worked, look), of: source, as: format, isFirst: isFirst, call)
      }
    }
    isFirst = false

    if let failure = Failure(run.diagnostics, in: file) { throw failure }
    if run.isCancelled { return .interrupted }
    let broken = run.transcript.checks.count { !$0.holds }
    if broken > 0 {
      throw Failure(.failure, "\(source.name): " + CheckCount.notHolding(broken))
    }
    return .success
  }
}
