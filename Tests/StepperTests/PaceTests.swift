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

  // MARK: - Paces

  /// How many presses a lesson takes, where its questions are passed over.
  private func presses(_ text: String, _ pace: ReadingPace, readSteps: Set<Int> = []) -> Int {
    var memory = Reader.Memory(readSteps: readSteps)
    memory.pace = pace
    var reader = Reader(of: lesson(text), style: Style(), memory: memory)
    var presses = 0
    while !reader.isAtEnd, presses < 1000 {
      reader.perform(Request(reader.waitingQuestion == nil ? .next : .skip))
      presses += 1
    }
    return presses
  }

  @Test func eachPaceShowsMoreAtAPressThanTheOneBefore() throws {
    let text = try CourseLessons.text(of: "31-backpropagation.md")
    let counts = [ReadingPace.line, .firstReading, .thought, .section].map { presses(text, $0) }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 > $1 }, "\(counts)")
    let steps = Set(lesson(text).steps.indices)
    #expect(presses(text, .firstReading, readSteps: steps) == counts[2])
    #expect(presses(text, .line, readSteps: steps) == counts[0])
  }

  @Test func aSectionEndsBeforeTheNextHeadingOrWithAQuestion() {
    var reader = smallReader()
    reader.perform(Request(.pace, "section"))
    var ends: [String] = []
    while !reader.isAtEnd {
      reader.perform(Request(reader.waitingQuestion == nil ? .next : .skip))
      ends.append(reader.steps[reader.step].name)
    }
    #expect(ends == ["c", "question 1", "question 2", "The end."])
  }

  @Test func thePaceCanBeChangedInTheMiddleOfALine() {
    for pace in ReadingPace.allCases {
      var screen = screen("gForward\n<right>")
      let lines = screen.reader.pageLines
      for key in KeyScript(":pace \(pace.rawValue)\n").keys { screen.press(key) }
      #expect(screen.reader.pace == pace && screen.reader.pageLines == lines)
      screen.press(.right)
      #expect(screen.reader.pageLines.count >= lines.count && screen.reader.pageLines != lines)
    }
  }

  static let named: [(typed: String, pace: ReadingPace?)] = [
    ("line", .line), ("THOUGHT", .thought), ("s", .section), ("first", .firstReading),
    ("first reading", .firstReading), ("page", nil), ("lines", nil),
  ]

  @Test(arguments: named) func paceIsNamedByAsMuchOfItsWordAsTellsIt(typed: String, pace: ReadingPace?) {
    var reader = smallReader()
    reader.perform(Request(.command, typed: "pace \(typed)"))
    #expect(reader.pace == pace ?? .firstReading)
    #expect(
      reader.noteLines.contains { $0.hasPrefix(pace.map { "Pace: \($0.rawValue)." } ?? "There is no such") })
  }

  @Test func theKeyTurnsThroughAllPacesAndSaysWhichItIs() {
    var screen = screen()
    for pace in ReadingPace.allCases.dropFirst() + [.firstReading] {
      screen.press(.character("s"))
      #expect(screen.reader.pace == pace)
      #expect(screen.frame.lines.contains { $0.hasPrefix("Pace: \(pace.rawValue). Enter shows") })
    }
  }
}
