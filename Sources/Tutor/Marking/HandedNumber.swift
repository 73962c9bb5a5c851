import Algebra
import PlainText
import PrintedNumbers

/// A number that somebody has handed in, with its digits as they were written.
public struct HandedNumber: Sendable, Hashable {
  /// Its digits, with an ASCII minus and exponent.
  public let text: String
  /// Its value.
  public let value: Double
  /// How many decimals were written; `nil` where there is neither point nor exponent.
  let decimals: Int?

  /// Why a text is no number that can be marked.
  public enum Fault: Error, Sendable, Hashable {
    /// Nothing is written.
    case empty
    /// It is what programs write where there is no number: `NaN`, `inf`.
    case valueless
    /// It is larger than any number of the machine, or nearer to 0 than any: `1e999`.
    case outOfRange
    /// A comma stands where a point is meant: `0,6`.
    case decimalComma
    /// Thousands are set apart: `1,234.5`.
    case thousands
    /// It begins as what a spreadsheet works out: `=cmd()`.
    case spreadsheetFormula
    /// It has more bytes than any number that is written.
    case tooLong
    /// It is anything else.
    case noNumber
  }

  /// Nobody writes longer numbers.
  private static let maxBytes = 60

  /// The number written as `text`; blanks around it mean nothing.
  public init(_ text: some StringProtocol) throws(Fault) {
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else { throw .empty }
    guard trimmed.utf8.count <= Self.maxBytes else { throw .tooLong }
    let lower = trimmed.lowercased().filter { $0 != "+" && $0 != "-" && $0 != "−" }
    guard !["nan", "inf", "infinity", "null", "none", "n/a", "na", "∞"].contains(lower) else {
      throw .valueless
    }
    if trimmed.first == "=" || trimmed.first == "@" { throw .spreadsheetFormula }
    var written = String(trimmed.map { $0 == "−" || $0 == "–" ? "-" : $0 == "E" ? "e" : $0 })
    if written.first == "+" { written.removeFirst() }
    if written.hasPrefix(".") { written = "0" + written }
    if written.hasPrefix("-.") { written = "-0" + written.dropFirst() }
    if written.last == "." { written.removeLast() }
    guard let digits = DecimalDigits(text: written), let value = Double(written) else {
      throw Self.fault(of: written)
    }
    guard value.isFinite, value != 0 || digits.digits.isEmpty else { throw .outOfRange }
    self.text = written
    self.value = value
    decimals = NumberRule.printedDecimals(of: written)
  }

  private static func fault(of written: String) -> Fault {
    let isNumeric = written.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ",.-e' ".utf8.contains(byte)
    }
    let digitsAlone = written.filter { $0 != "," && $0 != "'" && $0 != " " && $0 != "\u{A0}" }
    if isNumeric, written.contains(where: { $0.isNumber }), DecimalDigits(text: digitsAlone) != nil,
      written != digitsAlone
    {
      let commas = written.count { $0 == "," }
      return commas == 1 && !written.contains(".") && !written.contains("'") && !written.contains(" ")
        ? .decimalComma : .thousands
    }
    if isNumeric, written.contains(","), written.contains(".") { return .thousands }
    if DecimalDigits(text: written) == nil, let exponent = written.split(separator: "e").last,
      written.contains("e"), exponent.count > 4, isNumeric
    {
      return .outOfRange
    }
    return .noNumber
  }
}

extension HandedNumber {
  /// Whether it is the number of a line, by the number rule.
  public func isValue(of line: Int, in sheet: MarkingSheet) -> Bool {
    NumberRule.agreement(of: sheet.slots[sheet.lines[line].slot].truth, with: text) != nil
  }

  /// How it agrees with `value`: with all of its digits, or with the first so many decimals of them.
  func agreement(with value: Double, atLeast asked: Int) -> (NumberRule.Agreement, decimals: Int?)? {
    if let agreement = NumberRule.agreement(of: value, with: text) { return (agreement, decimals) }
    guard let decimals, decimals > asked, asked > 0 else { return nil }
    let short = shortened(toDecimals: asked)
    return NumberRule.agreement(of: value, with: short).map { ($0 == .exact ? .rounded : $0, asked) }
  }

  /// Whether the number may stand for one that is at most `width` away from `value`.
  func fits(_ value: Double, within width: Double, atLeast asked: Int) -> Bool {
    guard value.isFinite else { return false }
    if agreement(with: value, atLeast: asked) != nil { return true }
    guard width > 0, width.isFinite else { return false }
    let slack = width + 1e-12 * max(value.magnitude, self.value.magnitude)
    guard let decimals else { return abs(value - self.value) <= slack }
    if holds(self.value, decimals, value, slack) { return true }
    guard decimals > asked, asked > 0, let short = Double(shortened(toDecimals: asked)) else { return false }
    return holds(short, asked, value, slack)
  }

  /// Whether a number with so many decimals stands for one near `value`: what is cut off lies beyond the digits, seen from 0, and what
  /// is rounded half a unit to each side.
  private func holds(_ center: Double, _ decimals: Int, _ value: Double, _ slack: Double) -> Bool {
    let unit = Self.unit(ofDecimals: decimals)
    let low = center < 0 ? center - unit : center - unit / 2
    let high = center > 0 ? center + unit : center + unit / 2
    return value + slack >= low && value - slack <= high
  }

  /// A unit of the last decimal that is written; for a whole number nothing.
  var unit: Double { decimals.map(Self.unit(ofDecimals:)) ?? 0 }

  /// Whether it says all digits of a value.
  func isExactly(_ value: Double) -> Bool { NumberRule.isExactly(value, text) }

  /// One unit of a decimal.
  static func unit(ofDecimals count: Int) -> Double {
    var unit = 1.0
    for _ in 0..<min(abs(count), 400) { unit = count > 0 ? unit / 10 : unit * 10 }
    return unit
  }

  private func shortened(toDecimals count: Int) -> String {
    let digits = DecimalDigits(text: text)?.shortened(toDecimals: count, .rounded)
    guard let digits else { return text }
    let fixed = digits.fixedText(decimals: count)
    return digits.digits.isEmpty && fixed.hasPrefix("-") ? String(fixed.dropFirst()) : fixed
  }
}
