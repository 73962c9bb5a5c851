internal import Algebra
internal import PlainText
internal import Transcript

extension TextArea {
  /// Given numbers: what they are, and in columns behind it the names and numbers.
  func lines(of givens: GivenNumbers) -> [TextLine] {
    let kindWidth = givens.rows.map { displayWidth($0.kind) }.reduce("target".count, max) + 2
    let longest = givens.rows.flatMap { $0.items.map { displayWidth(text(of: $0)) } }.max() ?? 0
    return givens.rows.flatMap { row in
      var lines: [TextLine]
      if longest <= width - kindWidth {
        lines = inset(by: kindWidth).lines(of: row.items, columnWidth: longest + 3).enumerated().map {
          index, line in
          line.prefixed(with: (index == 0 ? row.kind.harmlessLine : "").padded(to: kindWidth))
        }
      } else {
        let items = inset(by: 2).lines(of: row.items, columnWidth: longest + 3)
        let kind = filled(words(row.kind.harmlessLine), width: width, hanging: 2)
        lines = kind.map { TextLine($0) } + items.map { $0.indented(by: 2) }
      }
      return row.comment.map { self.lines(lines, withComment: $0) } ?? lines
    }
  }

  private func lines(of items: [NamedNumber], columnWidth: Int) -> [TextLine] {
    let count = max(1, (width + 3) / columnWidth)
    var lines: [TextLine] = []
    for start in stride(from: 0, to: items.count, by: count) {
      let row = items[start..<min(start + count, items.count)]
      if row.count == 1 {
        let text = runningText(of: row[start], .given)
        lines += text.lines(filled(fragments(of: row[start]), width: width, hanging: 2))
      } else {
        var line = TextLine()
        for item in row {
          let text = runningText(of: item, .given)
          line.append(text)
          line.append(.spaces(columnWidth - displayWidth(text.text)))
        }
        lines.append(line)
      }
    }
    return lines
  }
}
