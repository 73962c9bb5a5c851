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
    var lines: [TextLine] = []
    for result in results {
      let text = runningText(of: result, result.subject.numberRole)
      if let last = lines.last, last.width + gap.count + displayWidth(text.text) <= width {
        lines[lines.count - 1].append(gap)
        lines[lines.count - 1].append(text)
      } else {
        lines += text.lines(filled(fragments(of: result), width: width, hanging: 2))
      }
    }
    return lines
  }

  /// `name = number`, of which the number has a role; of a derivative the name, too.
  func runningText(of item: NamedNumber, _ role: Role) -> RunningText {
    var text = RunningText(text(item.subject), role == .derivative ? role : .plain)
    text.append(" \(alphabet.sign(item.relation)) ")
    text.append(self.text(item.number), role)
    return text
  }

  /// `name = number`.
  func text(of item: NamedNumber) -> String { fragments(of: item).joined() }

  /// `name = number` in pieces.
  func fragments(of item: NamedNumber) -> [String] {
    fragments(item.subject, alphabet.sign(item.relation), .number(item.number))
  }
}

extension Formula {
  /// What the number of something with that name is.
  var numberRole: Role {
    switch self {
    case .derivative, .local: .derivative
    case .number, .name, .element, .sum, .product, .power, .negation, .call, .conditional, .overRows: .value
    }
  }
}
