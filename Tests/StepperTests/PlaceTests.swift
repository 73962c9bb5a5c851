import LessonRuntime
import Rendering
import Terminal
import Testing

@testable import Stepper

/// Where the reader is, the bookmark, and the way back.
@Suite struct PlaceTests {
  @Test func jumpsAreGoneBackFromOneByOne() {
    var screen = screen("<right><right>")
    var places = [screen.reader.position]
    for keys in [
      ":go to E\n", ":next section\n", ":search end\n", ":search paragraph\n", ":go to 14\n",
      ":previous section\n",
    ] {
      for key in KeyScript(keys).keys { screen.press(key) }
      if screen.reader.position != places.last { places.append(screen.reader.position) }
    }
    #expect(places.count > 4)
    for place in places.dropLast().reversed() {
      screen.press(.character("`"))
      #expect(screen.reader.position == place)
    }
    screen.press(.control("o"))
    #expect(screen.reader.noteLines.contains("There is no jump to go back from."))
  }

  @Test func theWayBackLeadsToTheSamePieceOfALine() {
    var screen = screen("<right><right><right>")
    let (position, lines) = (screen.reader.position, screen.reader.pageLines)
    for keys in ["gE\n`", "m]'", "m]:w = 1\n:reset\n'"] {
      for key in KeyScript(keys).keys { screen.press(key) }
      #expect(screen.reader.position == position && screen.reader.pageLines == lines, "\(keys)")
    }
  }

  @Test func theBookmarkIsRemembered() throws {
    let marked = try #require(screen("<right><right><right>m").reader.bookmark)
    var memory = Reader.Memory()
    memory.bookmark = marked
    var reader = smallReader(memory: memory)
    reader.perform(Request(.toBookmark))
    #expect(reader.position == screen("<right><right><right>").reader.position)
    #expect(reader.step == marked.step)
    // What a step no longer has is the last it has.
    memory.bookmark = Place(step: marked.step)
    reader = smallReader(memory: memory)
    reader.perform(Request(.toBookmark))
    #expect(reader.pageLines.last == "      = 4")
  }

  @Test func whatMayStandInAFileIsNoPlaceThatBreaksAnything() {
    for place in [Place(step: 3, part: -9, beat: -9), Place(step: 9_999), Place(step: -1), Place(step: 0)] {
      var memory = Reader.Memory()
      memory.bookmark = place
      var reader = smallReader(memory: memory)
      reader.perform(Request(.toBookmark))
      #expect(reader.pageLines.first == "A small lesson")
    }
  }

  @Test func whereaboutsAreSaidInWords() {
    let said = screen("gE\nm]:where\n").reader.noteLines.joined(separator: " ")
    #expect(said.contains("Step 11 of 15, 73 % of small. Section 3 of 4, Choose: step 1 of 1."), "\(said)")
    #expect(said.contains("The bookmark is at step 8."), "\(said)")
  }

  @Test func aBarStandsBesideWhatTheLastKeyHasBrought() {
    let style = Style(medium: .terminal)
    func marked(_ keys: String, columns: Int = 80, style: Style = style) -> [String] {
      screen(keys, columns: columns, style: style).frame.lines.dropLast(2).filter {
        $0.first == "▌" || $0.first == "|"
      }
    }
    #expect(marked("gy\n<right>") == ["▌    E = (y − 1)²"])
    #expect(marked("gy\n<right><right>") == ["▌      = (4 − 1)²"])
    #expect(
      marked("gE\n") == ["▌    E = (y − 1)²", "▌      = (4 − 1)²", "▌      = 3²", "▌      = 9"])
    #expect(marked("gE\n:where\n").first?.hasPrefix("▌Step 8 of 15") == true)
    #expect(marked("gE\nb") == [])
    #expect(marked("gquestion 1\n12\n").first == "▌answer> 12")
    #expect(marked("gE\n", columns: 39) == [])
    #expect(marked("gE\n", style: Style(alphabet: .ascii, medium: .terminal)).first == "|    E = (y - 1)^2")
    #expect(marked("gE\n", style: Style()) == [])
  }
}
