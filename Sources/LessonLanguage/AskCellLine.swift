import Diagnostics

/// A word before a colon that says what a line of an ask cell is.
enum AskKey: String, CaseIterable {
  case answer, digits, tolerance, hint, mistake, because
}

/// A line of an ask cell, by what it begins with; the places of texts begin behind blanks.
///
/// A line that is indented below a key or a choice goes on with what that says, whatever word and colon it begins with.
enum AskCellLine {
  /// Nothing, or a comment.
  case empty
  /// `hint: text`; `head` is the key with its colon.
  case key(AskKey, head: SourceRange, text: SourceRange)
  /// `word: text`, where the word is no key.
  case word(SourceRange, line: SourceRange)
  /// `- [x] text`; `head` is what stands before the text.
  case choice(isRight: Bool, head: SourceRange, text: SourceRange)
  /// `- [] text` and the like, which is meant as a choice.
  case brokenChoice(SourceRange)
  /// `- text`
  case item(SourceRange)
  /// Anything else.
  case text(SourceRange)

  /// The line that stands in `line`.
  ///
  /// - Parameter indentation: how far the key or the choice above is indented; `nil` where there is none.
  init(_ file: SourceFile, _ line: SourceRange, below indentation: Int?) {
    let text = file[line]
    let scalars = text.unicodeScalars
    func range(_ start: String.Index, _ end: String.Index) -> SourceRange {
      let offset = text.utf8.distance(from: text.startIndex, to: start)
      let length = text.utf8.distance(from: start, to: end)
      return SourceRange(line.lowerBound + offset, line.lowerBound + offset + length)
    }
    func behindBlanks(_ index: String.Index) -> String.Index {
      scalars[index...].firstIndex { !$0.isBlank } ?? scalars.endIndex
    }

    let start = behindBlanks(scalars.startIndex)
    let end = scalars.endIndex
    guard start < end, scalars[start] != "#" else {
      self = .empty
      return
    }
    if "-*+".unicodeScalars.contains(scalars[start]) {
      let second = scalars.index(after: start)
      let mark = behindBlanks(second)
      let box = ChoiceBox(scalars[mark...])
      if let box, box.isWhole, second < mark {
        let first = behindBlanks(box.end)
        self = .choice(isRight: box.isMarked, head: range(start, box.end), text: range(first, end))
      } else if let box {
        self = .brokenChoice(range(start, box.end))
      } else {
        self = second < mark ? .item(range(start, end)) : .text(range(start, end))
      }
      return
    }
    if let indentation, text.utf8.distance(from: text.startIndex, to: start) > indentation {
      self = .text(range(start, end))
      return
    }
    let wordEnd = scalars[start...].firstIndex { !$0.isLetter } ?? end
    let colon = behindBlanks(wordEnd)
    guard start < wordEnd, colon < end, scalars[colon] == ":" else {
      self = .text(range(start, end))
      return
    }
    let behindColon = scalars.index(after: colon)
    let textStart = behindBlanks(behindColon)
    if let key = AskKey(rawValue: String(scalars[start..<wordEnd])) {
      self = .key(key, head: range(start, behindColon), text: range(textStart, end))
    } else if behindColon < textStart || textStart == end {
      self = .word(range(start, wordEnd), line: range(start, end))
    } else {
      // `https://…` begins with a word and a colon, too.
      self = .text(range(start, end))
    }
  }
}

/// The `[x]` or `[ ]` before a choice.
private struct ChoiceBox {
  /// Whether it is written as it must be.
  let isWhole: Bool
  /// Whether it marks a right choice.
  let isMarked: Bool
  /// Where it ends.
  let end: String.Index

  /// The box at the beginning of `scalars`; `nil` where there is nothing like it.
  init?(_ scalars: Substring.UnicodeScalarView) {
    guard scalars.first == "[", let close = scalars.prefix(4).firstIndex(of: "]") else { return nil }
    let content = scalars[scalars.index(after: scalars.startIndex)..<close]
    end = scalars.index(after: close)
    let next = scalars[end...].first
    // `[a](b)` is a link.
    guard next != "(" else { return nil }
    isMarked = content.elementsEqual("x".unicodeScalars) || content.elementsEqual("X".unicodeScalars)
    isWhole = (isMarked || content.elementsEqual(" ".unicodeScalars)) && next?.isBlank != false
  }
}
