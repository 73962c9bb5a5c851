internal import Algebra
internal import Engine
internal import LessonProgram
internal import PrintedNumbers
internal import Transcript

/// Writes what the instructions of a lesson do as statements of Python, and what these print.
///
/// What is printed is never worked out by Python: it is taken from the values that the lesson has at that moment.
struct CellWriter {
  /// How formulas are written.
  var formulas: PythonFormula
  /// The values of the lesson as they now are.
  let environment: Environment
  /// How numbers are shown.
  let style: NumberStyle
  /// Names whose numbers are not the lesson's own.
  let replaced: Set<Name>
  /// The lines of the cell so far.
  var lines: [String] = []
  /// What they print.
  var output: [String] = []
  /// The values of formulas before the last pass.
  var before: [Name: Double] = [:]
  /// The families that the notebook has.
  var families: Set<String> = []
  /// The optimizers that the lesson has named.
  var optimizers: [String] = []

  /// Of more values only so many are printed.
  static let mostShown = 24

  // MARK: What is shown

  /// Prints params that were trained. What many steps leave of a 0 depends on the last bits of every function: it is shown as 0.
  mutating func showTrained(_ params: [Name]) throws(Fault) {
    try show(params.map { .name($0) }, areTrained: true)
  }

  /// Prints values under what they are called.
  mutating func show(_ subjects: [Formula], areTrained: Bool = false) throws(Fault) {
    var shown: [(label: String, text: String, number: Number)] = []
    for subject in subjects.prefix(Self.mostShown) {
      guard let text = formulas.text(subject) else { continue }
      shown.append((subject.text(.unicode), text, try environment.shownNumber(of: subject)))
    }
    guard !shown.isEmpty else { return }
    let leastTrained = areTrained ? 1e-15 * (shown.map(\.number.value.magnitude).max() ?? 0) : 0
    let hasNoise = shown.contains { $0.number.isRoundingOfZero || $0.number.value.magnitude < leastTrained }
    var arguments = shown.map { "\($0.label.pythonLiteral), \($0.text)" }
    if hasNoise { arguments.append("noise=True") }
    lines += Self.call("show", arguments)
    output += shown.map { "\($0.label) = \(digits($0.number.value, noise: hasNoise))" }
  }

  /// Prints a table as the transcript has it.
  ///
  /// - Parameter rows: the text of the rows in Python.
  mutating func show(_ table: Table, rows: String, hasHeader: Bool = true) {
    let numbers = table.rows.map { row in
      row.compactMap { cell -> Number? in if case .number(let number) = cell { number } else { nil } }
    }.filter { !$0.isEmpty }
    let hasNoise = numbers.contains { $0.contains(where: Self.isNoise) }
    let header = hasHeader ? table.header.map(Self.text) : []
    let more = hasNoise ? ", noise=True" : ""
    lines.append("table([\(header.map(\.pythonLiteral).listed)], \(rows)\(more))")
    if !header.isEmpty { output.append(header.joined(separator: "  ")) }
    output += Self.rowTexts(numbers) { digits($0.full, noise: hasNoise) }
  }

  static func rowTexts(_ rows: [[Number]], _ text: (Number) -> String) -> [String] {
    rows.map { $0.map(text).joined(separator: "  ") }
  }

  /// Whether a number that is shown as 0 is none.
  static func isNoise(_ number: Number) -> Bool { number.text == "0" && number.full != 0 }

  static func text(_ cell: Table.Cell) -> String {
    switch cell {
    case .words(let words): words
    case .formula(let formula): formula.text(.unicode)
    case .number(let number): number.text ?? ""
    }
  }

  /// The digits of a number, as `digits` of the preamble has them.
  func digits(_ value: Double, noise: Bool = false) -> String {
    if noise, value.magnitude < 1e-12 { return "0" }
    return style.number(value).text ?? ""
  }

  /// A call, its arguments on as many lines as they take.
  static func call(_ function: String, _ arguments: [String]) -> [String] {
    var lines: [String] = []
    var line = function + "("
    for (index, argument) in arguments.enumerated() {
      let piece = argument + (index < arguments.count - 1 ? "," : ")")
      if line.count + piece.count > 100, index > 0 {
        lines.append(line)
        line = "    " + piece
      } else {
        line += (index > 0 ? " " : "") + piece
      }
    }
    return lines + [arguments.isEmpty ? line + ")" : line]
  }
}
