extension CommandCall {
  /// Does `work` for each of several things on all cores, each with a call of its own; what they say comes in the order of the
  /// things, and one that fails does not stop the next.
  ///
  /// - Parameters:
  ///   - items: What there is to be done.
  ///   - noun: What they are, for who waits at a terminal: `lessons`.
  ///   - work: Does one of them.
  /// - Returns: the worst status.
  func forEach<Item: Sendable>(
    _ items: [Item], _ noun: String, _ work: @escaping @Sendable (Item, CommandCall) throws -> ExitStatus
  ) throws -> ExitStatus {
    try forEach(items, noun) { item, call in
      try call.attempt { try work(item, call) }
    } take: { _, status in
      try status.get()
    }
  }

  /// Makes something of each of several things on all cores, each with a call of its own, and hands it over in the order of the
  /// things. With `--timing` it is all done in turn, since the cores' time is one; so it is where standard input is read.
  ///
  /// - Parameters:
  ///   - items: What there is to be done.
  ///   - noun: What they are, for who waits at a terminal: `lessons`.
  ///   - work: Makes something of one of them.
  ///   - take: Takes what was made, or why it could not be; an interruption ends it all.
  /// - Returns: the worst status.
  func forEach<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ noun: String, _ work: @escaping @Sendable (Item, CommandCall) throws -> Value,
    take: (Item, Result<Value, any Error>) throws -> ExitStatus
  ) throws -> ExitStatus {
    var worst = ExitStatus.success
    guard items.count > 1, !arguments.has(.timing), !arguments.operands.contains("-") else {
      for item in items where worst != .interrupted {
        worst = try max(worst, take(item, Result { try work(item, self) }))
      }
      return worst
    }
    let facts = SharedFacts(self)
    let line = invocation.showsProgress ? ProgressLine(on: invocation.messages) : nil
    var count = 0
    line?.show(done: 0, of: items.count, noun)
    defer { line?.clear() }
    try Cores.share(items) { item in
      let told = Told()
      let call = CommandCall(facts, results: told.results, messages: told.messages)
      let value = Result { try work(item, call) }
      return (said: told.said, value: value)
    } take: { said, value in
      line?.clear()
      for text in said { try text.print(to: invocation) }
      worst = try max(worst, take(items[count], value))
      count += 1
      line?.show(done: count, of: items.count, noun)
      return worst != .interrupted
    }
    return worst
  }

  /// A call that works for another one.
  private init(_ facts: SharedFacts, results: Output, messages: Output) {
    var invocation = Invocation(
      arguments: facts.words, environment: facts.environment, workingDirectory: facts.workingDirectory,
      executablePath: facts.executablePath, results: results, messages: messages)
    invocation.isInterrupted = facts.isInterrupted
    self.init(invocation, facts.arguments, course: facts.course)
  }
}

/// What calls on several cores have in common.
private struct SharedFacts: Sendable {
  let arguments: Arguments
  let course: Result<Course, Failure>
  let words: [String]
  let environment: [String: String]
  let workingDirectory: String
  let executablePath: String?
  let isInterrupted: @Sendable () -> Bool

  init(_ call: CommandCall) {
    arguments = call.arguments
    course = call.course
    words = call.invocation.arguments
    environment = call.invocation.environment
    workingDirectory = call.invocation.workingDirectory
    executablePath = call.invocation.executablePath
    isInterrupted = call.invocation.isInterrupted
  }
}

/// What a call has said, until its turn comes.
private final class Told {
  private(set) var said: [Said] = []

  /// A text, and where it goes.
  enum Said: Sendable {
    case result(String)
    case message(String)

    func print(to invocation: Invocation) throws(Output.Fault) {
      switch self {
      case .result(let text): try invocation.results.print(text)
      case .message(let text): invocation.report(text)
      }
    }
  }

  var results: Output { Output { self.said.append(.result(String(decoding: $0, as: UTF8.self))) } }
  var messages: Output { Output { self.said.append(.message(String(decoding: $0, as: UTF8.self))) } }
}
