import Diagnostics

/// `x1, x2, t from xor`, behind `input` or `target`.
extension Parser {
  /// Whether it stands at names that are read from data, rather than at values that are written here.
  var isAtColumns: Bool {
    let first = rest.first { [.symbol(.equals), .symbol(.tilde), .reserved(.from)].contains($0.kind) }
    return first?.kind == .reserved(.from)
  }

  /// Reads the rest of a statement that gives names the numbers of columns.
  mutating func columns(_ kind: GivenKind) throws(Diagnostic) -> Statement.Form {
    if current.kind == .reserved(.from), next.kind == .name { throw missing("a name") }
    var names: [Identifier] = []
    repeat {
      names.append(try name())
      if let wrong = noColumn() { throw wrong }
    } while accept(.comma)
    guard current.kind == .reserved(.from) else { throw missing("a comma") }
    guard kind == .input || kind == .target else {
      throw Diagnostic(
        "a `\(kind.rawValue)` is not read from data", at: current.range,
        hint: "data gives an `input` or a `target`")
    }
    advance()
    return .columns(kind, names, from: try name())
  }

  /// What is wrong behind the name of a column, if something is.
  private func noColumn() -> Diagnostic? {
    switch current.kind {
    case .symbol(.comma), .reserved(.from), .name: nil
    case .symbol(.openBracket):
      Diagnostic(
        "an element of a family is not read from data", at: current.range,
        hint: "write the names of the columns, as in `input x1, x2 from xor`")
    case .symbol(.ellipsis):
      Diagnostic("columns are named one by one", at: current.range)
    default: leftover()
    }
  }
}
