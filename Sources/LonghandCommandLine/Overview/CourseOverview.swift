import PlainText
import Rendering

/// What the program prints when it is asked for nothing: the course, what is done of it, and how to go on.
struct CourseOverview {
  private let call: CommandCall
  private let display: Display
  private let course: CourseProgress

  /// The overview of a course.
  init(_ course: Course, _ call: CommandCall) throws(Failure) {
    self.call = call
    display = try Display(call.arguments, call.invocation)
    let progress = Progress(environment: call.invocation.environment)
    if let problem = progress.problem { call.invocation.report(problem.text) }
    self.course = CourseProgress(progress, of: CourseListing(course, call))
  }

  /// Prints it.
  func run() throws -> ExitStatus {
    let status = course.listing.reportUnreadable(call)
    let lessons = course.listing.text(
      width: display.width, word: { mark(of: $0) + " " + $0.lesson.name }, about: about)
    let lines = wrapped(summary, width: display.width) + [""] + calls
    let text = lessons + "\n" + lines.map { $0 + "\n" }.joined()
    try call.invocation.results.print(text)
    return status
  }

  // MARK: The lessons

  /// Marks are as wide as each other, so that the names stand below each other.
  private func mark(of entry: CourseListing.Entry) -> String {
    let isAscii = display.alphabet == .ascii
    guard let standing = course.standing(in: entry.lesson.name) else { return isAscii ? "   " : " " }
    if standing.isDone { return isAscii ? "ok " : "✓" }
    return isAscii ? "..." : "…"
  }

  private func about(_ entry: CourseListing.Entry) -> [String] {
    let name = entry.lesson.name
    if course.isBroken(name) { return [entry.title, "has an error: `longhand check \(name)` tells it"] }
    let standing = course.standing(in: name)
    var lines = [entry.title]
    if let standing, !standing.isDone { lines += [standing.text] + (standing.changeText.map { [$0] } ?? []) }
    let needs = course.openNeeds(of: entry)
    if standing?.isDone != true, !needs.isEmpty { lines.append("needs \(needs.joined(separator: ", "))") }
    return lines
  }

  // MARK: How to go on

  private var summary: String {
    let count = course.listing.entries.count
    let done = course.doneCount
    if done == count { return count == 1 ? "The lesson is done." : "All \(count) lessons are done." }
    return done == 0
      ? counted(count, "lesson") + ", none done yet." : "\(done) of \(counted(count, "lesson")) done."
  }

  private var calls: [String] {
    var rows: [(word: String, meaning: String)] = []
    if let next = course.next {
      rows.append(("longhand step \(next.lesson.name)".harmlessLine, meaning(ofStepping: next)))
    }
    rows.append(("longhand help", "Explains all that the program can do."))
    return WordColumn.lines(of: rows, width: display.width)
  }

  private func meaning(ofStepping entry: CourseListing.Entry) -> String {
    guard let standing = course.standing(in: entry.lesson.name) else { return "Begins the next lesson." }
    if standing.isPassed { return "Goes back to what was skipped." }
    guard let place = standing.place else { return "Goes on with the lesson." }
    return "Goes on at step \(place + 1) of \(standing.stepCount)."
  }
}
