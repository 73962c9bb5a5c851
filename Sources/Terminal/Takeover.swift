import Synchronization

/// The terminal that this process has taken over; there is one such for the whole process.
///
/// It is the part of `TerminalScreen` that signal handlers see, and they may run at any moment and on any thread. They
/// read only what was written before they were installed, and what is atomic.
let takeover = Takeover()

/// A terminal that is taken over, lent to the shell while the process is stopped, and given back.
struct Takeover: ~Copyable, @unchecked Sendable {
  /// Whether somebody uses the terminal, be it lent or not.
  private let isOpen = Atomic(false)
  /// Whether the terminal is as we want it, and has to be given back.
  private let isTaken = Atomic(false)
  private let input = Atomic<Int32>(0)
  private let output = Atomic<Int32>(1)
  private let original = UnsafeMutablePointer<TerminalSettings>.allocate(capacity: 1)
  private let raw = UnsafeMutablePointer<TerminalSettings>.allocate(capacity: 1)
  /// What was done before about each signal of which we take care.
  private let previous = UnsafeMutablePointer<Signal.Action?>.allocate(capacity: Signal.count)
  /// A handler writes to it, so that whoever waits for keys wakes up.
  private let wakeup = pipeToItself()

  /// Whether Ctrl-C was pressed and nobody has been told yet.
  let isInterrupted = Atomic(false)
  /// Whether the window has another size and nobody has been told yet.
  let isResized = Atomic(false)
  /// Whether the process was stopped and goes on, and nobody has been told yet.
  let isResumed = Atomic(false)

  /// What a shell may have changed meanwhile: pasted text is marked, a full line does not begin another one, and the wheel of
  /// the mouse sends the keys Up and Down, which leaves it to the terminal to select text.
  static let modes = "\u{1B}[?2004h\u{1B}[?7l\u{1B}[?1007h"
  /// The alternate screen without a cursor; what the wheel did before is saved (xterm's XTSAVE).
  private let beginning = prepared("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?1007s" + modes)
  /// All of it undone; where there is no alternate screen, the shell goes on below what was shown.
  private let end = prepared(
    "\u{1B}[m\u{1B}[?7h\u{1B}[?2004l\u{1B}[?1007r\u{1B}[999;1H\u{1B}[?25h\u{1B}[?1049l")

  fileprivate init() {
    previous.initialize(repeating: nil, count: Signal.count)
    atExit { takeover.giveBack() }
  }

  /// Where a byte arrives whenever somebody has to be told something.
  var news: Int32 { wakeup?.readable ?? -1 }

  /// Takes the terminal over, until `close()`; `false` when there is none, or when it is taken already.
  func open(input: Int32, output: Int32) -> Bool {
    guard wakeup != nil, isTerminal(output), let settings = TerminalSettings(of: input),
      !isOpen.exchange(true, ordering: .sequentiallyConsistent)
    else { return false }
    original.initialize(to: settings)
    raw.initialize(to: settings.raw)
    self.input.store(input, ordering: .sequentiallyConsistent)
    self.output.store(output, ordering: .sequentiallyConsistent)
    isInterrupted.store(false, ordering: .sequentiallyConsistent)
    isResized.store(false, ordering: .sequentiallyConsistent)
    isResumed.store(false, ordering: .sequentiallyConsistent)
    installHandlers()
    if take() { return true }
    close()
    return false
  }

  /// Gives the terminal back for good.
  func close() {
    giveBack()
    for signal in 0..<Signal.count {
      previous[signal]?.use(for: Int32(signal))
      previous[signal] = nil
    }
    isOpen.store(false, ordering: .sequentiallyConsistent)
  }

  /// Makes sure that the terminal is ours, and says whether it still is there.
  ///
  /// When the process goes on in the background, this is where it stops until it comes to the foreground.
  func take() -> Bool {
    let wasTaken = isTaken.exchange(true, ordering: .sequentiallyConsistent)
    guard raw.pointee.apply(to: descriptors.input, .afterOutput) else {
      if !wasTaken { isTaken.store(false, ordering: .sequentiallyConsistent) }
      return false
    }
    return wasTaken || writeAll(beginning, to: descriptors.output)
  }

  /// Whether the terminal is ours now.
  var isOurs: Bool { isTaken.load(ordering: .sequentiallyConsistent) }

  /// Makes the terminal what it was; without effect where it is that already, or another job's.
  fileprivate func giveBack() {
    guard isTaken.exchange(false, ordering: .sequentiallyConsistent), !isInBackground(descriptors.input)
    else { return }
    // Somebody who ends the program must not wait for a terminal that is stuck.
    let isListening = writeAll(end, to: descriptors.output, patience: 500)
    _ = original.pointee.apply(to: descriptors.input, isListening ? .afterOutputWithoutInput : .now)
  }

  private var descriptors: (input: Int32, output: Int32) {
    (input.load(ordering: .sequentiallyConsistent), output.load(ordering: .sequentiallyConsistent))
  }
}

extension Takeover {
  /// Takes care of every signal that would end or stop the process, unless it is ignored.
  private func installHandlers() {
    Signal.provideStack()
    install(Signal.Action(onInterrupt), for: Signal.interrupt)
    install(Signal.Action(onStop), for: Signal.stop)
    install(Signal.Action(onContinue), for: Signal.goOn)
    install(Signal.Action(onResize), for: Signal.resize)
    for signal in Signal.ends { install(Signal.Action(onEnd), for: signal) }
    for signal in Signal.crashes { install(Signal.Action(onCrash, isForCrash: true), for: signal) }
  }

  private func install(_ action: Signal.Action, for signal: Int32) {
    let now = Signal.Action(of: signal)
    // Whoever has the signal to resize or to go on ignored means nothing by it: that is the default.
    guard !now.isIgnored || signal == Signal.resize || signal == Signal.goOn else { return }
    previous[Int(signal)] = now
    action.use(for: signal)
  }

  fileprivate func interrupt() {
    if isInterrupted.load(ordering: .sequentiallyConsistent) {
      // Nobody has asked since the first time: the program is to end.
      giveBack()
      Signal.doDefault(Signal.interrupt)
    }
    // First, so that whoever is told by us finds that the other knows.
    previous[Int(Signal.interrupt)]?.callHandler(Signal.interrupt)
    isInterrupted.store(true, ordering: .sequentiallyConsistent)
    wakeUp()
  }

  fileprivate func stop() {
    giveBack()
    Signal.doDefault(Signal.stop)  // It returns when the process goes on.
    guard isOpen.load(ordering: .sequentiallyConsistent) else { return }
    Signal.Action(onStop).use(for: Signal.stop)
    goOn()
  }

  fileprivate func goOn() {
    guard isOpen.load(ordering: .sequentiallyConsistent), !isInBackground(descriptors.input) else { return }
    _ = take()
    isResumed.store(true, ordering: .sequentiallyConsistent)
    wakeUp()
  }

  fileprivate func resize() {
    isResized.store(true, ordering: .sequentiallyConsistent)
    wakeUp()
  }

  fileprivate func end(by signal: Int32) {
    giveBack()
    Signal.doDefault(signal)
  }

  fileprivate func crash(by signal: Int32) {
    giveBack()
    previous[Int(signal)]?.use(for: signal)
    Signal.sendAgain(signal)
  }

  private func wakeUp() {
    guard let wakeup else { return }
    // A pipe that is full wakes as well.
    var byte: UInt8 = 0
    withUnsafeBytes(of: &byte) { _ = writeAll($0, to: wakeup.writable, patience: 0) }
  }
}

private func onInterrupt(_ signal: Int32) { keepingError { takeover.interrupt() } }
private func onStop(_ signal: Int32) { keepingError { takeover.stop() } }
private func onContinue(_ signal: Int32) { keepingError { takeover.goOn() } }
private func onResize(_ signal: Int32) { keepingError { takeover.resize() } }
private func onEnd(_ signal: Int32) { keepingError { takeover.end(by: signal) } }
private func onCrash(_ signal: Int32) { keepingError { takeover.crash(by: signal) } }

/// The bytes of `text` where a signal handler finds them.
private func prepared(_ text: String) -> UnsafeRawBufferPointer {
  let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
  bytes.copyBytes(from: text.utf8)
  return UnsafeRawBufferPointer(bytes)
}
