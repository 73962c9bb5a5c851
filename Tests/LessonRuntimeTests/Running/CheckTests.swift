import Algebra
import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

@Suite struct CheckTests {
  struct Row: Sendable, CustomTestStringConvertible {
    /// A line of a check cell; `y` is 0.8733333333333333 and `z` is -0.0004916419617572631.
    let line: String
    /// `exact`, or `cutOff 0.87`, and so on.
    let outcome: String
    let holds: Bool

    init(_ line: String, _ outcome: String, _ holds: Bool = true) {
      self.line = line
      self.outcome = outcome
      self.holds = holds
    }

    var testDescription: String { line }
  }

  private func checks(_ lines: [String], decimals: Int = 5) -> [Check] {
    let fixture = LessonFixture(
      text: """
        ---
        title: A lesson
        decimals: \(decimals)
        ---

        ```calc
        input x = 0.41
        y = 2.62/3
        z = -0.0004916419617572631*1
        ```

        ```check
        \(lines.joined(separator: "\n"))
        ```

        """)
    #expect(fixture.errors.isEmpty)
    return fixture.run.transcript.checks
  }

  @Test(arguments: [
    // Exact, rounded, cut off.
    Row("x = 0.41", "exact"), Row("x = 0.410", "exact"), Row("2*x = 0.82", "exact"),
    Row("y = 0.87333", "rounded"), Row("y = 0.9", "rounded"), Row("y = 0.87", "rounded"),
    Row("y = 0.8", "cutOff rounded 0.9"), Row("x = 0.4", "rounded"), Row("y*10 = 8.7", "rounded"),
    Row("-y = -0.87", "rounded"), Row("-y = -0.8", "cutOff rounded -0.9"),
    Row("y = 0.88", "notMet 0.87333, -0.00667", false), Row("y = 0.86", "notMet 0.87333, 0.01333", false),
    Row("y = 0.8734", "notMet 0.87333, -0.00007", false),
    Row("-y = 0.87", "notMet -0.87333, -1.74333", false),
    // The mantissa's digits count where there is an exponent.
    Row("z = -0.000492", "rounded"), Row("z = -4.92e-4", "rounded"),
    Row("z = -4.91e-4", "cutOff rounded -4.92e-04"), Row("z = -5e-4", "rounded"),
    Row("z = -4e-4", "cutOff rounded -5e-04"), Row("z = -4.90e-4", "notMet -0.000492, -0.000002", false),
    Row("z = -0.00049", "rounded"), Row("1000000*y = 8.733e5", "rounded"),
    // Without point or exponent a number is exact.
    Row("3*y - 1.62 = 1", "exact"), Row("y = 1", "notMet 0.87333, -0.12667", false),
    Row("1000000000*y = 873333333", "exact"), Row("100000*y = 87333", "notMet 87333.33333, 0.33333", false),
    Row("10000000000*x = 4100000000", "exact"),
    // A printed zero with decimals is met by rounding only.
    Row("z = 0.00", "rounded"), Row("z = -0.000", "rounded"), Row("y - y = 0.00", "exact"),
    Row("y - y = 0", "exact"), Row("0.006 = 0.00", "notMet 0.006, 0.006", false),
    Row("0.0049 = 0.00", "rounded"), Row("z = 0", "notMet -0.000492, -0.000492", false),
    // With a tolerance only that counts, its bounds included.
    Row("y = 0.88 ± 0.01", "within 0.87333"), Row("y = 0.88 +- 0.01", "within 0.87333"),
    Row("x = 0.4 ± 0.01", "within 0.41"), Row("x = 0.4 ± 0.009", "notMet 0.41, 0.01", false),
    Row("y = 0.87333 ± 0", "notMet 0.873333, 0.000003", false),
    Row("y = 1 ± 0.1", "notMet 0.87333, -0.12667", false), Row("y = 1 ± 0.2", "within 0.87333"),
    Row("z = 0 ± 1e-3", "within -0.000492"),
    // What other programs print.
    Row("sigmoid(0.3775) = 0.593269992107187", "exact"), Row("sigmoid(0.3775) = 0.5932699921071872", "exact"),
    Row("1/3 = 0.3333333333333333", "exact"), Row("y = 0.8733333333333333", "exact"),
    // Documented slips hold where rounding does not give the number: cut off, 0.95 is 0.9, and still no lecture means it.
    Row("0.95 != 0.9", "slip 0.95"), Row("0.95 = 0.9", "cutOff rounded 1.0"),
    Row("y != 0.88", "slip 0.87333"), Row("y != 0.87", "slipIsMet 0.87333", false),
    Row("y != 0.8", "slip 0.87333"), Row("y != 0.9", "slipIsMet 0.87333", false),
    Row("0.95 != 0.95", "slipIsMet 0.95", false), Row("0.95 != 0.9 ± 0.1", "slipIsMet 0.95", false),
    Row("x != 0.41000000000000003", "slipIsMet 0.41", false), Row("y != 0.8734", "slip 0.87333"),
    Row("y != 0.88 ± 0.001", "slip 0.87333"), Row("y != 0.88 ± 0.01", "slipIsMet 0.87333", false),
    // The shown number has as many digits as tell it from the printed one.
    Row("y = 0.873330", "notMet 0.873333, 0.000003", false),
    Row("y != 0.8733300", "slip 0.8733333"),
    Row("y = 0.87333333334", "notMet 0.87333333333, -0.00000000001", false),
  ])
  func `a line of a check holds by the number rule`(row: Row) throws {
    let check = try #require(checks([row.line]).first)
    #expect(check.outcome.summary == row.outcome)
    #expect(check.holds == row.holds)
  }

  @Test func `notes, comments and lines are kept`() throws {
    let found = checks(["x = 0.41 -- S0-070 # a comment", "# alone", "x = 0.40 ± 0.1"])
    #expect(found.map(\.note) == ["S0-070", nil])
    #expect(found.map(\.line) == [13, 15])
    #expect(found.map(\.printed.text) == ["0.41", "0.40"])
    #expect(found.map { $0.tolerance?.text } == [nil, "0.1"])
    #expect(found.map { $0.subject.text(.calc) } == ["x", "x"])
  }

  @Test func `with other numbers nothing is held against the lecture but what is of numbers alone`() throws {
    let fixture = LessonFixture(
      text: """
        ---
        title: A lesson
        ---

        ```calc
        input x = 0.41
        y = 2.62/3*x
        ```

        ```check
        x = 0.41
        y = 0.358
        y != 0.4
        y = 0.3 ± 0.1
        2*3 = 6
        2*3 = 7
        ```

        """)
    func outcomes(_ options: RunOptions) -> [String] {
      fixture.lesson.run(options).transcript.checks.map(\.outcome.summary)
    }
    #expect(
      outcomes(RunOptions()) == [
        "exact", "rounded", "slipIsMet 0.35807", "within 0.35807", "exact", "notMet 6, -1",
      ])
    let setting = try #require(RunOptions.Setting(name: "x", text: "0.5"))
    #expect(
      outcomes(RunOptions(settings: [setting])) == [
        "other inputs 0.5", "other inputs 0.43667", "slip of other inputs 0.43667", "other inputs 0.43667",
        "exact", "notMet 6, -1",
      ])
  }

  @Test func `the decimals of the lesson change no outcome`() {
    for decimals in [0, 3, 12] {
      let outcomes = checks(["y = 0.87333", "y = 0.8", "y = 0.88"], decimals: decimals).map(\.holds)
      #expect(outcomes == [true, true, false])
    }
  }
}

extension Check.Outcome {
  /// The outcome and its numbers.
  fileprivate var summary: String {
    func text(_ number: Number) -> String { number.text ?? "no digits" }
    return switch self {
    case .exact: "exact"
    case .rounded: "rounded"
    case .cutOff(let rounded): "cutOff rounded \(text(rounded))"
    case .withinTolerance(let computed): "within \(text(computed))"
    case .documentedSlip(let computed): "slip \(text(computed))"
    case .notMet(let computed, let difference): "notMet \(text(computed)), \(text(difference))"
    case .slipIsMet(let computed): "slipIsMet \(text(computed))"
    case .otherInputs(let computed, let isSlip): "\(isSlip ? "slip of " : "")other inputs \(text(computed))"
    }
  }
}
