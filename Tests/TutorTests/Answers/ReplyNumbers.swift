import Foundation

// Numbers as somebody types them who replies to a question.

/// The number with so many decimals, rounded.
func fixed(_ number: Double, _ decimals: Int) -> String {
  text((abs(number) * pow(10, Double(decimals))).rounded(), decimals, isNegative: number < 0)
}

/// The number with so many decimals, cut off; what is nearer to the next digit than a double can tell is that digit.
func cutOff(_ number: Double, _ decimals: Int) -> String {
  text((abs(number) * pow(10, Double(decimals)) + 1e-9).rounded(.down), decimals, isNegative: number < 0)
}

private func text(_ scaled: Double, _ decimals: Int, isNegative: Bool) -> String {
  var digits = String(Int(scaled))
  while digits.count <= decimals { digits = "0" + digits }
  let whole = digits.dropLast(decimals)
  return (isNegative ? "-" : "") + whole + (decimals > 0 ? "." + digits.suffix(decimals) : "")
}

/// The number as C and Python print it with so many significant digits.
func significant(_ number: Double, _ count: Int) -> String {
  var bytes = [CChar](repeating: 0, count: 64)
  _ = withVaList([Int32(count), number]) { vsnprintf(&bytes, bytes.count, "%.*g", $0) }
  return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
