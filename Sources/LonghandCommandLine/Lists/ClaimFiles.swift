import Claims
import LessonDocument

/// The lists of claims that the lessons of a call go by.
struct ClaimFiles {
  private let files: ListFiles<ClaimList>

  /// The list that a course has unless a lesson names another.
  private static let usualName = "claims.csv"

  /// No list yet.
  init(_ call: CommandCall) { files = ListFiles(call, ClaimList.reading) }

  /// How the program ends on account of them.
  var status: ExitStatus { files.status }

  /// The list that a lesson goes by: the one that its settings name, or else that of its folder; `nil` where there is none,
  /// or it is wrong.
  func list(for source: LessonSource, _ document: LessonDocument) -> ClaimList? {
    guard case .file(let lesson) = source.origin else { return nil }
    return files.list(in: lesson.sibling(named: document.frontMatter.claims?.name ?? Self.usualName))
  }
}
