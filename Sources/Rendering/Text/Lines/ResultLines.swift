internal import Algebra
internal import PlainText
internal import Transcript

extension TextArea {
  /// Short results side by side, as many as there is room for, and a word beside the last of them or below.
  func lines(ofResults results: [NamedNumber], with remark: Equation.Remark?) -> [TextLine] {
    let lines = lines(ofResults: results)
    return self.lines(lines, with: remark)
  }

  private func lines(ofResults results: [NamedNumber]) -> [TextLine] {
    let gap = String.spaces(3)
    var lines: [String] = []
    for result in results {
      let text = text(of: result)
      if let last = lines.last, fits(last + gap + text) {
        lines[lines.count - 1] = last + gap + text
      } else {
        lines += filled(fragments(of: result), width: width, hanging: 2)
      }
    }
    return lines.map { TextLine($0) }
  }

  /// `name = number`.
  func text(of item: NamedNumber) -> String { fragments(of: item).joined() }

  /// `name = number` in pieces.
  func fragments(of item: NamedNumber) -> [String] {
    fragments(item.subject, alphabet.sign(item.relation), .number(item.number))
  }
}
