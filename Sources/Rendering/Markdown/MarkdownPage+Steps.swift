internal import Algebra
internal import PlainText
internal import Transcript

/// An equation on its way into a block with others.
struct MarkdownEquation {
  var rows: [TeXRow]
  var level: Int

  /// Whether its signs stand under each other.
  var isAligned: Bool { rows.contains { !$0.subject.text.isEmpty } }
  /// The width of its widest left side.
  var left: Double { rows.map(\.subject.width).max() ?? 0 }
  /// The width of its widest right side.
  var right: Double { rows.map(\.content.width).max() ?? 0 }
}

extension MarkdownPage {
  /// The blocks of a worked statement.
  func blocks(of step: Step) -> [String] { blocks(of: step.lines) }

  private func blocks(of lines: [Line]) -> [String] {
    var blocks: [String] = []
    var waiting: [MarkdownEquation] = []
    var checks: [Check] = []
    func add(_ others: [String]) { blocks = MarkdownPage.joined(blocks, others) }
    func flush() {
      add(equations(waiting))
      waiting = []
      if !checks.isEmpty { add([checks.map { "- " + line(of: $0) }.joined(separator: "\n")]) }
      checks = []
    }
    for line in lines {
      let level = max(0, min(line.level, 8))
      let room = setting.inset(by: Double(level))
      if case .check(let check) = line.content {
        if !waiting.isEmpty { flush() }
        checks.append(check)
        continue
      }
      if !checks.isEmpty { flush() }
      switch line.content {
      case .equation(let equation):
        var rows = room.rows(of: equation)
        let comment = equation.comment.map { beside($0, &rows, at: 0, room) } ?? nil
        if let comment {
          flush()
          add([comment])
        }
        let remark = equation.remark.map { beside($0.phrases, &rows, room) } ?? nil
        waiting.append(MarkdownEquation(rows: rows, level: level))
        if let remark {
          flush()
          add([remark])
        }
      case .path(let number, let stops):
        waiting.append(MarkdownEquation(rows: room.rows(ofPath: number, stops), level: level))
      case .results(let results, let remark):
        var rows = room.rows(of: results)
        let remark = remark.map { beside($0.phrases, &rows, room) } ?? nil
        waiting.append(MarkdownEquation(rows: rows, level: level))
        if let remark {
          flush()
          add([remark])
        }
      case .blank: flush()
      default:
        flush()
        add(self.blocks(of: line.content))
      }
    }
    flush()
    return blocks
  }

  /// What makes a block of its own.
  private func blocks(of content: Line.Content) -> [String] {
    switch content {
    case .equation, .path, .results, .check, .blank: []
    case .givens(let givens): [givens.rows.map { "- " + line(of: $0) }.joined(separator: "\n")]
    case .table(let table):
      self.table(
        header: table.header.map(cell), rows: table.rows.map { $0.map(cell) },
        isStacked: text.inset(by: TextArea.workingIndentation).stacks(
          table.header.map(text.text), table.rows.map { $0.map(text.text) }))
    case .matrix(let matrix, let remark, let otherwise):
      text.inset(by: TextArea.workingIndentation).lines(of: matrix, with: nil) == nil
        ? blocks(of: otherwise) : [display(rows(of: matrix))] + (remark.map { [line($0.phrases)] } ?? [])
    case .network(let network, let otherwise):
      text.inset(by: TextArea.workingIndentation).lines(of: network).map { [picture($0)] }
        ?? blocks(of: otherwise)
    case .plot(let plot):
      plot.sentences.map { line($0) }.joined(separator: " ").nonEmpty
        + (plot.picture.map { [picture(text.inset(by: TextArea.workingIndentation).lines(of: $0))] } ?? [])
    case .remark(let phrases): line(phrases).nonEmpty
    case .comment(let comment): "*\(MarkdownText.escaped(comment).trimmed)*".emphasis
    }
  }

  // MARK: Equations

  /// Equations in blocks: those whose signs can stand under each other in one.
  func equations(_ equations: [MarkdownEquation]) -> [String] {
    var groups: [[MarkdownEquation]] = []
    for equation in equations where !equation.rows.isEmpty {
      if let last = groups.last, fit(last + [equation]) {
        groups[groups.count - 1].append(equation)
      } else {
        groups.append([equation])
      }
    }
    return groups.map(block)
  }

  /// Whether equations can stand in one block: all or none aligned, and with their signs in one column no wider than a row.
  private func fit(_ equations: [MarkdownEquation]) -> Bool {
    guard Set(equations.map(\.isAligned)).count == 1 else { return false }
    let left = equations.map { $0.left + Double($0.level) }.max() ?? 0
    let right = equations.map(\.right).max() ?? 0
    return !equations[0].isAligned || left + right <= setting.limit
  }

  private func block(_ equations: [MarkdownEquation]) -> String {
    let rows = equations.flatMap { equation in
      equation.rows.map { row in
        let indentation = String(repeating: "\\quad ", count: equation.level)
        guard equation.isAligned else { return "&" + indentation + row.content.text.trimmed }
        let subject = row.subject.text.trimmed
        return (subject.isEmpty ? "" : subject + " ") + "&" + row.content.text.trimmed
      }
    }
    guard rows.count > 1 else { return display(rows.map { $0.replacing("&", with: "") }) }
    return display(
      ["\\begin{aligned}"] + rows.dropLast().map { $0 + " \\cr" } + rows.suffix(1) + ["\\end{aligned}"])
  }

  private func rows(of matrix: Matrix) -> [String] {
    let rows = matrix.rows.map { $0.map { setting.number($0).text }.joined(separator: " & ") }
    return [setting.inline(matrix.subject).text.trimmed + " = \\begin{bmatrix}"]
      + rows.map { $0 + " \\cr" } + ["\\end{bmatrix}"]
  }

  /// Puts a comment beside a row; gives it back as a block of its own where it cannot stand there.
  private func beside(_ comment: String, _ rows: inout [TeXRow], at index: Int, _ room: TeXSetting) -> String?
  {
    let words = TeXText(
      "\\qquad\\text{" + comment.harmlessLine + "}", width: 2 + TeXWidths.width(of: comment))
    guard rows.indices.contains(index), MarkdownText.isPlainInMathematics(comment.harmlessLine),
      rows[index].width + words.width <= room.limit
    else { return "*\(MarkdownText.escaped(comment).trimmed)*" }
    rows[index].content += words
    return nil
  }

  /// Puts a remark beside the last row; gives it back as a block of its own where it cannot stand there.
  private func beside(_ phrases: [Phrase], _ rows: inout [TeXRow], _ room: TeXSetting) -> String? {
    var remark = TeXText("\\qquad ", width: 2)
    for phrase in phrases {
      switch phrase {
      case .words(let words):
        guard MarkdownText.isPlainInMathematics(words.harmlessLine) else { return line(phrases) }
        remark += TeXText("\\text{ \(words.harmlessLine) }", width: TeXWidths.width(of: words) + 0.6)
      case .formula(let formula): remark += setting.inline(formula)
      case .condition(let condition): remark += setting.inline(condition)
      case .relation(let left, let relation, let right):
        remark += setting.inline(left) + setting.sign(relation) + setting.inline(right)
      }
    }
    guard let last = rows.indices.last, rows[last].width + remark.width <= room.limit else {
      return line(phrases)
    }
    rows[last].content += remark
    return nil
  }

  // MARK: Other lines

  private func line(of row: GivenNumbers.Row) -> String {
    "**\(MarkdownText.escaped(row.kind))** " + row.items.map { line($0) }.joined(separator: ", ")
      + (row.comment.map { " — *\(MarkdownText.escaped($0).trimmed)*" } ?? "")
  }

  private func line(of check: Check) -> String {
    var parts: [String]
    switch check.finding {
    case .met(let relation, let shown, let way):
      parts = [line([.relation(check.subject, relation, .number(shown))])] + (way.isEmpty ? [] : [line(way)])
    case .unmet(let finding): parts = [line(finding)]
    }
    if let note = check.note { parts.append(MarkdownText.escaped(note)) }
    let mark = check.mark == .untold ? "–" : check.mark.rawValue
    return mark + " " + parts.joined(separator: " — ")
  }

  private func cell(_ cell: Table.Cell) -> String {
    switch cell {
    case .words(let words): MarkdownText.escaped(words)
    case .formula(let formula): line([.formula(formula)])
    case .number(let number): MarkdownText.escaped(text.text(number))
    }
  }

  private func picture(_ lines: [TextLine]) -> String {
    MarkdownText.fenced(lines.map { $0.text() }).joined(separator: "\n")
  }
}

extension String {
  /// The block; none where there is nothing in it.
  fileprivate var nonEmpty: [String] { trimmed.isEmpty ? [] : [trimmed] }

  /// The same of a text between asterisks.
  fileprivate var emphasis: [String] { count > 2 ? [self] : [] }
}
