extension ProseBlock {
  /// The same block with every inline value put through `transform`, in reading order.
  public func map<Result>(_ transform: (Value) -> Result) -> ProseBlock<Result> {
    switch self {
    case .heading(let level, let spans): .heading(level: level, spans: spans.map { $0.map(transform) })
    case .paragraph(let spans): .paragraph(spans.map { $0.map(transform) })
    case .list(let start, let items):
      .list(start: start, items: items.map { item in item.map { $0.map(transform) } })
    case .quotation(let blocks): .quotation(blocks.map { $0.map(transform) })
    case .table(let header, let rows):
      .table(
        header: header.map { cell in cell.map { $0.map(transform) } },
        rows: rows.map { row in row.map { cell in cell.map { $0.map(transform) } } })
    case .verbatim(let language, let lines): .verbatim(language: language, lines: lines)
    case .rule: .rule
    }
  }
}

extension ProseSpan {
  /// The same span with every inline value put through `transform`, in reading order.
  public func map<Result>(_ transform: (Value) -> Result) -> ProseSpan<Result> {
    switch self {
    case .text(let text): .text(text)
    case .emphasis(let spans): .emphasis(spans.map { $0.map(transform) })
    case .strong(let spans): .strong(spans.map { $0.map(transform) })
    case .code(let code): .code(code)
    case .link(let spans, let destination):
      .link(spans.map { $0.map(transform) }, destination: destination)
    case .lineBreak: .lineBreak
    case .value(let value): .value(transform(value))
    }
  }
}
