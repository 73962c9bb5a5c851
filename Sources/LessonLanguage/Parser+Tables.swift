import Diagnostics

/// `table EXPRESSIONS for RANGES`, `plot EXPRESSIONS for RANGES with DATA`, `record EXPRESSIONS`, behind their
/// first words.
extension Parser {
  /// Reads the rest of a table.
  mutating func table() throws(Diagnostic) -> Statement.Kind {
    let values = try values()
    let iteration = try iteration(of: values)
    switch current.kind {
    case .reserved(.for), .reserved(.over):
      throw Diagnostic("a `table` has one `for` or one `over`", at: current.range)
    case .reserved(.with):
      throw Diagnostic(
        "a `table` has no `with`", at: current.range,
        hint: "a table of the rows of data is written `table x1, o over xor`")
    default: return .table(values, iteration)
    }
  }

  /// Reads the rest of a plot.
  mutating func plot() throws(Diagnostic) -> Statement.Kind {
    let values = try values()
    if current.kind == .reserved(.over) {
      throw Diagnostic(
        "a `plot` has no `over`", at: current.range,
        hint: "the points of data are shown by `with xor`, its rows by a `table`")
    }
    let iteration = try iteration(of: values)
    var points: Identifier?
    if current.kind == .symbol(.comma), next.kind == .reserved(.with) { advance() }
    if current.kind == .reserved(.with) { try refuseLineBreak(in: .plot) }
    if accept(.reserved(.with)) { points = try name() }
    if current.kind == .reserved(.for) {
      throw Diagnostic(
        "a `plot` has one `for`, before its `with`", at: current.range,
        hint: "write it like `plot o for x1 in -1...1, x2 in -1...1 with xor`")
    }
    return .plot(values, iteration, points: points)
  }

  /// Reads the trainings of which a value is drawn: `of slow, fast`, or `of slow, L of fast`.
  private mutating func trainings(of values: [Expression]) throws(Diagnostic) -> [Identifier] {
    let value = values[0]
    guard values.count == 1 else {
      throw Diagnostic(
        "of trainings one value is drawn at a time", at: value.range,
        hint: "write it like `plot L of slow, fast`")
    }
    var names: [Identifier] = []
    repeat {
      if names.isEmpty || next.kind == .reserved(.of) || current.kind != .name {
        let isFirst = names.isEmpty
        let again = isFirst ? value : try expression()
        guard file[again.range] == file[value.range] else {
          throw Diagnostic(
            "of trainings one value is drawn at a time", at: again.range,
            hint: "write it like `plot \(file[value.range]) of slow, fast`")
        }
        guard accept(.reserved(.of)) else { throw missing("`of`") }
      }
      names.append(try name())
    } while accept(.comma)
    return names
  }

  /// Reads the rest of a record.
  mutating func record() throws(Diagnostic) -> Statement.Kind {
    let values = try values()
    guard [.reserved(.for), .reserved(.over), .reserved(.with)].contains(current.kind) else {
      return .record(values)
    }
    throw Diagnostic(
      "a `record` has no \(text(of: current).quoted)", at: current.range,
      hint: "it is one row of current values; the loop around it makes the table")
  }

  /// Reads values with commas between them; a comma may also stand before what follows them.
  private mutating func values() throws(Diagnostic) -> [Expression] {
    var values: [Expression] = []
    repeat {
      if current.kind.isBehindValues { throw missing("a value") }
      values.append(try expression())
    } while accept(.comma) && !current.kind.isBehindValues
    return values
  }

  private mutating func iteration(of values: [Expression]) throws(Diagnostic) -> IterationClause? {
    if current.kind == .reserved(.of) { return .epochs(of: try trainings(of: values)) }
    if current.kind == .reserved(.over) { try refuseLineBreak(in: .table) }
    if current.kind == .reserved(.for) { return .ranges(try rangesIfAny()) }
    return accept(.reserved(.over)) ? .rows(of: try name()) : nil
  }
}

extension Token.Kind {
  /// Whether it begins what may stand behind the values of a table or a plot.
  fileprivate var isBehindValues: Bool {
    [.reserved(.for), .reserved(.over), .reserved(.with), .reserved(.of)].contains(self)
  }
}
