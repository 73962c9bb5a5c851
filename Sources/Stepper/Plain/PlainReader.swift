/// A reader who types words and reads lines, one after the other: nothing that has been printed changes any more.
public struct PlainReader {
  /// Who reads.
  public private(set) var reader: Reader
  /// How many lines of the page are printed.
  private var printedLines = 0

  /// A reader of lines.
  public init(_ reader: Reader) {
    self.reader = reader
    self.reader.usesWords = true
  }

  /// What is printed before anything is typed.
  public mutating func opening() -> [String] {
    finishLine()
    let lines = news(showsAll: !reader.isResumed)
    return lines
      + ["", "Enter shows the next step; `help` lists what can be typed."].flatMap { reader.style.fitted($0) }
  }

  /// What is printed in answer to a line that is typed.
  public mutating func enter(_ line: String) -> [String] {
    let request: Request
    switch Request.reading(line, answers: reader.waitingQuestion != nil) {
    case .success(let found): request = found
    case .failure(let confusion): return [""] + reader.style.fitted(confusion.message)
    }
    let (place, page, notes) = (reader.place, reader.page, reader.noteLines)
    reader.perform(request)
    if request.action == .next { finishLine() }
    if request.action == .back { leaveLine() }
    // What is printed stays, with the numbers that it had.
    if reader.page !== page { printedLines = reader.pageLines.count }
    let goesOn = [.next, .skip].contains(request.action)
    return news(showsAll: goesOn || reader.place == place, behind: notes)
  }

  /// Goes on to the end of a line, for half a line cannot be printed.
  private mutating func finishLine() {
    while reader.notes.isEmpty, !reader.isAtLineEnd { reader.perform(Request(.next)) }
  }

  /// Goes back to the end of a line.
  private mutating func leaveLine() {
    while reader.notes.isEmpty, !reader.isAtLineEnd { reader.perform(Request(.back)) }
  }

  /// The lines that are not printed yet, of the notes those behind `notes`; after a jump only those of the step that it
  /// has led to.
  private mutating func news(showsAll: Bool, behind notes: [String] = []) -> [String] {
    let page = reader.pageLines
    var lines: [String]
    if showsAll {
      lines = Array(page.dropFirst(printedLines))
    } else {
      lines =
        ["", "Step \(reader.step + 1) of \(reader.steps.count):"] + page.dropFirst(reader.firstLineOfStop)
    }
    printedLines = page.count
    let now = reader.noteLines
    lines += now.starts(with: notes) ? now[notes.count...] : now[...]
    if reader.notes.isEmpty, let question = reader.waitingQuestion {
      lines += [""] + Note.waiting(for: question, byWords: true).lines(in: reader.style)
    }
    return lines
  }
}

extension Style {
  /// The lines of a sentence.
  func fitted(_ text: String) -> [String] { Note.sentence(text).lines(in: self) }
}
