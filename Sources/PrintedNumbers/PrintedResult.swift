package import Algebra
import DecimalArithmetic

/// A number as it stands behind an equals sign, against what the line of numbers before it gives on paper.
///
/// The number rule decides, but for whole numbers: a line all of whose numbers are exact must give a whole number exactly, to the
/// digits that the rule compares; where numbers have been shortened, within 1e-9, relative from 1 to 1000.
package struct PrintedResult {
  private let digits: DecimalDigits
  private let value: Double
  /// Its last digit's place behind the point; `nil` where it has neither point nor exponent.
  private let decimals: Int?

  /// Whether it is printed without point and exponent.
  package var isWhole: Bool { decimals == nil }

  /// Up to here what may be missing from a whole number grows with it.
  private static let largestLoose = 1_000.0

  /// How many digits the number rule compares.
  private static let compared = NumberStyle.maxResultDigits
  /// The digits that a line is worked out with, until they decide.
  private static let workingDigits = [36, 100, 300, 700]

  /// The number printed as `text`; `nil` where that is none. One that ends sooner than after `decimals` stands for zeros up
  /// to there.
  package init?(_ text: String, decimals least: Int = 0) {
    guard let digits = DecimalDigits(text: text), let value = Double(text) else { return nil }
    self.digits = digits
    self.value = value
    decimals = NumberRule.printedDecimals(of: text).map { $0 < 0 ? $0 : max($0, least) }
  }

  /// Whether it is what `line` gives when it is worked out from its digits.
  ///
  /// In binary where the error that it may make leaves no doubt, else in decimals.
  ///
  /// - Parameter isShortened: whether numbers of the line have been shortened.
  package func isGiven(by line: Formula, isShortened: Bool) -> Bool {
    let slack = wholeSlack(of: line, isShortened: isShortened)
    let (estimate, error) = line.approximation
    if estimate.isFinite, error.isFinite, value != 0 || isShortened {
      let bounds = [estimate - 4 * error, estimate + 4 * error]
      if bounds.allSatisfy({ $0.isFinite }) {
        let verdicts = bounds.map { fits(DecimalDigits($0), slack: slack) }
        if verdicts[0] == verdicts[1] {
          if verdicts[0] { return true }
          if value < bounds[0] || value > bounds[1] { return false }
        }
      }
    }
    return isGivenOnPaper(by: line, slack: slack)
  }

  private func isGivenOnPaper(by line: Formula, slack: Double) -> Bool {
    for working in Self.workingDigits {
      guard let bounds = line.paperValue(digits: working) else { continue }
      if bounds.low == bounds.high { return fits(DecimalDigits(bounds.low), slack: slack) }
      let verdicts = [bounds.low, bounds.high].map { fits(DecimalDigits($0), slack: slack) }
      if verdicts[0] == verdicts[1] {
        if verdicts[0] { return true }
        if !contains(bounds) { return false }
      }
      // What has not come to an end after so many digits is what it seems to be.
      if working == Self.workingDigits.last { return true }
      if digits.digits.isEmpty, working > Self.workingDigits[0], bounds.mayBeZero { return true }
    }
    return false
  }

  /// Whether the number lies between the bounds.
  private func contains(_ bounds: Enclosure) -> Bool {
    let number = DecimalFraction(
      isNegative: digits.isNegative, digits: digits.digits,
      exponent: digits.pointPosition - digits.digits.count)
    return bounds.low <= number && number <= bounds.high
  }

  /// How far what a line gives may be from a whole number.
  private func wholeSlack(of line: Formula, isShortened: Bool) -> Double {
    guard isShortened, decimals == nil else { return 0 }
    return value == 0
      ? 1e-9 * min(1, line.evaluation.largest) : 1e-9 * max(1, min(abs(value), Self.largestLoose))
  }

  /// Whether it is `other`, rounded or cut off.
  private func fits(_ other: DecimalDigits, slack: Double) -> Bool {
    let other = other.shortened(toSignificant: Self.compared, .rounded)
    // Of a longer number, as many digits are compared.
    if digits.shortened(toSignificant: Self.compared, .rounded) == other { return true }
    if digits.shortened(toSignificant: Self.compared, .cutOff) == other { return true }
    guard let decimals else { return slack > 0 && abs(other.value - value) <= slack }
    if other.shortened(toDecimals: decimals, .rounded) == digits { return true }
    return !digits.digits.isEmpty && other.shortened(toDecimals: decimals, .cutOff) == digits
  }
}
