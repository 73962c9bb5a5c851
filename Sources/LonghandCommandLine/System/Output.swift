import PlainText

/// Where the program's text goes: the one place that prints.
package struct Output {
  private let write: ([UInt8]) throws(Fault) -> Void

  /// Why text does not arrive.
  package enum Fault: Error {
    /// Whoever read it has gone: no fault of anyone, and a reason to stop.
    case closedPipe
    /// It cannot be written.
    case refused(reason: String)
  }

  /// An output that hands its bytes to `write`.
  package init(_ write: @escaping ([UInt8]) throws(Fault) -> Void) {
    self.write = write
  }

  /// The output behind a file descriptor.
  static func descriptor(_ descriptor: Int32) -> Output {
    Output { bytes throws(Fault) in
      do throws(SystemError) {
        try Platform.write(bytes, to: descriptor)
      } catch {
        throw error.isClosedPipe ? .closedPipe : .refused(reason: error.reason)
      }
    }
  }

  /// Prints `text` as it stands, whole.
  func print(_ text: String) throws(Fault) {
    try write(Array(text.utf8))
  }

  /// Prints lines, none of which can steer a terminal.
  func print(lines: [String]) throws(Fault) {
    try print(lines.map { $0.harmlessLine + "\n" }.joined())
  }
}
