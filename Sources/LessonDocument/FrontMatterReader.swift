import Diagnostics

/// Reads the settings at the top of a lesson.
struct FrontMatterReader {
  /// What was read; defaults stand where a setting is missing or wrong.
  private(set) var frontMatter = FrontMatter()
  /// The stretch of the file that the settings take, with the `---` lines; `nil` when there are none.
  private(set) var part: LessonDocument.Part?
  /// The index of the first line behind the settings.
  private(set) var bodyLine = 0
  /// What is wrong with the settings.
  private(set) var diagnostics: [Diagnostic] = []

  private let file: SourceFile
  /// Where each key was first set.
  private var places: [Key: SourceRange] = [:]

  /// The keys of the settings, in the order in which a lesson gives them.
  enum Key: String, CaseIterable {
    case title, source, needs, decimals, rounding, seed, format, claims

    /// Whether the key may be given more than once.
    var isRepeatable: Bool { self == .source || self == .needs }
  }

  /// A reader of the settings of `file`.
  init(_ file: SourceFile) {
    self.file = file
  }

  /// Reads the settings, and finds where the rest of the lesson begins.
  mutating func read() {
    guard let opening = file.lines.first.map({ $0.withoutByteOrderMark(in: file) }), isMarker(opening) else {
      reportMissing()
      return
    }
    let end = closingLine()
    let lines = end.map { 1..<$0 } ?? 1..<lineBehindSettings()
    if end == nil {
      let wrong = wrongMarker(from: lines.upperBound)
      diagnostics.report(
        "the settings that begin here are not closed", at: opening.trimmed(in: file),
        advice: wrong.map { wrong in
          let line = file.lines[file.lineIndex(of: wrong.lowerBound)]
          return file[wrong] == "---"
            ? .init(
              "the blank in front of `---` is too much", notes: [.init("it stands", at: wrong)],
              fix: .init(replacing: line, with: "---"))
            : Diagnostic.Advice.marker(inPlaceOf: file[wrong], at: wrong)
        }
          ?? .marker(behind: lines.last.map { file.lines[$0].trimmed(in: file) }))
    }
    for line in lines { readSetting(onLine: line) }
    if places[.title] == nil {
      diagnostics.report(
        "the lesson has no title", at: opening.trimmed(in: file),
        hint: "add a line `title: …` to the settings")
    }
    bodyLine = end.map { $0 + 1 } ?? lines.upperBound
    let bodyStart = bodyLine < file.lines.count ? file.lines[bodyLine].lowerBound : file.bytes.count
    part = .init(content: .frontMatter, range: SourceRange(opening.lowerBound, bodyStart))
  }

  // MARK: Extent

  private func isMarker(_ line: SourceRange) -> Bool {
    let bytes = file.bytes[line.lowerBound..<line.upperBound]
    return bytes.starts(with: [0x2D, 0x2D, 0x2D]) && bytes.dropFirst(3).allSatisfy(\.isBlank)
  }

  /// The index of the line that closes the settings: the next `---`, unless a heading, a fence or text behind an
  /// empty line stands before it, which can only be the lesson's own.
  private func closingLine() -> Int? {
    var isBehindEmpty = false
    for index in file.lines.indices.dropFirst() {
      let line = file.lines[index]
      if isMarker(line) { return index }
      let cursor = LineCursor(line)
      if Heading(cursor, in: file) != nil || Fence(cursor, in: file) != nil { return nil }
      let isEmpty = cursor.isBlank(in: file)
      if isBehindEmpty, !isEmpty, !isSetting(line) { return nil }
      isBehindEmpty = isEmpty
    }
    return nil
  }

  /// The index of the first line that is not of the form `key: value`.
  private func lineBehindSettings() -> Int {
    file.lines.indices.dropFirst().first { !isSetting(file.lines[$0]) } ?? file.lines.count
  }

  private func isSetting(_ line: SourceRange) -> Bool {
    let bytes = file.bytes[line.lowerBound..<line.upperBound]
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return bytes[..<colon].allSatisfy(\.isLetter)
  }

  private mutating func reportMissing() {
    let first = file.lines.first?.withoutByteOrderMark(in: file).lowerBound ?? 0
    let isLate =
      file.lines.first { !$0.trimmed(in: file).isEmpty }.map { isMarker($0.trimmed(in: file)) } ?? false
    let line = file.lines.first.map { $0.withoutByteOrderMark(in: file).trimmed(in: file) }
    let rule = line.map { isLikeMarker($0) ? file[$0] : "" } ?? ""
    let isOpen = line.map { isSetting($0) } ?? false
    let advice: Diagnostic.Advice =
      if rule == "---" {
        .init(
          "the blank in front of `---` is too much",
          fix: file.lines.first.map { .init(replacing: $0.withoutByteOrderMark(in: file), with: "---") })
      } else if isLate {
        .init("nothing may stand above the first `---`, not even an empty line")
      } else if !rule.isEmpty {
        .init(
          "the first line must be three hyphens: write `---` in the place of `\(rule)`",
          fix: line.map { .init(replacing: $0, with: "---") })
      } else if isOpen {
        .init("a line `---` belongs above these settings, and one below them")
      } else {
        .init("put the lines `---`, `title: …` and `---` above everything else")
      }
    diagnostics.report(
      "a lesson begins with its settings, between two lines `---`", at: SourceRange(first, first),
      advice: advice)
  }

  /// Whether a line was meant as `---`: a few hyphens, dashes or other signs of rules, and nothing else.
  private func isLikeMarker(_ line: SourceRange) -> Bool {
    guard line.upperBound - line.lowerBound <= 30, !line.isEmpty else { return false }
    return file[line].allSatisfy { "-–—−‐‑_*+=~".contains($0) }
  }

  /// The first line below the settings that was meant as `---`.
  private func wrongMarker(from index: Int) -> SourceRange? {
    for index in index..<file.lines.count {
      let line = file.lines[index].trimmed(in: file)
      if line.isEmpty { continue }
      return isLikeMarker(line) ? line : nil
    }
    return nil
  }

  // MARK: Settings

  private mutating func readSetting(onLine index: Int) {
    let line = file.lines[index].trimmed(in: file)
    if line.isEmpty { return }
    guard let colon = file.bytes[line.lowerBound..<line.upperBound].firstIndex(of: UInt8(ascii: ":")) else {
      diagnostics.report("this line is not a setting", at: line, hint: "a setting is written `key: value`")
      return
    }
    let keyRange = SourceRange(line.lowerBound, colon).trimmed(in: file)
    let value = SourceRange(colon + 1, line.upperBound).trimmed(in: file)
    guard let key = Key(rawValue: file[keyRange]) else {
      reportUnknownKey(at: keyRange)
      return
    }
    if let first = places[key], !key.isRepeatable {
      diagnostics.report(
        "`\(key)` is set a second time", at: keyRange, hint: "keep one of the two",
        notes: [.init("first set", at: first)])
      return
    }
    places[key] = keyRange
    if value.isEmpty {
      diagnostics.report("`\(key)` has no value", at: keyRange, hint: "a setting is written `key: value`")
      return
    }
    set(key, to: value)
  }

  private mutating func reportUnknownKey(at range: SourceRange) {
    let keys = Key.allCases.map(\.rawValue)
    let advice =
      Diagnostic.Advice.nearest(to: file[range], among: keys, at: range)
      ?? .init("the keys are " + keys.map { "`\($0)`" }.joined(separator: ", "))
    let message = range.isEmpty ? "the key is missing before the colon" : "there is no key `\(file[range])`"
    diagnostics.report(message, at: range, advice: advice)
  }

  private mutating func set(_ key: Key, to range: SourceRange) {
    let text = file[range]
    switch key {
    case .title: frontMatter.title = unquoted(text)
    case .source: frontMatter.sources.append(unquoted(text))
    case .needs: setNeeds(range)
    case .decimals:
      if let decimals = Int(text), (0...12).contains(decimals) {
        frontMatter.decimals = decimals
      } else {
        diagnostics.report("`decimals` is a whole number from 0 to 12, not `\(text)`", at: range)
      }
    case .rounding:
      if let rounding = FrontMatter.Rounding(rawValue: text) {
        frontMatter.rounding = rounding
      } else {
        let known = FrontMatter.Rounding.allCases.map(\.rawValue)
        diagnostics.report(
          "`rounding` is `nearest` or `truncated`, not `\(text)`", at: range,
          advice: .nearest(to: text, among: known, at: range))
      }
    case .seed:
      if let seed = Int(text) {
        frontMatter.seed = seed
      } else {
        diagnostics.report("`seed` is a whole number of at most 18 digits, not `\(text)`", at: range)
      }
    case .format:
      if text != "1" {
        diagnostics.report(
          "this lesson is written in format `\(text)`, and this program reads format 1", at: range,
          hint: "get a newer Longhand, or write `format: 1` if the lesson keeps to it")
      }
    case .claims:
      // A lesson reads nothing but what its author lays beside it.
      if text.hasSuffix(".csv"), !text.hasPrefix("."), !text.contains(where: { "/\\\0".contains($0) }) {
        frontMatter.claims = FrontMatter.ClaimsFile(name: text, range: range)
      } else {
        diagnostics.report(
          "`claims` is the name of a CSV file in the lesson's folder, not `\(text)`", at: range,
          hint: "for example `claims: my-lecture.csv`")
      }
    }
  }

  private mutating func setNeeds(_ range: SourceRange) {
    var start = range.lowerBound
    while true {
      let comma = file.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: ","))
      let name = SourceRange(start, comma ?? range.upperBound).trimmed(in: file)
      if name.isEmpty {
        diagnostics.report(
          "the name of a lesson is missing here", at: name, hint: "names stand between commas")
      } else {
        frontMatter.needs.append(FrontMatter.Need(lesson: file[name], range: name))
      }
      guard let comma else { return }
      start = comma + 1
    }
  }

  /// `text` without the quotation marks around the whole of it, which writers of YAML need where there is a colon.
  private func unquoted(_ text: String) -> String {
    guard let mark = text.first, mark == "\"" || mark == "'", text.count > 2, text.last == mark else {
      return text
    }
    let inside = text.dropFirst().dropLast()
    return inside.contains(mark) ? text : String(inside)
  }
}

extension Diagnostic.Advice {
  /// To close the settings behind the last of them, if there is any.
  fileprivate static func marker(behind last: SourceRange?) -> Diagnostic.Advice {
    .init(
      "put a line `---` behind the last setting",
      notes: last.map { [Diagnostic.Note("the last setting stands", at: $0)] } ?? [],
      fix: last.map { .init(replacing: SourceRange($0.upperBound, $0.upperBound), with: "\n---") })
  }

  /// To write the marker that closes the settings in the place of what was meant as one.
  fileprivate static func marker(inPlaceOf text: String, at range: SourceRange) -> Diagnostic.Advice {
    .init(
      "what closes them is three hyphens: write `---` in the place of `\(text)`",
      notes: [.init("`\(text)` stands", at: range)], fix: .init(replacing: range, with: "---"))
  }
}
