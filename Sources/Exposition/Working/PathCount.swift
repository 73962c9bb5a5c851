import Engine
import PrintedNumbers

/// A count of paths, exact however large.
package struct PathCount: Equatable, CustomStringConvertible {
  /// Groups of 18 decimal digits, the lowest first.
  private var groups: [UInt64]

  private static let base: UInt64 = 1_000_000_000_000_000_000

  /// A small count.
  init(_ count: Int) { groups = [UInt64(count)] }

  /// Adds another count.
  static func += (count: inout PathCount, other: PathCount) {
    var carry: UInt64 = 0
    for index in 0..<max(count.groups.count, other.groups.count) {
      if index == count.groups.count { count.groups.append(0) }
      let sum = count.groups[index] + (index < other.groups.count ? other.groups[index] : 0) + carry
      count.groups[index] = sum % base
      carry = sum / base
    }
    if carry > 0 { count.groups.append(carry) }
  }

  /// The count as an `Int`, if it fits.
  package var small: Int? { groups.count == 1 ? Int(groups[0]) : nil }

  /// The count as an `Int`, if one can hold it.
  var whole: Int? {
    guard groups.count <= 2 else { return nil }
    let (product, overflows) = (groups.count > 1 ? groups[1] : 0).multipliedReportingOverflow(by: Self.base)
    let (sum, passes) = product.addingReportingOverflow(groups[0])
    return overflows || passes ? nil : Int(exactly: sum)
  }

  /// How many more there are than of a smaller count.
  static func - (count: PathCount, other: PathCount) -> PathCount {
    var result = count
    var borrow: UInt64 = 0
    for index in result.groups.indices {
      let taken = (index < other.groups.count ? other.groups[index] : 0) + borrow
      borrow = result.groups[index] < taken ? 1 : 0
      result.groups[index] = result.groups[index] + borrow * base - taken
    }
    while result.groups.count > 1 && result.groups.last == 0 { result.groups.removeLast() }
    return result
  }

  /// All digits, in groups of three: `1,152,921,504,606,846,976`.
  package var description: String {
    var digits = String(groups.last ?? 0)
    for group in groups.dropLast().reversed() {
      let text = String(group)
      digits += String(repeating: "0", count: 18 - text.count) + text
    }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }
}
