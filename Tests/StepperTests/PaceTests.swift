import LessonRuntime
import Testing

@testable import Stepper

/// How many presses it takes, and that nothing is lost by it.
@Suite struct PaceTests {
  @Test func theEndOfBackpropagationIsNear() throws {
    let course = try #require(CourseLessons.all.first { $0.name == "31-backpropagation.md" })
    var reader = Reader(of: lesson(course.text), style: Style())
    var presses = 0
    while !reader.isAtEnd {
      let before = reader.pageLines.count
      reader.perform(Request(reader.waitingQuestion == nil ? .next : .skip))
      presses += 1
      print(
        presses, reader.pageLines.dropFirst(max(0, before - 1)).first { !$0.isEmpty } ?? "",
        "+\(reader.pageLines.count-before)")
    }
    #expect(presses <= 160, "\(presses)")
  }
}
