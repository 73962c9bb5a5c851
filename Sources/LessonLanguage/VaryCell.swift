public import Diagnostics

/// Reads the vary cell whose text is `body`.
///
/// A line that is wrong is left out and told in `diagnostics`; reading goes on with the next. Comments are passed over. Cost:
/// O(n).
public func parseVary(
  _ file: SourceFile, _ body: SourceRange
) -> (cell: VaryCell, diagnostics: [Diagnostic]) {
  var cell = VaryCell()
  var diagnostics: [Diagnostic] = []
  do {
    for line in LogicalLine.lines(of: try Lexer(file, body).tokensOfCell(), in: file) {
      guard !line.tokens.isEmpty else { continue }
      var parser = Parser(file, line.tokens, at: body)
      do {
        switch try parser.varyLine() {
        case .drawn(let drawn): cell.drawn.append(drawn)
        case .condition(let condition): cell.conditions.append(condition)
        }
      } catch {
        diagnostics.append(error)
      }
    }
  } catch {
    diagnostics.append(error)
  }
  return (cell, diagnostics)
}

/// What may change from variant to variant of a lesson, and what must hold of what follows.
public struct VaryCell: Hashable, Sendable {
  /// What is drawn, in order.
  public internal(set) var drawn: [Drawn] = []
  /// What must hold, in order.
  public internal(set) var conditions: [Condition] = []

  /// `i1, i2 in 0.1...0.9 step 0.1`: each of the names is drawn by itself.
  public struct Drawn: Hashable, Sendable {
    /// The names.
    public let names: [NameListItem]
    /// From what.
    public let source: Source
    /// Where that stands.
    public let sourceRange: SourceRange
  }

  /// What a number is drawn from.
  public enum Source: Hashable, Sendable {
    /// `0.1...0.9 step 0.1`: each step as likely as the others.
    case steps(PrintedNumber, PrintedNumber, step: PrintedNumber)
    /// `[0.1, 0.5, 1]`: each number as likely as the others.
    case list([PrintedNumber])
  }
}
