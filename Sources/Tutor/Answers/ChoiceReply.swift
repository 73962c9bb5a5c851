import Transcript

/// The letters that a learner has chosen.
struct ChoiceReply {
  private let key: ChoiceKey
  /// The places of the chosen ones, in order.
  private let chosen: [Int]

  /// What a reply such as `a`, `b)`, `a, c` or `ac` chooses.
  init(_ reply: String, _ key: ChoiceKey) throws(Refusal) {
    self.key = key
    let count = key.choices.count
    var chosen: Set<Int> = []
    for word in reply.lowercased().split(whereSeparator: { !$0.isLetter }) where word != "and" {
      // Behind z the letters are doubled, and stand apart from each other.
      if let place = Self.place(of: word), count > 26, place < count {
        chosen.insert(place)
        continue
      }
      for letter in word {
        guard let place = Self.place(of: String(letter)[...]), place < count else {
          throw Refusal(key.unreadable)
        }
        chosen.insert(place)
      }
    }
    guard !chosen.isEmpty else { throw Refusal(key.unreadable) }
    self.chosen = chosen.sorted()
  }

  /// What is said to it.
  ///
  /// - Parameters:
  ///   - answer: the key that this one's key is of.
  ///   - hintsLeft: how many hints have not been given away yet.
  func verdict(_ answer: AnswerKey, hintsLeft: Int) -> Verdict {
    let choices = key.choices
    let wrong = chosen.filter { !choices[$0].isRight }
    let isMissing = choices.indices.contains { choices[$0].isRight && !chosen.contains($0) }
    if wrong.isEmpty {
      return isMissing
        ? Verdict(.wrong, key.incomplete)
        : Verdict(.right, answer.praise + chosen.flatMap { choices[$0].reason } + answer.reason)
    }
    return Verdict(
      .wrong,
      answer.refusal(hintsLeft: hintsLeft) + wrong.flatMap { choices[$0].reason } + key.more)
  }

  // MARK: Letters

  private static func place(of letters: Substring) -> Int? {
    guard !letters.isEmpty, letters.utf8.count <= 4 else { return nil }
    var place = 0
    for byte in letters.utf8 {
      guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte else { return nil }
      place = place * 26 + Int(byte - UInt8(ascii: "a")) + 1
    }
    return place - 1
  }
}
