public import Diagnostics
public import LessonDocument
import LessonLanguage

/// A place of a lesson that names a claim, in the note of a check or in an HTML comment.
public struct ClaimMention: Hashable, Sendable {
  /// The id of the claim, as it is written.
  public let id: String
  /// Where it is written.
  public let range: SourceRange
  /// The place in the lesson.
  public let place: Place

  /// Where a lesson can name a claim.
  public enum Place: Hashable, Sendable {
    /// In the note of a check, which begins on the given line, from 1.
    case check(line: Int)
    /// In a comment beside the prose that tells of it, on the given line.
    case prose(line: Int)

    /// The line, from 1.
    public var line: Int {
      switch self {
      case .check(let line), .prose(let line): line
      }
    }
  }
}

extension LessonDocument {
  /// The places that name claims of `list`, in reading order, and what is wrong with those that name none, at most 100 of
  /// it.
  ///
  /// A word is an id where it is one of the list, or can only be meant as one; all other words of a note are text.
  /// Cost: O(n).
  public func claimMentions(in list: ClaimList) -> (mentions: [ClaimMention], diagnostics: [Diagnostic]) {
    var mentions: [ClaimMention] = []
    for block in blocks {
      guard case .cell(let cell) = block, cell.kind == .check else { continue }
      for check in parseCheck(file, cell.body).checks {
        guard let note = check.noteRange else { continue }
        let line = file.location(of: check.range.lowerBound).line
        mentions += ids(in: note, list) { _ in .check(line: line) }
      }
    }
    for comment in comments {
      mentions += ids(in: comment, list) { .prose(line: file.location(of: $0).line) }
    }
    mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
    let unknown = mentions.filter { list.claim($0.id) == nil }
    let diagnostics = unknown.prefix(Diagnostic.maxPerFile).map { mention in
      Diagnostic(
        "`\(list.file.name)` has no claim `\(mention.id)`", at: mention.range,
        hint: list.advice(for: mention.id))
    }
    return (mentions.filter { list.claim($0.id) != nil }, diagnostics)
  }

  /// The words of a stretch of the file that are ids, or can only be meant as ones.
  private func ids(
    in range: SourceRange, _ list: ClaimList, _ place: (_ offset: Int) -> ClaimMention.Place
  ) -> [ClaimMention] {
    var mentions: [ClaimMention] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let word = file.bytes[offset..<range.upperBound].prefix(while: \.isPartOfClaimWord)
      guard !word.isEmpty else {
        offset += 1
        continue
      }
      var (start, end) = (word.startIndex, word.endIndex)
      offset = end
      while end > start, file.bytes[end - 1].isClaimIDSign { end -= 1 }
      while start < end, file.bytes[start].isClaimIDSign { start += 1 }
      let text = file[SourceRange(start, end)]
      if list.isLikeID(text) {
        mentions.append(ClaimMention(id: text, range: SourceRange(start, end), place: place(start)))
      }
    }
    return mentions
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  var isClaimIDLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }

  /// Whether it is an ASCII digit.
  var isClaimIDDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether it is a sign that may stand within an id.
  var isClaimIDSign: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self == UInt8(ascii: "_")
  }

  /// Whether an id may have it.
  var isClaimIDPart: Bool { isClaimIDLetter || isClaimIDDigit || isClaimIDSign }

  /// Whether it is part of a word among which ids are looked for: what looks like a hyphen has more than one byte.
  fileprivate var isPartOfClaimWord: Bool { isClaimIDPart || self >= 0x80 }
}
