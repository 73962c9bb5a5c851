import Diagnostics
import LessonRuntime
import PlainText
import Rendering
import Stepper
import Tutor

extension Command {
  /// `longhand practice`
  static let practice = Command(
    name: "practice",
    summary: "Work a lesson's numbers out yourself, with less help in each round.",
    operands: "[LESSON]",
    description: [
      """
      Takes you through the working of a lesson with other numbers, and asks for what comes out. Round 1 shows all but the results. \
      Round 2 shows the names only. Round 3 gives the question and an empty page: type each number that you find, in any order, as \
      `out_h1 = 0.60109`. Keys and words are those of `step`: :hint, :why, :skip, :give up; ? shows all.
      """,
      """
      What a statement works out in full is asked for. Of more than four such numbers one is: the first of an update, and what \
      comes out last of anything else; the others are shown. The working ends before the first training or loop.
      """,
      """
      A wrong number is told what has led to it. With --marks at-end the numbers of round 3 are marked when all that it asks for is \
      there. What was found without a hint, a look inside or further down, or the answer is mastered. It comes back when 1 more lesson has been read, \
      then after 3 more, then after 7 more; who needs help then begins anew. `longhand practice` alone offers what has come back, \
      what is unfinished, and which round is next.
      """,
      """
      Without --variant the numbers are new in each round: those of the variant 1, 2, 3 and so on. A round that was left is gone \
      on with. Rounds are kept with your progress, which `longhand progress` shows; with --keys nothing is kept.
      """,
    ],
    examples: [
      Example("practice backpropagation", "The next round, or what is left of the last one."),
      Example("practice backpropagation --round 3", "The question, and an empty page."),
      Example("practice", "What has come back, and what is next."),
    ],
    options: [
      .variant, .round, .marks, .plain, .keys, .decimals, .width, .ascii, .color, .lessons,
    ]
  ) { call in
    guard call.arguments.operands.isEmpty else { return try PracticeCommand(call).run() }
    return try PracticeOffers(call).run()
  }
}

/// Takes somebody through a round of practice.
struct PracticeCommand {
  private let call: CommandCall
  private let display: Display
  private let variant: Variant?
  private let round: Practice.Round?
  private let isMarkedAtEnd: Bool
  private let keys: KeyScript?
  private let decimals: Int?

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    let arguments = call.arguments
    display = try Display(arguments, call.invocation)
    variant = try arguments.value(of: .variant).map { text throws(Failure) in try Variant(text) }
    round = try arguments.number(of: .round, in: 1...3).flatMap(Practice.Round.init)
    decimals = try arguments.number(of: .decimals, in: 0...12)
    switch arguments.value(of: .marks) {
    case nil, "at-once": isMarkedAtEnd = false
    case "at-end": isMarkedAtEnd = true
    case let other?: throw .usage("`--marks` takes at-once or at-end, not `\(other)`")
    }
    guard arguments.operands.count <= 1 else {
      throw Failure(
        .wrongUsage, "`practice` takes one lesson at a time", details: ["usage: " + Command.practice.usage])
    }
    keys = try arguments.value(of: .keys).map { path throws(Failure) in
      try KeyScript(String(decoding: call.file(atPath: path).bytes, as: UTF8.self))
    }
    if arguments.operands == ["-"], keys == nil {
      throw .usage(
        "a lesson that is read from standard input leaves none for answers",
        hint: "name the lesson's file, or play keys with --keys")
    }
  }

  func run() throws -> ExitStatus {
    try call.forEachOperand { operand in try practise(call.source(operand), round) }
  }

  /// Practises a lesson, in a round that is asked for or in the one that is next.
  func practise(_ source: LessonSource, _ asked: Practice.Round?) throws -> ExitStatus {
    let file = try call.file(of: source)
    let lesson = try call.lesson(source, in: file)
    let progress = keys == nil ? Progress(environment: call.invocation.environment) : Progress()
    let round = try nextRound(of: lesson, called: source.name, progress, asked)
    guard !isMarkedAtEnd || round.round == .question else {
      throw Failure.usage(
        "`--marks at-end` goes with round 3: what is found before is needed further down", hint: "--round 3")
    }
    var options = RunOptions(decimals: decimals)
    if let name = round.variant {
      let variant = try Variant(name)
      options.variant = variant.name
      options.settings = try variant.numbers(for: lesson, called: source.name, call)
    }
    options.watch.isCancelled = call.invocation.isInterrupted
    guard let practice = lesson.practice(round.round, options) else {
      throw Failure(
        .failure, "`\(source.name)` has nothing to be worked out by hand",
        details: ["hint: what is worked out before the first training or loop is practised"])
    }
    var session = StepSession(
      call: call, lesson: practice.lesson, name: source.name, isInCourse: source.inCourse != nil,
      options: options,
      display: display, wordBook: WordBook(of: source, call))
    session.exercise = Reader.Exercise(practice, isMarkedAtEnd: isMarkedAtEnd)
    session.round = round
    let (reader, status) = try session.run(keys: keys)
    if let failure = Failure(reader.diagnostics, in: file) { throw failure }
    return status
  }

  /// The round that is gone on with, or the next one with new numbers.
  private func nextRound(
    of lesson: Lesson, called name: String, _ progress: Progress, _ asked: Practice.Round?
  ) throws(Failure) -> PracticeRound {
    let last = progress.practising(name)
    let highest = last?.highestVariant ?? 0
    if variant != nil, !lesson.hasVariants { throw Variant.none(of: name) }
    if let last, !last.isDone, asked.map({ $0 == last.round }) ?? true,
      variant.map({ $0.name == last.variant }) ?? true
    {
      return last
    }
    let round: Practice.Round
    if let asked {
      round = asked
    } else if let due = LessonPractice(lesson, called: name, progress).due.map(\.round).max() {
      round = due
    } else {
      round = last.map { $0.isDone ? $0.round.next ?? .question : $0.round } ?? .results
    }
    guard lesson.hasVariants else {
      return PracticeRound(round: round, variant: nil, highestVariant: highest, isDone: false)
    }
    let next = variant?.name ?? "\(highest + 1)"
    let number = Int(next).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
    return PracticeRound(
      round: round, variant: next, highestVariant: max(highest, number ?? 0), isDone: false)
  }
}
