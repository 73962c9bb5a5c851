extension Function {
  /// Which function it is. What other targets make of a function is a switch over these, so that none can be forgotten.
  public enum ID: String, CaseIterable, Sendable {
    case exp, ln, log, log2, log10, sqrt, abs, sign
    case sin, cos, tan, tanh, arctan, sinh, cosh
    case sigmoid, relu, leakyRelu = "leaky_relu", prelu, elu, softplus, step, gelu
    case erf, floor, factorial
    case max, min
    case softmax, logsumexp
  }
}
