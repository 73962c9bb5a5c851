import Foundation
import TestSupport
import Testing

extension BuiltProgram {
  /// What `longhand run` prints for a lesson of that text.
  ///
  /// - Parameter status: the exit status that is expected, or `nil` if checks may fail.
  func transcript(ofText lesson: String, _ options: [String] = [], status: Int32? = 0) throws -> String {
    let input = Pipe()
    try input.fileHandleForWriting.write(contentsOf: Data(lesson.utf8))
    try input.fileHandleForWriting.close()
    return try run(["-"], options, input: input, status: status)
  }

  /// What `longhand run` prints for the lesson in a file.
  func transcript(ofFile lesson: URL) throws -> String {
    try run([lesson.path(percentEncoded: false)], [], input: FileHandle.nullDevice, status: 0)
  }

  private func run(_ lessons: [String], _ options: [String], input: Any, status: Int32?) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["run"] + options + lessons
    process.standardInput = input
    if status == nil { process.standardError = FileHandle.nullDevice }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    if let status { #expect(process.terminationStatus == status, "\(lessons[0])") }
    return String(decoding: output, as: UTF8.self)
  }
}
