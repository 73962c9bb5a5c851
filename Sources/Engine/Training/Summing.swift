// What a training does with all params at once, without a look-up of the array for each of them.

extension [Double] {
  /// Makes every number 0.
  mutating func clear() {
    for index in indices { self[index] = 0 }
  }

  /// Adds to each number that of `others`, divided by `count`.
  package mutating func add(_ others: [Double], dividedBy count: Double) {
    for index in indices { self[index] += others[index] / count }
  }

  /// Becomes `sums`, each divided by `count`, and clears those.
  mutating func take(_ sums: inout [Double], dividedBy count: Int) {
    for index in indices { self[index] = count == 1 ? sums[index] : sums[index] / Double(count) }
    sums.clear()
  }

  /// The largest absolute value, or `least` if none is as large.
  func largestMagnitude(orAtLeast least: Double) -> Double {
    var largest = least
    for number in self { largest = Swift.max(largest, number.magnitude) }
    return largest
  }
}
