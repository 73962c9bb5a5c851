import PlainText

extension LineEditor {
  /// The stretch of the text around the cursor that a window of `width` columns has room for.
  ///
  /// An `ellipsis` at an end says that more is there, unless the window is too narrow for it. Behind the text is room
  /// for the cursor. The stretch moves by half a window, so that the text stands still while the cursor moves
  /// within it. No wide character is cut in half.
  ///
  /// - Returns: the stretch, at most `width` columns wide, and the column of the cursor in it, less than `width` (but 0
  ///   where that is nothing).
  public func visible(width: Int, ellipsis: String = "…") -> (text: String, cursorColumn: Int) {
    guard width > 0 else { return ("", 0) }
    let characters = Array(text)
    // The last cell is the cursor's, behind the text; the cursor needs a column wherever it is.
    var widths = characters.map { displayWidth($0) } + [1]
    widths[cursor] = max(1, widths[cursor])
    let mark = displayWidth(ellipsis) * 2 + 2 <= width ? ellipsis : ""

    var window = Window(start: 0, widths: widths, width: width, mark: displayWidth(mark))
    while !window.cells.contains(cursor), window.cells.lowerBound < cursor {
      var start = window.cells.lowerBound
      var columns = 0
      while start < cursor, columns < max(1, width / 2) {
        columns += widths[start]
        start += 1
      }
      window = Window(start: start, widths: widths, width: width, mark: displayWidth(mark))
    }

    let cells = window.cells
    let shown = String(characters[cells.clamped(to: 0..<characters.count)])
    let text = (window.isCutBefore ? mark : "") + shown + (window.isCutAfter ? mark : "")
    let column = cells.contains(cursor) ? widths[cells.lowerBound..<cursor].reduce(0, +) : 0
    return (text, column + (window.isCutBefore ? displayWidth(mark) : 0))
  }
}

/// The cells that a window shows from a given one on.
private struct Window {
  let cells: Range<Int>
  let isCutBefore: Bool
  let isCutAfter: Bool

  init(start: Int, widths: [Int], width: Int, mark: Int) {
    isCutBefore = start > 0
    let room = width - (isCutBefore ? mark : 0)
    let all = Window.end(from: start, widths, room: room)
    isCutAfter = all < widths.count
    cells = start..<(isCutAfter ? Window.end(from: start, widths, room: room - mark) : all)
  }

  /// Behind the last cell that `room` columns have room for.
  private static func end(from start: Int, _ widths: [Int], room: Int) -> Int {
    var columns = 0
    for index in start..<widths.count {
      columns += widths[index]
      if columns > room { return index }
    }
    return widths.count
  }
}
