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

  /// Takes a statement that stands in it, as it stands itself within blocks with other ranges.
  mutating func append(_ statement: Statement, in file: SourceFile, within outer: [NamedRange] = []) {
    let mistake: Diagnostic? =
      switch content {
      case .formulas: misplaced(statement, in: file, within: outer)
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
  private mutating func misplaced(
    _ statement: Statement, in file: SourceFile, within outer: [NamedRange]
  ) -> Diagnostic? {
    guard let mistake = statement.mistakeAmongFormulas(of: outer + [range].compactMap(\.self), in: file)
    else { return nil }
    guard statement.isCommand else { return mistake }
    defer { hasToldCommand = true }
    return hasToldCommand ? nil : mistake
  }

  /// The range of a block of formulas.
  var range: NamedRange? { if case .formulas(let range) = head { range } else { nil } }

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
  fileprivate func mistakeAmongFormulas(of blocks: [NamedRange], in file: SourceFile) -> Diagnostic? {
    switch kind {
    case .comment, .formula, .block: return nil
    case .given, .columns, .data, .definition, .optimizer, .schedule:
      return Diagnostic(
        "a `for` block holds formulas only", at: range,
        hint: "write this before its `for` or behind its `end`")
    case .explain, .backward, .forward, .update, .reset, .assignment, .train, .table, .plot, .network,
      .repeat,
      .rows, .record:
      return Diagnostic(
        "a `for` block holds formulas only", at: range, hint: hintAmongFormulas(of: blocks, in: file))
    }
  }

  /// Whether it is a command, and defines nothing.
  fileprivate var isCommand: Bool {
    switch kind {
    case .explain, .backward, .forward, .update, .reset, .assignment, .train, .table, .plot, .network,
      .repeat,
      .rows, .record:
      true
    default: false
    }
  }

  /// Where a command belongs that stands in blocks of formulas, which they do not repeat.
  private func hintAmongFormulas(of blocks: [NamedRange], in file: SourceFile) -> String {
    let words = file[range].split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    let used = blocks.filter { words.contains($0.name.text) }
    let below = blocks.count > 1 && !used.isEmpty ? "below the last `end`" : "below the `end`"
    let ranges = used.map { $0.text(in: file) }.joined(separator: ", ")
    switch kind {
    case .explain(let value):
      if case .element(let family, let indices) = value.kind,
        used.contains(where: { indices.mention($0.name.text) })
      {
        return "\(below), `explain \(family.text)` shows every element"
      }
      if used.count == 1 { return "\(below) write `table \(file[value.range]) for \(ranges)`" }
      if used.isEmpty { return "`\(file[range].firstWords)` belongs below the `end`" }
    case .assignment(let target, let value, let own):
      guard own.isEmpty, !used.isEmpty, used.allSatisfy({ target.indices.mention($0.name.text) }),
        value.mentionsOnly(target, in: file)
      else { break }
      return "\(below), each is set by `\(file[target.range]) <- \(file[value.range]) for \(ranges)`"
    case .table(let values, nil):
      if used.count == 1, values.contains(where: { $0.isElement(of: used[0].name.text) }) {
        return "\(below) write `\(file[range]) for \(ranges)`"
      }
      if used.isEmpty { return "`\(file[range].firstWords)` belongs below the `end`" }
    case .table, .plot, .network:
      if used.isEmpty { return "`\(file[range].firstWords)` belongs below the `end`" }
    default: break
    }
    if let block = used.first { return hintAtIndexed(by: block, isOnly: blocks.count == 1, in: file) }
    let count = blocks.last?.passes(in: file) ?? "…"
    let counts = blocks.compactMap { $0.passes(in: file).flatMap { Int($0) } }
    if blocks.count > 1, counts.count == blocks.count, counts.reduce(1.0, { $0 * Double($1) }) < 1e9 {
      let total = counts.reduce(1, *)
      let all = blocks.count == 2 ? "both `for` together are" : "all these `for` together are"
      return "commands are repeated with `repeat`: \(all) `repeat \(total) times`"
    }
    return "commands are repeated with `repeat \(count) times`, which stands in the place of this `for`"
  }

  /// What to do with a command that is meant for each value of a `for` name.
  private func hintAtIndexed(by block: NamedRange, isOnly: Bool, in file: SourceFile) -> String {
    let name = block.name.text
    let first = block.firstNumber
    if case .assignment = kind, isOnly, let first, let passes = block.passes(in: file), Int(passes) != nil {
      if let step = block.wholeStep {
        return
          "commands know no `for` name: with `input \(name) = \(first - step)` above, write `repeat \(passes) times` in the place of this `for`, and `\(name) <- \(name) + \(step)` as its first line"
      }
    }
    guard let first, case .backward = kind else {
      return "commands know no `for` name: a line of its own is written for each value of `\(name)`"
    }
    return
      "commands know no `for` name: a line of its own is written for each, the first is `\(file[range].replacingWord(name, by: "\(first)"))`"
  }

  /// What is wrong with it in a loop of commands, if something is.
  fileprivate var mistakeAmongCommands: Diagnostic? {
    switch kind {
    case .comment, .explain, .backward, .forward, .update, .reset, .assignment, .train, .table, .plot,
      .network, .repeat, .rows, .record:
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

extension NamedRange {
  /// It as it is written: `i in 1...3 step 2`.
  fileprivate func text(in file: SourceFile) -> String {
    guard case .span(let span, let step) = values else { return "\(name.text) in \(file[range])" }
    return "\(name.text) in \(file[span.range])" + (step.map { " step \(file[$0.range])" } ?? "")
  }

  /// Its first value, where that is typed as a whole number.
  fileprivate var firstNumber: Int? { expressions.first?.wholeNumber }

  /// The distance of its values, where that is typed as a whole number.
  fileprivate var wholeStep: Int? {
    guard case .span(_, let step) = values else { return nil }
    return step.map(\.wholeNumber) ?? 1
  }

  /// How many values it has; `nil` where that cannot be written.
  fileprivate func passes(in file: SourceFile) -> String? {
    guard case .span(let span, let step) = values else { return "\(expressions.count)" }
    if let first = span.first.literal, let last = span.last.literal {
      let step = step.map(\.literal) ?? 1
      guard let step, step > 0, last >= first else { return nil }
      let count = ((last - first) / step + 1e-9).rounded(.down) + 1
      return count < 1e9 ? "\(Int(count))" : nil
    }
    guard step == nil, case .name(let last) = span.last.kind else { return nil }
    return span.first.literal == 1 ? last : span.first.literal == 0 ? "\(last) + 1" : nil
  }
}

extension [Expression] {
  /// Whether one of them is the name `name`, or has it in it.
  fileprivate func mention(_ name: String) -> Bool {
    contains { if case .name(name) = $0.kind { true } else { false } }
  }
}

extension Expression {
  /// The number that it is, as it is typed.
  fileprivate var literal: Double? {
    switch kind {
    case .number(let value, _): value
    case .negation(let inner): if case .number(let value, _) = inner.kind { -value } else { nil }
    default: nil
    }
  }

  /// The whole number that it is, as it is typed.
  fileprivate var wholeNumber: Int? { literal.flatMap { abs($0) < 1e9 ? Int(exactly: $0) : nil } }

  /// Whether of the family that is set it mentions the same element only: all are set at once.
  fileprivate func mentionsOnly(_ target: Reference, in file: SourceFile) -> Bool {
    let (text, whole) = (file[range], file[target.range])
    return text.words(of: target.name.text) == text.ranges(of: whole).count
  }

  /// Whether it is an element with the index `name`.
  fileprivate func isElement(of name: String) -> Bool {
    if case .element(_, let indices) = kind { indices.mention(name) } else { false }
  }
}

extension String {
  /// How often the word `name` stands in it.
  fileprivate func words(of name: String) -> Int {
    split { !($0.isLetter || $0.isNumber || $0 == "_") }.count { $0 == name }
  }

  /// The text with `replacement` for the word `name`.
  fileprivate func replacingWord(_ name: String, by replacement: String) -> String {
    var (text, word) = ("", "")
    for character in self + " " {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        text += (word == name ? replacement : word) + String(character)
        word = ""
      }
    }
    return String(text.dropLast())
  }

  /// The first line, where it is short, or its first word.
  fileprivate var firstWords: String {
    let line = prefix { !$0.isNewline }
    return line.count <= 40 ? String(line) : String(line.prefix { $0 != " " })
  }
}
