import Diagnostics

/// Calc text whose places of interest stand between `⟦` and `⟧`.
struct MarkedSource {
  /// The text without the marks.
  let file: SourceFile
  /// The marked places, in order of their beginning.
  let ranges: [SourceRange]

  /// The text that `marked` holds.
  init(_ marked: String) {
    var text = ""
    var open: [(start: Int, index: Int)] = []
    var ranges: [SourceRange] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append((text.utf8.count, ranges.count))
        ranges.append(SourceRange(text.utf8.count, text.utf8.count))
      case "⟧":
        if let (start, index) = open.popLast() { ranges[index] = SourceRange(start, text.utf8.count) }
      default: text.unicodeScalars.append(scalar)
      }
    }
    self.file = SourceFile(name: "lesson.md", text: text)
    self.ranges = ranges
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
