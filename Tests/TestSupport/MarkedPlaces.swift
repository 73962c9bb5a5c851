/// Text whose places of interest stand between `⟦` and `⟧`, so that nobody counts where they are.
public struct MarkedPlaces: Sendable {
  /// The text without the marks.
  public let text: String
  /// The marked places in the bytes of the text, in order of their beginning.
  public let ranges: [Range<Int>]

  /// The text that `marked` holds.
  public init(_ marked: String) {
    var text = ""
    var open: [(start: Int, index: Int)] = []
    var ranges: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append((text.utf8.count, ranges.count))
        ranges.append(text.utf8.count..<text.utf8.count)
      case "⟧":
        if let (start, index) = open.popLast() { ranges[index] = start..<text.utf8.count }
      default: text.unicodeScalars.append(scalar)
      }
    }
    self.text = text
    self.ranges = ranges
  }
}
