import Algebra
import Engine
import Exposition
import LessonProgram
import PrintedNumbers
import Transcript

extension Standpoint {
  /// More names than that, or a longer formula, are no help beside a question.
  private static var mostNames: Int { 40 }
  private static var mostRows: Int { 20 }
  private static var longestFormula: Int { 80 }
  /// As many digits of a number that the lesson has worked out are given: more than any question asks for.
  private static var givenDigits: Int { 10 }

  /// What a number that is asked for is worked out of: the given numbers as they are here, the rows of data, and the formulas of names.
  ///
  /// It is empty where that is too much, and where the number is itself one of the given ones.
  func basis(of asked: Formula) -> [Line] {
    if case .name(let name) = asked, scope.change(behind: name) != nil || isGiven(name) { return [] }
    return
      (try? onCopy(beneath: [asked]) { writer throws(Fault) in
        try basis(of: asked, in: writer.environment)
      }) ?? []
  }

  private func isGiven(_ name: Name) -> Bool { if case .given? = scope[name]?.kind { true } else { false } }

  private func basis(of asked: Formula, in environment: Environment) throws(Fault) -> [Line] {
    let read = asked.names + asked.atoms.flatMap(\.readNames)
    let names = environment.names(beneath: read.filter(environment.has))
    guard names.count <= Self.mostNames, asked.families.isEmpty else { return [] }
    let data = asked.dataNames.compactMap { environment.data[$0] }
    guard data.allSatisfy({ $0.rows.count <= Self.mostRows }) else { return [] }
    let columns = Set(data.flatMap(\.columns))
    var givens: [NamedNumber] = []
    var formulas: [Line] = []
    for name in names {
      guard let formula = environment.written(name) else {
        if !columns.contains(name) {
          givens.append(NamedNumber(.name(name), Self.given(environment.shownNumber(of: name))))
        }
        continue
      }
      guard formula.size <= Self.longestFormula else { return [] }
      formulas.append(
        Line(.equation(Equation(subject: .name(name), rightSides: [.init(.equals, .names(formula))]))))
    }
    let tables = data.map { data in
      Line(
        .table(
          Table(
            header: data.columns.map { .formula(.name($0)) },
            rows: data.rows.map { $0.map { .number($0) } })))
    }
    return (givens.isEmpty ? [] : [Line(.results(givens))]) + tables + formulas
  }

  /// A number as it is given: as it was typed, or with digits enough.
  private static func given(_ number: Number) -> Number {
    guard number.text == nil else { return number }
    let digits = DecimalDigits(number.value).shortened(toSignificant: givenDigits, .rounded)
    return Number(number.value, text: digits.text())
  }
}

extension Formula {
  /// The data on whose rows a part of it is worked out.
  fileprivate var dataNames: [Name] {
    atoms.flatMap { atom -> [Name] in
      switch atom {
      case .overRows(_, let formula, let data): [data] + formula.dataNames
      case .derivative(let output, _): output.dataNames
      default: []
      }
    }
  }
}
