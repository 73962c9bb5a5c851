import LessonTestSupport
import Testing

/// A statement about a small network, and what it prints as text of 80 columns.
struct NetworkStatement: Sendable, CustomTestStringConvertible {
  private let statement: String
  private let working: String

  /// One weight, one input, a squared error.
  private static let network = """
    param w = 3
    input x = 2
    y = w*x
    L = (y - 1)^2
    """

  /// The statement with its working.
  init(_ statement: String, _ working: String) {
    self.statement = statement
    self.working = working
  }

  var testDescription: String { statement }

  /// Expects exactly this working.
  func expectWorking(sourceLocation: SourceLocation = #_sourceLocation) {
    let network = LessonFixture(Self.network).working()
    let all = LessonFixture(Self.network, statement).working()
    #expect(all == network + "\n\n" + working, sourceLocation: sourceLocation)
  }
}
