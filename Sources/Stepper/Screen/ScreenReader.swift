import PlainText
import Rendering
public import Terminal

/// A reader at a window: keys come in, and what is to be seen in the window goes out.
///
/// Nothing scrolls away unread: where more comes than the window holds, its beginning is shown, and the keys that go on
/// show the rest first.
public struct ScreenReader {
  /// Who reads.
  public private(set) var reader: Reader
  private(set) var size: TerminalSize
  let isPrinted: Bool
  /// The line that is being typed, if there is one.
  private(set) var prompt: Prompt?
  /// What is said to a key until the next one.
  private(set) var message: String?
  /// What stands beneath the page until the next key.
  private var listing = Listing.nothing
  /// The lines of the page and the notes, and what is listed beneath them.
  private(set) var content: [String] = []
  /// The first of them that is in the window.
  private(set) var top = 0
  /// The lines that are listed beneath the others while a line is typed.
  private(set) var listedLines: [String] = []
  /// The values that are in view, where there is a place for them.
  private(set) var panel: Panel?
  /// Whether the reader wants to see values; `nil` where that is left to the window.
  private var wantsPanel: Bool?
  /// The first line of the content that the last key has brought; all below it are new, too.
  private(set) var firstNewLine = 0
  /// What has been typed for each action.
  private var histories: [Action: [String]] = [:]

  /// What stands beneath the page while a line is typed.
  private enum Listing: Equatable {
    case nothing
    /// The names among which the one that is typed may be.
    case names([String])
    /// What may be meant by the line.
    case matches
  }

  /// A line that is being typed.
  struct Prompt {
    /// What it is typed for.
    let action: Action
    /// The line.
    var editor: LineEditor
  }

  /// A reader at a window of the given size.
  ///
  /// - Parameter isPrinted: Whether the lines of the page go into a file: then all of the width is theirs.
  public init(_ reader: Reader, size: TerminalSize, isPrinted: Bool = false) {
    self.reader = reader
    self.size = size
    self.isPrinted = isPrinted
    if isPrinted { self.reader.tellsValues = true }
    layOut()
    look()
    // What was read already need not be shown from its beginning.
    if reader.isResumed { top = bottom }
  }

  /// The rows of the window in which the page is: all but the two lines at the bottom, and those of a panel above it.
  var bodyHeight: Int { max(1, size.rows - 2 - (panelPlace?.rowsAbove ?? 0)) }

  /// Where the values are that are in view; `nil` where none are to be.
  private var panelPlace: Panel.Place? {
    guard reader.exercise == nil, !isPrinted else { return nil }
    let isWide = size.columns >= Panel.leastColumnsBeside
    guard wantsPanel ?? isWide else { return nil }
    return Panel.Place(in: size)
  }

  /// Whether there are lines below those in the window.
  var hasMore: Bool { top + bodyHeight < content.count }

  /// Where the window shows the end of the content.
  private var bottom: Int { max(0, content.count - bodyHeight) }

  // MARK: - What happens

  /// A key is pressed.
  public mutating func press(_ key: Key) {
    message = nil
    // The page can be looked at while a line is typed.
    if prompt != nil, [.pageUp, .pageDown].contains(key) {
      _ = scroll(by: key)
      return
    }
    list(.nothing)
    if prompt == nil { command(key) } else { type(key) }
    if let prompt, listing == .nothing, prompt.action.findsSomething, !prompt.editor.text.trimmed.isEmpty {
      list(.matches)
    }
  }

  /// The window has another size.
  public mutating func resize(to size: TerminalSize) {
    // Who is told of the size that there is already keeps their place.
    guard size != self.size else { return }
    let (wasAtEnd, wasAtNews) = (!hasMore, top >= firstNewLine)
    let rest = content.count - top
    self.size = size
    layOut()
    listedLines = lines(of: listing)
    content = currentContent
    firstNewLine = reader.firstNewLine
    // What is new begins anew: in a narrower window it may have more lines above those that were in sight.
    top = wasAtEnd ? bottom : min(wasAtNews ? firstNewLine : max(0, content.count - rest), bottom)
  }

  private mutating func command(_ key: Key) {
    if scroll(by: key) { return }
    if beginAnswer(with: key) { return }
    guard let action = Action.of(key) else {
      message = key == .escape ? nil : "\(key.label) does nothing here; ? shows the keys"
      if key == .escape { clearNotes() }
      return
    }
    if [.next, .rest].contains(action), hasMore {
      top = min(top + max(1, bodyHeight - 1), bottom)
    } else if action.prompt != nil {
      open(action)
    } else {
      perform(Request(action))
    }
  }

  /// Moves the window over the lines that are there.
  private mutating func scroll(by key: Key) -> Bool {
    switch key {
    case .up: top = max(0, top - 1)
    case .down: top = min(bottom, top + 1)
    case .pageUp: top = max(0, top - max(1, bodyHeight - 1))
    case .pageDown: top = min(bottom, top + max(1, bodyHeight - 1))
    case .home: top = 0
    case .end: top = bottom
    default: return false
    }
    return true
  }

  /// Where a question is open, whatever is typed is the reply to it, but for the keys with which no reply begins; where
  /// it waits, Enter begins the reply, too.
  private mutating func beginAnswer(with key: Key) -> Bool {
    guard reader.openQuestion != nil else { return false }
    switch key {
    case .enter where !hasMore && reader.waitingQuestion != nil:
      open(.answer)
    case .character where Action.of(key)?.isKeyBesideReply != true:
      open(.answer)
      type(key)
    case .pasted:
      open(.answer)
      type(key)
    default:
      return false
    }
    return true
  }

  // MARK: - Typing

  private mutating func open(_ action: Action) {
    top = bottom
    prompt = Prompt(action: action, editor: LineEditor(history: histories[action] ?? []))
  }

  private mutating func type(_ key: Key) {
    guard var prompt else { return }
    switch key {
    case .enter:
      let text = prompt.editor.text.trimmed
      self.prompt = nil
      if !text.isEmpty { histories[prompt.action, default: []].append(text) }
      submit(prompt.action, text)
    case .escape, .control("g"):
      self.prompt = nil
    case .control("d") where prompt.editor.text.isEmpty:
      self.prompt = nil
    case .backspace where prompt.editor.text.isEmpty:
      self.prompt = nil
    case .character("?") where prompt.action == .answer && prompt.editor.text.isEmpty:
      // No reply begins with it.
      self.prompt = nil
      perform(Request(.help))
    case .tab:
      let found = prompt.editor.complete(from: completions(for: prompt))
      self.prompt = prompt
      if found.count > 1 { list(.names(found)) }
    default:
      if !prompt.editor.handle(key) { message = "\(key.label) does nothing here; Esc leaves the line" }
      self.prompt = prompt
    }
  }

  /// Asks for what is typed. A word behind a `:` that needs something more opens the line for it.
  private mutating func submit(_ action: Action, _ text: String) {
    let request = Request(action, typed: text)
    if !request.text.isEmpty || request.action.takesNothing {
      perform(request)
    } else if request.action != action {
      open(request.action)
    }
  }

  /// What the word before the cursor may be.
  private func completions(for prompt: Prompt) -> [String] {
    let isCommand = prompt.action == .command || prompt.editor.text.hasPrefix(":")
    return reader.names + (isCommand ? Action.allCases.filter { $0 != .command }.map(\.word) : [])
  }

  /// Lists something beneath the page, or nothing.
  private mutating func list(_ listing: Listing) {
    guard listing != self.listing || listing == .matches else { return }
    self.listing = listing
    listedLines = lines(of: listing)
    content = currentContent
    top = listing == .nothing ? min(top, bottom) : bottom
  }

  // MARK: - Looking

  private mutating func perform(_ request: Request) {
    let pinCount = reader.pins.count
    reader.perform(request)
    if request.action == .values, reader.exercise == nil, !isPrinted { turnPanel() }
    if reader.pins.count > pinCount { want(panel: true) }
    look()
  }

  /// Shows the values that are in view, or puts them away.
  private mutating func turnPanel() {
    want(panel: panelPlace == nil)
    message =
      panelPlace != nil
      ? "values are in view; v puts them away"
      : wantsPanel == true
        ? "there is no room for values here; :why tells one" : "values are put away; v shows them"
  }

  private mutating func want(panel isWanted: Bool) {
    let place = panelPlace
    wantsPanel = isWanted
    if panelPlace != place { layOut() }
  }

  /// Takes back what is said beneath the page.
  private mutating func clearNotes() {
    reader.clearNotes()
    content = currentContent
    firstNewLine = min(firstNewLine, content.count)
    top = bottom
  }

  private mutating func layOut() {
    var style = reader.style
    style.width = size.columns - gutterWidth - (panelPlace?.columnsBeside ?? 0)
    style.height = !isPrinted && style.medium == .terminal ? bodyHeight : nil
    reader.layOut(in: style)
    fillPanel()
  }

  /// Moves the window to what is new.
  private mutating func look() {
    content = currentContent
    fillPanel()
    firstNewLine = reader.firstNewLine
    top = min(firstNewLine, bottom)
  }

  private mutating func fillPanel() {
    panel = panelPlace.map { Panel(reader.valuesInView, at: $0, in: reader.style) }
  }

  private var currentContent: [String] {
    reader.pageLines + reader.noteLines + listedLines
  }

  private func lines(of listing: Listing) -> [String] {
    switch listing {
    case .nothing: []
    case .names(let names): [""] + reader.style.fitted(names.joined(separator: " "))
    case .matches: prompt.map { matchLines(for: $0.action, $0.editor.text) } ?? []
    }
  }
}
