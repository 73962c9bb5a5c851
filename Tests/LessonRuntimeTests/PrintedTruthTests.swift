import Algebra
import Testing
import Transcript

@testable import LessonRuntime

@Suite struct PrintedTruthTests {
  @Test(arguments: [
    ("0.60109", 0.60108787884837), ("0.60108", 0.60108787884837), ("-0.8", -0.87), ("-0.9", -0.87),
    ("4.92e-04", 4.9164e-4), ("4.91e-04", 4.9164e-4), ("2", 2.0000000001), ("0.00", 0.0049),
    ("0.3", 0.1 + 0.2), ("1.15292e+18", 1.152921504606847e18), ("0", 0), ("0.41", 0.41000000000000003),
  ])
  func `a number that is rounded or cut off is true`(digits: String, value: Double) {
    #expect(PrintedTruth.shows(digits, value, largest: abs(value)))
  }

  @Test(arguments: [
    ("0.60107", 0.60108787884837), ("0.60110", 0.60108787884837), ("-0.86", -0.87), ("0.87", -0.87),
    ("4.90e-04", 4.9164e-4), ("2", 2.00001), ("0.00", 0.0051), ("0.5", .nan), ("0.5", 0.4), ("x", 1),
    ("0.09", 0.101), ("0", 1e-5),
  ])
  func `any other number is a lie`(digits: String, value: Double) {
    #expect(!PrintedTruth.shows(digits, value, largest: abs(value)))
  }

  @Test func `the links of a transcript are read, and lies are found`() {
    func number(_ value: Double, _ text: String) -> Formula { .number(Number(value, text: text)) }
    func transcript(_ result: String, _ relation: Relation) -> Transcript {
      let sum = Formula.sum(of: [.init(.plus, number(0.5, "0.5")), .init(.plus, number(0.25, "0.25"))])
      let factors = [number(3, "3"), number(0.25, "0.25")]
      let chain = Chain(
        subject: .name(Name("y")),
        links: [
          .init(.equals, .numbers(sum)), .init(.equals, .factors(factors)),
          .init(relation, .result(Number(0.75, text: result))),
        ])
      let step = Step(name: "y", lines: [Line(.blank), Line(.chain(chain))])
      return Transcript(lesson: "", title: "", sources: [], parts: [.step(step)])
    }
    #expect(PrintedTruth(of: transcript("0.75", .equals)).lies.isEmpty)
    #expect(PrintedTruth(of: transcript("0.75", .equals)).linkCount == 2)
    #expect(PrintedTruth(of: transcript("0.76", .equals)).lies.count == 2)
    // The sign in front of the result speaks of the line before it.
    #expect(PrintedTruth(of: transcript("0.76", .approximates)).lies.count == 1)
    #expect(PrintedTruth(of: transcript("0.76", .approximates)).approximateCount == 1)
  }
}
