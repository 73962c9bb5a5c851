public import Diagnostics
public import Prose

/// Running text as it is read: its spans, and what in it an author should look at twice.
public struct RunningText: Sendable {
  /// The spans, an inline value with the place of its expression; a text that is all comment has none.
  public let spans: [ProseSpan<SourceRange>]
  /// What an author should look at twice.
  public let findings: Findings
  /// The HTML comments in it, which are not shown, with their marks.
  public let comments: [SourceRange]

  init(spans: [ProseSpan<SourceRange>], findings: Findings, comments: [SourceRange] = []) {
    self.spans = spans
    self.findings = findings
    self.comments = comments
  }

  /// Places in running text that are no errors, but often not what their author means.
  public struct Findings: Sendable {
    /// The numbers that are typed, without their signs: not those within code, inline values and words.
    public private(set) var typedNumbers: [SourceRange] = []
    /// The marks of emphasis beside which a digit stands: in `2*x + 3*y` they may be meant as multiplications.
    public private(set) var marksAtDigits: [SourceRange] = []

    /// Nothing to look at.
    public init() {}

    /// How many places of each kind are noted: more than anyone will read.
    static let maxNoted = 10_000

    mutating func addNumber(_ range: SourceRange) {
      if typedNumbers.count < Findings.maxNoted { typedNumbers.append(range) }
    }

    mutating func addMark(_ range: SourceRange) {
      if marksAtDigits.count < Findings.maxNoted { marksAtDigits.append(range) }
    }

    /// Adds what was found in another text.
    public mutating func add(_ other: Findings) {
      typedNumbers += other.typedNumbers.prefix(Findings.maxNoted - typedNumbers.count)
      marksAtDigits += other.marksAtDigits.prefix(Findings.maxNoted - marksAtDigits.count)
    }
  }
}

extension LessonDocument {
  /// The text of `lines` as it is read.
  ///
  /// For text that stands in a cell: within prose the document has read it already. Each line is a range of the file
  /// without its ending; blanks at its end may force a line break, as in prose. Cost: O(n).
  public func runningText(ofLines lines: [SourceRange]) -> RunningText {
    Passage.runningText(ofLines: lines, in: file)
  }
}
