import LessonRuntime
import Terminal
import Testing

@testable import Stepper

/// How many presses it takes, and that what comes at once can be looked at.
@Suite struct PaceTests {
  @Test func theEndOfBackpropagationIsNear() throws {
    let course = try CourseLessons.text(of: "31-backpropagation.md")
    var reader = Reader(of: lesson(course), style: Style())
    var presses = 0
    while !reader.isAtEnd, presses < 1000 {
      reader.perform(Request(reader.waitingQuestion == nil ? .next : .skip))
      presses += 1
    }
    #expect(presses <= 160)
  }

  @Test func aKindOfEquationIsWorkedLineByLineOnce() {
    var stepping = Reader(of: lesson(Self.twoSums), style: Style())
    var counts: [Int: Int] = [:]
    while !stepping.isAtEnd {
      stepping.perform(Request(.next))
      counts[stepping.position.part, default: 0] += 1
    }
    let byName = counts.sorted { $0.key < $1.key }.map(\.value)
    // The first sum in its pieces; the second one, which is like it; a product. The given numbers are there already.
    #expect(byName.count == 3 && byName[0] > 2 && byName[1] == 1 && byName[2] > 1, "\(byName)")
  }

  private static let twoSums = """
    ---
    title: T
    ---

    ```calc
    input a = 2, w = 3, b = 4

    y = a*w + b
    z = b*a + w
    p = a*w*b
    ```
    """

  private static let checks = """
    ---
    title: T
    ---

    ```calc
    y = 2*3
    z = 2*4
    ```

    ```check
    y = 6
    z = 8 -- a note
    ```

    ```check
    y = 6
    z != 9 -- a slip
    ```
    """

  @Test func checksThatAreMetAreOneLineThatCanBeOpened() {
    var screen = screen("gz\n", of: Self.checks)
    screen.press(.right)
    #expect(screen.reader.pageLines.last == "    ✓ 2 printed numbers are met")
    #expect(screen.frame.lines.last?.contains("o numbers") == true)
    screen.press(.character("o"))
    #expect(screen.reader.noteLines == ["", "    ✓ y = 6", "    ✓ z = 8    a note"])
    screen.press(.right)
    #expect(screen.reader.pageLines.contains("    ≠ z: printed is 9; it is 8"))
    #expect(screen.reader.isAtEnd)
    // What is only summed up is found all the same, and then it is shown.
    #expect(notes("gy\n/a note\n").contains("    ✓ z = 8    a note"))
  }

  private func notes(_ keys: String) -> [String] { screen(keys, of: Self.checks).reader.noteLines }

  @Test func theRestOfAStepComesAtOnce() {
    let reader = screen("gForward\n.").reader
    #expect(reader.pageLines.last == "      = 4")
    #expect(screen("gForward\n..").reader.pageLines.last == "      = 9")
  }

  @Test func linesWorkedOneByOneInPlainTextCanBeOpenedByWord() {
    var reader = PlainReader(Reader(of: lesson(Self.checks), style: Style()))
    _ = reader.opening()
    for _ in 0..<10 where !reader.reader.hasSummary { _ = reader.enter("") }
    #expect(reader.enter("checks") == ["", "    ✓ y = 6", "    ✓ z = 8    a note"])
  }
}
