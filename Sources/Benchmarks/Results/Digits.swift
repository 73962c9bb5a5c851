import Foundation

extension Double {
  /// The number with so many digits; the others tell nothing where something was measured.
  func rounded(toDigits digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    let exponent = Double(digits - 1) - log10(magnitude).rounded(.down)
    return exponent < 0
      ? (self / pow(10, -exponent)).rounded() * pow(10, -exponent)
      : (self * pow(10, exponent)).rounded() / pow(10, exponent)
  }

  /// The number with four digits, or all of those before the point.
  var shortText: String {
    guard isFinite else { return "-" }
    let decimals = self == 0 ? 1 : Swift.max(0, 3 - Int(log10(magnitude).rounded(.down)))
    let units = "\(Int((magnitude * pow(10, Double(decimals))).rounded()))"
    let digits = String(repeating: "0", count: Swift.max(0, decimals + 1 - units.count)) + units
    let sign = self < 0 ? "-" : ""
    return sign + digits.dropLast(decimals) + (decimals > 0 ? "." + digits.suffix(decimals) : "")
  }
}
