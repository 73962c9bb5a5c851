import Claims
import Diagnostics
import LessonDocument
import LessonRuntime
import Transcript

/// Lessons with the claims that each of them names, and with what became of these.
///
/// A lesson is run only when somebody asks for a claim that it checks, and once.
final class ClaimSurvey {
  /// The lists that the lessons go by, each once, in the order of the lessons.
  private(set) var lists: [ClaimList] = []
  /// How the program ends on account of what was found.
  private(set) var status = ExitStatus.success
  private let call: CommandCall
  private var lessons: [SurveyedLesson] = []

  /// A lesson that goes by a list.
  private struct SurveyedLesson {
    let source: LessonSource
    let document: LessonDocument
    /// The name of the list's file.
    let list: String
    let mentions: [ClaimMention]
    /// The checks of its run; `nil` before that.
    var checks: [Check]?
  }

  /// Reads the lessons that the call names, or those of the course where it names none or its operands are no lessons;
  /// what is wrong with one is told, and does not keep the next from being read.
  init(_ call: CommandCall, ofWholeCourse isWhole: Bool = false) throws {
    self.call = call
    let files = ClaimFiles(call)
    if isWhole || call.arguments.operands.isEmpty {
      for lesson in try call.course.get().lessons {
        let outcome = try call.attempt { try self.read(LessonSource(lesson), files) }
        status = max(status, outcome)
      }
    } else {
      status = try call.forEachLesson { try self.read($0, files) }
    }
    status = max(status, files.status)
  }

  /// What is said where no lesson goes by a list.
  static let noList = Failure.usage(
    "there is no list of claims beside these lessons", hint: "`longhand help format` says how one is written")

  /// What became of the claims of a list that are wanted, in its order.
  func coverage(of list: ClaimList, where isWanted: (Claim) -> Bool) throws -> [ClaimCoverage] {
    let wanted = list.claims.filter(isWanted)
    let ids = Set(wanted.map(\.id))
    var places: [String: [ClaimCoverage.Place]] = [:]
    for index in lessons.indices where lessons[index].list == list.file.name {
      let mentions = lessons[index].mentions.filter { ids.contains($0.id) }
      guard !mentions.isEmpty else { continue }
      let isChecked = mentions.contains { if case .check = $0.place { true } else { false } }
      let checks = try isChecked ? checks(ofLesson: index) : []
      var told: Set<ClaimMention.Key> = []
      for mention in mentions where told.insert(mention.key).inserted {
        places[mention.id, default: []]
          .append(.init(mention, lesson: lessons[index].source.name, checks: checks))
      }
    }
    return wanted.map { ClaimCoverage($0, at: places[$0.id] ?? []) }
  }

  private func read(_ source: LessonSource, _ files: ClaimFiles) throws -> ExitStatus {
    let file = try call.file(of: source)
    let document = call.timing.measure(.reading) { LessonDocument(reading: file) }
    guard let list = files.list(for: source, document) else { return .success }
    if !lists.contains(where: { $0.file.name == list.file.name }) { lists.append(list) }
    let (mentions, faults) = document.claimMentions(in: list)
    lessons.append(
      SurveyedLesson(source: source, document: document, list: list.file.name, mentions: mentions))
    if let failure = Failure(faults, in: file) { throw failure }
    return .success
  }

  /// The checks of a lesson, as its run leaves them; none behind the place where it stops.
  private func checks(ofLesson index: Int) throws -> [Check] {
    if let checks = lessons[index].checks { return checks }
    var checks: [Check] = []
    if status != .interrupted {
      let outcome = try call.attempt {
        let document = lessons[index].document
        let run = call.run(try call.lesson(lessons[index].source, document))
        checks = run.transcript.checks
        if run.isCancelled { throw Failure(.interrupted, "stopped in `\(lessons[index].source.name)`") }
        if let failure = Failure(run.diagnostics, in: document.file) { throw failure }
        return .success
      }
      status = max(status, outcome)
    }
    lessons[index].checks = checks
    return checks
  }
}

extension ClaimMention {
  /// What one place of a lesson is told by, however often a claim is named there.
  fileprivate struct Key: Hashable {
    let id: String
    let place: ClaimMention.Place
  }

  fileprivate var key: Key { Key(id: id, place: place) }
}
