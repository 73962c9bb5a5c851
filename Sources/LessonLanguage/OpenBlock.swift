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
  private var hasToldCommand = false

  /// A block of which the first line has been read.
  init(word: Token, head: BlockHead?, content: BlockContent?, comment: String?) {
    self.word = word
    self.head = head
    self.content = content
    self.comment = comment
  }

  /// Takes a statement that stands in it.
  mutating func append(_ statement: Statement, in file: SourceFile) {
    let mistake: Diagnostic? =
      switch content {
      case .formulas: misplaced(statement, in: file)
      case .commands: statement.mistakeAmongCommands
      case nil: nil
      }
    if let mistake {
      misplaced.append(mistake)
      misplacedNames += statement.definedNames
    } else if content == .formulas, statement.isCommand {
      return
    } else {
      statements.append(statement)
    }
  }

  /// What is wrong with a statement in a block of formulas, if something is. Of commands the first is told: where it
  /// belongs, those behind it do as well.
  private mutating func misplaced(_ statement: Statement, in file: SourceFile) -> Diagnostic? {
    guard let mistake = statement.mistakeAmongFormulas(of: range, in: file) else { return nil }
    guard statement.isCommand else { return mistake }
    defer { hasToldCommand = true }
    return hasToldCommand ? nil : mistake
  }

  private var range: NamedRange? { if case .formulas(let range) = head { range } else { nil } }

  /// The names that its statements define, those that have no place in it included.
  var definedNames: [String] { statements.flatMap(\.definedNames) + misplacedNames }

  /// The whole block, the `end` of which stands at `end`; `nil` where its first line is wrong.
  consuming func statement(endingAt end: SourceRange) -> Statement? {
    let kind: Statement.Kind
    switch head {
    case .formulas(let range): kind = .block(range, statements)
    case .times(let times, let until): kind = .repeat(times: times, until: until, statements)
    case .rows(let name, let data): kind = .rows(name, of: data, statements)
    case nil: return nil
    }
    return Statement(kind, at: word.range.union(end), comment: comment)
  }
}

extension Statement {
  /// What is wrong with it in a block of formulas, if something is.
  fileprivate func mistakeAmongFormulas(of block: NamedRange?, in file: SourceFile) -> Diagnostic? {
    switch kind {
    case .comment, .formula, .block: return nil
    case .given, .columns, .data, .definition, .optimizer, .schedule:
      return Diagnostic(
        "a `for` block holds formulas only", at: range,
        hint: "write this before its `for` or behind its `end`")
    case .explain, .backward, .forward, .update, .assignment, .train, .table, .plot, .repeat, .rows, .record:
      return Diagnostic(
        "a `for` block holds formulas only", at: range, hint: hintAmongFormulas(of: block, in: file))
    }
  }

  /// Whether it is a command, and defines nothing.
  fileprivate var isCommand: Bool {
    switch kind {
    case .explain, .backward, .forward, .update, .assignment, .train, .table, .plot, .repeat, .rows, .record:
      true
    default: false
    }
  }

  /// Where a command belongs that stands in a block of formulas, which it does not repeat.
  private func hintAmongFormulas(of block: NamedRange?, in file: SourceFile) -> String {
    switch kind {
    case .explain(let value):
      if case .element(let family, let indices) = value.kind, let block, indices.mention(block.name.text) {
        return "below the `end`, `explain \(family.text)` shows every element"
      }
      return "`\(file[range].firstWords)` belongs below the `end`"
    case .assignment(let target, let value, let ranges):
      guard let block, ranges.isEmpty, target.indices.mention(block.name.text) else { break }
      let step = block.step.map { " step \(file[$0.range])" } ?? ""
      return
        "below the `end`, each is set by `\(file[target.range]) <- \(file[value.range]) for \(block.name.text) in \(file[block.span.range])\(step)`"
    case .table(let values, nil):
      guard let block, values.contains(where: { $0.isElement(of: block.name.text) }) else {
        return "`\(file[range].firstWords)` belongs below the `end`"
      }
      let step = block.step.map { " step \(file[$0.range])" } ?? ""
      return
        "below the `end` write `\(file[range]) for \(block.name.text) in \(file[block.span.range])\(step)`"
    case .table, .plot, .train, .repeat, .rows:
      return "`\(file[range].firstWords)` belongs below the `end`"
    default: break
    }
    var count = "10"
    if let block, block.step == nil, case .number(1, _) = block.span.first.kind {
      count = file[block.span.last.range]
    }
    return "commands are repeated with `repeat \(count) times`, which stands in the place of this `for`"
  }

  /// What is wrong with it in a loop of commands, if something is.
  fileprivate var mistakeAmongCommands: Diagnostic? {
    switch kind {
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

extension [Expression] {
  /// Whether one of them is the name `name`, or has it in it.
  fileprivate func mention(_ name: String) -> Bool {
    contains { if case .name(name) = $0.kind { true } else { false } }
  }
}

extension Expression {
  /// Whether it is an element with the index `name`.
  fileprivate func isElement(of name: String) -> Bool {
    if case .element(_, let indices) = kind { indices.mention(name) } else { false }
  }
}

extension String {
  /// The first line, where it is short, or its first word.
  fileprivate var firstWords: String {
    let line = prefix { !$0.isNewline }
    return line.count <= 40 ? String(line) : String(line.prefix { $0 != " " })
  }
}
