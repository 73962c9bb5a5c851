public import Transcript

/// Writes questions for learning systems. What it writes of several banks of one lesson stands one behind the other, between one
/// head and one foot: so each can be written somewhere else, and all be put together.
public protocol QuizWriter: Sendable {
  /// What stands before all banks.
  var head: String { get }
  /// The questions of a bank.
  func text(of bank: QuizBank) -> String
  /// What stands behind all banks.
  var foot: String { get }
  /// What every text begins with, by which it is known again.
  var opening: String { get }
}

extension QuizBank {
  /// What a question is called: `backpropagation 2 (variant 17)`.
  func name(of item: QuizItem) -> String {
    "\(lesson) \(item.question.number)" + (variant.map { " (variant \($0))" } ?? "")
  }
}

extension Question {
  /// The part of the mark, in hundredths, that each choice brings; they add up to 100 where all right ones are chosen.
  ///
  /// Where several are right, a wrong one takes all away: Longhand takes no reply with a wrong choice either.
  func fractions(of choices: [Choice]) -> [String] {
    let shares = Self.shares(choices.count(where: \.isRight))
    var place = 0
    return choices.map { choice in
      guard choice.isRight else { return shares.count > 1 ? "-100" : "0" }
      defer { place += 1 }
      return shares[place]
    }
  }

  /// A hundred in so many parts, equal as far as Moodle knows such parts: it takes no other fractions.
  private static func shares(_ count: Int) -> [String] {
    if let share = equalShares[count] { return Array(repeating: share, count: count) }
    // Tenths and twentieths; behind the twentieth right choice there is nothing left.
    let (tenths, twentieths) = (max(0, 20 - count), min(20, 2 * count - 20))
    return (0..<count).map { $0 < tenths ? "10" : $0 < tenths + twentieths ? "5" : "0" }
  }

  private static let equalShares = [
    1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667", 7: "14.28571", 8: "12.5",
    9: "11.11111",
    10: "10",
  ]
}
