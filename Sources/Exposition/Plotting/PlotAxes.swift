package import Algebra
import Engine
import LessonProgram
import PrintedNumbers
import Transcript

extension PlotWorking {
  /// Values that differ by less than this part of the largest are one value: what is left of them is rounding.
  static let sameness = 1e-13
  /// What is nearer together than this is drawn as one number: its tenth may be too small for a number.
  private static let smallestSpan = 1e-290
  /// No more distances than this lie between the numbers at a vertical axis, and between the shades.
  static let maxIntervals = 5
  /// No more distances than this lie between the numbers at a horizontal axis.
  private static let maxHorizontalIntervals = 10
  /// About so many are best.
  private static let bestIntervals = 6.0

  /// Whether values from `lowest` to `highest` are one value.
  static func areSame(_ lowest: Double, _ highest: Double) -> Bool {
    highest / 2 - lowest / 2 <= sameness / 2 * max(abs(lowest), abs(highest))
  }

  /// Whether the one value is below the other, and not only by rounding.
  static func isBelow(_ value: Double, _ other: Double) -> Bool { value < other && !areSame(value, other) }

  /// A vertical axis for values from `lowest` to `highest`, on round numbers.
  ///
  /// It is logarithmic, if it may be, where these are above 0 and span more than two decades, and says so.
  func verticalAxis(
    _ label: [Phrase], from lowest: Double, to highest: Double, mayBeLogarithmic: Bool
  ) -> Plot.Axis {
    guard mayBeLogarithmic, Self.isLogarithmic(from: lowest, to: highest) else {
      return Plot.Axis(label: label, ticks: roundNumbers(from: lowest, to: highest))
    }
    return Plot.Axis(
      label: label + [.words(label.isEmpty ? "logarithmic scale" : "(logarithmic scale)")],
      ticks: powersOfTen(from: lowest, to: highest), isLogarithmic: true)
  }

  /// Whether values from `lowest` to `highest` are drawn on a logarithmic scale: they span more than two decades.
  static func isLogarithmic(from lowest: Double, to highest: Double) -> Bool {
    // A hundredfold but for the last bits is a hundredfold on every machine.
    lowest > 0 && highest / lowest > 100 * (1 + 1e-9)
  }

  /// Round numbers, evenly apart, the first not above `lowest` and the last not below `highest`; at least two.
  func roundNumbers(from lowest: Double, to highest: Double) -> [Number] {
    if Self.areSame(lowest, highest) || highest - lowest < Self.smallestSpan {
      guard abs(highest) >= Self.smallestSpan else { return roundNumbers(from: -1, to: 1) }
      let half = max(abs(lowest), abs(highest)) / 2
      return roundNumbers(from: lowest - half, to: min(highest + half, .greatestFiniteMagnitude))
    }
    for step in RoundStep.steps(within: highest - lowest, count: Self.maxIntervals) {
      let first = step.multiple(lowest).rounded(.down)
      let last = step.multiple(highest).rounded(.up)
      guard last - first <= Double(Self.maxIntervals), max(abs(first), abs(last)) < 1e15 else { continue }
      let numbers = (Int(first)...Int(last)).map { step.digits($0) }.axisNumbers
      if numbers.allSatisfy(\.value.isFinite) { return numbers }
    }
    return [lowest, highest].map(\.endNumber)
  }

  /// Powers of ten, evenly apart, the first not above `lowest` and the last not below `highest`.
  private func powersOfTen(from lowest: Double, to highest: Double) -> [Number] {
    let (low, high) = (lowest.roughDigits, highest.roughDigits)
    let first = low.pointPosition - 1
    let last = high.pointPosition - (high.digits == [1] ? 1 : 0)
    for step in [1, 2, 3, 5, 10, 20, 50, 100, 200]
    where (last - first + step - 1) / step <= Self.maxIntervals {
      let count = (last - first + step - 1) / step
      let powers = (0...count).compactMap { DecimalDigits(text: "1e\(first + $0 * step)") }.axisNumbers
      if powers.allSatisfy({ $0.value > 0 && $0.value.isFinite }) { return powers }
    }
    return [lowest, highest].map(\.endNumber)
  }

  /// A horizontal axis from `lowest` to `highest`, these two and round numbers between them, or only whole ones; `nil` where
  /// the two are as good as one number.
  func horizontalAxis(
    _ label: [Phrase], from lowest: Double, to highest: Double, isWhole: Bool = false
  ) -> Plot.Axis? {
    let isShort = highest - lowest < Self.smallestSpan || Self.areSame(lowest, highest)
    guard lowest.isFinite, highest.isFinite, !isShort else { return nil }
    let ends = places([lowest, highest], within: lowest...highest)
    guard ends.allSatisfy(\.value.isFinite) else {
      return Plot.Axis(label: label, ticks: [lowest, highest].map(\.endNumber))
    }
    let inner = innerPlaces(from: lowest, to: highest, isWhole: isWhole)
    return Plot.Axis(
      label: label, ticks: [ends[0]] + places(inner, within: lowest...highest) + [ends[1]])
  }

  /// Round numbers between the ends, or at round distances from them.
  private func innerPlaces(from lowest: Double, to highest: Double, isWhole: Bool) -> [Double] {
    let span = highest - lowest
    let most = Double(Self.maxHorizontalIntervals)
    let steps = RoundStep.steps(within: span, count: Self.maxHorizontalIntervals)
      .filter { $0.multiple(span) <= most && (!isWhole || $0.exponent >= 0) }
    let dividing = steps.filter { step in
      let count = step.multiple(span)
      // From −6 to 6: multiples of 2. From 1 to 9, 3, 5 and 7 will do; from −5 to 5, 0 is to be among them.
      let offset = step.multiple(lowest) * (lowest < 0 && highest > 0 ? 1 : 2)
      return count >= 2 && count == count.rounded() && offset == offset.rounded() && abs(offset) < 1e12
    }
    let best = dividing.min { one, other in
      abs(one.multiple(span) - Self.bestIntervals) < abs(other.multiple(span) - Self.bestIntervals)
    }
    if let best {
      return (1..<Int(best.multiple(span))).map { lowest + Double($0) * best.value }
    }
    return roundNumbers(between: lowest, and: highest, steps.first { $0.multiple(span) <= most * 0.7 })
  }

  /// Multiples of a step between the ends, but for those next to one, which would not stand apart from it.
  private func roundNumbers(between lowest: Double, and highest: Double, _ step: RoundStep?) -> [Double] {
    guard let step, max(abs(step.multiple(lowest)), abs(step.multiple(highest))) < 1e15 else {
      return []
    }
    let (first, last) = (step.multiple(lowest) + 0.75, step.multiple(highest) - 0.75)
    guard first.rounded(.up) <= last.rounded(.down) else { return [] }
    return (Int(first.rounded(.up))...Int(last.rounded(.down)))
      .compactMap { Double(step.digits($0).scientificText()) }
  }

  /// Numbers on a horizontal axis, with as many more digits than the lesson's as tell them apart.
  package func places(_ values: [Double], within range: ClosedRange<Double>) -> [Number] {
    let half = range.upperBound / 2 - range.lowerBound / 2
    let extra = (0..<NumberStyle.maxDigits).first { extra in
      (values + [range.lowerBound, range.upperBound]).allSatisfy { value in
        abs(style.number(value, extra: extra).value - value) <= half / 500
      }
    }
    return values.map { style.number($0, extra: extra ?? NumberStyle.maxDigits) }
  }
}

extension Double {
  /// The number itself at the end of an axis, where there is no round number beyond it.
  fileprivate var endNumber: Number {
    let text = DecimalDigits(self).shortened(toSignificant: 4, .cutOff).scientificText()
    return Number(Double(text) ?? self, text: text)
  }

  /// The digits without those that are rounding.
  fileprivate var roughDigits: DecimalDigits { DecimalDigits(self).shortened(toSignificant: 12, .rounded) }
}
