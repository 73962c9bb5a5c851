import Diagnostics
import LessonDocument
import LessonRuntime
import Player
import Stepper
import Terminal

extension Command {
  /// `longhand play`
  static let play = Command(
    name: "play",
    summary: "Train a network and watch it: the boundary, the loss, the weights.",
    operands: "[LESSON]",
    description: [
      """
      Draws a training as it goes. Without a lesson it is a network on points of two kinds, which c puts together anew: the \
      points, the features, the layers, the rate and more. With a lesson it is the lesson's first training, or another one \
      by --training; of a loop around it, the first pass is made as far as there. --set and --variant give it other numbers, as \
      they do for `longhand run`; a lesson that is saved has them.
      """,
      """
      Space trains and pauses, n trains one epoch, b goes back one, g to any, r starts again from the same numbers, + and - \
      change the rate. Tab marks a weight, and w works its next update out, with the digits that `longhand run` shows. \
      s saves a lesson that ends with these very numbers, m says in words where the boundary is, ? shows all keys, and q \
      leaves.
      """,
      """
      With --plain nothing on the screen is redrawn: what can be asked for is typed as words, a line each, and `help` \
      lists them. It is chosen by itself where the input or the output is no terminal, and where TERM is dumb.
      """,
      """
      --keys plays the keys of a file and prints in words what they bring; no time passes then, and Space trains 100 \
      epochs. Each character is a key, and each line end is Enter; other keys are written <Left>, <Esc>, <Ctrl-U>; a line \
      that begins with # is a comment.
      """,
    ],
    examples: [
      Example("play", "A network with two hidden layers on a disc and a ring."),
      Example("play --data mine.csv", "The same on points of your own, with the columns x1, x2 and label."),
      Example("play until-values-converge", "The training of a lesson."),
      Example("play until-values-converge --set w5=0.9", "The same from another number."),
    ],
    options: [.plain, .keys, .points, .training, .set, .variant, .width, .ascii, .color, .lessons]
  ) { call in
    try PlayCommand(call).run()
  }
}

/// Lets somebody play with a training.
private struct PlayCommand {
  let call: CommandCall
  let display: Display
  let keys: KeyScript?
  let training: Int
  let options: LessonOptions

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    display = try Display(call.arguments, call.invocation)
    training = try call.arguments.number(of: .training, in: 1...1000) ?? 1
    options = try LessonOptions(call)
    let arguments = call.arguments
    guard arguments.operands.count <= 1 else {
      throw Failure(
        .wrongUsage, "`play` takes one lesson at a time", details: ["usage: " + Command.play.usage])
    }
    let lessonOptions: [Option] = [.training, .set, .variant]
    if arguments.operands.isEmpty, let first = lessonOptions.first(where: arguments.has) {
      throw .usage("`\(first.name)` goes with a lesson", hint: Command.play.usage)
    }
    if !arguments.operands.isEmpty, arguments.has(.points) {
      throw .usage("a lesson has data of its own", hint: "`play --data FILE` goes without a lesson")
    }
    keys = try arguments.value(of: .keys).map { path throws(Failure) in
      try KeyScript(String(decoding: call.file(atPath: path).bytes, as: UTF8.self))
    }
    if arguments.operands == ["-"], keys == nil {
      throw .usage(
        "a lesson that is read from standard input leaves none for keys",
        hint: "name the lesson's file, or play keys with --keys")
    }
  }

  func run() throws -> ExitStatus {
    guard call.arguments.operands.isEmpty else {
      return try call.forEachLesson { source in try play(source) }
    }
    var network = Network()
    if let path = call.arguments.value(of: .points) { network.rows = try rows(atPath: path, for: network) }
    return try session.run(keys: keys) { size, style, watch throws(LiveTraining.Refusal) in
      try Player(network, size: size, style: style, watch: watch)
    }
  }

  private var session: PlaySession { PlaySession(call: call, display: display) }

  /// Plays with a training of a lesson.
  private func play(_ source: LessonSource) throws -> ExitStatus {
    let file = try call.file(of: source)
    let lesson = try call.lesson(source, in: file)
    let options = try options.options(for: lesson, called: source.name)
    let document = try document(of: lesson, writtenWith: options.settings, in: source)
    let text: TrainingText
    do throws(TrainingText.Refusal) {
      text = try TrainingText(document, training: training)
    } catch {
      throw failure(of: error, in: source)
    }
    let variant = options.variant.map { ", variant \($0)" } ?? ""
    let title = "\(source.name)\(variant): \(document.frontMatter.title)"
    return try session.run(keys: keys) { size, style, watch throws(LiveTraining.Refusal) in
      try Player(text, title: title, size: size, style: style, watch: watch)
    }
  }

  /// The text of a lesson with other numbers.
  private func document(
    of lesson: Lesson, writtenWith settings: [RunOptions.Setting], in source: LessonSource
  ) throws(Failure) -> LessonDocument {
    do throws(Lesson.WritingRefusal) {
      return try lesson.document(writtenWith: settings)
    } catch {
      switch error {
      case .faulty(let diagnostics):
        throw Failure(diagnostics, in: lesson.file) ?? Failure(.failure, "`\(source.name)` has errors")
      case .hasNoPlace(let name):
        throw .usage(
          "`play` writes numbers into the lesson's text, where `\(name)` has no place of its own",
          hint: "`longhand run \(source.name) --set \(name)=…` takes it")
      }
    }
  }

  private func failure(of refusal: TrainingText.Refusal, in source: LessonSource) -> Failure {
    switch refusal {
    case .missing(count: 0):
      Failure(
        .failure, "`\(source.name)` trains nothing", details: ["`longhand play` trains a network of its own"])
    case .missing(count: let count):
      Failure(.failure, "`\(source.name)` has \(count) trainings, and none with the number \(training)")
    case .inRows:
      Failure(.failure, "this training of `\(source.name)` stands in a loop that goes through rows")
    }
  }

  /// The rows of a file, once it is sure that a network can learn from them.
  private func rows(atPath path: String, for network: Network) throws(Failure) -> Network.Rows {
    let file = try call.file(atPath: path)
    let lesson = Lesson(
      LessonDocument(reading: SourceFile(name: "network.md", text: network.lesson)), name: "network")
    let (_, faults) = lesson.rows(replacing: "points", from: file)
    if let failure = Failure(faults, in: file) { throw failure }
    return .written(String(decoding: file.bytes, as: UTF8.self), file: file.name)
  }
}
