import Diagnostics

/// A heading's line: one to six `#`.
struct Heading {
  /// 1 to 6.
  let level: Int
  /// The heading's text, without the `#` that may close it.
  let text: SourceRange

  /// The heading that stands ahead, or `nil`.
  init?(_ cursor: LineCursor, in file: SourceFile) {
    let (indentation, start) = cursor.space(in: file)
    var index = start
    while index < cursor.end, index < start + 7, file.bytes[index] == UInt8(ascii: "#") { index += 1 }
    guard indentation < 4, (1...6).contains(index - start), index == cursor.end || file.bytes[index].isBlank
    else { return nil }
    level = index - start
    let text = SourceRange(index, cursor.end).trimmed(in: file)
    var end = text.upperBound
    while end > text.lowerBound, file.bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    let isClosed = end == text.lowerBound || file.bytes[end - 1].isBlank
    self.text = isClosed ? SourceRange(text.lowerBound, end).trimmed(in: file) : text
  }
}

/// The opening line of a fenced block: three or more backquotes or tildes.
struct Fence {
  /// What the fence is made of.
  let mark: UInt8
  /// How many marks it has.
  let count: Int
  /// The columns before it, which the lines between the fences may have too.
  let indentation: Int
  /// The marks.
  let range: SourceRange
  /// What stands behind the marks.
  let info: SourceRange

  /// The opening fence that stands ahead, or `nil`.
  init?(_ cursor: LineCursor, in file: SourceFile) {
    let (indentation, start) = cursor.space(in: file)
    guard indentation < 4, start < cursor.end else { return nil }
    let mark = file.bytes[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    var index = start
    while index < cursor.end, file.bytes[index] == mark { index += 1 }
    guard index - start >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), file.bytes[index..<cursor.end].contains(mark) { return nil }
    self.mark = mark
    count = index - start
    self.indentation = indentation
    range = SourceRange(start, index)
    info = SourceRange(index, cursor.end).trimmed(in: file)
  }

  /// Whether the line ahead closes the block: the same marks, at least as many, and nothing behind them.
  func isClosed(by cursor: LineCursor, in file: SourceFile) -> Bool {
    let (indentation, start) = cursor.space(in: file)
    var index = start
    while index < cursor.end, file.bytes[index] == mark { index += 1 }
    return indentation < 4 && index - start >= count
      && file.bytes[index..<cursor.end].allSatisfy(\.isBlank)
  }

  /// The kind of cell that the info string's first word names, with the word's place.
  func cellKind(in file: SourceFile) -> (kind: LessonDocument.Cell.Kind, range: SourceRange)? {
    let end = file.bytes[info.lowerBound..<info.upperBound].firstIndex(where: \.isBlank) ?? info.upperBound
    // No kind's name is longer than five letters; a longer word need not be made a string.
    guard end - info.lowerBound <= 5 else { return nil }
    let word = SourceRange(info.lowerBound, end)
    return LessonDocument.Cell.Kind(rawValue: file[word]).map { ($0, word) }
  }

  /// The kind of cell that the info string's first word nearly names, with the word's place: `Calc`, `checks`, `{calc}`.
  ///
  /// The first letter must be right, as `task` is a word of its own.
  func nearlyNamedKind(in file: SourceFile) -> (kind: LessonDocument.Cell.Kind, range: SourceRange)? {
    let end = file.bytes[info.lowerBound..<info.upperBound].firstIndex(where: \.isBlank) ?? info.upperBound
    guard end - info.lowerBound <= 10, cellKind(in: file) == nil else { return nil }
    let word = SourceRange(info.lowerBound, end)
    let letters = file[word].lowercased().filter(\.isLetter)
    let kinds = LessonDocument.Cell.Kind.allCases
    guard let near = nearest(to: letters, among: kinds.map(\.rawValue)), near.first == letters.first,
      abs(near.count - letters.count) <= 1
    else { return nil }
    return LessonDocument.Cell.Kind(rawValue: near).map { ($0, word) }
  }
}

/// The bullet or number that begins an item of a list.
struct ListMarker {
  /// The bullet, or what stands behind the number; items of one list share it.
  let mark: UInt8
  /// The number, or `nil` of a bullet.
  let number: Int?
  /// The bytes of the marker.
  let width: Int

  /// The marker that stands ahead, or `nil`.
  init?(_ cursor: LineCursor, in file: SourceFile) {
    let (indentation, start) = cursor.space(in: file)
    guard indentation < 4, start < cursor.end else { return nil }
    var index = start
    var number: Int?
    while index < cursor.end, index < start + 9, file.bytes[index].isDigit {
      number = (number ?? 0) * 10 + Int(file.bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard index < cursor.end else { return nil }
    let marks = number == nil ? "-+*" : ".)"
    guard marks.utf8.contains(file.bytes[index]) else { return nil }
    guard index + 1 == cursor.end || file.bytes[index + 1].isBlank else { return nil }
    mark = file.bytes[index]
    self.number = number
    width = index + 1 - start
  }
}

extension LineCursor {
  /// Whether what is ahead begins like something other than text; most lines do not.
  func mayOpenBlock(in file: SourceFile) -> Bool {
    guard let next = next(in: file) else { return false }
    switch next {
    case UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: ">"), UInt8(ascii: "<"):
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"): return true
    default: return next.isDigit
    }
  }

  /// Whether a thematic break stands ahead: three or more `*`, `-` or `_` and nothing else.
  func isRule(in file: SourceFile) -> Bool {
    let (indentation, start) = space(in: file)
    guard indentation < 4, start < end, "*-_".utf8.contains(file.bytes[start]) else { return false }
    var count = 0
    for byte in file.bytes[start..<end] {
      if byte == file.bytes[start] { count += 1 } else if !byte.isBlank { return false }
    }
    return count >= 3
  }

  /// The level of the heading that the line ahead makes of the paragraph above it: `=` 1, `-` 2.
  func underlineLevel(in file: SourceFile) -> Int? {
    guard space(in: file).columns < 4 else { return nil }
    let line = rest(in: file).trimmed(in: file)
    guard !line.isEmpty else { return nil }
    let first = file.bytes[line.lowerBound]
    guard first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return nil }
    guard file.bytes[line.lowerBound..<line.upperBound].allSatisfy({ $0 == first }) else { return nil }
    return first == UInt8(ascii: "=") ? 1 : 2
  }

  /// Whether a quotation's mark stands ahead.
  func isQuotation(in file: SourceFile) -> Bool {
    let (indentation, start) = space(in: file)
    return indentation < 4 && start < end && file.bytes[start] == UInt8(ascii: ">")
  }
}
