internal import Algebra
internal import PlainText
internal import Prose
internal import Transcript

/// Lays out the parts of a transcript in blocks of Markdown, between which stand empty lines. Each kind of content extends it,
/// a file each.
struct MarkdownPage {
  /// How formulas are set.
  let setting: TeXSetting
  /// The text transcript's page of 80 columns, which decides what fits.
  let text: TextArea

  /// The width of a row of working in em: that of a page on GitHub.
  private static let rowWidth = 44.0
  /// What keeps two lists apart.
  static let separator = "<!-- -->"

  /// A page.
  ///
  /// - Parameter callsExp: Whether `e^x` is written `exp(x)`, because a value of the lesson is called `e`.
  init(callsExp: Bool) {
    let renderer = TextRenderer(callsExp: callsExp)
    text = renderer.page
    setting = TeXSetting(dialect: .markdown, notation: text.notation, limit: Self.rowWidth)
  }

  /// The blocks of a part.
  func blocks(of part: Transcript.Part) -> [String] {
    switch part {
    case .prose(let block): blocks(of: block)
    case .step(let step): blocks(of: step)
    case .question(let question): blocks(of: question)
    }
  }

  /// All blocks, with something between lists, which would make one.
  static func joined(_ blocks: [String], _ others: [String]) -> [String] {
    guard let last = blocks.last, let first = others.first, last.beginsWithMarker, first.beginsWithMarker
    else {
      return blocks + others
    }
    return blocks + [separator] + others
  }

  /// Phrases as running text: numbers as they are, formulas between dollar signs.
  func line(_ phrases: [Phrase]) -> String {
    var pieces: [String] = []
    for phrase in phrases {
      let next: String
      let isClose: Bool
      switch phrase {
      case .words(let words):
        next = MarkdownText.escaped(words, isFirst: pieces.isEmpty)
        isClose = [Phrase].isClose(words, behind: pieces.last)
      case .formula(.number(let number)):
        next = MarkdownText.escaped(text.text(number), isFirst: pieces.isEmpty)
        isClose = [Phrase].isClose("0", behind: pieces.last)
      case .formula(let formula):
        next = mathematics(setting.inline(formula))
        isClose = [Phrase].isClose("x", behind: pieces.last)
      case .condition(let condition):
        next = mathematics(setting.inline(condition))
        isClose = [Phrase].isClose("x", behind: pieces.last)
      case .relation(let left, let relation, let right):
        next = mathematics(
          setting.inline(left) + TeXText(" ") + setting.sign(relation) + setting.inline(right))
        isClose = [Phrase].isClose("x", behind: pieces.last)
      }
      pieces.append((isClose ? "" : " ") + next)
    }
    return pieces.joined()
  }

  /// A name and its number.
  func line(_ item: NamedNumber) -> String {
    line([.relation(item.subject, item.relation, .number(item.number))])
  }

  /// A formula within text.
  func mathematics(_ formula: TeXText) -> String { "$" + formula.text.trimmed + "$" }

  /// A block of mathematics.
  func display(_ rows: [String]) -> String { (["$$"] + rows + ["$$"]).joined(separator: "\n") }
}

extension String {
  /// The text without spaces at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Whether the block is a list.
  fileprivate var beginsWithMarker: Bool {
    if hasPrefix("- ") { return true }
    let digits = prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && self[digits.endIndex...].hasPrefix(". ")
  }

  /// The lines of the text, the first behind one text and the others behind another; empty lines have no spaces at the end.
  func prefixed(_ first: String, _ others: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      let prefix = index == 0 ? first : others
      return line.isEmpty ? String(prefix.reversed().drop { $0 == " " }.reversed()) : prefix + line
    }.joined(separator: "\n")
  }
}
