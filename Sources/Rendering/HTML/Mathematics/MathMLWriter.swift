internal import Algebra
internal import PlainText

/// Writes formulas as MathML that MathML Core lays out.
///
/// No MathML element breaks lines, so each term is a `math` element of its own, and the factors of a term that is long are, too;
/// the page breaks between them. Depth costs none of the thread's stack.
struct MathMLWriter {
  let notation: Notation
  /// Where the numbers come from, by their places among the leaves.
  private let sources: [Int: ShownValue]
  /// What has been written, from one place where a line may be broken to the next.
  private var segments = [Segment()]
  private var waiting: [Piece] = []
  private var holds = 0
  private var openParentheses = 0
  /// Where numbers come from that no link can stand at, because they are in a fraction or a power; each once.
  private(set) var unlinked: [ShownValue] = []
  /// The numbers and names, in the order in which they stand.
  private(set) var leaves: [Formula] = []
  /// The signs and functions between them.
  private(set) var signs: [String] = []

  /// Something that is still to be written.
  enum Piece {
    case formula(Formula, SyntacticPosition)
    case condition(Condition, within: Operator.Precedence)
    /// A token: the tag, its text, and whether its attributes make it an operator between two operands.
    case token(Tag, String)
    /// Tags that hold other elements.
    case open(String)
    case close(String)
    /// What stands behind it may go to the next line; `isApart` where there is a space.
    case breakOpportunity(isApart: Bool)
    case hold
    case release
  }

  /// A token element.
  enum Tag {
    case name, words, infix, prefix, opening, closing, separator
  }

  private struct Segment {
    var text = ""
    var width = 0
    var isApart = false
    var isTerm = false
  }

  /// The widest term that is kept whole, in columns.
  private static let widestTerm = 24

  /// A writer in that notation; `sources` tells where numbers come from, by their places among the leaves.
  init(_ notation: Notation, sources: [Int: ShownValue] = [:]) {
    self.notation = notation
    self.sources = sources
  }

  // MARK: Writing

  mutating func write(_ formula: Formula) { write(.formula(formula, .alone)) }

  mutating func write(_ condition: Condition) { write(.condition(condition, within: .conditional)) }

  /// Factors of a product with a sign between them, each as it would stand alone.
  mutating func write(factors: [Formula]) {
    for (index, factor) in factors.enumerated() {
      if index > 0 {
        write(.breakOpportunity(isApart: true))
        write(.token(.infix, "·"))
      }
      let isInParentheses = factor.needsParentheses(isFirst: index == 0)
      if isInParentheses { write(.token(.opening, "(")) }
      write(.formula(factor, .alone))
      if isInParentheses { write(.token(.closing, ")")) }
    }
  }

  private mutating func write(_ piece: Piece) {
    waiting.append(piece)
    while let piece = waiting.popLast() {
      switch piece {
      case .formula(let formula, let position): writeFormula(formula, position)
      case .condition(let condition, let outer): waiting += pieces(of: condition, within: outer).reversed()
      case .token(let tag, let text): write(tag, text)
      case .open(let tag): segments[segments.count - 1].text += "<\(tag)>"
      case .close(let tag): segments[segments.count - 1].text += "</\(tag)>"
      case .breakOpportunity(let isApart):
        guard holds == 0 else { break }
        segments.append(Segment(isApart: isApart, isTerm: isApart && openParentheses == 0))
      case .hold: holds += 1
      case .release: holds -= 1
      }
    }
  }

  private mutating func writeFormula(_ formula: Formula, _ position: SyntacticPosition) {
    if formula.isLeaf, !formula.needsParentheses(at: position, in: notation) {
      leaves.append(formula)
      if holds > 0, let source = sources[leaves.count - 1], !unlinked.contains(where: { $0.id == source.id })
      {
        unlinked.append(source)
      }
      add(leafText(formula), width: displayWidth(formula.text(notation)))
    } else {
      waiting += pieces(of: formula, at: position).reversed()
    }
  }

  private func leafText(_ leaf: Formula) -> String {
    switch leaf {
    case .number(let number) where number.isBlank: return "<mtext>\(leaf.text(notation))</mtext>"
    case .number:
      let digits = leaf.text(notation).escapedForMarkup
      // No link may stand inside of mathematics: it goes around, and what is beside it is mathematics of its own.
      guard holds == 0, let source = sources[leaves.count - 1] else { return "<mn>\(digits)</mn>" }
      return "</math><a class=\"from\" href=\"#\(source.id)\" aria-label=\"\(digits), the value of "
        + "\(source.name.escapedForMarkup)\"><math><mn>\(digits)</mn></math></a><math>"
    case .derivative(.name(let output), let name):
      return "<mfrac><mi>∂\(output.text.escapedForMarkup)</mi><mi>∂\(name.text.escapedForMarkup)</mi></mfrac>"
    default: return "<mi>\(leaf.text(notation).escapedForMarkup)</mi>"
    }
  }

  private mutating func write(_ tag: Tag, _ text: String) {
    let isFirst = holds == 0 && segments[segments.count - 1].text.isEmpty
    // A space stands before it on the page.
    let isApart = segments[segments.count - 1].isApart
    let escaped = text.escapedForMarkup
    switch tag {
    case .opening: openParentheses += 1
    case .closing: openParentheses -= 1
    case .name, .words, .infix, .prefix, .separator: signs.append(text)
    }
    let element =
      switch tag {
      case .name: "<mi>\(escaped)</mi>"
      case .words: "<mtext>\(escaped)</mtext>"
      // Beside a link it would be the first or the last of its own mathematics, and have no room around it.
      case .infix where isFirst && isApart: "<mo form=\"infix\" lspace=\"0em\">\(escaped)</mo>"
      case .infix where isFirst: "<mo form=\"infix\">\(escaped)</mo>"
      case .infix: sources.isEmpty ? "<mo>\(escaped)</mo>" : "<mo form=\"infix\">\(escaped)</mo>"
      case .prefix: "<mo form=\"prefix\">\(escaped)</mo>"
      case .opening: "<mo form=\"prefix\" stretchy=\"false\">\(escaped)</mo>"
      case .closing: "<mo form=\"postfix\" stretchy=\"false\">\(escaped)</mo>"
      case .separator: "<mo>\(escaped)</mo>"
      }
    add(element, width: displayWidth(text) + (tag == .infix ? 2 : 0))
  }

  private mutating func add(_ text: String, width: Int) {
    segments[segments.count - 1].text += text
    segments[segments.count - 1].width += width
  }

  // MARK: What has been written

  /// The whole width, in columns.
  var width: Int { segments.reduce(0) { $0 + $1.width } }

  /// The width of the widest piece that is kept on one line, in columns.
  var widestPiece: Int {
    terms.map { term in
      let width = term.reduce(0) { $0 + $1.width }
      return width <= Self.widestTerm ? width : term.map(\.width).max() ?? 0
    }.max() ?? 0
  }

  /// What has been written, term by term.
  private var terms: [ArraySlice<Segment>] {
    var terms: [ArraySlice<Segment>] = []
    var start = 0
    while start < segments.count {
      let end = segments[(start + 1)...].firstIndex { $0.isTerm } ?? segments.count
      terms.append(segments[start..<end])
      start = end
    }
    return terms
  }

  /// `math` elements, with places between them where a line may end.
  var html: String {
    var html = ""
    for term in terms {
      if term.reduce(0, { $0 + $1.width }) <= Self.widestTerm {
        let inside = term.map { segment in
          // A word has no room before it of its own.
          (segment.isApart && segment.text.hasPrefix("<mtext>") ? "<mtext>\u{A0}</mtext>" : "")
            + segment.text.replacing("<mo form=\"infix\" lspace=\"0em\">", with: "<mo form=\"infix\">")
            .replacing("<mo form=\"infix\">", with: sources.isEmpty ? "<mo>" : "<mo form=\"infix\">")
        }
        let text = term[term.startIndex].text + inside.dropFirst().joined()
        html += (term[term.startIndex].isApart ? " " : "") + Self.math(text)
      } else {
        for segment in term where !segment.text.isEmpty {
          html += (segment.isApart ? " " : html.isEmpty ? "" : "<wbr>") + Self.math(segment.text)
        }
      }
    }
    return html
  }

  private static func math(_ text: String) -> String {
    let math = "<math>\(text)</math>"
    return text.utf8.contains(UInt8(ascii: "/")) ? math.replacing("<math></math>", with: "") : math
  }
}

extension Formula {
  /// Whether it is written as one number or name.
  fileprivate var isLeaf: Bool {
    switch self {
    case .number, .name, .derivative(.name, by: _): true
    case .element(_, let indices):
      indices.allSatisfy { if case .number = $0 { true } else { false } }
    case .negation, .sum, .product, .power, .call, .conditional, .derivative, .local, .overRows: false
    }
  }
}
