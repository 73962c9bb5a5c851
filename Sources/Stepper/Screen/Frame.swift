import LessonRuntime
import PlainText
import Rendering
import Terminal
import Transcript
import Tutor

/// What is to be seen in a window: at most as many lines as it has, none wider than it is.
public struct Frame: Equatable, Sendable {
  /// The lines, from the top.
  public var lines: [String]
  /// Where the cursor stands, from 0; `nil` where there is none.
  public var cursor: Cursor?

  /// A frame of these lines.
  public init(lines: [String], cursor: Cursor? = nil) {
    self.lines = lines
    self.cursor = cursor
  }

  /// A place in a window.
  public struct Cursor: Equatable, Sendable {
    /// The row, from 0 at the top.
    public var row: Int
    /// The column, from 0 on the left.
    public var column: Int

    /// The place at a row and a column.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }
}

extension ScreenReader {
  var style: Style { reader.style }

  /// The window as it now is: the page, a line for what is asked or typed, and a line that says where the reader is and
  /// which keys there are.
  public var frame: Frame {
    let end = min(content.count, top + bodyHeight)
    var lines = (min(top, end)..<end).map { index in
      // A line that is cut has no ink.
      let sought = size.columns < Style.narrowestPage ? nil : reader.highlighted
      let line = sought.map { style.highlighting($0, in: content[index]) } ?? content[index]
      return fitted(gutter(ofLine: index) + line)
    }
    lines += Array(repeating: "", count: bodyHeight - lines.count)
    if let panel { lines = panel.joined(to: lines, width: gutterWidth + style.width, in: style) }
    let (info, column) = infoLine
    lines += [info, statusLine]
    // Of a window that has no room for all, the last lines are the ones that are needed.
    let hidden = max(0, lines.count - size.rows)
    lines.removeFirst(hidden)
    let row = lines.count - 2
    let cursor = column.flatMap { row >= 0 ? Frame.Cursor(row: row, column: $0) : nil }
    return Frame(lines: lines, cursor: cursor)
  }

  /// A line of the page in a window that is narrower than any page is laid out for.
  private func fitted(_ line: String) -> String {
    size.columns < Style.narrowestPage ? shortened(line, toWidth: size.columns) : line
  }

  // MARK: - The line above the last

  /// What is typed, said or asked, and where the cursor stands in it.
  private var infoLine: (text: String, cursorColumn: Int?) {
    let width = size.columns
    if let prompt {
      let label = shortened(prompt.action.prompt ?? "", toWidth: width / 2)
      let room = max(1, width - displayWidth(label))
      let ellipsis = style.alphabet == .ascii ? "<" : "…"
      let (text, column) = prompt.editor.visible(width: room, ellipsis: ellipsis)
      return (style.bold(label) + text, displayWidth(label) + column)
    }
    if let message { return (shortened(style.alphabet.ownWords(message), toWidth: width), nil) }
    if hasMore { return (shortened("-- more: Enter --", toWidth: width), nil) }
    if let question = reader.openQuestion {
      let text = invitations(to: question).first { displayWidth($0) <= width } ?? ">> ?"
      return (style.bold(shortened(text, toWidth: width)), nil)
    }
    if let question = reader.unansweredQuestion {
      return (shortened(">> Question \(question.number) was given up; = tries it again", toWidth: width), nil)
    }
    // The page names a command that shows what it leaves out, and a line begins with `:` to be one.
    return (
      reader.namesCommand
        ? shortened(style.words(":explain … shows what is left out here"), toWidth: width) : "", nil
    )
  }

  /// What a question asks for, the longest first.
  private func invitations(to question: Question) -> [String] {
    let label = ">> Question \(question.number)"
    let isWaiting = reader.waitingQuestion != nil
    let words = (isWaiting ? [Action.hint, .skip, .giveUp] : [.hint, .giveUp]).map(\.typedWord)
    return [
      "\(label) \(isWaiting ? "waits" : "is still open"): type your answer, or \(words.joined(separator: ", "))",
      "\(label): \(words.joined(separator: " "))", "\(label): \(words[0])", label,
    ]
  }
}
