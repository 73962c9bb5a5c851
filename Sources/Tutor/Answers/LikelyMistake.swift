import Algebra
import PrintedNumbers
import Transcript

/// How a part of a formula is treated wrongly.
struct Alteration {
  /// The whole formula with that part as it then is.
  let formula: Formula
  /// What is said of it: `without the factor 3`.
  let words: [Phrase]
  /// Whether a sum is not divided by how many numbers it has.
  var isSumForMean = false
}

extension LikelyMistake {
  /// As much is said to one reply.
  static let maxRemarks = 2

  /// What comes out with an alteration.
  init(_ value: Double, with alteration: [Phrase]) {
    self.init(value: value, words: [.words("is what comes out")] + alteration)
  }
}

extension [LikelyMistake] {
  /// The mistakes as replies are held against them: each number once, with the digits that are compared, and none that is the
  /// number asked for or that is no number.
  func distinct(from wanted: Double) -> [LikelyMistake] {
    var seen: Set<DecimalDigits> = [NumberRule.compared(wanted)]
    return compactMap { mistake in
      guard mistake.value.isFinite else { return nil }
      let digits = NumberRule.compared(mistake.value)
      guard seen.insert(digits).inserted else { return nil }
      return LikelyMistake(value: digits.value, words: mistake.words)
    }
  }
}
