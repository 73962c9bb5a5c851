internal import Algebra
internal import PlainText
internal import Prose
internal import Transcript

/// Writes the parts of a transcript, one behind the other, as the content of a page's `main`.
struct PageWriter {
  let notation: Notation
  let pictures: PictureRenderer
  private let title: String
  /// Whether the answers to questions stand at the end.
  var hasAnswers = true
  /// What has been written.
  private(set) var html = ""
  /// The level of the last heading; 0 before the first.
  private var level = 0
  private var stepCount = 0
  private var pace = Pace()
  /// Where values stand that have been shown, by their names as they are typed.
  var shown: [String: ShownValue] = [:]
  private var valueCount = 0
  private var regionCounts: [String: Int] = [:]

  init(callsExp: Bool, title: String) {
    var notation = Notation.unicode
    notation.callsExp = callsExp
    self.notation = notation
    self.title = title
    pictures = PictureRenderer(notation: notation)
  }

  // MARK: Parts

  /// Writes a part behind the others.
  mutating func add(_ part: Transcript.Part) {
    switch part {
    case .prose(.heading(let level, let spans)): addHeading(level: level, inline(spans))
    case .prose(let block):
      beginPage()
      html += self.html(of: block, class: "part") + "\n"
    case .step(let step):
      beginPage()
      add(step)
    case .question(let question):
      beginPage()
      html += self.html(of: question, level: level + 1) + "\n"
    }
  }

  /// Writes a computation graph behind all parts, folded, with all that it says as tables; nothing where it is too large.
  mutating func add(_ graph: ComputationGraph) {
    let graph = graph.collapsedIfLarge
    guard let drawing = pictures.svg(of: graph) else { return }
    beginPage()
    let title = pictures.title(of: graph).escapedForMarkup
    let values = tableOfWords(PictureRenderer.valueHeads, pictures.values(of: graph))
    let connections = tableOfWords(PictureRenderer.graphHeads, pictures.connections(of: graph))
    html += """
      <section id="graph" aria-label="\(title)">
      <details><summary>\(title)</summary>
      <p>\(pictures.legend(of: graph).escapedForMarkup) The numbers are those of the lesson’s last pass.</p>
      \(region("Graph", drawing))
      <details><summary>The graph as tables</summary>
      \(region("Values", values))
      \(region("Connections", connections))
      </details></details>
      </section>

      """
  }

  /// Writes the answers behind all parts.
  mutating func finish(questions: [Question]) {
    beginPage()
    guard !questions.isEmpty else { return }
    html += "<section id=\"answers\">\n<h2>Answers</h2>\n"
    for question in questions { html += answer(to: question) + "\n" }
    html += "</section>\n"
  }

  /// A page has one title, and it comes first: the lesson's, where it does not begin with a heading.
  private mutating func beginPage() {
    if level == 0 { addHeading(level: 1, title.escapedForMarkup) }
  }

  private mutating func addHeading(level wanted: Int, _ content: String) {
    guard !content.allSatisfy(\.isWhitespace) else { return }
    // The first is the title, the others stand below it and skip no level.
    level = level == 0 ? 1 : min(max(wanted, 2), level + 1, 6)
    html += "<h\(level) class=\"part\">\(content)</h\(level)>\n"
  }

  private mutating func add(_ step: Step) {
    stepCount += 1
    let stepPace = pace.take(step, step.kinds)
    var classes = "part step"
    if step.isJoined { classes += " joined" }
    html +=
      "<div class=\"\(classes)\" id=\"step-\(stepCount)\"\(stepPace.isAtOnce ? " data-at-once" : "")>\n"
    for (index, line) in step.lines.enumerated() {
      html += self.html(of: line, isAtOnce: stepPace.isAtOnce(line: index))
    }
    html += "</div>\n"
  }

  // MARK: Pieces

  /// A number of its own for a value that is shown.
  mutating func nextID() -> String {
    valueCount += 1
    return "v-\(valueCount)"
  }

  /// A box in which what is too wide can be moved sideways, by keys too; each has a name of its own.
  mutating func region(_ kind: String, _ content: String, tag: String = "div", class classes: String = "")
    -> String
  {
    let number = (regionCounts[kind] ?? 0) + 1
    regionCounts[kind] = number
    let names = (["scroll"] + (classes.isEmpty ? [] : [classes])).joined(separator: " ")
    return "<\(tag) class=\"\(names)\" role=\"region\" tabindex=\"0\" aria-label=\"\(kind) \(number)\">"
      + content + "</\(tag)>"
  }

  func math(_ formula: Formula) -> String {
    var writer = MathMLWriter(notation)
    writer.write(formula)
    return writer.html
  }

  func math(_ condition: Condition) -> String {
    var writer = MathMLWriter(notation)
    writer.write(condition)
    return writer.html
  }

  /// A formula as one would type it.
  func plain(_ formula: Formula) -> String { formula.text(notation).escapedForMarkup }

  func plain(_ number: Number) -> String { plain(.number(number)) }

  /// Words and formulas in one line.
  func html(of phrases: [Phrase]) -> String {
    var previous: String?
    var html = ""
    for phrase in phrases {
      let (next, text) =
        switch phrase {
        case .words(let words): (words.harmlessLine, words.escapedForMarkup)
        case .formula(let formula): ("x", math(formula))
        case .condition(let condition): ("x", math(condition))
        case .relation(let left, let relation, let right):
          ("x", math(left) + " \(Alphabet.unicode.sign(relation)) " + math(right))
        }
      html += ([Phrase].isClose(next, behind: previous) ? "" : " ") + text
      previous = next
    }
    return html
  }
}
