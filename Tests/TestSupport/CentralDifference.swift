/// The derivative of `function` at `x` by central differences, an oracle that knows no calculus.
///
/// Richardson's extrapolation of two steps: the error is of the order of step⁴, near 1e-10 of the value where the
/// function is smooth and of moderate size around `x`. Of no use near a kink or a pole.
public func centralDifference(at x: Double, step: Double = 1e-3, of function: (Double) -> Double) -> Double {
  let h = step * max(1, x.magnitude)
  func slope(_ h: Double) -> Double { (function(x + h) - function(x - h)) / (2 * h) }
  return (4 * slope(h / 2) - slope(h)) / 3
}
