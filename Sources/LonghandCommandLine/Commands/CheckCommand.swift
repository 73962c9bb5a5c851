import Claims
import Diagnostics
import LessonDocument
import LessonRuntime
import PlainText
import Rendering
import Transcript

extension Command {
  /// `longhand check`
  static let check = Command(
    name: "check",
    summary: "Check lessons against printed numbers and their transcripts.",
    operands: "[LESSON…]",
    description: [
      """
      Works through each lesson, or through the whole course when none is named, and prints a line for each: how \
      many of the printed numbers that it is held against are met, and in full those that are not.
      """,
      """
      A number that is typed in running text though the lesson computes it, and a mark of emphasis beside a digit, \
      are warned of.
      """,
      """
      A claim that a lesson names in the note of a check or in an HTML comment must be one of the list that the lesson \
      goes by; `longhand help claims` tells of lists.
      """,
      """
      --style warns also of what a reader may trip over: a lesson that is too long or too short, long sentences and \
      paragraphs, words that no lesson has explained so far, answers that stand above their questions. `longhand help \
      style` lists the rules.
      """,
      """
      The run of a lesson of the course is compared with its transcript, Transcripts/NAME.txt beside the folder of \
      the lessons; --update records it. A lesson given by a path outside the course, and - for standard input, has \
      no transcript.
      """,
      """
      --variants tries the variants 1 to N of each lesson in the place of all that, and tells between which numbers each answer \
      lies, how often numbers were drawn again, and why: because a condition of the vary cell did not hold, the lesson stopped, or \
      an answer was shown as 0 or was one of its mistakes.
      """,
      """
      --trace works the lesson that a trace names out again, with the numbers and rows that it names, and compares every formula, \
      number, path, update and question; each place that differs is named. With LESSON it is held against that one.
      """,
      """
      Ends with 1 when a lesson has an error, a check does not hold, or a transcript differs, is missing, or is no \
      lesson's, and when a trace is not what its lesson gives; --update ends with 1 when it has changed one, --style when a rule \
      is broken, and --variants when a variant finds no numbers, or a condition is met, or an answer clear, with less than one \
      draw in a hundred.
      """,
    ],
    examples: [
      Example("check", "The whole course."),
      Example("check backpropagation", "One lesson."),
      Example("check --update", "Record the transcripts as they now are."),
      Example("check my-lesson.md", "A lesson of your own."),
      Example("check --style", "How the lessons read, too."),
      Example("check backpropagation --variants 200", "Whether the variants of a lesson can be given out."),
      Example("check --trace trace.json", "Whether nobody has changed a trace."),
    ],
    options: [.update, .style, .variants, .trace, .timing, .lessons]
  ) { call in
    let variants = try call.arguments.number(of: .variants, in: 1...1_000_000)
    if variants != nil, let other = [Option.update, .style, .trace].first(where: call.arguments.has) {
      throw Failure.usage("`--variants` and `\(other.name)` do not go together")
    }
    if let check = try TraceCheck(call) { return try check.run() }
    return try CheckCommand(
      call: call, variants: variants, isUpdate: call.arguments.has(.update), claims: ClaimFiles(call),
      style: call.arguments.has(.style) ? StyleReader(call) : nil
    ).run()
  }
}

/// Holds lessons against printed numbers, and against their transcripts.
private struct CheckCommand {
  let call: CommandCall
  /// How many variants are tried, where that is asked for.
  let variants: Int?
  let isUpdate: Bool
  /// The lists of claims that the lessons go by.
  let claims: ClaimFiles
  /// Holds them against the rules of style, where that is asked for.
  let style: StyleReader?

  /// The most bytes of a recorded transcript that are read: twice what a run may write.
  private static let transcriptLimit = 100_000_000

  func run() throws -> ExitStatus { try max(checkAll(), claims.status, style?.status ?? .success) }

  private func checkAll() throws -> ExitStatus {
    guard call.arguments.operands.isEmpty else { return try checkOperands() }
    let course = try call.course.get()
    let worst = try check(course.lessons.map(LessonSource.init)) { source, _ in source }
    if variants != nil { return worst }
    return try course.strayTranscripts().reduce(worst) { worst, stray in
      try print(["\(stray.shownPath): no lesson has this transcript; delete it"])
      return max(worst, .failure)
    }
  }

  private func checkOperands() throws -> ExitStatus {
    try call.expectSoundOperands()
    return try check(call.arguments.operands) { operand, call in try call.source(operand) }
  }

  private func check<Item: Sendable>(
    _ items: [Item], source: @escaping @Sendable (Item, CommandCall) throws -> LessonSource
  ) throws -> ExitStatus {
    if let variants {
      return try call.forEach(items, "lessons") { item, call in
        try VariantCheck(call: call, count: variants).check(source(item, call))
      }
    }
    let isUpdate = isUpdate
    return try call.forEach(items, "lessons") { item, call in
      let source = try source(item, call)
      if isUpdate, source.inCourse == nil {
        throw Failure.usage(
          "`\(source.shownPath)` is no lesson of the course: it has no transcript to update")
      }
      return (source: source, tried: Result { try TriedLesson(source, call) })
    } take: { _, result in
      try call.attempt {
        let (source, tried) = try result.get()
        let work: Work
        do {
          work = try self.work(through: source, tried.get())
        } catch {
          try print(["\(source.name): stopped by an error"])
          throw error
        }
        return try call.timing.measure(.writing) { try report(work, of: source) }
      }
    }
  }

  /// What came of a lesson.
  private struct Work {
    let tried: TriedLesson
    let transcript: Transcript
    /// What its author should look at twice, each as it is printed.
    let warnings: [String]
    /// Whether rules of style are broken.
    var breaksRules = false
  }

  /// Tells what came of a run, and holds it against its transcript.
  private func report(_ work: Work, of source: LessonSource) throws -> ExitStatus {
    let checks = work.transcript.checks
    let count = CheckCount(
      checks, questionCount: work.transcript.questions.count, warningCount: work.warnings.count)
    try print(
      ["\(source.name): \(count.text)"]
        + indented(lines(ofFailing: checks, TriedLesson.renderer(of: work.transcript))))
    if !work.warnings.isEmpty { call.invocation.report(work.warnings.map { $0 + "\n" }.joined()) }
    var status = count.broken > 0 || work.breaksRules ? ExitStatus.failure : .success
    if let transcript = source.inCourse?.transcript, let text = work.tried.text {
      status = try max(status, isUpdate ? update(transcript, with: text) : compare(transcript, with: text))
    }
    return status
  }

  private func work(through source: LessonSource, _ tried: TriedLesson) throws(Failure) -> Work {
    let document = tried.document
    let list = call.timing.measure(.reading) { claims.list(for: source, document) }
    try call.expectNoErrors(
      in: tried.lesson, source, document,
      faults: list.map { document.claimMentions(in: $0).diagnostics } ?? [])
    guard let run = tried.run, !run.isCancelled else {
      throw Failure(.interrupted, "stopped in `\(source.name)`")
    }
    if let failure = Failure(run.diagnostics, in: document.file) { throw failure }
    let style = style?.findings(source, document, run.transcript) ?? []
    let warnings = (tried.warnings + style).enumerated().sorted { one, other in
      (one.element.range?.lowerBound ?? 0, one.offset) < (other.element.range?.lowerBound ?? 0, other.offset)
    }
    return Work(
      tried: tried, transcript: run.transcript, warnings: warnings.map { $0.element.text(in: document.file) },
      breaksRules: !style.isEmpty)
  }

  /// The checks that do not hold, as a transcript shows them.
  private func lines(ofFailing checks: [Check], _ renderer: TextRenderer) -> [Substring] {
    let failing = checks.filter { !$0.holds }.map { Line(.check($0)) }
    let lines = renderer.text(of: Step(name: "check", lines: failing)).split(separator: "\n")
    let margin = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { $0.dropFirst(margin) }
  }

  private func compare(_ transcript: TextFile, with text: String) throws -> ExitStatus {
    let hint = "`longhand check --update` records this run"
    guard transcript.exists else {
      try print(indented(["\(transcript.shownPath) is missing: \(hint)"]))
      return .failure
    }
    let recorded = try transcript.bytes(limit: CheckCommand.transcriptLimit)
    guard !recorded.elementsEqual(text.utf8) else { return .success }
    let difference = LineDiff(from: String(decoding: recorded, as: UTF8.self), to: text).text()
    try print(
      indented(["this run (+) differs from \(transcript.shownPath) (-): \(hint)"] + difference))
    return .failure
  }

  private func update(_ transcript: TextFile, with text: String) throws -> ExitStatus {
    let isNew = !transcript.exists
    if !isNew, try transcript.bytes(limit: CheckCommand.transcriptLimit).elementsEqual(text.utf8) {
      return .success
    }
    try transcript.replace(with: text)
    try print(indented(["\(transcript.shownPath) \(isNew ? "is new" : "has changed")"]))
    return .failure
  }

  private func indented(_ lines: [some StringProtocol]) -> [String] {
    lines.map { $0.isEmpty ? "" : "  " + $0 }
  }

  private func print(_ lines: [String]) throws(Output.Fault) {
    try call.invocation.results.print(lines: lines)
  }
}
