import LessonDocument
import LessonRuntime

/// How far a reader is in a course.
///
/// Only lessons of which something is noted are looked at closely: of the others it is known that nothing is done.
struct CourseProgress {
  /// The lessons as they are listed.
  let listing: CourseListing
  private let begun: [String: Begun]
  /// The names of all lessons.
  private let names: Set<String>

  /// A lesson of which something is noted.
  private enum Begun {
    case standing(LessonStanding)
    /// The lesson has errors, so that its steps are not known.
    case broken
  }

  /// What `progress` says of the lessons of a course.
  init(_ progress: Progress, of listing: CourseListing) {
    let noted = Set(progress.lessons)
    let names = listing.entries.map(\.lesson.name)
    var begun: [String: Begun] = [:]
    for entry in listing.entries where noted.contains(entry.lesson.name) {
      guard case .success(let document) = entry.document else { continue }
      let name = entry.lesson.name
      let lesson = Lesson(document, name: name, knownLessons: names)
      if lesson.diagnostics.isEmpty {
        let standing = LessonStanding(progress, of: lesson.steps, in: name)
        if standing.isBegun { begun[name] = .standing(standing) }
      } else {
        begun[name] = .broken
      }
    }
    self.listing = listing
    self.begun = begun
    self.names = Set(names)
  }

  /// How far the reader is in the lesson of that name; `nil` where nothing is done yet, or the lesson has errors.
  func standing(in name: String) -> LessonStanding? {
    if case .standing(let standing)? = begun[name] { standing } else { nil }
  }

  /// Whether the lesson of that name has been begun, and cannot be gone on with for its errors.
  func isBroken(_ name: String) -> Bool {
    if case .broken? = begun[name] { true } else { false }
  }

  /// The lessons that all of is done.
  var doneCount: Int { listing.entries.count { standing(in: $0.lesson.name)?.isDone == true } }

  /// The lessons that `entry` needs and the reader has not come through.
  func openNeeds(of entry: CourseListing.Entry) -> [String] {
    entry.needs.filter { names.contains($0) && !isPassed($0) }
  }

  /// The lesson to read next: the first that the reader has not come through, and whose needs are met; then the first in
  /// which something was passed over. `nil` when all is done.
  var next: CourseListing.Entry? {
    let readable = listing.entries.filter { if case .success = $0.document { true } else { false } }
    let open = readable.filter { !isPassed($0.lesson.name) }
    return open.first { openNeeds(of: $0).isEmpty } ?? open.first
      ?? readable.first { standing(in: $0.lesson.name)?.isDone == false }
  }

  /// What is to be known of a lesson beside its title: how far the reader is, and what it needs.
  func facts(of entry: CourseListing.Entry) -> [String] {
    let name = entry.lesson.name
    if isBroken(name) { return ["has an error: `longhand check \(name)` tells it"] }
    let standing = standing(in: name)
    if standing?.isDone == true { return [] }
    let needs = openNeeds(of: entry)
    return (standing.map { [$0.text] } ?? []) + (standing?.changeText.map { [$0] } ?? [])
      + (needs.isEmpty ? [] : ["needs \(needs.joined(separator: ", "))"])
  }

  /// How much of the course is done, in a sentence.
  var summary: String {
    let count = listing.entries.count
    let done = doneCount
    if done == count { return count == 1 ? "The lesson is done." : "All \(count) lessons are done." }
    return done == 0
      ? counted(count, "lesson") + ", none done yet." : "\(done) of \(counted(count, "lesson")) done."
  }

  private func isPassed(_ name: String) -> Bool { standing(in: name)?.isPassed == true }
}
