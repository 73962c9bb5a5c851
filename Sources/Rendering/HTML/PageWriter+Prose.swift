internal import Algebra
internal import PlainText
internal import Prose

extension PageWriter {
  /// A block of prose; `classes` are those of its element.
  mutating func html(of block: ProseBlock<Number>, class classes: String = "") -> String {
    let attribute = classes.isEmpty ? "" : " class=\"\(classes)\""
    switch block {
    case .heading(_, let spans): return "<p\(attribute)><strong>\(inline(spans))</strong></p>"
    case .paragraph(let spans): return "<p\(attribute)>\(inline(spans))</p>"
    case .list(let start, let items):
      let tag = start == nil ? "ul" : "ol"
      let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
      let isTight = items.allSatisfy(\.isOneThought)
      let content = items.map { "<li>" + self.html(ofItem: $0, isTight: isTight) + "</li>\n" }.joined()
      return "<\(tag)\(attribute)\(first)>\n\(content)</\(tag)>"
    case .quotation(let blocks):
      return "<blockquote\(attribute)>\n" + blocks.map { self.html(of: $0) + "\n" }.joined() + "</blockquote>"
    case .table(let header, let rows, _):
      let heads = header.map { inline($0) }
      let cells = rows.map { row in row.map { TableCell(html: inline($0), isNumber: $0.isNumber) } }
      return region("Table", table(heads, cells, hasRowHeads: false), class: classes)
    case .verbatim(_, let lines):
      return region(
        "Text", "<code>" + lines.map(\.escapedForMarkup).joined(separator: "\n") + "</code>", tag: "pre",
        class: classes)
    case .rule: return "<hr\(attribute)>"
    }
  }

  private mutating func html(ofItem blocks: [ProseBlock<Number>], isTight: Bool) -> String {
    guard isTight, case .paragraph(let spans)? = blocks.first else {
      return blocks.map { self.html(of: $0) }.joined(separator: "\n")
    }
    return inline(spans) + blocks.dropFirst().map { "\n" + self.html(of: $0) }.joined()
  }

  /// Running text.
  func inline(_ spans: [ProseSpan<Number>]) -> String { spans.map { inline($0, isInLink: false) }.joined() }

  private func inline(_ span: ProseSpan<Number>, isInLink: Bool) -> String {
    func content(_ spans: [ProseSpan<Number>], isInLink: Bool) -> String {
      spans.map { inline($0, isInLink: isInLink) }.joined()
    }
    switch span {
    case .text(let text): return text.escapedForMarkup
    case .code(let code): return "<code>\(code.escapedForMarkup)</code>"
    case .emphasis(let spans): return "<em>\(content(spans, isInLink: isInLink))</em>"
    case .strong(let spans): return "<strong>\(content(spans, isInLink: isInLink))</strong>"
    case .link(let spans, let destination):
      let shown = content(spans, isInLink: true)
      let text = shown.isEmpty ? destination.escapedForMarkup : shown
      guard !isInLink, let address = LinkAddress(destination) else {
        let isTold = shown.isEmpty || destination.isEmpty || shown == destination.escapedForMarkup
        return isTold ? text : "\(text) (\(destination.escapedForMarkup))"
      }
      return "<a href=\"\(address.text.escapedForMarkup)\">\(text)</a>"
    case .lineBreak: return "<br>"
    case .value(let number): return plain(number)
    }
  }
}

extension [ProseSpan<Number>] {
  /// Whether it is a number alone.
  fileprivate var isNumber: Bool {
    guard count == 1 else { return false }
    switch self[0] {
    case .value: return true
    case .text(let text): return text.utf8.allSatisfy { $0 < 0x3A } || Double(text) != nil
    default: return false
    }
  }
}
