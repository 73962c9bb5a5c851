import Foundation

/// A terminal without a window: a program or a test has one end of it, and the test types and looks at the other.
///
/// What the program writes is read at once, by a thread of its own, so that the program never has to wait.
public final class PseudoTerminal {
  /// The program's end, for what uses a terminal within the process of the test.
  public let descriptor: Int32
  private let path: String
  private let window: PseudoTerminalWindow
  private var process: pid_t?

  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    /// By itself, with this status.
    case status(Int32)
    /// By this signal.
    case signal(Int32)
  }

  /// A call to the operating system that did not work.
  public struct Refusal: Error, CustomStringConvertible {
    /// What was tried, and why it did not work.
    public let description: String

    init(_ call: String, _ code: Int32) { description = "\(call): \(String(cString: strerror(code)))" }
  }

  /// A terminal of the given size.
  public init(columns: Int = 80, rows: Int = 24) throws {
    let (master, path) = try PseudoTerminal.master()
    self.path = path
    descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal("cannot open \(path)", errno) }
    window = PseudoTerminalWindow(master, columns: columns, rows: rows)
  }

  /// The end where the window is, and the path of the other one.
  private static func master() throws -> (descriptor: Int32, path: String) {
    guard let open = function("posix_openpt", as: (@convention(c) (Int32) -> Int32).self),
      let grant = function("grantpt", as: (@convention(c) (Int32) -> Int32).self),
      let unlock = function("unlockpt", as: (@convention(c) (Int32) -> Int32).self),
      let name = function("ptsname", as: (@convention(c) (Int32) -> UnsafePointer<CChar>?).self)
    else { throw Refusal("cannot find how to make a terminal", ENOSYS) }
    #if canImport(Darwin)
      let descriptor = open(O_RDWR | O_NOCTTY)
    #else
      let descriptor = open(O_RDWR | O_NOCTTY | O_CLOEXEC)
    #endif
    guard descriptor >= 0, grant(descriptor) == 0, unlock(descriptor) == 0, let path = name(descriptor) else {
      throw Refusal("cannot make a terminal", errno)
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return (descriptor, String(cString: path))
  }

  /// A function of the C library, some of which its Linux headers do not show to Swift.
  private static func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    dlsym(dlopen(nil, RTLD_NOW), name).map { unsafeBitCast($0, to: type) }
  }

  deinit {
    if let process {
      _ = kill(process, SIGKILL)
      _ = waitpid(process, nil, 0)
    }
    window.close()
    _ = close(descriptor)
  }

  /// Starts a program in a session of its own, with this terminal as the one that controls it.
  ///
  /// - Parameters:
  ///   - environment: all the environment variables that it gets.
  ///   - folder: where it starts, if not where the tests do.
  public func start(
    _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
    in folder: String? = nil
  ) throws {
    precondition(process == nil, "one terminal, one program")
    var words = [executable] + arguments
    if let folder { words = ["/bin/sh", "-c", #"cd "$1" && shift && exec "$@""#, "sh", folder] + words }
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    process = try SessionLeader.start(words, variables, terminal: path)
  }

  /// Types `text`; `\r` is the Enter key.
  public func type(_ text: String) { type(Array(text.utf8)) }

  /// Sends what keys send.
  public func type(_ bytes: [UInt8]) { window.write(bytes) }

  /// Makes the window another size; a program to which the terminal belongs is told by SIGWINCH.
  public func resize(columns: Int, rows: Int) { window.resize(columns: columns, rows: rows) }

  /// Closes the window, so that there is no terminal any more; the leader of its session gets SIGHUP.
  public func hangUp() { window.close() }

  /// What is in the window now.
  public var screen: TerminalModel { window.screen { $0 } }

  /// Everything that was written to the terminal so far.
  public var output: String { window.output }

  /// Forgets which rows were written to, so that `screen.writtenRows` has only those from now on.
  public func forgetWrittenRows() { window.screen { $0.writtenRows = [] } }

  /// Waits until the window shows what it should; `false` when it does not in time.
  public func waits(seconds: Double = 10, until isRight: (TerminalModel) -> Bool) -> Bool {
    window.waits(until: Date(timeIntervalSinceNow: seconds), isRight)
  }

  /// Waits until the window shows `text` on one of its lines; `false` when it does not in time.
  public func shows(_ text: String, seconds: Double = 10) -> Bool {
    waits(seconds: seconds) { $0.lines.contains { $0.contains(text) } }
  }

  /// How the terminal treats what passes through it, for comparison.
  public var settings: [UInt8] {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return [] }
    return withUnsafeBytes(of: &settings) { Array($0) }
  }

  /// Whether within the time something is there that was typed and that the program has not read.
  public func hasUnreadInput(seconds: Double) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, Int32(seconds * 1_000)) > 0
  }

  /// Whether what is typed shows up by itself, as it does for a shell's commands.
  public var echoes: Bool {
    var settings = termios()
    return tcgetattr(descriptor, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Sends the program a signal.
  public func send(_ signal: Int32) {
    if let process { _ = kill(process, signal) }
  }

  /// Waits until the program has ended, and says how; `nil` when it does not in time.
  public func ending(seconds: Double = 10) -> Ending? {
    let end = Date(timeIntervalSinceNow: seconds)
    while let process {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        self.process = nil
        // The macros that take it apart do not exist in Swift.
        return status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
      }
      if Date() > end { return nil }
      Thread.sleep(forTimeInterval: 0.005)
    }
    return nil
  }
}
