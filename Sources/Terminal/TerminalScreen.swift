import Synchronization

/// A terminal that shows one screen of text at a time and gives its keys away one by one.
///
/// While there is one, nothing else may write to the terminal. However the program ends or stops, the terminal is given
/// back as it was: when the screen is left or forgotten, when the process exits, is ended or stopped by a signal or
/// crashes; only SIGKILL and SIGSTOP leave no time. A process that goes on after it was stopped takes the terminal
/// over again.
///
/// Ctrl-C is an event here, but who took note of it before does so still: a handler of SIGINT that was installed when the
/// terminal was taken over is called as well. What was done about signals then is done again afterwards.
public final class TerminalScreen {
  /// How much the terminal shows.
  public private(set) var size: TerminalSize

  private let input: Int32
  private let output: Int32
  private var decoder = KeyDecoder()
  /// The keys that have come and are not given away, the next one last.
  private var keys: [Key] = []
  /// When the last byte came.
  private var timeOfInput = 0
  /// What the terminal shows, if that is known.
  private var frame: TerminalFrame?
  private var isOpen = true
  private var hasEnded = false

  /// What happens at a terminal.
  public enum Event: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// The window has another size now; nothing of what it shows can be relied on.
    case resized(TerminalSize)
    /// Ctrl-C was pressed. The second one ends the program, when nobody asks for events between them.
    case interrupted
    /// The process was stopped, by Ctrl-Z say, and goes on: all has to be shown anew.
    case resumed
    /// There will be no more keys: nobody is there any more. It comes again and again.
    case ended
    /// Nothing happened in time.
    case timedOut
  }

  /// Takes the terminal over; `nil` when there is none, or when another screen has it.
  public init?(input: Int32 = 0, output: Int32 = 1) {
    guard takeover.open(input: input, output: output) else { return nil }
    self.input = input
    self.output = output
    size = terminalSize(output) ?? TerminalSize(columns: 80, rows: 24)
  }

  deinit { leave() }

  /// Gives the terminal back; what was typed and not asked for is dropped. Nothing can be shown afterwards.
  public func leave() {
    guard isOpen else { return }
    isOpen = false
    hasEnded = true
    takeover.close()
  }

  /// Whether Ctrl-C was pressed and `.interrupted` is still to come, so that long work can stop; any thread may ask.
  public var isInterrupted: Bool { takeover.isInterrupted.load(ordering: .relaxed) }

  /// Whether keys have come that are not given away yet, as of a text that is pasted: nobody sees what is shown before them.
  public var hasKeysWaiting: Bool { !keys.isEmpty }

  /// Waits for what happens next, at most so long (`nil` is for ever).
  public func next(timeout milliseconds: Int?) -> Event {
    let start = Terminal.milliseconds()
    while true {
      if let event = pending { return event }
      let now = Terminal.milliseconds()
      let timeOfFlush = decoder.isWaiting ? timeOfInput + (decoder.isPasting ? 1_000 : 50) : nil
      let timeOfEnd = milliseconds.map { start + max(0, $0) }

      let wait = [timeOfFlush, timeOfEnd].compactMap { $0 }.min().map { max(0, $0 - now) }
      let ready = waitUntilReadable(input, or: takeover.news, milliseconds: wait)
      if ready.second { forget(news: takeover.news) }
      if ready.first { readKeys() }
      if ready.first || ready.second { continue }
      // Nothing came. A signal may have cut the time short.
      let later = Terminal.milliseconds()
      if let timeOfFlush, later >= timeOfFlush {
        keys = decoder.flush().reversed() + keys
      } else if let timeOfEnd, later >= timeOfEnd {
        return pending ?? .timedOut
      }
    }
  }

  /// Shows `lines` from the top, nothing below them, and the cursor where it is asked for; rows and columns count from
  /// 0. What is shown already is not written again.
  ///
  /// Each line fits the width. It may have colours (SGR sequences), which end with it, but nothing else that steers a
  /// terminal. Lines beyond the last row are left out.
  public func show(_ lines: [String], cursor: (row: Int, column: Int)?) {
    guard !hasEnded else { return }
    if !takeover.isOurs || takeover.isResumed.load(ordering: .sequentiallyConsistent) { frame = nil }
    guard takeover.isOurs || takeover.take() else {
      hasEnded = true
      return
    }
    let next = TerminalFrame(lines, cursor: cursor, size: size)
    let text = next.text(after: frame)
    frame = next
    let isWritten = Array(text.utf8).withUnsafeBytes { writeAll($0, to: output) }
    if !isWritten { hasEnded = true }
  }

  /// What has happened already and is to be told now.
  private var pending: Event? {
    if !isOpen { return .ended }
    if takeover.isInterrupted.exchange(false, ordering: .sequentiallyConsistent) { return .interrupted }
    if takeover.isResumed.exchange(false, ordering: .sequentiallyConsistent) {
      takeover.isResized.store(false, ordering: .sequentiallyConsistent)
      measure()
      return .resumed
    }
    if takeover.isResized.exchange(false, ordering: .sequentiallyConsistent) {
      measure()
      return .resized(size)
    }
    if let key = keys.popLast() { return .key(key) }
    if hasEnded { return .ended }
    guard !takeover.isOurs else { return nil }
    // The process goes on in the background, and has nothing to do there any more.
    guard takeover.take() else {
      hasEnded = true
      return .ended
    }
    measure()
    return .resumed
  }

  private func measure() {
    size = terminalSize(output) ?? size
    frame = nil
  }

  private func readKeys() {
    withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 1) { bytes in
      switch read(from: input, bytes) {
      case .bytes(let count):
        keys = decoder.keys(in: bytes[..<count]).reversed() + keys
        timeOfInput = Terminal.milliseconds()
      case .interrupted, .wouldWait: break
      case .ended:
        keys = decoder.flush().reversed() + keys
        hasEnded = true
      }
    }
  }

  /// Empties the pipe that handlers write to; what they have to say stands elsewhere.
  private func forget(news: Int32) {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { bytes in
      while case .bytes = read(from: news, bytes) {}
    }
  }
}
