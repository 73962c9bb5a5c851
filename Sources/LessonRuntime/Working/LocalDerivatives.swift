import Algebra
import Autograd

/// One link of the chain rule: how a value changes with a name in its formula, the others held fixed.
struct LocalDerivative {
  /// The name by which the formula is differentiated.
  let name: Name
  /// The derivative as a teacher would write it.
  let formula: Formula
  /// Its number, from the tape; of a formula that is only a number, that number.
  let value: Double
  /// The largest term on the way to it on the tape.
  let largest: Double

  /// Whether the link passes the derivative on unchanged, as a plain sum does.
  var isOne: Bool { formula == .number(Number(1)) }
}

extension Values {
  /// The links of a formula, one for each of `names`, which occur in it.
  ///
  /// The symbolic derivative is what is shown, the tape's is what is computed with; the two must agree within 1e-9 of the
  /// largest intermediate term of either, and a difference is an internal error.
  func links(of output: Formula, by names: [Name]) throws(Fault) -> [LocalDerivative] {
    let recording: Recording
    var outputName: Name?
    if case .name(let name) = output, let known = self[name].recording {
      recording = known
      outputName = name
    } else {
      recording = try record(output)
    }
    let (numbers, largest) = try localDerivatives(of: recording, by: names)
    let sums = LongSums(of: recording.formula)
    var links: [LocalDerivative] = []
    for (index, name) in names.enumerated() {
      let formula = linkFormula(of: outputName, sums, by: name)
      try work.draftLink(formula.estimatedBytes)
      let atom = Formula.derivative(of: output, by: name)
      guard numbers[index].isFinite else { throw .noDerivative(atom) }
      // The derivative of a piecewise function is that of the piece on which the value lies.
      let shown = try resolve(formula).formula.replacingLeaves { leaf throws(Fault) in try number(at: leaf) }
        .evaluation
      guard shown.value.isFinite else { throw .noDerivative(atom) }
      let bound = ChainWorking.tolerance * max(shown.largest, largest)
      if !(abs(shown.value - numbers[index]) <= bound) {
        throw .internalError(
          "`\(atom.text(.calc))` as `\(formula.text(.calc).shortened(to: 60))` is \(shown.value), "
            + "the tape has \(numbers[index])")
      }
      // What cancels as a formula (0.1*w + 0.2*w - 0.3*w) may leave some noise on the tape.
      let value = formula.typedNumber == nil ? numbers[index] : shown.value
      links.append(LocalDerivative(name: name, formula: formula, value: value, largest: largest))
    }
    return links
  }

  /// The derivative as a formula. It holds until the formula takes another branch or finds another element.
  private func linkFormula(of output: Name?, _ sums: LongSums, by name: Name) -> Formula {
    guard let output else { return sums.derivative(of: nil, by: name) }
    if let known = linkFormulas[output]?[name] { return known }
    let formula = sums.derivative(of: output, by: name)
    linkFormulas[output, default: [:]][name] = formula
    return formula
  }

  private func number(at leaf: Formula) throws(Fault) -> Formula? {
    switch leaf {
    case .name(let name): .number(Number(value(of: name)))
    case .derivative, .local, .overRows: .number(Number(try number(of: leaf)))
    default: nil
    }
  }
}
