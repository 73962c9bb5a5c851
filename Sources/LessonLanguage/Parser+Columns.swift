import Diagnostics

/// `x1, x2, t from xor`, behind `input` or `target`.
extension Parser {
  /// Whether it stands at names that are read from data, rather than at values that are written here.
  var isAtColumns: Bool {
    let first = rest.first { [.symbol(.equals), .symbol(.tilde), .reserved(.from)].contains($0.kind) }
    return first?.kind == .reserved(.from)
  }

  /// Reads the rest of a statement that gives names the numbers of columns.
  mutating func columns(_ kind: GivenKind) throws(Diagnostic) -> Statement.Kind {
    if current.kind == .reserved(.from), next.kind == .name { throw missing("a name") }
    var names: [Identifier] = []
    repeat {
      let first = try name()
      if let wrong = noColumn() { throw wrong }
      names += current.kind == .symbol(.ellipsis) ? try columns(from: first) : [first]
      guard names.count <= Self.maxColumns else {
        throw Diagnostic(
          "this statement names more than 1,000,000 columns, which is the bound", at: first.range)
      }
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

  /// A data cell has no more.
  private static let maxColumns = 1_000_000

  /// Reads the rest of `x1...x3`: the columns x1 to x3.
  private mutating func columns(from first: Identifier) throws(Diagnostic) -> [Identifier] {
    advance()
    if current.kind == .number {
      throw Diagnostic(
        "a name belongs here, not the number \(text(of: current).quoted)", at: current.range,
        hint: "write both names in full, as in `x1...x3`")
    }
    let last = try name()
    let range = first.range.union(last.range)
    guard let start = NumberedName(first.text), let end = NumberedName(last.text), start.stem == end.stem
    else {
      throw Diagnostic(
        "\("\(first.text)...\(last.text)".quoted) is no range of names: both must be one word with a number at its end",
        at: range, hint: NumberedName.hint(from: first.text, to: last.text))
    }
    guard start.number <= end.number else {
      throw Diagnostic("\("\(first.text)...\(last.text)".quoted) runs backwards", at: range)
    }
    guard end.number - start.number < Self.maxColumns else {
      throw Diagnostic("this statement names more than 1,000,000 columns, which is the bound", at: range)
    }
    return (start.number...end.number).map { Identifier(start.stem + String($0), at: range) }
  }

  /// What is wrong behind the name of a column, if something is.
  private func noColumn() -> Diagnostic? {
    switch current.kind {
    case .symbol(.comma), .reserved(.from), .name: nil
    case .symbol(.openBracket):
      Diagnostic(
        "an element of a family is not read from data", at: current.range,
        hint: "write the names of the columns, as in `input x1, x2 from xor`")
    case .symbol(.ellipsis): nil
    case .symbol(.minus) where next.kind == .name:
      leftover(hint: "the columns from one to another are written `x1...x3`")
    default: leftover()
    }
  }
}
