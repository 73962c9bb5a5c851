import Claims
import Diagnostics
import LessonDocument
import TestSupport
import Testing

/// The list of what the lectures state, held against the lessons of the course.
@Suite("The claims of the lectures")
struct CourseClaimsTests {
  /// The list beside the lessons.
  private static let list: Result<ClaimList, any Error> = Result {
    let file = SourceFile(name: "claims.csv", text: try PackageFolder("Lessons").text(of: "claims.csv"))
    let (list, diagnostics) = ClaimList.reading(file)
    return try #require(list, "\(diagnostics.map { $0.text(in: file) }.joined(separator: "\n"))")
  }

  /// A lesson that goes by the list.
  private struct NamingLesson {
    let name: String
    let mentions: [ClaimMention]
    /// What is wrong with the ids in it, each as it is told.
    let faults: [String]
  }

  /// The lessons that go by the list.
  private static let lessons: Result<[NamingLesson], any Error> = Result {
    let list = try CourseClaimsTests.list.get()
    let folder = PackageFolder("Lessons")
    return try folder.names(ending: ".md").compactMap { name -> NamingLesson? in
      let document = LessonDocument(reading: SourceFile(name: name, text: try folder.text(of: name)))
      guard document.frontMatter.claims == nil else { return nil }
      let (mentions, diagnostics) = document.claimMentions(in: list)
      return NamingLesson(
        name: LessonDocument.name(ofFile: name), mentions: mentions,
        faults: diagnostics.map { $0.text(in: document.file) })
    }
  }

  /// Numbers and formulas that prose alone can tell, or tells so far.
  ///
  /// A slip of notation has no number, and what is unclear has none either; these are the others.
  private static let toldInProse: [String: String] = [
    "S0-006": "the perceptron in names, without a number", "S0-007": "the same with a bias",
    "S0-008": "the same as a product of vectors",
    "S0-010": "a misprinted f: that of 3.825 is checked as S0-012",
    "S4-042": "the weighted sum with a bias, in names, without a number",
    "S0-069": "a sum in names: its number is checked as S0-070",
    "S3-013": "four equations under the wrong name: each is checked as its own claim",
    "S0-102": "how all figures are shortened, which each of their checks says",
  ]

  @Test("are 313, of five lectures, all with a place, a text and a verdict")
  func list() throws {
    let claims = try Self.list.get().claims
    #expect(claims.count == 313)
    #expect(Set(claims.map(\.lectureKey)) == ["S0", "S1", "S2", "S3", "S4"])
    #expect(Set(claims.map { "\($0.lectureKey ?? "") \($0.lecture)" }).count == 5)
    for claim in claims {
      #expect(!claim.slide.isEmpty && !claim.right.isEmpty, "\(claim.id)")
      #expect(!claim.right.contains("\n") && !claim.printed.contains("\n"), "\(claim.id)")
    }
  }

  @Test("that lessons name are all in the list")
  func known() throws {
    #expect(try Self.lessons.get().flatMap(\.faults).joined(separator: "\n") == "")
    #expect(try !Self.lessons.get().flatMap(\.mentions).isEmpty)
  }

  @Test("with a number or a formula that lessons name are checked by one of these")
  func checked() throws {
    let list = try Self.list.get()
    let lessons = try Self.lessons.get()
    let checked = Set(lessons.flatMap(\.mentions).filter(\.isCheck).map(\.id))
    for lesson in lessons {
      for id in Set(lesson.mentions.map(\.id)).sorted() where !checked.contains(id) {
        let claim = try #require(list.claim(id))
        let isExempt =
          !claim.kind.isComputed || !claim.reason.isEmpty || claim.verdict == .notation
          || claim.verdict == .unclear || Self.toldInProse[id] != nil
        #expect(isExempt, "\(lesson.name) names \(id), and no lesson checks it: \(claim.printed)")
      }
    }
  }

  @Test("with a number or a formula that no lesson checks are those that are recorded")
  func gaps() throws {
    let lessons = try Self.lessons.get()
    let checked = Set(lessons.flatMap(\.mentions).filter(\.isCheck).map(\.id))
    let told = Set(lessons.flatMap(\.mentions).map(\.id))
    let lines = try Self.list.get().claims.filter { $0.kind.isComputed && !checked.contains($0.id) }
      .map { claim in
        let state =
          told.contains(claim.id) ? "told in prose" : claim.reason.isEmpty ? "not yet" : claim.reason
        return "\(claim.id) \(claim.kind.rawValue), \(claim.verdict.rawValue), \(state): \(claim.printed)\n"
      }
    let head = """
      # The numbers and formulas of the lectures that no lesson checks. A lesson that checks one more takes it from here:
      # record this file.

      """
    try GoldenFile("Golden/not-checked.txt").expect(head + lines.joined())
  }
}

extension ClaimMention {
  /// Whether a check names the claim.
  fileprivate var isCheck: Bool { if case .check = place { true } else { false } }
}
