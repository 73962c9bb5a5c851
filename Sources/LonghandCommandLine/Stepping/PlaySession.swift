import LessonRuntime
import Player
import Rendering
import Stepper
import Terminal

/// Somebody's play with a training, from the call to its end: at a terminal, line by line, or by keys from a file.
struct PlaySession {
  let call: CommandCall
  let display: Display

  /// Makes the player for a window.
  typealias Making = (TerminalSize, Style, RunWatch) throws(LiveTraining.Refusal) -> Player

  /// Goes on until the player leaves.
  func run(keys: KeyScript?, _ make: Making) throws -> ExitStatus {
    if let keys { return try play(keys, make) }
    if let screen = call.openScreen() { return try run(on: screen, make) }
    return try runInLines(make)
  }

  private func player(
    _ make: Making, size: TerminalSize, watch: RunWatch = RunWatch()
  ) throws(Failure) -> Player {
    var style = Style(display)
    style.width = size.columns
    do throws(LiveTraining.Refusal) {
      return try make(size, style, watch)
    } catch {
      throw Failure(error.diagnostics, in: error.file) ?? Failure(.failure, "this training cannot begin")
    }
  }

  /// The rows of a window for somebody who reads lines.
  private static let rowsOfLines = 24

  private var sizeOfLines: TerminalSize { TerminalSize(columns: display.width, rows: Self.rowsOfLines) }

  // MARK: - Keys and lines

  private func play(_ keys: KeyScript, _ make: Making) throws -> ExitStatus {
    var keyed = KeyedPlayer(try player(make, size: sizeOfLines))
    try print(keyed.opening())
    for key in keys.keys where !keyed.player.hasLeft {
      try print(keyed.press(key))
      if let saving = keyed.player.saving { try print(keyed.note(save(saving))) }
      if call.invocation.isInterrupted() { return .interrupted }
    }
    return .success
  }

  private func runInLines(_ make: Making) throws -> ExitStatus {
    // Nothing is kept but what was saved: Ctrl-C has nothing to take away.
    call.invocation.endAtInterrupts()
    var plain = PlainPlayer(try player(make, size: sizeOfLines))
    try print(plain.opening())
    while !plain.player.hasLeft, let line = try nextLine() {
      try print(plain.enter(line))
      if let saving = plain.player.saving { try print(plain.note(save(saving))) }
      if call.invocation.isInterrupted() { return .interrupted }
    }
    return .success
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

  private func run(on screen: TerminalScreen, _ make: Making) throws -> ExitStatus {
    let clock = ContinuousClock()
    var watch = RunWatch()
    watch.isCancelled = { screen.isInterrupted }
    var player: Player
    do throws(Failure) {
      player = try self.player(make, size: screen.size, watch: watch)
    } catch {
      call.close(screen)
      throw error
    }
    var status = ExitStatus.success
    var end = clock.now
    while !player.hasLeft, status == .success {
      if !screen.hasKeysWaiting {
        screen.show(player.frame)
      }
      // Where few epochs are trained, the next picture is waited for.
      let rest = max(0, Int((end - clock.now) / .milliseconds(1)))
      switch screen.next(timeout: player.isRunning ? rest : nil) {
      case .key(let key): player.press(key)
      case .resized(let size): player.resize(to: size)
      case .resumed: player.resize(to: screen.size)
      case .timedOut: break
      case .interrupted: status = .interrupted
      case .ended: status = .failure
      }
      if let saving = player.saving { player.note(save(saving)) }
      // With the time that it takes to draw, a key is answered before anybody could tell.
      end = clock.now + Self.timeOfFrame
      player.pass { clock.now < end && !screen.isInterrupted }
    }
    call.close(screen)
    return status
  }

  /// For so long a training goes on between two frames.
  private static let timeOfFrame = Duration.milliseconds(36)

  // MARK: - Saving

  private func save(_ saving: Player.Saving) -> Player.SavingResult {
    let file = call.textFile(atPath: saving.path)
    if file.exists, !saving.replaces { return .exists }
    do throws(Failure) {
      try file.replace(with: Array(saving.text.utf8))
      return .saved
    } catch {
      return .failed(
        reason: error.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "not saved")
    }
  }
}
