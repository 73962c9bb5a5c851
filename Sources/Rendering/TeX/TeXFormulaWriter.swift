internal import Algebra

/// Writes a formula as TeX from left to right, cut where a line may be broken.
///
/// What is still to be written waits on a stack of its own, so that depth costs none of the thread's.
struct TeXFormulaWriter {
  /// How a formula is set.
  enum Style: CaseIterable {
    /// With fractions and raised exponents, for lines of their own.
    case display
    /// With raised exponents, for text.
    case inline
    /// With everything on one line, as it is typed; for what would be too wide, or nested too deeply.
    case linear
    /// The same, and a line may be broken at each parenthesis.
    case brittle
  }

  /// What has been written.
  private(set) var fragments = [TeXText()]
  /// Whether exponents stand on exponents more often than can be read.
  private(set) var isTooDeep = false
  let dialect: TeXDialect
  let notation: Notation
  let style: Style
  private var waiting: [Piece] = []
  private var groups: [Group] = []
  private var holds = 0

  /// A piece of a formula that is to be written.
  enum Piece {
    case formula(Formula, SyntacticPosition)
    case condition(Condition, within: Operator.Precedence)
    case text(TeXText)
    case breakOpportunity
    /// A place where a line is broken only if nothing else helps.
    case lastResort
    case hold
    case release
    case open(Group.Kind)
    /// An exponent, and how it is typed, for who has the page read to him.
    case openScript(saying: String)
    /// From the numerator to the denominator.
    case bar
    case close
  }

  /// What is open and has not been closed.
  struct Group {
    enum Kind { case script, fraction, root }
    let kind: Kind
    /// The width of what has been written in it.
    var width = 0.0
    /// That of the numerator, once the denominator is written.
    var numerator = 0.0
    /// Whether it says how it is typed.
    var isSaid = false
  }

  /// How many exponents may stand on each other.
  private static let mostScripts = 2

  init(_ dialect: TeXDialect, _ notation: Notation, _ style: Style) {
    self.dialect = dialect
    self.notation = notation
    self.style = style
  }

  /// Appends `formula`.
  mutating func write(_ formula: Formula) { write(.formula(formula, .alone)) }

  /// Appends `condition`.
  mutating func write(_ condition: Condition) { write(.condition(condition, within: .conditional)) }

  private mutating func write(_ piece: Piece) {
    waiting.append(piece)
    while let piece = waiting.popLast() {
      switch piece {
      case .formula(let formula, let position): waiting += pieces(of: formula, at: position).reversed()
      case .condition(let condition, let outer): waiting += pieces(of: condition, within: outer).reversed()
      case .text(let text): add(text)
      case .breakOpportunity: breakHere()
      case .lastResort: if style == .brittle { breakHere() }
      case .hold: if style != .brittle { holds += 1 }
      case .release: if style != .brittle { holds -= 1 }
      case .open(let kind): open(kind)
      case .openScript(let said): open(.script, saying: said)
      case .bar:
        fragments[fragments.count - 1].text += "}{"
        groups[groups.count - 1].numerator = groups[groups.count - 1].width
        groups[groups.count - 1].width = 0
      case .close: close()
      }
    }
  }

  // MARK: Groups

  /// Whether a fraction may be made here: not in exponents, and not in another.
  var canStack: Bool { groups.allSatisfy { $0.kind == .root } }

  private var scriptDepth: Int { groups.count { $0.kind == .script } }

  private mutating func breakHere() {
    if holds == 0, groups.isEmpty { fragments.append(TeXText()) }
  }

  private mutating func add(_ text: TeXText) {
    fragments[fragments.count - 1].text += text.text
    let depth = scriptDepth
    add(width: text.width * (depth == 0 ? 1 : depth == 1 ? 0.72 : 0.55))
  }

  private mutating func add(width: Double) {
    if groups.isEmpty {
      fragments[fragments.count - 1].width += width
    } else {
      groups[groups.count - 1].width += width
    }
  }

  private mutating func open(_ kind: Group.Kind, saying said: String = "") {
    // What stands in an exponent is said with it.
    let isSaid = dialect == .latex && kind == .script && scriptDepth == 0
    let opening =
      switch kind {
      case .script: isSaid ? "^{\\lhsay{\(said.hexadecimal)}{" : "^{"
      case .fraction: "\\frac{"
      case .root: "\\sqrt{"
      }
    fragments[fragments.count - 1].text += opening
    groups.append(Group(kind: kind, isSaid: isSaid))
    if scriptDepth > Self.mostScripts { isTooDeep = true }
  }

  private mutating func close() {
    guard let group = groups.popLast() else { return }
    fragments[fragments.count - 1].text += group.isSaid ? "}}" : "}"
    switch group.kind {
    case .script: add(width: group.width + 0.1)
    case .fraction: add(width: max(group.width, group.numerator) + 0.3)
    case .root: add(width: group.width + 0.9)
    }
  }
}

extension String {
  /// The text in UTF-16, in hexadecimal digits, as a PDF has it.
  fileprivate var hexadecimal: String {
    utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
  }
}

extension TeXDialect {
  /// The formula in the pieces between which a line may be broken, none of them wider than `limit` em if that can be done.
  func fragments(
    _ formula: Formula, _ notation: Notation, _ style: TeXFormulaWriter.Style, limit: Double
  ) -> [TeXText] {
    fragments(from: style, notation, limit: limit) { $0.write(formula) }
  }

  /// The same of a condition.
  func fragments(
    _ condition: Condition, _ notation: Notation, _ style: TeXFormulaWriter.Style, limit: Double
  ) -> [TeXText] {
    fragments(from: style, notation, limit: limit) { $0.write(condition) }
  }

  private func fragments(
    from style: TeXFormulaWriter.Style, _ notation: Notation, limit: Double,
    _ write: (inout TeXFormulaWriter) -> Void
  ) -> [TeXText] {
    var fragments: [TeXText] = []
    for style in TeXFormulaWriter.Style.allCases.drop(while: { $0 != style }) {
      var writer = TeXFormulaWriter(self, notation, style)
      write(&writer)
      fragments = writer.fragments
      if !writer.isTooDeep, fragments.allSatisfy({ $0.width <= limit }) { break }
    }
    return fragments
  }
}
