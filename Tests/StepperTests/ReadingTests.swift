import LessonRuntime
import Rendering
import TestSupport
import Testing
import Transcript

@testable import Stepper

/// What is read step by step is the transcript, once the checks are opened of which only the number is told.
@Suite struct ReadingTests {
  @Test(arguments: try CourseLessons.names())
  func steppingShowsTheVeryLinesOfTheTranscript(name: String) throws {
    let whole = try CourseLessons.text(of: name)
    let brief = lesson(whole.withBriefTraining)
    let transcript =
      whole == whole.withBriefTraining
      ? try CourseLessons.transcript(of: name) : Style().renderer.text(of: brief.run().transcript)
    try step(through: brief, style: Style(), to: transcript)
  }

  @Test func inAnotherWidthTheyAreThoseOfARunInThatWidth() throws {
    let course = try CourseLessons.text(of: "31-backpropagation.md")
    let (lesson, style) = (lesson(course), Style(width: 40))
    try step(through: lesson, style: style, to: style.renderer.text(of: lesson.run().transcript))
  }

  /// Goes through a lesson from its beginning to its end and back.
  private func step(through lesson: Lesson, style: Style, to text: String) throws {
    var reader = Reader(of: lesson, style: style)
    var positions = [reader.position]
    var opened: [Int: [String]] = [:]
    while !reader.isAtEnd {
      let before = reader.position
      reader.perform(Request(reader.waitingQuestion == nil ? .next : .skip))
      try #require(reader.position > before, "step \(reader.step): nothing more is shown")
      positions.append(reader.position)
      if reader.hasSummary {
        var opening = reader
        opening.perform(Request(.checks))
        opened[reader.position.part] = opening.noteLines
      }
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The answers, which stand at the end of a transcript, have been given on the way.
    if lesson.steps.contains(where: { $0.kind == .question }), let answers = lines.lastIndex(of: "Answers") {
      lines = Array(lines[..<answers])
    }
    while lines.last == "" { lines.removeLast() }
    let texts = (0...reader.position.part).map { reader.page.text($0) }
    #expect(reader.pageLines == texts.flatMap(\.allLines))
    #expect(texts.enumerated().flatMap { opened[$0] ?? $1.allLines } == lines)

    // The way back has the same stops.
    for position in positions.dropLast().reversed() {
      reader.perform(Request(.back))
      try #require(reader.position == position)
    }
  }

  @Test func anEquationComesInPieces() throws {
    let text = "---\ntitle: T\n---\n\n```calc\ninput a = 2, b = 3\ny = a*b\n```\n"
    var reader = Reader(of: lesson(text), style: Style())
    var shown: [String] = []
    while !reader.isAtEnd {
      reader.perform(Request(.next))
      shown.append(try #require(reader.pageLines.last))
    }
    #expect(shown == ["    y = a·b", "    y = a·b = 2·3", "    y = a·b = 2·3 = 6"])
  }

  @Test func headingsAreShownWithWhatStandsBelow() {
    #expect(screen().reader.pageLines == ["A small lesson", "==============", "", "One paragraph."])
    #expect(
      screen("<right><right>").reader.pageLines.suffix(4) == ["Forward", "-------", "", "    y = w·x + c"])
  }

  static let jumps: [(keys: String, step: String)] = [
    ("]", "y"), ("]]", "question 2"), ("]]:next section\n", "w <-"), ("]]:next section\n[", "question 2"),
    ("]]:next section\n<right><right>[", "w <-"), ("gOne  PARA\n", "One paragraph."),
    ("gway does\n", "question 2"),
    ("gE\n", "E"), ("gw\n", "x"), ("gforward\n", "forward"), ("gFORW\n", "Forward"),
    ("gquestion 2\n", "question 2"),
    ("gchoo\n", "question 2"), ("g3\n", "x"), ("gE\n[", "y"), ("/uphill\n", "One paragraph."),
    ("/w move\n", "question 2"), ("/THE END\n", "The end."), ("]/paragraph\n", "One paragraph."),
    ("/w\n/\n", "y"),
  ]

  @Test(arguments: jumps) func jumpsLeadToTheStepThatIsMeant(keys: String, step: String) {
    let reader = screen(keys).reader
    let wanted = reader.steps.firstIndex { $0.name == step }
    // A heading is passed over to what stands below it, and given numbers that stand below each other are one part.
    let allowed = [wanted, wanted.map { $0 + 1 }, wanted.map { $0 + 2 }]
    #expect(allowed.contains(reader.step), "\(reader.steps[reader.step].name)")
  }

  @Test func aTextIsFoundThatGoesOnInTheNextLine() {
    let text = "---\ntitle: T\n---\n\nFirst.\n\nHere there are two words.\n"
    let reader = screen("/TWO  words\n", of: text, columns: 20).reader
    #expect(reader.pageLines.suffix(2) == ["Here there are two", "words."])
  }

  static let refusals: [(keys: String, words: String)] = [
    ("gnowhere\n", "There is no step and no section of that name."),
    ("g99\n", "The steps are numbered from 1 to "),
    ("/nowhere\n", "This is nowhere in the lesson."), ("b", "This is the beginning of the lesson."),
    ("[", "This is the beginning of the lesson."), ("gChange\n]", "This is the last section."),
    ("gChange\n" + String(repeating: "<right>", count: 12), "This is the end of the lesson."),
    ("w\n", "Nothing is known yet that can be asked about."), (":hint\n", "No question waits here."),
    ("gChange\n" + String(repeating: "<right>", count: 12), "Still open: question 1, question 2."),
  ]

  @Test(arguments: refusals) func whatCannotBeDoneIsSaid(keys: String, words: String) {
    let said = screen(keys).reader.noteLines.joined(separator: " ")
    #expect(said.contains(words), "\(said)")
  }

  @Test func aReaderBeginsWhereTheyLeftOff() throws {
    let steps = smallReader().steps
    let last = try #require(steps.firstIndex { $0.name == "E" })
    let reader = smallReader(memory: Reader.Memory(lastStep: last))
    #expect(reader.step == last)
    #expect(reader.noteLines.contains("This is where you left off."))
    // A place that the lesson does not have is the beginning.
    #expect(smallReader(memory: Reader.Memory(lastStep: 999)).step == smallReader().step)
  }

  @Test func aStepThatHasChangedSaysSo() throws {
    let changed = try #require(smallReader().steps.firstIndex { $0.name == "y" })
    var reader = smallReader(memory: Reader.Memory(changedSteps: [changed]))
    while reader.step < changed { reader.perform(Request(.next)) }
    #expect(reader.noteLines.contains("This step has changed since you read it."))
    reader.perform(Request(.next))
    #expect(reader.noteLines.isEmpty)
  }

  @Test func stepsAreReadOnceAllOfThemIsShown() throws {
    var reader = smallReader()
    let y = try #require(reader.steps.firstIndex { $0.name == "y" })
    while reader.step < y { reader.perform(Request(.next)) }
    #expect(!reader.readSteps.contains(y))
    while reader.step == y { reader.perform(Request(.next)) }
    #expect(reader.readSteps == Set(0...y))
  }

  @Test func whatIsPassedOverIsNotRead() {
    #expect(screen("]]").reader.readSteps.count <= 3)
  }
}
