internal import Algebra
internal import PlainText
internal import Transcript

extension PageWriter {
  /// The most that a line is moved to the right, in levels.
  private static let deepestLevel = 6
  /// The room for working on a page of text, which decides whether what has two forms is drawn.
  private static let columnsOfPage = 80 - TextArea.workingIndentation

  /// A line of a step.
  mutating func html(of line: Line, isAtOnce: Bool = false) -> String {
    let level = min(max(line.level, 0), Self.deepestLevel)
    let look = (level == 0 ? "" : " level-\(level)")
    let attributes = isAtOnce ? " data-at-once" : ""
    func element(_ kind: String, _ content: String) -> String {
      "<div class=\"line \(kind)\(look)\"\(attributes)>\(content)</div>\n"
    }
    switch line.content {
    case .equation(let equation): return html(of: equation, look: look, attributes: attributes)
    case .givens(let givens): return element("givens", html(of: givens))
    case .table(let table): return element("table", html(of: table))
    case .path(let number, let stops):
      let names = stops.map { math($0) }.joined(separator: " ← ")
      return element("path", "<span class=\"ordinal\">\(number.map { "\($0)" } ?? "…")</span> \(names)")
    case .results(let results, let remark):
      let items = results.map { html(of: $0) }.joined(separator: "\n")
      return element("results", items + html(of: remark))
    case .matrix(let matrix, let remark, let otherwise):
      let area = TextArea(width: Self.columnsOfPage, alphabet: .unicode, notation: notation)
      guard area.lines(of: matrix, with: nil) != nil else {
        return otherwise.map { html(of: Line($0.content, level: line.level), isAtOnce: isAtOnce) }.joined()
      }
      return element("matrix", region("Matrix", html(of: matrix)) + html(of: remark))
    case .network(let network, let otherwise):
      let drawing = region("Network", pictures.svg(of: network))
      if pictures.writings(of: network) == nil {
        return element("network", drawing)
          + otherwise.map { html(of: Line($0.content, level: line.level), isAtOnce: isAtOnce) }.joined()
      }
      let table = tableOfWords(PictureRenderer.connectionHeads, pictures.connections(of: network))
      return element(
        "network",
        drawing
          + "<details><summary>The connections as a table</summary>\(region("Connections", table))</details>")
    case .plot(let plot): return element("plot", html(of: plot))
    case .check(let check): return element("check \(check.mark)", html(of: check))
    case .remark(let phrases): return element("remark", html(of: phrases))
    case .comment(let comment): return element("comment", "# " + comment.escapedForMarkup)
    case .blank: return ""
    }
  }

  // MARK: Values

  /// A number that has a name, noted so that others can lead to it.
  mutating func value(_ number: Number, of name: Formula, _ html: String) -> String {
    let id = nextID()
    shown[name.text(.calc)] = ShownValue(id: id, name: name.text(notation), number: number)
    return "<span class=\"value\" id=\"\(id)\">\(html)</span>"
  }

  mutating func html(of item: NamedNumber) -> String {
    let number = value(item.number, of: item.subject, math(.number(item.number)))
    return
      "<span class=\"item\">\(math(item.subject)) \(Alphabet.unicode.sign(item.relation)) \(number)</span>"
  }

  func html(of remark: Equation.Remark?) -> String {
    remark.map { " <span class=\"remark\">\(html(of: $0.phrases))</span>" } ?? ""
  }

  private mutating func html(of givens: GivenNumbers) -> String {
    givens.rows.map { row in
      let items = row.items.map { html(of: $0) }.joined(separator: "\n")
      let comment = row.comment.map { " <span class=\"comment\"># \($0.escapedForMarkup)</span>" } ?? ""
      return "<div class=\"row\"><span class=\"kind\">\(row.kind.escapedForMarkup)</span>"
        + "<span class=\"items\">\(items)\(comment)</span></div>"
    }.joined(separator: "\n")
  }

  private func html(of matrix: Matrix) -> String {
    let rows = matrix.rows.map { row in
      "<mtr>" + row.map { "<mtd><mn>\(plain($0))</mn></mtd>" }.joined() + "</mtr>"
    }
    return math(matrix.subject) + " = <math><mo>[</mo><mtable>\(rows.joined())</mtable><mo>]</mo></math>"
  }

  private mutating func html(of plot: Plot) -> String {
    let sentences = plot.sentences.map { "<p>\(html(of: $0))</p>" }.joined(separator: "\n")
    guard let picture = plot.picture else { return sentences }
    return sentences + (pictures.svg(of: picture) ?? "<p>No picture: an axis has no length.</p>")
  }

  // MARK: Checks

  private func html(of check: Check) -> String {
    let mark =
      "<span class=\"mark\" role=\"img\" aria-label=\"\(check.mark.words)\">\(check.mark.rawValue)</span> "
    let finding =
      switch check.finding {
      case .met(let relation, let number, let way):
        math(check.subject) + " \(Alphabet.unicode.sign(relation)) " + math(.number(number))
          + (way.isEmpty ? "" : " <span class=\"way\">\(html(of: way))</span>")
      case .unmet(let phrases): html(of: phrases)
      }
    let note = check.note.map { $0.isEmpty ? "" : " <span class=\"remark\">\($0.escapedForMarkup)</span>" }
    return mark + "<span class=\"finding\">" + finding + (note ?? "") + "</span>"
  }
}

extension CheckMark {
  /// What it means, to be heard.
  fileprivate var words: String {
    switch self {
    case .met: "met"
    case .untold: "not compared"
    case .slip: "a slip in print"
    case .failure: "not met"
    }
  }
}
