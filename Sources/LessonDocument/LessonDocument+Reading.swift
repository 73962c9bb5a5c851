public import Diagnostics

extension LessonDocument {
  /// The bytes that a lesson's file may have: 10 MB.
  public static let byteLimit = 10_000_000

  /// Reads a lesson.
  ///
  /// Nothing is thrown: `diagnostics` says what is wrong, and the cells are listed all the same, so that what is wrong
  /// in them can be told together with it. A file of more than `byteLimit` bytes is refused unread. Cost: O(n).
  public init(reading file: SourceFile) {
    self.file = file
    guard file.bytes.count <= LessonDocument.byteLimit else {
      frontMatter = FrontMatter()
      parts = [Part(content: .unread, range: SourceRange(0, file.bytes.count))]
      let diagnostic = Diagnostic(
        "this file is larger than a lesson may be, which is 10 MB", at: nil,
        hint: "split it into several lessons")
      diagnostics = [diagnostic]
      findings = RunningText.Findings()
      comments = []
      return
    }
    var settings = FrontMatterReader(file)
    settings.read()
    var body = BlockReader(file)
    body.read(fromLine: settings.bodyLine)
    frontMatter = settings.frontMatter
    findings = body.findings
    comments = body.comments
    let parts = (settings.part.map { [$0] } ?? []) + body.parts
    self.parts = LessonDocument.filled(parts, upTo: file.bytes.count)
    diagnostics = LessonDocument.sorted(settings.diagnostics + body.diagnostics)
  }

  /// The name of the lesson in a file: its file name without the leading number and the extension.
  ///
  /// `Lessons/31-backpropagation.md` is `backpropagation`. The number is digits and the hyphen behind them; without
  /// both, or when nothing else is left, the whole stem is the name.
  public static func name(ofFile path: String) -> String {
    let fileName = path.split(separator: "/").last ?? ""
    var stem = fileName
    if let point = fileName.lastIndex(of: "."), point > fileName.startIndex { stem = fileName[..<point] }
    let behindDigits = stem.drop { ("0"..."9").contains($0) }
    let hasNumber = behindDigits.startIndex > stem.startIndex && behindDigits.first == "-"
    return String(hasNumber && behindDigits.count > 1 ? behindDigits.dropFirst() : stem)
  }

  /// `parts` with blank ones put into the gaps between them.
  private static func filled(_ parts: [Part], upTo end: Int) -> [Part] {
    var result: [Part] = []
    var position = 0
    for part in parts {
      if part.range.lowerBound > position {
        result.append(Part(content: .blank, range: SourceRange(position, part.range.lowerBound)))
      }
      result.append(part)
      position = part.range.upperBound
    }
    if position < end { result.append(Part(content: .blank, range: SourceRange(position, end))) }
    return result
  }

  /// `diagnostics` in reading order; those for one place stay in the order in which they were found.
  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated()
      .sorted { a, b in
        (a.element.range?.lowerBound ?? 0, a.offset) < (b.element.range?.lowerBound ?? 0, b.offset)
      }
      .map(\.element)
  }
}

extension [Diagnostic] {
  /// Adds a diagnostic, unless there are already more than anyone will read.
  mutating func report(
    _ message: String, at range: SourceRange, hint: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    report(Diagnostic(message, at: range, hint: hint, notes: notes))
  }

  /// Adds a diagnostic with advice, unless there are already more than anyone will read.
  mutating func report(_ message: String, at range: SourceRange, advice: Diagnostic.Advice?) {
    report(Diagnostic(message, at: range, advice: advice))
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if count < 1000 { append(diagnostic) }
  }
}
