import Diagnostics

/// Reads an ask cell: its lines make entries, and the entries make a question.
struct AskCellReader {
  /// A key or a choice, with the lines that go on with it.
  struct Entry {
    /// What it is; `nil` for what is wrong and has been told.
    let kind: Kind?
    /// The key with its colon, or the mark of the choice.
    let head: SourceRange
    /// Its lines behind the head, empty ones left out.
    var lines: [SourceRange] = []
    /// The bytes before the head on its line.
    var indentation = 0
  }

  /// What an entry is.
  enum Kind {
    case key(AskKey)
    case choice(isRight: Bool)
  }

  let file: SourceFile
  private let body: SourceRange
  private var question: [SourceRange] = []
  private var entries: [Entry] = []
  private var diagnostics: [Diagnostic] = []

  /// A reader of the cell whose text is `body`.
  init(_ file: SourceFile, _ body: SourceRange) {
    self.file = file
    self.body = body
  }

  /// The question, and what is wrong with it in reading order.
  mutating func read() -> (question: AskCell?, diagnostics: [Diagnostic]) {
    readLines()
    let parts = readEntries()
    let kind = kind(of: parts)
    diagnostics.sort { ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0) }
    guard diagnostics.isEmpty, let kind else { return (nil, diagnostics) }
    let range = (entries.last.map { $0.lines.last ?? $0.head }).map { question[0].union($0) }
    return (
      AskCell(
        question: question, kind: kind, hints: parts.hints, reason: parts.reason?.lines,
        at: (range ?? question[0]).trimmed(in: file)),
      []
    )
  }

  mutating func report(_ message: String, at range: SourceRange, hint: String? = nil) {
    diagnostics.append(Diagnostic(message, at: range, hint: hint))
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  // MARK: Lines

  private mutating func readLines() {
    var index = file.lineIndex(of: body.lowerBound)
    while index < file.lines.count, file.lines[index].lowerBound < body.upperBound {
      let line = file.lines[index]
      let start = max(line.lowerBound, body.lowerBound)
      let place = SourceRange(start, max(start, min(line.upperBound, body.upperBound)))
      let count = entries.count
      let indentation = entries.last?.indentation
      read(AskCellLine(file, place, below: indentation))
      if entries.count > count { entries[count].indentation = entries[count].head.lowerBound - start }
      index += 1
    }
  }

  private mutating func read(_ line: AskCellLine) {
    switch line {
    case .empty: break
    case .key(let key, let head, let text): append(.key(key), head, text)
    case .choice(let isRight, let head, let text): append(.choice(isRight: isRight), head, text)
    case .word(let word, let line):
      // A question may begin a line with any word and a colon.
      let nearest = nearest(to: file[word], among: AskKey.allCases.map(\.rawValue))
      guard nearest != nil || !entries.isEmpty else { return append(line) }
      let names = AskKey.allCases.map { "`\($0)`" }
      let keys = "the keys are " + names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
      report(
        Diagnostic(
          "there is no key \(file[word].quoted)", at: word,
          advice: nearest.map { Diagnostic.Advice.meant($0, at: word) } ?? .init(keys)))
      entries.append(Entry(kind: nil, head: word))
    case .brokenChoice(let head): reportBrokenChoice(at: head)
    case .item(let line):
      // Elsewhere it is a hyphen in a text.
      if case .choice? = entries.last?.kind { reportBrokenChoice(at: line) } else { append(line) }
    case .text(let line): append(line)
    }
  }

  private mutating func append(_ kind: Kind, _ head: SourceRange, _ text: SourceRange) {
    entries.append(Entry(kind: kind, head: head, lines: text.isEmpty ? [] : [text]))
  }

  /// Adds a line to what stands above it.
  private mutating func append(_ line: SourceRange) {
    if entries.isEmpty { question.append(line) } else { entries[entries.count - 1].lines.append(line) }
  }

  private mutating func reportBrokenChoice(at range: SourceRange) {
    report(
      "a choice begins with `- [ ]`, or with `- [x]` where it is right", at: range.trimmed(in: file))
    entries.append(Entry(kind: nil, head: range))
  }

  // MARK: Entries

  /// What the entries say.
  private struct Parts {
    var answer: (expression: Expression?, head: SourceRange)?
    var digits: (count: Int?, head: SourceRange)?
    var tolerance: (width: AskCell.Precision?, head: SourceRange)?
    var mistakes: [AskCell.Mistake] = []
    var choices: [AskCell.Choice] = []
    var hints: [[SourceRange]] = []
    var reason: (lines: [SourceRange]?, head: SourceRange)?
    /// The first entry that asks for a number, and the first that is a choice.
    var firstOfNumber: SourceRange?
    var firstOfChoice: SourceRange?
  }

  private mutating func readEntries() -> Parts {
    var parts = Parts()
    for entry in entries {
      switch entry.kind {
      case nil: break
      case .choice(let isRight):
        parts.firstOfChoice = parts.firstOfChoice ?? entry.head
        if let choice = choice(of: entry, isRight: isRight) { parts.choices.append(choice) }
      case .key(.hint):
        if let lines = text(of: entry) { parts.hints.append(lines) }
      case .key(.because):
        if !isRepeated(entry, parts.reason?.head) { parts.reason = (text(of: entry), entry.head) }
      case .key(.answer):
        parts.firstOfNumber = parts.firstOfNumber ?? entry.head
        if !isRepeated(entry, parts.answer?.head) { parts.answer = (answer(of: entry), entry.head) }
      case .key(.digits):
        parts.firstOfNumber = parts.firstOfNumber ?? entry.head
        if !isRepeated(entry, parts.digits?.head) { parts.digits = (digits(of: entry), entry.head) }
      case .key(.tolerance):
        parts.firstOfNumber = parts.firstOfNumber ?? entry.head
        if !isRepeated(entry, parts.tolerance?.head) { parts.tolerance = (tolerance(of: entry), entry.head) }
      case .key(.mistake):
        parts.firstOfNumber = parts.firstOfNumber ?? entry.head
        if let mistake = mistake(of: entry) { parts.mistakes.append(mistake) }
      }
    }
    return parts
  }

  /// Whether the entry's key has stood before, at `first`, which is told.
  private mutating func isRepeated(_ entry: Entry, _ first: SourceRange?) -> Bool {
    guard let first else { return false }
    report(
      Diagnostic(
        "\(file[entry.head].quoted) stands twice", at: entry.head,
        notes: [.init("the first stands", at: first)]))
    return true
  }

  // MARK: The question

  /// How the question is answered, by all entries together; `nil` where that is wrong, which is told.
  private mutating func kind(of parts: Parts) -> AskCell.Kind? {
    guard let first = question.first else {
      report(
        "this cell asks nothing", at: (entries.first?.head ?? body.firstLine(in: file)).trimmed(in: file),
        hint: "the question stands first, before its answer")
      return nil
    }
    if let number = parts.firstOfNumber, let choice = parts.firstOfChoice {
      report(
        "a question is answered with a number or by choosing, not both",
        at: number.lowerBound < choice.lowerBound ? choice : number,
        hint: "`answer`, `digits`, `tolerance` and `mistake` are for numbers")
      return nil
    }
    if let choice = parts.firstOfChoice {
      if diagnostics.isEmpty, !parts.choices.contains(where: \.isRight) {
        report("none of these choices is right", at: choice, hint: "`- [x]` begins a right one")
      }
      return .choice(parts.choices)
    }
    guard let answer = parts.answer else {
      // What is wrong may well be the answer.
      if diagnostics.isEmpty {
        report(
          "this question has no answer", at: first.trimmed(in: file),
          hint: "write `answer:` and an expression below it, or choices such as `- [x] down`")
      }
      return nil
    }
    if let digits = parts.digits?.head, let tolerance = parts.tolerance?.head {
      report(
        "a question has `digits` or a `tolerance`, not both",
        at: digits.lowerBound < tolerance.lowerBound ? tolerance : digits,
        hint: "`digits` asks for decimals, all of which are right; a `tolerance` takes what is near")
    }
    return answer.expression.map {
      .number(
        answer: $0, precision: parts.digits?.count.map { .digits($0) } ?? parts.tolerance?.width,
        mistakes: parts.mistakes)
    }
  }
}
