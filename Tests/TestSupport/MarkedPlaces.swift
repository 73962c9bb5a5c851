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

/// A note that is expected beside a message, and its place.
public struct MarkedNote: Sendable {
  /// What the note says, but for `here`.
  public let event: String
  /// A stretch of the text, with the place of the note between `⟦` and `⟧`; the first such stretch is meant.
  public let marked: String

  /// A note of what happened at a place.
  public init(_ event: String, at marked: String) {
    self.event = event
    self.marked = marked
  }

  /// The place in the bytes of `text`.
  public func range(in text: String) -> Range<Int>? {
    let stretch = MarkedPlaces(marked)
    let bytes = Array(text.utf8)
    let wanted = Array(stretch.text.utf8)
    guard let place = stretch.ranges.first,
      let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) })
    else { return nil }
    return start + place.lowerBound..<start + place.upperBound
  }
}
