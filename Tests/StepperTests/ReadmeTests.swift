import Foundation
import TestSupport
import Testing

@testable import Stepper

@Suite struct ReadmeTests {
  @Test func theSessionInTheReadmeIsWhatItsKeysPrint() throws {
    let readme = try PackageFolder().text(of: "README.md")
    let keys = try #require(block("keys", of: readme))
    let session = try #require(block("session", of: readme)).dropLast()
    let lesson = try CourseLessons.text(of: "31-backpropagation.md")
    var player = KeyPlayer(Reader(of: StepperTests.lesson(lesson), style: Style()))
    var lines = player.opening()
    for key in KeyScript(keys).keys { lines += player.press(key) }
    lines += player.ending()
    #expect(lines.joined(separator: "\n").hasSuffix(session))
    #expect(session.count > 400)
  }

  /// What stands in the fenced block of that kind.
  private func block(_ kind: String, of text: String) -> String? {
    guard let opening = text.range(of: "\n```\(kind)\n"),
      let closing = text.range(of: "\n```\n", range: opening.upperBound..<text.endIndex)
    else { return nil }
    return text[opening.upperBound..<closing.lowerBound] + "\n"
  }
}
