internal import Algebra
internal import PlainText
internal import Transcript

extension TextArea {
  /// An equation: on one line if it has at most one right side of each kind and they fit, else a line for each right side, their
  /// signs under each other. The first right side is shown with the subject, each further one at a beat of its own.
  func lines(of equation: Equation) -> [TextLine] {
    let layout = EquationLayout(equation, in: self)
    let lines = lines(
      layout.onOneLine ?? layout.onTwoLines ?? layout.onManyLines, with: equation.remark)
    return equation.comment.map { self.lines(lines, withComment: $0) } ?? lines
  }
}

/// An equation on its way to the lines.
private struct EquationLayout {
  struct RightSide {
    var sign: String
    var isOfNames: Bool
    var fragments: [String]
    var role: Role

    var text: String { fragments.joined() }
  }

  let area: TextArea
  /// The left side; empty for a product without a name.
  let subject: [String]
  private let subjectRole: Role
  let rightSides: [RightSide]
  /// Whether there is at most one right side of each kind.
  let isShort: Bool

  init(_ equation: Equation, in area: TextArea) {
    self.area = area
    subject = equation.subject.map(area.fragments) ?? []
    let role = equation.resultRole
    subjectRole = role == .value ? .plain : role
    // All contents begin in one column, however wide their signs are.
    let signs = equation.rightSides.map { area.alphabet.sign($0.relation) }
    rightSides = zip(signs, equation.rightSides).map { sign, side in
      RightSide(
        sign: sign, isOfNames: side.content.kind == .names, fragments: area.fragments(of: side.content),
        role: side.content.kind == .result ? role : .plain)
    }
    isShort = equation.isShort
  }

  private var subjectWidth: Int { displayWidth(subject.joined()) }
  private var signWidth: Int { rightSides.map(\.sign.count).max() ?? 0 }
  /// How many right sides at the beginning are of names.
  private var namesCount: Int { rightSides.prefix(while: \.isOfNames).count }

  /// `name = names = numbers = result`.
  var onOneLine: [TextLine]? {
    let line = line(of: rightSides[...], behind: subject.joined())
    return isShort && area.fits(line.plainText) ? [line] : nil
  }

  /// `name = names`, and under that `= numbers = result`.
  var onTwoLines: [TextLine]? {
    guard isShort, namesCount == 1, !subject.isEmpty else { return nil }
    let first = line(of: rightSides[..<1], behind: subject.joined())
    let second = line(of: rightSides[1...], behind: .spaces(subjectWidth))
    return area.fits(first.plainText) && area.fits(second.plainText) ? [first, second] : nil
  }

  /// A line for each right side, or more where it does not fit; those of names at the beginning share one if they can.
  var onManyLines: [TextLine] {
    guard !subject.isEmpty else {
      return lines(of: rightSides.dropFirst(), behind: rightSides.first?.fragments ?? [], at: 2)
    }
    let names = line(of: rightSides.prefix(namesCount), behind: subject.joined())
    if namesCount > 1, area.fits(names.plainText), hasRoom(at: subjectWidth + 1) {
      return [names] + lines(of: rightSides.dropFirst(namesCount), at: subjectWidth + 1)
    }
    if hasRoom(at: subjectWidth + 1) {
      return lines(of: rightSides[...], at: subjectWidth + 1, behind: subject.joined() + " ")
    }
    return lines(of: rightSides[...], behind: subject, at: hasRoom(at: 2) ? 2 : 0)
  }

  /// Whether the right sides can stand with their signs at `column`: in full, or at least with half of the width and nothing
  /// broken but between fragments.
  private func hasRoom(at column: Int) -> Bool {
    let room = area.width - column - signWidth - 1
    return rightSides.allSatisfy { side in
      displayWidth(side.text) <= room
        || (room >= area.width / 2 && widestWhole(in: side.fragments, upTo: area.width) <= room)
    }
  }

  private func lines(of rightSides: ArraySlice<RightSide>, behind opening: [String], at column: Int)
    -> [TextLine]
  {
    filled(opening, width: area.width, hanging: 2).map {
      TextLine($0, subject.isEmpty ? .plain : subjectRole)
    }
      + lines(of: rightSides, at: column)
  }

  /// A line for each right side, their signs at `column`; the subject, if it stands on the first line, ends before that.
  private func lines(
    of rightSides: ArraySlice<RightSide>, at column: Int, behind subject: String? = nil
  ) -> [TextLine] {
    rightSides.indices.flatMap { index in
      let margin = (index == rightSides.startIndex ? subject : nil) ?? .spaces(column)
      var opening = TextLine(margin, subjectRole)
      opening.append(rightSides[index].sign.padded(to: signWidth) + " ")
      let indentation = TextLine(.spaces(opening.width))
      let room = area.width - opening.width
      return filled(rightSides[index].fragments, width: room, hanging: 2).enumerated().map { row, content in
        var line = row == 0 ? opening : indentation
        line.append(content, rightSides[index].role)
        return line.delayed(by: index)
      }
    }
  }

  /// The right sides on one line, behind the subject or, without one, the first behind nothing.
  private func line(of rightSides: ArraySlice<RightSide>, behind subject: String) -> TextLine {
    var line = TextLine(subject, subjectRole)
    for index in rightSides.indices {
      let side = rightSides[index]
      let standsAlone = subject.isEmpty && index == rightSides.startIndex
      line.append(standsAlone ? "" : " \(side.sign) ", beat: index)
      line.append(side.text, side.role, beat: index)
    }
    return line
  }
}

extension Equation {
  /// What its result is.
  fileprivate var resultRole: Role {
    if rightSides.contains(where: { $0.relation == .becomes }) { return .update }
    return subject?.numberRole ?? .value
  }
}

extension TextArea {
  fileprivate func fragments(of content: Equation.Content) -> [String] {
    switch content {
    case .names(let formula), .numbers(let formula): fragments(formula)
    case .factors(let factors): fragments(ofFactors: factors)
    case .result(let number, let was):
      [text(number)] + (was.map { [" (was \(text($0)))"] } ?? [])
    }
  }
}
