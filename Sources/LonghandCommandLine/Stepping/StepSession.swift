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
  let options: RunOptions
  let display: Display

  /// Goes on until the reader leaves.
  ///
  /// - Returns: the reader as they left, and how the program ends.
  func run(keys: KeyScript?) throws -> (reader: Reader, status: ExitStatus) {
    if let keys { return (try play(keys), .success) }
    if call.invocation.isInteractive, !call.arguments.has(.plain),
      let screen = TerminalScreen(input: Platform.standardInput, output: Platform.standardOutput)
    {
      return try run(on: screen)
    }
    return (try runInLines(), .success)
  }

  // MARK: - Keys from a file

  /// Nothing is kept of such a session, and nothing remembered: it is the same each time.
  private func play(_ keys: KeyScript) throws -> Reader {
    var player = KeyPlayer(Reader(of: lesson, options, style: style))
    try print(player.opening())
    for key in keys.keys where !player.screen.reader.hasLeft { try print(player.press(key)) }
    try print(player.ending())
    return player.screen.reader
  }

  // MARK: - Lines

  private func runInLines() throws -> Reader {
    var keeper = keeper
    var reader = PlainReader(Reader(of: lesson, options, style: style, memory: memory(keeper)))
    defer { save(&keeper) }
    try print(reader.opening())
    while !reader.reader.hasLeft, !call.invocation.isInterrupted() {
      keeper.note(reader.reader)
      guard let line = try nextLine() else { break }
      try print(reader.enter(line))
    }
    keeper.note(reader.reader)
    return reader.reader
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
    var status = ExitStatus.success
    defer {
      screen.leave()
      save(&keeper)
    }
    let waiting = WaitingSign(on: screen)
    var options = options
    options.watch.progress = { waiting.line.show(epoch: $0, of: $1) }
    var style = style
    style.width = screen.size.columns
    var view = ScreenReader(
      Reader(of: lesson, options, style: style, memory: memory(keeper)), size: screen.size)
    while !view.reader.hasLeft {
      keeper.note(view.reader)
      waiting.frame = view.frame
      screen.show(view.frame)
      switch screen.next(timeout: keeper.isDirty ? Self.restBeforeSaving : nil) {
      case .key(let key): view.press(key)
      case .resized(let size): view.resize(to: size)
      case .resumed: view.resize(to: screen.size)
      case .timedOut: _ = keeper.save()
      case .interrupted: status = .interrupted
      case .ended: status = .failure
      }
      if status != .success { break }
    }
    keeper.note(view.reader)
    screen.leave()
    if status == .success { try print(farewell(to: view.reader)) }
    return (view.reader, status)
  }

  /// What has been done is written once nothing has been pressed for so many milliseconds.
  private static let restBeforeSaving = 1000

  private func farewell(to reader: Reader) -> [String] {
    let place = "\(name): step \(reader.step + 1) of \(reader.steps.count)"
    return wrapped(place + "; `longhand step \(name)` goes on here", width: display.width)
  }

  // MARK: - What is kept

  private var style: Style {
    Style(width: display.width, alphabet: display.alphabet, isColored: display.isColored)
  }

  /// Of a lesson with other numbers nothing is kept: it is another one.
  private var keeper: ProgressKeeper {
    let progress =
      options.settings.isEmpty && options.data.isEmpty
      ? Progress(environment: call.invocation.environment) : Progress()
    return ProgressKeeper(progress, lesson: name)
  }

  private func memory(_ keeper: ProgressKeeper) -> Reader.Memory {
    let names = (try? call.course.get().lessons.map(\.name)) ?? []
    let index = names.firstIndex(of: name).map { $0 + 1 }
    return keeper.memory(
      of: lesson.steps, nextLesson: index.flatMap { names.indices.contains($0) ? names[$0] : nil })
  }

  private func save(_ keeper: inout ProgressKeeper) {
    if let failure = keeper.save() { call.invocation.report(failure.text) }
  }
}

/// Says how far a long training is, in the window of somebody who waits for it.
private final class WaitingSign {
  /// What is in the window.
  var frame = Frame(lines: [])
  private(set) var line: ProgressLine

  init(on screen: TerminalScreen) {
    line = ProgressLine { _ in }
    line = ProgressLine { [unowned self] text in
      var frame = frame
      if frame.lines.count >= 2 { frame.lines[frame.lines.count - 2] = text }
      screen.show(frame)
    }
  }
}

extension TerminalScreen {
  /// Draws a frame.
  fileprivate func show(_ frame: Frame) {
    show(frame.lines, cursor: frame.cursor.map { (row: $0.row, column: $0.column) })
  }
}
