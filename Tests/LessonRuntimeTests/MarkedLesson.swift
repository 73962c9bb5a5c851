import Testing

/// A lesson with one mistake, whose place stands between `⟦` and `⟧`, and what is said of it.
struct MarkedLesson: Sendable, CustomTestStringConvertible {
  /// The last cell, with the marks.
  let marked: String
  let message: String
  let hint: String?

  /// What stands above the mistake, on lines 6 to 11.
  static let given = """
    input x = 2
    target t = 1
    param w = 3
    const c = 5
    y = w*x
    L = (y - t)^2

    """

  init(_ marked: String, _ message: String, hint: String? = nil) {
    self.marked = marked
    self.message = message
    self.hint = hint
  }

  var testDescription: String { marked }

  var fixture: LessonFixture {
    LessonFixture(MarkedLesson.given + marked.filter { $0 != "⟦" && $0 != "⟧" })
  }

  /// What is printed of the mistake, from the marks.
  var expected: String {
    let lines = (MarkedLesson.given + marked).split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.contains("⟦") }) else { return "no mark" }
    let parts = lines[index].split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
    let text = [
      // Four lines of settings and the fence stand above the first.
      "lesson.md:\(index + 6):\(parts[0].count + 1): error: \(message)",
      "\(parts[0])\(rest.joined())",
      String(repeating: " ", count: parts[0].count) + "^"
        + String(repeating: "~", count: max(0, rest[0].count - 1)),
    ]
    return (text + (hint.map { ["hint: \($0)"] } ?? [])).joined(separator: "\n")
  }

  /// Expects that this and nothing else is printed.
  func expectErrors(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(fixture.errors == expected, sourceLocation: sourceLocation)
  }
}
