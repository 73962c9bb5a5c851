import PlainText

/// Forgets what a reader has done, once it is sure that this is meant.
struct ProgressReset {
  private let call: CommandCall
  private let lessons: [String]
  private var progress: Progress

  /// The reset that a call asks for: of the lessons that it names, or of all.
  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    let progress = Progress(environment: call.invocation.environment)
    lessons = try call.arguments.operands.map { operand throws(Failure) in
      progress.lessons.contains(operand) ? operand : try call.source(operand).name
    }
    self.progress = progress
  }

  /// Asks, forgets, and says what was forgotten.
  consuming func run() throws -> ExitStatus {
    let isAll = lessons.isEmpty
    // What cannot be read cannot be forgotten in part.
    if let problem = progress.problem, !isAll { throw problem }
    let known = progress.lessons
    let forgotten = isAll ? known : known.filter(lessons.contains)
    let isUnreadable = progress.problem != nil
    guard !forgotten.isEmpty || isUnreadable else {
      try print("There is no progress to forget.")
      return .success
    }

    let name = isUnreadable ? "the progress, which cannot be read" : "the progress in \(list(forgotten))"
    guard try isSure("Forget \(name)? [y/N] ") else {
      try print("Nothing is forgotten.")
      return .success
    }
    if isAll { progress.forgetAll() } else { for lesson in forgotten { progress.forget(lesson) } }
    if let failure = progress.save(isToldAgain: true) { throw failure }
    try print("Forgotten: \(name).")
    return .success
  }

  /// `backpropagation`, or `13 lessons`
  private func list(_ lessons: [String]) -> String {
    lessons.count == 1 ? lessons[0] : counted(lessons.count, "lesson")
  }

  private func isSure(_ question: String) throws -> Bool {
    if call.arguments.has(.yes) { return true }
    guard let answer = call.invocation.answer else {
      throw Failure.usage(
        "`--reset` asks before it forgets, and there is nobody to ask", hint: "--yes forgets without asking")
    }
    call.invocation.endAtInterrupts()
    try call.invocation.messages.print(question.harmlessLine)
    let reply: String?
    do { reply = try answer() } catch { reply = nil }
    // Whoever ends the input has not ended the line.
    if reply == nil { try call.invocation.messages.print("\n") }
    return ["y", "yes"].contains(reply?.split(separator: " ").joined().lowercased())
  }

  private func print(_ line: String) throws(Output.Fault) {
    try call.invocation.results.print(line.harmlessLine + "\n")
  }
}
