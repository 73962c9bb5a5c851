import Algebra
import PrintedNumbers
import Prose
import Transcript

extension AnswerKey {
  /// What replies to a question are held against, but for what may have led to wrong numbers.
  init(_ question: Question) {
    let kind: Kind =
      switch question.kind {
      case .number(let answer): .number(NumberKey(answer))
      case .choice(let choices): .choice(ChoiceKey(choices))
      }
    let refusals = [
      "That is not it.", "That is not it. There is a hint.", "That is not it. There are hints.",
    ]
    self.init(
      question: question.number, kind: kind, hintCount: question.hints.count,
      praise: [.sentence("Right.")],
      reason: question.reason.map { [.prose(.paragraph($0))] } ?? [],
      refusals: refusals.map { [.sentence($0)] })
  }
}

extension ChoiceKey {
  fileprivate init(_ choices: [Question.Choice]) {
    let letters =
      choices.count == 1 ? "`a`" : "`a` to `\(Question.letter(ofChoice: choices.count - 1))`"
    let isOneRight = choices.count(where: \.isRight) == 1
    self.init(
      choices: choices.enumerated().map { place, choice in
        let letter = Question.letter(ofChoice: place)
        let reason = choice.reason.map { [Transcript.Part.prose(.paragraph([.text("\(letter)) ")] + $0))] }
        return Choice(isRight: choice.isRight, reason: reason ?? [])
      },
      unreadable: [.sentence("choose by letter: \(letters)")],
      incomplete: [.sentence("That is right, but not all of it: more than one is right.")],
      more: isOneRight ? [] : [.sentence("More than one is right.")])
  }
}

extension NumberKey {
  fileprivate init(_ answer: Question.NumberAnswer) {
    // What binary arithmetic leaves of an exact zero is a zero.
    let wanted = if case .approximates = answer.relation { 0.0 } else { answer.value }
    let decimals = answer.digits == 1 ? "1 decimal" : "\(answer.digits) decimals"
    // Where the answer ends with the digits that are asked for, it is hardly rounding that has missed it.
    let isShort =
      wanted.shortened(toDecimals: answer.digits, .cutOff) == wanted.shortened(toDecimals: 14, .rounded)
    self.init(
      wanted: wanted, digits: answer.digits, width: answer.tolerance?.width(around: wanted),
      foreseen: answer.mistakes.map { ForeseenMistake($0, tolerance: answer.tolerance) },
      result: answer.resultLines, accepted: answer.acceptedLines(decimals),
      further: [.words("with more digits it is")],
      tooShort: [.sentence("answer with at least \(decimals)")],
      comma: [.sentence("write a point in place of the comma")],
      wrong: [.sentence("That is not it.")],
      near: [.words("is near, but not it\(isShort ? "" : ": keep more digits on the way")")])
  }
}

extension ForeseenMistake {
  fileprivate init(_ mistake: Question.Mistake, tolerance: Question.Tolerance?) {
    self.init(
      value: mistake.value, width: tolerance?.width(around: mistake.value),
      reason: mistake.reason.map { [.prose(.paragraph([.text("That is not it: ")] + $0))] } ?? [],
      words: [.words("is the value of"), .formula(mistake.formula)])
  }
}

extension Question.NumberAnswer {
  /// What was computed, and how far from it a reply may be.
  fileprivate var resultLines: [Line] {
    let result = NamedNumber(formula, shown, relation: relation)
    var lines = formula.literalNumber == nil ? [Line(.results([result]))] : []
    if let tolerance { lines.append(Line(.remark([.words("accepted: within \(tolerance.text)")]))) }
    return lines
  }

  /// The replies with as many decimals as are asked for that are right.
  fileprivate func acceptedLines(_ decimals: String) -> [Line] {
    let accepted = accepted.sorted { $0.value < $1.value }
    guard digits > 0, let least = accepted.first, let most = accepted.last else { return [] }
    let interval: [Phrase] =
      accepted.count > 1
      ? [.formula(.number(least)), .words("to"), .formula(.number(most))] : [.formula(.number(least))]
    return [Line(.remark([.words("accepted, with \(decimals):")] + interval))]
  }
}
