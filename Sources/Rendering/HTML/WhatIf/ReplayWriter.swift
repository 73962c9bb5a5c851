public import Algebra
public import Transcript

/// Writes what a page needs to work a lesson's formulas out with other numbers, for `replay.js`.
public enum ReplayWriter {
  /// The text of the data block: JSON without a `<`.
  ///
  /// - Parameter replay: the formulas, or why there are none.
  public static func text(of replay: Result<Replay, Replay.Refusal>) -> String {
    switch replay {
    case .success(let replay): json(replay).line
    case .failure(let refusal): JSONValue.members([("why", .string(refusal.reason))]).line
    }
  }

  /// What comes of other numbers, on one line of JSON.
  ///
  /// - Parameters:
  ///   - replay: the formulas.
  ///   - settings: the names that have other numbers.
  ///   - results: a number for each result; `nil` where something has no value.
  public static func line(
    _ replay: Replay, set settings: [(name: String, number: Double)], results: [Number]?
  ) -> String {
    let shown = results.map { numbers in
      JSONValue.array(zip(replay.results, numbers).map { json($0, $1) })
    }
    return JSONValue.members([
      ("set", .object(settings.map { .init($0.name, .number($0.number)) })), ("results", shown),
      ("fault", shown == nil ? .string("something has no value with these numbers") : nil),
    ]).line
  }

  private static func json(_ result: Replay.Result, _ number: Number) -> JSONValue {
    .members([
      ("name", .string(result.formula.text(.unicode))), ("value", .number(number.full)),
      ("shown", .string(Formula.number(number).text(.unicode))),
    ])
  }

  private static func json(_ replay: Replay) -> JSONValue {
    var names: [String] = []
    let operations = replay.operations.map { operation -> JSONValue in
      if !names.contains(operation.name) { names.append(operation.name) }
      let code = JSONValue.number(names.firstIndex(of: operation.name) ?? 0)
      // A leaf is its number, and 1 where that is exact; any other its operands.
      let leaf: [JSONValue] = [.number(operation.value)] + (operation.isExact ? [.number(1)] : [])
      let made: [JSONValue] = operation.operands.map { .number($0) }
      return .array([code] + (made.isEmpty ? leaf : made))
    }
    return .members([
      ("decimals", .number(replay.decimals)), ("cutOff", .bool(replay.isTruncated)),
      ("names", .array(names.map { .string($0) })), ("operations", .array(operations)),
      (
        "guards",
        .array(replay.guards.map { .array([.number($0.first), .string($0.relation), .number($0.second)]) })
      ),
      ("sliders", .array(replay.givens.map(json))),
      ("results", .array(replay.results.map(json))),
    ])
  }

  private static func json(_ given: Replay.Given) -> JSONValue {
    .members([
      ("name", .string(given.name.text)), ("kind", .string(given.kind)),
      ("value", .number(given.number.value)),
      ("text", .string(Formula.number(given.number).text(.unicode))), ("place", .number(given.place)),
      ("min", .number(given.range.least)), ("max", .number(given.range.greatest)),
      ("step", .number(given.range.step)),
    ])
  }

  private static func json(_ result: Replay.Result) -> JSONValue {
    .array(
      [.string(result.formula.text(.unicode)), .number(result.place)]
        + (result.output.map { [.number($0)] } ?? []))
  }
}
