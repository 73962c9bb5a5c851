import Foundation
import TestSupport
import Testing

@Suite("What the program prints for the lessons of its tests")
struct FixtureTests {
  @Test func `is true as printed, every link of every chain`() throws {
    let program = try BuiltProgram()
    var total = Tally()
    let lessons = try Repository.fixtures()
    for lesson in lessons {
      let source = LessonSource(try String(contentsOf: lesson, encoding: .utf8))
      let text = try Self.transcript(of: lesson, by: program)
      let reading = Reading(Page(text, lesson: source), decimals: source.decimals)
      for fault in reading.faults { Issue.record("\(lesson.lastPathComponent), printed line \(fault)") }
      total.add(reading.tally)
    }
    try GoldenFile("FixtureTally.txt").expect("\(lessons.count) lessons: \(total.text)\n")
  }

  /// What `longhand run` prints for `lesson`.
  private static func transcript(of lesson: URL, by program: BuiltProgram) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program.path)
    process.arguments = ["run", lesson.path(percentEncoded: false)]
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(lesson.lastPathComponent)")
    return String(decoding: output, as: UTF8.self)
  }
}
