import Algebra
import LessonRuntime
import PlainText
import Rendering
public import Stepper
import Terminal
import Transcript

extension Player {
  /// The window as it now is: the network, how far it is, the output over the plane beside losses and weights, a line for
  /// what is said or typed, and one for the keys.
  public var frame: Frame {
    var lines: [String]
    if let page {
      lines = page.lines[min(page.top, page.lines.count)...].prefix(max(1, size.rows - 1)).map(cut)
      lines += Array(repeating: "", count: max(0, size.rows - 1 - lines.count))
      lines.append(lastLine([pagePlace(of: page), "Esc back", "Up, Down, PgUp, PgDn look"]))
    } else if choice != nil {
      lines = filled(with: choiceLines(rows: max(1, size.rows - 2)))
      lines += [infoLine.text, lastLine(["Esc back", "Left, Right change", "Up, Down move"])]
    } else {
      lines = filled(with: trainingLines)
      lines += [infoLine.text, lastLine(keyHints)]
    }
    let hidden = max(0, lines.count - size.rows)
    lines.removeFirst(hidden)
    let row = lines.count - 2
    let cursor = page == nil && row >= 0 ? infoLine.column.map { Frame.Cursor(row: row, column: $0) } : nil
    return Frame(lines: lines, cursor: cursor)
  }

  /// As many lines as stand above the last two.
  private func filled(with lines: [String]) -> [String] {
    let height = max(0, size.rows - 2)
    return lines.prefix(height) + Array(repeating: "", count: max(0, height - lines.count))
  }

  /// A line that may be wider than the window, which then loses its ink.
  private func cut(_ line: String) -> String {
    line.contains("\u{1B}") ? line : fitted(line, columns: size.columns)
  }

  /// A line of words that fits the window.
  func plain(_ text: String) -> String { fitted(text.harmlessLine, columns: size.columns) }

  /// The beginning of words that fits so many columns, and a sign where something had to go.
  func fitted(_ text: String, columns: Int) -> String {
    let words = style.words(text)
    if displayWidth(words) <= columns { return words }
    let cut = shortened(words, toWidth: columns)
    return style.alphabet == .ascii && cut.hasSuffix("…") ? cut.dropLast() + ">" : cut
  }

  // MARK: The last two lines

  private var infoLine: (text: String, column: Int?) {
    if let prompt {
      if prompt.existing != nil { return (plain((message ?? "") + "; y replaces it"), nil) }
      let label = fitted(prompt.action.prompt ?? "", columns: size.columns / 2)
      let room = max(1, size.columns - displayWidth(label))
      let (text, column) = prompt.editor.visible(
        width: room, ellipsis: style.alphabet == .ascii ? "<" : "…")
      return (label + text, displayWidth(label) + column)
    }
    return (plain(message ?? (choice == nil ? legend : "")), nil)
  }

  /// What the marks of the points stand for, and where the boundary is.
  private var legend: String {
    guard let labels = training.labels, let level = training.level, let output = training.output else {
      return ""
    }
    let (low, high) = (words.number(labels.low), words.number(labels.high))
    let target = training.target ?? "label"
    let boundary = "\(output) = \(words.number(level))"
    let long = "O is \(target) = \(low), X is \(target) = \(high); the boundary is where \(boundary)"
    let shades = style.ink == .full ? "bright is high" : "dense is high"
    let texts = ["\(long); \(shades)", long, "O \(low), X \(high); boundary \(boundary)"]
    return texts.first { displayWidth($0) <= size.columns } ?? texts[2]
  }

  private var keyHints: [String] {
    [
      isRunning ? "Space pause" : "Space run", "? keys", "q quit", "n epoch", "b back", "w update",
      "+ - rate",
    ] + (network == nil ? [] : ["c network"]) + ["s save", "m map in words"]
  }

  /// The last line in the colours of the ground, with as many of the hints as there is room for.
  private func lastLine(_ hints: [String]) -> String {
    let texts = hints.indices.reversed().map { style.words(hints[...$0].joined(separator: "  ")) }
    let text = texts.first { displayWidth($0) <= size.columns } ?? fitted(hints[0], columns: size.columns)
    let padding = String(repeating: " ", count: max(0, size.columns - displayWidth(text)))
    return style.isInked ? style.inverse(text + padding) : text
  }

  private func pagePlace(of page: Page) -> String {
    "\(min(page.top + 1, page.lines.count))-\(min(page.top + size.rows - 1, page.lines.count))/\(page.lines.count)"
  }

  // MARK: Choices

  private func choiceLines(rows: Int) -> [String] {
    guard let network, let choice else { return [] }
    let head = plain("Network \(network.shape) on \(network.rowsName): a change starts it again.")
    let names = choices.map(\.name)
    let width = names.map { displayWidth($0) }.max() ?? 0
    let lines = choices.enumerated().map { index, setting in
      let mark = index == choice ? "> " : "  "
      let padding = String(repeating: " ", count: width - displayWidth(setting.name))
      let line = plain("\(mark)\(setting.name)\(padding)  \(setting.value(network) ?? "")")
      return index == choice ? style.bold(line) : line
    }
    return [head] + around(choice, lines, rows: max(1, rows - 1))
  }

  /// So many lines, a place among them.
  func around(_ place: Int, _ lines: [String], rows: Int) -> [String] {
    let first = min(max(0, place - rows / 2), max(0, lines.count - rows))
    return Array(lines[first...].prefix(rows))
  }
}
