public import Diagnostics

/// Reads the statements of a calc cell whose text is `body`.
///
/// A statement that is wrong is left out and told in `diagnostics`, each with the first thing that is wrong
/// with it, and reading goes on with the next. Of a block that this version does not know, the opening line
/// is told and the rest is passed over to the `end` that belongs to it. Cost: O(n).
public func parseCalc(
  _ file: SourceFile, _ body: SourceRange
) -> (statements: [Statement], diagnostics: [Diagnostic]) {
  var statements: [Statement] = []
  var diagnostics: [Diagnostic] = []
  var openBlockCount = 0
  for line in LogicalLine.lines(of: Lexer(file, body).tokens(), in: file) {
    let comments = line.comments.map { CellComment($0, in: file) }
    guard let first = line.tokens.first, let last = line.tokens.last else {
      if openBlockCount == 0 {
        statements += comments.map { Statement(.comment($0.text), at: $0.range) }
      }
      continue
    }
    var parser = Parser(file, line.tokens, at: body)
    let isPassedOver = openBlockCount > 0
    if parser.isAtBlock {
      openBlockCount += 1
    } else if isPassedOver, first.kind == .reserved(.end) {
      openBlockCount -= 1
    }
    if isPassedOver { continue }
    do {
      let form = try parser.statement()
      let text = comments.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
      let range = first.range.union(last.range)
      statements.append(Statement(form, at: range, comment: text.isEmpty ? nil : text))
    } catch {
      diagnostics.append(error)
    }
  }
  return (statements, diagnostics)
}

extension Parser {
  /// Whether the statement opens a block that an `end` closes.
  fileprivate var isAtBlock: Bool {
    let isDefinition = next.kind == .symbol(.equals) || next.kind == .symbol(.arrow)
    return (current.kind == .reserved(.for) && !isDefinition) || statementWord == .repeat
  }
}
