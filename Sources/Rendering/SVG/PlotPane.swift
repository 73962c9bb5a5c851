internal import Algebra
internal import PlainText
internal import Transcript

/// The room of a plot in which its points lie, with the axes around it and the legend above.
///
/// It is drawn from top to bottom, as the text is written: legend, what the vertical axis measures, the numbers at it, those at the
/// horizontal axis, what that measures.
struct PlotPane {
  /// All of the picture has this width, so that letters are as large in each.
  static let width = 360.0

  /// Where the points lie.
  let left: Double
  private(set) var top: Double
  let right = width - 14
  let height: Double
  /// Where the picture ends at its foot, once all is drawn.
  private(set) var bottom = 0.0

  private let horizontal: Plot.Axis
  private let vertical: Plot.Axis
  private let renderer: PictureRenderer

  /// The pane of a plot with these axes; `nil` where one of them has no length.
  ///
  /// - Parameters:
  ///   - horizontal: From left to right.
  ///   - vertical: From bottom to top.
  ///   - height: From the top to the bottom of where points lie.
  ///   - renderer: Writes the words.
  init?(_ horizontal: Plot.Axis, _ vertical: Plot.Axis, height: Double, _ renderer: PictureRenderer) {
    guard
      [horizontal, vertical].allSatisfy({ axis in
        axis.ticks.first.flatMap { axis.position(of: $0.value) } != nil
      })
    else { return nil }
    self.horizontal = horizontal
    self.vertical = vertical
    self.height = height
    self.renderer = renderer
    let widest = vertical.ticks.map { LetterSize.width(of: renderer.words($0)) }.max() ?? 0
    left = min(Self.width / 2, max(22, widest + 10))
    top = 6
  }

  /// From left to right.
  var breadth: Double { right - left }

  /// Where a fraction of the way from left to right is.
  func x(_ fraction: Double) -> Double { left + fraction * breadth }

  /// Where a fraction of the way from bottom to top is.
  func y(_ fraction: Double) -> Double { top + (1 - fraction) * height }

  /// Where a point lies; `nil` where it lies nowhere, or beyond the axes.
  func place(_ x: Double, _ y: Double) -> (x: Double, y: Double)? {
    let slack = 0.02
    guard let across = horizontal.position(of: x), let up = vertical.position(of: y),
      (-slack...1 + slack).contains(across), (-slack...1 + slack).contains(up)
    else { return nil }
    return (self.x(across), self.y(up))
  }

  // MARK: Above

  /// An entry of the legend: what is drawn before the words, from an x and a y on, and the words.
  struct Entry {
    /// The room for what is drawn.
    let room: Double
    /// What it means.
    let words: String
    /// Draws it, from that x on, around that y.
    let draw: (inout SVGWriter, Double, Double) -> Void
  }

  /// Writes entries side by side, in as many rows as they need.
  mutating func write(_ entries: [Entry], to writer: inout SVGWriter) {
    var x = 4.0
    for entry in entries {
      let lines = wrapped(entry.words, width: LetterSize.columns(in: Self.width - entry.room - 12))
      let width = entry.room + (lines.map(LetterSize.width).max() ?? 0) + 14
      if x > 4, x + width > Self.width {
        x = 4
        top += LetterSize.line + 2
      }
      entry.draw(&writer, x, top + LetterSize.line / 2)
      for (index, line) in lines.enumerated() {
        if index > 0 { top += LetterSize.line }
        writer.words(line, x: x + entry.room, y: top + LetterSize.line / 2 + LetterSize.drop)
      }
      x += width
      if lines.count > 1 { x = Self.width }
    }
    if !entries.isEmpty { top += LetterSize.line + 4 }
  }

  /// Writes what the vertical axis measures, above it. Then the pane has its place.
  mutating func writeTitleAbove(to writer: inout SVGWriter) {
    let lines = wrapped(renderer.words(vertical.label), width: LetterSize.columns(in: Self.width - 8))
    for line in lines where !line.isEmpty {
      writer.words(line, x: 4, y: top + LetterSize.line / 2 + LetterSize.drop)
      top += LetterSize.line
    }
    top += 8
  }

  // MARK: Around

  /// Draws the lines at the numbers of both axes, below what the plot shows.
  func drawGrid(to writer: inout SVGWriter) {
    let rows = vertical.ticks.compactMap { vertical.position(of: $0.value) }
      .map { "M\(left.place) \(y($0).place)H\(right.place)" }
    let columns = horizontal.ticks.compactMap { horizontal.position(of: $0.value) }
      .map { "M\(x($0).place) \(top.place)V\((top + height).place)" }
    writer.element("path", ["class": "grid", "d": (rows + columns).joined()])
  }

  /// Draws the axes, writes the numbers at them and what the horizontal one measures.
  mutating func writeAxes(to writer: inout SVGWriter) {
    writer.element(
      "path", ["class": "axis", "d": "M\(left.place) \(top.place)V\((top + height).place)H\(right.place)"])
    // The text has the highest row first.
    let rows = vertical.ticks.compactMap { tick in vertical.position(of: tick.value).map { ($0, tick) } }
    for (position, tick) in rows.sorted(by: { $0.0 > $1.0 }) {
      writer.words(
        renderer.words(tick), x: left - 5, y: y(position) + LetterSize.drop, anchor: "end")
    }
    let labels = horizontal.ticks.compactMap { tick in
      horizontal.position(of: tick.value).map { (x: x($0), text: renderer.words(tick)) }
    }
    let rowCount = Self.rowCount(labels)
    for (index, label) in labels.enumerated() {
      let row = index % rowCount
      let y = top + height + 15 + Double(row) * (LetterSize.line - 2)
      let half = LetterSize.width(of: label.text) / 2
      writer.words(
        label.text, x: min(max(label.x, half + 1), Self.width - half - 1), y: y, anchor: "middle")
    }
    bottom = top + height + 19 + Double(rowCount - 1) * (LetterSize.line - 2)
    let title = wrapped(renderer.words(horizontal.label), width: LetterSize.columns(in: Self.width - 8))
    for line in title where !line.isEmpty {
      let half = min(LetterSize.width(of: line) / 2, Self.width / 2)
      let x = min(max(left + breadth / 2, half + 1), Self.width - half - 1)
      writer.words(line, x: x, y: bottom + LetterSize.line / 2 + LetterSize.drop, anchor: "middle")
      bottom += LetterSize.line
    }
    bottom += 5
  }

  /// In how many rows numbers below the pane stand apart, one row after the other.
  private static func rowCount(_ labels: [(x: Double, text: String)]) -> Int {
    for count in 1..<max(2, labels.count) {
      let areApart = zip(labels, labels.dropFirst(count)).allSatisfy { one, next in
        one.x + (LetterSize.width(of: one.text) + LetterSize.width(of: next.text)) / 2 + 4 <= next.x
      }
      if areApart { return count }
    }
    return max(1, labels.count)
  }
}
