import Diagnostics
import LessonRuntime
import PlainText
import Stepper

extension Command {
  /// `longhand progress`
  static let progress = Command(
    name: "progress",
    summary: "Show, or forget, what you have done in the lessons.",
    operands: "[LESSON…]",
    description: [
      """
      Prints of each lesson that you have begun with `step`, or of those that are named, how many of its steps are \
      done, what became of its questions, where you left off, and how many steps have been rewritten since; and which round of \
      `practice` you have come to, how many numbers are mastered, and how many have come back.
      """,
      """
      It is kept in longhand/progress under $XDG_STATE_HOME, or else under ~/.local/state: a text file, a line a step, \
      which can be read and edited.
      """,
      """
      --reset forgets the lessons that are named, or all, once you have said y; where nobody can be asked, it takes \
      --yes as well.
      """,
    ],
    examples: [
      Example("progress", "How far you are."),
      Example("progress --reset backpropagation", "Begin a lesson anew."),
    ],
    options: [.reset, .yes, .width, .lessons]
  ) { call in
    guard call.arguments.has(.reset) || !call.arguments.has(.yes) else {
      throw Failure.usage("`--yes` goes with `--reset`")
    }
    return call.arguments.has(.reset) ? try ProgressReset(call).run() : try ProgressCommand(call).run()
  }
}

/// Prints what a reader has done.
private struct ProgressCommand {
  private let call: CommandCall
  private let width: Int
  private let progress: Progress

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    width = try Display(call.arguments, call.invocation).width
    progress = Progress(environment: call.invocation.environment)
    if let problem = progress.problem { call.invocation.report(problem.text) }
  }

  func run() throws -> ExitStatus {
    var rows: [(name: String, about: [String])] = []
    var status = ExitStatus.success
    if call.arguments.operands.isEmpty {
      rows = try rowsOfAll()
    } else {
      status = try call.forEachOperand { operand in
        rows.append(try row(operand))
        return .success
      }
    }
    let column = WordColumn(of: rows.map(\.name.harmlessLine), width: width)
    let lines = rows.flatMap { column.lines($0.name.harmlessLine, $0.about.map(\.harmlessLine)) }
    try call.invocation.results.print(lines.map { $0 + "\n" }.joined())
    return status
  }

  /// The lessons that are begun: those of the course in its order, then others.
  private func rowsOfAll() throws -> [(name: String, about: [String])] {
    if call.arguments.has(.lessons) { _ = try call.course.get() }
    let course = try? call.course.get()
    let names = course?.lessons.map(\.name) ?? []
    let inCourse = (course?.lessons ?? []).filter { progress.lessons.contains($0.name) }
      .map { ($0.name, about(LessonSource($0))) }
    let others = progress.lessons.filter { !names.contains($0) }.map { ($0, aboutStates(in: $0)) }
    guard inCourse.isEmpty, others.isEmpty else { return inCourse + others }
    let first = names.first ?? "LESSON"
    return [
      ("Nothing yet.", ["`longhand step \(first)` begins \(names.isEmpty ? "a lesson" : "the course")"])
    ]
  }

  /// A lesson that is asked for: by the name under which something is noted, or else as commands find lessons.
  private func row(_ operand: String) throws(Failure) -> (name: String, about: [String]) {
    do throws(Failure) {
      let source = try call.source(operand)
      return (source.name, about(source))
    } catch {
      guard progress.lessons.contains(operand) else { throw error }
      return (operand, aboutStates(in: operand))
    }
  }

  /// How far the reader is in a lesson; where its steps cannot be known, what is noted.
  private func about(_ source: LessonSource) -> [String] {
    guard let file = try? call.file(of: source), let lesson = try? call.lesson(source, in: file) else {
      return ["has an error: `longhand check \(source.name)` tells it"] + aboutStates(in: source.name)
    }
    let standing = LessonStanding(progress, of: lesson.steps, in: source.name)
    let place = standing.isDone ? nil : standing.placeName.map { "left off at \($0)" }
    let unread = standing.jumpedOver.first.map { first in
      "not read: \(IndexSpans(standing.jumpedOver).text); `g \(first + 1)` in `longhand step \(source.name)` goes there"
    }
    let practice = LessonPractice(lesson, called: source.name, progress).text
    let reading = standing.isBegun || practice == nil ? standing.text : nil
    return [reading, standing.changeText, unread, place, practice].compactMap(\.self)
  }

  /// What is noted of a lesson whose steps are not known.
  private func aboutStates(in lesson: String) -> [String] {
    let states = progress.states(in: lesson)
    let parts = StepState.allCases.compactMap { state in
      let count = states.count { $0 == state }
      return count > 0 ? "\(count) \(state.word)" : nil
    }
    return [counted(states.count, "step") + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))]
  }
}
