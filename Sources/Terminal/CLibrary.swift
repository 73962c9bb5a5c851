// The only file of this target that knows the platform's C library.
//
// What signal handlers call does nothing that they may not do: no memory is allocated, no lock is taken.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whether the file descriptor is a terminal; one that is not open is none.
public func isTerminal(_ descriptor: Int32) -> Bool {
  isatty(descriptor) == 1
}

/// The size of the terminal behind the file descriptor, or `nil` where there is none or it does not say.
public func terminalSize(_ descriptor: Int32) -> TerminalSize? {
  var size = winsize()
  guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
  return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
}

/// Whether the terminal belongs to another job of the shell's now; `false` where it is no job's.
func isInBackground(_ descriptor: Int32) -> Bool {
  let group = tcgetpgrp(descriptor)
  return group > 0 && group != getpgrp()
}

/// What a terminal does with what passes through it.
struct TerminalSettings {
  private var settings = termios()

  /// The settings as they are, or `nil` where there is no terminal.
  init?(of descriptor: Int32) {
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
  }

  /// The same, but that every key arrives at once and unchanged, and none is shown; Ctrl-C and its kin stay signals.
  var raw: TerminalSettings {
    var raw = self
    // Without IEXTEN, Ctrl-V and Ctrl-Y are keys like others. NOFLSH: a signal is no reason to lose half a frame.
    raw.settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN)
    raw.settings.c_lflag |= tcflag_t(ISIG) | tcflag_t(NOFLSH)
    raw.settings.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR | ISTRIP)
    withUnsafeMutableBytes(of: &raw.settings.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    return raw
  }

  /// When settings begin to hold.
  enum Moment {
    /// At once.
    case now
    /// When all that was written has arrived.
    case afterOutput
    /// The same, and nobody reads what was typed before.
    case afterOutputWithoutInput
  }

  /// Makes the terminal behave so, and says whether there is still one.
  ///
  /// A process in the background is stopped until it is in the foreground, as by any such call.
  func apply(to descriptor: Int32, _ moment: Moment) -> Bool {
    var settings = settings
    let actions =
      switch moment {
      case .now: TCSANOW
      case .afterOutput: TCSADRAIN
      case .afterOutputWithoutInput: TCSAFLUSH
      }
    while tcsetattr(descriptor, actions, &settings) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }
}

/// What came of a call that reads or writes.
enum Transfer {
  case bytes(Int)
  /// A signal came first.
  case interrupted
  /// The other end is not ready.
  case wouldWait
  /// There is no other end any more.
  case ended

  fileprivate init(_ count: Int) {
    if count >= 0 {
      self = .bytes(count)
      return
    }
    switch errno {
    case EINTR: self = .interrupted
    case EAGAIN, EWOULDBLOCK: self = .wouldWait
    default: self = .ended
    }
  }
}

/// Reads what is there, at most as much as `bytes` hold.
func read(from descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Transfer {
  let transfer = Transfer(read(descriptor, bytes.baseAddress, bytes.count))
  if case .bytes(0) = transfer { return .ended }
  return transfer
}

/// Writes all of `bytes`; `false` when there is nobody to write to, or when nothing goes for so long (`nil` is for
/// ever).
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, patience: Int? = nil) -> Bool {
  // A call that may wait is not made before it need not.
  if patience != nil, !waitUntilWritable(descriptor, milliseconds: patience) { return false }
  var rest = bytes
  while !rest.isEmpty {
    switch Transfer(write(descriptor, rest.baseAddress, rest.count)) {
    case .bytes(let count): rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    case .interrupted: break
    case .wouldWait:
      if !waitUntilWritable(descriptor, milliseconds: patience), patience != nil { return false }
    case .ended: return false
    }
  }
  return true
}

/// Whether `descriptor` takes something within the time (`nil` is for ever), and before a signal comes.
private func waitUntilWritable(_ descriptor: Int32, milliseconds: Int?) -> Bool {
  var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  return poll(&request, 1, pollTime(milliseconds)) > 0
}

/// Waits until one of two descriptors has something to read, or its end; and at most so long (`nil` is for ever).
func waitUntilReadable(_ first: Int32, or second: Int32, milliseconds: Int?) -> (first: Bool, second: Bool) {
  var requests = (
    pollfd(fd: first, events: Int16(POLLIN), revents: 0),
    pollfd(fd: second, events: Int16(POLLIN), revents: 0)
  )
  let ready = withUnsafeMutableBytes(of: &requests) {
    poll($0.assumingMemoryBound(to: pollfd.self).baseAddress, 2, pollTime(milliseconds))
  }
  return ready > 0 ? (requests.0.revents != 0, requests.1.revents != 0) : (false, false)
}

private func pollTime(_ milliseconds: Int?) -> Int32 {
  milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
}

/// Milliseconds that only ever grow.
func milliseconds() -> Int {
  var time = timespec()
  _ = clock_gettime(CLOCK_MONOTONIC, &time)
  return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
}

/// A pipe from the process to itself, none of whose ends ever makes a call wait; `nil` when there are too many files.
func pipeToItself() -> (readable: Int32, writable: Int32)? {
  var ends: (Int32, Int32) = (-1, -1)
  let result = withUnsafeMutableBytes(of: &ends) { pipe($0.assumingMemoryBound(to: Int32.self).baseAddress) }
  guard result == 0 else { return nil }
  for end in [ends.0, ends.1] {
    _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    _ = fcntl(end, F_SETFD, FD_CLOEXEC)
  }
  return ends
}

/// Calls `body` when the process ends by `exit`.
func atExit(_ body: @convention(c) () -> Void) {
  _ = atexit(body)
}

/// Does `body` so that whatever a signal has interrupted does not notice.
func keepingError(_ body: () -> Void) {
  let code = errno
  body()
  errno = code
}

/// The signals that end, stop or tell a program, and what is done about them.
enum Signal {
  /// More than the number of any signal that is named here.
  static var count: Int { 32 }
  static var interrupt: Int32 { SIGINT }
  static var stop: Int32 { SIGTSTP }
  static var goOn: Int32 { SIGCONT }
  static var resize: Int32 { SIGWINCH }
  /// Those by which somebody else ends the program.
  static var ends: [Int32] { [SIGTERM, SIGHUP, SIGQUIT] }
  /// Those by which the program's own faults end it.
  static var crashes: [Int32] { [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] }

  /// What is done when a signal comes.
  struct Action {
    private var action = sigaction()

    /// What is done now about `signal`.
    init(of signal: Int32) { sigaction(signal, nil, &action) }

    /// Calls `handler`, with the other signals of ours kept waiting meanwhile; a crash may have left no stack but the
    /// alternate one.
    init(_ handler: @escaping @convention(c) (Int32) -> Void, isForCrash: Bool = false) {
      self.handler = handler
      action.sa_flags = SA_RESTART | (isForCrash ? SA_ONSTACK : 0)
      sigemptyset(&action.sa_mask)
      if isForCrash { return }
      // One by one, for a list would need memory.
      sigaddset(&action.sa_mask, SIGINT)
      sigaddset(&action.sa_mask, SIGTSTP)
      sigaddset(&action.sa_mask, SIGCONT)
      sigaddset(&action.sa_mask, SIGWINCH)
      sigaddset(&action.sa_mask, SIGTERM)
      sigaddset(&action.sa_mask, SIGHUP)
      sigaddset(&action.sa_mask, SIGQUIT)
    }

    /// Whether the signal is ignored, as `nohup` has it.
    var isIgnored: Bool { code == unsafeBitCast(SIG_IGN, to: Int.self) }

    /// Calls the handler, if there is one of the plain kind.
    func callHandler(_ signal: Int32) {
      let isPlain = action.sa_flags & SA_SIGINFO == 0
      if isPlain, !isIgnored, code != unsafeBitCast(SIG_DFL, to: Int.self) { handler?(signal) }
    }

    /// Has this done from now on when `signal` comes.
    func use(for signal: Int32) {
      var action = action
      sigaction(signal, &action, nil)
    }

    private var code: Int { unsafeBitCast(handler, to: Int.self) }

    private var handler: (@convention(c) (Int32) -> Void)? {
      get {
        #if canImport(Darwin)
          action.__sigaction_u.__sa_handler
        #elseif canImport(Glibc)
          action.__sigaction_handler.sa_handler
        #else
          action.__sa_handler.sa_handler
        #endif
      }
      set {
        #if canImport(Darwin)
          action.__sigaction_u.__sa_handler = newValue
        #elseif canImport(Glibc)
          action.__sigaction_handler.sa_handler = newValue
        #else
          action.__sa_handler.sa_handler = newValue
        #endif
      }
    }
  }

  /// Sends `signal` to this thread, from a handler of its own: it comes when the handler returns.
  static func sendAgain(_ signal: Int32) {
    _ = raise(signal)
  }

  /// Does at once what is done about `signal` when nobody cares: the process ends or stops here.
  static func doDefault(_ signal: Int32) {
    var action = sigaction()
    sigemptyset(&action.sa_mask)
    sigaction(signal, &action, nil)  // All zeros is the default.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, signal)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    _ = raise(signal)
  }

  /// Gives this thread a stack for handlers, unless it has one: a program that has used up its stack can call nothing.
  static func provideStack() {
    var stack = stack_t()
    guard sigaltstack(nil, &stack) == 0, stack.ss_flags & Int32(SS_DISABLE) != 0 else { return }
    // Never freed: a handler may run on it until the thread ends.
    let size = 65_536
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = numericCast(size)  // Its type is not the same everywhere.
    stack.ss_flags = 0
    sigaltstack(&stack, nil)
  }
}
