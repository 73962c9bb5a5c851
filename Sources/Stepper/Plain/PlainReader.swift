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
    case .failure(let confusion): return reader.style.fitted(confusion.message)
    }
    let before = reader.place
    reader.perform(request)
    if request.action == .next { finishLine() }
    if request.action == .next || reader.place == before { return news(showsAll: true) }
    return news(showsAll: request.action == .skip)
  }

  /// Goes on to the end of a line, for half a line cannot be printed.
  private mutating func finishLine() {
    while reader.notes.isEmpty, !reader.isAtLineEnd { reader.perform(Request(.next)) }
  }

  /// The lines that are not printed yet; after a jump only those of the step that it has led to.
  private mutating func news(showsAll: Bool) -> [String] {
    let page = reader.pageLines
    let isNew = page.count > printedLines
    let first = showsAll && isNew ? printedLines : reader.firstLineOfStop
    var lines = showsAll && !isNew ? [] : Array(page[min(first, page.count)...])
    if !showsAll {
      lines.insert(contentsOf: ["", "Step \(reader.step + 1) of \(reader.steps.count):"], at: 0)
    }
    printedLines = page.count
    lines += reader.noteLines
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
