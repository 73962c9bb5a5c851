import Algebra
import Prose
import Testing
import Transcript

@testable import Rendering

@Suite("The keys in a page") struct AnswerKeyWriterTests {
  /// What the script makes of what is written: written here anew.
  private func unveiled(_ text: String) throws -> JSONValue {
    let quoted = try JSONValue(reading: Array(text.utf8))
    let signs = (32...126).compactMap { Unicode.Scalar($0).map(Character.init) }.filter {
      !"\"\\<".contains($0)
    }
    let taken: [Character: Character] = ["|": "\"", "`": "\\", "~": "<"]
    let plain = try #require(quoted.text).map { sign -> Character in
      if let rare = ["¡": "|", "¢": "`", "£": "~"][sign] { return Character(rare) }
      guard let place = signs.firstIndex(of: sign) else { return sign }
      let own = signs[(place + signs.count - 47) % signs.count]
      return taken[own] ?? own
    }
    return try JSONValue(reading: Array(String(plain).utf8))
  }

  private func key(_ kind: AnswerKey.Kind, reason: String = "so it is") -> AnswerKey {
    AnswerKey(
      question: 3, kind: kind, hintCount: 1, praise: [.prose(.paragraph([.text("Right.")]))],
      reason: [.prose(.paragraph([.text(reason)]))], refusals: [[], [], []])
  }

  private func number(_ likely: [[LikelyMistake]]) -> AnswerKey.Kind {
    .number(
      NumberKey(
        wanted: 0.0802, digits: 3, width: nil, foreseen: [], result: [], accepted: [],
        further: [.words("it is")],
        tooShort: [], comma: [], wrong: [], near: [.words("is near")], likely: likely))
  }

  @Test func `hold what is to be compared, and phrases that mistakes have in common once`() throws {
    let words: [Phrase] = [.words("without"), .formula(.name(Name("w5")))]
    let likely = [[LikelyMistake(value: 0.25, words: words)], [LikelyMistake(value: -4e-7, words: words)]]
    let page = try unveiled(AnswerKeyWriter.text(of: [key(number(likely))], callsExp: false))
    let written = try #require(page["keys"]?["3"])
    #expect(
      written["wanted"]?.double == 0.0802 && written["digits"]?.double == 3 && written["hints"]?.double == 1)
    let groups = try #require(written["likely"]?.elements)
    #expect(groups.map { $0.elements?.first?.elements?.first?.double } == [0.25, -4e-7])
    #expect(groups[0].elements?.first?.elements?.last == groups[1].elements?.first?.elements?.last)
    let pool = try #require(page["words"]?.elements).compactMap(\.text)
    #expect(pool.count { $0.contains("without") } == 1 && Set(pool).count == pool.count)
  }

  @Test(arguments: [
    ("</script><script>alert(1)</script>", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\"\\`|~¡¢£", "&quot;\\`|~¡¢£"), ("]]>", "]]&gt;"), ("é∂−", "é∂−"),
  ])
  func `are as they were behind the veil, which shows nothing of them and ends no element`(
    text: String, shown: String
  ) throws {
    let written = AnswerKeyWriter.text(of: [key(number([]), reason: text)], callsExp: false)
    #expect(
      !written.contains("<") && !written.dropFirst().dropLast().contains("\"") && !written.contains("\\"))
    for word in ["Right", "wanted", "0.0802", "alert", "script"] { #expect(!written.contains(word)) }
    #expect(try unveiled(written)["keys"]?["3"]?["reason"]?.text == "<p>\(shown)</p>")
  }

  @Test func `say of choices which are right`() throws {
    let choices = [true, false, true].map { ChoiceKey.Choice(isRight: $0, reason: []) }
    let kind = AnswerKey.Kind.choice(ChoiceKey(choices: choices, unreadable: [], incomplete: [], more: []))
    let written = try unveiled(AnswerKeyWriter.text(of: [key(kind)], callsExp: false))["keys"]?["3"]
    #expect(written?["many"] == .bool(true) && written?["kind"]?.text == "choice")
    #expect(written?["choices"]?.elements?.map { $0["right"] } == [.bool(true), .bool(false), .bool(true)])
  }
}
