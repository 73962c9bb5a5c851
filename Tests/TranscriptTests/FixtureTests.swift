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
      let text = try program.transcript(ofFile: lesson)
      let reading = Reading(Page(text, lesson: source), decimals: source.decimals)
      for fault in reading.faults { Issue.record("\(lesson.lastPathComponent), printed line \(fault)") }
      total.add(reading.tally)
    }
    try GoldenFile("FixtureTally.txt").expect("\(lessons.count) lessons: \(total.text)\n")
  }
}
