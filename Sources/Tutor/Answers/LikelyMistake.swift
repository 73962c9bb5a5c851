import Algebra
import Engine
import Transcript

/// Something done differently from what is right, and the number that comes out then.
struct LikelyMistake {
  /// The number.
  let value: Double
  /// What is said of it, behind the learner's own number: `is what comes out without the factor 3`.
  let words: [Phrase]
}

/// How a part of a formula is treated wrongly.
struct Alteration {
  /// The whole formula with that part as it then is.
  let formula: Formula
  /// What is said of it: `without the factor 3`.
  let words: [Phrase]
}

extension LikelyMistake {
  /// What comes out with an alteration.
  init(_ value: Double, with alteration: [Phrase]) {
    self.init(value: value, words: [.words("is what comes out")] + alteration)
  }
}
