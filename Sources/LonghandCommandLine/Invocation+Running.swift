import PlainText

extension Invocation {
  /// Does what the arguments ask for.
  package func run() -> ExitStatus {
    do {
      let arguments = try Arguments(arguments)
      if arguments.has(.version) {
        try results.print("longhand \(Program.version)\n")
        return .success
      }
      if arguments.isEmpty, let session = try overview(arguments) { return try session.run() }
      guard let command = arguments.command, !arguments.has(.help) else {
        // Help is never refused: an option that is wrong is as good as none.
        let width = ((try? Display(arguments, self)) ?? Display()).width
        let help = arguments.command.map { HelpText($0, width: width) } ?? HelpText(overviewWithWidth: width)
        try results.print(help.text)
        return .success
      }
      let call = CommandCall(self, arguments)
      let status = try command.perform(call)
      if arguments.has(.timing) { report(call.timing.text) }
      return status
    } catch let failure as Failure {
      report(failure.text)
      return failure.status
    } catch Output.Fault.closedPipe {
      return .success
    } catch Output.Fault.refused(let reason) {
      report("longhand: cannot write to standard output: \(reason)\n")
      return .failure
    } catch {
      report(
        "longhand: internal error: \("\(error)".harmlessLine)\nhint: please report this, with the lesson\n")
      return .internalFault
    }
  }

  /// The course at a glance, for who asks for nothing; `nil` where there is no course.
  private func overview(_ arguments: Arguments) throws(Failure) -> CourseSession? {
    let call = CommandCall(self, arguments)
    // Only a course that is asked for by name has to be there.
    if arguments.has(.lessons) { return try CourseSession(call.course.get(), call) }
    return try (try? call.course.get()).map { course throws(Failure) in try CourseSession(course, call) }
  }
}
