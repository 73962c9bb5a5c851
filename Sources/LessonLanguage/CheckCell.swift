public import Diagnostics

/// Reads the checks of a check cell whose text is `body`, and its comments wherever they stand.
///
/// A check that is wrong is left out and told in `diagnostics`; reading goes on with the next. In a check
/// `--` begins the note, so that a minus before a minus needs parentheses there; the note ends at a `#`.
/// Cost: O(n).
public func parseCheck(
  _ file: SourceFile, _ body: SourceRange
) -> (checks: [CheckStatement], comments: [CellComment], diagnostics: [Diagnostic]) {
  var checks: [CheckStatement] = []
  var comments: [CellComment] = []
  var diagnostics: [Diagnostic] = []
  let tokens: [Token]
  do { tokens = try Lexer(file, body, readsNotes: true).tokensOfCell() } catch { return ([], [], [error]) }
  for line in LogicalLine.lines(of: tokens, in: file) {
    comments += line.comments.map { CellComment($0, in: file) }
    guard !line.tokens.isEmpty else { continue }
    var parser = Parser(file, line.tokens, at: body)
    do {
      checks.append(try parser.check())
    } catch {
      diagnostics.append(error)
    }
  }
  return (checks, comments, diagnostics)
}

/// Reads the one expression that `range` holds, as an inline value does; it may reach over several lines.
///
/// The expression is `nil` when it is wrong; `diagnostics` then says why. Cost: O(n).
public func parseExpression(
  _ file: SourceFile, _ range: SourceRange
) -> (expression: Expression?, diagnostics: [Diagnostic]) {
  let tokens = Lexer(file, range).tokens().filter { $0.kind != .lineEnd }
  var parser = Parser(file, tokens, at: range)
  do {
    let expression = try parser.expression()
    try parser.finish()
    return (expression, [])
  } catch {
    return (nil, [error])
  }
}
