package import TestSupport
package import Testing

/// A lesson with one mistake in its last part, its place between `⟦` and `⟧`, and what is said of it.
package struct Marked<Frame: LessonFrame>: Sendable, CustomTestStringConvertible {
  /// The last part, with the marks.
  private let marked: String
  private let message: String
  private let hint: String?
  private let note: MarkedNote?

  package init(_ marked: String, _ message: String, hint: String? = nil, note: MarkedNote? = nil) {
    self.marked = marked
    self.message = message
    self.hint = hint
    self.note = note
  }

  package var testDescription: String { marked }

  private var whole: String { Frame.above + marked + Frame.below }

  /// What is printed of the mistake.
  private func expected(_ marked: MarkedPlaces) -> String {
    guard let range = marked.ranges.first else { return "no mark" }
    var lines = told("error: \(message)", at: range, in: marked.text)
    if let hint { lines.append("hint: \(hint)") }
    if let note {
      guard let range = note.range(in: marked.text) else { return "no such place: \(note.marked)" }
      lines += told("note: \(note.event) here", at: range, in: marked.text)
    }
    return lines.joined(separator: "\n")
  }

  /// What is said of one place.
  private func told(_ what: String, at range: Range<Int>, in text: String) -> [String] {
    let before = text.utf8.prefix(range.lowerBound).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let column = String(before[before.count - 1])?.count ?? 0
    let inside = text.utf8.prefix(range.upperBound).dropFirst(range.lowerBound)
    let width = String(inside.prefix { $0 != UInt8(ascii: "\n") })?.count ?? 0
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return [
      "lesson.md:\(before.count):\(column + 1): \(what)",
      String(lines[before.count - 1]),
      String(repeating: " ", count: column) + "^" + String(repeating: "~", count: max(0, width - 1)),
    ]
  }

  /// Expects that this and nothing else is printed.
  package func expectErrors(sourceLocation: SourceLocation = #_sourceLocation) {
    let marked = MarkedPlaces(whole)
    #expect(
      LessonFixture(text: marked.text).errors == expected(marked), sourceLocation: sourceLocation)
  }
}

/// What stands above and below the part of a lesson that has the mistake.
package protocol LessonFrame {
  static var above: String { get }
  static var below: String { get }
}

/// The text of a whole lesson with one mistake.
package typealias MarkedText = Marked<NoFrame>
/// The only calc cell of a lesson, with one mistake.
package typealias MarkedCell = Marked<CellFrame>
/// The end of a calc cell behind a small network, with one mistake.
package typealias MarkedLesson = Marked<NetworkFrame>

/// Nothing stands around a whole lesson.
package enum NoFrame: LessonFrame {
  package static let above = ""
  package static let below = ""
}

/// A lesson of one calc cell.
package enum CellFrame: LessonFrame {
  package static let above = "---\ntitle: A lesson\n---\n\n```calc\n"
  package static let below = "\n```\n"
}

/// A lesson of one calc cell that begins with a small network, on lines 6 to 11.
package enum NetworkFrame: LessonFrame {
  /// The network.
  package static let given = """
    input x = 2
    target t = 1
    param w = 3
    const c = 5
    y = w*x
    L = (y - t)^2

    """
  package static let above = CellFrame.above + given
  package static let below = CellFrame.below
}
