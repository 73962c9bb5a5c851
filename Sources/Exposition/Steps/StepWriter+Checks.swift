import Algebra
import Diagnostics
import Engine
import LessonLanguage
import LessonProgram
import PrintedNumbers
import Transcript

// Printed numbers, held against those that were computed.

extension StepWriter {
  /// The checks of a cell.
  mutating func step(checking checks: [Instruction.ResolvedCheck]) throws(Fault) -> Step {
    var lines: [Line] = []
    for check in checks {
      switch check {
      case .comment(let text): lines.append(Line(.comment(text)))
      case .check(let formula, let statement):
        currentRange = statement.range
        let computed = try environment.shownNumber(of: formula)
        lines.append(
          Line(
            .check(
              Check(
                subject: formula, printed: Number(statement.printed.value, text: statement.printed.text),
                tolerance: statement.tolerance.map { Number($0.value, text: $0.text) },
                outcome: hasSettings && !formula.isOfNumbersAlone
                  ? .otherInputs(computed: style.shown(computed), isSlip: statement.isSlip)
                  : outcome(of: statement, computed: computed), note: statement.note,
                line: line(of: statement.range)))))
      }
    }
    return Step(name: "check", lines: lines)
  }

  private func outcome(of check: CheckStatement, computed number: Number) -> Check.Outcome {
    // What binary arithmetic leaves of 0 is compared as it is, and shown as 0.
    let (value, computed) = (number.value, number.isRoundingOfZero ? 0 : number.value)
    let shown = style.number(computed)
    let isMet: Bool
    let agreement = NumberRule.agreement(of: value, with: check.printed.text)
    if let tolerance = check.tolerance {
      isMet = NumberRule.isWithin(tolerance.value, of: check.printed.value, value)
    } else {
      isMet = agreement != nil
    }
    if check.isSlip {
      // Cut off, 0.95 is 0.9: who prints 0.9 beside it is still said to have slipped.
      let isSlipMet = check.tolerance == nil ? isMet && agreement != .cutOff : isMet
      return isSlipMet
        ? .slipIsMet(computed: shown) : .documentedSlip(computed: digits(of: computed, apartFrom: check))
    }
    guard isMet else {
      let shown = digits(of: computed, apartFrom: check)
      return .notMet(computed: shown, difference: difference(of: shown, from: check.printed))
    }
    if check.tolerance != nil { return .withinTolerance(computed: shown) }
    switch agreement {
    case .cutOff: return .cutOff(rounded: NumberRule.rounded(computed, like: check.printed.text))
    case .rounded: return .rounded
    case .exact, nil: return .exact
    }
  }

  /// How far the computed number, as it is shown, is above the printed one: what a reader gets who subtracts the two.
  private func difference(of computed: Number, from printed: PrintedNumber) -> Number {
    let places = [computed.text ?? "", printed.text].compactMap { NumberRule.printedDecimals(of: $0) }
    let difference = computed.value - printed.value
    let digits = DecimalDigits(difference).shortened(toDecimals: places.max() ?? 0, .rounded)
    let text = digits.fixedText()
    return digits.digits.isEmpty ? style.number(difference) : Number(Double(text) ?? difference, text: text)
  }

  /// The computed number as it is shown, with at least the digits of the printed one and as many more as tell the two
  /// apart.
  private func digits(of computed: Double, apartFrom check: CheckStatement) -> Number {
    let printed = DecimalDigits(text: check.printed.text)
    let wanted = NumberRule.printedDecimals(of: check.printed.text) ?? 0
    let candidates = (0...NumberStyle.maxDigits).map { style.number(computed, extra: $0) }
    let apart = candidates.first { candidate in
      guard let text = candidate.text else { return false }
      return NumberRule.printedDecimals(of: text) ?? wanted >= wanted && DecimalDigits(text: text) != printed
    }
    return apart ?? candidates[NumberStyle.maxDigits]
  }
}

extension Formula {
  /// Whether no value of the lesson occurs in it: what it comes to is the same for all inputs.
  fileprivate var isOfNumbersAlone: Bool { names.isEmpty && atoms.isEmpty && families.isEmpty }
}
