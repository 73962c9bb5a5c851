import Claims
import Diagnostics
import LessonDocument
import LessonRuntime
import TestSupport
import Testing
import Transcript

@Suite("The claims that a lesson names")
struct ClaimMentionTests {
  private static let list = """
    id,lecture,slide,printed,kind,verdict,not computable
    S0-001,L,s,x,number,right,
    S0-002,L,s,x,number,cut-off,
    S0-003,L,s,x,number,wrong,
    S0-004,L,s,x,statement,unclear,lost

    """

  private func list() throws -> ClaimList {
    try #require(ClaimList.reading(SourceFile(name: "claims.csv", text: Self.list)).list)
  }

  private func document(_ body: String) -> LessonDocument {
    LessonDocument(reading: SourceFile(name: "a.md", text: "---\ntitle: A\n---\n" + body))
  }

  @Test(
    "stand in the notes of checks and in comments, and nowhere else",
    arguments: [
      ("```check\n1 + 1 = 2 -- S0-001\n```\n", ["S0-001 check 5"]),
      ("```check\n1 + 1 = 2 -- S0-002, S0-001: text\n```\n", ["S0-002 check 5", "S0-001 check 5"]),
      ("```check\n\n1 +\n  1 = 2 -- the slide (S0-001).\n```\n", ["S0-001 check 6"]),
      ("```check\n1 + 1 = 2 # S0-001\n```\n", []), ("```check\n1 + 1 = 2\n```\n", []),
      ("```check\n1 + 1 = 2 -- \u{A0}§ S0-001\n```\n", ["S0-001 check 5"]),
      ("<!-- S0-001 -->\n", ["S0-001 prose 4"]), ("text <!--S0-001--> text\n", ["S0-001 prose 4"]),
      ("text\nmore <!-- S0-001,\nS0-004 -->\n", ["S0-001 prose 5", "S0-004 prose 6"]),
      ("- item\n  <!-- S0-001 -->\n- item <!-- S0-002 -->\n", ["S0-001 prose 5", "S0-002 prose 6"]),
      ("# Heading <!-- S0-001 -->\n", ["S0-001 prose 4"]),
      ("| a |\n|---|\n| b <!-- S0-001 --> |\n", ["S0-001 prose 6"]),
      ("text S0-001\n", []), ("`<!-- S0-001 -->`\n", []), ("```\n<!-- S0-001 -->\n```\n", []),
      ("<!--\nS0-001\n-->\n```check\n2 = 2 -- S0-002\n```\n", ["S0-001 prose 5", "S0-002 check 8"]),
    ])
  func places(body: String, expected: [String]) throws {
    let (mentions, diagnostics) = document(body).claimMentions(in: try list())
    #expect(diagnostics == [])
    #expect(
      mentions.map { mention in
        switch mention.place {
        case .check(let line): "\(mention.id) check \(line)"
        case .prose(let line): "\(mention.id) prose \(line)"
        }
      } == expected)
  }

  @Test(
    "that the list does not have are told with their places",
    arguments: [
      ("```check\n1 = 1 -- ⟦S0-009⟧: text\n```\n", "the nearest is `S0-004`"),
      ("```check\n1 = 1 -- S0-001, ⟦S0-01⟧\n```\n", "did you mean `S0-001`?"),
      ("<!-- see ⟦S0–001⟧. -->\n", "did you mean `S0-001`?"),
      ("text\n> more <!-- ⟦T0-001⟧ -->\n", "did you mean `S0-001`?"),
    ])
  func unknown(marked: String, hint: String) throws {
    let marked = MarkedPlaces("---\ntitle: A\n---\n" + marked)
    let document = LessonDocument(reading: SourceFile(name: "a.md", text: marked.text))
    let diagnostics = document.claimMentions(in: try list()).diagnostics
    let word = marked.ranges.map { document.file[SourceRange($0.lowerBound, $0.upperBound)] }
    #expect(diagnostics.map(\.message) == word.map { "`claims.csv` has no claim `\($0)`" })
    #expect(diagnostics.map(\.range) == marked.ranges.map { SourceRange($0.lowerBound, $0.upperBound) })
    #expect(diagnostics.map(\.hint) == [hint])
  }

  @Test(
    "come to what their places make of them",
    arguments: [
      ("S0-001", [], "missing"), ("S0-004", [], "not-computable"), ("S0-001", ["<!-- S0-001 -->"], "told"),
      ("S0-004", ["<!-- S0-004 -->"], "told"), ("S0-001", ["x = 0.67 -- S0-001"], "met"),
      ("S0-001", ["x = 0.67 -- S0-001", "<!-- S0-001 -->"], "met"),
      ("S0-001", ["x = 0.66 -- S0-001", "x = 0.67 -- S0-001"], "cut-off"),
      ("S0-001", ["x = 0.6 ± 0.1 -- S0-001"], "met"), ("S0-003", ["x != 0.7 -- S0-003"], "not-met"),
      ("S0-003", ["x != 0.9 -- S0-003", "x = 0.66 -- S0-003"], "slip"),
      ("S0-002", ["x != 0.9 -- S0-002", "x = 0.66 -- S0-002"], "cut-off"),
      ("S0-001", ["x != 0.9 -- S0-001", "x = 0.67 -- S0-001"], "met"),
      ("S0-001", ["x != 0.9 -- S0-001"], "slip"), ("S0-003", ["x = 0.67 -- S0-003"], "met"),
      ("S0-001", ["x = 0.67 -- S0-001", "x = 0.9 -- S0-001"], "not-met"),
      ("S0-001", ["1/(x - x) = 2 -- S0-002", "x = 0.67 -- S0-001"], "not-met"),
    ])
  func standing(id: String, places: [String], standing: String) throws {
    let checks = places.filter { !$0.hasPrefix("<") }
    let comments = places.filter { $0.hasPrefix("<") }.joined(separator: "\n\n")
    let cells = checks.map { "```check\n\($0)\n```\n" }.joined(separator: "\n")
    let document = document("```calc\nx = 2/3\n```\n\n" + cells + "\n" + comments + "\n")
    let list = try list()
    let run = Lesson(document, name: "a").run()
    let found = document.claimMentions(in: list).mentions.filter { $0.id == id }
    let claim = try #require(list.claim(id))
    let coverage = ClaimCoverage(
      claim, at: found.map { .init($0, lesson: "a", checks: run.transcript.checks) })
    #expect(coverage.standing.rawValue == standing)
    #expect(coverage.places.count == found.count)
  }
}
