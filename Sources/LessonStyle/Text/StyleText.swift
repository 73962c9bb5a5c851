import Diagnostics
import LessonDocument
import LessonLanguage
import Prose

/// A text of a lesson that is read as one: its words, each with its place.
struct StyleText {
  /// Where it stands among the parts of a lesson.
  let kind: Kind
  /// Its words, in order.
  let words: [PlacedWord]
  /// The number among the paragraphs of the prose; `nil` for other texts.
  let paragraph: Int?

  /// Where a text stands.
  enum Kind {
    /// A heading.
    case heading
    /// A paragraph of prose, also in lists and quotations.
    case paragraph
    /// A cell of a table.
    case cell
    /// What a question asks, a hint, a choice, or what is said to a reply.
    case question
  }

  /// Where it stands, from its first word to its last.
  var range: SourceRange {
    guard let first = words.first, let last = words.last else { return SourceRange(0, 0) }
    return first.range.union(last.range)
  }

  /// The sentences: what ends with a full stop, a question mark or an exclamation mark, or with the text.
  var sentences: [ArraySlice<PlacedWord>] {
    var sentences: [ArraySlice<PlacedWord>] = []
    var start = words.startIndex
    for index in words.indices where words[index].endsSentence || index == words.count - 1 {
      sentences.append(words[start...index])
      start = index + 1
    }
    return sentences
  }

  /// The terms that stand in the text, each with its words. What is quoted is not the lesson's own word.
  func terms(_ finder: TermFinder) -> [(term: Term, words: ArraySlice<PlacedWord>)] {
    var plain: [String?] = []
    var places: [Int] = []
    var isQuoted = false
    for (index, word) in words.enumerated() {
      if word.opensQuotation { isQuoted = true }
      defer { if word.closesQuotation { isQuoted = false } }
      let parts = word.hasCode || isQuoted ? [nil] : TermFinder.words(of: word.text).map(Optional.some)
      // A sign between words, such as a dash, parts them.
      for part in parts.isEmpty ? [nil] : parts {
        plain.append(part)
        places.append(index)
      }
      if word.endsSentence {
        plain.append(nil)
        places.append(index)
      }
    }
    return finder.matches(in: plain).map { match in
      (match.term, words[places[match.words.lowerBound]...places[match.words.upperBound - 1]])
    }
  }
}

extension LessonDocument {
  /// The texts of the prose and of the questions, in reading order.
  var styleTexts: [StyleText] {
    let bytes = bytesWithoutComments
    var texts: [StyleText] = []
    var paragraphs = 0
    for part in parts {
      guard case .block(let block) = part.content else { continue }
      switch block {
      case .prose(let prose):
        var reader = WordReader(bytes, in: part.range)
        for piece in prose.pieces() {
          reader.read(piece.spans)
          texts.append(StyleText(piece.kind, reader.takeWords(), paragraphs))
          if piece.kind == .paragraph { paragraphs += 1 }
        }
      case .cell(let cell) where cell.kind == .ask:
        texts += questionTexts(parseAsk(file, cell.body).question, bytes)
      case .cell: break
      }
    }
    return texts
  }

  private func questionTexts(_ question: AskCell?, _ bytes: [UInt8]) -> [StyleText] {
    guard let question else { return [] }
    var texts = [question.question] + question.hints
    switch question.kind {
    case .number(answer: _, precision: _, let mistakes): texts += mistakes.compactMap(\.reason)
    case .choice(let choices):
      for choice in choices { texts += [choice.text] + (choice.reason.map { [$0] } ?? []) }
    }
    texts += question.reason.map { [$0] } ?? []
    return texts.filter { !$0.isEmpty }.sorted { $0[0].lowerBound < $1[0].lowerBound }.map { lines in
      let range = lines[0].union(lines[lines.count - 1])
      let words = WordReader.words(of: runningText(ofLines: lines).spans, bytes, in: range)
      return StyleText(kind: .question, words: words, paragraph: nil)
    }
  }

  /// The file with blanks in the place of its comments, in which no word is looked for.
  private var bytesWithoutComments: [UInt8] {
    var bytes = file.bytes
    for comment in comments {
      for index in comment.lowerBound..<comment.upperBound { bytes[index] = UInt8(ascii: " ") }
    }
    return bytes
  }
}

extension StyleText {
  /// A text of the prose, before which there are so many paragraphs.
  fileprivate init(_ kind: ProsePiece<SourceRange>.Kind, _ words: [PlacedWord], _ paragraphs: Int) {
    switch kind {
    case .heading: self.init(kind: .heading, words: words, paragraph: nil)
    case .paragraph: self.init(kind: .paragraph, words: words, paragraph: paragraphs)
    case .cell: self.init(kind: .cell, words: words, paragraph: nil)
    }
  }
}
