internal import Algebra
internal import PlainText
internal import Prose

extension LaTeXPage {
  /// How far a list or a quotation stands to the right of what it is in, in em.
  private static let listIndentation = 1.6

  /// A heading, with a bookmark.
  func heading(level: Int, _ words: String, plain: String) -> [String] {
    guard !words.trimmed.isEmpty else { return [] }
    let command = ["section", "subsection", "subsubsection"][min(max(level, 1), 3) - 1]
    return [
      "\\lhbookmark{\(min(max(level, 1), 3))}{\(LaTeXText.plain(plain))}", "\\\(command)*{\(words.trimmed)}",
    ]
  }

  /// A block of running text.
  func lines(of block: ProseBlock<Number>, at indentation: Double) -> [String] {
    let indentation = min(indentation, width / 2)
    switch block {
    case .heading(let level, let spans):
      return heading(level: level, line(spans).replacing("\\newline ", with: " "), plain: text.cell(spans))
    case .paragraph(let spans): return paragraph(line(spans), at: indentation)
    case .list(let start, let items): return list(start: start, items, at: indentation)
    case .quotation(let blocks):
      return blocks.flatMap { lines(of: $0, at: indentation + Self.listIndentation) }
    case .table(let header, let rows, _): return table(header, rows, at: indentation)
    case .verbatim(_, let verbatim):
      // Lines that are too long are cut as they are in the text.
      let shown = verbatim.isEmpty ? [] : text.inset(by: 4).lines(of: block).map { $0.plainText }
      return typewritten(
        shown.map { String($0.dropFirst(4)) }, at: indentation + LaTeXPage.workingIndentation)
    case .rule: return [Self.gap, "\\lhrule"]
    }
  }

  private func list(start: Int?, _ items: [[ProseBlock<Number>]], at indentation: Double) -> [String] {
    let markers = items.indices.map { index in start.map { "\($0 &+ index)." } ?? "\\textbullet" }
    let isTight = items.allSatisfy(\.isOneThought)
    let widest = Double(markers.map { $0.hasPrefix("\\") ? 1 : $0.count }.max() ?? 1)
    let inner = min(indentation + max(Self.listIndentation, 0.55 * widest + 0.8), width / 2)
    return items.enumerated().flatMap { index, blocks -> [String] in
      var rows: [String] = []
      var rest = blocks[...]
      if case .paragraph(let spans)? = blocks.first {
        rows = paragraph(line(spans), at: inner, marker: markers[index])
        rest = rest.dropFirst()
      } else {
        rows = paragraph("", at: inner, marker: markers[index])
      }
      if isTight, index > 0 { rows.removeFirst() }
      return rows + rest.flatMap { lines(of: $0, at: inner) }
    }
  }

  private func table(
    _ header: [[ProseSpan<Number>]], _ rows: [[[ProseSpan<Number>]]], at indentation: Double
  ) -> [String] {
    func cell(_ spans: [ProseSpan<Number>]) -> LaTeXCell {
      let plain = text.cell(spans)
      if spans.count == 1, case .value(let number) = spans[0] { return self.cell(number) }
      return LaTeXCell(
        text: line(spans).replacing("\\newline ", with: " "), width: TeXWidths.width(of: plain) * 1.05)
    }
    let (head, cells) = (header.map(text.cell), rows.map { $0.map(text.cell) })
    return table(
      LaTeXTable(header: header.map(cell), rows: rows.map { $0.map(cell) }),
      isStacked: text.stacks(head, cells),
      at: indentation + LaTeXPage.workingIndentation)
  }

  // MARK: Spans

  /// Spans as running text.
  func line(_ spans: [ProseSpan<Number>]) -> String {
    spans.map { span in
      switch span {
      case .text(let text): return LaTeXText.prose(text)
      case .code(let code): return "{\\ttfamily \(LaTeXText.code(code))}"
      case .emphasis(let spans): return "{\\itshape \(line(spans))\\/}"
      case .strong(let spans): return "{\\bfseries \(line(spans))}"
      case .link(let spans, let destination): return link(spans, destination)
      case .lineBreak: return "\\newline "
      case .value(let number): return mathematics(setting.number(number))
      }
    }.joined()
  }

  /// The words of a link, and where it leads, for paper.
  private func link(_ spans: [ProseSpan<Number>], _ destination: String) -> String {
    let (words, target) = (line(spans), LaTeXText.code(destination))
    let isSame = text.text(spans).withPlainSpaces == destination.harmlessLine
    if isSame || destination.isEmpty { return words }
    return words.isEmpty ? "{\\ttfamily \(target)}" : "\(words) ({\\ttfamily \(target)})"
  }
}
