import ElementaryFunctions

/// One row, or several side by side, a lane each: they go through a layer in ways of their own.
protocol Rows: Lanes, BitwiseCopyable {
  /// Works out the layer of that index; gives 0 in each lane in which all of it is finite, and NaN in others.
  static func forward(layer index: Int32, in loops: ProgramLoops<Self>) -> Self

  /// Passes the adjoints of a layer's results back.
  ///
  /// - Parameters:
  ///   - index: the layer's.
  ///   - loops: where its numbers are.
  ///   - byInputs: whether derivatives by the inputs are wanted, or go through them.
  ///   - areFinite: whether all values are known to be finite in all lanes.
  static func backward(layer index: Int32, in loops: ProgramLoops<Self>, byInputs: Bool, areFinite: Bool)
}

// MARK: - What both ways share

extension Lanes where Self: BitwiseCopyable {
  /// The adjoint of a neuron's sum, from that of what was made of it, of which `slope` is the derivative.
  ///
  /// Where the adjoint is 0 nothing is passed on, and what is added to 0, as every adjoint is, is not −0.
  @inline(__always)
  func passed(by slope: Self) -> Self {
    let zero = Self(repeating: 0)
    return (self * slope).replaced(by: zero, where: equals(zero)) + zero
  }
}

/// The values of a logistic function that is written out, `numerator/(addend + exp(−sum))`.
struct LogisticValues<Several: Lanes> {
  let negation: Several
  let exponential: Several
  let denominator: Several
  let out: Several

  @inline(__always)
  init(of sum: Several, addend: Several, numerator: Several) {
    negation = -sum
    exponential = ElementaryFunctions.exponential(of: negation)
    denominator = addend + exponential
    out = numerator / denominator
  }
}

/// The adjoints of a logistic function that is written out, `numerator/(addend + exp(−sum))`.
struct LogisticAdjoints<Several: Lanes> {
  /// That of the denominator, which is that of the exponential too.
  let ofDenominator: Several
  let ofNegation: Several
  let ofSum: Several

  /// From that of the function, `adjoint`, and its values.
  @inline(__always)
  init(_ adjoint: Several, out: Several, denominator: Several, exponential: Several) {
    let zero = Several(repeating: 0)
    ofDenominator = (adjoint * (-out / denominator)).replaced(by: zero, where: adjoint.equals(zero)) + zero
    ofNegation =
      (ofDenominator * exponential).replaced(by: zero, where: ofDenominator.equals(zero)) + zero
    ofSum = -ofNegation + zero
  }
}
