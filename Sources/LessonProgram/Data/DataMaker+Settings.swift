extension DataMaker {
  /// What a maker is told: `200` and `noise: 0.1` in `spiral(200, noise: 0.1)`.
  package struct Setting: Hashable, Sendable {
    /// The label; the first setting needs none.
    package let name: String
    /// What it may be.
    let bounds: ClosedRange<Double>
    /// Whether it is a whole number.
    package let isWhole: Bool
    /// What it is where it is not given; `nil` where it must be given.
    let fallback: Double?
    /// How messages speak of the bounds.
    private let boundsText: String

    /// What is wrong with `value`, told to the lesson's author; `nil` when the makers can work with it.
    package func complaint(about value: Double) -> String? {
      let isFitting = bounds.contains(value) && (!isWhole || value.rounded() == value)
      return isFitting ? nil : "`\(name)` of made data is a\(isWhole ? " whole" : "") number \(boundsText)"
    }

    /// How many rows are made.
    package static let count = Setting(
      name: "count", bounds: 1...100_000, isWhole: true, fallback: nil, boundsText: "from 1 to 100,000")
    /// How far the points are astray.
    static let noise = Setting(
      name: "noise", bounds: 0...1, isWhole: false, fallback: 0, boundsText: "from 0 to 1")
  }

  /// The settings of every maker, in order.
  package static let settings: [Setting] = [.count, .noise]
}
