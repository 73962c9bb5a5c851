extension ProseBlock {
  /// The same block with every inline value put through `transform`, in reading order.
  ///
  /// Throws what `transform` throws.
  public func map<Result, Failure>(
    _ transform: (Value) throws(Failure) -> Result
  ) throws(Failure) -> ProseBlock<Result> {
    switch self {
    case .heading(let level, let spans):
      .heading(level: level, spans: try spans.mapValues(transform))
    case .paragraph(let spans):
      .paragraph(try spans.mapValues(transform))
    case .list(let start, let items):
      .list(
        start: start,
        items: try items.map { item throws(Failure) in
          try item.map { block throws(Failure) in try block.map(transform) }
        })
    case .quotation(let blocks):
      .quotation(try blocks.map { block throws(Failure) in try block.map(transform) })
    case .table(let header, let rows, let alignments):
      .table(
        header: try header.map { cell throws(Failure) in try cell.mapValues(transform) },
        rows: try rows.map { row throws(Failure) in
          try row.map { cell throws(Failure) in try cell.mapValues(transform) }
        }, alignments: alignments)
    case .verbatim(let language, let lines): .verbatim(language: language, lines: lines)
    case .rule: .rule
    }
  }
}

extension ProseSpan {
  /// The same span with every inline value put through `transform`, in reading order.
  ///
  /// Throws what `transform` throws.
  public func map<Result, Failure>(
    _ transform: (Value) throws(Failure) -> Result
  ) throws(Failure) -> ProseSpan<Result> {
    switch self {
    case .text(let text): .text(text)
    case .emphasis(let spans): .emphasis(try spans.mapValues(transform))
    case .strong(let spans): .strong(try spans.mapValues(transform))
    case .code(let code): .code(code)
    case .link(let spans, let destination):
      .link(try spans.mapValues(transform), destination: destination)
    case .lineBreak: .lineBreak
    case .value(let value): .value(try transform(value))
    }
  }
}

extension Array {
  fileprivate func mapValues<Value, Result, Failure>(
    _ transform: (Value) throws(Failure) -> Result
  ) throws(Failure) -> [ProseSpan<Result>] where Element == ProseSpan<Value> {
    try map { span throws(Failure) in try span.map(transform) }
  }
}
