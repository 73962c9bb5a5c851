package import Algebra
package import Engine
import LessonProgram
package import PrintedNumbers
package import Transcript

/// Works an equation out for show: names, then numbers, then the result.
package struct EquationWorking {
  /// How results are shortened for show.
  package let style: NumberStyle
  /// The numbers behind the names.
  package let environment: Environment
  /// Whether long sums are shown with all their terms.
  package var isInFull = false

  /// Workings of equations at the numbers of `environment`.
  package init(style: NumberStyle, environment: Environment, isInFull: Bool = false) {
    self.style = style
    self.environment = environment
    self.isInFull = isInFull
  }

  /// How far a formula that is shown may be from the value on the tape, relative to its largest intermediate term.
  package static let tolerance = 1e-9

  /// The equation of `subject`, which has the given formula and, on the tape, the given value.
  ///
  /// Throws an internal error where the formula, worked out from the numbers of its names, is not that value.
  ///
  /// - Parameters:
  ///   - frozen: numbers of derivatives that are not to be worked out at the current values.
  ///   - largest: the largest term on the way to the value, where the formula does not have them all.
  ///   - explained: what `explain` shows in full if the formula is shortened; `nil` for the subject.
  package func equation(
    _ subject: Formula?, _ written: Formula, value: Double, frozen: [Formula: Number] = [:],
    comment: String? = nil, largest: Double = 0, inFull explained: Formula? = nil
  ) throws(Fault) -> Equation {
    let written = written.writtenOut()
    let number = { (leaf: Formula) throws(Fault) -> Formula? in
      if let number = frozen[leaf] { return .number(number) }
      return try self.number(of: leaf)
    }
    let resolution = try environment.resolve(written)
    let all = resolution.formula
    let allNumbers = try all.replacingLeaves(number)
    try check(allNumbers, of: all, is: value, largest: largest)
    let isShort = isInFull || !written.isLong
    let formula = isShort ? all : all.shortened(withNumbers: false)
    let numbers = isShort ? allNumbers : allNumbers.shortened(withNumbers: true)

    var equation = Equation(subject: subject, rightSides: [], comment: comment)
    let isLiteral = allNumbers == written
    if !isLiteral { try environment.work.draftLine(formula.estimatedBytes) }
    let expansion = expansion(of: formula, numbers: numbers)
    if !isLiteral || expansion != nil {
      equation.rightSides.append(
        .init(.equals, .names(isShort ? written : written.shortened(withNumbers: false))))
    }
    if resolution.decisions.isEmpty && all != written {
      equation.rightSides.append(.init(.equals, .names(formula)))
    }
    if let expansion, !isLiteral { equation.rightSides.append(.init(.equals, .names(expansion.names))) }
    try append(numbers, from: expansion?.numbers ?? numbers, isLiteral, value, to: &equation)

    let reasons = try Reasons(style: style).comparisons(behind: resolution.decisions, number: number)
    if !reasons.conditions.isEmpty {
      var loss: String?
      if case .words(let words)? = equation.remark { loss = words }
      equation.remark = .because(reasons.conditions, areTied: reasons.areTied, loss: loss)
    } else if !isShort, equation.remark == nil {
      equation.remark = .words(written.leftOutSentence(inFull: explained ?? subject))
    }
    return equation
  }

  /// The lines of an equation: below one that has another remark stands how much of its formula is left out.
  package func lines(_ equation: Equation, _ written: Formula, level: Int = 0) -> [Line] {
    let line = Line(.equation(equation), level: level)
    let written = written.writtenOut()
    guard case .because? = equation.remark, !isInFull, written.isLong else { return [line] }
    let sentence = written.leftOutSentence(inFull: equation.subject)
    return [line, Line(.remark([.words(sentence)]), level: level)]
  }

  /// The lines of a derivative. Where it has no value, or its formula has none at these numbers, they say so.
  package func lines(
    ofDerivative atom: Formula, _ written: Formula, value: Double, frozen: [Formula: Number] = [:],
    largest: Double, inFull explained: Formula? = nil, level: Int
  ) throws(Fault) -> [Line] {
    let written = written.writtenOut()
    let numbers = try environment.resolve(written).formula.replacingLeaves { leaf throws(Fault) in
      if let number = frozen[leaf] { return .number(number) }
      return try number(of: leaf)
    }
    let onPaper = numbers.evaluation
    if value.isFinite, onPaper.value.isFinite, onPaper.largest.isFinite {
      let equation = try equation(
        atom, written, value: value, frozen: frozen, largest: largest, inFull: explained)
      return [Line(.equation(equation), level: level)]
    }
    let formula = written.shortened(withNumbers: false)
    var lines: [Line] = []
    if value.isFinite {
      // A reciprocal of what is too large for a number may be too small for one.
      let isTooSmall = value == 0 && onPaper.value.isFinite
      let result = Equation.RightSide(isTooSmall ? .approximates : .equals, .result(style.number(value)))
      lines.append(Line(.equation(Equation(subject: atom, rightSides: [result])), level: level))
      let remark: [Phrase] =
        onPaper.value.isFinite
        ? [
          .words("a part of"), .formula(formula),
          .words("is too large for a number here\(isTooSmall ? ", and this may be too small for one" : "")"),
        ]
        : [.formula(formula), .words("has no value here, but the derivative has")]
      lines.append(Line(.remark(remark), level: level + 1))
    } else {
      var rightSides = [Equation.RightSide(.equals, .names(formula))]
      if numbers.isComplete, numbers != written {
        rightSides.append(.init(.equals, .numbers(style.showing(numbers.shortened(withNumbers: true)))))
      }
      let equation = Equation(subject: atom, rightSides: rightSides, remark: .words("has no value here"))
      lines.append(Line(.equation(equation), level: level))
    }
    if written.isLong {
      let sentence = written.leftOutSentence(inFull: explained ?? atom)
      lines.append(Line(.remark([.words(sentence)]), level: level + 1))
    }
    return lines
  }

  /// The result of a value alone, as the equation of its formula would end.
  package func result(of name: Name) throws(Fault) -> NamedNumber {
    let value = environment.value(of: name)
    guard let formula = environment.formula(of: name) else {
      let given = environment.number(of: name)
      return NamedNumber(.name(name), given.text == nil ? style.number(value) : given)
    }
    let numbers = try formula.replacingLeaves { leaf throws(Fault) in try number(of: leaf) }
    let result = result(of: numbers, value: value)
    return NamedNumber(.name(name), result.number, relation: result.relation)
  }

  /// The result of an expression alone, as its equation would end; a number that its author typed stays as it is.
  package func result(ofExpression formula: Formula, value: Double) throws(Fault) -> NamedNumber {
    if case .name(let name) = formula { return try result(of: name) }
    if let literal = formula.literalNumber, literal.text != "pi" { return NamedNumber(formula, literal) }
    let resolved = try environment.resolve(formula.writtenOut()).formula
    let numbers = try resolved.replacingLeaves { leaf throws(Fault) in try number(of: leaf) }
    let result = result(of: numbers, value: value)
    return NamedNumber(formula, result.number, relation: result.relation)
  }

  /// Appends the lines of numbers and the result.
  package func append(
    _ numbers: Formula, from first: Formula, _ isLiteral: Bool, _ value: Double, to equation: inout Equation
  ) throws(Fault) {
    let result = result(of: numbers, value: value)
    // Line by line, so that a formula of a million terms and a hundred levels is refused before its lines are there.
    try environment.work.spend(first.callCount * Work.callOnPaper)
    var lines: [Formula] = []
    var bytes = 0
    for line in sequence(first: first, next: { $0.reduced() })
    where !isSingleNumber(line) || (isLiteral && line == first) {
      let lineBytes = line.estimatedBytes
      try environment.work.draftLine(lineBytes)
      bytes += lineBytes
      lines.append(line)
    }
    let shown = try shown(lines, result: result, bytes: bytes)
    // How a line of numbers belongs to what follows it is written in front of that.
    var relation = Relation.equals
    for line in shown {
      equation.rightSides.append(.init(relation, .numbers(line.formula)))
      relation = line.relation
    }
    if !(isLiteral && isSingleNumber(first)) {
      if case .approximates = result.relation { relation = .approximates }
      equation.rightSides.append(.init(relation, .result(result.number)))
    }
    if case .approximates = result.relation {
      equation.remark = .words(BinaryLoss.remark)
    } else if shown.contains(where: { $0.relation == .approximates }),
      let loss = BinaryLoss.remark(on: value, from: first, in: style)
    {
      equation.remark = .words(loss)
    }
  }

  /// The lines, of so many bytes, with their digits chosen: each gives the next and, as far as only equals signs stand between
  /// the two, the result.
  private func shown(
    _ lines: [Formula], result: (relation: Relation, number: Number), bytes: Int
  ) throws(Fault) -> [(formula: Formula, relation: Relation)] {
    let first = shown(lines, result: result, from: 0)
    // Where the last line gives the result and one before it does not, what the last line takes from it may be too short.
    guard first.last?.relation == .equals, first.contains(where: { $0.relation == .approximates }) else {
      return first
    }
    for fewest in 1...NumberStyle.maxDigits {
      try environment.work.spend(bytes * Work.byteOfLine)
      let next = shown(lines, result: result, from: fewest)
      if next.allSatisfy({ $0.relation == .equals }) { return next }
    }
    return first
  }

  /// The lines with their digits chosen, from the last, which gets at least `fewest` more than the lesson asks for, to the
  /// first.
  private func shown(
    _ lines: [Formula], result: (relation: Relation, number: Number), from fewest: Int
  ) -> [(formula: Formula, relation: Relation)] {
    var shown: [(formula: Formula, relation: Relation)] = []
    var isResult = result.relation == .equals
    for line in lines.reversed() {
      if let next = shown.last {
        shown.append(style.guarded(line, next: next.formula, result: isResult ? result.number : nil))
      } else {
        shown.append(style.guarded(line, result: result.number, from: fewest))
      }
      if shown[shown.count - 1].relation == .approximates { isResult = false }
    }
    return shown.reversed()
  }

  /// The number of a name as it was typed or with its digits open, that of a derivative with its digits open.
  private func number(of leaf: Formula) throws(Fault) -> Formula? {
    switch leaf {
    case .name(let name): .number(environment.operand(name))
    case .derivative, .local, .overRows: .number(try environment.shownNumber(ofAtom: leaf))
    default: nil
    }
  }

  /// The number that is shown for a result, and whether it is equal.
  package func result(of numbers: Formula, value: Double) -> (relation: Relation, number: Number) {
    if numbers.isNoise(value) { return (.approximates, Number(0, text: "0", full: value)) }
    return (.equals, style.number(value))
  }

  /// A function's own formula, where it has one that can be worked out in numbers.
  private func expansion(of formula: Formula, numbers: Formula) -> (names: Formula, numbers: Formula)? {
    guard case .call(let function, let names) = formula, case .call(_, let operands) = numbers,
      let expandedNames = function.expansion(of: names), let expanded = function.expansion(of: operands)
    else { return nil }
    return expanded.evaluation.largest.isFinite ? (expandedNames, expanded) : nil
  }

  private func isSingleNumber(_ formula: Formula) -> Bool {
    switch formula {
    // π is a number that still has to be written out.
    case .number(let number), .negation(.number(let number)): number.text != "pi"
    default: false
    }
  }

  /// What is shown must be what was computed.
  package func check(
    _ numbers: Formula, of formula: Formula, is value: Double, largest: Double
  ) throws(Fault) {
    let shown = numbers.evaluation
    let distance = abs(shown.value - value)
    let bound = Self.tolerance * max(shown.largest, abs(value), largest)
    if !(distance <= bound) && shown.value.isFinite {
      throw .internalError(
        "the formula `\(formula.text(.calc).shortened(to: 60))` gives \(shown.value), the tape \(value)")
    }
  }
}

extension Formula {
  /// Whether each number in it is one that can be shown.
  fileprivate var isComplete: Bool {
    var isComplete = true
    _ = replacingLeaves { leaf in
      if case .number(let number) = leaf, !number.value.isFinite { isComplete = false }
      return nil
    }
    return isComplete
  }
}
