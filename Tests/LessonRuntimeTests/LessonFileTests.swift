import Diagnostics
import LessonRuntime
import LessonTestSupport
import TestSupport
import Testing
import Transcript

/// The worked examples of the lectures, each written as a lesson, in `Lessons` beside this file.
///
/// Their numbers come from a separate computation with fifty digits; a check gives fourteen of them, or one less where
/// the next one is too close to call.
@Suite("The worked examples as lessons")
struct LessonFileTests {
  /// The numbers of the worked examples that must be there; from 101 on they are lessons of our own.
  private static let examples = [
    10...13, 15...15, 17...28, 31...42, 45...54, 57...57, 59...60, 63...66, 68...68, 72...72, 77...92,
    95...97,
    101...105,
  ].flatMap { Array($0) }

  private static let folder = PackageFolder("Tests/LessonRuntimeTests/Lessons")

  private static func names() throws -> [String] { try folder.names(ending: ".md") }

  @Test func `there is one lesson for each example`() throws {
    #expect(try Self.names().compactMap { Int($0.prefix { $0 != "-" }) }.sorted() == Self.examples)
  }

  @Test(arguments: try names()) func `every number of the example is met`(_ name: String) throws {
    let text = try Self.folder.text(of: name)
    let fixture = LessonFixture(text: text)
    let run = fixture.run
    #expect(run.diagnostics.map { $0.text(in: fixture.file) } == [])
    let checks = run.transcript.checks
    #expect(checks.count >= 3)
    #expect(checks.filter { !$0.holds }.map(\.line) == [], "lines of \(name) with numbers that are not met")
  }
}
