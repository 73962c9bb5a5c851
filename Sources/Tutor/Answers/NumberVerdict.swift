import Algebra
import Engine
import Exposition
import Prose
import Transcript

// Replies to a question for a number.

extension Standpoint {
  /// The number that a reply is.
  func number(_ typed: TypedText, to answer: Question.NumberAnswer, _ key: NumberKey) throws(Refusal)
    -> NumberReply
  {
    if let number = NumberReply(typed: typed.text, digits: answer.digits) { return number }
    if NumberReply.hasDecimalComma(typed.text) { throw Refusal(key.comma) }
    let formula = try formula(of: typed)
    let value = try onCopy(beneath: [formula]) { writer throws(Fault) in
      try writer.environment.value(of: formula)
    }
    if isAskedFor(formula, value, answer) { throw Refusal("that is what is asked for: work it out") }
    return NumberReply(value, digits: answer.digits)
  }

  /// Whether an expression only says in other words what the question asks for: it is the same formula of names, or a
  /// name or a derivative that has the value.
  private func isAskedFor(_ formula: Formula, _ value: Double, _ answer: Question.NumberAnswer) -> Bool {
    let isLeaf = formula.isName || formula.atoms == [formula]
    if isLeaf { return value == answer.value }
    let hasNames = !formula.names.isEmpty || !formula.atoms.isEmpty
    return hasNames
      && (formula == answer.formula || formula.simplified() == answer.formula.simplified())
  }

  /// What may have led to a number that is not the one asked for. What cannot be worked out is not worth a word.
  func likelyMistakes(for answer: Question.NumberAnswer, _ key: NumberKey) -> MistakeGroups {
    var search: MistakeSearch?
    var isHopeless = false
    return MistakeGroups { group in
      if search == nil, !isHopeless { search = self.search(answer, key) }
      guard let known = search else {
        isHopeless = true
        return nil
      }
      return try? known.mistakes(group)
    }
  }

  private func search(_ answer: Question.NumberAnswer, _ key: NumberKey) -> MistakeSearch? {
    guard let numbers = try? numbers() else { return nil }
    return try? onCopy(beneath: [answer.formula]) { copy throws(Fault) in
      let environment = copy.environment
      return try MistakeSearch(for: key, asked: answer.formula, in: environment) {
        self.otherNumbers(than: answer.formula, in: environment, at: numbers)
      }
    }
  }
}
