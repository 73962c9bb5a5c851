public import Diagnostics

/// Reads the statements of a calc cell whose text is `body`.
///
/// A statement that is wrong is left out and told in `diagnostics`, each with the first thing that is wrong
/// with it, and reading goes on with the next; a block whose first line is wrong is left out as a whole, and
/// so is one without an `end`. Of a block that nests too deep, the first line is told and the rest is passed
/// over to the `end` that belongs to it. What is known of `names` makes hints better, and changes nothing else. `unread` are the names that would be defined by what is left out. Cost: O(n log n) in the number of mistakes, otherwise O(n).
public func parseCalc(
  _ file: SourceFile, _ body: SourceRange, knowing names: NamesAround? = nil
) -> (statements: [Statement], unread: [String], diagnostics: [Diagnostic]) {
  var reader = CalcReader(file, knowing: names)
  do {
    let lines = LogicalLine.lines(of: try Lexer(file, body).tokensOfCell(), in: file)
    reader.countEnds(of: lines)
    for line in lines { reader.read(line) }
  } catch {
    return ([], [], [error])
  }
  return reader.finish()
}

/// Puts the statements of a calc cell together, and into the blocks that are open.
private struct CalcReader {
  private let file: SourceFile
  private let names: NamesAround?
  private var statements: [Statement] = []
  private var unread: [String] = []
  private var diagnostics: [Diagnostic] = []
  private var blocks: [OpenBlock] = []
  /// How many `end`s there are for which no block has begun.
  private var looseEndCount = 0
  /// How many blocks are open that nest too deep.
  private var tooDeepCount = 0

  init(_ file: SourceFile, knowing names: NamesAround?) {
    self.file = file
    self.names = names
  }

  /// Counts the `end`s of the cell that are more than its blocks: those of loops that are written as elsewhere.
  mutating func countEnds(of lines: [LogicalLine]) {
    for line in lines {
      guard let first = line.tokens.first else { continue }
      if first.kind == .reserved(.end) { looseEndCount += 1 }
      if Parser(file, line.tokens, at: first.range).isAtBlock { looseEndCount -= 1 }
    }
  }

  /// Reads the next statement of the cell.
  mutating func read(_ line: LogicalLine) {
    let comments = line.comments.map { CellComment($0, in: file) }
    guard let first = line.tokens.first, let last = line.tokens.last else {
      if tooDeepCount == 0 { append(comments) }
      return
    }
    var parser = Parser(file, line.tokens, at: first.range, depth: blocks.count)
    parser.known = names
    if tooDeepCount > 0 {
      tooDeepCount += parser.isAtBlock ? 1 : parser.isAtEnd ? -1 : 0
      return
    }
    let text = comments.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    let comment = text.isEmpty ? nil : text
    if parser.isAtBlock {
      open(&parser, at: first, comment)
    } else if parser.isAtEnd {
      close(&parser, at: first)
      append(comments)
    } else {
      let start = parser
      do {
        append(Statement(try parser.statement(), at: first.range.union(last.range), comment: comment))
      } catch {
        diagnostics.append(error)
        unread += line.definedNames(in: start)
        if looseEndCount > 0, blocks.count < Parser.nestingBound, first.kind == .name,
          StatementHabit.beginsBlock(file[first.range])
        {
          looseEndCount -= 1
          blocks.append(OpenBlock(word: first, head: nil, content: .commands, comment: nil))
        }
      }
    }
  }

  /// What was read, and what is wrong with it, from the first line to the last.
  consuming func finish() -> (statements: [Statement], unread: [String], diagnostics: [Diagnostic]) {
    for block in blocks { unread += block.definedNames }
    for block in blocks where block.head != nil {
      let word = "`\(file[block.word.range])`"
      diagnostics.append(
        Diagnostic(
          "this \(word) has no `end`", at: block.word.range,
          hint: "a block reaches from its \(word) to an `end`"))
    }
    diagnostics.sort { ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0) }
    return (statements, unread, diagnostics)
  }

  // MARK: Statements

  private mutating func append(_ comments: [CellComment]) {
    for comment in comments { append(Statement(.comment(comment.text), at: comment.range)) }
  }

  private mutating func append(_ statement: Statement) {
    guard !blocks.isEmpty else { return statements.append(statement) }
    blocks[blocks.count - 1].append(statement, in: file, within: blocks.dropLast().compactMap(\.range))
  }

  // MARK: Blocks

  private mutating func open(_ parser: inout Parser, at word: Token, _ comment: String?) {
    let content = parser.blockContent
    do {
      let head = try parser.blockHead()
      blocks.append(OpenBlock(word: word, head: head, content: content, comment: comment))
    } catch {
      diagnostics.append(error)
      // One line tells of nesting.
      if blocks.count == Parser.nestingBound {
        tooDeepCount = 1
      } else {
        blocks.append(OpenBlock(word: word, head: nil, content: content, comment: comment))
      }
    }
  }

  private mutating func close(_ parser: inout Parser, at word: Token) {
    guard let block = blocks.popLast() else {
      return diagnostics.append(Diagnostic("this `end` closes no block", at: word.range))
    }
    diagnostics += block.misplaced
    do { try parser.blockEnd() } catch { diagnostics.append(error) }
    if let statement = block.statement(endingAt: word.range) {
      append(statement)
      if !block.misplaced.isEmpty { unread += block.definedNames }
    } else {
      unread += block.definedNames
    }
  }
}
