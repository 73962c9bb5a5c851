import Diagnostics
import LessonDocument
import Prose

/// A document written out in short form: a line a block, its lines in the file before it, blocks within it below.
struct Dump {
  private let file: SourceFile
  private var lines: [String] = []

  /// The parts of a document, with the file's lines that each takes.
  static func parts(_ document: LessonDocument) -> String {
    var dump = Dump(file: document.file)
    for part in document.parts { dump.add(part) }
    return dump.lines.joined(separator: "\n")
  }

  /// The prose and cells of what is put below settings without fault.
  static func blocks(_ text: String) -> String {
    let document = LessonDocument(reading: SourceFile(name: "a.md", text: "---\ntitle: t\n---\n" + text))
    var dump = Dump(file: document.file)
    for block in document.blocks { dump.add(block, indentation: "") }
    return (dump.lines + document.diagnostics.map { "error: " + $0.message }).joined(separator: "\n")
  }

  private init(file: SourceFile) {
    self.file = file
  }

  private mutating func add(_ part: LessonDocument.Part) {
    let first = file.lineIndex(of: part.range.lowerBound) + 1
    let last = file.lineIndex(of: max(part.range.lowerBound, part.range.upperBound - 1)) + 1
    let place = first == last ? "\(first) " : "\(first)-\(last) "
    switch part.content {
    case .frontMatter: lines.append(place + "front matter")
    case .comment: lines.append(place + "comment")
    case .blank: lines.append(place + "blank")
    case .unread: lines.append(place + "unread")
    case .block(let block):
      let count = lines.count
      add(block, indentation: "")
      lines[count] = place + lines[count]
    }
  }

  private mutating func add(_ block: LessonDocument.Block, indentation: String) {
    switch block {
    case .prose(let block): add(block, indentation: indentation)
    case .cell(let cell):
      let place = file.location(of: cell.kindRange.lowerBound)
      let argument = cell.argument.isEmpty ? "" : " " + cell.argument
      lines.append(
        "cell \(place.line):\(place.column) \(cell.kind)\(argument) \(file[cell.body].debugDescription)")
    }
  }

  private mutating func add(_ block: ProseBlock<SourceRange>, indentation: String) {
    switch block {
    case .heading(let level, let spans): lines.append(indentation + "h\(level) " + text(spans))
    case .paragraph(let spans): lines.append(indentation + "p " + text(spans))
    case .list(let start, let items):
      lines.append(indentation + (start.map { "list from \($0)" } ?? "list"))
      for item in items {
        lines.append(indentation + "- item")
        for block in item { add(block, indentation: indentation + "  ") }
      }
    case .quotation(let blocks):
      lines.append(indentation + "quotation")
      for block in blocks { add(block, indentation: indentation + "  ") }
    case .table(let header, let rows, let alignments):
      let sides = alignments.contains { $0 != nil } ? alignments.map { $0.map { "\($0) " } ?? "" } : []
      let heads = header.enumerated().map { (sides.isEmpty ? "" : sides[$0]) + text($1) }
      lines.append(indentation + "table " + heads.joined(separator: " | "))
      for row in rows { lines.append(indentation + "  row " + row.map(text).joined(separator: " | ")) }
    case .verbatim(let language, let content):
      lines.append(indentation + "verbatim <\(language)> " + content.joined(separator: "⏎"))
    case .rule: lines.append(indentation + "rule")
    }
  }

  private func text(_ spans: [ProseSpan<SourceRange>]) -> String {
    spans.map(text).joined()
  }

  private func text(_ span: ProseSpan<SourceRange>) -> String {
    switch span {
    case .text(let text): return "‹\(text)›"
    case .emphasis(let spans): return "em(\(text(spans)))"
    case .strong(let spans): return "strong(\(text(spans)))"
    case .code(let code): return "code(\(code))"
    case .link(let spans, let destination): return "link(\(text(spans)) → \(destination))"
    case .lineBreak: return "⏎"
    case .value(let range):
      let place = file.location(of: range.lowerBound)
      return "value(\(place.line):\(place.column) \(file[range]))"
    }
  }
}
