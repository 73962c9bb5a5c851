internal import Algebra
internal import PlainText
internal import Prose

extension MarkdownPage {
  /// A heading; nothing where there are no words.
  func heading(level: Int, _ words: String) -> [String] {
    words.trimmed.isEmpty ? [] : [String(repeating: "#", count: min(max(level, 1), 6)) + " " + words]
  }

  /// Blocks of running text.
  func blocks(of blocks: [ProseBlock<Number>]) -> [String] {
    blocks.reduce(into: []) { $0 = MarkdownPage.joined($0, self.blocks(of: $1)) }
  }

  /// A block of running text.
  func blocks(of block: ProseBlock<Number>) -> [String] {
    switch block {
    case .heading(let level, let spans): heading(level: level, line(spans).replacing("\\\n", with: " "))
    case .paragraph(let spans): paragraph(line(spans))
    case .list(let start, let items): [list(start: start, items)]
    case .quotation(let blocks):
      [self.blocks(of: blocks).joined(separator: "\n\n").prefixed("> ", "> ")]
    case .table(let header, let rows, _): table(header, rows)
    case .verbatim(let language, let lines):
      [
        MarkdownText.fenced(lines, language: Self.languages.contains(language) ? language : "text").joined(
          separator: "\n")
      ]
    case .rule: ["* * *"]
    }
  }

  /// What stands behind a fence as its language; others might make a reader do more than show the lines.
  private static let languages: Set<String> = ["text", "python", "swift", "c", "sh", "json", "csv", "calc"]

  private func paragraph(_ text: String) -> [String] { text.trimmed.isEmpty ? [] : [text.trimmed] }

  private func list(start: Int?, _ items: [[ProseBlock<Number>]]) -> String {
    let isTight = items.allSatisfy(\.isOneThought)
    return items.enumerated().map { index, blocks in
      let marker = start.map { "\(max(0, $0) &+ index). " } ?? "- "
      let text = self.blocks(of: blocks).joined(separator: isTight ? "\n" : "\n\n")
      return text.prefixed(marker, .spaces(marker.utf8.count))
    }.joined(separator: isTight ? "\n" : "\n\n")
  }

  private func table(_ header: [[ProseSpan<Number>]], _ rows: [[[ProseSpan<Number>]]]) -> [String] {
    let (head, cells) = (header.map(text.cell), rows.map { $0.map(text.cell) })
    return table(
      header: header.map { cell($0) }, rows: rows.map { $0.map(cell) },
      isStacked: text.stacks(head, cells))
  }

  private func cell(_ spans: [ProseSpan<Number>]) -> String {
    line(spans, isInTable: true).replacing("\\\n", with: " ")
  }

  /// A table of cells that are Markdown already: in columns, or one fact a line.
  func table(header: [String], rows: [[String]], isStacked: Bool) -> [String] {
    let count = rows.map(\.count).reduce(header.count, max)
    guard count > 0 else { return [] }
    func padded(_ cells: [String]) -> String {
      "| " + (cells + Array(repeating: "", count: count - cells.count)).joined(separator: " | ") + " |"
    }
    guard isStacked, !rows.isEmpty else {
      let rule = "|" + String(repeating: " --- |", count: count)
      return [([padded(header), rule] + rows.map(padded)).joined(separator: "\n")]
    }
    let facts = rows.map { row in
      row.enumerated().filter { !$1.isEmpty }.map { index, cell in
        header.indices.contains(index) && !header[index].isEmpty ? "\(header[index]): \(cell)" : cell
      }
    }
    return [
      facts.filter { !$0.isEmpty }.map { "- " + $0.joined(separator: "\\\n  ") }.joined(separator: "\n")
    ]
  }

  // MARK: Spans

  /// Spans as Markdown on one line, but for forced breaks.
  func line(_ spans: [ProseSpan<Number>], isInTable: Bool = false) -> String {
    spans.enumerated().map { index, span in
      // What stands behind a forced break begins a line.
      let isFirst = index == 0 || spans[index - 1].isLineBreak
      switch span {
      case .text(let text): return MarkdownText.escaped(text, isFirst: isFirst)
      case .code(let code): return MarkdownText.code(code, isInTable: isInTable)
      case .emphasis(let spans): return marked(line(spans, isInTable: isInTable), "*")
      case .strong(let spans): return marked(line(spans, isInTable: isInTable), "**")
      case .link(let spans, let destination):
        return link(line(spans, isInTable: isInTable), isSame: text.text(spans) == destination, destination)
      case .lineBreak: return isInTable ? " " : "\\\n"
      case .value(let number): return MarkdownText.escaped(text.text(number), isFirst: isFirst)
      }
    }.joined()
  }

  private func marked(_ text: String, _ mark: String) -> String {
    text.trimmed.isEmpty ? text : mark + text.trimmed + mark
  }

  /// A link to the web, to a place in the course, or to a mail address; any other destination is text.
  private func link(_ words: String, isSame: Bool, _ destination: String) -> String {
    guard let address = LinkAddress(destination) else {
      let target = MarkdownText.escaped(destination)
      return isSame || target.isEmpty ? words : words.trimmed.isEmpty ? target : "\(words) (\(target))"
    }
    return "[\(words.trimmed.isEmpty ? MarkdownText.escaped(destination) : words)](<\(address.text)>)"
  }
}

extension ProseSpan {
  fileprivate var isLineBreak: Bool {
    if case .lineBreak = self { true } else { false }
  }
}
