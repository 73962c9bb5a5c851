import Diagnostics
import LessonDocument
import Transcript

// Rules of how the prose is written.

extension StyleRule {
  /// The lines of a paragraph.
  private static let mostLines = 5
  /// The words of a sentence.
  private static let mostWords = 25

  /// How long paragraphs are.
  static let paragraphs = StyleRule(
    name: "paragraphs", summary: "A paragraph has at most \(mostLines) lines, at 80 columns."
  ) { lesson in
    let lengths = lesson.page.paragraphLengths
    return lesson.texts.compactMap { text in
      guard let number = text.paragraph, lengths.indices.contains(number), lengths[number] > mostLines else {
        return nil
      }
      return Diagnostic(
        "this paragraph has \(lengths[number]) lines at 80 columns, and \(mostLines) are the most",
        at: text.range, hint: "part it where it comes to another thought", kind: .warning)
    }
  }

  /// How long sentences are.
  static let sentences = StyleRule(
    name: "sentences",
    summary:
      "A sentence has at most \(mostWords) words, in questions, hints and reasons, too; what stands in backquotes is one."
  ) { lesson in
    lesson.texts.filter { $0.kind != .heading && $0.kind != .cell }.flatMap(\.sentences).compactMap { words in
      let count = words.count(where: \.counts)
      guard count > mostWords, let first = words.first, let last = words.last else { return nil }
      return Diagnostic(
        "this sentence has \(count) words, and \(mostWords) are the most",
        at: first.range.union(last.range), hint: "say it in two", kind: .warning)
    }
  }

  /// Which words may be used.
  static let words = StyleRule(
    name: "words",
    summary:
      "A word of `words.csv` is explained in the lesson, where it stands emphasised, or in one that the lesson needs."
  ) { lesson in
    guard let glossary = lesson.glossary else { return [] }
    // Headings and tables name what the text around them explains.
    let texts = lesson.texts.filter { $0.kind == .paragraph || $0.kind == .question }
    let uses = texts.enumerated().flatMap { index, text in
      text.terms(glossary.finder).map {
        TermUse($0.term, $0.words, textIndex: index, in: lesson.document.file)
      }
    }
    let explained = uses.filter(\.isEmphasised)
    let firstExplained = Dictionary(
      explained.map { ($0.term.word, $0) }, uniquingKeysWith: { first, _ in first })
    var told: Set<String> = []
    return uses.compactMap { use in
      let isKnown = use.term.lessons.contains { lesson.known.contains($0) }
      let isPointedOut = use.term.lessons.contains { name in
        lesson.document.file[texts[use.textIndex].range].contains("`\(name)`")
      }
      guard !isKnown, !isPointedOut, told.insert(use.term.word).inserted else { return nil }
      if let place = firstExplained[use.term.word] {
        return place.textIndex <= use.textIndex ? nil : use.finding(explainedAt: place)
      }
      return use.term.lessons.contains(lesson.transcript.lesson) ? nil : use.finding
    }
  }
}

/// A place where a term stands.
private struct TermUse {
  /// The term.
  let term: Term
  /// Which of the texts it stands in.
  let textIndex: Int
  /// Whether all of it is emphasised.
  let isEmphasised: Bool
  /// Where it stands, without the signs beside it.
  private let range: SourceRange

  /// The place of a term that stands in `words`.
  init(_ term: Term, _ words: ArraySlice<PlacedWord>, textIndex: Int, in file: SourceFile) {
    self.term = term
    self.textIndex = textIndex
    isEmphasised = words.allSatisfy(\.isEmphasised)
    var low = words.first?.range.lowerBound ?? 0
    var high = words.last?.range.upperBound ?? 0
    while low < high, file.bytes[low].isSign { low += 1 }
    while low < high, file.bytes[high - 1].isSign { high -= 1 }
    range = SourceRange(low, high)
  }

  /// That the lesson does not explain the term.
  var finding: Diagnostic {
    Diagnostic(
      "`\(term.word)` is explained in `\(term.lesson)`, which this lesson does not need", at: range,
      hint: "explain it here, and emphasise it: *\(term.word)*; or take a plainer word; or need that lesson",
      kind: .warning)
  }

  /// That the lesson explains the term further below.
  func finding(explainedAt use: TermUse) -> Diagnostic {
    Diagnostic(
      "`\(term.word)` stands before it is explained", at: range,
      hint: "explain it where it first stands, or take a plainer word there",
      notes: [.init("explained", at: use.range)], kind: .warning)
  }
}

extension UInt8 {
  /// Whether it is an ASCII character that is neither a letter nor a digit.
  fileprivate var isSign: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      false
    default: true
    }
  }
}
