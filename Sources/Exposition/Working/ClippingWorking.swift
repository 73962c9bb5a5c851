package import Algebra
package import Engine
import LessonProgram
import PrintedNumbers
import Transcript

/// Works out how the derivatives of an update are clipped: their norm, the factor, and each of them afterwards.
package struct ClippingWorking {
  /// The bound.
  let clipping: Clipping
  /// What it came to.
  let working: Clipping.Working
  /// The derivatives before, in the order of the params.
  let derivatives: [NamedNumber]

  /// The working of a bound that came to `working` for these derivatives.
  package init(
    _ clipping: Clipping, _ working: Clipping.Working, of cost: Formula, by params: [Name],
    derivatives: [Number]
  ) {
    self.clipping = clipping
    self.working = working
    self.derivatives = zip(params, derivatives).map {
      NamedNumber(.derivative(of: cost, by: $0), $1)
    }
  }

  private static let norm = Name("norm")
  private static let factor = Name("factor")

  /// What a derivative is called once it is clipped: `factor·∂E/∂w`.
  static func clipped(_ derivative: Formula) -> Formula { .name(factor) * derivative }

  /// The derivatives afterwards, as they are shown.
  package var clipped: [Number] {
    derivatives.map { derivative in
      // What is 0 but for rounding stays 0.
      let isNothing = derivative.number.isRoundingOfZero
      return Number(derivative.number.value * working.factor, text: isNothing ? "0" : nil)
    }
  }

  /// The lines, in order.
  func lines(_ equations: EquationWorking) throws(Fault) -> [Line] {
    let style = equations.style
    let clipped = zip(derivatives, clipped).prefix(UpdateWorking.maxRows).map { derivative, number in
      NamedNumber(
        Self.clipped(derivative.subject), style.shown(number),
        relation: number.isRoundingOfZero ? .approximates : .equals)
    }
    let bound = style.shown(clipping.bound)
    return [
      Line(.remark([.words("All of them clipped, to a norm of \(bound.text ?? "") at most:")])),
      Line(.equation(try normEquation(equations)), level: 1),
      Line(.equation(try factorEquation(equations)), level: 1),
      Line(.results(clipped), level: 1),
      Line(.blank),
    ]
  }

  /// `norm = √((∂E/∂a)² + (∂E/∂b)²)`
  private func normEquation(_ equations: EquationWorking) throws(Fault) -> Equation {
    let names = Self.norm(of: derivatives.map(\.subject))
    let numbers = Self.norm(of: derivatives.map { .number($0.number) })
    let isLong = names.isLong && !equations.isInFull
    try equations.check(numbers, of: names, is: working.norm, largest: 0)
    var equation = Equation(
      subject: .name(Self.norm),
      rightSides: [.init(.equals, .names(isLong ? names.shortened(withNumbers: false) : names))])
    let shown = isLong ? numbers.shortened(withNumbers: true) : numbers
    try equations.append(shown, from: shown, false, working.norm, to: &equation)
    if isLong, equation.remark == nil {
      equation.remark = .words(String(names.leftOutSentence(inFull: nil).prefix { $0 != ";" }))
    }
    return equation
  }

  private static func norm(of derivatives: [Formula]) -> Formula {
    let squares = derivatives.map { Formula.Term(.plus, .power($0, 2)) }
    return Function.sqrt(squares.count == 1 ? squares[0].formula : .sum(of: squares))
  }

  /// `factor = 1/max(norm, 1)`
  private func factorEquation(_ equations: EquationWorking) throws(Fault) -> Equation {
    let shown = Formula.number(equations.style.shown(clipping.bound))
    let names = shown / Function.max(.name(Self.norm), shown)
    let bound = Formula.number(clipping.bound)
    let numbers = bound / Function.max(.number(Number(working.norm)), bound)
    try equations.check(numbers, of: names, is: working.factor, largest: 0)
    var equation = Equation(subject: .name(Self.factor), rightSides: [.init(.equals, .names(names))])
    try equations.append(numbers, from: numbers, false, working.factor, to: &equation)
    return equation
  }
}
