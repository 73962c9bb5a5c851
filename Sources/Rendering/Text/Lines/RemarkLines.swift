internal import Algebra
internal import PlainText
internal import Transcript

extension TextArea {
  /// How far behind its line a sentence stands that is too long for the remarks' column.
  private static let widestGap = 10

  /// The lines with a word of Longhand's beside the last of them, which it is about, or where there is no room below.
  func lines(_ lines: [TextLine], with remark: Equation.Remark?) -> [TextLine] {
    self.lines(lines, withAside: remark?.phrases)
  }

  /// The same with what is said in phrases.
  func lines(_ lines: [TextLine], withAside phrases: [Phrase]?) -> [TextLine] {
    phrases.map { self.lines(lines, withAside: fragments(of: $0).joined()) } ?? lines
  }

  private func lines(_ lines: [TextLine], withAside text: String) -> [TextLine] {
    guard let last = lines.last, let line = beside(last, text, orAfter: Self.widestGap) else {
      return lines + asides(text, prefix: "")
    }
    return lines.dropLast() + [line]
  }

  /// The lines, with an author's comment beside the first or above it.
  func lines(_ lines: [TextLine], withComment comment: String) -> [TextLine] {
    let text = "# " + comment.harmlessLine
    guard let first = lines.first, let line = beside(first, text) else {
      return self.lines(ofComment: comment) + lines
    }
    return [line] + lines.dropFirst()
  }

  /// A comment on lines of its own.
  func lines(ofComment comment: String) -> [TextLine] {
    asides(comment.harmlessLine, prefix: "# ")
  }

  /// A sentence with formulas in it.
  func lines(ofRemark phrases: [Phrase]) -> [TextLine] {
    filled(fragments(of: phrases), width: proseWidth, hanging: 2, keepsParentheses: false)
      .map { TextLine($0, .aside) }
  }

  /// A sentence in pieces, one space apart, but for punctuation.
  func fragments(of phrases: [Phrase]) -> [String] {
    var pieces: [String] = []
    for phrase in phrases {
      let next = fragments(of: phrase)
      let isClose = [Phrase].isClose(next.first ?? "", behind: pieces.last)
      pieces += isClose ? next : next.prefixedFirst(with: " ")
    }
    return pieces
  }

  private func fragments(of phrase: Phrase) -> [String] {
    switch phrase {
    case .words(let text): words(alphabet.ownWords(text.harmlessLine))
    case .formula(let formula): fragments(formula)
    case .condition(let condition): condition.fragments(notation).map(\.harmlessLine)
    case .relation(let left, let relation, let right): fragments(left, alphabet.sign(relation), right)
    }
  }

  /// The line with an aside behind it: in the remarks' column or, behind a longer line, two columns on; where the aside
  /// is too long for that, `gap` columns behind the line. `nil` if there is no room.
  private func beside(_ line: TextLine, _ aside: String, orAfter gap: Int? = nil) -> TextLine? {
    let end = line.width
    let columns = [max(remarkColumn, end + 2)] + (gap.map { [end + $0] } ?? [])
    guard let column = columns.first(where: { $0 + displayWidth(aside) <= width }) else { return nil }
    var line = line
    line.append(.spaces(column - end))
    line.append(aside, .aside)
    return line
  }

  private func asides(_ text: String, prefix: String) -> [TextLine] {
    filled(text, width: width - displayWidth(prefix)).map { TextLine(prefix + $0, .aside) }
  }
}
