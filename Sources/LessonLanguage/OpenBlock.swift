import Diagnostics

/// A block of which the `end` is still to come.
struct OpenBlock {
  /// The word with which it begins.
  let word: Token
  /// The first line; `nil` where it is wrong.
  let head: BlockHead?
  /// What it is there for; `nil` where its first line does not tell.
  let content: BlockContent?
  /// The comment behind the first line.
  let comment: String?
  private var statements: [Statement] = []
  /// What has no place in it; told only if an `end` shows that it is meant to stand here.
  private(set) var misplaced: [Diagnostic] = []
  private var misplacedNames: [String] = []

  /// A block of which the first line has been read.
  init(word: Token, head: BlockHead?, content: BlockContent?, comment: String?) {
    self.word = word
    self.head = head
    self.content = content
    self.comment = comment
  }

  /// Takes a statement that stands in it.
  mutating func append(_ statement: Statement) {
    let mistake: Diagnostic? =
      switch content {
      case .formulas: statement.mistakeAmongFormulas
      case .commands: statement.mistakeAmongCommands
      case nil: nil
      }
    if let mistake {
      misplaced.append(mistake)
      misplacedNames += statement.definedNames
    } else {
      statements.append(statement)
    }
  }

  /// The names that its statements define, those that have no place in it included.
  var definedNames: [String] { statements.flatMap(\.definedNames) + misplacedNames }

  /// The whole block, the `end` of which stands at `end`; `nil` where its first line is wrong.
  consuming func statement(endingAt end: SourceRange) -> Statement? {
    let form: Statement.Form
    switch head {
    case .formulas(let range): form = .block(range, statements)
    case .times(let times, let until): form = .repeat(times: times, until: until, statements)
    case .rows(let name, let data): form = .rows(name, of: data, statements)
    case nil: return nil
    }
    return Statement(form, at: word.range.union(end), comment: comment)
  }
}

extension Statement {
  /// What is wrong with it in a block of formulas, if something is.
  fileprivate var mistakeAmongFormulas: Diagnostic? {
    switch form {
    case .comment, .formula, .block: return nil
    case .given, .columns, .data, .definition, .optimizer, .schedule:
      return Diagnostic(
        "a `for` block holds formulas only", at: range,
        hint: "write this before its `for` or behind its `end`")
    case .explain, .backward, .forward, .update, .assignment, .train, .table, .plot, .repeat, .rows, .record:
      return Diagnostic(
        "a `for` block holds formulas only", at: range,
        hint: "commands are repeated with `repeat 10 times` or `for row of xor`")
    }
  }

  /// What is wrong with it in a loop of commands, if something is.
  fileprivate var mistakeAmongCommands: Diagnostic? {
    switch form {
    case .comment, .explain, .backward, .forward, .update, .assignment, .train, .table, .plot, .repeat, .rows,
      .record:
      return nil
    case .formula(let target, _, _):
      return Diagnostic(
        "a loop of commands holds no formulas", at: range,
        hint:
          "write it before the loop, and `forward` in the loop; a number that is given is changed with \("\(target.name.text) <- …".quoted)"
      )
    case .block:
      return Diagnostic(
        "a loop of commands holds no formulas", at: range, hint: "write this block before the loop")
    case .given, .columns, .data, .definition, .optimizer, .schedule:
      return Diagnostic(
        "a loop of commands holds no definitions", at: range, hint: "write this before the loop")
    }
  }
}
