import Foundation
import Testing

/// The steps of an optimizer as they are published, written down once more in plain arithmetic: one param, one derivative,
/// one number after the other.
///
/// For optimizers and options of which no run of PyTorch's own is at hand. The formulas are those of the sources that each
/// row names, in the order in which they stand there.
struct PublishedOptimizer: Sendable, CustomTestStringConvertible {
  let name: String
  /// The option that it has, if any.
  var option: String?
  /// The numbers of all settings, in their order.
  let settings: [Double]
  /// What is kept of a param before its first step.
  var start = [0.0, 0.0]
  /// The new number of a param `w` with the derivative `g` at its step `t`.
  let step: @Sendable (_ kept: inout [Double], _ w: Double, _ g: Double, _ t: Double) -> Double

  var testDescription: String { option.map { "\(name), \($0)" } ?? name }

  static let all = [
    // PyTorch, torch/optim/adamax.py, `_single_tensor_adamax`.
    PublishedOptimizer(name: "adamax", settings: [0.1, 0.9, 0.999, 1e-8]) { kept, w, g, t in
      kept[0] += (g - kept[0]) * (1 - 0.9)
      kept[1] = max(kept[1] * 0.999, abs(g) + 1e-8)
      return w - 0.1 / (1 - pow(0.9, t)) * kept[0] / kept[1]
    },
    // Keras 3, keras/src/optimizers/adam.py, `update_step`: its epsilon is that of the formula before section 2.1 of D.
    // Kingma, J. Ba (2015).
    PublishedOptimizer(name: "adam", option: "hat", settings: [0.1, 0.9, 0.999, 1e-3]) { kept, w, g, t in
      let alpha = 0.1 * sqrt(1 - pow(0.999, t)) / (1 - pow(0.9, t))
      kept[0] += (g - kept[0]) * (1 - 0.9)
      kept[1] += (g * g - kept[1]) * (1 - 0.999)
      return w - kept[0] * alpha / (sqrt(kept[1]) + 1e-3)
    },
    // PyTorch, torch/optim/adagrad.py, `initial_accumulator_value`.
    PublishedOptimizer(name: "adagrad", option: "start", settings: [0.3, 1e-8, 7], start: [7]) {
      kept, w, g, _ in
      kept[0] += g * g
      return w - 0.3 * (g / (sqrt(kept[0]) + 1e-8))
    },
    // PyTorch, torch/optim/sgd.py, `weight_decay`, without momentum, with it, and with `nesterov=True`.
    PublishedOptimizer(name: "sgd", option: "decay", settings: [0.0005, 0.2]) { _, w, g, _ in
      w - 0.0005 * (g + 0.2 * w)
    },
    PublishedOptimizer(name: "momentum", option: "decay", settings: [0.0002, 0.9, 0.2]) { kept, w, g, _ in
      kept[0] = 0.9 * kept[0] + (g + 0.2 * w)
      return w - 0.0002 * kept[0]
    },
    PublishedOptimizer(name: "nesterov", option: "decay", settings: [0.0002, 0.9, 0.2]) { kept, w, g, _ in
      let decayed = g + 0.2 * w
      kept[0] = 0.9 * kept[0] + decayed
      return w - 0.0002 * (decayed + 0.9 * kept[0])
    },
  ]
}
