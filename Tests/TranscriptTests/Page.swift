/// A transcript as it is printed, read back into its statements.
///
/// It knows the layout and nothing of the program that wrote it. Everything that is indented by four columns or more
/// is a worked line, unless the lesson itself has that line as it stands in a fence.
struct Page {
  /// What was read, in reading order.
  var statements: [Statement] = []
  /// How many worked lines there are.
  private(set) var lineCount = 0
  /// Worked lines that do not fit where they stand.
  var faults: [Fault] = []

  /// The lesson.
  let lesson: LessonSource

  private var open = Open.nothing
  /// Whether the answers to the lesson's questions have begun.
  private var isInAnswers = false

  /// What the next line may belong to; `at` is the place of its statement.
  private enum Open {
    case nothing
    case equation(at: Int)
    case path(at: Int)
    case table(header: [String])
    case facts(at: Int)
    case optimizer(at: Int, indentation: Int)
    case check(at: Int, indentation: Int)
    case givens(kind: String, indentation: Int)
    case definition(at: Int, indentation: Int)
    case sentence(at: Int, indentation: Int)
    case matrix(Matrix)
  }

  /// Reads `text`, the transcript of `lesson`.
  init(_ text: String, lesson: LessonSource = LessonSource("")) {
    self.lesson = lesson
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let answers = lesson.questionCount > 0 ? lines.lastIndex(of: "Answers") : nil
    var picture: Range<Int>?
    for (index, line) in lines.enumerated() {
      isInAnswers = answers.map { index > $0 } ?? false
      if lesson.questionCount > 0 { readQuestion(line, line: index + 1) }
      let indentation = line.prefix { $0 == " " }.count
      let content = String(line.dropFirst(indentation))
      if content.isEmpty || indentation < 4 || lesson.verbatimLines.contains(content) {
        open = .nothing
        continue
      }
      lineCount += 1
      if picture?.contains(index) == true { continue }
      if index == 0 || lines[index - 1].isEmpty, let begun = self.picture(in: lines, at: index) {
        picture = begun
        open = .nothing
        continue
      }
      if !continues(content, indentation: indentation, line: index + 1) {
        open = .nothing
        if !beginTable(lines, at: index) { begin(content, indentation: indentation, line: index + 1) }
      }
    }
    addHeadersOfFacts()
    for statement in statements {
      guard case .definition(let text) = statement.content, !lesson.says(text) else { continue }
      faults.append(Fault(line: statement.line, what: "‘\(text)’ does not stand in the lesson"))
    }
  }

  // MARK: Lines

  /// Reads the line that tells the number of a question, if it is one.
  private mutating func readQuestion(_ text: String, line: Int) {
    let opening = isInAnswers ? "Question " : "| Question "
    guard text.hasPrefix(opening), let number = Int(text.dropFirst(opening.count)) else { return }
    add(isInAnswers ? .answers(number) : .question(number), line)
  }

  /// Takes the line in if it belongs to what is open.
  private mutating func continues(_ content: String, indentation: Int, line: Int) -> Bool {
    let pieces = Self.pieces(of: content)
    switch open {
    case .nothing:
      return false
    case .table(let header):
      // One cell may say how many rows are left out.
      if pieces.count == header.count || content.hasPrefix("… ") && pieces.count == 1 {
        add(.row(header: header, cells: pieces), line)
      } else {
        faults.append(Fault(line: line, what: "\(pieces.count) cells under \(header.count) heads"))
      }
    case .equation(let index):
      guard case .equation(let text) = statements[index].content, Self.isContinuation(content, of: text)
      else { return false }
      statements[index].content = .equation(text + " " + pieces[0])
      readBeside(pieces.dropFirst(), line)
    case .facts(let index):
      return readFact(content, of: index)
    case .optimizer(let index, let outer):
      guard indentation > outer, case .optimizer(let name, let rule, let settings) = statements[index].content
      else { return false }
      statements[index].content = .optimizer(name, rule, settings + pieces)
    case .givens(let kind, let outer):
      guard indentation > outer, Self.isIndexLabel(pieces[0]) else { return false }
      readGivens(pieces, of: kind, line)
    case .definition(let index, let outer):
      guard indentation > outer, case .definition(let text) = statements[index].content else { return false }
      statements[index].content = .definition(text + " " + content)
    case .matrix(let matrix):
      guard content.hasPrefix("[ ") else { return false }
      read(content, of: matrix.atNextRow, line)
    case .path(let index):
      // A path of one link has no product, only its factor.
      if pieces.count == 1, Numeral(pieces[0]) != nil {
        add(.equation(pieces[0]), line)
        return true
      }
      guard content.hasPrefix("← "), case .path(let number, let names) = statements[index].content
      else { return false }
      statements[index].content = .path(number: number, names: names + " " + content)
    case .sentence(let index, let outer):
      // A sentence may be whole where it is broken.
      guard case .sentence(let text) = statements[index].content,
        Sentence(text) == nil || text.hasSuffix(" weights") || text.hasSuffix(" weight")
          || text.count(where: { $0 == "(" }) > text.count(where: { $0 == ")" })
      else { return false }
      let isOpen = text.count(where: { $0 == "(" }) > text.count(where: { $0 == ")" })
      if Self.isContinuation(content, of: text), !text.hasPrefix("in full: "),
        isOpen || Expression.canRead(text)
      {
        // Only now it shows that the line before was the left side of an equation.
        statements[index].content = .equation(text + " " + pieces[0])
        open = .equation(at: index)
        readBeside(pieces.dropFirst(), line)
      } else {
        guard
          indentation > outer || text.hasSuffix(",") || text.hasPrefix("in full: ")
            || PlotSentence.begins(text)
        else { return false }
        statements[index].content = .sentence(text + " " + content)
      }
    case .check(let index, let outer):
      guard indentation > outer else { return false }
      if case .check(let mark, let text) = statements[index].content, !CheckLine.isWhole(text, mark) {
        statements[index].content = .check(mark, text + " " + content)
      } else if case .check(let mark, let text) = statements[index].content, CheckLine.isAgreement(pieces[0])
      {
        statements[index].content = .check(mark, text + "  " + content)
      } else {
        add(.note(content), line)
      }
    }
    return true
  }

  /// Begins a statement with the line.
  private mutating func begin(_ content: String, indentation: Int, line: Int) {
    let pieces = Self.pieces(of: content)
    if let mark = content.first.flatMap({ Statement.Mark(rawValue: $0) }) {
      add(.check(mark, String(content.dropFirst(2))), line)
      open = .check(at: statements.count - 1, indentation: indentation)
    } else if content.hasPrefix("#") {
      add(.comment(content), line)
    } else if let parts = pieces[0].wholeMatch(of: Self.optimizer)?.output {
      let settings = pieces.dropFirst().prefix { !$0.hasPrefix("#") }
      add(.optimizer(String(parts.1), String(parts.2), Array(settings)), line)
      open = .optimizer(at: statements.count - 1, indentation: indentation)
      readBeside(pieces.dropFirst(1 + settings.count), line)
    } else if let parts = content.wholeMatch(of: Self.namedOptimizer)?.output {
      // Its settings stand in lines of their own.
      add(.optimizer(String(parts.1), String(parts.2), []), line)
    } else if let head = content.prefixMatch(of: Matrix.head)?.output {
      read(String(content.dropFirst(head.1.count + 3)), of: Matrix(String(head.1)), line)
    } else if PlotSentence.begins(content) || Self.opensWithCondition(content) {
      add(.sentence(content), line)
      open = .sentence(at: statements.count - 1, indentation: indentation)
    } else if let kind = Statement.givenKinds.first(where: { content.hasPrefix($0 + " ") }) {
      readGivens(Self.pieces(of: String(content.dropFirst(kind.count + 1))), of: kind, line)
      open = .givens(kind: kind, indentation: indentation)
    } else if content.hasPrefix("def ") || content.prefixMatch(of: /schedule [^=]/) != nil {
      add(.definition(content), line)
      open = .definition(at: statements.count - 1, indentation: indentation)
    } else if let number = Int(pieces[0]), pieces.count > 1, pieces[1].contains("←") {
      add(.path(number: number, names: pieces[1]), line)
      open = .path(at: statements.count - 1)
      readBeside(pieces.dropFirst(2), line)
    } else if Self.isRelated(pieces[0]) && !Self.isReason(pieces[0])
      || isInAnswers && Numeral(pieces[0]) != nil
    {
      add(.equation(pieces[0]), line)
      open = .equation(at: statements.count - 1)
      readBeside(pieces.dropFirst(), line)
    } else {
      add(.sentence(content), line)
      open = .sentence(at: statements.count - 1, indentation: indentation)
    }
  }

  /// Reads the numbers of a row of given ones, and what stands beside them.
  private mutating func readGivens(_ pieces: [String], of kind: String, _ line: Int) {
    for number in pieces.prefix(while: Self.isRelated) { add(.given(kind: kind, number), line) }
    readBeside(pieces.drop(while: Self.isRelated), line)
  }

  /// Reads a row of a matrix, each number as that of an element, and what stands beside it.
  private mutating func read(_ row: String, of matrix: Matrix, _ line: Int) {
    guard let end = row.firstIndex(of: "]") else {
      faults.append(Fault(line: line, what: "‘\(row)’ is no row of a matrix"))
      return
    }
    for (column, number) in row[..<end].dropFirst().split(separator: " ").enumerated() {
      add(.equation("\(matrix.element(column)) = \(number)"), line)
    }
    let beside = Self.pieces(of: String(row[end...].dropFirst()))
    readBeside(beside[...], line)
    open = .matrix(matrix)
  }

  /// Reads the pieces that stand beside the first of a line: more results, and a remark or a comment.
  private mutating func readBeside(_ pieces: ArraySlice<String>, _ line: Int) {
    for (index, piece) in zip(pieces.indices, pieces) {
      if piece.hasPrefix("#") {
        return add(.comment(pieces[index...].joined(separator: "  ")), line)
      }
      let isResult = Self.isRelated(piece) && !Self.isReason(piece)
      add(isResult ? .equation(piece) : .sentence(piece), line)
    }
  }

  mutating func add(_ content: Statement.Content, _ line: Int) {
    statements.append(Statement(line: line, content: content))
  }

  /// Expects rows of the table.
  mutating func open(table header: [String]) { open = .table(header: header) }

  /// Expects more facts of the row that was begun last.
  mutating func openFacts() { open = .facts(at: statements.count - 1) }

  // MARK: Pieces

  private static let optimizer = /optimizer ([^ ]+): ([a-z]+)/
  private static let namedOptimizer = /optimizer ([^ ]+), which is ([a-z]+):/
  private static let after = /after \d+ (?:pass|epoch)/
  private static let gap = /\ {2,}/

  /// Whether a sentence begins that quotes a condition, which may have an equals sign.
  private static func opensWithCondition(_ text: String) -> Bool {
    text.hasPrefix("stopped after ") || text.prefixMatch(of: after) != nil
  }

  /// The parts of a line that stand two columns or more apart.
  static func pieces(of content: String) -> [String] {
    content.split(separator: gap).map(String.init)
  }

  private static func isRelated(_ text: String) -> Bool { Relation.firstIndex(in: text[...]) != nil }

  private static func isReason(_ text: String) -> Bool { text.hasPrefix("because ") }

  /// Whether `content` goes on where `text` was broken: before a relation or an operator, before a part of a condition,
  /// or inside parentheses. A minus that stands close to its number begins a new line.
  private static func isContinuation(_ content: String, of text: String) -> Bool {
    guard let first = content.first else { return false }
    if "=≈←·*/^+<>≤≥≠".contains(first) || content.hasPrefix("!= ") { return true }
    if ["then ", "else ", "and ", "or "].contains(where: content.hasPrefix) {
      return text.contains(/\bif\ /)
    }
    if content.hasPrefix("− ") || content.hasPrefix("- ") { return true }
    return text.count(where: { $0 == "(" }) > text.count(where: { $0 == ")" })
  }
}
