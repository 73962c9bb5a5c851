import TestSupport
import Testing

@Suite("Transcripts, read by a reader that shares no code with what wrote them")
struct TranscriptTests {
  @Test func `every link of every chain is true as printed`() throws {
    var tallies: [String] = []
    for (name, text) in try Repository.transcripts() {
      let lesson = LessonSource(try Repository.lesson(name))
      #expect(!lesson.isEmpty, "there is no lesson for Transcripts/\(name).txt")
      let reading = Reading(Page(text, lesson: lesson), decimals: lesson.decimals)
      for fault in reading.faults { Issue.record("Transcripts/\(name).txt:\(fault)") }
      tallies.append("\(name): \(reading.tally.text)\n")
    }
    // A reader that skips lines does not arrive at these numbers; a new line in a transcript changes them.
    try GoldenFile("Tallies.txt").expect(tallies.joined(separator: "\n"))
  }

  @Test func `a changed last digit of any result is noticed`() throws {
    for (name, text) in try Repository.transcripts() {
      let page = Page(text, lesson: LessonSource(try Repository.lesson(name)))
      for statement in page.statements {
        guard case .equation(let text) = statement.content, let changed = try Self.withChangedResult(text)
        else {
          continue
        }
        var copy = Page("")
        copy.statements = [Statement(line: statement.line, content: .equation(changed))]
        #expect(!Reading(copy).faults.isEmpty, "Transcripts/\(name).txt:\(statement.line) as ‘\(changed)’")
      }
    }
  }

  @Test func `a turned answer of any condition is noticed, and a turned reason`() throws {
    var count = 0
    for (name, text) in try Repository.transcripts() {
      let lesson = LessonSource(try Repository.lesson(name))
      let page = Page(text, lesson: lesson)
      for (index, statement) in page.statements.enumerated() {
        guard let turned = Self.turned(statement.content) else { continue }
        count += 1
        var copy = page
        copy.statements[index].content = turned
        #expect(
          !Reading(copy, decimals: lesson.decimals).faults.isEmpty,
          "Transcripts/\(name).txt:\(statement.line)")
      }
    }
    #expect(count >= 20)
  }

  /// The answer 0 of a condition as 1, and the other way round; a reason with another sign.
  private static func turned(_ content: Statement.Content) -> Statement.Content? {
    switch content {
    case .equation(let text) where text.contains(" if ") && text.hasSuffix(" = 0"):
      .equation(text.dropLast() + "1")
    case .equation(let text) where text.contains(" if ") && text.hasSuffix(" = 1"):
      .equation(text.dropLast() + "0")
    case .sentence(let text) where text.hasPrefix("because ") && text.contains(" ≤ "):
      .sentence(text.replacing(" ≤ ", with: " > "))
    case .sentence(let text) where text.hasPrefix("because ") && text.contains(" > "):
      .sentence(text.replacing(" > ", with: " ≤ "))
    default: nil
    }
  }

  /// `text` with five added to the last digit of its result; `nil` where nothing is compared with the result.
  private static func withChangedResult(_ text: String) throws -> String? {
    let sides = try Side.sides(of: text)
    guard let last = sides.last, last.relation == .equals, Numeral(last.text) != nil,
      sides.dropLast().contains(where: { $0.value != nil }),
      !sides.contains(where: { $0.relation == .approximates })
    else { return nil }
    let mantissa = last.text.prefix { $0 != "e" }
    guard let digit = mantissa.last?.wholeNumberValue else { return nil }
    let result = mantissa.dropLast() + String((digit + 5) % 10) + last.text.dropFirst(mantissa.count)
    return sides.dropLast().map(\.text).joined(separator: " = ") + " = " + result
  }
}

@Suite("The README")
struct ReadmeTests {
  @Test func `shows pieces that stand in a transcript, line for line`() throws {
    let pieces = Fence.all(in: try Repository.readme()).filter { $0.kind == "transcript" }
    #expect(!pieces.isEmpty)
    let transcripts = try Repository.transcripts().map(\.text)
    for piece in pieces {
      let lines = piece.lines.joined(separator: "\n")
      #expect(piece.lines.count >= 5)
      #expect(transcripts.contains { "\n\($0)\n".contains("\n\(lines)\n") }, "\(lines)")
    }
  }
}
