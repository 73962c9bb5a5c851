internal import Algebra
internal import Prose
public import Transcript

/// Writes transcripts as JSON, for other programs: every formula, every number with its digits and in full, every path and every
/// update. `trace.schema.json` of the documentation says what it holds.
///
/// The same transcript gives the same text every time. Each part of the transcript is a line. Cost: O(length of the text).
public struct TraceRenderer: Hashable, Sendable {
  /// What the member `format` of a trace says.
  public static let format = "longhand-trace"
  /// The version of the format.
  public static let version = 1
  /// What every trace begins with.
  public static let opening = "{\n\"format\":\"\(format)\",\n\"version\":"

  /// The renderer; it has nothing to be set.
  public init() {}

  /// The trace of a transcript; exactly one line feed ends it.
  public func text(of transcript: Transcript) -> String {
    var lines = [
      "\(Self.opening)\(Self.version),", "\"lesson\":\(transcript.lesson.quotedForJSON),",
      "\"title\":\(transcript.title.quotedForJSON),",
      "\"sources\":\(JSONValue.array(transcript.sources.map { .string($0) }).line),",
      "\"settings\":\(transcript.settings.json(transcript.answers).line),", "\"parts\":[",
    ]
    var names = StepNames()
    let shown = transcript.answers == .only ? transcript.questions.map { .question($0) } : transcript.parts
    let parts = shown.map { $0.json(&names, hasAnswers: transcript.answers != .none).line }
    lines += parts.enumerated().map { $1 + ($0 < parts.count - 1 ? "," : "") }
    return (lines + ["]", "}"]).joined(separator: "\n") + "\n"
  }
}

/// Numbers the names of steps that come again: the second `check` is `check (2)`.
private struct StepNames {
  private var taken: Set<String> = []
  private var counts: [String: Int] = [:]

  mutating func next(_ name: String) -> String {
    var distinct = name
    while !taken.insert(distinct).inserted {
      counts[name, default: 1] += 1
      distinct = "\(name) (\(counts[name, default: 1]))"
    }
    return distinct
  }
}

extension Transcript.Settings {
  fileprivate func json(_ answers: Transcript.Answers) -> JSONValue {
    .members([
      ("decimals", decimals.map { .number($0) }), ("variant", variant.map { .string($0) }),
      ("answers", answers == .end ? nil : .string(answers.rawValue)),
      ("numbers", .array(numbers.map(\.json))),
      (
        "data",
        .array(
          data.map { rows in
            .members([
              ("name", .string(rows.name)), ("source", .string(rows.source)),
              ("columns", .array(rows.columns.map { .string($0) })),
              ("rows", .array(rows.rows.map { .array($0.map(\.json)) })),
            ])
          })
      ),
    ])
  }
}

extension Transcript.Part {
  fileprivate func json(_ names: inout StepNames, hasAnswers: Bool) -> JSONValue {
    switch self {
    case .prose(let block): .members([("part", .string("prose")), ("block", block.json)])
    case .step(let step):
      .members([
        ("part", .string("step")), ("name", .string(names.next(step.name))),
        ("lines", step.lines.jsonLines),
      ])
    case .question(let question):
      .members([
        ("part", .string("question")), ("question", hasAnswers ? question.json : question.jsonWithoutAnswer),
      ])
    }
  }
}
