import LessonDocument
import LessonRuntime
import LessonStyle
import Rendering
import Transcript

extension Command {
  /// `longhand site`
  static let site = Command(
    name: "site",
    summary: "Make a web site of the course: a page for each lesson, and an index.",
    operands: "DIR",
    description: [
      """
      Works through the whole course and writes it to the folder DIR: index.html with the parts, a map of what needs what, and \
      search; a page for each lesson in DIR/lessons; and glossary.html, where the course has a list of words. It is opened by a \
      click, and needs no server and no network.
      """,
      """
      Each page is one file, complete by itself. What somebody has read and answered is kept in the browser, where that is \
      allowed, and the index can forget it. The same course gives the same bytes each time.
      """,
      """
      A folder that holds an earlier site is renewed: pages of lessons that are no more go. One that holds anything else \
      is left alone, unless --force is given; then files of the same names are overwritten, and no others.
      """,
      """
      Ends with 1 when a lesson has an error or a check does not hold; the other pages are written all the same.
      """,
    ],
    examples: [
      Example("site public", "The course, in the folder public."),
      Example("site public --lessons my-course", "A course of your own."),
    ],
    options: [.force, .lessons]
  ) { call in
    try SiteCommand(call).run()
  }
}

/// Makes a site of a course.
private struct SiteCommand {
  let call: CommandCall
  let folder: SiteFolder

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    guard call.arguments.operands.count == 1, let path = call.arguments.operands.first, !path.isEmpty else {
      throw Failure(
        .wrongUsage, "`site` needs one folder", details: ["usage: " + Command.site.usage])
    }
    folder = try SiteFolder(call.textFile(atPath: path), isForced: call.arguments.has(.force))
  }

  /// A lesson as it goes into the site.
  private struct WorkedPage: Sendable {
    let transcript: Transcript
    let text: String
    /// Why it is not all that it should be.
    let failure: Failure?
  }

  func run() throws -> ExitStatus {
    let course = try call.course.get()
    let listing = CourseListing(course, call)
    let site = try site(of: listing)
    let sources = course.lessons.map(LessonSource.init)
    var index = SearchIndex()
    var written: [String] = []
    let status = try call.forEach(sources, "lessons") { source, call in
      try SiteCommand.page(of: source, in: site, call)
    } take: { _, result in
      try call.attempt {
        let page = try result.get()
        index.add(page.transcript)
        written.append(try folder.write(page.text, ofLesson: page.transcript.lesson))
        if let failure = page.failure { throw failure }
        return .success
      }
    }
    guard status != .interrupted else { return status }
    let pages = SitePages(site)
    try folder.write(index.text, to: "search.js")
    if let glossary = pages.glossary { try folder.write(glossary, to: "glossary.html") }
    try folder.write(pages.index, to: SiteFolder.indexName)
    try folder.removeLessons(except: written)
    return status
  }

  private static func page(
    of source: LessonSource, in site: Site, _ call: CommandCall
  ) throws -> WorkedPage {
    let file = try call.file(of: source)
    let lesson = try call.lesson(source, in: file)
    var options = RunOptions()
    options.graph = .cost
    let worked = call.work(lesson, of: source, options, looksBack: true)
    let run = worked.run
    if run.isCancelled { throw Failure(.interrupted, "stopped in `\(source.name)`") }
    let broken = run.transcript.checks.count { !$0.holds }
    return WorkedPage(
      transcript: run.transcript, text: try worked.page(in: site.place(of: source.name)),
      failure: Failure(run.diagnostics, in: file)
        ?? (broken > 0 ? Failure(.failure, "\(source.name): " + CheckCount.notHolding(broken)) : nil))
  }

  // MARK: The course

  /// The course without the lessons that have errors, to which no page could lead.
  private func site(of listing: CourseListing) throws -> Site {
    let names = listing.entries.map(\.lesson.name)
    let sound = Set(listing.entries.filter { $0.isSound(among: names) }.map(\.lesson.name))
    let parts = listing.parts.map { part, entries in
      let lines = listing.titles.lines(above: part)
      return Site.Part(
        title: lines[0], afterwards: lines.dropFirst().first,
        lessons: entries.filter { sound.contains($0.lesson.name) }.map(lesson))
    }
    return Site(
      parts: parts.filter { !$0.lessons.isEmpty },
      readingOrder: listing.inReadingOrder.map(\.lesson.name).filter(sound.contains), words: try words())
  }

  private func lesson(_ entry: CourseListing.Entry) -> Site.Lesson {
    Site.Lesson(name: entry.lesson.name, title: entry.title, needs: entry.needs)
  }

  private func words() throws -> [Site.Word] {
    guard let glossary = try GlossaryFiles.ofCourse(call) else { return [] }
    return glossary.terms.map { term in
      Site.Word(names: term.names, explanation: term.explanation, lesson: term.lesson)
    }
  }
}

extension CourseListing.Entry {
  /// Whether the lesson can be run.
  fileprivate func isSound(among names: [String]) -> Bool {
    guard case .success(let document) = document else { return false }
    return Lesson(document, name: lesson.name, knownLessons: names).diagnostics.isEmpty
  }
}
