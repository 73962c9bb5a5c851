import ElementaryFunctions

// Eight rows: a value is eight numbers, so the sums of a layer are worked through two neurons at a time, which share their
// inputs, and back input by input, whose adjoint stays in registers while those of all neurons are added to it.

extension SIMD8<Double>: Rows {
  /// Works out a layer; see `Rows`.
  @inline(never)
  static func forward(layer index: Int32, in loops: ProgramLoops<Self>) -> Self {
    let layer = loops.code.layers[index]
    loops.workOutSums(of: layer)
    let trace = loops.trace(of: layer)
    switch layer.kind {
    case ProgramCode.Kind.sum: return trace
    case ProgramCode.Kind.activation:
      loops.activate(layer)
      return trace
    default: return loops.workOutLogistic(of: layer)
    }
  }

  /// Passes the adjoints back; see `Rows`.
  @inline(never)
  static func backward(layer index: Int32, in loops: ProgramLoops<Self>, byInputs: Bool, areFinite: Bool) {
    let layer = loops.code.layers[index]
    switch layer.kind {
    case ProgramCode.Kind.sum: break
    case ProgramCode.Kind.activation:
      loops.passThroughActivation(of: layer)
    default: loops.passThroughLogistic(of: layer)
    }
    if layer.hasPlain { loops.passBackToPlains(of: layer) }
    // Where an adjoint is 0 nothing is passed on, not even of infinity times 0. Of what is finite it is 0 anyway.
    if !areFinite && loops.hasNone(layer) {
      loops.passBackWhereAny(layer, byInputs: byInputs)
    } else if byInputs {
      for product in 0..<layer.productCount { loops.passBack(layer, product) }
    } else {
      for product in 0..<layer.productCount { loops.passBackToWeights(layer, product) }
    }
  }
}

// MARK: - Forward

extension ProgramLoops<SIMD8<Double>> {
  @inline(__always)
  fileprivate func workOutSums(of layer: LayerCode) {
    var neuron = 0
    while neuron &+ 2 <= layer.count {
      workOutSums(of: layer, neuron, count: 2)
      neuron &+= 2
    }
    if neuron < layer.count { workOutSums(of: layer, neuron, count: 1) }
  }

  /// Works out the sums of one or two neurons; which of both is known where it is compiled.
  @inline(__always)
  private func workOutSums(of layer: LayerCode, _ neuron: Int, count: Int) {
    let start = neuron &* layer.step
    let next = start &+ layer.step
    let weights = layer.weights &+ neuron &* layer.weightStep
    let nextWeights = weights &+ layer.weightStep
    // Less than nothing, so that the first product is the first sum.
    var (sum, nextSum) = (Number(repeating: -0.0), Number(repeating: -0.0))
    var term = layer.terms
    for index in 0..<layer.productCount {
      let x = values[code.numbers[term]]
      let (productPlace, sumPlace) = (Int(code.numbers[term &+ 1]), Int(code.numbers[term &+ 2]))
      let product = x * Number(repeating: given[weights &+ index])
      sum = sum + product
      values[start &+ productPlace] = product
      values[start &+ sumPlace] = sum
      if count == 2 {
        let product = x * Number(repeating: given[nextWeights &+ index])
        nextSum = nextSum + product
        values[next &+ productPlace] = product
        values[next &+ sumPlace] = nextSum
      }
      term &+= 3
    }
    guard layer.hasPlain else { return }
    let plain = layer.plain &+ neuron &* layer.plainStep
    values[start &+ layer.sum] = sum + Number(repeating: given[plain])
    if count == 2 { values[next &+ layer.sum] = nextSum + Number(repeating: given[plain &+ layer.plainStep]) }
  }

  /// 0 in each lane in which all sums are finite, and NaN in others.
  @inline(__always)
  fileprivate func trace(of layer: LayerCode) -> Number {
    var trace = zero
    var sum = layer.sum
    for _ in 0..<layer.count {
      trace = trace + values[sum] * zero
      sum &+= layer.step
    }
    return trace
  }

  @inline(__always)
  fileprivate func activate(_ layer: LayerCode) {
    // Of an operation that is known where this is compiled, nothing is left but its formula.
    switch operations[layer.out] {
    case .tanh: activate(layer, .tanh)
    case .sigmoid: activate(layer, .sigmoid)
    case .relu: activate(layer, .relu)
    default: activate(layer, .softplus)
    }
  }

  @inline(__always)
  private func activate(_ layer: LayerCode, _ operation: Operation) {
    var start = 0
    for _ in 0..<layer.count {
      let sum = values[start &+ layer.sum]
      if operation.mayDecide(sum, sum) {
        let node = Int32(truncatingIfNeeded: start &+ layer.sum)
        values[start &+ layer.out] = origins(node, node).value(of: operation, sum, sum)
      } else {
        // By halves: of eight lanes at once, half of the numbers on the way find no register.
        let (low, high) = (sum.lowHalf, sum.highHalf)
        values[start &+ layer.out] = Number(
          lowHalf: operation.value(low, low, current: low),
          highHalf: operation.value(high, high, current: high))
      }
      start &+= layer.step
    }
  }

  /// Works out written-out logistic functions; gives 0 in each lane in which they are finite, and NaN in others.
  @inline(__always)
  fileprivate func workOutLogistic(of layer: LayerCode) -> Number {
    var trace = zero
    for neuron in 0..<layer.count {
      let start = neuron &* layer.step
      let logistic = LogisticValues(
        of: values[start &+ layer.sum], addend: values[layer.addend &+ neuron &* layer.addendStep],
        numerator: values[layer.numerator &+ neuron &* layer.numeratorStep])
      values[start &+ layer.negation] = logistic.negation
      values[start &+ layer.exponential] = logistic.exponential
      values[start &+ layer.denominator] = logistic.denominator
      values[start &+ layer.out] = logistic.out
      trace = trace + logistic.denominator * zero
    }
    return trace
  }
}

// MARK: - Backward

extension ProgramLoops<SIMD8<Double>> {
  @inline(__always)
  fileprivate func passThroughActivation(of layer: LayerCode) {
    // Of an operation that is known where this is compiled, nothing is left but its formula.
    switch operations[layer.out] {
    case .tanh: passThrough(layer, .tanh)
    case .sigmoid: passThrough(layer, .sigmoid)
    case .relu: passThrough(layer, .relu)
    default: passThrough(layer, .softplus)
    }
  }

  @inline(__always)
  private func passThrough(_ layer: LayerCode, _ operation: Operation) {
    var start = 0
    for _ in 0..<layer.count {
      let (sum, out) = (values[start &+ layer.sum], values[start &+ layer.out])
      let slope: Number
      if operation.mayDecide(sum, sum) {
        let node = Int32(truncatingIfNeeded: start &+ layer.sum)
        slope = origins(node, node).localDerivatives(of: operation, sum, sum, out: out).0
      } else {
        slope = operation.localDerivatives(sum, sum, out: out).0
      }
      adjoints[start &+ layer.sum] = adjoints[start &+ layer.out].passed(by: slope)
      start &+= layer.step
    }
  }

  @inline(__always)
  fileprivate func passThroughLogistic(of layer: LayerCode) {
    var start = 0
    for _ in 0..<layer.count {
      let logistic = LogisticAdjoints(
        adjoints[start &+ layer.out], out: values[start &+ layer.out],
        denominator: values[start &+ layer.denominator], exponential: values[start &+ layer.exponential])
      adjoints[start &+ layer.denominator] = logistic.ofDenominator
      adjoints[start &+ layer.exponential] = logistic.ofDenominator
      adjoints[start &+ layer.negation] = logistic.ofNegation
      adjoints[start &+ layer.sum] = logistic.ofSum
      start &+= layer.step
    }
  }

  @inline(__always)
  fileprivate func passBackToPlains(of layer: LayerCode) {
    var (plain, sum) = (layer.plain, layer.sum)
    for _ in 0..<layer.count {
      adjoints[plain] = adjoints[plain] + adjoints[sum]
      plain &+= layer.plainStep
      sum &+= layer.step
    }
  }

  /// Whether the adjoint of a sum is 0 in a lane.
  @inline(__always)
  fileprivate func hasNone(_ layer: LayerCode) -> Bool {
    (0..<layer.count).contains { adjoints[layer.sum &+ $0 &* layer.step].equals(zero).holdsAnywhere }
  }

  /// Passes the adjoints of all sums back to an input and its weights, from the last neuron to the first.
  @inline(__always)
  fileprivate func passBack(_ layer: LayerCode, _ product: Int) {
    let input = code.numbers[layer.terms &+ 3 &* product]
    let x = values[input]
    var byX = adjoints[input]
    var neuron = layer.count
    while neuron > 0 {
      neuron &-= 1
      let weight = layer.weights &+ neuron &* layer.weightStep &+ product
      let adjoint = adjoints[layer.sum &+ neuron &* layer.step]
      byX = byX + adjoint * Number(repeating: given[weight])
      adjoints[weight] = adjoints[weight] + adjoint * x
    }
    adjoints[input] = byX
  }

  /// The same where derivatives by the inputs are not wanted.
  @inline(__always)
  fileprivate func passBackToWeights(_ layer: LayerCode, _ product: Int) {
    let x = values[code.numbers[layer.terms &+ 3 &* product]]
    for neuron in 0..<layer.count {
      let weight = layer.weights &+ neuron &* layer.weightStep &+ product
      adjoints[weight] = adjoints[weight] + adjoints[layer.sum &+ neuron &* layer.step] * x
    }
  }

  /// Passes the adjoints of all sums back, lane by lane where they are not 0.
  @inline(__always)
  fileprivate func passBackWhereAny(_ layer: LayerCode, byInputs: Bool) {
    var neuron = layer.count
    while neuron > 0 {
      neuron &-= 1
      let adjoint = adjoints[layer.sum &+ neuron &* layer.step]
      let isNone = adjoint.equals(zero)
      for product in 0..<layer.productCount {
        let input = code.numbers[layer.terms &+ 3 &* product]
        let weight = layer.weights &+ neuron &* layer.weightStep &+ product
        if byInputs {
          let byX = (adjoint * Number(repeating: given[weight])).replaced(by: zero, where: isNone)
          adjoints[input] = adjoints[input] + byX
        }
        adjoints[weight] = adjoints[weight] + (adjoint * values[input]).replaced(by: zero, where: isNone)
      }
    }
  }
}
