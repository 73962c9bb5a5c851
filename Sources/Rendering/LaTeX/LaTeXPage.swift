internal import Algebra
internal import PlainText
internal import Prose
internal import Transcript

/// Lays out the parts of a transcript in lines of LaTeX. Each kind of content extends it, a file each.
///
/// Nothing nests in LaTeX however it does in the lesson: what is indented says by how many em.
struct LaTeXPage {
  /// How formulas are set.
  let setting: TeXSetting
  /// The text transcript's page of 80 columns, which decides what fits.
  let text: TextArea
  /// The width of a line in em.
  var width: Double { setting.limit }

  /// How far working stands to the right of prose, in em.
  static let workingIndentation = 1.5
  static let gap = "\\lhgap"
  static let noPageBreak = "\\nopagebreak"

  /// A page.
  ///
  /// - Parameters:
  ///   - callsExp: Whether `e^x` is written `exp(x)`, because a value of the lesson is called `e`.
  ///   - width: The width of a line in em.
  init(callsExp: Bool, width: Double) {
    text = TextRenderer(callsExp: callsExp).page
    setting = TeXSetting(dialect: .latex, notation: text.notation, limit: width)
  }

  /// The lines of a part.
  func lines(of part: Transcript.Part) -> [String] {
    switch part {
    case .prose(let block): lines(of: block, at: 0)
    case .step(let step): lines(of: step)
    case .question(let question): lines(of: question)
    }
  }

  /// Running text, so many em to the right, behind a marker.
  func paragraph(_ text: String, at indentation: Double, marker: String = "") -> [String] {
    text.trimmed.isEmpty && marker.isEmpty ? [] : [Self.gap, row(text, at: indentation, marker: marker)]
  }

  /// The same without a gap above it.
  func row(_ text: String, at indentation: Double, marker: String = "") -> String {
    "\\lhpar{\(indentation.em)}{\(marker)}{\(text.trimmed)}"
  }

  /// Lines in a typewriter's letters, as small as makes all of them fit.
  func typewritten(_ lines: [String], at indentation: Double) -> [String] {
    let columns = Double(lines.map { displayWidth($0) }.max() ?? 0) * TeXWidths.typewriter
    let size =
      [("\\normalsize", 1.0), ("\\small", 0.9), ("\\footnotesize", 0.82), ("\\scriptsize", 0.73)]
      .first { columns * $0.1 + indentation <= width }?.0 ?? "\\tiny"
    let rows = lines.map { line in
      "\\lhcode{\(indentation.em)}{\(size)}{\(LaTeXText.escaped(line).replacing(" ", with: "~"))}"
    }
    return [Self.gap] + together(rows, atMost: 34)
  }

  /// Rows between which no page ends, unless there are more than so many: then only the first two and the last two stay together.
  func together(_ rows: [String], atMost most: Int) -> [String] {
    rows.enumerated().flatMap { index, row -> [String] in
      guard index > 0 else { return [row] }
      let isFree = rows.count > most && index > 1 && index < rows.count - 1
      return isFree ? [row] : [Self.noPageBreak, row]
    }
  }

  /// Phrases as running text.
  func line(_ phrases: [Phrase]) -> String {
    var pieces: [String] = []
    for phrase in phrases {
      let (next, start) = piece(phrase)
      pieces.append(([Phrase].isClose(start, behind: pieces.last) ? "" : " ") + next)
    }
    return pieces.joined()
  }

  private func piece(_ phrase: Phrase) -> (text: String, start: String) {
    switch phrase {
    case .words(let words): (LaTeXText.prose(words), words)
    case .formula(let formula): (mathematics(setting.inline(formula)), "x")
    case .condition(let condition): (mathematics(setting.inline(condition)), "x")
    case .relation(let left, let relation, let right):
      (mathematics(setting.inline(left) + TeXText(" ") + setting.sign(relation) + setting.inline(right)), "x")
    }
  }

  /// About how wide phrases are on a line.
  func width(of phrases: [Phrase]) -> Double {
    phrases.reduce(0) { $0 + 0.4 + width(of: $1) }
  }

  private func width(of phrase: Phrase) -> Double {
    switch phrase {
    case .words(let words): TeXWidths.width(of: words)
    case .formula(let formula): setting.inline(formula).width
    case .condition(let condition): setting.inline(condition).width
    case .relation(let left, _, let right): setting.inline(left).width + 1.6 + setting.inline(right).width
    }
  }

  /// A formula within text.
  func mathematics(_ formula: TeXText) -> String { "$" + formula.text.trimmed + "$" }
}

extension Double {
  /// The number in digits that TeX reads, in hundredths.
  var em: String {
    let hundredths = Int((self * 100).rounded())
    let rest = abs(hundredths % 100)
    return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
