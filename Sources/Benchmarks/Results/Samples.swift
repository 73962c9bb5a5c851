/// What was measured several times.
struct Samples {
  private var numbers: [Double]

  init(_ numbers: [Double] = []) { self.numbers = numbers }

  mutating func add(_ number: Double) { numbers.append(number) }

  var count: Int { numbers.count }
  var minimum: Double { numbers.min() ?? .nan }

  /// The number in the middle, or the mean of the two there.
  var median: Double {
    guard !numbers.isEmpty else { return .nan }
    let sorted = numbers.sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
