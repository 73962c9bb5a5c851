import Stepper
import Terminal

/// What happens when the program is asked for nothing: the course as a page at a terminal, from which lessons are read and
/// practised; else as a list.
struct CourseSession {
  private let call: CommandCall
  private let display: Display
  private let course: Course

  /// A session of a call for nothing.
  init(_ course: Course, _ call: CommandCall) throws(Failure) {
    self.call = call
    self.course = course
    display = try Display(call.arguments, call.invocation)
  }

  /// Goes on until the reader leaves.
  func run() throws -> ExitStatus {
    guard let screen = call.openScreen() else { return try list() }
    let said = CollectedText()
    let status: ExitStatus
    do {
      defer { screen.leave() }
      status = try run(on: screen, saying: said)
    }
    try call.invocation.results.print(said.text)
    return status
  }

  /// Prints the course.
  private func list() throws -> ExitStatus {
    let progress = Progress(environment: call.invocation.environment)
    if let problem = progress.problem { call.invocation.report(problem.text) }
    return try CourseOverview(CourseProgress(progress, of: CourseListing(course, call)), display, call).run()
  }

  /// Lets the reader choose and read, at one screen from the first to the last: a key that is typed ahead is that of the page or
  /// the lesson that comes.
  ///
  /// - Parameter said: takes what lessons print when they are left.
  private func run(on screen: TerminalScreen, saying said: CollectedText) throws -> ExitStatus {
    var (place, message) = (String?.none, String?.none)
    while true {
      let (choice, ending) = choose(on: screen, at: place, message)
      let words: [String]
      switch choice {
      case .leave: return ending
      case .step(let name): (words, place) = (["step", name], name)
      case .practise(let name): (words, place) = (["practice", name], name)
      }
      let status: ExitStatus
      (status, message) = try perform(words, on: screen, saying: said)
      // Ctrl-C ends all, wherever it is pressed.
      if status == .interrupted || call.invocation.isInterrupted() { return .interrupted }
    }
  }

  /// Lets the reader choose.
  private func choose(
    on screen: TerminalScreen, at name: String?, _ message: String?
  ) -> (CourseScreen.Choice, ExitStatus) {
    let progress = Progress(environment: call.invocation.environment)
    var view = CourseScreen(
      page(progress), at: name, message: message ?? progress.problem?.text.firstLine, style: Style(display),
      size: screen.size)
    while true {
      if let choice = view.choice { return (choice, .success) }
      if !screen.hasKeysWaiting { screen.show(view.frame) }
      switch screen.next(timeout: nil) {
      case .key(let key): view.press(key)
      case .resized(let size): view.resize(to: size)
      case .resumed: view.resize(to: screen.size)
      case .timedOut: break
      case .interrupted: return (.leave, .interrupted)
      case .ended: return (.leave, .failure)
      }
    }
  }

  /// Reads or practises a lesson.
  ///
  /// - Returns: how that has ended, and the first of what was reported.
  private func perform(
    _ words: [String], on screen: TerminalScreen, saying said: CollectedText
  ) throws -> (ExitStatus, message: String?) {
    let reported = CollectedText()
    var invocation = call.invocation
    invocation.messages = Output { reported.bytes += $0 }
    invocation.results = Output { said.bytes += $0 }
    let looks = invocation.arguments.prefix { $0 != "--" }
    let arguments = try Arguments([words[0]] + looks + ["--"] + words.dropFirst())
    let inner = CommandCall(invocation, arguments, course: .success(course), lending: screen)
    let status = try inner.attempt { try arguments.command?.perform(inner) ?? .success }
    return (status, reported.text.isEmpty ? nil : reported.text.firstLine)
  }

  // MARK: - The page

  private func page(_ progress: Progress) -> CoursePage {
    let standing = CourseProgress(progress, of: CourseListing(course, call))
    let listing = standing.listing
    let reasons = PracticeOffers(call, progress).reasons(in: listing)
    let titles = listing.titles
    return CoursePage(
      parts: listing.parts.map { part, entries in
        CoursePage.Part(
          heading: titles.lines(above: part).prefix(1).map(\.self),
          lessons: entries.map { entry in
            CoursePage.Lesson(
              name: entry.lesson.name, title: entry.title, standing: standing.mark(of: entry),
              facts: standing.facts(of: entry), practice: reasons[entry.lesson.name])
          })
      },
      next: standing.next?.lesson.name, summary: standing.summary)
  }
}

extension CourseProgress {
  /// How far a lesson is read.
  fileprivate func mark(of entry: CourseListing.Entry) -> CoursePage.Standing {
    let name = entry.lesson.name
    if isBroken(name) { return .broken }
    guard case .success = entry.document else { return .broken }
    return standing(in: name).map { $0.isDone ? .done : .begun } ?? .new
  }
}

/// Text that comes piece by piece.
private final class CollectedText {
  var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension String {
  /// The first line, without the program's name.
  fileprivate var firstLine: String {
    let line = prefix { $0 != "\n" }
    return String(line.hasPrefix("longhand: ") ? line.dropFirst("longhand: ".count) : line)
  }
}
