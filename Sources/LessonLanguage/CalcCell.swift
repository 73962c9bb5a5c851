public import Diagnostics

/// Reads the statements of a calc cell whose text is `body`.
///
/// A statement that is wrong is left out and told in `diagnostics`, each with the first thing that is wrong
/// with it, and reading goes on with the next; a block whose first line is wrong is left out as a whole, and
/// so is one without an `end`. Of a block that this version does not know, the opening line is told and the
/// rest is passed over to the `end` that belongs to it. Cost: O(n log n) in the number of mistakes, otherwise
/// O(n).
public func parseCalc(
  _ file: SourceFile, _ body: SourceRange
) -> (statements: [Statement], diagnostics: [Diagnostic]) {
  var reader = CalcReader(file)
  for line in LogicalLine.lines(of: Lexer(file, body).tokens(), in: file) { reader.read(line) }
  return reader.finish()
}

/// Puts the statements of a calc cell together, and into the blocks that are open.
private struct CalcReader {
  private let file: SourceFile
  private var statements: [Statement] = []
  private var diagnostics: [Diagnostic] = []
  private var blocks: [OpenBlock] = []
  /// How many blocks are open that are passed over.
  private var passedOverCount = 0

  /// A `for` block of which the `end` is still to come.
  private struct OpenBlock {
    let word: Token
    /// The first line; `nil` where it is wrong.
    let head: NamedRange?
    let comment: String?
    var statements: [Statement] = []
    /// What is no formula; told only if an `end` shows that it is meant to stand here.
    var misplaced: [Diagnostic] = []
  }

  init(_ file: SourceFile) { self.file = file }

  /// Reads the next statement of the cell.
  mutating func read(_ line: LogicalLine) {
    let comments = line.comments.map { CellComment($0, in: file) }
    guard let first = line.tokens.first, let last = line.tokens.last else {
      if passedOverCount == 0 { append(comments) }
      return
    }
    var parser = Parser(file, line.tokens, at: first.range, depth: blocks.count)
    if passedOverCount > 0 {
      passedOverCount += parser.isAtBlock ? 1 : parser.isAtEnd ? -1 : 0
      return
    }
    let text = comments.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    let comment = text.isEmpty ? nil : text
    if first.kind == .reserved(.for), parser.isAtBlock {
      open(&parser, at: first, comment)
    } else if parser.isAtEnd {
      close(&parser, at: first)
      append(comments)
    } else {
      do {
        if parser.isAtBlock { passedOverCount = 1 }
        append(Statement(try parser.statement(), at: first.range.union(last.range), comment: comment))
      } catch {
        diagnostics.append(error)
      }
    }
  }

  /// What was read, and what is wrong with it, from the first line to the last.
  consuming func finish() -> (statements: [Statement], diagnostics: [Diagnostic]) {
    for block in blocks where block.head != nil {
      diagnostics.append(
        Diagnostic(
          "this `for` has no `end`", at: block.word.range, hint: "a block reaches from its `for` to an `end`")
      )
    }
    diagnostics.sort { ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0) }
    return (statements, diagnostics)
  }

  // MARK: Statements

  private mutating func append(_ comments: [CellComment]) {
    for comment in comments { append(Statement(.comment(comment.text), at: comment.range)) }
  }

  private mutating func append(_ statement: Statement) {
    guard !blocks.isEmpty else { return statements.append(statement) }
    if statement.form.mayStandInBlock {
      blocks[blocks.count - 1].statements.append(statement)
    } else {
      blocks[blocks.count - 1].misplaced.append(
        Diagnostic(
          "a `for` block holds formulas only", at: statement.range,
          hint: "write this before its `for` or behind its `end`"))
    }
  }

  // MARK: Blocks

  private mutating func open(_ parser: inout Parser, at word: Token, _ comment: String?) {
    do {
      blocks.append(OpenBlock(word: word, head: try parser.blockHead(), comment: comment))
    } catch {
      diagnostics.append(error)
      // What this version does not know holds what it does not know, and one line tells of nesting.
      if parser.isBehindUnknownBlock || blocks.count == Parser.nestingBound {
        passedOverCount = 1
      } else {
        blocks.append(OpenBlock(word: word, head: nil, comment: comment))
      }
    }
  }

  private mutating func close(_ parser: inout Parser, at word: Token) {
    guard let block = blocks.popLast() else {
      return diagnostics.append(Diagnostic("this `end` closes no block", at: word.range))
    }
    diagnostics += block.misplaced
    do { try parser.blockEnd() } catch { diagnostics.append(error) }
    guard let head = block.head else { return }
    append(
      Statement(
        .block(head, block.statements), at: block.word.range.union(word.range), comment: block.comment))
  }
}

extension Statement.Form {
  /// Whether it may stand in a `for` block.
  fileprivate var mayStandInBlock: Bool {
    switch self {
    case .comment, .formula, .block: true
    case .given, .columns, .data, .definition, .explain, .backward, .forward, .update, .assignment,
      .optimizer, .train,
      .table, .plot, .repeat, .rows, .record:
      false
    }
  }
}
