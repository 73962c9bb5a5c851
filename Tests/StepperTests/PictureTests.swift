import LessonRuntime
import Rendering
import Terminal
import TestSupport
import Testing

@testable import Stepper

/// Pictures at a window.
@Suite struct PictureTests {
  private static let curve = """
    ---
    title: T
    ---

    First.

    ```calc
    plot x^2 for x in -3...3
    ```
    """

  /// The window after the key that brings the picture.
  private func window(_ columns: Int, _ rows: Int, _ presses: Int, medium: Medium = .terminal) -> [String] {
    let keys = String(repeating: "<right>", count: presses)
    return screen(keys, of: Self.curve, columns: columns, rows: rows, style: Style(medium: medium)).frame
      .lines
  }

  @Test(arguments: [(40, 12), (40, 14), (80, 24), (80, 16), (200, 60)])
  func aPictureIsWholeInTheWindow(columns: Int, rows: Int) {
    var screen = screen(of: Self.curve, columns: columns, rows: rows, style: Style(medium: .terminal))
    var presses = 0
    while !screen.reader.isAtEnd || screen.hasMore {
      screen.press(.right)
      presses += 1
    }
    #expect(presses <= 2)
    let lines = screen.frame.lines.dropLast(2)
    #expect(
      lines.contains { $0.contains("└") || $0.contains("9 ") }
        && lines.contains { $0.contains("-3") || $0.contains("−3") }, "\(lines)")
  }

  private static let map = """
    ---
    title: T
    ---

    First.

    ```calc
    plot x*y for x in -1...1, y in -1...1
    ```
    """

  @Test(arguments: [
    (40, 12, 29), (80, 24, 31), (200, 24, 31), (120, 40, 61), (50, 60, 31), (200, 60, 61), (500, 200, 61),
  ])
  func aMapGrowsWithTheWindowAndIsASquareWhereThereIsRoom(columns: Int, rows: Int, across: Int) {
    let screen = screen(
      "gplot\n", of: Self.map, columns: columns, rows: rows, style: Style(medium: .terminal))
    let axes = screen.reader.pageLines.filter { $0.contains("└") }
    #expect(axes.map { $0.count { $0 == "─" || $0 == "┬" } } == [across], "\(axes)")
    let up = screen.reader.pageLines.count { $0.contains("│") || $0.contains("┤") }
    #expect(up <= (across + 1) / 2 && up + 5 <= rows)
    if rows > columns / 2 { #expect(up == (across + 1) / 2) }
  }

  @Test func inFilesItKeepsItsHeight() {
    let reader = Reader(of: lesson(Self.curve), style: Style())
    var at = reader
    while !at.isAtEnd { at.perform(Request(.next)) }
    let short = screen("gplot\n", of: Self.curve, columns: 80, rows: 12)
    #expect(short.reader.pageLines == at.pageLines)
  }
}
