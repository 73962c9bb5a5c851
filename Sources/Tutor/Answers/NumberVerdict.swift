import Algebra
import Diagnostics
import Engine
import Exposition
import LessonProgram
import LessonRuntime
import PrintedNumbers
import Prose
import Transcript

// Replies to a question for a number.

extension Standpoint {
  func verdict(
    on typed: TypedText, to answer: Question.NumberAnswer, in question: Question
  ) throws(Refusal) -> Verdict {
    let reply = try reply(typed, to: answer)
    let wanted = wanted(answer)
    if isRight(reply, answer) {
      return Verdict(.right, praise(for: reply, answer) + question.reasonParts)
    }
    // A mistake that is typed with all of its digits is that mistake, however few these are.
    if reply.isShort, exactlyForeseen(reply, answer) == nil,
      reply.agrees(with: wanted) || foreseen(reply, answer) == nil
    {
      throw Refusal("answer with at least \(answer.digits) decimal\(answer.digits == 1 ? "" : "s")")
    }
    return Verdict(.wrong, remarks(on: reply, answer, in: question))
  }

  /// Whether the answer is met: what is exact is understood as it stands, however few its digits are.
  private func isRight(_ reply: NumberReply, _ answer: Question.NumberAnswer) -> Bool {
    let wanted = wanted(answer)
    if let tolerance = answer.tolerance {
      return Replies(to: wanted, within: tolerance.width(around: wanted)).isWithinTolerance(reply.value)
    }
    return reply.isShort ? reply.isExactly(wanted) : reply.agrees(with: wanted)
  }

  /// The author's mistake that a reply is: within a tolerance the nearest. At digits, of two that it may be it is none, and
  /// none that one digit only happens to fit.
  private func foreseen(_ reply: NumberReply, _ answer: Question.NumberAnswer) -> Question.Mistake? {
    if let tolerance = answer.tolerance {
      return answer.mistakes.filter {
        Replies(to: $0.value, within: tolerance.width(around: $0.value)).isWithinTolerance(reply.value)
      }
      .min { abs($0.value - reply.value) < abs($1.value - reply.value) }
    }
    if let exact = exactlyForeseen(reply, answer) { return exact }
    let found = answer.mistakes.filter { reply.agrees(with: $0.value) }
    return !reply.isShort || found.count == 1 && reply.isTelling ? found.first : nil
  }

  /// The author's mistake of which a reply says all digits, where it is judged by digits.
  private func exactlyForeseen(
    _ reply: NumberReply, _ answer: Question.NumberAnswer
  ) -> Question.Mistake? {
    answer.tolerance == nil ? answer.mistakes.first { reply.isExactly($0.value) } : nil
  }

  /// The number that a reply is.
  private func reply(_ typed: TypedText, to answer: Question.NumberAnswer) throws(Refusal) -> NumberReply {
    if let number = NumberReply(typed: typed.text, digits: answer.digits) { return number }
    if NumberReply.hasDecimalComma(typed.text) { throw Refusal("write a point in place of the comma") }
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

  /// The number that is asked for: what binary arithmetic leaves of an exact zero is a zero.
  private func wanted(_ answer: Question.NumberAnswer) -> Double {
    if case .approximates = answer.relation { 0 } else { answer.value }
  }

  /// What is said to a reply that is right: what was computed, which replies are taken for it, and what the reply's
  /// further digits would be.
  private func praise(for reply: NumberReply, _ answer: Question.NumberAnswer) -> [Transcript.Part] {
    let (wanted, asked) = (wanted(answer), answer.digits)
    let result = NamedNumber(answer.formula, answer.shown, relation: answer.relation)
    var lines = answer.formula.literalNumber == nil ? [Line(.results([result]))] : []
    let accepted = answer.accepted.sorted { $0.value < $1.value }
    if let tolerance = answer.tolerance {
      lines.append(Line(.remark([.words("accepted: within \(tolerance.text)")])))
    }
    if reply.decimals > 0, asked > 0, let least = accepted.first, let most = accepted.last {
      let interval: [Phrase] =
        accepted.count > 1
        ? [.formula(.number(least)), .words("to"), .formula(.number(most))] : [.formula(.number(least))]
      let decimals = asked == 1 ? "1 decimal" : "\(asked) decimals"
      lines.append(Line(.remark([.words("accepted, with \(decimals):")] + interval)))
    }
    if !reply.agreesToItsEnd(with: wanted), asked > 0 {
      let digits = NumberRule.compared(wanted)
      let further = digits.shortened(toDecimals: min(reply.decimals, digits.decimals), .rounded)
      if let value = Double(further.fixedText()) {
        let number = Number(value, text: further.fixedText())
        lines.append(Line(.remark([.words("with more digits it is"), .formula(.number(number))])))
      }
    }
    let step = lines.isEmpty ? [] : [Transcript.Part.step(Step(name: "", lines: lines))]
    return [.sentence("Right.")] + step
  }

  /// What is said to a reply that is wrong: what the author foresees, or else what can be worked out.
  private func remarks(
    on reply: NumberReply, _ answer: Question.NumberAnswer, in question: Question
  ) -> [Transcript.Part] {
    let foreseen = foreseen(reply, answer)
    if let reason = foreseen?.reason {
      return [.prose(.paragraph([.text("That is not it: ")] + reason))]
    }
    var mistakes = likelyMistakes(to: reply, answer)
    if let foreseen {
      mistakes.insert(
        LikelyMistake(value: foreseen.value, words: [.words("is the value of"), .formula(foreseen.formula)]),
        at: 0)
    }
    guard !mistakes.isEmpty else { return question.plainRefusal }
    let lines = mistakes.prefix(2).map { mistake in
      Line(.remark([.formula(.number(reply.number(for: mistake.value)))] + mistake.words))
    }
    return [.sentence("That is not it."), .step(Step(name: "", lines: lines))]
  }

  private func likelyMistakes(to reply: NumberReply, _ answer: Question.NumberAnswer) -> [LikelyMistake] {
    // What cannot be worked out is not worth a word here.
    guard let numbers = try? numbers() else { return [] }
    let found = try? onCopy(beneath: [answer.formula]) { copy throws(Fault) in
      let environment = copy.environment
      let search = try MistakeSearch(
        to: reply, wanted: wanted(answer), digits: answer.digits, asked: answer.formula, in: environment)
      return try search.found { otherNumbers(than: answer.formula, in: environment, at: numbers) }
    }
    return found ?? []
  }
}
