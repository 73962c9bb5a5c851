import Algebra
import PlainText
import Transcript
import Tutor

/// What is told of a marked file, in lines.
struct MarkReport {
  let file: MarkedFile
  let scheme: MarkingScheme
  let width: Int
  let notation: Notation

  /// The lines.
  var lines: [String] {
    switch file.outcome {
    case .refused(let reason): return wrapped("\(title): not marked: \(reason.harmlessLine)", width: width)
    case .marked(let numbers, let sheet, let remarks):
      return head(numbers, sheet) + body(numbers, sheet) + missing(numbers, sheet)
        + remarks.flatMap { set(inBy: 2, $0.harmlessLine) }
    }
  }

  private var title: String {
    let name = shortened(file.name.harmlessLine, toWidth: 60)
    return name + (file.variant.map { " (variant \(shortened($0.harmlessLine, toWidth: 40)))" } ?? "")
  }

  private func head(_ numbers: MarkedNumbers, _ sheet: MarkingSheet) -> [String] {
    let counts = numbers.counts
    var parts: [String] = []
    if counts.right > 0 { parts.append("\(counts.right) right") }
    if counts.following > 0 { parts.append("\(counts.following) right for your numbers") }
    if counts.wrong > 0 { parts.append("\(counts.wrong) wrong here") }
    if parts.isEmpty { parts.append("no number of this lesson") }
    var lines = wrapped("\(title): " + parts.joined(separator: ", "), width: width)
    if let total = file.total(scheme) {
      lines.append("  marks: \(total.earned.marksText) of \(total.of.marksText)")
    }
    if let first = numbers.first {
      let label = text(sheet.lines[numbers.marks[first].line])
      lines += set(inBy: 2, "Look at \(label) first.")
    }
    return lines
  }

  private func body(_ numbers: MarkedNumbers, _ sheet: MarkingSheet) -> [String] {
    guard !numbers.marks.isEmpty else { return [] }
    let names = numbers.marks.map { mark in
      "\(text(sheet.lines[mark.line])) = \(signed(mark.number.text))"
    }
    let column = min(names.map(displayWidth).max() ?? 0, max(20, width / 2))
    return [""]
      + zip(names, numbers.marks).flatMap { name, mark -> [String] in
        let gap = String(repeating: " ", count: max(0, column - displayWidth(name)))
        let verdict = words(for: mark, sheet)
        let room = max(20, width - column - 4)
        let wrapped = wrapped(verdict, width: room)
        if displayWidth(name) > column {
          return ["  " + name] + wrapped.map { String(repeating: " ", count: column + 4) + $0 }
        }
        return wrapped.enumerated().map { index, line in
          index == 0 ? "  \(name)\(gap)  \(line)" : String(repeating: " ", count: column + 4) + line
        }
      } + [""]
  }

  /// The lines that are asked for and not handed in.
  private func missing(_ numbers: MarkedNumbers, _ sheet: MarkingSheet) -> [String] {
    let there = Set(numbers.marks.map(\.line))
    let missing = sheet.lines.indices.filter { scheme.marks(of: sheet.lines[$0]) > 0 && !there.contains($0) }
    guard !missing.isEmpty else { return [] }
    let shown = missing.prefix(12).map { text(sheet.lines[$0]) }.joined(separator: ", ")
    let rest = missing.count > 12 ? " and \(missing.count - 12) more" : ""
    return set(inBy: 2, "not handed in: \(shown)\(rest)")
  }

  // MARK: Words

  private func words(for mark: Mark, _ sheet: MarkingSheet) -> String {
    switch mark.verdict {
    case .right(.exact): return "right"
    case .right(.rounded(let decimals)): return "right, rounded to \(count(decimals))"
    case .right(.cutOff(let decimals)): return "right, cut off after \(count(decimals))"
    case .follows(let line, let isRounding):
      let source = text(sheet.lines[line])
      return isRounding
        ? "right for your numbers: follows from your \(source) with its digits as they stand"
        : "right for your numbers: follows from your \(source)"
    case .wrong(let slip):
      let words = slip.words.map(text).joined(separator: " ")
      return "wrong here: " + words.replacing(" ,", with: ",").replacing(" :", with: ":")
    }
  }

  private func count(_ decimals: Int) -> String {
    decimals == 1 ? "1 decimal" : decimals < 0 ? "its whole digits" : "\(decimals) decimals"
  }

  private func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .words(let words): words
    case .formula(let formula): shortened(formula.text(notation), toWidth: 60)
    case .condition(let condition): condition.text(notation)
    case .relation(let left, _, let right): left.text(notation) + " = " + right.text(notation)
    }
  }

  private func text(_ line: MarkingSheet.Line) -> String { line.label(in: notation) }

  private func signed(_ number: String) -> String {
    notation == .unicode ? number.replacing("-", with: "−") : number
  }

  private func set(inBy count: Int, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: count)
    return wrapped(text, width: width - count - 2).enumerated().map {
      ($0 == 0 ? indent : indent + "  ") + $1
    }
  }
}
