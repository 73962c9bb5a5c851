import Foundation

/// A run of a program in a process of its own.
struct ChildRun {
  /// What it wrote to the output that was read.
  let text: String
  /// The processor time from its start to its end, with what loading it takes, in seconds.
  let processorTime: Double

  /// Which of a program's two outputs is read; nobody sees the results where messages are.
  enum Reading {
    case results
    case messages
  }

  /// Runs the program at `path` to its end.
  ///
  /// - Throws: when it cannot be started, or fails.
  init(_ path: String, _ arguments: [String], reading: Reading = .results) throws(Fault) {
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw .failure(
        "`\(path)` is no program that can be run; `swift build -c release` builds those of this package")
    }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    switch reading {
    case .results: process.standardOutput = pipe
    case .messages:
      process.standardOutput = FileHandle.nullDevice
      process.standardError = pipe
    }
    let before = Platform.processorTimeOfChildren
    do {
      try process.run()
      text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    } catch {
      throw .failure("cannot run `\(path)`: \(error.localizedDescription)")
    }
    process.waitUntilExit()
    processorTime = Platform.processorTimeOfChildren - before
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let call = ([path] + arguments).joined(separator: " ")
      throw .failure(
        "`\(call)` ends with \(process.terminationStatus)" + (reading == .messages ? ": " + text : ""))
    }
  }

  /// The rows among what it wrote.
  var rows: [Row] { text.split(separator: "\n").compactMap { Row(json: $0) } }
}
