import Algebra
import Diagnostics
import Prose
import Transcript

// Replies to a question for a number.

extension Standpoint {
  func verdict(
    on typed: TypedText, to answer: Question.NumberAnswer, in question: Question
  ) throws(Refusal) -> Verdict {
    let reply = try reply(typed, to: answer)
    guard isRight(reply, answer) else {
      if reply.isTyped, reply.decimals < answer.digits {
        throw Refusal("answer with at least \(answer.digits) decimal\(answer.digits == 1 ? "" : "s")")
      }
      return Verdict(.wrong, remarks(on: reply, answer, in: question))
    }
    return Verdict(.right, praise(for: reply, answer) + question.reasonParts)
  }

  /// The number that a reply is.
  private func reply(_ typed: TypedText, to answer: Question.NumberAnswer) throws(Refusal) -> NumberReply {
    if let number = NumberReply(typed: typed.text) { return number }
    if NumberReply.hasDecimalComma(typed.text) { throw Refusal("write a point in place of the comma") }
    let formula = try formula(of: typed)
    let value = try onCopy(beneath: [formula]) { runner throws(Fault) in
      try runner.values.value(of: formula)
    }
    if isAskedFor(formula, value, answer) { throw Refusal("that is what is asked for: work it out") }
    return NumberReply(value, decimals: answer.digits)
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

  /// The number that is asked for: what binary arithmetic leaves of an exact zero is a zero.
  private func wanted(_ answer: Question.NumberAnswer) -> Double {
    if case .approximates = answer.relation { 0 } else { answer.value }
  }

  private func isRight(_ reply: NumberReply, _ answer: Question.NumberAnswer) -> Bool {
    let wanted = wanted(answer)
    guard let agreement = NumberRule.agreement(of: wanted, with: reply.text) else { return false }
    if !reply.isTyped || reply.decimals >= answer.digits { return true }
    return agreement == .exact && Replies.isWhole(wanted)
  }

  /// What is said to a reply that is right: what was computed, and which replies are taken for it.
  private func praise(for reply: NumberReply, _ answer: Question.NumberAnswer) -> [Transcript.Part] {
    let result = NamedNumber(answer.formula, answer.shown, relation: answer.relation)
    var lines = answer.formula.typedNumber == nil ? [Line(.results([result]))] : []
    let accepted = Replies(to: wanted(answer), decimals: reply.decimals).accepted
      .sorted { $0.value < $1.value }
    if reply.decimals > 0, let least = accepted.first, let most = accepted.last {
      let decimals = reply.decimals == 1 ? "1 decimal" : "\(reply.decimals) decimals"
      let interval: [Phrase] =
        accepted.count > 1
        ? [.formula(.number(least)), .words("to"), .formula(.number(most))] : [.formula(.number(least))]
      lines.append(Line(.remark([.words("accepted, with \(decimals):")] + interval)))
    }
    let step = lines.isEmpty ? [] : [Transcript.Part.step(Step(name: "", lines: lines))]
    return [.sentence("Right.")] + step
  }

  /// What is said to a reply that is wrong: what the author foresees, or else what can be worked out.
  private func remarks(
    on reply: NumberReply, _ answer: Question.NumberAnswer, in question: Question
  ) -> [Transcript.Part] {
    let foreseen = answer.mistakes.first { reply.agrees(with: $0.value) }
    if let reason = foreseen?.reason {
      return [.prose(.paragraph([.text("That is not it: ")] + reason))]
    }
    var turns = wrongTurns(to: reply, answer)
    if let foreseen {
      turns.insert(
        WrongTurn(value: foreseen.value, words: [.words("is the value of"), .formula(foreseen.formula)]),
        at: 0)
    }
    guard !turns.isEmpty else { return question.plainRefusal }
    let lines = turns.prefix(2).map { Line(.remark([.formula(.number(reply.number))] + $0.words)) }
    return [.sentence("That is not it."), .step(Step(name: "", lines: lines))]
  }

  private func wrongTurns(to reply: NumberReply, _ answer: Question.NumberAnswer) -> [WrongTurn] {
    // What cannot be worked out is not worth a word here.
    guard let runner = try? runner() else { return [] }
    let found = try? onCopy(beneath: [answer.formula]) { copy throws(Fault) in
      let values = copy.values
      let turns = try WrongTurns(
        to: reply, wanted: wanted(answer), digits: answer.digits, asked: answer.formula, in: values)
      return try turns.found { otherNumbers(than: answer.formula, in: values, at: runner) }
    }
    return found ?? []
  }
}
