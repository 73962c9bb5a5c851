import Diagnostics
import LessonDocument
import Prose

/// A page of documentation in Markdown, to be shown and not run.
///
/// Cells and inline values stand as they are written, and code in running text keeps its backquotes, so that a `,` is
/// told from a comma.
struct Page {
  private let document: LessonDocument

  /// The page with the given text.
  init(_ text: String) {
    // A page has no settings, so what the document says of those does not matter.
    document = LessonDocument(reading: SourceFile(name: "page", text: text))
  }

  /// What stands on the page, for renderers of any kind of value: there is none on it.
  func blocks<Value>() -> [ProseBlock<Value>] {
    document.blocks.map { block in
      switch block {
      case .prose(let prose): shown(prose)
      case .cell(let cell): .verbatim(language: cell.kind.rawValue, lines: lines(of: cell))
      }
    }
  }

  /// The cell with its fences.
  private func lines(of cell: LessonDocument.Cell) -> [String] {
    let opening = ["```" + cell.kind.rawValue, cell.argument].filter { !$0.isEmpty }.joined(separator: " ")
    var lines = document.file[cell.body].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return [opening] + lines.map(String.init) + ["```"]
  }

  private func shown<Value>(_ block: ProseBlock<SourceRange>) -> ProseBlock<Value> {
    switch block {
    case .heading(let level, let spans): .heading(level: level, spans: shown(spans))
    case .paragraph(let spans): .paragraph(shown(spans))
    case .list(let start, let items): .list(start: start, items: items.map { $0.map(shown) })
    case .quotation(let blocks): .quotation(blocks.map(shown))
    case .table(let header, let rows, let alignments):
      .table(header: header.map(shown), rows: rows.map { $0.map(shown) }, alignments: alignments)
    case .verbatim(let language, let lines): .verbatim(language: language, lines: lines)
    case .rule: .rule
    }
  }

  private func shown<Value>(_ spans: [ProseSpan<SourceRange>]) -> [ProseSpan<Value>] {
    spans.map { span in
      switch span {
      case .text(let text): .text(text)
      case .code(let code): .code("`\(code)`")
      case .value(let range): .code("`= \(document.file[range])`")
      case .emphasis(let spans): .emphasis(shown(spans))
      case .strong(let spans): .strong(shown(spans))
      case .link(let spans, let destination): .link(shown(spans), destination: destination)
      case .lineBreak: .lineBreak
      }
    }
  }
}
