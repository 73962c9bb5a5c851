import LessonDocument
import PlainText

extension Command {
  /// `longhand list`
  static let list = Command(
    name: "list",
    summary: "List the lessons of the course.",
    operands: "",
    description: [
      """
      Prints the parts of the course with their lessons, in order: the name by which `run` and `check` call a \
      lesson, its title, and the lessons that it needs.
      """,
      "A lesson with an error is listed all the same; `longhand check` tells the errors.",
    ],
    examples: [
      Example("list", "What lessons there are."),
      Example("list --lessons my-course", "The lessons of another folder."),
    ],
    options: [.lessons, .width]
  ) { call in
    guard call.arguments.operands.isEmpty else {
      throw Failure.usage(
        "`list` takes no lesson: it lists them all", hint: "`longhand run LESSON` works through one")
    }
    return try ListCommand(call: call, width: Display(call.arguments, call.invocation).width).run()
  }
}

/// Prints what lessons there are.
private struct ListCommand {
  let call: CommandCall
  let width: Int

  func run() throws -> ExitStatus {
    let course = try call.course.get()
    let column = WordColumn(of: course.lessons.map(\.name.harmlessLine), width: width)
    var status = ExitStatus.success
    var sections: [[String]] = []
    for (part, lessons) in course.parts {
      var lines = wrapped(part.heading, width: width)
      for lesson in lessons {
        let about = self.about(lesson, &status)
        lines += column.lines(lesson.name.harmlessLine, about.map(\.harmlessLine))
      }
      sections.append(lines)
    }
    try call.invocation.results.print(
      sections.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n"))
    return status
  }

  /// The lines about a lesson: its title, and what it needs. A file that cannot be read is reported.
  private func about(_ lesson: Course.CourseLesson, _ status: inout ExitStatus) -> [String] {
    do throws(Failure) {
      let settings = try LessonDocument(reading: call.file(of: LessonSource(lesson))).frontMatter
      let title = settings.title.isEmpty ? "(no title)" : settings.title
      let needs = settings.needs.map(\.lesson).joined(separator: ", ")
      return [title] + (needs.isEmpty ? [] : ["needs \(needs)"])
    } catch {
      call.invocation.report(error.text)
      status = max(status, error.status)
      return ["(cannot be read)"]
    }
  }
}
