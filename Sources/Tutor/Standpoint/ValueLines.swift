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
}

extension String {
  fileprivate var prefixBeforeSemicolon: String { String(prefix { $0 != ";" }) }
}
