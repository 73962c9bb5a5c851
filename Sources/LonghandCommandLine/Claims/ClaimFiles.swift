import Claims
import Diagnostics
import LessonDocument

/// The lists of claims that the lessons of a call go by, each read once, and told of once if it is wrong.
final class ClaimFiles {
  /// How the program ends on account of them.
  private(set) var status = ExitStatus.success
  private let call: CommandCall
  /// The lists by their paths; `nil` for a file that is wrong.
  private var lists: [String: ClaimList?] = [:]

  /// The list that a course has unless a lesson names another.
  private static let usualName = "claims.csv"

  /// No list yet.
  init(_ call: CommandCall) { self.call = call }

  /// The list that a lesson goes by: the one that its settings name, or else that of its folder; `nil` where there is none,
  /// or it is wrong.
  func list(for source: LessonSource, _ document: LessonDocument) -> ClaimList? {
    guard case .file(let lesson) = source.origin else { return nil }
    let file = lesson.sibling(named: document.frontMatter.claims?.name ?? ClaimFiles.usualName)
    if let list = lists[file.path] { return list }
    let list = file.exists ? read(file) : nil
    lists[file.path] = list
    return list
  }

  private func read(_ file: TextFile) -> ClaimList? {
    do throws(Failure) {
      let text = try call.file(file)
      let (list, diagnostics) = ClaimList.reading(text)
      if let failure = Failure(diagnostics, in: text) { throw failure }
      return list
    } catch {
      call.invocation.report(error.text)
      status = max(status, error.status)
      return nil
    }
  }
}
