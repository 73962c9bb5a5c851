/// A figure: how long something takes, or how much memory.
struct Figure: Decodable {
  var peer = Row.ownPeer
  let workload: String
  let variant: String
  let metric: String
  private(set) var median: Double
  private(set) var minimum: Double
  /// How often it was measured; of several starts of a program, how many.
  private(set) var count: Int
  let unit: String

  enum CodingKeys: String, CodingKey {
    case peer
    case workload = "wl"
    case variant
    case metric
    case median = "med"
    case minimum = "min"
    case count = "n"
    case unit
  }

  /// A figure of this program's: the samples times `scale` are in `unit`.
  init(
    _ workload: String, _ variant: String, _ metric: String, _ samples: Samples, scale: Double, unit: String
  ) {
    self.workload = workload
    self.variant = variant
    self.metric = metric
    self.unit = unit
    median = (samples.median * scale).rounded(toDigits: 6)
    minimum = (samples.minimum * scale).rounded(toDigits: 6)
    count = samples.count
  }

  /// The same of a workload in a mode.
  init(
    _ workload: String, _ mode: Mode, _ metric: String, _ samples: Samples, scale: Double, unit: String
  ) {
    self.init(workload, mode.rawValue, metric, samples, scale: scale, unit: unit)
  }

  /// The figure that comes of `figures`, one a start: the median of the medians, and the least of all.
  func combined(with figures: [Figure]) -> Figure {
    var combined = self
    combined.median = Samples(figures.map(\.median)).median
    combined.minimum = Samples(figures.map(\.minimum)).minimum
    combined.count = figures.count
    return combined
  }

  /// Whether `other` is of the same thing, measured in another start.
  func isSame(as other: Figure) -> Bool {
    (peer, workload, variant, metric, unit)
      == (other.peer, other.workload, other.variant, other.metric, other.unit)
  }

  /// Its keys and their values in JSON.
  var pairs: [(String, String)] {
    [
      ("peer", Row.quoted(peer)), ("wl", Row.quoted(workload)), ("variant", Row.quoted(variant)),
      ("metric", Row.quoted(metric)), ("med", "\(median)"), ("min", "\(minimum)"), ("n", "\(count)"),
      ("unit", Row.quoted(unit)),
    ]
  }
}
