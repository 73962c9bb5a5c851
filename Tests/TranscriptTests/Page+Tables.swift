// Tables and pictures, which are told by more than one of their lines.

extension Page {
  /// Reads the picture that begins with the line, if one does; the lines on which it stands.
  mutating func picture(in lines: [String], at index: Int) -> Range<Int>? {
    if let network = NetworkPicture(lines, at: index) {
      add(.network(network.equations), index + 1)
      return network.lines
    }
    do throws(Unreadable) {
      guard let picture = try Picture(lines, at: index) else { return nil }
      add(.picture(picture), index + 1)
      return picture.lines
    } catch {
      faults.append(Fault(line: index + 1, what: "\(error)"))
      return nil
    }
  }

  /// Begins a table, in columns or one fact a line, if the line belongs to one.
  mutating func beginTable(_ lines: [String], at index: Int) -> Bool {
    let content = String(lines[index].drop { $0 == " " })
    if beginFacts(content, line: index + 1) { return true }
    let header = Self.pieces(of: content)
    guard index + 1 < lines.count, lines[index + 1].hasPrefix(lines[index].prefix { $0 == " " }),
      Self.isRow(Self.pieces(of: String(lines[index + 1].drop { $0 == " " })), under: header)
    else { return false }
    add(.header(header), index + 1)
    open(table: header)
    return true
  }

  /// Whether `cells` are those of a row: numbers, but for the name that may stand first.
  private static func isRow(_ cells: [String], under header: [String]) -> Bool {
    guard cells.count == header.count, header.allSatisfy(isHead), isHead(header[0]) else { return false }
    let isLabel =
      ["param", "name"].contains(header[0]) && header.count > 1 && Expression.canRead(cells[0])
      || header.count > 1 && header.dropFirst().allSatisfy(isIndexLabel) && isIndexLabel(cells[0])
    return (isLabel || isCell(cells[0])) && cells.dropFirst().allSatisfy(isCell)
  }

  /// Whether a text can stand above a column.
  private static func isHead(_ text: String) -> Bool {
    Numeral(text) == nil && (Expression.canRead(text) || isIndexLabel(text) || text == "largest |derivative|")
  }

  /// Whether a cell holds a number, or stands for rows that are left out.
  private static func isCell(_ text: String) -> Bool { Numeral(text) != nil || text == "…" }

  /// Whether a text stands at a row or a column of a matrix: `i = 2`.
  static func isIndexLabel(_ text: String) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return words.count == 3 && words[1] == "=" && !words[0].isEmpty && !words[2].isEmpty
  }

  // MARK: One fact a line

  /// Begins a row of a table too wide for the page, if the line is its first fact.
  private mutating func beginFacts(_ content: String, line: Int) -> Bool {
    // What is accepted stands below an answer that leaves no room beside it.
    guard let fact = Self.fact(content), fact.head != "accepted" else { return false }
    add(.row(header: [fact.head], cells: [fact.cell]), line)
    openFacts()
    return true
  }

  /// Takes a fact in.
  mutating func readFact(_ content: String, of index: Int) -> Bool {
    guard let fact = Self.fact(content), case .row(let header, let cells) = statements[index].content else {
      return false
    }
    statements[index].content = .row(header: header + [fact.head], cells: cells + [fact.cell])
    return true
  }

  private static func fact(_ content: String) -> (head: String, cell: String)? {
    guard let colon = content.lastIndex(of: ":"), content[colon...].hasPrefix(": ") else { return nil }
    let (head, cell) = (String(content[..<colon]), String(content[colon...].dropFirst(2)))
    let isName = ["param", "name"].contains(head) && !cell.contains(" ") && Expression.canRead(cell)
    return isName || isHead(head) && isCell(cell) ? (head, cell) : nil
  }

  /// Puts a header before the first of the rows that have the same facts.
  mutating func addHeadersOfFacts() {
    var header: [String] = []
    var result: [Statement] = []
    for statement in statements {
      switch statement.content {
      case .header(let heads): header = heads
      case .row(let heads, _) where heads != header:
        header = heads
        result.append(Statement(line: statement.line, content: .header(heads)))
      case .row: break
      default: header = []
      }
      result.append(statement)
    }
    statements = result
  }
}
