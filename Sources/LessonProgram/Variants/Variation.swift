package import Algebra
package import Diagnostics

/// Which given numbers of a lesson are drawn for a variant, from what, and what must hold of the values that follow.
package struct Variation: Sendable {
  /// What is drawn, in the order of the lesson's cell, or of the lesson where it has none.
  package var drawn: [Drawn] = []
  /// What must hold at the lesson's end.
  package var conditions: [Requirement] = []

  /// No numbers are drawn.
  package init() {}

  /// A given number that is drawn.
  package struct Drawn: Sendable {
    /// Its name.
    package let name: Name
    /// What it is drawn from.
    package let numbers: NumberChoice
  }

  /// `such that …`
  package struct Requirement: Sendable {
    /// What must hold.
    package let condition: Condition
    /// Where it stands, without `such that`.
    package let range: SourceRange
  }
}

extension Variation {
  /// The numbers of a draw, in the order of `drawn`.
  ///
  /// Each is made of one block of Philox4x32-10, and so depends on the names of the lesson and the variant, its own name and the
  /// number of the draw, and on nothing else: the key is the name's, as with `Draw`, and the counter is the number of the draw in
  /// the first 64 bits and the key of both names in the last.
  ///
  /// - Parameter number: the draws of a variant are counted from 0.
  package func draw(_ number: Int, ofVariant variant: String, of lesson: String) -> [Number] {
    let seed = "\(lesson)\n\(variant)".randomKey
    return drawn.map { drawn in
      let block = Philox.block(counter: SIMD2(UInt64(number), seed), key: drawn.name.text.randomKey)
      let index = block.first.multipliedFullWidth(by: UInt64(drawn.numbers.count)).high
      return drawn.numbers[Int(index)]
    }
  }
}
