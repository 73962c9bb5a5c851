import TestSupport

/// A lesson whose statements are drawn at random from the grammar, mostly valid.
struct RandomLesson {
  private var random: SplitMix64
  private var givens: [String] = []
  private var params: [String] = []
  /// Formulas, and the names that each mentions.
  private var formulas: [(name: String, mentions: [String])] = []
  /// Whether the next statement may follow without a pass.
  private var isStale = false
  private var parts: [String] = []
  private var cell: [String] = []
  /// One statement in so many has a mistake on purpose; 0 for none.
  private let mistakes: Int

  /// The file.
  let text: String

  init(seed: UInt64, mistakes: Int = 0) {
    var lesson = RandomLesson(drawing: SplitMix64(seed: seed), mistakes: mistakes)
    lesson.write()
    self = lesson
  }

  private init(drawing random: SplitMix64, mistakes: Int, text: String = "") {
    self.random = random
    self.mistakes = mistakes
    self.text = text
  }

  private mutating func write() {
    let decimals = below(13)
    let rounding = chance(2) ? "nearest" : "truncated"
    cell.append("input x = \(number())")
    givens.append("x")
    params.append("w")
    cell.append("param w = \(number())")
    for _ in 0..<(4 + below(14)) { writeStatement() }
    closeCell()
    let file =
      "---\ntitle: A random lesson\ndecimals: \(decimals)\nrounding: \(rounding)\n---\n\n"
      + parts.joined(separator: "\n")
    self = RandomLesson(drawing: random, mistakes: mistakes, text: file)
  }

  private mutating func writeStatement() {
    if mistakes > 0 && below(mistakes) == 0 { return writeMistake() }
    switch below(24) {
    case 0, 1: writeGiven()
    case 2...8: writeFormula()
    case 9: cell.append("explain \(readable())\(comment())")
    case 10, 11: cell.append("explain \(derivative())\(comment())")
    case 12: cell.append("explain \(expression(2))")
    case 13: if let name = formulas.last?.name { cell.append("backward \(name)\(comment())") }
    case 14: cell.append("forward\(comment())")
    case 15, 16: writeUpdate()
    case 17, 18: writeAssignments()
    case 19, 20: writeChecks()
    case 21: writeProse()
    case 22: cell.append("# \(["a comment", "σ\u{1B}[31m red", "näher ✓"][below(3)])")
    default: closeCell()
    }
  }

  // MARK: Statements

  private mutating func writeGiven() {
    let name = newName("g")
    let kind = ["input", "target", "param", "const"][below(4)]
    let value = chance(3) ? expression(1) : number()
    cell.append("\(kind) \(name) = \(value)\(comment())")
    if kind == "param" { params.append(name) }
    if kind != "const" { givens.append(name) } else { formulas.append((name, [])) }
  }

  private mutating func writeFormula() {
    let name = newName("f")
    let value = expression(3)
    cell.append("\(name) = \(value)\(comment())")
    formulas.append((name, (givens + params + formulas.map(\.name)).filter { value.contains($0) }))
  }

  private mutating func writeUpdate() {
    guard let cost = formulas.last(where: { $0.name.hasPrefix("f") })?.name else { return }
    let list = chance(2) ? "all" : params[below(params.count)]
    cell.append("update \(list) to reduce \(cost) with sgd(rate: \(["0.1", "1e-3", "0.5/2"][below(3)]))")
    cell.append("forward")
  }

  private mutating func writeAssignments() {
    for _ in 0..<(1 + below(3)) {
      let name = (givens + params)[below(givens.count + params.count)]
      cell.append("\(name) <- \(chance(3) ? number() : expression(2))\(comment())")
      if chance(4) { cell.append(chance(2) ? "" : "# between") }
    }
    cell.append("forward")
  }

  private mutating func writeChecks() {
    closeCell()
    let lines = (0..<(1 + below(3))).map { _ -> String in
      let sign = chance(5) ? "!=" : "="
      let tolerance = chance(3) ? " ± 0.5" : ""
      return "\(expression(1)) \(sign) \(number())\(tolerance)\(chance(2) ? " -- a note" : "")"
    }
    parts.append("```check\n\(lines.joined(separator: "\n"))\n```\n")
  }

  private mutating func writeProse() {
    closeCell()
    parts.append("The value is `= \(expression(1))`, and *this* is `= \(readable())`.\n")
  }

  private mutating func writeMistake() {
    let mistakes = [
      "explain unknown", "y = = 2", "x = 3", "f = ln(0 - 1)", "explain 1/0", "backward x", "w <- \u{7}",
      "update x to reduce w with sgd(1)", "explain ∂w/", "loop = loop + 1", "explain exp(1000)", "train all",
      "explain sigmoid(1, 2)", "w <- 1", "(((", "explain local(x, w)",
    ]
    cell.append(mistakes[below(mistakes.count)])
  }

  private mutating func closeCell() {
    if !cell.isEmpty { parts.append("```calc\n\(cell.joined(separator: "\n"))\n```\n") }
    cell = []
  }

  // MARK: Expressions

  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return chance(3) ? number() : readable() }
    func inner() -> String { expression(depth - 1) }
    switch below(14) {
    case 0, 1: return "\(inner()) + \(inner())"
    case 2: return "\(inner()) - (\(inner()))"
    case 3, 4: return "(\(inner()))*\(readable())"
    case 5: return "\(inner()) + (\(inner()))*(\(inner())) - \(readable())"
    case 6: return "1/2*(\(inner()) - \(readable()))^2"
    case 7: return "sigmoid(\(inner()))"
    case 8: return "tanh(\(inner()))"
    case 9: return "exp(-(\(inner()))^2)"
    case 10: return "ln((\(inner()))^2 + 1)"
    case 11: return "(\(inner()))/(\(number())^2 + 2)"
    case 12: return "sqrt(\(readable())^2 + 0.5) - -\(readable())"
    default: return chance(4) ? derivative() : readable()
    }
  }

  private mutating func derivative() -> String {
    let all = givens + params
    let by = all[below(all.count)]
    guard let last = formulas.last(where: { $0.name.hasPrefix("f") }) else { return "∂x/∂\(by)" }
    switch below(4) {
    case 0:
      guard let mention = last.mentions.first else { return "∂\(last.name)/∂\(by)" }
      return "local(\(last.name), \(mention))"
    case 1: return "∂(\(last.name)*\(readable()))/∂\(by)"
    default: return "∂\(last.name)/∂\(by)"
    }
  }

  private mutating func readable() -> String {
    let all = givens + params + formulas.map(\.name)
    return all[below(all.count)]
  }

  private mutating func number() -> String {
    let numbers = [
      "0", "1", "2", "-1", "0.5", "-0.25", "0.1", "0.2", "0.3", "1/3", "3.14", "-2.5", "0.007", "12.5",
      "1e-3",
      "0.333333", "-0.9999", "pi", "0.50",
    ]
    // What stands for a printed number has no operator in it.
    return numbers[below(numbers.count)]
  }

  private mutating func newName(_ letter: String) -> String {
    "\(letter)\(givens.count + params.count + formulas.count)"
  }

  private mutating func comment() -> String { chance(6) ? "  # remark" : "" }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func chance(_ count: Int) -> Bool { below(count) == 0 }
}
