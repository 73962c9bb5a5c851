import Algebra
import Engine
import Exposition
import LessonRuntime
import Transcript

// Why a number is what it is: its working, one level deep.

extension StepWriter {
  /// The working of a value, an expression or a derivative, and what may be asked for next.
  ///
  /// - Parameter origin: where a given number comes from.
  mutating func whyLines(of formula: Formula, origin: (Name) -> String) throws(Fault) -> [Line] {
    if case .name(let name) = formula {
      guard let written = environment.written(name) else {
        let result = Equation.RightSide(.equals, .result(try equations.result(of: name).number))
        return [
          Line(.equation(Equation(subject: formula, rightSides: [result], remark: .words(origin(name)))))
        ]
      }
      return try lines(of: name, written, by: fullEquations)
        + lookFurther(into: environment.formula(of: name))
    }
    if let lines = try derivation(of: formula, withLinks: false) {
      return try lines + lookFurther(intoAtom: formula)
    }
    return try valueLines(of: formula) + lookFurther(into: environment.resolve(formula).formula)
  }

  /// The first element of a family in full, and the results of the others.
  mutating func whyLines(ofFamily names: [Name]) throws(Fault) -> [Line] {
    guard let first = names.first else { return [] }
    guard let written = environment.written(first) else {
      return try valueLines(ofFamily: names, remark: "given")
    }
    return try lines(of: first, written, by: fullEquations) + valueLines(ofFamily: names, leftOut: 1)
      + lookFurther(into: environment.formula(of: first))
  }

  // MARK: Looking further

  /// As many names are told that may be asked for next.
  private static var maxListed: Int { 8 }

  private func lookFurther(into formula: Formula?) -> [Line] {
    lookFurther(into: formula.map { $0.names.map { .name($0) } + $0.atoms } ?? [])
  }

  /// The links of a derivative along more than one, else what its only link is made of.
  private func lookFurther(intoAtom atom: Formula) throws(Fault) -> [Line] {
    switch atom {
    case .derivative(let output, let input) where output.atoms.isEmpty:
      let paths = try Paths(from: input, to: output, in: environment)
      let links = paths.stops.flatMap { stop in stop.links.map { (stop, $0) } }
      guard links.count > 1 else {
        return links.first.map { lookFurther(into: $1.outline.withoutStandIn) } ?? []
      }
      let told = links.filter { !$1.isOne }.prefix(Self.maxListed)
      return lookFurther(
        into: try told.map { stop, link throws(Fault) in try linkDerivative(of: stop.output, by: link.name) })
    case .local(let output, let input):
      let link = try environment.linksWithValues(of: .name(output), by: [input])[0]
      return lookFurther(into: link.outline.withoutStandIn)
    case .overRows(_, let formula, _), .derivative(.overRows(_, let formula, _), _):
      return lookFurther(into: formula)
    default:
      return []
    }
  }

  /// The derivative along one link; `local(…)` where a derivative through the whole network would be another.
  private func linkDerivative(of output: Formula, by input: Name) throws(Fault) -> Formula {
    guard case .name(let name) = output else { return .derivative(of: output, by: input) }
    let isOnly = try Paths(from: input, to: output, in: environment).count.small == 1
    return isOnly ? .derivative(of: output, by: input) : .local(name, by: input)
  }

  private func lookFurther(into formulas: [Formula]) -> [Line] {
    guard !formulas.isEmpty else { return [] }
    let told = formulas.prefix(Self.maxListed).enumerated().flatMap { index, formula -> [Phrase] in
      index == 0 ? [.formula(formula)] : [.words(","), .formula(formula)]
    }
    return [Line(.blank), Line(.remark([.words("look further:")] + told))]
  }
}

extension Formula {
  /// The formula, unless a name stands in it for what is left out.
  fileprivate var withoutStandIn: Formula? { names.contains(LongOperands.rest) ? nil : self }
}
