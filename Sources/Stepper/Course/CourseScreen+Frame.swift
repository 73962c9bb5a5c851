import PlainText
import Rendering
import Terminal

extension CourseScreen {
  /// The rows for the list: all but those for what is said of the lesson, and the two at the bottom.
  var listHeight: Int { max(1, size.rows - 2 - factsHeight) }

  /// The rows for what is said of the lesson at which somebody is, a ruled one above it among them.
  private var factsHeight: Int { size.rows >= 20 ? 4 : size.rows >= 9 ? 3 : 0 }

  /// All rows of the list.
  var rows: [Row] {
    var rows: [Row] = []
    var count = 0
    for part in page.parts where !part.lessons.isEmpty {
      if !rows.isEmpty { rows.append(.blank) }
      rows += part.heading.flatMap { wrapped(style.words($0.harmlessLine), width: max(1, size.columns)) }
        .map { .heading($0) }
      rows += part.lessons.indices.map { .lesson(count + $0) }
      count += part.lessons.count
    }
    return rows
  }

  /// The window as it now is.
  public var frame: Frame {
    let width = max(1, size.columns)
    var lines = showsHelp ? helpLines : rows.dropFirst(top).prefix(listHeight).map(line)
    lines = Array(lines.prefix(showsHelp ? max(0, size.rows - 2) : listHeight))
    if !showsHelp {
      lines += Array(repeating: "", count: max(0, listHeight - lines.count)) + factsLines
    }
    lines += Array(repeating: "", count: max(0, size.rows - 2 - lines.count))
    let (info, column) = infoLine
    lines += [info, bar(statusLine)]
    let hidden = max(0, lines.count - max(1, size.rows))
    lines.removeFirst(hidden)
    let row = lines.count - 2
    return Frame(
      lines: lines.map { size.columns < Style.narrowestPage ? shortened($0, toWidth: width) : $0 },
      cursor: column.flatMap { row >= 0 ? Frame.Cursor(row: row, column: $0) : nil })
  }

  // MARK: - The list

  private func line(of row: Row) -> String {
    switch row {
    case .blank: ""
    case .heading(let text): style.bold(text)
    case .lesson(let index): line(of: page.lessons[index], isSelected: index == selection)
    }
  }

  /// `> ✓ backpropagation  Back-propagation by hand · next`
  private func line(of lesson: CoursePage.Lesson, isSelected: Bool) -> String {
    let isNarrow = size.columns < 60
    let longest = page.lessons.map { displayWidth($0.name.harmlessLine) }.max() ?? 0
    let name = lesson.name.harmlessLine
    let padding = String(repeating: " ", count: max(0, longest - displayWidth(name)) + 2)
    let marks = [lesson.name == page.next ? "next" : nil, lesson.practice == nil ? nil : "practice"]
      .compactMap(\.self).joined(separator: ", ")
    let end = marks.isEmpty ? "" : " (\(marks))"
    let title = isNarrow ? "" : padding + lesson.title.harmlessLine
    let start = "\(isSelected ? ">" : " ") \(sign(of: lesson.standing)) "
    let room = max(1, size.columns - displayWidth(start) - displayWidth(end))
    let text = shortened(start + shortened(name + title, toWidth: room) + end, toWidth: size.columns)
    return isSelected ? bar(text) : text
  }

  /// The signs are as wide as each other, so that the names stand below each other.
  private func sign(of standing: CoursePage.Standing) -> String {
    let isAscii = style.alphabet == .ascii
    return switch standing {
    case .new: isAscii ? "   " : " "
    case .begun: isAscii ? "..." : "…"
    case .done: isAscii ? "ok " : "✓"
    case .broken: isAscii ? "!  " : "!"
    }
  }

  // MARK: - What is said of a lesson

  private var factsLines: [String] {
    guard factsHeight > 0, let selected else { return Array(repeating: "", count: factsHeight) }
    let sign = style.alphabet == .ascii ? "-" : "─"
    let practice = selected.practice.map { ["practice: " + $0] } ?? []
    let facts = practice + selected.facts
    let text = selected.title + (facts.isEmpty ? "" : ": " + facts.joined(separator: "; "))
    let lines = wrapped(style.words(text.harmlessLine), width: max(1, size.columns))
    var shown = Array(lines.prefix(factsHeight - 1))
    if lines.count > shown.count, let last = shown.indices.last {
      shown[last] = shortened(lines[last...].joined(separator: " "), toWidth: size.columns)
    }
    return [String(repeating: sign, count: size.columns)] + shown
      + Array(repeating: "", count: factsHeight - 1 - shown.count)
  }

  // MARK: - The two lines at the bottom

  private var infoLine: (text: String, cursorColumn: Int?) {
    let width = size.columns
    guard let search else {
      return (shortened(style.words(message ?? page.summary), toWidth: width), nil)
    }
    let label = shortened("search> ", toWidth: width / 2)
    let room = max(1, width - displayWidth(label))
    let (text, column) = search.visible(width: room, ellipsis: style.alphabet == .ascii ? "<" : "…")
    return (style.bold(label) + text, displayWidth(label) + column)
  }

  /// As many of the keys as there is room for, the most needed first.
  private var statusLine: String {
    let place = "\(min(selection + 1, page.lessons.count))/\(page.lessons.count)"
    let hints =
      search != nil
      ? ["Enter done", "Esc leave"] + (message.map { [$0] } ?? [])
      : ["Enter read", "? keys", "q quit", "p practise", "n next", "/ search", "] part"]
    let texts = hints.indices.reversed().map { ([place] + hints[...$0]).joined(separator: "  ") }
    return style.words(
      texts.first { displayWidth($0) <= size.columns } ?? shortened(place, toWidth: size.columns))
  }

  private func bar(_ text: String) -> String {
    guard style.isInked else { return text }
    return style.inverse(text + String(repeating: " ", count: max(0, size.columns - displayWidth(text))))
  }

  private var helpLines: [String] {
    let rows = [
      ("Up, Down", "Move; PgUp, PgDn further."), ("Enter", "Read the lesson."), ("p", "Practise it."),
      ("n", "To the lesson that is next."), ("[ ]", "To the part before, behind."),
      ("/", "Search a name or a title."), ("q", "Leave."),
      (
        [.done, .begun, .broken].map { sign(of: $0).split(separator: " ").joined() }.joined(separator: " "),
        "Done, begun, has an error."
      ),
    ]
    return WordColumn.lines(
      of: rows.map { (word: $0.0, meaning: style.words($0.1)) }, width: max(Style.narrowestPage, size.columns)
    )
  }
}
