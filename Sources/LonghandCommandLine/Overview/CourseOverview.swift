import PlainText
import Rendering

/// What the program prints when it is asked for nothing: the course, what is done of it, and how to go on.
struct CourseOverview {
  private let call: CommandCall
  private let display: Display
  private let course: CourseProgress

  /// The overview of a course in which a reader is so far.
  init(_ course: CourseProgress, _ display: Display, _ call: CommandCall) {
    self.call = call
    self.display = display
    self.course = course
  }

  /// Prints it.
  func run() throws -> ExitStatus {
    let status = course.listing.reportUnreadable(call)
    let lessons = course.listing.text(
      width: display.width, word: { mark(of: $0) + " " + $0.lesson.name }, about: about)
    let lines = wrapped(course.summary, width: display.width) + [""] + calls
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

  private func about(_ entry: CourseListing.Entry) -> [String] { [entry.title] + course.facts(of: entry) }

  // MARK: How to go on

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
