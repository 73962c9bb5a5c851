import Algebra
import PrintedNumbers

/// Where a picture is worked out.
package enum PlotSamples {
  /// How many samples a curve has at most.
  static let curveSamples = 61
  /// How many samples a heat map has at most from left to right.
  static let horizontalSamples = 33
  /// How many samples a heat map has at most from bottom to top.
  static let verticalSamples = 17

  /// Where a range without a step is sampled: at both ends, and evenly between them.
  ///
  /// Where both ends are multiples of a round number (0.5, say), so are some of the samples, of as small a round number
  /// as leaves at least two thirds of `most`: from −1 to 1, 41 samples meet every twentieth; from 0 to 7, 57 meet every
  /// half. Samples that meet round numbers are the doubles nearest to these. Else there are `most`.
  ///
  /// - Returns: one sample where the ends are the same, none where they are in the wrong order or not finite.
  static func samples(from lowest: Double, to highest: Double, most: Int = curveSamples) -> [Double] {
    guard lowest.isFinite, highest.isFinite, lowest <= highest else { return [] }
    guard lowest < highest, most > 1 else { return [lowest] }
    let inner =
      roundSamples(from: lowest, to: highest, most: most)
      ?? (1..<max(2, most - 1)).map { index in
        let part = Double(index) / Double(most - 1)
        return lowest * (1 - part) + highest * part
      }
    // Ends may be too close together for so many numbers between them.
    return inner.reduce(into: [lowest]) { samples, sample in
      if samples[samples.count - 1] < sample, sample < highest { samples.append(sample) }
    } + [highest]
  }

  private static func roundSamples(from lowest: Double, to highest: Double, most: Int) -> [Double]? {
    for step in RoundStep.steps(within: highest - lowest, count: most) {
      let (first, last) = (step.multiple(lowest), step.multiple(highest))
      guard first == first.rounded(), last == last.rounded(), max(abs(first), abs(last)) < 1e12 else {
        continue
      }
      let steps = Int(last) - Int(first)
      guard steps > 0, steps < most else { continue }
      let parts = (most - 1) / steps
      guard steps * parts * 3 >= (most - 1) * 2 else { continue }
      return (1..<steps * parts).map { index in
        let numerator = Double((Int(first) * parts + index) * step.digit)
        // Both of these are exact for all but extreme exponents, so that one division rounds once.
        let power = Double("1e\(abs(step.exponent))") ?? .infinity
        return step.exponent < 0
          ? numerator / (Double(parts) * power) : numerator * power / Double(parts)
      }
    }
    return nil
  }
}
