/// A reader who types words and reads lines, one after the other: nothing that has been printed changes any more.
public struct PlainReader {
  /// Who reads.
  public private(set) var reader: Reader
  /// How many lines of the page are printed.
  private var printedLines = 0
  /// How many notes are.
  private var printedNotes = 0

  /// A reader of lines.
  public init(_ reader: Reader) {
    self.reader = reader
    self.reader.usesWords = true
    self.reader.tellsValues = true
  }

  /// What is printed before anything is typed.
  public mutating func opening() -> [String] {
    let said = newNotes() + finishLine()
    return news(showsAll: !reader.isResumed) + said + invitation
      + [""] + reader.style.fitted("Enter shows the next step; `help` lists what can be typed.")
  }

  /// What is printed in answer to a line that is typed.
  public mutating func enter(_ line: String) -> [String] {
    let request: Request
    switch Request.reading(line, isReply: reader.openQuestion != nil) {
    case .success(let found): request = found
    case .failure(let confusion): return [""] + reader.style.fitted(confusion.message)
    }
    let (position, page) = (reader.position, reader.page)
    reader.perform(request)
    if reader.hasLeft { return [] }
    let said = newNotes() + finishLine(by: request.action == .back ? .back : .next)
    // What is printed stays, with the numbers that it had.
    if reader.page !== page { printedLines = reader.pageLines.count }
    let goesOn = [.next, .rest, .skip].contains(request.action)
    return news(showsAll: goesOn || reader.position == position) + said + invitation
  }

  /// Goes on, or back, to where a line ends, for half a line cannot be printed.
  ///
  /// - Returns: what is said on the way.
  private mutating func finishLine(by action: Action = .next) -> [String] {
    var said: [String] = []
    while !reader.isAtLineEnd {
      let position = reader.position
      reader.perform(Request(action))
      said += newNotes()
      if reader.position == position { return action == .back ? said + finishLine() : said }
    }
    return said
  }

  /// The lines that are not printed yet; after a jump only those of the step that it has led to.
  private mutating func news(showsAll: Bool) -> [String] {
    let page = reader.pageLines
    defer { printedLines = page.count }
    if showsAll { return Array(page.dropFirst(printedLines)) }
    return ["", "Step \(reader.step + 1) of \(reader.steps.count):"] + page.dropFirst(reader.firstLineOfStop)
  }

  /// The notes that are not printed yet.
  private mutating func newNotes() -> [String] {
    defer { printedNotes = reader.saidCount }
    return reader.noteLines(since: printedNotes)
  }

  /// What a question asks for, where nothing else is said.
  private var invitation: [String] {
    guard reader.notes.isEmpty, let question = reader.openQuestion else { return [] }
    let note = reader.waitingQuestion == nil ? .stillOpen(question) : Note.waiting(for: question)
    return [""] + note.lines(in: reader.style)
  }
}

extension Style {
  /// The lines of a sentence.
  func fitted(_ text: String) -> [String] { Note.sentence(text).lines(in: self) }
}
