internal import Algebra
internal import Transcript

extension [Line] {
  /// The lines that say something.
  var jsonLines: JSONValue {
    .array(
      compactMap { line in
        line.content.json.map { kind, members in
          .members([("line", .string(kind)), ("level", .number(line.level))] + members)
        }
      })
  }
}

extension Line.Content {
  /// What kind of line it is, and what it says; `nil` for an empty line.
  fileprivate var json: (kind: String, members: [(name: String, value: JSONValue?)])? {
    switch self {
    case .equation(let equation): ("equation", equation.json)
    case .givens(let givens): ("givens", [("rows", .array(givens.rows.map(\.json)))])
    case .table(let table):
      (
        "table",
        [
          ("header", .array(table.header.map(\.json))),
          ("rows", .array(table.rows.map { .array($0.map(\.json)) })),
        ]
      )
    case .path(let number, let stops):
      ("path", [("number", number.map { .number($0) }), ("stops", .array(stops.map(\.json)))])
    case .results(let results, let remark):
      ("results", [("items", .array(results.map(\.json))), ("remark", remark?.json)])
    case .matrix(let matrix, let remark, let otherwise):
      (
        "matrix",
        [
          ("subject", matrix.subject.json),
          ("rows", .array(matrix.rows.map { .array($0.map(\.json)) })), ("remark", remark?.json),
          ("otherwise", otherwise.jsonLines),
        ]
      )
    case .network(let network, let otherwise):
      ("network", network.json + [("otherwise", otherwise.jsonLines)])
    case .plot(let plot):
      ("plot", [("sentences", .array(plot.sentences.map(\.json))), ("picture", plot.picture?.json)])
    case .check(let check): ("check", check.json)
    case .remark(let phrases): ("remark", [("phrases", phrases.json)])
    case .comment(let text): ("comment", [("text", .string(text))])
    case .blank: nil
    }
  }
}

extension Equation {
  fileprivate var json: [(name: String, value: JSONValue?)] {
    [
      ("subject", subject?.json), ("sides", .array(rightSides.map(\.json))),
      ("comment", comment.map { .string($0) }), ("remark", remark?.json),
    ]
  }
}

extension Equation.RightSide {
  fileprivate var json: JSONValue {
    let members: [(name: String, value: JSONValue?)] =
      switch content {
      case .names(let formula): [("names", formula.json)]
      case .numbers(let formula): [("numbers", formula.json)]
      case .factors(let factors): [("factors", .array(factors.map(\.json)))]
      case .result(let number, let was): [("result", number.json), ("was", was?.json)]
      }
    return .members([("relation", relation.json)] + members)
  }
}

extension Equation.Remark {
  fileprivate var json: JSONValue {
    switch self {
    case .words(let text): .members([("words", .string(text))])
    case .number(let number): .members([("number", number.json)])
    case .because(let conditions, let areTied, let loss):
      .members([
        ("because", .array(conditions.map(\.json))), ("tied", areTied ? .bool(true) : nil),
        ("loss", loss.map { .string($0) }),
      ])
    }
  }
}

extension GivenNumbers.Row {
  fileprivate var json: JSONValue {
    .members([
      ("kind", .string(kind)), ("items", .array(items.map(\.json))),
      ("comment", comment.map { .string($0) }),
    ])
  }
}

extension Table.Cell {
  fileprivate var json: JSONValue {
    switch self {
    case .words(let text): .members([("words", .string(text))])
    case .formula(let formula): .members([("formula", formula.json)])
    case .number(let number): .members([("number", number.json)])
    }
  }
}

extension Network {
  fileprivate var json: [(name: String, value: JSONValue?)] {
    let nodes = nodes.map { node -> JSONValue in
      .members([
        ("name", node.name.json), ("layer", .number(node.layer)), ("number", node.number?.json),
        ("bias", node.bias?.json),
      ])
    }
    let connections = connections.map { connection -> JSONValue in
      .members([
        ("source", .number(connection.source)), ("target", .number(connection.target)),
        ("weight", connection.weight?.json),
      ])
    }
    return [("nodes", .array(nodes)), ("connections", .array(connections))]
  }
}

extension Network.Weight {
  fileprivate var json: JSONValue { .members([("formula", formula.json), ("number", number?.json)]) }
}

extension Check {
  fileprivate var json: [(name: String, value: JSONValue?)] {
    let (word, numbers) = outcome.json
    return [
      ("subject", subject.json), ("printed", printed.json), ("tolerance", tolerance?.json),
      ("outcome", .members([("word", .string(word))] + numbers)), ("holds", .bool(holds)),
      ("note", note.map { .string($0) }), ("source", .number(line)),
    ]
  }
}

extension Check.Outcome {
  fileprivate var json: (word: String, numbers: [(name: String, value: JSONValue?)]) {
    switch self {
    case .exact: ("exact", [])
    case .rounded: ("rounded", [])
    case .cutOff(let rounded): ("cut-off", [("rounded", rounded.json)])
    case .withinTolerance(let computed): ("within-tolerance", [("computed", computed.json)])
    case .documentedSlip(let computed): ("slip", [("computed", computed.json)])
    case .notMet(let computed, let difference):
      ("not-met", [("computed", computed.json), ("difference", difference.json)])
    case .slipIsMet(let computed): ("slip-is-met", [("computed", computed.json)])
    case .otherInputs(let computed, let isSlip):
      ("other-inputs", [("computed", computed.json), ("slip", isSlip ? .bool(true) : nil)])
    }
  }
}
