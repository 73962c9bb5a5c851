import Diagnostics

/// What single entries of an ask cell say; what is wrong with one is told, and it is `nil`.
extension AskCellReader {
  // MARK: Texts

  /// The lines of a text.
  mutating func text(of entry: Entry) -> [SourceRange]? {
    if entry.lines.isEmpty { report("a text is missing behind \(file[entry.head].quoted)", at: entry.head) }
    return entry.lines.isEmpty ? nil : entry.lines
  }

  /// A choice with the reason behind its ` -- `.
  mutating func choice(of entry: Entry, isRight: Bool) -> AskCell.Choice? {
    var text: [SourceRange] = []
    var reason: [SourceRange]?
    var isInCode = false
    for line in entry.lines {
      if reason != nil {
        reason?.append(line)
      } else if let dashes = offsetOfDashes(in: line, &isInCode) {
        text.append(SourceRange(line.lowerBound, dashes).trimmed(in: file))
        reason = [SourceRange(dashes + 2, line.upperBound).trimmed(in: file)]
      } else {
        text.append(line)
      }
    }
    text.removeAll(where: \.isEmpty)
    reason?.removeAll(where: \.isEmpty)
    if text.isEmpty {
      report("a text is missing behind \(file[entry.head].quoted)", at: entry.head)
      return nil
    }
    return AskCell.Choice(isRight: isRight, text: text, reason: reason?.isEmpty == true ? nil : reason)
  }

  /// Where `--` stands between blanks, and in no code.
  private func offsetOfDashes(in line: SourceRange, _ isInCode: inout Bool) -> Int? {
    func isBlank(_ offset: Int) -> Bool {
      guard offset >= line.lowerBound, offset < line.upperBound else { return true }
      return file.bytes[offset] == UInt8(ascii: " ") || file.bytes[offset] == UInt8(ascii: "\t")
    }
    for offset in line.lowerBound..<line.upperBound {
      switch file.bytes[offset] {
      case UInt8(ascii: "`"): isInCode.toggle()
      case UInt8(ascii: "-") where !isInCode && isBlank(offset - 1) && isBlank(offset + 2):
        if offset + 1 < line.upperBound, file.bytes[offset + 1] == UInt8(ascii: "-") { return offset }
      default: break
      }
    }
    return nil
  }

  // MARK: Calc

  /// What is computed.
  mutating func answer(of entry: Entry) -> Expression? {
    guard let calc = calc(of: entry, "an expression") else { return nil }
    if let note = calc.note {
      report(
        "an answer has no reason behind it", at: note.range,
        hint: "`because:` says why; a minus before a minus stands in parentheses")
      return nil
    }
    return expression(of: calc, entry)
  }

  /// A foreseen mistake, with the reason behind its `--`.
  mutating func mistake(of entry: Entry) -> AskCell.Mistake? {
    guard let calc = calc(of: entry, "an expression"), let value = expression(of: calc, entry) else {
      return nil
    }
    guard let note = calc.note?.range else { return AskCell.Mistake(value: value, reason: nil) }
    let lineEnd = file.lines[file.lineIndex(of: note.lowerBound)].upperBound
    let first = SourceRange(note.lowerBound + 2, lineEnd).trimmed(in: file)
    let reason = [first].filter { !$0.isEmpty } + entry.lines.filter { $0.lowerBound > lineEnd }
    return AskCell.Mistake(value: value, reason: reason.isEmpty ? nil : reason)
  }

  /// How many decimals a reply has at least.
  mutating func digits(of entry: Entry) -> Int? {
    guard let calc = calc(of: entry, "a number") else { return nil }
    let tokens = calc.tokens + (calc.note.map { [$0] } ?? [])
    if tokens.count == 1, tokens[0].kind == .number, let count = Int(file[tokens[0].range]),
      (0...12).contains(count)
    {
      return count
    }
    report(
      "`digits` is a whole number from 0 to 12", at: tokens[0].range.union(tokens[tokens.count - 1].range))
    return nil
  }

  /// How far from the answer a reply may be: a number above zero, or so many hundredths.
  mutating func tolerance(of entry: Entry) -> AskCell.Precision? {
    guard let calc = calc(of: entry, "a number") else { return nil }
    let tokens = calc.tokens + (calc.note.map { [$0] } ?? [])
    let isPercent = tokens.count == 2 && file[tokens[1].range] == "%"
    if tokens[0].kind == .number, tokens.count == 1 || isPercent,
      let value = Double(file[tokens[0].range]), value > 0, value.isFinite
    {
      let number = PrintedNumber(text: file[tokens[0].range], value: value, at: tokens[0].range)
      return .tolerance(number, isPercent: isPercent)
    }
    report(
      "`tolerance` is a number above zero, or so many percent",
      at: tokens[0].range.union(tokens[tokens.count - 1].range),
      hint: "for example `tolerance: 0.01` or `tolerance: 2%`")
    return nil
  }

  /// Calc text, and the note behind it.
  private struct Calc {
    let tokens: [Token]
    let note: Token?
  }

  /// The tokens before the note, which go on over lines as they do in calc cells.
  private mutating func calc(of entry: Entry, _ what: String) -> Calc? {
    let last = entry.lines.last ?? entry.head
    let tokens = Lexer(file, SourceRange(entry.head.upperBound, last.upperBound), readsNotes: true).tokens()
      .filter { $0.kind != .comment }
    let notePlace = tokens.firstIndex { $0.kind == .note } ?? tokens.count
    let lines = LogicalLine.lines(of: Array(tokens[..<notePlace]), in: file)
    guard let first = lines.first else {
      report("\(what) is missing behind \(file[entry.head].quoted)", at: entry.head)
      return nil
    }
    if lines.count > 1, let stray = lines[1].tokens.first, let end = lines[1].tokens.last {
      report(
        "this line belongs to no text", at: stray.range.union(end.range),
        hint: "the question stands first; a text may follow `hint:`, `because:` or the `--` of a reason")
      return nil
    }
    return Calc(tokens: first.tokens, note: notePlace < tokens.count ? tokens[notePlace] : nil)
  }

  private mutating func expression(of calc: Calc, _ entry: Entry) -> Expression? {
    var parser = Parser(file, calc.tokens, at: entry.head)
    do {
      let expression = try parser.expression()
      if case .key(.mistake) = entry.kind, calc.note == nil { try parser.refuseBareReason() }
      try parser.finish()
      return expression
    } catch {
      report(error)
      return nil
    }
  }
}

extension Parser {
  /// Tells that a reason stands behind the expression without its `--`, if it seems so.
  fileprivate func refuseBareReason() throws(Diagnostic) {
    guard let previous else { return }
    let word = text(of: current)
    let isDash = word == "—" || word == "–"
    if case .reserved = current.kind {
    } else if !current.kind.isPlainValue && !isDash {
      return
    }
    throw Diagnostic(
      "`--` is missing behind \(text(of: previous).quoted)", at: current.range,
      hint: "a reason begins with `--`")
  }
}

extension SourceRange {
  /// Whether nothing is in it.
  var isEmpty: Bool { lowerBound == upperBound }

  /// The range without blanks at its ends; an empty one stands where the range began.
  func trimmed(in file: SourceFile) -> SourceRange {
    let text = file[self]
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return SourceRange(lowerBound, lowerBound) }
    let start = text.utf8.distance(from: text.startIndex, to: first)
    let length = text.utf8.distance(from: first, to: scalars.index(after: last))
    return SourceRange(lowerBound + start, lowerBound + start + length)
  }

  /// The first line of the range, without its ending.
  func firstLine(in file: SourceFile) -> SourceRange {
    let line = file.lines[file.lineIndex(of: lowerBound)]
    return SourceRange(lowerBound, Swift.max(lowerBound, Swift.min(line.upperBound, upperBound)))
  }
}
