import Algebra
import PrintedNumbers
import Prose
import Transcript

/// Judges numbers that are replied to one question, by its key alone.
struct NumberJudge {
  private let key: AnswerKey
  private let number: NumberKey
  private let likely: MistakeGroups

  /// Replies are held against `number`, of `key`, and against what has `likely` led to them.
  init(_ key: AnswerKey, _ number: NumberKey, likely: MistakeGroups) {
    self.key = key
    self.number = number
    self.likely = likely
  }

  /// What is said to a reply.
  ///
  /// - Parameter hintsLeft: how many hints have not been given away yet.
  func verdict(on reply: NumberReply, hintsLeft: Int) -> Verdict {
    if isRight(reply) { return Verdict(.right, praise(for: reply) + key.reason) }
    // A mistake that is typed with all of its digits is that mistake, however few these are.
    if reply.isShort, exactlyForeseen(reply) == nil,
      reply.agrees(with: number.wanted) || foreseen(reply) == nil
    {
      return Verdict(.sentBack, number.tooShort)
    }
    return Verdict(.wrong, remarks(on: reply, hintsLeft: hintsLeft))
  }

  /// Whether the answer is met: what is exact is understood as it stands, however few its digits are.
  private func isRight(_ reply: NumberReply) -> Bool {
    if let width = number.width {
      return NumberRule.isWithin(width, of: number.wanted, reply.value)
    }
    return reply.isShort ? reply.isExactly(number.wanted) : reply.agrees(with: number.wanted)
  }

  /// What is said to a reply that is right: what was computed, which replies are taken for it, and what the reply's
  /// further digits would be.
  private func praise(for reply: NumberReply) -> [Transcript.Part] {
    let (wanted, asked) = (number.wanted, number.digits)
    var lines = number.result
    if reply.decimals > 0 { lines += number.accepted }
    if asked > 0, !reply.agreesToItsEnd(with: wanted) {
      let digits = NumberRule.compared(wanted)
      let text = digits.shortened(toDecimals: min(reply.decimals, digits.decimals), .rounded).fixedText()
      if let value = Double(text) {
        lines.append(Line(.remark(number.further + [.formula(.number(Number(value, text: text)))])))
      }
    }
    return key.praise + (lines.isEmpty ? [] : [.step(Step(name: "", lines: lines))])
  }

  // MARK: What the author foresees

  /// The author's mistake that a reply is: within a tolerance the nearest. At digits, of two that it may be it is none, and
  /// none that one digit only happens to fit.
  private func foreseen(_ reply: NumberReply) -> ForeseenMistake? {
    if number.width != nil {
      return number.foreseen.filter { NumberRule.isWithin($0.width ?? 0, of: $0.value, reply.value) }
        .min { abs($0.value - reply.value) < abs($1.value - reply.value) }
    }
    if let exact = exactlyForeseen(reply) { return exact }
    let found = number.foreseen.filter { reply.agrees(with: $0.value) }
    return !reply.isShort || found.count == 1 && reply.isTelling ? found.first : nil
  }

  /// The author's mistake of which a reply says all digits, where it is judged by digits.
  private func exactlyForeseen(_ reply: NumberReply) -> ForeseenMistake? {
    number.width == nil ? number.foreseen.first { reply.isExactly($0.value) } : nil
  }

  // MARK: What may have led to it

  /// What is said to a reply that is wrong: what the author foresees, or else what can be worked out.
  private func remarks(on reply: NumberReply, hintsLeft: Int) -> [Transcript.Part] {
    let foreseen = foreseen(reply)
    if let foreseen, !foreseen.reason.isEmpty { return foreseen.reason }
    var mistakes = likelyMistakes(to: reply)
    if let foreseen { mistakes.insert(LikelyMistake(value: foreseen.value, words: foreseen.words), at: 0) }
    guard !mistakes.isEmpty else { return key.refusal(hintsLeft: hintsLeft) }
    let lines = mistakes.prefix(LikelyMistake.maxRemarks).map { mistake in
      Line(.remark([.formula(.number(reply.number(for: mistake.value)))] + mistake.words))
    }
    return number.wrong + [.step(Step(name: "", lines: lines))]
  }

  /// The first that lead to the reply: definite ones, the plain before the subtle, and last the right way with too few
  /// digits; or else that it is near, and what only has the same number.
  ///
  /// Other numbers are looked for only where the reply is not the number of all and everything.
  private func likelyMistakes(to reply: NumberReply) -> [LikelyMistake] {
    for group in [LikelyMistake.Group.plain, .subtle, .rounded] {
      guard let mistakes = likely[group] else { return [] }
      let found = mistakes.lazy.filter { reply.agrees(with: $0.value) }
        .prefix(group == .rounded ? 1 : LikelyMistake.maxRemarks)
      if !found.isEmpty { return Array(found) }
    }
    var found = isNear(reply) ? [LikelyMistake(value: reply.value, words: number.near)] : []
    if reply.isTelling, let others = likely[.other] {
      found += others.lazy.filter { reply.agrees(with: $0.value) }.prefix(LikelyMistake.maxRemarks)
    }
    return Array(found.prefix(LikelyMistake.maxRemarks))
  }

  /// Whether the reply is near.
  private func isNear(_ reply: NumberReply) -> Bool {
    abs(reply.value - number.wanted) <= Self.nearness(to: number)
  }

  /// How far what is near is from a number at most: a few units of the last digit that is asked for, or one in a hundred.
  static func nearness(to number: NumberKey) -> Double {
    let (wanted, digits) = (abs(number.wanted), number.digits)
    var unit = 1.0
    for _ in 0..<digits { unit /= 10 }
    return max(min((digits == 0 ? 2.01 : 3.01) * unit, wanted / 3), wanted / 100)
  }
}
