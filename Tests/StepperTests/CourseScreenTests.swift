import PlainText
import Rendering
import Terminal
import Testing

@testable import Stepper

/// A course that one moves in.
@Suite struct CourseScreenTests {
  private static let page = CoursePage(
    parts: [
      .init(
        heading: ["Part 1: First steps"],
        lessons: [
          .init(name: "slopes", title: "Slopes", standing: .done, facts: []),
          .init(
            name: "bias", title: "The bias", standing: .begun, facts: ["2 of 9 steps"],
            practice: "w has come back"),
        ]),
      .init(
        heading: ["Part 2: Far away"],
        lessons: (1...40).map {
          .init(name: "lesson-\($0)", title: "Lesson \($0)", standing: .new, facts: ["needs bias"])
        } + [.init(name: "broken", title: "(cannot be read)", standing: .broken, facts: [])]),
    ], next: "bias", summary: "1 of 43 lessons done.")

  private func screen(
    _ keys: String = "", columns: Int = 80, rows: Int = 24, style: Style = Style()
  ) -> CourseScreen {
    var screen = CourseScreen(Self.page, style: style, size: TerminalSize(columns: columns, rows: rows))
    for key in KeyScript(keys).keys { screen.press(key) }
    return screen
  }

  @Test func itBeginsAtTheLessonThatIsNext() {
    let lines = screen().frame.lines
    #expect(lines[0] == "Part 1: First steps")
    #expect(lines[1] == "  ✓ slopes     Slopes")
    #expect(lines[2] == "> … bias       The bias (next, practice)")
    #expect(lines.contains("The bias: practice: w has come back; 2 of 9 steps"))
    #expect(lines[22] == "1 of 43 lessons done.")
    #expect(lines[23] == "2/43  Enter read  ? keys  q quit  p practise  n next  / search  ] part")
    let ascii = screen(style: Style(alphabet: .ascii)).frame.lines
    #expect(ascii[1].hasPrefix("  ok  slopes") && ascii[2].hasPrefix("> ... bias"))
  }

  @Test(arguments: [
    ("\n", CourseScreen.Choice.step("bias")), ("<Up>\n", .step("slopes")),
    ("<Down><Right>", .step("lesson-1")),
    ("p", .practise("bias")), ("q", .leave), ("<Ctrl-D>", .leave), ("]]n\n", .step("bias")),
    ("]\n", .step("lesson-1")), ("<End>[\n", .step("lesson-1")), ("[\n", .step("slopes")),
    ("/lesson-3\n\n", .step("lesson-3")), ("/LESSON 12\n\n", .step("lesson-12")),
    ("/lesson-1\n/\n\n", .step("lesson-10")), ("/zzz<Esc>\n", .step("bias")), ("?\n", .step("bias")),
    ("<PgDn><PgUp>\n", .step("bias")), ("<Home>\n", .step("slopes")), ("<Up><Up><Up>\n", .step("slopes")),
  ])
  func keysChooseALesson(keys: String, choice: CourseScreen.Choice) {
    #expect(screen(keys).choice == choice)
  }

  @Test func whatCannotBeBegunSaysWhy() {
    let broken = screen("<End>\n")
    #expect(
      broken.choice == nil && broken.message == "this lesson has an error: `longhand check broken` tells it")
    #expect(screen("x").message == "x does nothing here; ? shows the keys")
    #expect(screen("/zzz").message == "no lesson is called so")
    #expect(screen("/lesson-4").message == "1 of 2 found")
  }

  @Test(arguments: [(80, 24), (40, 12), (200, 60), (20, 9), (19, 8), (7, 3), (2, 2), (1, 1)])
  func theLessonIsInTheWindowWhereverOneGoes(columns: Int, rows: Int) {
    for style in [Style(), Style(alphabet: .ascii)] {
      var screen = screen(columns: columns, rows: rows, style: style)
      for key in Array(repeating: Key.down, count: 45) + [.pageUp, .home, .pageDown, .character("?")] {
        let frame = screen.frame
        #expect(frame.lines.count == rows)
        for line in frame.lines { #expect(displayWidth(line) <= columns, "\(line)") }
        if rows > 3 { #expect(frame.lines.contains { $0.hasPrefix(">") }) }
        screen.press(key)
      }
      #expect(screen.frame.lines.count == rows)
      screen.resize(to: TerminalSize(columns: 30, rows: 5))
      #expect(screen.frame.lines.count == 5)
    }
  }

  @Test func aCourseWithoutLessonsIsAnEmptyPage() {
    var screen = CourseScreen(
      CoursePage(parts: [], next: nil, summary: ""), style: Style(), size: TerminalSize(columns: 40, rows: 12)
    )
    for key in KeyScript("\np<Down><End>/a\nn]").keys { screen.press(key) }
    #expect(screen.choice == nil && screen.frame.lines.count == 12)
  }
}
