import ElementaryFunctions

/// One row, or several side by side, a lane each: they go through a layer in ways of their own.
protocol Rows: Lanes, BitwiseCopyable {
  /// Works out the layer of that index; gives 0 or −0 in each lane in which all of it is finite, and NaN in others.
  static func forward(layer index: Int32, in loops: ProgramLoops<Self>) -> Self

  /// Passes the adjoints of a layer's results back.
  ///
  /// - Parameters:
  ///   - index: the layer's.
  ///   - loops: where its numbers are.
  ///   - way: whether derivatives by the inputs are wanted.
  ///   - areFinite: whether all values are known to be finite in all lanes.
  static func backward(layer index: Int32, in loops: ProgramLoops<Self>, _ way: WayToInputs, areFinite: Bool)
}

/// What a layer passes back to its inputs.
enum WayToInputs {
  /// Nothing: no derivatives by them are wanted, or go through them.
  case none
  /// Their adjoints, which begin with the layer.
  case begun
  /// What is added to their adjoints.
  case added

  /// What the flags of an instruction say.
  @inline(__always)
  init(_ flags: Int32) {
    self =
      flags & ProgramCode.Flag.byFirst == 0 ? .none : flags & ProgramCode.Flag.begins == 0 ? .added : .begun
  }
}

// MARK: - What both ways share

extension ProgramLoops {
  /// Passes the adjoints of a layer's results to the sums and to what is added to the products.
  @inline(__always)
  func passToSums(ofLayer index: Int32, areFinite: Bool) {
    switch code.layers[index].kind {
    case Kind.sum: passBackToPlains(code.layers[index])
    case Kind.activation: passThroughActivation(ofLayer: index, areFinite: areFinite)
    default: passThroughLogistic(code.layers[index])
    }
  }

  @inline(__always)
  private func passThroughActivation(ofLayer index: Int32, areFinite: Bool) {
    // Of an operation that is known where this is compiled, nothing is left but its formula.
    let layer = code.layers[index]
    switch operations[layer.out] {
    case .tanh: passThrough(layer, .tanh, areFinite: areFinite)
    case .sigmoid: passThrough(layer, .sigmoid, areFinite: areFinite)
    case .relu: passThrough(layer, .relu, areFinite: areFinite)
    default: passThrough(layer, .softplus, areFinite: areFinite)
    }
  }

  @inline(__always)
  private func passThrough(_ layer: LayerCode, _ operation: Operation, areFinite: Bool) {
    var (sumPlace, outPlace, plain) = (layer.sum, layer.out, layer.plain)
    for _ in 0..<layer.count {
      let (sum, out) = (values[sumPlace], values[outPlace])
      let slope: Number
      if operation.mayDecide(sum, sum) {
        let node = Int32(truncatingIfNeeded: sumPlace)
        slope = origins(node, node).localDerivatives(of: operation, sum, sum, out: out).0
      } else {
        slope = operation.localDerivatives(sum, sum, out: out).0
      }
      // A finite slope times 0 is 0 anyway.
      let adjoint = adjoints[outPlace]
      let ofSum = areFinite ? adjoint * slope + zero : adjoint.passed(by: slope)
      passBack(ofSum, to: sumPlace, andTo: plain, layer)
      sumPlace &+= layer.step
      outPlace &+= layer.step
      plain &+= layer.plainStep
    }
  }

  @inline(__always)
  private func passThroughLogistic(_ layer: LayerCode) {
    var (start, plain) = (0, layer.plain)
    for _ in 0..<layer.count {
      let logistic = LogisticAdjoints(
        adjoints[start &+ layer.out], out: values[start &+ layer.out],
        denominator: values[start &+ layer.denominator], exponential: values[start &+ layer.exponential])
      adjoints[start &+ layer.denominator] = logistic.ofDenominator
      adjoints[start &+ layer.exponential] = logistic.ofDenominator
      adjoints[start &+ layer.negation] = logistic.ofNegation
      passBack(logistic.ofSum, to: start &+ layer.sum, andTo: plain, layer)
      start &+= layer.step
      plain &+= layer.plainStep
    }
  }

  @inline(__always)
  private func passBackToPlains(_ layer: LayerCode) {
    guard layer.hasPlain else { return }
    var (plain, sum) = (layer.plain, layer.sum)
    for _ in 0..<layer.count {
      passBack(adjoints[sum], to: sum, andTo: plain, layer)
      plain &+= layer.plainStep
      sum &+= layer.step
    }
  }

  /// Sets the adjoint of a neuron's sum, and adds it to that of what is added to its products.
  @inline(__always)
  private func passBack(_ adjoint: Number, to sum: Int, andTo plain: Int, _ layer: LayerCode) {
    adjoints[sum] = adjoint
    if layer.hasPlain { adjoints[plain] = adjoints[plain] + adjoint }
  }
}

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
