/// Numbers that must be the same in all programs, or they do not do the same work.
struct Check: Decodable {
  var peer = Row.ownPeer
  let workload: String
  let variant: String
  /// The cost before the first update; of W3 the end of the chain.
  let loss0: Double
  /// One number in which every derivative counts, see `sum`.
  let gsum0: Double
  /// The cost of the last epoch.
  let lossN: Double

  enum CodingKeys: String, CodingKey {
    case peer
    case workload = "wl"
    case variant
    case loss0
    case gsum0
    case lossN
  }

  init(_ workload: String, _ mode: Mode, loss0: Double, gsum0: Double, lossN: Double) {
    self.workload = workload
    variant = mode.rawValue
    self.loss0 = loss0
    self.gsum0 = gsum0
    self.lossN = lossN
  }

  /// The derivatives times 1, 2, 3, …, summed up.
  static func sum(_ derivatives: [Double]) -> Double {
    derivatives.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }

  /// How far numbers may be apart: of the first two in parts of them, of the last cost, which may be nearly 0, as it
  /// is.
  static let tolerance = 1e-10

  /// In what it differs from the numbers of the reference, in words; empty where it agrees.
  func differences(from reference: Check) -> [String] {
    let pairs = [
      ("loss0", loss0, reference.loss0, reference.loss0.magnitude),
      ("gsum0", gsum0, reference.gsum0, reference.gsum0.magnitude), ("lossN", lossN, reference.lossN, 1),
    ]
    // Written so that a NaN differs.
    return pairs.filter { !(($1 - $2).magnitude <= Check.tolerance * $3) }.map { name, own, other, _ in
      "\(workload) \(variant): \(name) is \(own), the reference has \(other)"
    }
  }

  /// Its keys and their values in JSON.
  var pairs: [(String, String)] {
    [
      ("peer", Row.quoted(peer)), ("wl", Row.quoted(workload)), ("variant", Row.quoted(variant)),
      ("metric", Row.quoted("check")), ("loss0", "\(loss0)"), ("gsum0", "\(gsum0)"), ("lossN", "\(lossN)"),
    ]
  }
}
