import Diagnostics
import LessonDocument
import LessonRuntime
import Terminal

/// A command's call: what was asked for, and what several commands do with it.
struct CommandCall {
  let invocation: Invocation
  let arguments: Arguments
  /// The course, or why there is none.
  let course: Result<Course, Failure>
  /// What its parts take.
  let timing: Timing
  /// The terminal that who calls has taken over already, and lends; `nil` where nobody does.
  let lentScreen: TerminalScreen?
  private let paths: Paths

  init(_ invocation: Invocation, _ arguments: Arguments) {
    let search = CourseSearch(
      option: arguments.value(of: .lessons), variable: invocation.environment["LONGHAND_LESSONS"],
      executablePath: invocation.executablePath, paths: Paths(workingDirectory: invocation.workingDirectory))
    let timing = Timing(clock: invocation.processorTime)
    let course = timing.measure(.reading) { Result { () throws(Failure) in try search.course() } }
    self.init(invocation, arguments, course: course, timing: timing)
  }

  /// A call to which the course is known.
  init(
    _ invocation: Invocation, _ arguments: Arguments, course: Result<Course, Failure>, timing: Timing? = nil,
    lending screen: TerminalScreen? = nil
  ) {
    self.invocation = invocation
    self.arguments = arguments
    self.course = course
    self.timing = timing ?? Timing(clock: invocation.processorTime)
    lentScreen = screen
    paths = Paths(workingDirectory: invocation.workingDirectory)
  }

  /// Does `work` for each lesson that the operands ask for, in turn; one that fails does not stop the next.
  ///
  /// - Returns: the worst status.
  func forEachLesson(_ work: (LessonSource) throws -> ExitStatus) throws -> ExitStatus {
    try forEachOperand { operand in try work(source(operand)) }
  }

  /// Does `work` for each operand, each of which stands for a lesson, in the same way.
  func forEachOperand(_ work: (String) throws -> ExitStatus) throws -> ExitStatus {
    try expectSoundOperands()
    var worst = ExitStatus.success
    for operand in arguments.operands where worst != .interrupted {
      worst = try max(worst, attempt { try work(operand) })
    }
    return worst
  }

  /// That there is the course that is asked for, and standard input is asked for once only.
  func expectSoundOperands() throws(Failure) {
    if arguments.has(.lessons) { _ = try course.get() }
    guard arguments.operands.count(where: { $0 == "-" }) <= 1 else {
      throw .usage("standard input, `-`, can be read once only")
    }
  }

  /// The lesson that an operand asks for.
  func source(_ operand: String) throws(Failure) -> LessonSource {
    try LessonSource(operand, course: course, paths: paths)
  }

  /// Does `work`, and reports what keeps it from being done.
  func attempt(_ work: () throws -> ExitStatus) throws -> ExitStatus {
    do {
      return try work()
    } catch let failure as Failure {
      invocation.report(failure.text)
      return failure.status
    }
  }

  /// The text of a lesson.
  ///
  /// - Throws: a failure when it cannot be read, or is no text.
  func file(of source: LessonSource) throws(Failure) -> SourceFile {
    timing.begin(.reading)
    defer { timing.end(.reading) }
    switch source.origin {
    case .file(let file): return try text(source.shownPath, file.bytes())
    case .standardInput: return try text(source.shownPath, standardInput())
    }
  }

  /// The file at a path as somebody typed it.
  func textFile(atPath path: String) -> TextFile { paths.file(path) }

  /// The text of the file at a path as somebody typed it.
  ///
  /// - Throws: a failure when it cannot be read, or is no text.
  func file(atPath path: String) throws(Failure) -> SourceFile {
    try file(textFile(atPath: path))
  }

  /// The text of a file.
  ///
  /// - Throws: a failure when it cannot be read, or is no text.
  func file(_ file: TextFile) throws(Failure) -> SourceFile {
    try text(file.shownPath, file.bytes())
  }

  private func text(_ shownPath: String, _ bytes: [UInt8]) throws(Failure) -> SourceFile {
    do throws(Diagnostic) {
      return try SourceFile(name: shownPath, bytes: bytes)
    } catch {
      let nameless = SourceFile(name: shownPath, text: "")
      throw Failure([error], in: nameless) ?? Failure(.failure, error.message)
    }
  }

  /// The lesson in `file`.
  ///
  /// - Throws: a failure when it has errors.
  func lesson(_ source: LessonSource, in file: SourceFile) throws(Failure) -> Lesson {
    timing.begin(.reading)
    defer { timing.end(.reading) }
    return try lesson(source, LessonDocument(reading: file))
  }

  /// The lesson that `document` has been read from.
  ///
  /// - Throws: a failure when it has errors.
  func lesson(_ source: LessonSource, _ document: LessonDocument) throws(Failure) -> Lesson {
    timing.begin(.reading)
    defer { timing.end(.reading) }
    let lesson = lessonAsItIs(source, document)
    try expectNoErrors(in: lesson, source, document)
    return lesson
  }

  /// The lesson that `document` has been read from, be there errors or not.
  func lessonAsItIs(_ source: LessonSource, _ document: LessonDocument) -> Lesson {
    let knownLessons = source.inCourse == nil ? nil : try? course.get().lessons.map(\.name)
    return Lesson(document, name: source.name, knownLessons: knownLessons)
  }

  /// - Throws: a failure when a lesson has errors, or `faults` has some.
  func expectNoErrors(
    in lesson: Lesson, _ source: LessonSource, _ document: LessonDocument, faults: [Diagnostic] = []
  ) throws(Failure) {
    var all = missingClaims(document.frontMatter.claims, at: source.origin) + lesson.diagnostics + faults
    if !faults.isEmpty { all.sort { ($0.range?.lowerBound ?? -1) < ($1.range?.lowerBound ?? -1) } }
    if let failure = Failure(all, in: document.file) { throw failure }
  }

  /// That the list of claims which a lesson names is not there; nothing is asked of a lesson that has no folder.
  private func missingClaims(
    _ claims: FrontMatter.ClaimsFile?, at origin: LessonSource.Origin
  ) -> [Diagnostic] {
    guard let claims, case .file(let file) = origin, !file.sibling(named: claims.name).exists else {
      return []
    }
    return [
      Diagnostic(
        "there is no file `\(claims.name)` beside this lesson", at: claims.range,
        hint: "`claims` names the CSV file that lists what the lecture prints")
    ]
  }

  private func standardInput() throws(Failure) -> [UInt8] {
    let limit = TextFile.sizeLimit
    do throws(SystemError) {
      if let bytes = try invocation.standardInput.all(limit: limit) { return bytes }
    } catch {
      throw Failure(.failure, "cannot read standard input: \(error.reason)")
    }
    throw TextFile.tooLarge("<stdin>", limit: limit)
  }
}
