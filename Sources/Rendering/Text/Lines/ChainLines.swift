internal import Algebra
internal import PlainText
internal import Transcript

extension TextArea {
  /// An equation: on one line if it has at most one link of each kind and they fit, else a line for each link, their
  /// signs under each other. The first link is shown with the subject, each further one at a beat of its own.
  func lines(of chain: Chain) -> [TextLine] {
    let equation = Equation(chain, in: self)
    let lines = lines(
      equation.onOneLine ?? equation.onTwoLines ?? equation.onManyLines, with: chain.remark)
    return chain.comment.map { self.lines(lines, withComment: $0) } ?? lines
  }
}

/// A chain on its way to the lines.
private struct Equation {
  struct Link {
    var sign: String
    var isOfNames: Bool
    var fragments: [String]

    var text: String { fragments.joined() }
  }

  let area: TextArea
  /// The left side; empty for a product without a name.
  let subject: [String]
  let links: [Link]
  /// Whether there is at most one link of each kind.
  let isShort: Bool

  init(_ chain: Chain, in area: TextArea) {
    self.area = area
    subject = chain.subject.map(area.fragments) ?? []
    // All contents begin in one column, however wide their signs are.
    let signs = chain.links.map { area.alphabet.sign($0.relation) }
    links = zip(signs, chain.links).map { sign, link in
      Link(sign: sign, isOfNames: link.content.kind == .names, fragments: area.fragments(of: link.content))
    }
    let kinds = chain.links.map(\.content.kind)
    isShort = Set(kinds).count == kinds.count
  }

  private var subjectWidth: Int { displayWidth(subject.joined()) }
  private var signWidth: Int { links.map(\.sign.count).max() ?? 0 }
  /// How many links at the beginning are of names.
  private var namesCount: Int { links.prefix(while: \.isOfNames).count }

  /// `name = names = numbers = result`.
  var onOneLine: [TextLine]? {
    let line = line(of: links[...], behind: subject.joined())
    return isShort && area.fits(line.plainText) ? [line] : nil
  }

  /// `name = names`, and under that `= numbers = result`.
  var onTwoLines: [TextLine]? {
    guard isShort, namesCount == 1, !subject.isEmpty else { return nil }
    let first = line(of: links[..<1], behind: subject.joined())
    let second = line(of: links[1...], behind: .spaces(subjectWidth))
    return area.fits(first.plainText) && area.fits(second.plainText) ? [first, second] : nil
  }

  /// A line for each link, or more where it does not fit; those of names at the beginning share one if they can.
  var onManyLines: [TextLine] {
    guard !subject.isEmpty else {
      return lines(of: links.dropFirst(), behind: links.first?.fragments ?? [], at: 2)
    }
    let names = line(of: links.prefix(namesCount), behind: subject.joined())
    if namesCount > 1, area.fits(names.plainText), hasRoom(at: subjectWidth + 1) {
      return [names] + lines(of: links.dropFirst(namesCount), at: subjectWidth + 1)
    }
    if hasRoom(at: subjectWidth + 1) {
      return lines(of: links[...], at: subjectWidth + 1, behind: subject.joined() + " ")
    }
    return lines(of: links[...], behind: subject, at: hasRoom(at: 2) ? 2 : 0)
  }

  /// Whether the links can stand with their signs at `column`: in full, or at least with half of the width and nothing
  /// broken but between fragments.
  private func hasRoom(at column: Int) -> Bool {
    let room = area.width - column - signWidth - 1
    return links.allSatisfy { link in
      displayWidth(link.text) <= room
        || (room >= area.width / 2 && widestWhole(in: link.fragments, upTo: area.width) <= room)
    }
  }

  private func lines(of links: ArraySlice<Link>, behind opening: [String], at column: Int) -> [TextLine] {
    filled(opening, width: area.width, hanging: 2).map { TextLine($0) } + lines(of: links, at: column)
  }

  /// A line for each link, their signs at `column`; the subject, if it stands on the first line, ends before that.
  private func lines(
    of links: ArraySlice<Link>, at column: Int, behind subject: String? = nil
  ) -> [TextLine] {
    links.indices.flatMap { index in
      let margin = (index == links.startIndex ? subject : nil) ?? .spaces(column)
      let opening = margin + links[index].sign.padded(to: signWidth) + " "
      let room = area.width - displayWidth(opening)
      return filled(links[index].fragments, width: room, hanging: 2).enumerated().map { row, content in
        TextLine((row == 0 ? opening : .spaces(displayWidth(opening))) + content).delayed(by: index)
      }
    }
  }

  /// The links on one line, behind the subject or, without one, the first behind nothing.
  private func line(of links: ArraySlice<Link>, behind subject: String) -> TextLine {
    var line = TextLine(subject)
    for index in links.indices {
      let link = links[index]
      let text = subject.isEmpty && index == links.startIndex ? link.text : " \(link.sign) \(link.text)"
      line.append(text, beat: index)
    }
    return line
  }
}

extension Chain.Content {
  fileprivate enum Kind { case names, numbers, result }

  fileprivate var kind: Kind {
    switch self {
    case .names: .names
    case .numbers, .factors: .numbers
    case .result: .result
    }
  }
}

extension TextArea {
  fileprivate func fragments(of content: Chain.Content) -> [String] {
    switch content {
    case .names(let formula), .numbers(let formula): fragments(formula)
    case .factors(let factors): fragments(ofFactors: factors)
    case .result(let number, let was):
      [text(number)] + (was.map { [" (was \(text($0)))"] } ?? [])
    }
  }
}
