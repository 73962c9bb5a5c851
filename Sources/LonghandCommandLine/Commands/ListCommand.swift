import PlainText

extension Command {
  /// `longhand list`
  static let list = Command(
    name: "list",
    summary: "List the lessons of the course.",
    operands: "",
    description: [
      """
      Prints the parts of the course with their lessons: the name by which `step`, `run` and `check` call a lesson, its \
      title, and the lessons that it needs. In a part each lesson stands behind those that it needs.
      """,
      """
      The tens of the number in a file's name say the part. What the parts are called, and what a learner can do after \
      each, is listed in parts.csv beside the lessons: `longhand help format` has its columns.
      """,
      """
      A lesson with an error is listed all the same; `longhand check` tells the errors. --names prints nothing but the \
      names, a line each, for other programs, and where there is no course nothing at all.
      """,
    ],
    examples: [
      Example("list", "What lessons there are."),
      Example("list --lessons my-course", "The lessons of another folder."),
    ],
    options: [.names, .lessons, .width]
  ) { call in
    guard call.arguments.operands.isEmpty else {
      throw Failure.usage(
        "`list` takes no lesson: it lists them all", hint: "`longhand run LESSON` works through one")
    }
    if call.arguments.has(.names) { return try printNames(call) }
    let width = try Display(call.arguments, call.invocation).width
    let listing = CourseListing(try call.course.get(), call)
    let status = listing.reportUnreadable(call)
    try call.invocation.results.print(
      listing.text(width: width) { entry in
        [entry.title] + (entry.needs.isEmpty ? [] : ["needs \(entry.needs.joined(separator: ", "))"])
      })
    return status
  }

  private static func printNames(_ call: CommandCall) throws -> ExitStatus {
    let names = (try? call.course.get())?.lessons.map(\.name) ?? []
    // A name with a line end in it would be two, and one that steers a terminal nobody can type.
    let lines = names.filter { $0 == $0.harmlessLine }.map { $0 + "\n" }
    try call.invocation.results.print(lines.joined())
    return .success
  }
}
