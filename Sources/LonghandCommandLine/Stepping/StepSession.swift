import LessonRuntime
import PlainText
import Rendering
import Stepper
import Terminal

/// Somebody's way through a lesson, from the call to its end: at a terminal, line by line, or by keys from a file.
struct StepSession {
  let call: CommandCall
  let lesson: Lesson
  let name: String
  /// Whether that name, for a call, means this lesson.
  let isInCourse: Bool
  let options: RunOptions
  let display: Display
  /// Explains words.
  let wordBook: WordBook
  /// What is practised, where the lesson is an exercise.
  var exercise: Reader.Exercise?
  /// The round as it is noted.
  var round: PracticeRound?

  /// Goes on until the reader leaves.
  ///
  /// - Returns: the reader as they left, and how the program ends.
  func run(keys: KeyScript?) throws -> (reader: Reader, status: ExitStatus) {
    if let keys { return (try play(keys), .success) }
    if let screen = call.openScreen() { return try run(on: screen) }
    return try runInLines()
  }

  // MARK: - Keys from a file

  /// Nothing is kept of such a session, and nothing remembered: it is the same each time.
  private func play(_ keys: KeyScript) throws -> Reader {
    var player = KeyPlayer(
      Reader(of: lesson, options, style: style, wordBook: wordBook, exercise: exercise))
    try print(player.opening())
    for key in keys.keys where !player.screen.reader.hasLeft { try print(player.press(key)) }
    try print(player.ending())
    return player.screen.reader
  }

  // MARK: - Lines

  private func runInLines() throws -> (reader: Reader, status: ExitStatus) {
    // All is kept before anything is waited for: Ctrl-C has nothing to take away.
    call.invocation.endAtInterrupts()
    var keeper = keeper
    tellProblem(of: &keeper)
    defer { tellProblem(of: &keeper) }
    var reader = PlainReader(
      Reader(
        of: lesson, options, style: style, memory: memory(keeper), wordBook: wordBook, exercise: exercise))
    var lines = reader.opening()
    while true {
      keeper.note(reader.reader)
      keeper.save()
      try print(lines)
      if call.invocation.isInterrupted() { return (reader.reader, .interrupted) }
      guard !reader.reader.hasLeft, let line = try nextLine() else { return (reader.reader, .success) }
      lines = reader.enter(line)
    }
  }

  private func nextLine() throws(Failure) -> String? {
    do throws(SystemError) { return try call.invocation.standardInput.line() } catch {
      throw Failure(.failure, "cannot read standard input: \(error.reason)")
    }
  }

  private func print(_ lines: [String]) throws {
    try call.invocation.results.print(lines.map { $0 + "\n" }.joined())
  }

  // MARK: - A terminal

  private func run(on screen: TerminalScreen) throws -> (reader: Reader, status: ExitStatus) {
    var keeper = keeper
    defer { tellProblem(of: &keeper) }
    let sign = WaitingSign(on: screen)
    var options = options
    options.watch.progress = { sign.line.show(epoch: $0, of: $1) }
    var style = style
    style.width = screen.size.columns
    var view = ScreenReader(
      Reader(
        of: lesson, options, style: style, memory: memory(keeper), wordBook: wordBook, exercise: exercise),
      size: screen.size)
    var status = ExitStatus.success
    while !view.reader.hasLeft, status == .success {
      keeper.note(view.reader)
      if !screen.hasKeysWaiting {
        sign.frame = view.frame
        screen.show(view.frame)
      }
      switch screen.next(timeout: keeper.isDirty ? Self.restBeforeSaving : nil) {
      case .key(let key): view.press(key)
      case .resized(let size): view.resize(to: size)
      case .resumed: view.resize(to: screen.size)
      case .timedOut: keeper.save()
      case .interrupted: status = .interrupted
      case .ended: status = .failure
      }
    }
    keeper.note(view.reader)
    call.close(screen)
    keeper.save()
    if status == .success {
      try print(farewell(to: view.reader, isKept: keeper.isKept, width: screen.size.columns))
    }
    return (view.reader, status)
  }

  /// What has been done is written once nothing has been pressed for so many milliseconds.
  private static let restBeforeSaving = 1000

  /// Where the reader is, and how to go on.
  private func farewell(to reader: Reader, isKept: Bool, width: Int) -> [String] {
    if let exercise { return wrapped(farewell(to: reader, exercise.practice, isKept), width: width) }
    var text = "\(name.harmlessLine): step \(reader.step + 1) of \(reader.steps.count)"
    if reader.step + 1 == reader.steps.count {
      text += ", the end"
      if let nextLesson { text += "; `longhand step \(nextLesson)` is the next lesson" }
    } else if isKept {
      text += isInCourse ? "; `longhand step \(name)` goes on here" : "; the same command goes on here"
    }
    return wrapped(text, width: width)
  }

  /// How far a round is, and how to go on.
  private func farewell(to reader: Reader, _ practice: Practice, _ isKept: Bool) -> String {
    let (all, withoutHelp) = reader.found
    var text =
      "\(name.harmlessLine), round \(practice.round.rawValue): \(all) of \(practice.lines.count) found"
    if all > 0 { text += ", \(withoutHelp) without help" }
    guard isKept else { return text }
    if !reader.isPractised {
      text += isInCourse ? "; `longhand practice \(name)` goes on here" : "; the same command goes on here"
    } else if let next = practice.round.next, isInCourse {
      text += "; `longhand practice \(name)` begins round \(next.rawValue)"
    }
    return text
  }

  // MARK: - What is kept

  private var style: Style { Style(display) }

  /// Of a lesson with other numbers nothing is kept: it is another one.
  private var keeper: ProgressKeeper {
    if let exercise, let round {
      return ProgressKeeper(
        Progress(environment: call.invocation.environment), lesson: name,
        practice: PracticeKeeper(exercise.practice, round))
    }
    let isOwn = options.settings.isEmpty && options.data.isEmpty
    return ProgressKeeper(isOwn ? Progress(environment: call.invocation.environment) : nil, lesson: name)
  }

  private func memory(_ keeper: ProgressKeeper) -> Reader.Memory {
    keeper.memory(of: lesson.steps, nextLesson: nextLesson)
  }

  /// The lesson of the course that is read behind this one.
  private var nextLesson: String? {
    guard exercise == nil, isInCourse, let course = try? call.course.get() else { return nil }
    let names = CourseListing(course, call).inReadingOrder.map(\.lesson.name)
    return names.drop { $0 != name }.dropFirst().first
  }

  private func tellProblem(of keeper: inout ProgressKeeper) {
    if let problem = keeper.untoldProblem() { call.invocation.report(problem.text) }
  }
}

/// Says how far a long training is, in the window of somebody who waits for it.
private final class WaitingSign {
  /// What is in the window.
  var frame: Frame
  private(set) var line: ProgressLine

  init(on screen: TerminalScreen) {
    frame = Frame(lines: Array(repeating: "", count: screen.size.rows))
    line = ProgressLine { _ in }
    line = ProgressLine { [unowned self] text in
      var frame = frame
      let row = max(0, frame.lines.count - 2)
      frame.lines[row] = shortened(text + "; Ctrl-C leaves", toWidth: screen.size.columns)
      frame.cursor = nil
      screen.show(frame)
    }
  }
}
