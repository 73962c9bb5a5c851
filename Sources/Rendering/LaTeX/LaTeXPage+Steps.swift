internal import Algebra
internal import PlainText
internal import Transcript

extension LaTeXPage {
  /// The most rows of a step that stay on one page.
  private static let rowsTogether = 16
  /// The most rows of an equation that stay on one page.
  private static let equationTogether = 12

  /// The lines of a worked statement.
  func lines(of step: Step) -> [String] {
    let rows = rows(of: step.lines)
    guard !rows.isEmpty else { return [] }
    return (step.isJoined ? [] : [Self.gap]) + together(rows, atMost: Self.rowsTogether)
  }

  private func rows(of lines: [Line]) -> [String] {
    var rows: [String] = []
    var rest = lines[...]
    while let line = rest.first {
      let level = Double(max(0, min(line.level, 10)))
      let indentation = Self.workingIndentation + 1.2 * level
      if case .check = line.content {
        let checks = rest.prefix { $0.isCheck && $0.level == line.level }
        rows += self.rows(of: checks.compactMap(\.check), at: indentation)
        rest = rest.dropFirst(checks.count)
        continue
      }
      rows += self.rows(of: line.content, at: indentation)
      rest = rest.dropFirst()
    }
    return rows
  }

  private func rows(of content: Line.Content, at indentation: Double) -> [String] {
    let room = setting.inset(by: indentation)
    switch content {
    case .equation(let equation):
      let comment = equation.comment.map { [Phrase.words($0)] }
      return rows(
        room.rows(of: equation), at: indentation, comment: comment, beside: equation.remark?.phrases)
    case .givens(let givens):
      return givens.rows.map { given in
        row(
          "\\lhragged{\\sffamily \(LaTeXText.prose(given.kind))}\\quad "
            + given.items.map {
              mathematics(
                setting.inline($0.subject) + TeXText(" ") + setting.sign($0.relation)
                  + setting.number($0.number))
            }
            .joined(separator: "\\quad ")
            + (given.comment.map { "\\quad {\\sffamily\\footnotesize \(LaTeXText.prose($0))}" } ?? ""),
          at: indentation)
      }
    case .table(let table):
      let area = text.inset(by: TextArea.workingIndentation)
      return self.table(
        LaTeXTable(header: table.header.map(cell), rows: table.rows.map { $0.map(cell) }),
        isStacked: area.stacks(table.header.map(text.text), table.rows.map { $0.map(text.text) }),
        at: indentation)
    case .path(let number, let stops): return rows(room.rows(ofPath: number, stops), at: indentation)
    case .results(let results, let remark):
      return rows(room.rows(of: results), at: indentation, beside: remark?.phrases)
    case .matrix(let matrix, let remark, let otherwise):
      let fits = text.inset(by: TextArea.workingIndentation).lines(of: matrix, with: nil) != nil
      guard fits, let row = row(of: matrix, room) else { return rows(of: otherwise) }
      return rows([row], at: indentation, beside: remark?.phrases)
    case .network(let network, let otherwise):
      guard let drawing = text.inset(by: TextArea.workingIndentation).lines(of: network) else {
        return rows(of: otherwise)
      }
      return typewritten(drawing.map(\.plainText), at: indentation)
    case .plot(let plot):
      let sentences = plot.sentences.map { line($0) }.joined(separator: " ")
      return (sentences.trimmed.isEmpty ? [] : [row(sentences, at: indentation)])
        + (plot.picture.map {
          typewritten(
            text.inset(by: TextArea.workingIndentation).lines(of: $0).map { $0.text() },
            at: indentation)
        } ?? [])
    case .check: return []
    case .remark(let phrases):
      let words = line(phrases)
      return words.trimmed.isEmpty ? [] : [row(words, at: indentation)]
    case .comment(let comment):
      return [row("{\\sffamily\\footnotesize \(LaTeXText.prose(comment))}", at: indentation)]
    case .blank: return [Self.gap]
    }
  }

  // MARK: Equations

  /// Rows of working: `=` signs under each other, a comment beside the first and a remark beside the last where there is room.
  func rows(
    _ rows: [TeXRow], at indentation: Double, comment: [Phrase]? = nil, beside remark: [Phrase]? = nil
  ) -> [String] {
    guard !rows.isEmpty else { return [] }
    let left = rows.map(\.subject.width).max() ?? 0
    let room = width - indentation
    var (above, below): ([String], [String]) = ([], [])
    var notes = Array(repeating: "", count: rows.count)
    func place(_ phrases: [Phrase], at index: Int) -> Bool {
      guard notes[index].isEmpty, left + rows[index].content.width + 2 + 0.9 * width(of: phrases) <= room
      else { return false }
      notes[index] = "\\qquad\\lhnote{\(line(phrases))}"
      return true
    }
    if let comment, !place(comment, at: 0) {
      above = [row("{\\sffamily\\footnotesize \(line(comment))}", at: indentation)]
    }
    if let remark, !place(remark, at: rows.count - 1) {
      below = [row("{\\sffamily\\footnotesize \(line(remark))}", at: indentation + 1)]
    }
    let isAligned = rows.count > 1 && left > 0
    guard isAligned else {
      return above
        + zip(rows, notes).map { row, note in
          "\\lhrow{\(indentation.em)}{$\\displaystyle \(row.subject.text)\(left > 0 ? " " : "")\(row.content.text.trimmed)\(note)$}"
        } + below
    }
    var lines = above
    for start in stride(from: 0, to: rows.count, by: Self.equationTogether) {
      let texts = (start..<min(start + Self.equationTogether, rows.count)).map { index in
        // Later pages have their signs at the same place.
        let subject =
          index == start && start > 0 ? "\\hphantom{\(rows[0].subject.text)}" : rows[index].subject.text
        return "\(subject)&\(rows[index].content.text.trimmed)\(notes[index])"
      }
      lines.append(
        "\\lhrow{\(indentation.em)}{$\\displaystyle\\begin{aligned}[t]\n\(texts.joined(separator: "\\\\\n"))\n\\end{aligned}$}"
      )
    }
    return lines + below
  }

  private func row(of matrix: Matrix, _ room: TeXSetting) -> TeXRow? {
    let columns = matrix.rows.first?.count ?? 0
    let widest = matrix.rows.joined().map { setting.number($0).width }.max() ?? 0
    let rows = matrix.rows.map { $0.map { "\\hfill " + setting.number($0).text }.joined(separator: "&") }
    let head = setting.inline(matrix.subject) + TeXText(" = ", width: 1.4)
    let body = TeXText(
      "\\left[\\begin{array}{@{}\(String(repeating: "r", count: columns))@{}}\n\(rows.joined(separator: "\\\\\n"))\n\\end{array}\\right]",
      width: Double(columns) * (widest + 1) + 1)
    let row = TeXRow(content: head + body)
    return row.width <= room.limit && matrix.rows.count <= 30 ? row : nil
  }

  // MARK: Checks

  private func rows(of checks: [Check], at indentation: Double) -> [String] {
    var rows: [String] = []
    var waiting: [[LaTeXCell]] = []
    func flush() {
      guard !waiting.isEmpty else { return }
      // Rows that would not fit in one table are paragraphs.
      let lines = table(
        LaTeXTable(header: [], rows: waiting, isRuled: false), isStacked: false, at: indentation)
      rows += lines.dropFirst()
      waiting = []
    }
    for check in checks {
      let cells = cells(of: check)
      let widths = (waiting + [cells]).reduce(into: [0.0, 0, 0, 0]) { widths, row in
        for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.width) }
      }
      if case .met = check.finding, widths.reduce(0, +) + 4.2 <= width - indentation {
        waiting.append(cells)
        continue
      }
      flush()
      if case .met = check.finding, cells.map(\.width).reduce(0, +) + 4.2 <= width - indentation {
        waiting = [cells]
      } else {
        let text = cells.dropFirst().map(\.text).filter { !$0.isEmpty }.joined(separator: "\\quad ")
        rows.append(row("\\lhragged " + text, at: indentation + 1.5, marker: cells[0].text))
      }
    }
    flush()
    return rows
  }

  /// The mark, what is printed, how it is met, and the note.
  private func cells(of check: Check) -> [LaTeXCell] {
    let mark = LaTeXCell(text: LaTeXText.escaped(check.mark == .untold ? "–" : check.mark.rawValue), width: 1)
    let note = check.note.map {
      LaTeXCell(
        text: "{\\sffamily\\footnotesize \(LaTeXText.prose($0))}", width: TeXWidths.width(of: $0) * 0.95)
    }
    let (head, way): ([Phrase], [Phrase]) =
      switch check.finding {
      case .met(let relation, let shown, let way): ([.relation(check.subject, relation, .number(shown))], way)
      case .unmet(let finding): (finding, [])
      }
    return [mark] + [head, way].map { LaTeXCell(text: line($0), width: width(of: $0)) }
      + [note ?? LaTeXCell(text: "", width: 0)]
  }

  private func cell(_ cell: Table.Cell) -> LaTeXCell {
    switch cell {
    case .words(let words): LaTeXCell(text: LaTeXText.escaped(words), width: TeXWidths.width(of: words))
    case .formula(let formula):
      LaTeXCell(text: mathematics(setting.inline(formula)), width: setting.inline(formula).width)
    case .number(let number): self.cell(number)
    }
  }
}

extension Line {
  fileprivate var isCheck: Bool { check != nil }
}
