internal import PlainText

extension Diagnostic {
  /// What is printed: the place and the message, the source line with a caret under it, the hint, and each note with its
  /// own place.
  ///
  ///     lesson.md:12:8: error: there is no `w7`
  ///     sum = w7*x
  ///           ^~
  ///     hint: did you mean `w1`?
  ///
  ///     lesson.md:14:1: error: `y` is defined twice
  ///     y = 2
  ///     ^
  ///     hint: a formula is defined once: take another name, as in `y_2`
  ///     lesson.md:12:1: note: first defined here
  ///     y = w*x
  ///     ^
  ///
  /// Without a range it is `lesson.md: error: …` and the hint. A range over several lines is underlined to the end of
  /// the first. A source line wider than about 100 columns is cut around the caret. Nothing in it can steer a
  /// terminal, and no line ending follows the last line.
  public func text(in file: SourceFile) -> String {
    var lines = told(kind.rawValue, message, at: range, in: file)
    if let hint { lines.append("hint: " + shortened(hint.harmlessLine, toWidth: Diagnostic.widest)) }
    for note in notes { lines += told("note", note.event + " here", at: note.range, in: file) }
    return lines.joined(separator: "\n")
  }

  /// The columns that a message or a hint may take; only one that quotes something absurd takes more.
  private static let widest = 1000

  /// What is said of one place, with the place below it.
  private func told(_ kind: String, _ message: String, at range: SourceRange?, in file: SourceFile)
    -> [String]
  {
    var place = file.name.harmlessLine
    if let range {
      let location = file.location(of: range.lowerBound)
      place += ":\(location.line):\(location.column)"
    }
    return ["\(place): \(kind): " + shortened(message.harmlessLine, toWidth: Diagnostic.widest)]
      + (range.map { Excerpt(of: file, at: $0).lines } ?? [])
  }
}

/// A source line with the marks under it.
private struct Excerpt {
  /// The source line, and the line of marks.
  let lines: [String]

  /// The columns that a source line may take.
  private static let width = 100
  /// The bytes that are looked at on either side of the caret: enough for `width` columns, and a bound on the work.
  private static let reach = 600

  init(of file: SourceFile, at range: SourceRange) {
    let line = file.lines[file.lineIndex(of: range.lowerBound)]
    var start = line.lowerBound
    if start == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let caret = max(start, min(range.lowerBound, line.upperBound))
    let markEnd = max(caret, min(range.upperBound, line.upperBound))
    let first = file.characterBoundary(notAfter: max(start, caret - Excerpt.reach), from: start)
    let last = file.characterBoundary(notAfter: min(line.upperBound, caret + Excerpt.reach), from: caret)

    var head = Array(file[SourceRange(first, caret)].harmlessLine)
    var tail = Array(file[SourceRange(caret, last)].harmlessLine)
    var isCutBefore = first > start
    var isCutBehind = last < line.upperBound
    if isCutBefore || isCutBehind || columns(head) + columns(tail) > Excerpt.width {
      // The caret stays near the middle unless one side leaves room.
      let budget = max(Excerpt.width / 2, Excerpt.width - 2 - columns(tail))
      var headWidth = columns(head)
      let whole = head.count
      while let character = head.first, headWidth > budget {
        headWidth -= displayWidth(character)
        head.removeFirst()
      }
      isCutBefore = isCutBefore || head.count < whole
      var tailWidth = 0
      let fitting = tail.prefix { character in
        tailWidth += displayWidth(character)
        return headWidth + tailWidth <= Excerpt.width - 2
      }
      isCutBehind = isCutBehind || fitting.count < tail.count
      tail = Array(fitting)
    }

    let marked = columns(Array(file[SourceRange(caret, min(markEnd, last))].harmlessLine))
    let underlined = max(1, min(marked, columns(tail)))
    let indentation = columns(head) + (isCutBefore ? 1 : 0)
    lines = [
      (isCutBefore ? "…" : "") + String(head) + String(tail) + (isCutBehind ? "…" : ""),
      String(repeating: " ", count: indentation) + "^" + String(repeating: "~", count: underlined - 1),
    ]
  }
}

private func columns(_ characters: [Character]) -> Int {
  characters.reduce(0) { $0 + displayWidth($1) }
}

extension SourceFile {
  /// The last offset from `lowest` up to `offset` at which a Unicode scalar begins.
  fileprivate func characterBoundary(notAfter offset: Int, from lowest: Int) -> Int {
    var offset = offset
    while offset > lowest, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
