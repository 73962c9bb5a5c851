import Algebra
import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers

@Suite struct RunOptionsTests {
  private func setting(_ name: String, _ text: String) throws -> RunOptions.Setting {
    try #require(RunOptions.Setting(name: name, text: text))
  }

  @Test func `a set number replaces a given one, with the digits as they are typed`() throws {
    let fixture = LessonFixture(
      "input a = 1, b = 2\ntarget t = 0\nconst c = a*3\nparam w = a + b\ny = a*w + b + c + t")
    let options = RunOptions(settings: [
      try setting("b", "0.50"), try setting("t", "−1e-3"), try setting("c", "4"), try setting("w", "-2.0"),
    ])
    #expect(
      fixture.working(options) == """
        input   a = 1        b = 0.50
        target  t = −0.001
        const   c = 4
        param   w = −2.0

        y = a·w + b + c + t
          = 1·(−2.0) + 0.50 + 4 + (−0.001)
          = −2 + 0.50 + 4 + (−0.001)
          = 2.499
        """)
  }

  @Test func `what is worked out from a set number follows it`() throws {
    let fixture = LessonFixture("input a = 1\nparam w = a + 1\ny = w*a")
    #expect(
      fixture.working(RunOptions(settings: [try setting("a", "3")])) == """
        input   a = 3

        w = a + 1 = 3 + 1 = 4                               param, worked out once

        y = w·a = 4·3 = 12
        """)
  }

  @Test func `of two settings of a name the last counts`() throws {
    let fixture = LessonFixture("input a = 1")
    let options = RunOptions(settings: [try setting("a", "2"), try setting("a", "3")])
    #expect(fixture.working(options) == "input   a = 3")
  }

  @Test func `a set number makes no value stale and is changed like any other`() throws {
    let fixture = LessonFixture("param w = 1\ny = w^2\nw <- w + 1\nforward")
    #expect(
      fixture.working(RunOptions(settings: [try setting("w", "5")])) == """
        param   w = 5

        y = w² = 5² = 25

        w ← w + 1 = 5 + 1 = 6
        w ← 6 (was 5)

        name   before   now
        y      25       36
        """)
  }

  @Test func `names are compared in composed form`() throws {
    let fixture = LessonFixture("input cafe\u{301} = 1\ny = caf\u{E9}*2\ncheck = cafe\u{301} + y")
    #expect(fixture.errors.isEmpty)
    let working = fixture.working(RunOptions(settings: [try setting("caf\u{E9}", "3")]))
    #expect(working.contains("= 3·2 = 6"))
    #expect(working.contains("= 3 + 6 = 9"))
  }

  @Test(arguments: [
    ("1", 1), ("-1", -1), ("−1", -1), ("0.50", 0.5), ("1e-8", 1e-8), ("4.9e+2", 490), ("-0", 0),
    ("007", 7), ("1E3", 1000),
  ])
  func `a number is one as a lesson would write it`(text: String, value: Double) throws {
    #expect(try setting("w", text).number.value == value)
  }

  @Test(arguments: [
    "", "x", "1,5", "1 ", " 1", "+-1", "1e", "1e400", "-1e400", "nan", "inf", "infinity", "0x10", "1_000",
    "1/2",
    "pi", "--1", "1.2.3", "٣",
  ])
  func `what is no number is refused`(text: String) {
    #expect(RunOptions.Setting(name: "w", text: text) == nil)
  }

  @Test func `the decimals of a run replace those of the lesson`() {
    let fixture = LessonFixture("x = 1/3\ny = x*2", settings: "decimals: 8\nrounding: truncated\n")
    #expect(fixture.working() == "x = 1/3 = 0.33333333\n\ny = x·2 = 0.33333333·2 = 0.66666666")
    #expect(
      fixture.working(RunOptions(decimals: 2)) == "x = 1/3 = 0.333\n\ny = x·2 = 0.333·2 = 0.666")
    #expect(
      fixture.working(RunOptions(decimals: 3)) == "x = 1/3 = 0.333\n\ny = x·2 = 0.333·2 = 0.666")
  }

  @Test func `a run changes nothing of the next`() throws {
    let fixture = LessonFixture("param w = 1\ny = w^2\nupdate w to reduce y with sgd(0.1)\nforward")
    let first = fixture.working()
    _ = fixture.working(RunOptions(decimals: 1, settings: [try setting("w", "7")]))
    #expect(fixture.working() == first)
  }
}
