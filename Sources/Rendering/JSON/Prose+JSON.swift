internal import Algebra
internal import Prose
internal import Transcript

extension ProseBlock<Number> {
  var json: JSONValue {
    switch self {
    case .heading(let level, let spans): .members([("heading", spans.json), ("level", .number(level))])
    case .paragraph(let spans): .members([("paragraph", spans.json)])
    case .list(let start, let items):
      .members([
        ("list", .array(items.map { .array($0.map(\.json)) })), ("start", start.map { .number($0) }),
      ])
    case .quotation(let blocks): .members([("quotation", .array(blocks.map(\.json)))])
    case .table(let header, let rows, _):
      .members([
        ("header", .array(header.map(\.json))), ("rows", .array(rows.map { .array($0.map(\.json)) })),
      ])
    case .verbatim(let language, let lines):
      .members([("verbatim", .array(lines.map { .string($0) })), ("language", .string(language))])
    case .rule: .members([("rule", .bool(true))])
    }
  }
}

extension [ProseSpan<Number>] {
  var json: JSONValue { .array(map(\.json)) }
}

extension ProseSpan<Number> {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .members([("text", .string(text))])
    case .emphasis(let spans): .members([("emphasis", spans.json)])
    case .strong(let spans): .members([("strong", spans.json)])
    case .code(let code): .members([("code", .string(code))])
    case .link(let spans, let destination):
      .members([("link", spans.json), ("destination", .string(destination))])
    case .lineBreak: .members([("break", .bool(true))])
    case .value(let number): .members([("value", number.json)])
    }
  }
}

// Questions, with all that is said to an answer.

extension Question {
  var json: JSONValue {
    .members([
      ("number", .number(number)), ("text", text.json), ("answer", kind.json),
      ("hints", .array(hints.map(\.json))), ("reason", reason?.json), ("source", .number(line)),
    ])
  }
}

extension Question {
  /// The question as it is asked: with its choices, and with how many decimals a reply has.
  var jsonWithoutAnswer: JSONValue {
    let form: [(name: String, value: JSONValue?)] =
      switch kind {
      case .number(let answer): [("digits", .number(answer.digits)), ("tolerance", answer.tolerance?.json)]
      case .choice(let choices):
        [
          (
            "choices",
            .array(
              choices.enumerated().map { index, choice in
                .members([("letter", .string(Question.letter(ofChoice: index))), ("text", choice.text.json)])
              })
          )
        ]
      }
    return .members([
      ("number", .number(number)), ("text", text.json), ("reply", .members(form)), ("source", .number(line)),
    ])
  }
}

extension Question.Tolerance {
  fileprivate var json: JSONValue { .members([("number", number.json), ("percent", .bool(isPercent))]) }
}

extension Question.Kind {
  fileprivate var json: JSONValue {
    switch self {
    case .number(let answer): answer.json
    case .choice(let choices):
      .members([
        (
          "choices",
          .array(
            choices.enumerated().map { index, choice in
              .members([
                ("letter", .string(Question.letter(ofChoice: index))), ("right", .bool(choice.isRight)),
                ("text", choice.text.json), ("reason", choice.reason?.json),
              ])
            })
        )
      ])
    }
  }
}

extension Question.NumberAnswer {
  fileprivate var json: JSONValue {
    .members([
      ("formula", formula.json), ("relation", relation.json), ("shown", shown.json),
      ("value", value.isFinite ? .number(value) : nil), ("digits", .number(digits)),
      ("accepted", .array(accepted.map(\.json))),
      (
        "tolerance",
        tolerance?.json
      ),
      (
        "mistakes",
        .array(
          mistakes.map { mistake in
            .members([
              ("formula", mistake.formula.json), ("relation", mistake.relation.json),
              ("shown", mistake.shown.json),
              ("value", mistake.value.isFinite ? .number(mistake.value) : nil),
              ("reason", mistake.reason?.json),
            ])
          })
      ),
    ])
  }
}
