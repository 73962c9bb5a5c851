import Foundation

/// The end of a pseudo-terminal where a window would be: shows what arrives.
final class PseudoTerminalWindow: @unchecked Sendable {
  /// Guards all the rest.
  private let condition = NSCondition()
  private let descriptor: Int32
  private var model: TerminalModel
  private var bytes: [UInt8] = []
  /// Whether it is to be closed, and whether it is.
  private var isClosing = false
  private var isClosed = false

  /// A window that closes the descriptor when it is closed.
  init(_ descriptor: Int32, columns: Int, rows: Int) {
    self.descriptor = descriptor
    model = TerminalModel(columns: columns, rows: rows)
    resize(columns: columns, rows: rows)
    Thread { self.showOutput() }.start()
  }

  func resize(columns: Int, rows: Int) {
    condition.withLock {
      model.resize(columns: columns, rows: rows)
      var size = winsize()
      size.ws_row = UInt16(clamping: rows)
      size.ws_col = UInt16(clamping: columns)
      if !isClosing { _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size) }
    }
  }

  /// Sends bytes to the program; what finds no room for a second is dropped, for nobody reads it.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&request, 1, 1_000) > 0 else { return }
      // A terminal takes little at once, and a call with more than that would wait.
      let count = rest.prefix(64).withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads or changes what is shown.
  func screen<Result>(_ body: (inout TerminalModel) -> Result) -> Result {
    condition.withLock { body(&model) }
  }

  var output: String { condition.withLock { String(decoding: bytes, as: UTF8.self) } }

  /// Waits until `isRight`; `false` when `end` comes first.
  func waits(until end: Date, _ isRight: (TerminalModel) -> Bool) -> Bool {
    condition.withLock {
      while !isRight(model) {
        if !condition.wait(until: end) { return isRight(model) }
      }
      return true
    }
  }

  /// Closes the window, and returns when it is closed.
  func close() {
    condition.withLock {
      isClosing = true
      while !isClosed { condition.wait() }
    }
  }

  /// Shows what arrives until the window is to be closed.
  private func showOutput() {
    var chunk = Array(repeating: UInt8(0), count: 65_536)
    while !condition.withLock({ isClosing }) {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 20) > 0 else { continue }
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { continue }
      condition.withLock {
        bytes += chunk[..<count]
        model.show(chunk[..<count])
        condition.broadcast()
      }
    }
    condition.withLock {
      _ = Foundation.close(descriptor)
      isClosed = true
      condition.broadcast()
    }
  }
}
