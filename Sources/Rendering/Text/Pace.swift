internal import Algebra
internal import Transcript

/// How fast working is shown to somebody who reads step by step: a kind of equation is worked line by line once, and
/// more of its kind comes at one beat.
struct Pace: Sendable {
  /// The kinds of equations that have been shown line by line.
  private var known: Set<String> = []

  /// Which lines of a step are each shown at once, and whether all of it is; from now on its kinds are known.
  ///
  /// - Parameter kinds: The kinds of the step's lines.
  mutating func take(_ step: Step, _ kinds: [String?]) -> Step.Pace {
    let isKnown = zip(step.lines, kinds).map { line, kind in
      kind.map { !known.insert($0).inserted || line.namesOneValue } ?? false
    }
    let hasEquations = kinds.contains { $0 != nil }
    // What is no equation is shown at one beat anyway; tables and pictures keep theirs.
    let isAllKnown = zip(step.lines, isKnown).allSatisfy { $1 || $0.isBesideEquations }
    return Step.Pace(
      isAtOnce: step.lines.allSatisfy(\.isInCheckCell) || (hasEquations && isAllKnown), linesAtOnce: isKnown,
      joinsPictures: step.lines.contains(where: \.isPlot))
  }
}

extension Step {
  /// The kinds of its lines: of each equation, its names and numbers without what they are called.
  var kinds: [String?] { lines.map { $0.kind } }

  /// What is shown in place of a cell of checks that need not be read one by one.
  var checksSummary: ChecksSummary? {
    lines.allSatisfy(\.isInCheckCell) ? ChecksSummary(lines.compactMap(\.check)) : nil
  }
}

extension Line {
  /// What kind of equation the line is: its names and numbers without what they are called; `nil` for other lines.
  fileprivate var kind: String? {
    guard case .equation(let equation) = content else { return nil }
    let names = equation.rightSides.compactMap { side -> String? in
      if case .names(let formula) = side.content { formula.text(.calc) } else { nil }
    }
    let texts =
      [equation.subject?.text(.calc) ?? ""]
      + (names.isEmpty ? equation.rightSides.map(\.content.kindOfText) : names)
    return texts.map(\.withoutNames).joined(separator: " = ")
  }

  /// Whether the line is an equation without anything to work out: `∂sum/∂w = out = 0.6`.
  fileprivate var namesOneValue: Bool {
    guard case .equation(let equation) = content, equation.subject != nil else { return false }
    return equation.rightSides.allSatisfy { side in
      switch side.content {
      case .names(let formula), .numbers(let formula): formula.isOneValue
      case .factors: false
      case .result: true
      }
    }
  }

  var isPlot: Bool { if case .plot = content { true } else { false } }

  /// Whether the line may stand beside equations that come at once.
  fileprivate var isBesideEquations: Bool {
    switch content {
    case .comment, .blank, .path, .remark, .results, .matrix, .givens: true
    case .equation, .table, .network, .plot, .check: false
    }
  }

  fileprivate var isInCheckCell: Bool {
    switch content {
    case .check, .comment: true
    default: false
    }
  }
}

extension Formula {
  /// Whether it is a number, a name or a derivative alone.
  fileprivate var isOneValue: Bool {
    switch self {
    case .number, .name, .element, .derivative, .local: true
    case .sum, .product, .power, .negation, .call, .conditional, .overRows: false
    }
  }
}

extension Equation.Content {
  fileprivate var kindOfText: String {
    switch self {
    case .names(let formula), .numbers(let formula): formula.text(.calc)
    case .factors(let factors): factors.map { $0.text(.calc) }.joined(separator: "·")
    case .result: "result"
    }
  }
}

extension String {
  /// The text with one sign for every name and one for every number; functions keep theirs.
  var withoutNames: String { plainWithoutNames ?? anyWithoutNames }

  /// The same of a text in ASCII and `∂`, where no two characters make one; `nil` elsewhere.
  private var plainWithoutNames: String? {
    let sign = Array("∂".utf8)
    var text: [UInt8] = []
    var rest = Array(utf8)[...]
    while let first = rest.first {
      if first.isASCIIWordPart {
        let word = rest.prefix { $0.isASCIIWordPart }
        rest = rest.dropFirst(word.count)
        if rest.first == UInt8(ascii: "(") {
          text += word
        } else {
          text.append(first.isASCIILetter ? UInt8(ascii: "x") : UInt8(ascii: "0"))
        }
      } else {
        let width = first < 0x80 ? 1 : rest.starts(with: sign) ? sign.count : 0
        guard width > 0 else { return nil }
        text += rest.prefix(width)
        rest = rest.dropFirst(width)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private var anyWithoutNames: String {
    var text = ""
    var rest = self[...]
    while let first = rest.first {
      let word = rest.prefix { $0.isLetter || ("0"..."9").contains($0) || $0 == "_" || $0 == "." }
      guard !word.isEmpty else {
        text.append(first)
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(word.count)
      text += rest.first == "(" ? String(word) : first.isLetter ? "x" : "0"
    }
    return text
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  /// Whether it is a letter, a digit, `_` or `.`.
  fileprivate var isASCIIWordPart: Bool {
    isASCIILetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "_")
      || self == UInt8(ascii: ".")
  }
}
