import Diagnostics
public import LessonDocument
public import Transcript

/// A lesson with all that the rules of style look at.
public struct StyledLesson {
  /// The lesson as it is written.
  let document: LessonDocument
  /// A run of it with its own numbers.
  let transcript: Transcript
  /// The page of that run.
  let page: TranscriptPage
  /// Its texts, in reading order.
  let texts: [StyleText]
  /// The words that readers may not know; `nil` where no list is kept.
  let glossary: Glossary?
  /// The lessons that come before this one.
  let known: Set<String>

  /// A lesson to be looked at.
  ///
  /// - Parameters:
  ///   - document: The lesson as it is written.
  ///   - transcript: A run of it with its own numbers.
  ///   - glossary: The words that its course explains, if it keeps a list of them.
  ///   - known: The names of the lessons that come before it, because it needs them or one that needs them.
  public init(
    _ document: LessonDocument, transcript: Transcript, glossary: Glossary? = nil, known: Set<String> = []
  ) {
    self.document = document
    self.transcript = transcript
    self.glossary = glossary
    self.known = known
    page = TranscriptPage(transcript)
    texts = document.styleTexts
  }

  /// The place of what is said of the lesson as a whole: its title.
  var titleRange: SourceRange {
    let file = document.file
    let head = document.parts.first { if case .frontMatter = $0.content { true } else { false } }
    let title = file.lines.first { line in
      (head?.range.upperBound ?? 0) >= line.upperBound && file[line].hasPrefix("title")
    }
    return title ?? SourceRange(0, 0)
  }

  /// The cells of a kind, in order.
  func cells(_ kind: LessonDocument.Cell.Kind) -> [LessonDocument.Cell] {
    document.blocks.compactMap { block in
      if case .cell(let cell) = block, cell.kind == kind { cell } else { nil }
    }
  }
}
