// The only file of this target that knows the platform's C library.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The few calls to the operating system for which Foundation has nothing that fits.
enum Platform {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// Writes all of `bytes`, however many calls that takes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count >= 0 {
        written += count
      } else {
        try goOn(descriptor, waitingFor: POLLOUT)
      }
    }
  }

  /// Some of what can be read from `descriptor`, as soon as there is any; nothing at its end.
  static func readSome(from descriptor: Int32) throws(SystemError) -> [UInt8] {
    var chunk = Array(repeating: UInt8(0), count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0) }
      if count >= 0 { return Array(chunk[..<count]) }
      try goOn(descriptor, waitingFor: POLLIN)
    }
  }

  /// All that can be read from `descriptor`, or `nil` when that is more than `limit` bytes.
  static func read(from descriptor: Int32, limit: Int) throws(SystemError) -> [UInt8]? {
    if let size = sizeOfRegularFile(descriptor), size > limit { return nil }
    var bytes: [UInt8] = []
    var chunk = Array(repeating: UInt8(0), count: 65_536)
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0) }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk[..<count]
      } else {
        try goOn(descriptor, waitingFor: POLLIN)
      }
    }
    return nil
  }

  /// All of the file at `path`, or `nil` when that is more than `limit` bytes.
  static func read(path: String, limit: Int) throws(SystemError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { _ = close(descriptor) }
    return try read(from: descriptor, limit: limit)
  }

  /// All of the regular file at `path`, or `nil` when that is more than `limit` bytes; of anything else, which might have
  /// to be waited for, nothing is read.
  static func readRegularFile(path: String, limit: Int) throws(SystemError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { _ = close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw SystemError(code: errno) }
    let kind = facts.st_mode & S_IFMT
    guard kind == S_IFREG else { throw SystemError(code: kind == S_IFDIR ? EISDIR : ENOTSUP) }
    return try read(from: descriptor, limit: limit)
  }

  /// Opens the file at `path` to be locked, and makes it where it is missing; `nil` when that is refused.
  static func openLock(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Takes the lock on an open file, unless another process holds it.
  static func lock(_ descriptor: Int32) -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

  /// Closes an open file, and gives its lock up.
  static func closeFile(_ descriptor: Int32) { _ = close(descriptor) }

  /// Does nothing for a while.
  static func wait(milliseconds: Int) { _ = poll(nil, 0, Int32(milliseconds)) }

  /// Puts the file at `path` in the place of `target`, in one step that nobody sees half done.
  static func move(_ path: String, over target: String) throws(SystemError) {
    guard rename(path, target) == 0 else { throw SystemError(code: errno) }
  }

  /// Makes a write to a closed pipe an error that can be handled, rather than the end of the process.
  static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Lets Ctrl-\ end the process at once, as it does where nobody has taken the signal: Swift's own handler takes half a
  /// minute of the terminal to ask about a crash that is none.
  static func quitAtOnce() {
    var action = sigaction()
    sigaction(SIGQUIT, nil, &action)
    // Whoever has it ignored means that.
    let isPlain = action.sa_flags & Int32(SA_SIGINFO) == 0
    #if canImport(Darwin)
      let code = unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self)
    #elseif canImport(Glibc)
      let code = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    #else
      let code = unsafeBitCast(action.__sa_handler.sa_handler, to: Int.self)
    #endif
    if isPlain, code == unsafeBitCast(SIG_IGN, to: Int.self) { return }
    _ = signal(SIGQUIT, SIG_DFL)
  }

  /// Takes note of the first Ctrl-C, for `isInterrupted`; the second one ends the process at once.
  static func noteInterrupts() {
    var action = sigaction()
    // What a handler may do is to set a flag.
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = { _ in interrupts = 1 }
    #elseif canImport(Glibc)
      action.__sigaction_handler.sa_handler = { _ in interrupts = 1 }
    #else
      action.__sa_handler.sa_handler = { _ in interrupts = 1 }
    #endif
    action.sa_flags = Int32(
      bitPattern: UInt32(bitPattern: Int32(SA_RESTART)) | UInt32(truncatingIfNeeded: SA_RESETHAND))
    _ = sigaction(SIGINT, &action, nil)
  }

  /// Lets Ctrl-C end the process again.
  static func endAtInterrupts() {
    _ = signal(SIGINT, SIG_DFL)
  }

  /// How many cores the process may use.
  static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Does `work` on a thread of its own, which has as much room for deep lessons as the first one has.
  ///
  /// - Returns: whether there is such a thread; where the system refuses one, nothing is done.
  static func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
    final class Box: Sendable {
      let work: @Sendable () -> Void
      init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 8 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let box = Unmanaged.passRetained(Box(work))
    #if canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(
        &thread, &attributes,
        { context in
          Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work()
          return nil
        }, box.toOpaque())
    #else
      var thread = pthread_t()
      let result = pthread_create(
        &thread, &attributes,
        { context in
          if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work() }
          return nil
        }, box.toOpaque())
    #endif
    if result != 0 { box.release() }
    return result == 0
  }

  /// The processor time that the process has taken so far, in seconds.
  static var processorTime: Double {
    var time = timespec()
    _ = clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Whether Ctrl-C has been pressed.
  static var isInterrupted: Bool { interrupts != 0 }

  /// Ends the process.
  static func leave(_ status: ExitStatus) -> Never {
    exit(status.rawValue)
  }

  /// Returns when a call that was refused may be tried again: at once after a signal, and when the other end is ready
  /// after one that would have had to wait, for a shared descriptor may have been made not to.
  private static func goOn(_ descriptor: Int32, waitingFor event: some BinaryInteger) throws(SystemError) {
    switch errno {
    case EINTR: break
    case EAGAIN, EWOULDBLOCK:
      var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      _ = poll(&request, 1, -1)
    default: throw SystemError(code: errno)
    }
  }

  private static func sizeOfRegularFile(_ descriptor: Int32) -> Int? {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(facts.st_size)
  }
}

/// Set by the handler of Ctrl-C, and by nothing else: of a type that a signal cannot find half written.
nonisolated(unsafe) private var interrupts: sig_atomic_t = 0

/// What the operating system refused to do.
struct SystemError: Error {
  let code: Int32

  init(code: Int32) { self.code = code }

  /// The refusal behind an error of Foundation's; `nil` when it is none.
  init?(_ error: any Error) {
    guard let error = error as? POSIXError else { return nil }
    code = error.code.rawValue
  }

  /// Whether the reader of a pipe has gone.
  var isClosedPipe: Bool { code == EPIPE }

  /// The reason in the operating system's words, without a capital.
  var reason: String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

// Within `Platform`, the plain names are those of its own functions.

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, bytes.baseAddress, bytes.count)
}
