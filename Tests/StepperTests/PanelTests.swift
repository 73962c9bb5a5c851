import LessonRuntime
import PlainText
import Rendering
import Terminal
import Testing

@testable import Stepper

/// Values that stay in view.
@Suite struct PanelTests {
  private static let text = """
    ---
    title: Values
    decimals: 3
    ---

    # Forward

    ```calc
    input x = 2
    param w = 0.5, b = 0.1
    y = w*x + b
    E = (y - 1)^2
    ```

    # Update

    Now w moves.

    ```calc
    w <- 0.25
    forward
    ```

    The end.

    """

  private func said(_ keys: String, columns: Int = 80, rows: Int = 24) -> [String] {
    screen(keys, of: Self.text, columns: columns, rows: rows).reader.noteLines
  }

  private func panel(_ keys: String, columns: Int = 80, rows: Int = 24, style: Style = Style()) -> [String]? {
    screen(keys, of: Self.text, columns: columns, rows: rows, style: style).panel?.lines
  }

  @Test func aWideWindowHasItBesideThePageByItself() throws {
    let lines = try #require(panel("gE\n", columns: 130))
    #expect(lines.first == "values")
    #expect(lines.contains { $0.hasPrefix("w ") && $0.contains("0.5") })
    #expect(lines.contains { $0.hasPrefix("E ") && $0.contains("0.01") })
    #expect(panel("gE\n", columns: 112) == nil)
    #expect(panel("gE\nv", columns: 130) == nil)
    #expect(panel("gE\nvv", columns: 130) == lines)
  }

  @Test func aNarrowWindowHasItAboveThePageWhenItIsCalledUp() throws {
    #expect(panel("gE\n") == nil)
    let lines = try #require(panel("gE\nv"))
    #expect(lines.first?.hasPrefix("x = 2   w = 0.5   b = 0.1   y = 1.1   E = 0.01") == true, "\(lines)")
    #expect(lines.last?.hasPrefix("── values ──") == true)
    #expect(panel("gE\nv", style: Style(alphabet: .ascii))?.last?.hasPrefix("-- values --") == true)
    #expect(panel("gE\nvv") == nil)
    #expect(panel("gE\nv", rows: 8) == nil)
  }

  @Test func itSaysWhatTheLastChangeHasMadeAndWhatWasBefore() throws {
    let stale = try #require(panel("gw\ngw <-\nv"))
    #expect(stale.joined(separator: " ").contains("w ← 0.25"))
    #expect(stale.joined(separator: " ").contains("not worked out since the change: y, E"))
    let fresh = try #require(panel("gforward\nv"))
    #expect(fresh.joined(separator: " ").contains("y ← 0.6   E ← 0.16"))
    #expect(fresh.joined(separator: " ").contains("before: y 1.1, E 0.01"))
    let table = try #require(panel("gforward\n", columns: 130))
    #expect(table.contains { $0.hasPrefix("y ") && $0.contains("0.6") && $0.hasSuffix("1.1") }, "\(table)")
  }

  @Test func aResultIsNotToldBeforeThePageShowsIt() throws {
    var screen = screen("gy\nb", of: Self.text, columns: 130)
    #expect(screen.panel?.lines.contains { $0.hasPrefix("y ") } == false)
    while !screen.reader.isAtLineEnd { screen.press(.enter) }
    screen.press(.enter)
    #expect(screen.panel?.lines.contains { $0.hasPrefix("y ") } == true)
  }

  @Test func whatIsPinnedStandsFirstWhereverOneReads() throws {
    let lines = try #require(panel("gE\npdE/dw\n"))
    #expect(lines.first?.hasPrefix("∂E/∂w = 0.4   x = 2") == true, "\(lines)")
    #expect(panel("gE\npE\n[[[")?.first?.contains("not known yet: E") == true)
    #expect(panel("gE\npE\npE\n")?.first?.hasPrefix("x = 2") == true)
    #expect(said("gE\npE\n").contains { $0.contains("kept in view") })
    #expect(said("gE\npE\n:pin E\n").contains { $0.contains("no longer kept in view") })
    #expect(said("gE\npz\n").joined(separator: " ").contains("z"))
    #expect(panel("gE\npz\n") == nil)
  }

  @Test func aFamilyIsPinnedElementByElement() throws {
    let text = "---\ntitle: T\n---\n\n```calc\nparam W = [[1, 2], [3, 4]]\n```\n"
    let screen = screen("gW\npW\n", of: text)
    #expect(screen.reader.pins.count == 4)
    #expect(screen.panel?.lines.first?.contains("W[2,2] = 4") == true)
  }

  @Test func moreThanThereIsRoomForIsCounted() throws {
    let text = "---\ntitle: T\n---\n\n```calc\nparam v[i] = i for i in 1...300\n```\n"
    let lines = try #require(screen(".", of: text, columns: 130, rows: 12).panel?.lines)
    #expect(lines.count == 10)
    #expect(
      lines.last?.hasPrefix("… ") == true && lines.last?.hasSuffix(" more above these") == true, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("v[300]") })
    let refused = screen(".pv\n", of: text).reader
    #expect(refused.pins.isEmpty && refused.noteLines.joined().contains("More than 100"))
  }

  @Test func whoTypesWordsIsToldTheValues() {
    var reader = PlainReader(Reader(of: lesson(Self.text), style: Style()))
    _ = reader.opening()
    _ = reader.enter("go to forward")
    let told = reader.enter("values")
    #expect(told.contains { $0.contains("y ") && $0.contains("0.6") && $0.contains("1.1") }, "\(told)")
    _ = reader.enter("pin dE/dw")
    #expect(reader.enter("values").contains { $0.contains("∂E/∂w") })
  }

  @Test(arguments: [(80, 24), (40, 12), (130, 40), (200, 60), (20, 9), (19, 9), (113, 5), (7, 3), (1, 1)])
  func theWindowIsFilledAndNoMore(columns: Int, rows: Int) {
    for keys in ["gE\nv", "gE\npE\n", "gforward\nv?", "v", "gE\nvw"] {
      for style in [Style(), Style(alphabet: .ascii)] {
        let frame = screen(keys, of: Self.text, columns: columns, rows: rows, style: style).frame
        #expect(frame.lines.count == rows)
        for line in frame.lines { #expect(displayWidth(line) <= columns, "\(keys): \(line)") }
        if let cursor = frame.cursor { #expect((0..<rows).contains(cursor.row)) }
      }
    }
  }

  @Test func theNetworkIsDrawnAtAKey() {
    let drawn = said("gE\nd")
    #expect(drawn.contains { $0.contains("draw network for E") }, "\(drawn)")
    #expect(drawn.contains { $0.contains("(x)") && $0.contains("w") })
    let none = screen(".d", of: "---\ntitle: T\n---\n\n```calc\nx = 2\n```\n").reader.noteLines
    #expect(none.joined().contains("no network to draw"))
  }
}
