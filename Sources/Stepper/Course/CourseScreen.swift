import PlainText
public import Terminal

/// A course at a window: keys move among its lessons, and begin one.
public struct CourseScreen {
  /// What is looked at.
  public private(set) var page: CoursePage
  /// What somebody has chosen; `nil` while they look.
  public private(set) var choice: Choice?
  let style: Style
  private(set) var size: TerminalSize
  /// The lesson at which they are, among all.
  private(set) var selection: Int
  /// The first row of the list that is in the window.
  private(set) var top = 0
  /// The line that is being typed, if there is one.
  private(set) var search: LineEditor?
  /// What is said to a key until the next one.
  private(set) var message: String?
  /// Whether the keys are told in the place of the lessons.
  private(set) var showsHelp = false
  /// Where the search began, and what was searched for last.
  private var searchStart = 0
  private var searched = ""

  /// What somebody has chosen.
  public enum Choice: Hashable, Sendable {
    /// To read the lesson of that name.
    case step(String)
    /// To practise it.
    case practise(String)
    /// To leave.
    case leave
  }

  /// A row of the list.
  enum Row: Hashable {
    /// A line above the lessons of a part.
    case heading(String)
    /// Nothing.
    case blank
    /// The lesson of that index.
    case lesson(Int)
  }

  /// A course at a window of the given size, at the lesson of a name or the one that is next.
  ///
  /// - Parameter message: what is said of what was done before.
  public init(
    _ page: CoursePage, at name: String? = nil, message: String? = nil, style: Style, size: TerminalSize
  ) {
    self.page = page
    self.style = style
    self.size = size
    self.message = message
    let lessons = page.lessons
    selection = lessons.firstIndex { $0.name == name ?? page.next } ?? 0
    showSelection()
  }

  /// The lesson at which they are; `nil` where there is none.
  var selected: CoursePage.Lesson? {
    page.lessons.indices.contains(selection) ? page.lessons[selection] : nil
  }

  // MARK: - What happens

  /// A key is pressed.
  public mutating func press(_ key: Key) {
    message = nil
    if search != nil { return type(key) }
    if showsHelp {
      showsHelp = false
      if key == .escape || key == .character("?") { return }
    }
    switch key {
    case .up, .character("k"): move(to: selection - 1)
    case .down, .character("j"): move(to: selection + 1)
    case .pageUp: move(to: selection - max(1, listHeight - 1))
    case .pageDown, .character(" "): move(to: selection + max(1, listHeight - 1))
    case .home: move(to: 0)
    case .end: move(to: page.lessons.count - 1)
    case .character("]"): moveToPart(after: selection)
    case .character("["): moveToPart(before: selection)
    case .character("n"): moveToNext()
    case .enter, .right: step()
    case .character("p"): if let selected { choice = .practise(selected.name) }
    case .character("/"):
      searchStart = selection
      search = LineEditor(history: searched.isEmpty ? [] : [searched])
    case .character("?"): showsHelp = true
    case .character("q"), .control("d"): choice = .leave
    case .escape: break
    default: message = "\(key.label) does nothing here; ? shows the keys"
    }
  }

  /// The window has another size.
  public mutating func resize(to size: TerminalSize) {
    self.size = size
    showSelection()
  }

  private mutating func step() {
    guard let selected else { return }
    guard selected.standing != .broken else {
      message = "this lesson has an error: `longhand check \(selected.name)` tells it"
      return
    }
    choice = .step(selected.name)
  }

  // MARK: - Moving

  private mutating func move(to index: Int) {
    selection = max(0, min(index, page.lessons.count - 1))
    showSelection()
  }

  private mutating func moveToNext() {
    guard let index = page.lessons.firstIndex(where: { $0.name == page.next }) else {
      message = "all lessons are done"
      return
    }
    move(to: index)
  }

  /// The places of the first lessons of the parts.
  private var starts: [Int] {
    var starts: [Int] = []
    var count = 0
    for part in page.parts where !part.lessons.isEmpty {
      starts.append(count)
      count += part.lessons.count
    }
    return starts
  }

  private mutating func moveToPart(after index: Int) {
    move(to: starts.first { $0 > index } ?? page.lessons.count - 1)
  }

  private mutating func moveToPart(before index: Int) { move(to: starts.last { $0 < index } ?? 0) }

  /// Moves the window to where the lesson is, with the heading above it where it is the first of its part.
  private mutating func showSelection() {
    let rows = rows
    guard let row = rows.firstIndex(of: .lesson(selection)) else {
      top = 0
      return
    }
    let first = rows[..<row].lastIndex { if case .heading = $0 { false } else { true } }.map { $0 + 1 } ?? 0
    let bottom = max(0, rows.count - listHeight)
    if first < top || row >= top + listHeight {
      // With some of what stands before and behind it.
      top = max(min(first, row - listHeight / 2), row - listHeight + 1)
    }
    top = max(0, min(top, bottom))
  }

  // MARK: - Searching

  /// What is typed is searched for at once: from the lesson on at which the search began.
  private mutating func type(_ key: Key) {
    guard var editor = search else { return }
    switch key {
    case .enter:
      search = nil
      if editor.text.isEmpty {
        find(searched, from: searchStart + 1)
      } else {
        searched = editor.text
        find(searched, from: searchStart)
      }
    case .escape, .control("g"):
      search = nil
      move(to: searchStart)
    case .backspace where editor.text.isEmpty: search = nil
    default:
      guard editor.handle(key) else { return }
      search = editor
      find(editor.text, from: searchStart)
    }
  }

  private mutating func find(_ text: String, from start: Int) {
    let wanted = text.lowercased()
    guard !wanted.isEmpty else { return }
    let found = page.lessons.indices.filter { index in
      let lesson = page.lessons[index]
      return [lesson.name, lesson.title].contains { $0.lowercased().contains(wanted) }
    }
    guard let next = found.first(where: { $0 >= start }) ?? found.first else {
      message = "no lesson is called so"
      return
    }
    move(to: next)
    message = "\((found.firstIndex(of: next) ?? 0) + 1) of \(found.count) found"
  }
}
