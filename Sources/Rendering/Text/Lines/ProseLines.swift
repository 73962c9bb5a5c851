internal import Algebra
internal import PlainText
internal import Prose

extension TextArea {
  /// The columns that deeply nested lists and quotations leave to their text.
  private static let narrowestProse = 10
  private static let verbatimIndentation = 4

  /// Blocks of running text, an empty line between them.
  func lines(of blocks: [ProseBlock<Number>]) -> [TextLine] {
    Array(blocks.map(lines).filter { !$0.isEmpty }.joined(separator: [TextLine()]))
  }

  /// A block of running text.
  func lines(of block: ProseBlock<Number>) -> [TextLine] {
    switch block {
    case .heading(let level, let spans): heading(level: level, runningText(spans))
    case .paragraph(let spans): lines(of: runningText(spans))
    case .list(let start, let items): list(start: start, items)
    case .quotation(let blocks): prefixed("> ", "> ") { $0.lines(of: blocks) }
    case .table(let header, let rows, let alignments):
      lines(ofTable: header.map(runningCell), rows: rows.map { $0.map(runningCell) }, aligned: alignments)
    case .verbatim(_, let lines): verbatim(lines)
    case .rule: [TextLine("* * *")]
    }
  }

  /// A heading: the first two levels are underlined.
  func heading(level: Int, _ text: RunningText) -> [TextLine] {
    let lines = lines(of: text.map(\.withPlainSpaces.harmless).inRole(.heading))
    let longest = lines.map(\.width).max() ?? 0
    guard longest > 0 else { return [] }
    guard level <= 2 else { return lines }
    return lines + [TextLine(String(repeating: level == 1 ? "=" : "-", count: longest))]
  }

  /// Running text in lines.
  func plain(_ text: String) -> [TextLine] { lines(of: RunningText(text)) }

  /// Running text in lines.
  func lines(of text: RunningText) -> [TextLine] { text.lines(filled(text.text, width: proseWidth)) }

  /// A cell as text.
  func cell(_ spans: [ProseSpan<Number>]) -> String { runningCell(spans).text }

  private func runningCell(_ spans: [ProseSpan<Number>]) -> RunningText {
    runningText(spans).map(\.withPlainSpaces.harmlessLine)
  }

  private func verbatim(_ lines: [String]) -> [TextLine] {
    let area = inset(by: Self.verbatimIndentation)
    return lines.flatMap { line in
      cut(line.withoutTabs.harmlessLine, width: area.width)
        .map { TextLine($0).indented(by: Self.verbatimIndentation) }
    }
  }

  private func list(start: Int?, _ items: [[ProseBlock<Number>]]) -> [TextLine] {
    let markers = items.indices.map { index in start.map { "\($0 &+ index). " } ?? "- " }
    let markerWidth = markers.map(\.count).max() ?? 0
    let isTight = items.allSatisfy(\.isOneThought)
    let itemLines = zip(markers, items).map { marker, blocks in
      prefixed(marker.padded(to: markerWidth), .spaces(markerWidth)) { area in
        isTight ? blocks.flatMap { area.lines(of: $0) } : area.lines(of: blocks)
      }
    }
    return Array(itemLines.joined(separator: isTight ? [] : [TextLine()]))
  }

  /// What `content` lays out in the room behind a prefix, with it; the prefix stands alone where there is no room.
  func prefixed(
    _ first: String, _ others: String, content: (TextArea) -> [TextLine]
  ) -> [TextLine] {
    let columns = displayWidth(first)
    guard width - columns >= Self.narrowestProse else {
      return filled([first], width: width).map { TextLine($0) } + content(self)
    }
    let lines = content(inset(by: columns))
    return (lines.isEmpty ? [TextLine()] : lines).enumerated().map {
      $1.prefixed(with: $0 == 0 ? first : others)
    }
  }

  /// The text of spans; a line feed in it is a forced break, and the spaces of code are `codeSpace`.
  func runningText(_ spans: [ProseSpan<Number>]) -> RunningText { RunningText(spans.map(runningText)) }

  /// The same without roles.
  func text(_ spans: [ProseSpan<Number>]) -> String { runningText(spans).text }

  private func runningText(_ span: ProseSpan<Number>) -> RunningText {
    switch span {
    case .text(let text): return RunningText(text.harmlessLine)
    case .code(let code): return RunningText(code.harmlessLine.replacing(" ", with: String(codeSpace)), .code)
    case .emphasis(let spans): return runningText(spans).inRole(.emphasis)
    case .strong(let spans): return runningText(spans).inRole(.strong)
    case .link(let spans, let destination):
      var text = runningText(spans)
      let target = destination.harmlessLine
      guard !target.isEmpty, text.text.withPlainSpaces != target else { return text }
      text.append(text.text.isEmpty ? target : " (\(target))")
      return text
    case .lineBreak: return RunningText("\n")
    case .value(let number): return RunningText(text(number), .value)
    }
  }
}

extension [ProseBlock<Number>] {
  /// Whether the blocks are a paragraph, and at most a list that belongs to it.
  var isOneThought: Bool {
    guard count <= 2, case .paragraph? = first else { return isEmpty }
    guard count == 2 else { return true }
    if case .list = self[1] { return true }
    return false
  }
}

extension String {
  /// The text with spaces up to the next multiple of 4 columns in the place of each tab.
  fileprivate var withoutTabs: String {
    guard contains("\t") else { return self }
    var result = ""
    var column = 0
    for character in self {
      let text = character == "\t" ? .spaces(4 - column % 4) : String(character)
      result += text
      column += displayWidth(text)
    }
    return result
  }
}
