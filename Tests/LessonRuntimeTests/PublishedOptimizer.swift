import Foundation
import Testing

/// The steps of an optimizer as they are published, written down once more in plain arithmetic: one param, one derivative,
/// one number after the other.
///
/// For optimizers and options of which no run of PyTorch's own is at hand. The formulas are those of the sources that each
/// row names, in the order in which they stand there.
struct PublishedOptimizer: Sendable, CustomTestStringConvertible {
  let name: String
  /// The numbers of all settings, in their order.
  let settings: [Double]
  /// What is kept of a param before its first step.
  var start = [0.0, 0.0]
  /// The new number of a param `w` with the derivative `g` at its step `t`.
  let step: @Sendable (_ kept: inout [Double], _ w: Double, _ g: Double, _ t: Double) -> Double

  var testDescription: String { name }

  static let all = [
    // PyTorch 2.9, torch/optim/adamax.py, `_single_tensor_adamax`.
    PublishedOptimizer(name: "adamax", settings: [0.1, 0.9, 0.999, 1e-8]) { kept, w, g, t in
      kept[0] += (g - kept[0]) * (1 - 0.9)
      kept[1] = max(kept[1] * 0.999, abs(g) + 1e-8)
      return w - 0.1 / (1 - pow(0.9, t)) * kept[0] / kept[1]
    }
  ]
}
