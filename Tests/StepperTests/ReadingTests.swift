import LessonRuntime
import Rendering
import Testing
import Transcript

@testable import Stepper

/// What is read step by step is the transcript.
@Suite struct ReadingTests {
  @Test(arguments: CourseLessons.all.map(\.name), [80, 40])
  func steppingShowsTheVeryLinesOfARun(name: String, width: Int) throws {
    let lesson = lesson(try #require(CourseLessons.all.first { $0.name == name }).text)
    let style = Style(width: width)
    var reader = Reader(of: lesson, style: style)
    var lines = reader.pageLines
    var places = [reader.place]
    while !reader.isAtEnd {
      reader.perform(Request(reader.waitingQuestion == nil ? .next : .skip))
      let longer = reader.pageLines
      // The page is only added to; at most its last line grows.
      let isLonger = longer.count > lines.count || longer != lines
      let isKept =
        longer.count >= lines.count && lines.last.map { longer[lines.count - 1].hasPrefix($0) } ?? true
      guard isLonger, isKept else {
        Issue.record("\(name), step \(reader.step): the page has not grown")
        return
      }
      lines = longer
      places.append(reader.place)
    }
    let transcript = lesson.run().transcript
    var whole = style.renderer.text(of: transcript).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if !transcript.questions.isEmpty, let answers = whole.lastIndex(of: "Answers") {
      whole = Array(whole[..<answers])
    }
    while whole.last == "" { whole.removeLast() }
    #expect(lines == whole)

    // The way back has the same stops.
    for place in places.dropLast().reversed() {
      reader.perform(Request(.back))
      guard reader.place == place else {
        Issue.record("\(name): back from \(places) leads to \(reader.place), not \(place)")
        return
      }
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
    ("]", "y"), ("]]", "question 2"), ("]]]", "w <-"), ("]]][", "question 2"), ("]]]<right><right>[", "w <-"),
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

  static let refusals: [(keys: String, words: String)] = [
    ("gnowhere\n", "There is no step and no section of that name."), ("g99\n", "There is no step"),
    ("/nowhere\n", "This is nowhere in the lesson."), ("b", "This is the beginning of the lesson."),
    ("[", "This is the beginning of the lesson."), ("]]]]", "This is the last section."),
    ("]]]" + String(repeating: "<right>", count: 12), "This is the end of the lesson."),
    ("w\n", "Type a name or a derivative."), ("a", "No question waits here."),
    ("]]]" + String(repeating: "<right>", count: 12), "2 questions are still open."),
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
