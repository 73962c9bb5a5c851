package import Algebra

/// A bound on the norm of all derivatives of an update: `g ← g·N/max(‖g‖, N)`, with `‖g‖ = √(Σ g²)`.
///
/// Derivatives whose norm is at most `N` stay as they are, be they all 0. Source: R. Pascanu, T. Mikolov, Y. Bengio, "On the
/// difficulty of training recurrent neural networks" (2013), algorithm 1. Keras: `global_clipnorm=N`. PyTorch:
/// `clip_grad_norm_(…, max_norm=N)`, which divides by `‖g‖ + 1e-6` and so ends a little below `N`.
package struct Clipping {
  /// The largest norm, as it was typed or with its digits open.
  package let bound: Number

  /// A bound, which is above 0.
  package init(to bound: Number) { self.bound = bound }

  /// What clipping comes to for some derivatives.
  package struct Working {
    /// Their norm.
    package let norm: Double
    /// What each of them is multiplied by.
    package let factor: Double
  }

  /// Clips the derivatives. Throws where their norm is too large for a number. Cost: O(1) for each.
  @discardableResult
  package func clip(_ derivatives: inout [Double]) throws(Fault) -> Working {
    var sum = 0.0
    for derivative in derivatives { sum += derivative * derivative }
    let norm = sum.squareRoot()
    guard norm.isFinite else { throw .refused("the norm of the derivatives is too large for a number") }
    let factor = bound.value / max(norm, bound.value)
    // To multiply by 1 would change nothing either, but take its time.
    if factor != 1 { for index in derivatives.indices { derivatives[index] *= factor } }
    return Working(norm: norm, factor: factor)
  }
}
