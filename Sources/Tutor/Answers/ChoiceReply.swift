import Engine
import LessonProgram
import Prose
import Transcript

/// The letters that a learner has chosen.
struct ChoiceReply {
  private let choices: [Question.Choice]
  /// The places of the chosen ones, in order.
  private let chosen: [Int]

  /// What a reply such as `a`, `b)`, `a, c` or `ac` chooses.
  init(_ reply: String, among choices: [Question.Choice]) throws(Refusal) {
    self.choices = choices
    var chosen: Set<Int> = []
    for word in reply.lowercased().split(whereSeparator: { !$0.isLetter }) where word != "and" {
      // Behind z the letters are doubled, and stand apart from each other.
      if let place = Self.place(of: word), choices.count > 26, place < choices.count {
        chosen.insert(place)
        continue
      }
      for letter in word {
        guard let place = Self.place(of: String(letter)[...]), place < choices.count else {
          throw Refusal("choose by letter: \(Self.letters(choices.count))")
        }
        chosen.insert(place)
      }
    }
    guard !chosen.isEmpty else { throw Refusal("choose by letter: \(Self.letters(choices.count))") }
    self.chosen = chosen.sorted()
  }

  /// What is said to it.
  func verdict(in question: Question) -> Verdict {
    let wrong = chosen.filter { !choices[$0].isRight }
    let missing = choices.indices.filter { choices[$0].isRight && !chosen.contains($0) }
    if wrong.isEmpty, missing.isEmpty {
      return Verdict(
        .right, [.sentence("Right.")] + chosen.flatMap { reason(for: $0) } + question.reasonParts)
    }
    var remarks: [Transcript.Part] = wrong.isEmpty ? [] : question.plainRefusal
    remarks += wrong.flatMap { reason(for: $0) }
    if wrong.isEmpty {
      remarks.append(.sentence("That is right, but not all of it: more than one is right."))
    } else if choices.count(where: \.isRight) > 1 {
      remarks.append(.sentence("More than one is right."))
    }
    return Verdict(.wrong, remarks)
  }

  /// What the author says to a choice, behind its letter.
  private func reason(for place: Int) -> [Transcript.Part] {
    guard let reason = choices[place].reason else { return [] }
    return [.prose(.paragraph([.text("\(Question.letter(ofChoice: place))) ")] + reason))]
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

  private static func letters(_ count: Int) -> String {
    count == 1 ? "`a`" : "`a` to `\(Question.letter(ofChoice: count - 1))`"
  }
}
