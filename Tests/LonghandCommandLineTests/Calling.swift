import Foundation
import LonghandCommandLine

/// A folder of a test's own, which is gone after it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "longhand-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  /// A folder that holds a course: the given files, by their paths.
  convenience init(_ files: [(path: String, text: String)]) throws {
    try self.init()
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  func write(_ text: String, to name: String) throws {
    let url = url(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ name: String) -> String? {
    (try? Data(contentsOf: url(name))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Lets a file be so many hours old.
  func setAge(ofFile name: String, hours: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600 * hours)],
      ofItemAtPath: url(name).path(percentEncoded: false))
  }

  func contents(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(name).path(percentEncoded: false)).sorted()
  }
}

/// The program's exit status, which Swift Testing has a type of the same name for.
typealias Status = LonghandCommandLine.ExitStatus

/// What a call of the program gave.
struct Outcome: Equatable {
  var status: ExitStatus
  var results: String
  var messages: String
}

/// Calls the program without a process. Nothing above `folder` is looked at, unless the test wants it; `answers` are the
/// lines of somebody at a terminal, who ends the input behind them.
func longhand(
  _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
  terminal: Invocation.TerminalFacts? = nil, standardInput: String = "", executablePath: String? = nil,
  answers: [String]? = nil
) -> Outcome {
  let (results, messages) = (Page(), Page())
  var invocation = Invocation(
    arguments: arguments, environment: environment, workingDirectory: folder.path,
    executablePath: executablePath, terminal: terminal, standardInput: Array(standardInput.utf8),
    results: results.output, messages: messages.output)
  if var rest = answers?[...] { invocation.answer = { rest.popFirst() } }
  let status = invocation.run()
  return Outcome(status: status, results: results.text, messages: messages.text)
}

/// Keeps what is printed.
private final class Page {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var output: Output { Output { [self] bytes in self.bytes += bytes } }
}
