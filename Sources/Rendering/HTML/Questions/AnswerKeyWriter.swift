internal import Algebra
internal import Prose
public import Transcript

/// Writes the keys by which a page judges replies, for `judge.js`.
///
/// Phrases that many mistakes have in common stand in one list. What is written is not in plain sight of who reads the source of
/// the page: it is for practice, not for exams.
public struct AnswerKeyWriter {
  private let feedback: FeedbackHTML
  private var words = PhrasePool()

  private init(_ feedback: FeedbackHTML) { self.feedback = feedback }

  /// The text of the data block that holds the keys: JSON without a `<`.
  ///
  /// - Parameters:
  ///   - keys: the keys of a lesson's questions.
  ///   - callsExp: whether `exp(x)` is written in the place of `e^x`.
  public static func text(of keys: [AnswerKey], callsExp: Bool) -> String {
    var writer = AnswerKeyWriter(FeedbackHTML(callsExp: callsExp))
    return writer.text(of: keys)
  }

  private mutating func text(of keys: [AnswerKey]) -> String {
    let members = keys.map { JSONValue.Member("\($0.question)", json($0)) }
    let holes = [Hole.number, "-" + Hole.number].map { feedback.number($0) }
    let page = JSONValue.object([
      .init("shapes", .array(holes.map { .string($0) })),
      .init("open", .string(feedback.open)), .init("close", .string(feedback.close)),
      .init(
        "line",
        line([.formula(.number(Hole.anyNumber)), .words(Hole.words)])),
      .init("noNumber", html(Self.noNumber)),
      .init("words", .array(words.texts.map { .string($0) })), .init("keys", .object(members)),
    ])
    // What is veiled needs no escape: JSON has escaped the rest before.
    return "\"" + page.line.veiled + "\""
  }

  /// What is said to a reply that only the program could work out.
  private static let noNumber: [Transcript.Part] = [
    .prose(
      .paragraph([
        .text("type a number here, or numbers with "), .code("+ - * / ^ ( )"),
        .text(" between them: names and functions are worked out by "), .code("longhand step"),
        .text(" only"),
      ]))
  ]

  // MARK: Keys

  private mutating func json(_ key: AnswerKey) -> JSONValue {
    let common: [(name: String, value: JSONValue?)] = [
      ("hints", .number(key.hintCount)), ("praise", html(key.praise)), ("reason", html(key.reason)),
      ("refusals", .array(key.refusals.map { html($0) })),
    ]
    return switch key.kind {
    case .number(let number): .members([("kind", .string("number"))] + common + members(number))
    case .choice(let choice): .members([("kind", .string("choice"))] + common + members(choice))
    }
  }

  private func members(_ key: ChoiceKey) -> [(name: String, value: JSONValue?)] {
    [
      (
        "choices",
        .array(
          key.choices.map {
            .members([("right", .bool($0.isRight)), ("reason", html($0.reason))])
          })
      ),
      ("many", .bool(key.choices.count(where: \.isRight) > 1)),
      ("unreadable", html(key.unreadable)), ("incomplete", html(key.incomplete)), ("more", html(key.more)),
    ]
  }

  private mutating func members(_ key: NumberKey) -> [(name: String, value: JSONValue?)] {
    let foreseen = key.foreseen.map { mistake in
      JSONValue.members([
        ("value", .number(mistake.value)), ("width", mistake.width.map { .number($0) }),
        ("reason", mistake.reason.isEmpty ? nil : html(mistake.reason)),
        ("words", mistake.reason.isEmpty ? json(mistake.words) : nil),
      ])
    }
    let likely = key.likely.map { group in
      JSONValue.array(group.map { .array([.number($0.value), json($0.words)]) })
    }
    return [
      ("wanted", .number(key.wanted)), ("digits", .number(key.digits)),
      ("width", key.width.map { .number($0) }), ("foreseen", .array(foreseen)),
      ("result", html(key.result)), ("accepted", html(key.accepted)),
      ("further", line(key.further + [.formula(.number(Hole.anyNumber))])),
      ("tooShort", html(key.tooShort)), ("comma", html(key.comma)), ("wrong", html(key.wrong)),
      ("near", json(key.near)), ("likely", .array(likely)),
    ]
  }

  private func html(_ parts: [Transcript.Part]) -> JSONValue { .string(feedback.html(of: parts)) }

  private func html(_ lines: [Line]) -> JSONValue {
    .string(lines.map { feedback.line($0.content) }.joined())
  }

  /// A remark with a place for a number.
  private func line(_ phrases: [Phrase]) -> JSONValue {
    .string(feedback.line(.remark(phrases)).replacing(feedback.number(Hole.number), with: Hole.number))
  }

  /// Words behind a number, as places in the list of phrases.
  private mutating func json(_ phrases: [Phrase]) -> JSONValue {
    .array(feedback.pieces(phrases).map { .number(words.place(of: $0)) })
  }
}

/// Places in a piece of HTML where something is put that is known later.
private enum Hole {
  static let number = "\u{E010}"
  static let words = "\u{E011}"
  static let anyNumber = Number(0, text: number)
}

/// Texts, each once.
private struct PhrasePool {
  private(set) var texts: [String] = []
  private var places: [String: Int] = [:]

  mutating func place(of text: String) -> Int {
    if let place = places[text] { return place }
    texts.append(text)
    places[text] = texts.count - 1
    return texts.count - 1
  }
}
