import Diagnostics
import Prose

/// Reads what stands below the settings: Markdown's blocks, and the cells among them.
///
/// One pass over the lines, as in the CommonMark specification's appendix: each line first finds those of the open
/// containers (quotations and lists) that go on in it, then may open new ones, and what is left of it belongs to the
/// innermost open block. At most `nestingLimit` containers are open, so that the work is proportional to the file.
struct BlockReader {
  /// What was read; between the parts stand empty lines only.
  private(set) var parts: [LessonDocument.Part] = []
  /// What is wrong with the cells' fences.
  private(set) var diagnostics: [Diagnostic] = []
  /// What an author should look at twice in the prose.
  private(set) var findings = RunningText.Findings()
  /// The HTML comments, in reading order, at most `maxBlocks`.
  private(set) var comments: [SourceRange] = []

  /// How many quotations and lists may stand in one another; the marks of deeper ones are text.
  static let nestingLimit = 20

  /// How many blocks and cells of tables a file may have.
  static let maxBlocks = 500_000

  let file: SourceFile
  /// Whether a fence has been told that is not closed.
  private var hasToldOpenFence = false
  /// The open containers, outermost first.
  private var containers: [Container] = []
  /// The block that takes the next line of text, if one is open.
  private var leaf: Leaf?
  /// The lines of the open leaf, without what belongs to the containers.
  private var lines: [SourceRange] = []
  /// Where the open outermost block began.
  private var start = 0
  /// The end of the last line that was not blank.
  private(set) var contentEnd = 0
  /// Where the line that is being read begins and where the next one does.
  private var line = SourceRange(0, 0)
  private var commentSearch: CommentSearch
  /// How many blocks and cells of tables there are so far.
  private var blockCount = 0
  private let maxBlocks: Int

  /// A block that holds lines.
  private enum Leaf {
    case paragraph
    case table(columns: Int, alignments: [ColumnAlignment?])
    case fence(Fence, bodyStart: Int)
    case indented
    case comment(end: Int)
  }

  /// A reader of `file`.
  init(_ file: SourceFile, maxBlocks: Int = BlockReader.maxBlocks) {
    self.file = file
    self.maxBlocks = maxBlocks
    commentSearch = CommentSearch(file)
  }

  /// Reads all lines from the one with the index `first`.
  mutating func read(fromLine first: Int) {
    for index in first..<max(first, file.lines.count) {
      let content = index == 0 ? file.lines[0].withoutByteOrderMark(in: file) : file.lines[index]
      let next = index + 1 < file.lines.count ? file.lines[index + 1].lowerBound : file.bytes.count
      line = SourceRange(content.lowerBound, next)
      readLine(LineCursor(content))
      if blockCount > maxBlocks {
        diagnostics.report(
          "this file has more than 500,000 blocks of prose and cells of tables, which is the bound", at: line,
          hint: "split it into several lessons")
        break
      }
    }
    line = SourceRange(file.bytes.count, file.bytes.count)
    close(to: 0)
  }

  // MARK: Lines

  private mutating func readLine(_ cursor: LineCursor) {
    let isEmpty = cursor.isBlank(in: file)
    var cursor = cursor
    var depth = 0
    while depth < containers.count, containers[depth].goesOn(&cursor, in: file) { depth += 1 }

    if depth == containers.count, continueLeaf(cursor) { return }
    if cursor.isBlank(in: file) {
      if depth == containers.count, case .indented = leaf {
        lines.append(SourceRange(cursor.end, cursor.end))
      } else {
        close(to: depth)
      }
      // A quotation's mark alone on its line is still part of the quotation.
      if !isEmpty { contentEnd = line.upperBound }
      return
    }
    if cursor.mayOpenBlock(in: file) { openContainers(&cursor, depth: &depth) }
    if !cursor.isBlank(in: file) {
      let isTaken = cursor.mayOpenBlock(in: file) && openLeaf(cursor, depth: depth)
      if !isTaken { addText(cursor, depth: depth) }
    }
    contentEnd = line.upperBound
  }

  /// Gives the line to an open leaf that takes it whatever else it might be.
  private mutating func continueLeaf(_ cursor: LineCursor) -> Bool {
    switch leaf {
    case .fence(let fence, _): return continueFence(fence, cursor)
    case .comment(let end):
      contentEnd = line.upperBound
      if end <= cursor.end { closeLeaf() }
    case .indented where cursor.space(in: file).columns >= 4 && !cursor.isBlank(in: file):
      addCode(cursor)
      contentEnd = line.upperBound
    case .paragraph:
      guard let level = cursor.underlineLevel(in: file) else { return false }
      contentEnd = line.upperBound
      append(
        .block(
          .prose(.heading(level: level, spans: spans(of: Passage.runningText(ofLines: lines, in: file))))))
      leaf = nil
      lines = []
    case .indented, .table, nil: return false
    }
    return true
  }

  private mutating func continueFence(_ fence: Fence, _ cursor: LineCursor) -> Bool {
    if fence.isClosed(by: cursor, in: file) {
      contentEnd = line.upperBound
      closeFence(isClosed: true)
    } else if fence.cellKind(in: file) != nil, Fence(cursor, in: file)?.cellKind(in: file) != nil {
      // A cell that begins inside a cell: the first one was left open. So the second one is read as well.
      closeLeaf()
      return false
    } else {
      var cursor = cursor
      cursor.skipSpace(columns: fence.indentation, in: file)
      lines.append(SourceRange(cursor.offset, cursor.end))
      contentEnd = line.upperBound
    }
    return true
  }

  // MARK: Opening

  private mutating func openContainers(_ cursor: inout LineCursor, depth: inout Int) {
    while cursor.space(in: file).columns < 4 {
      if cursor.isQuotation(in: file), depth < BlockReader.nestingLimit {
        open(Container(.quotation), at: depth)
        _ = containers[depth].goesOn(&cursor, in: file)
      } else if let marker = ListMarker(cursor, in: file), !cursor.isRule(in: file) {
        if depth < containers.count, containers[depth].isList(of: marker) {
          close(to: depth + 1)
          containers[depth].beginItem(indentation: marker.skip(&cursor, in: file))
        } else if canOpenList(marker, cursor, depth: depth) {
          open(Container(.list(marker), indentation: marker.skip(&cursor, in: file)), at: depth)
        } else {
          return
        }
      } else {
        return
      }
      depth += 1
    }
  }

  /// A list may begin anywhere but within a paragraph, where only `1.` or a bullet with text behind it begins one.
  private func canOpenList(_ marker: ListMarker, _ cursor: LineCursor, depth: Int) -> Bool {
    guard depth < BlockReader.nestingLimit else { return false }
    guard depth == containers.count, case .paragraph = leaf else { return true }
    var behind = cursor
    _ = marker.skip(&behind, in: file)
    return (marker.number ?? 1) == 1 && !behind.isBlank(in: file)
  }

  private mutating func open(_ container: Container, at depth: Int) {
    close(to: depth)
    begin()
    containers.append(container)
  }

  private mutating func openLeaf(_ cursor: LineCursor, depth: Int) -> Bool {
    if let heading = Heading(cursor, in: file) {
      let spans = spans(of: Passage.runningText(ofLines: [heading.text], in: file))
      appendLine(.heading(level: heading.level, spans: spans), depth: depth)
    } else if let fence = Fence(cursor, in: file) {
      close(to: depth)
      begin()
      leaf = .fence(fence, bodyStart: line.upperBound)
    } else if cursor.isRule(in: file) {
      appendLine(.rule, depth: depth)
    } else if let end = commentSearch.end(ahead: cursor) {
      close(to: depth)
      begin()
      contentEnd = line.upperBound
      leaf = .comment(end: end)
      note([SourceRange(cursor.rest(in: file).lowerBound, end)])
      if end <= cursor.end { closeLeaf() }
    } else {
      return false
    }
    return true
  }

  /// Adds a block that is the line being read.
  private mutating func appendLine(_ block: ProseBlock<SourceRange>, depth: Int) {
    close(to: depth)
    begin()
    contentEnd = line.upperBound
    append(.block(.prose(block)))
  }

  private mutating func addText(_ cursor: LineCursor, depth: Int) {
    switch leaf {
    case .paragraph:
      // A line with fewer marks than the containers need goes on in the paragraph all the same.
      if depth == containers.count, beginTable(below: cursor) { return }
      lines.append(cursor.rest(in: file))
    case .table(let columns, _) where depth == containers.count:
      blockCount += columns
      lines.append(cursor.rest(in: file))
    default:
      close(to: depth)
      begin()
      if cursor.space(in: file).columns < 4 {
        leaf = .paragraph
        lines.append(cursor.rest(in: file))
      } else {
        leaf = .indented
        addCode(cursor)
      }
    }
  }

  private mutating func addCode(_ cursor: LineCursor) {
    var cursor = cursor
    cursor.skipSpace(columns: 4, in: file)
    lines.append(SourceRange(cursor.offset, cursor.end))
  }

  /// Makes the paragraph's last line the header of a table, when the line ahead is what stands below one.
  private mutating func beginTable(below cursor: LineCursor) -> Bool {
    guard let header = lines.last, let columns = TableRow.alignments(below: cursor, in: file),
      TableRow(header, limit: columns.count + 1, in: file).cells.count == columns.count
    else { return false }
    lines.removeLast()
    let headerLine = file.lines[file.lineIndex(of: header.lowerBound)].withoutByteOrderMark(in: file)
    if !lines.isEmpty {
      contentEnd = headerLine.lowerBound
      closeLeaf()
      if containers.isEmpty { start = headerLine.lowerBound }
    }
    blockCount += columns.count
    leaf = .table(columns: columns.count, alignments: columns)
    lines = [header]
    return true
  }

  // MARK: Closing

  /// Closes the leaf, and all but the outermost `depth` containers.
  private mutating func close(to depth: Int) {
    closeLeaf()
    while containers.count > depth {
      guard let container = containers.popLast() else { return }
      append(.block(.prose(container.block)))
    }
  }

  private mutating func closeLeaf() {
    switch leaf {
    case nil: return
    case .fence: return closeFence(isClosed: false)
    case .comment: append(.comment)
    case .paragraph:
      let spans = spans(of: Passage.runningText(ofLines: lines, in: file))
      // Nothing is left of a paragraph that is all comment.
      append(spans.isEmpty ? .comment : .block(.prose(.paragraph(spans))))
    case .table(let columns, let alignments):
      var rows: [[[ProseSpan<SourceRange>]]] = []
      for line in lines {
        var row: [[ProseSpan<SourceRange>]] = []
        for cell in TableRow(line, limit: columns, in: file).cells {
          row.append(spans(of: Passage(pieces: cell, in: file).runningText))
        }
        rows.append(row)
      }
      append(
        .block(
          .prose(.table(header: rows.first ?? [], rows: Array(rows.dropFirst()), alignments: alignments))))
    case .indented:
      while lines.last?.isEmpty == true { lines.removeLast() }
      append(.block(.prose(.verbatim(language: "", lines: lines.map { file[$0] }))))
    }
    leaf = nil
    lines = []
  }

  private mutating func closeFence(isClosed: Bool) {
    guard case .fence(let fence, let bodyStart) = leaf else { return }
    let marks = file[fence.range]
    // Behind a cell that was left open, marks alone close something.
    let isStray = hasToldOpenFence && fence.info.isEmpty
    if !isClosed, !isStray {
      hasToldOpenFence = true
      let last = fence.cellKind(in: file).flatMap { lastLine(ofCell: $0.kind, from: bodyStart) }
      diagnostics.report(
        "this fenced block is not closed", at: fence.range,
        advice: shortClosing(of: fence, from: bodyStart).map { closing in
          let isOther = file.bytes[closing.lowerBound] != fence.mark
          return Diagnostic.Advice(
            isOther
              ? "`~~~` and backticks close only what they opened: write \(marks)"
              : "as many marks close it as open it: \(marks)",
            notes: [.init(isOther ? "the other marks stand" : "too few marks stand", at: closing)],
            fix: .init(replacing: closing, with: marks))
        }
          ?? .init(
            "a line with nothing but \(marks) closes it: put one behind the last line that belongs to it",
            notes: last.map { [.init("its last line seems to stand", at: $0)] } ?? []))
    }
    if let (kind, kindRange) = fence.cellKind(in: file) {
      if containers.isEmpty {
        let argument = SourceRange(kindRange.upperBound, fence.info.upperBound).trimmed(in: file)
        let body = SourceRange(bodyStart, isClosed ? line.lowerBound : max(bodyStart, contentEnd))
        let cell = LessonDocument.Cell(
          kind: kind, kindRange: kindRange, argument: file[argument], argumentRange: argument, body: body,
          isClosed: isClosed)
        append(.block(.cell(cell)))
        leaf = nil
        lines = []
        return
      }
      diagnostics.report(
        "`\(kind)` cells may not stand inside a list or a quotation", at: kindRange,
        hint: "put its fences at the beginning of the line")
    } else if let (kind, range) = fence.nearlyNamedKind(in: file) {
      diagnostics.report(
        "there is no cell `\(file[range])`, and a block of code of that name is not run", at: range,
        advice: .meant("\(kind)", at: range))
    }
    append(.block(.prose(.verbatim(language: file[fence.info], lines: lines.map { file[$0] }))))
    leaf = nil
    lines = []
  }

  // MARK: Parts

  /// The spans of a text, the findings in which are added to those before.
  private mutating func spans(of text: RunningText) -> [ProseSpan<SourceRange>] {
    findings.add(text.findings)
    note(text.comments)
    return text.spans
  }

  /// Notes comments, which are part of no block.
  private mutating func note(_ found: [SourceRange]) {
    comments += found.prefix(maxBlocks - comments.count)
  }

  /// Notes where the outermost block begins.
  private mutating func begin() {
    if containers.isEmpty { start = line.lowerBound }
  }

  /// Adds what was read to the innermost open container, or to the lesson.
  private mutating func append(_ content: LessonDocument.Part.Content) {
    blockCount += 1
    if containers.isEmpty {
      parts.append(LessonDocument.Part(content: content, range: SourceRange(start, contentEnd)))
    } else if case .block(.prose(let block)) = content {
      containers[containers.count - 1].append(block)
    }
  }
}
