import Algebra
import Engine
import Exposition
import LessonRuntime
import Transcript

// Values that a reader asks for.

extension StepWriter {
  /// The value of an expression: names, numbers, result.
  mutating func valueLines(of formula: Formula) throws(Fault) -> [Line] {
    let value = try values.value(of: formula)
    if formula.isName || formula.atoms == [formula] {
      return [Line(.results([try chains.result(ofExpression: formula, value: value)]))]
    }
    // A long expression stands only shortened, also in front.
    guard formula.isLong else {
      return [Line(.chain(try chains.chain(formula, formula, value: value).withoutRepeatedSubject))]
    }
    var chain = try chains.chain(nil, formula, value: value)
    if case .words? = chain.remark {
      // There is no other way to see it in full.
      chain.remark = .words(formula.leftOutSentence(inFull: nil).prefixBeforeSemicolon)
    }
    return [Line(.chain(chain))]
  }
}

extension String {
  fileprivate var prefixBeforeSemicolon: String { String(prefix { $0 != ";" }) }
}
