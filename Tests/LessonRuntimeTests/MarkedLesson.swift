import Testing

/// A lesson with one mistake in its last part, its place between `⟦` and `⟧`, and what is said of it.
struct Marked<Frame: LessonFrame>: Sendable, CustomTestStringConvertible {
  /// The last part, with the marks.
  private let marked: String
  private let message: String
  private let hint: String?

  init(_ marked: String, _ message: String, hint: String? = nil) {
    self.marked = marked
    self.message = message
    self.hint = hint
  }

  var testDescription: String { marked }

  private var whole: String { Frame.above + marked + Frame.below }

  /// What is printed of the mistake, from the marks.
  private var expected: String {
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.contains("⟦") }) else { return "no mark" }
    let parts = lines[index].split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
    let text = [
      "lesson.md:\(index + 1):\(parts[0].count + 1): error: \(message)",
      "\(parts[0])\(rest.joined())",
      String(repeating: " ", count: parts[0].count) + "^"
        + String(repeating: "~", count: max(0, rest[0].count - 1)),
    ]
    return (text + (hint.map { ["hint: \($0)"] } ?? [])).joined(separator: "\n")
  }

  /// Expects that this and nothing else is printed.
  func expectErrors(sourceLocation: SourceLocation = #_sourceLocation) {
    let fixture = LessonFixture(text: whole.filter { $0 != "⟦" && $0 != "⟧" })
    #expect(fixture.errors == expected, sourceLocation: sourceLocation)
  }
}

/// What stands above and below the part of a lesson that has the mistake.
protocol LessonFrame {
  static var above: String { get }
  static var below: String { get }
}

/// The text of a whole lesson with one mistake.
typealias MarkedText = Marked<NoFrame>
/// The only calc cell of a lesson, with one mistake.
typealias MarkedCell = Marked<CellFrame>
/// The end of a calc cell behind a small network, with one mistake.
typealias MarkedLesson = Marked<NetworkFrame>

/// Nothing stands around a whole lesson.
enum NoFrame: LessonFrame {
  static let above = ""
  static let below = ""
}

/// A lesson of one calc cell.
enum CellFrame: LessonFrame {
  static let above = "---\ntitle: A lesson\n---\n\n```calc\n"
  static let below = "\n```\n"
}

/// A lesson of one calc cell that begins with a small network, on lines 6 to 11.
enum NetworkFrame: LessonFrame {
  /// The network.
  static let given = """
    input x = 2
    target t = 1
    param w = 3
    const c = 5
    y = w*x
    L = (y - t)^2

    """
  static let above = CellFrame.above + given
  static let below = CellFrame.below
}
