import Diagnostics
import TestSupport

/// Calc text whose places of interest stand between `⟦` and `⟧`.
struct MarkedSource {
  /// The text without the marks.
  let file: SourceFile
  /// The marked places, in order of their beginning.
  let ranges: [SourceRange]

  /// The text that `marked` holds.
  init(_ marked: String) {
    let marked = MarkedPlaces(marked)
    file = SourceFile(name: "lesson.md", text: marked.text)
    ranges = marked.ranges.map { SourceRange($0.lowerBound, $0.upperBound) }
  }
}

extension SourceFile {
  /// The range of everything.
  var whole: SourceRange { SourceRange(0, bytes.count) }

  /// The text with `range` between marks, so that a wrong place is seen and not counted.
  func marking(_ range: SourceRange?) -> String {
    guard let range else { return "no place" }
    return self[SourceRange(0, range.lowerBound)] + "⟦" + self[range] + "⟧"
      + self[SourceRange(range.upperBound, bytes.count)]
  }
}
