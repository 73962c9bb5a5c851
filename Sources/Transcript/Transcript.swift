public import Algebra
public import Prose

/// What happened when a lesson was run, as plain data: everything that a reader sees, and nothing about how it is
/// laid out. Digits have been chosen; renderers only lay out.
public struct Transcript: Hashable, Sendable {
  /// The lesson's name: its file name without the leading number and the extension.
  public var lesson: String
  /// The lesson's title.
  public var title: String
  /// The lectures that the lesson follows.
  public var sources: [String]
  /// Whether a value of the lesson is called `e`: a renderer then writes `exp(x)`, for `e^x` is a power of that value.
  public var hasValueCalledE: Bool
  /// How the run was made.
  public var settings: Settings
  /// Prose and worked steps, in reading order.
  public var parts: [Part]
  /// What is shown of the questions' answers.
  public var answers = Answers.end

  /// What is shown of the questions' answers.
  public enum Answers: String, CaseIterable, Hashable, Sendable {
    /// They stand behind all parts.
    case end
    /// Nothing.
    case none
    /// They alone: a key for who has the questions elsewhere.
    case only
  }

  /// A stretch of a transcript.
  public enum Part: Hashable, Sendable {
    /// Running text, its inline values shown.
    case prose(ProseBlock<Number>)
    /// A statement of the lesson and its working.
    case step(Step)
    /// A question, where it is asked; its answer stands at the end.
    case question(Question)
  }

  /// A transcript with all that it holds.
  public init(
    lesson: String, title: String, sources: [String], hasValueCalledE: Bool = false,
    settings: Settings = Settings(), parts: [Part] = []
  ) {
    self.settings = settings
    self.hasValueCalledE = hasValueCalledE
    self.lesson = lesson
    self.title = title
    self.sources = sources
    self.parts = parts
  }
}

extension Transcript {
  /// The questions, in reading order.
  public var questions: [Question] {
    parts.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }

  /// The parts that a page shows.
  public var shownParts: [Part] { answers == .only ? [] : parts }

  /// The questions whose answers a page shows, under a heading at its end.
  public var answeredQuestions: [Question] { answers == .none ? [] : questions }

  /// The checks, in reading order.
  public var checks: [Check] {
    parts.flatMap { part -> [Check] in
      guard case .step(let step) = part else { return [] }
      return step.lines.compactMap { line in
        if case .check(let check) = line.content { check } else { nil }
      }
    }
  }
}
