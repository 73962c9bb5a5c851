import Algebra
import Engine
import Exposition
import LessonRuntime
import Transcript

// Values that a reader asks for.

extension StepWriter {
  /// The value of an expression: names, numbers, result.
  mutating func valueLines(of formula: Formula) throws(Fault) -> [Line] {
    let value = try environment.value(of: formula)
    if formula.isName || formula.atoms == [formula] {
      return [Line(.results([try equations.result(ofExpression: formula, value: value)]))]
    }
    // A long expression stands only shortened, also in front.
    guard formula.isLong else {
      return [Line(.equation(try equations.equation(formula, formula, value: value).withoutRepeatedSubject))]
    }
    var equation = try equations.equation(nil, formula, value: value)
    if case .words? = equation.remark {
      // There is no other way to see it in full.
      equation.remark = .words(formula.leftOutSentence(inFull: nil).prefixBeforeSemicolon)
    }
    return [Line(.equation(equation))]
  }

  /// The numbers of the elements of a family, as a matrix where it is one.
  ///
  /// - Parameter leftOut: how many elements at its beginning stand elsewhere, and are not listed.
  func valueLines(
    ofFamily names: [Name], remark: String = "", leftOut: Int = 0
  ) throws(Fault) -> [Line] {
    let shown = names.prefix(SimilarResults.maxResults)
    let results = try shown.dropFirst(leftOut).map { name throws(Fault) in try equations.result(of: name) }
    let hidden = names.count - shown.count
    let list =
      (results.isEmpty ? [] : [Line(.results(results, remark: remark.isEmpty ? nil : .words(remark)))])
      + (hidden > 0 ? [Line(.remark([.words("… \(hidden) more like these")]))] : [])
    let whole = try MatrixOfNames(names)?.line(remark: remark, otherwise: list) { name throws(Fault) in
      try equations.result(of: name)
    }
    return whole.map { [$0] } ?? list
  }
}

extension String {
  fileprivate var prefixBeforeSemicolon: String { String(prefix { $0 != ";" }) }
}
