import Diagnostics
import LessonRuntime
import Rendering
import Transcript
import Tutor

extension Command {
  /// `longhand quiz`
  static let quiz = Command(
    name: "quiz",
    summary: "Write the questions of a lesson as a bank for a learning system.",
    operands: "LESSON",
    description: [
      """
      Writes the questions that a lesson asks, with their answers, hints, likely mistakes and reasons, for a system that asks them: \
      those of its own numbers, or with --variants N those of the variants 1 to N.
      """,
      """
      moodle-xml is Moodle's own format, which other systems read, too; gift is a plainer one, without hints; csv has a row for each \
      question, answer, mistake, choice and hint. Formulas are TeX between \\( and \\).
      """,
      """
      A number is right where the number rule takes it: with the decimals asked for, rounded or cut off. Where these differ there are two \
      answers. A system does not count decimals: a reply with fewer is right there where it is near enough. A mistake, the author's or \
      one that was worked out, brings nothing, and what is said to it. Choices are shuffled; of several right ones each brings its part, and a wrong one \
      takes all away.
      """,
      """
      All questions of a lesson are in one category, and each has the tags of its question and its variant, so that a quiz can draw one \
      of all variants. --shard takes a part of the variants: what all parts print one after the other is what the whole prints.
      """,
      """
      Ends with 1 when the lesson has an error or a variant has no numbers, and with 2 when the call is wrong.
      """,
    ],
    examples: [
      Example("quiz backpropagation --output bank.xml", "Its questions for Moodle."),
      Example("quiz backpropagation --variants 60 --output bank.xml", "The same with sixty sets of numbers."),
      Example("quiz backpropagation --variants 60 --format csv", "For a spreadsheet."),
    ],
    options: [
      .variants, .quizFormat, .quizOutput, .force, .shard, .noHeader, .decimals, .timing, .lessons,
    ]
  ) { call in
    try QuizCommand(call).run()
  }
}

/// Writes the questions of a lesson.
private struct QuizCommand {
  let call: CommandCall
  let format: QuizFormat
  /// The variants whose questions are written; `nil` for the lesson's own numbers.
  let variants: [String?]
  /// Whether this is the first part of the work, and the last one.
  let ends: (isFirst: Bool, isLast: Bool)
  let file: TextFile?

  /// More variants are more than a class has, and more than a system reads.
  private static let most = 100_000
  /// The most bytes of a file that are looked at before it is overwritten.
  private static let sizeLimit = 1_000_000_000

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    let arguments = call.arguments
    guard arguments.operands.count == 1 else {
      throw Failure(
        .wrongUsage, "`quiz` needs a lesson", details: ["usage: " + Command.quiz.usage])
    }
    let path = arguments.value(of: .quizOutput)
    file = path.flatMap { $0 == "-" ? nil : call.textFile(atPath: $0) }
    guard path != "" else { throw .usage("`--output` needs a file") }
    guard file != nil || !arguments.has(.force) else {
      throw .usage("`--force` is of use with `--output` only")
    }
    format = try QuizCommand.format(arguments.value(of: .quizFormat), file)
    let count = try arguments.number(of: .variants, in: 1...QuizCommand.most)
    let all = count.map { (1...$0).map { Optional("\($0)") } } ?? [nil]
    let shard = try arguments.value(of: .shard).map { text throws(Failure) in try Shard(text) }
    variants = shard.map { Array(all[$0.range(of: all.count)]) } ?? all
    let hasFrame = !arguments.has(.noHeader)
    ends = (
      isFirst: hasFrame && (shard?.number ?? 1) == 1, isLast: hasFrame && shard?.number == shard?.count
    )
  }

  private static func format(_ name: String?, _ file: TextFile?) throws(Failure) -> QuizFormat {
    let all = QuizFormat.all
    if let name {
      guard let format = all.first(where: { $0.name == name }) else {
        throw .unknown(
          "there is no format `\(name)` for questions", nearest: nearest(to: name, among: all.map(\.name)),
          otherwise: "the formats are \(QuizFormat.names)")
      }
      return format
    }
    guard let file, let ending = file.ending else { return all[0] }
    guard let format = all.first(where: { $0.ending == ending.lowercased() }) else {
      throw .usage(
        "`\(file.shownPath)` ends like no format of questions",
        hint:
          "the endings are \(all.map { "." + $0.ending }.joined(separator: ", ")); or say it with --format")
    }
    return format
  }

  func run() throws -> ExitStatus {
    let source = try call.source(call.arguments.operands[0])
    let text = try call.file(of: source)
    let lesson = try call.lesson(source, in: text)
    guard variants.allSatisfy({ $0 == nil }) || lesson.hasVariants else {
      throw Variant.none(of: source.name)
    }
    var pages: [String] = []
    let decimals = try call.arguments.number(of: .decimals, in: 0...12)
    let writer = format.writer
    let status = try call.forEach(variants, "variants") { variant, call in
      let bank = try QuizCommand.bank(
        of: lesson, called: source.name, variant: variant, decimals: decimals, call)
      return call.timing.measure(.writing) { writer.text(of: bank) }
    } take: { _, page in
      try call.attempt {
        pages.append(try page.get())
        return .success
      }
    }
    guard status == .success else { return status }
    let whole =
      (ends.isFirst ? format.writer.head : "") + pages.joined() + (ends.isLast ? format.writer.foot : "")
    try call.timing.measure(.writing) { try write(whole) }
    return .success
  }

  private static func bank(
    of lesson: Lesson, called name: String, variant: String?, decimals: Int?, _ call: CommandCall
  ) throws -> QuizBank {
    var options = RunOptions()
    options.decimals = decimals
    if let variant {
      options.variant = variant
      options.settings = try Variant(variant).numbers(for: lesson, called: name, call)
    }
    let run = StepwiseRun(lesson, options)
    let items = call.timing.measure(.running) { run.quizItems() }
    if let failure = Failure(run.diagnostics, in: lesson.file) { throw failure }
    guard !items.isEmpty else { throw Failure(.failure, "`\(name)` asks nothing") }
    return QuizBank(
      lesson: name, title: run.transcript.title, variant: variant,
      hasValueCalledE: run.transcript.hasValueCalledE, items: items)
  }

  private func write(_ text: String) throws {
    guard let file else { return try call.invocation.results.print(text) }
    if file.exists, !call.arguments.has(.force) {
      guard file.isRegular else {
        throw Failure(.failure, "`\(file.shownPath)` is no file that could be overwritten")
      }
      let bytes = try file.bytesAtOnce(limit: QuizCommand.sizeLimit)
      guard bytes.isEmpty || bytes.starts(with: format.writer.opening.utf8) else {
        throw Failure(
          .failure, "`\(file.shownPath)` is there, and holds no questions as \(format.name)",
          details: ["hint: --force overwrites it"])
      }
    }
    try file.replace(with: text)
  }
}
