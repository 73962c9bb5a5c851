import Diagnostics
import LessonRuntime
import PlainText
import Rendering

/// What `longhand practice` alone offers: what has come back, what is unfinished, and what is next.
struct PracticeOffers {
  private let call: CommandCall
  private let width: Int
  private let progress: Progress

  /// Something to be practised.
  private struct Offer {
    let source: LessonSource
    /// Why.
    let reason: String
    /// The round, where it is not the one that is next anyway.
    var round: Practice.Round?
    /// What has come back comes first, then what is unfinished, then what is next.
    let rank: Int

    var command: String {
      "longhand practice \(source.name)" + (round.map { " --round \($0.rawValue)" } ?? "")
    }
  }

  /// What there is according to `progress`, for somebody who sees it elsewhere.
  init(_ call: CommandCall, _ progress: Progress) {
    self.call = call
    self.progress = progress
    width = Display().width
  }

  /// The offers of a call for them.
  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    width = try Display(call.arguments, call.invocation).width
    for option in [Option.variant, .round, .marks, .keys, .decimals] where call.arguments.has(option) {
      throw .usage("`\(option.name)` needs a lesson", hint: "longhand practice backpropagation")
    }
    progress = Progress(environment: call.invocation.environment)
    if let problem = progress.problem { call.invocation.report(problem.text) }
  }

  /// Prints the offers; where somebody sits at a terminal, the first of them can be begun.
  func run() throws -> ExitStatus {
    let course = try call.course.get()
    let offers = offers(CourseListing(course, call))
    guard let first = offers.first else {
      try print(wrapped(nothing, width: width))
      return .success
    }
    let column = WordColumn(of: offers.map(\.source.name.harmlessLine), width: width)
    try print(
      offers.flatMap {
        column.lines($0.source.name.harmlessLine, [$0.reason.harmlessLine, "`\($0.command)`"])
      })
    guard call.invocation.isInteractive, !call.arguments.has(.plain), try isWanted(first) else {
      return .success
    }
    return try PracticeCommand(call).practise(first.source, first.round)
  }

  private func print(_ lines: [String]) throws {
    try call.invocation.results.print(lines.map { $0 + "\n" }.joined())
  }

  private func isWanted(_ offer: Offer) throws -> Bool {
    guard let answer = call.invocation.answer else { return false }
    call.invocation.endAtInterrupts()
    try call.invocation.messages.print("Practise \(offer.source.name) now? [y/N] ".harmlessLine)
    let reply: String?
    do { reply = try answer() } catch { reply = nil }
    if reply == nil { try call.invocation.messages.print("\n") }
    return ["y", "yes"].contains(reply?.split(separator: " ").joined().lowercased())
  }

  // MARK: What there is

  /// Why lessons are to be practised, by their names: what comes first of each.
  func reasons(in listing: CourseListing) -> [String: String] {
    Dictionary(offers(listing).map { ($0.source.name, $0.reason) }, uniquingKeysWith: { first, _ in first })
  }

  private func offers(_ listing: CourseListing) -> [Offer] {
    let practised = Set(progress.practisedLessons)
    let found = listing.inReadingOrder.map(\.lesson).filter { practised.contains($0.name) }.flatMap {
      offers(LessonSource($0))
    }
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(
      \.element)
  }

  private func offers(_ source: LessonSource) -> [Offer] {
    guard let file = try? call.file(of: source), let lesson = try? call.lesson(source, in: file) else {
      return []
    }
    let practice = LessonPractice(lesson, called: source.name, progress)
    var offers: [Offer] = []
    for round in Practice.Round.allCases.reversed() {
      let names = practice.due.filter { $0.round == round }.map(\.name)
      guard let first = names.first else { continue }
      let words =
        names.count == 1 ? "\(first) has come back" : "\(first) and \(names.count - 1) more have come back"
      offers.append(Offer(source: source, reason: words, round: round, rank: 0))
    }
    guard let last = practice.last else { return offers }
    if !last.isDone {
      let reason = "round \(last.round.rawValue) is not finished"
      offers.append(Offer(source: source, reason: reason, rank: 1))
    } else if let next = last.round.next {
      offers.append(
        Offer(
          source: source, reason: "round \(next.rawValue) is next", round: offers.isEmpty ? nil : next,
          rank: 2))
    }
    return offers
  }

  /// What is said where there is nothing.
  private var nothing: String {
    guard let read = progress.lessons.last else {
      return
        "Nothing to practise yet: `longhand step` reads a lesson, and `longhand practice LESSON` practises it."
    }
    return progress.practisedLessons.isEmpty
      ? "Nothing was practised yet: `longhand practice \(read)` practises what you have read."
      : "Nothing has come back: go on reading, or practise another lesson with `longhand practice LESSON`."
  }
}
