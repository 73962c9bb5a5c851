import Diagnostics

/// `table EXPRESSIONS for RANGES`, `plot EXPRESSIONS for RANGES with DATA`, `record EXPRESSIONS`, behind their
/// first words.
extension Parser {
  /// Reads the rest of a table.
  mutating func table() throws(Diagnostic) -> Statement.Kind {
    let values = try values()
    let iteration = try iteration()
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
    let iteration = try iteration()
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

  private mutating func iteration() throws(Diagnostic) -> IterationClause? {
    if current.kind == .reserved(.over) { try refuseLineBreak(in: .table) }
    if current.kind == .reserved(.for) { return .ranges(try rangesIfAny()) }
    return accept(.reserved(.over)) ? .rows(of: try name()) : nil
  }
}

extension Token.Kind {
  /// Whether it begins what may stand behind the values of a table or a plot.
  fileprivate var isBehindValues: Bool {
    [.reserved(.for), .reserved(.over), .reserved(.with)].contains(self)
  }
}
