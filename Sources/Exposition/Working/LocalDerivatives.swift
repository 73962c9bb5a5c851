package import Algebra
import Autograd
package import Engine
import LessonProgram
import Transcript

/// One link of the chain rule: how a value changes with a name in its formula, the others held fixed.
package struct LocalDerivative {
  /// The name by which the formula is differentiated.
  package let name: Name
  /// The derivative as a teacher would write it; where it mentions most of a long sum or product, `LongOperands.rest`
  /// stands for that, so that ten thousand links of one product take the room of ten thousand.
  package let outline: Formula
  /// Its number, from the tape; of a formula that is only a number, that number. Not finite where there is none.
  package let value: Double
  /// The largest term on the way to it on the tape.
  package let largest: Double
  /// Whether the number is what binary arithmetic has left of an exact zero.
  package var isRoundingOfZero = false

  /// The number as it is shown.
  package var number: Number { Number(value, text: isRoundingOfZero ? "0" : nil) }

  /// Whether the link passes the derivative on unchanged, as a plain sum does.
  package var isOne: Bool { outline == .number(Number(1)) }
}

extension Environment {
  /// The links of a formula, one for each of `names`, which occur in it.
  ///
  /// The symbolic derivative is what is shown, the tape's is what is computed with; the two must agree within 1e-9 of the
  /// largest intermediate term of either, and a difference is an internal error. Where the symbolic one has no value
  /// (`x^n·ln(x)` at 0), the tape's holds.
  package func links(of output: Formula, by names: [Name]) throws(Fault) -> [LocalDerivative] {
    let recording: Recording
    var outputName: Name?
    if case .name(let name) = output, let known = self[name].recording {
      recording = known
      outputName = name
    } else {
      recording = try record(output)
    }
    let (numbers, largest) = try localDerivatives(of: recording, by: names)
    let operands = LongOperands(of: recording.formula)
    var links: [LocalDerivative] = []
    for (name, swept) in zip(names, numbers) {
      try work.spend(Work.link)
      // A derivative that cannot be shown is not written out either.
      try work.expectLink(operands.sizeOfDerivative(by: name))
      let outline = linkOutline(of: outputName, operands, by: name)
      try work.draftLink(outline.estimatedBytes)
      var value = swept
      var isRoundingOfZero = false
      if let constant = outline.literalNumber {
        try check(constant.value, largest, of: output, by: name, outline, is: value)
        // What cancels as a formula (0.1*w + 0.2*w - 0.3*w) may leave some noise on the tape.
        value = constant.value
      } else if !outline.names.contains(LongOperands.rest) {
        // The derivative of a piecewise function is that of the piece on which the value lies.
        let formula = try resolve(outline).formula
        let shown = try formula.replacingLeaves { leaf throws(Fault) in try number(at: leaf) }.evaluation
        try check(shown.value, max(shown.largest, largest), of: output, by: name, outline, is: value)
        isRoundingOfZero = Evaluation.isRoundingOfZero(swept, ofTerms: shown.largest)
      }
      links.append(
        LocalDerivative(
          name: name, outline: outline, value: value, largest: largest, isRoundingOfZero: isRoundingOfZero))
    }
    return links
  }

  /// The links, each of which must have a number.
  package func linksWithValues(of output: Formula, by names: [Name]) throws(Fault) -> [LocalDerivative] {
    let links = try links(of: output, by: names)
    if let valueless = links.first(where: { !$0.value.isFinite }) {
      var culprit: (operation: Operation, operands: [Double])?
      if case .name(let name) = output { culprit = slopeless(beneath: self[name].node) }
      throw .noDerivative(.derivative(of: output, by: valueless.name), of: culprit)
    }
    return links
  }

  /// The formula of a link with all that it mentions.
  package func formula(of link: LocalDerivative, from output: Formula) -> Formula {
    guard link.outline.names.contains(LongOperands.rest) else { return link.outline }
    guard case .name(let name) = output, let formula = self[name].recording?.formula else {
      return LongOperands.derivative(of: nil, as: output, by: link.name).writtenOut(naming: shorthandName)
    }
    return LongOperands.derivative(of: name, as: formula, by: link.name).writtenOut(naming: shorthandName)
  }

  /// What the lesson has in the place of a shorthand: the name of an element of a softmax, or `e^(x − l)` where `l` is the
  /// logarithm of the sum of powers; `nil` where it has neither.
  private func shorthandName(_ shorthand: Formula) -> Formula? {
    if let name = name(ofShorthand: shorthand) { return .name(name) }
    guard case .call(.softmax, let arguments) = shorthand,
      let name = name(ofShorthand: .call(.logsumexp, Array(arguments.dropFirst())))
    else { return nil }
    return .call(.exp, [arguments[0] - .name(name)])
  }

  private func check(
    _ shown: Double, _ largest: Double, of output: Formula, by name: Name, _ formula: Formula,
    is value: Double
  ) throws(Fault) {
    let bound = EquationWorking.tolerance * max(abs(shown), largest)
    if shown.isFinite, value.isFinite, !(abs(shown - value) <= bound) {
      let atom = Formula.derivative(of: output, by: name)
      throw .internalError(
        "`\(atom.text(.calc).shortened(to: 60))` as `\(formula.text(.calc).shortened(to: 60))` is \(shown), "
          + "the tape has \(value)")
    }
  }

  /// The derivative as a formula. It holds until the formula takes another branch or finds another element.
  private func linkOutline(of output: Name?, _ operands: LongOperands, by name: Name) -> Formula {
    if let output {
      if linkFormulas[output] == nil { linkFormulas[output] = linkFormulasOfSibling(output) }
      if let known = linkFormulas[output]?[name] { return known }
    }
    let outline = operands.outlineOfDerivative(of: output, by: name)
    let formula = operands.withWholeShorthands(outline, by: name, shorthandName)
    guard let output else { return formula }
    linkFormulas[output, default: [:]][name] = formula
    return formula
  }

  private func number(at leaf: Formula) throws(Fault) -> Formula? {
    switch leaf {
    case .name(let name): .number(operand(name))
    case .derivative, .local, .overRows: .number(try shownNumber(ofAtom: leaf))
    default: nil
    }
  }
}
