internal import Algebra
internal import PlainText
internal import Transcript

/// The axes around a picture: numbers and a line to the left and below.
///
///     1   |        ooo
///     0.5 |    oooo
///     0   |oooo
///         -+----+----+
///         -1    0    1
struct PlotFrame {
  /// From left to right.
  let horizontal: Plot.Axis
  /// From bottom to top.
  let vertical: Plot.Axis
  /// The numbers at the vertical axis, their points under each other.
  private let rowLabels: [String]
  private let columnLabels: [String]
  /// The columns to the left of the picture.
  private let margin: Int

  /// Pictures have no fewer columns: nothing could be told from them.
  private static let minColumns = 8
  /// The least that stands between the numbers below the picture.
  private static let gap = 2

  /// The frame of a picture with these axes.
  init(horizontal: Plot.Axis, vertical: Plot.Axis) {
    self.horizontal = horizontal
    self.vertical = vertical
    let column = AlignedColumn(head: "", cells: vertical.ticks.map(\.plainText))
    rowLabels = column.cells
    columnLabels = horizontal.ticks.map(\.plainText)
    margin = column.width + " |".count
  }

  /// Whether both axes have a length.
  var isDrawable: Bool {
    [horizontal, vertical].allSatisfy { axis in
      axis.ticks.first.flatMap { axis.position(of: $0.value) } != nil
    }
  }

  /// The columns that a page must have for the smallest picture.
  var minPageColumns: Int {
    let first = max(margin + 1, columnLabels.first?.utf8.count ?? 0)
    return max(margin + Self.minColumns, first + Self.gap + (columnLabels.last?.utf8.count ?? 0))
  }

  /// The columns that are left for the picture on a page of that width.
  func room(in width: Int) -> Int { width - margin }

  /// As many columns as are wanted, or else `room`, so that there is room for the numbers below; `nil` if there is none.
  func columns(_ wanted: Int, upTo room: Int, width: Int) -> Int? {
    [wanted, room].first { shownLabels(below: $0, width: width) != nil }
  }

  /// The picture with its axes, for as many columns as there is room for.
  func lines(around grid: PlotGrid, _ signs: PlotAxisSigns, width: Int) -> [TextLine] {
    var labels = Array(repeating: "", count: grid.rows.count)
    for (tick, label) in zip(vertical.ticks, rowLabels) {
      if let row = vertical.cell(of: tick.value, among: labels.count) { labels[row] = label }
    }
    let rows = zip(labels, grid.rows).reversed().map { label, row in
      var line = TextLine(label.padded(to: margin - 1))
      line.append(String(label.isEmpty ? signs.row : signs.rowTick), .aside)
      line.append(RunningText(row))
      return line
    }
    return rows + lines(below: grid.columns, signs, width: width)
  }

  /// The line of the horizontal axis, with a sign at each tick, and the numbers below these.
  private func lines(below columns: Int, _ signs: PlotAxisSigns, width: Int) -> [TextLine] {
    var line = [signs.corner] + Array(repeating: signs.column, count: columns)
    var numbers = ""
    for label in shownLabels(below: columns, width: width) ?? [] {
      line[label.column + 1] = signs.columnTick
      numbers = numbers.padded(to: label.start) + label.text
    }
    return [TextLine(String(line), .aside).indented(by: margin - 1), TextLine(numbers)]
  }

  /// A number below the picture.
  private struct Label {
    let text: String
    /// The column of the picture that it belongs to.
    let column: Int
    /// The column of the page in which it begins.
    let start: Int
  }

  /// All numbers, or each second, third and so on, so that they stand apart: the first and the last are always there;
  /// `nil` if these alone do not.
  private func shownLabels(below columns: Int, width: Int) -> [Label]? {
    let labels = zip(horizontal.ticks, columnLabels).compactMap { tick, text -> Label? in
      guard let column = horizontal.cell(of: tick.value, among: columns) else { return nil }
      return Label(text: text, column: column, start: start(of: text, below: column, width: width))
    }
    let intervals = max(1, labels.count - 1)
    for step in 1...intervals where intervals % step == 0 {
      let shown = stride(from: 0, to: labels.count, by: step).map { labels[$0] }
      // A 0 between the ends is not left out.
      let areMissingZero = (labels.map(\.text) + shown.map(\.text)).count { $0 == "0" } == 1
      if !areMissingZero, stand(shown, apartOn: width) { return shown }
    }
    // The first may end, and the last begin, below its tick.
    guard let first = labels.first, let last = labels.last else { return nil }
    let ends = [
      Label(text: first.text, column: first.column, start: max(0, margin + 1 - first.text.utf8.count)),
      Label(
        text: last.text, column: last.column,
        start: max(0, min(margin + last.column, width - last.text.utf8.count))),
    ]
    return stand(ends, apartOn: width) ? ends : nil
  }

  /// The column of the page in which a number begins whose middle is below a column of the picture, as far as it fits.
  private func start(of text: String, below column: Int, width: Int) -> Int {
    max(0, min(margin + column - (text.utf8.count - 1) / 2, width - text.utf8.count))
  }

  private func stand(_ labels: [Label], apartOn width: Int) -> Bool {
    zip(labels, labels.dropFirst()).allSatisfy { $0.start + $0.text.utf8.count + Self.gap <= $1.start }
      && labels.allSatisfy { $0.start + $0.text.utf8.count <= width }
  }
}

extension TextArea {
  /// What the horizontal axis measures, under the middle of it.
  func title(below frame: PlotFrame, columns: Int) -> [TextLine] {
    let text = fragments(of: frame.horizontal.label).joined()
    guard !text.isEmpty else { return [] }
    guard fits(text) else { return runningText(of: frame.horizontal.label) }
    let columnsOfText = displayWidth(text)
    let centred = width - frame.room(in: width) + (columns - columnsOfText) / 2
    return [TextLine(text).indented(by: max(0, min(centred, width - columnsOfText)))]
  }

  /// That the smallest picture is too wide.
  func withoutPicture(of frame: PlotFrame) -> [TextLine] {
    let fewest = frame.minPageColumns
    return withoutPicture(
      because: fewest > width
        ? "it needs \(fewest) columns, and here are \(width)" : "the numbers at its axis are too long")
  }
}

extension Number {
  /// The digits in ASCII.
  fileprivate var plainText: String { Formula.number(self).text(.ascii).harmlessLine }
}
