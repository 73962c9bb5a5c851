/// A transcript as it is printed, read back into its statements.
///
/// It knows the layout and nothing of the program that wrote it. Everything that is indented by four columns or more
/// is a worked line, unless the lesson itself has that line as it stands in a fence.
struct Page {
  /// What was read, in reading order.
  var statements: [Statement] = []
  /// Worked lines of no known shape.
  private(set) var faults: [Fault] = []

  private var open = Open.nothing

  /// What a line may still belong to.
  private enum Open {
    case nothing
    case chain
    case path
    case table(header: [String])
    case check(indentation: Int)
  }

  /// Reads `text`; `verbatim` are the lines that the lesson shows as they stand.
  init(_ text: String, verbatim: Set<String> = []) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let indentation = line.prefix { $0 == " " }.count
      let content = String(line.dropFirst(indentation))
      if content.isEmpty || indentation < 4 || verbatim.contains(content) {
        open = .nothing
      } else {
        read(content, indentation: indentation, line: index + 1)
      }
    }
  }

  // MARK: Lines

  private mutating func read(_ content: String, indentation: Int, line: Int) {
    let pieces = Self.pieces(of: content)
    if continues(content, pieces: pieces, indentation: indentation, line: line) { return }

    open = .nothing
    if Statement.Mark.allCases.contains(where: { content.hasPrefix($0.rawValue) }) {
      readCheck(content, indentation: indentation, line: line)
    } else if Self.headers.contains(pieces) {
      open = .table(header: pieces)
      add(.header(pieces), line)
    } else if let kind = Statement.givenKinds.first(where: { content.hasPrefix($0 + " ") }) {
      readBeside(
        [kind] + Self.pieces(of: String(content.dropFirst(kind.count + 1))), isGiven: true, line: line)
    } else if let number = Int(pieces[0]), pieces.count > 1, pieces[1].contains("←") {
      open = .path
      add(.path(number: number, names: pieces[1]), line)
      readBeside(Array(pieces.dropFirst(1)), isGiven: false, line: line)
    } else if Self.isRelated(pieces[0]) {
      open = .chain
      add(.chain(pieces[0]), line)
      readBeside(pieces, isGiven: false, line: line)
    } else if pieces[0].hasPrefix("#") || (pieces.count == 1 && Remark.isKnown(content)) {
      add(.remark(content), line)
    } else {
      faults.append(Fault(line: line, what: "no known shape: \(content)"))
    }
  }

  /// Whether the line belongs to what is open, and then takes it in.
  private mutating func continues(_ content: String, pieces: [String], indentation: Int, line: Int) -> Bool {
    switch open {
    case .nothing:
      return false
    case .check(let outer):
      guard indentation > outer else { return false }
      add(.note(content), line)
    case .table(let header):
      if pieces.count == header.count {
        add(.row(header: header, cells: pieces), line)
      } else {
        faults.append(
          Fault(line: line, what: "\(pieces.count) cells under \(header.count) heads: \(content)"))
      }
    case .path:
      guard content.hasPrefix("← "), case .path(let number, let names) = statements.last?.content else {
        return false
      }
      statements[statements.count - 1].content = .path(number: number, names: names + " " + content)
    case .chain:
      guard let last = statements.lastIndex(where: \.isChain),
        case .chain(let text) = statements[last].content,
        Self.isContinuation(content, of: text)
      else { return false }
      statements[last].content = .chain(text + " " + pieces[0])
      readBeside(pieces, isGiven: false, line: line)
    }
    return true
  }

  /// Reads what stands on a line behind its first piece.
  private mutating func readBeside(_ pieces: [String], isGiven: Bool, line: Int) {
    var rest = pieces.dropFirst()
    while let piece = rest.first {
      if piece.hasPrefix("#") {
        add(.remark(rest.joined(separator: "  ")), line)
        return
      }
      rest = rest.dropFirst()
      if isGiven, Self.isRelated(piece) {
        add(.given(piece), line)
      } else if let comparison = piece.wholeMatch(of: /because (.+)/)?.1 {
        add(.comparison(String(comparison)), line)
      } else if Remark.isKnown(piece) {
        add(.remark(piece), line)
      } else if Self.isRelated(piece) {
        add(.chain(piece), line)
      } else {
        faults.append(Fault(line: line, what: "no known remark: \(piece)"))
      }
    }
  }

  private mutating func readCheck(_ content: String, indentation: Int, line: Int) {
    guard let mark = content.first.flatMap({ Statement.Mark(rawValue: String($0)) }) else { return }
    open = .check(indentation: indentation)
    let pieces = Self.pieces(of: String(content.dropFirst(2)))
    add(.check(mark, pieces[0], beside: Array(pieces.dropFirst())), line)
  }

  private mutating func add(_ content: Statement.Content, _ line: Int) {
    statements.append(Statement(line: line, content: content))
  }

  // MARK: Pieces

  /// The heads of the tables that there are.
  private static let headers = [
    ["param", "before", "derivative", "change", "after"],
    ["name", "before", "now"],
  ]

  /// The parts of a line that stand two columns or more apart.
  private static func pieces(of content: String) -> [String] {
    content.split(separator: /\ {2,}/).map(String.init)
  }

  private static func isRelated(_ text: String) -> Bool { text.contains { Relation.signs.contains($0) } }

  /// Whether `content` goes on where `text` was broken: before a relation or an operator, or inside parentheses. A
  /// minus that stands close to its number begins a new line.
  private static func isContinuation(_ content: String, of text: String) -> Bool {
    guard let first = content.first else { return false }
    if Relation.signs.contains(first) || "·*/^+".contains(first) { return true }
    if content.hasPrefix("− ") || content.hasPrefix("- ") { return true }
    return text.count(where: { $0 == "(" }) > text.count(where: { $0 == ")" })
  }
}
