import ElementaryFunctions

// One row: the neurons of a layer are worked through four at a time, and their weights, which follow each other, eight or
// four at a time. The numbers of four neurons are picked up and put down one by one, as they are apart on the tape; what is
// saved is to find the places of a product, which are found once for four, and three quarters of the arithmetic.

extension Double: Rows {
  /// Works out a layer; see `Rows`.
  @inline(never)
  static func forward(layer index: Int32, in loops: ProgramLoops<Double>) -> Double {
    let layer = loops.code.layers[index]
    var (four, one) = (SIMD4<Double>(repeating: 0), 0.0)
    let wholes = layer.count & ~3
    for neuron in stride(from: 0, to: wholes, by: 4) {
      four = four + loops.workOut(SIMD4<Double>.self, layer, neuron)
    }
    for neuron in wholes..<layer.count { one = one + loops.workOut(Double.self, layer, neuron) }
    return one + ((four.x + four.y) + (four.z + four.w))
  }

  /// Passes the adjoints back; see `Rows`. Where one is 0 nothing is passed on, so it does not matter what is finite.
  @inline(never)
  static func backward(layer index: Int32, in loops: ProgramLoops<Double>, byInputs: Bool, areFinite: Bool) {
    let layer = loops.code.layers[index]
    let wholes = layer.count & ~3
    switch layer.kind {
    case ProgramCode.Kind.sum: break
    case ProgramCode.Kind.activation:
      loops.passThroughActivation(of: layer)
    default:
      for neuron in stride(from: 0, to: wholes, by: 4) {
        loops.passThroughLogistic(SIMD4<Double>.self, layer, neuron)
      }
      for neuron in wholes..<layer.count { loops.passThroughLogistic(Double.self, layer, neuron) }
    }
    if layer.hasPlain { loops.passBackToPlains(of: layer) }
    loops.passBack(layer, byInputs: byInputs)
  }
}

// MARK: - Forward

extension ProgramLoops<Double> {
  /// Works out neurons from `neuron` on; gives 0 for each that is finite, and NaN for others.
  @inline(__always)
  fileprivate func workOut<Several: Lanes & BitwiseCopyable>(
    _ type: Several.Type, _ layer: LayerCode, _ neuron: Int
  ) -> Several {
    let step = layer.step
    let start = neuron &* step
    let weights = layer.weights &+ neuron &* layer.weightStep
    // Less than nothing, so that the first product is the first sum.
    var sum = Several(repeating: -0.0)
    var term = layer.terms
    for index in 0..<layer.productCount {
      let x = Several(repeating: values[code.numbers[term]])
      let product = x * values.gather(type, at: weights &+ index, step: layer.weightStep)
      sum = sum + product
      values.scatter(product, at: start &+ Int(code.numbers[term &+ 1]), step: step)
      values.scatter(sum, at: start &+ Int(code.numbers[term &+ 2]), step: step)
      term &+= 3
    }
    if layer.hasPlain {
      sum = sum + values.gather(type, at: layer.plain &+ neuron &* layer.plainStep, step: layer.plainStep)
      values.scatter(sum, at: start &+ layer.sum, step: step)
    }
    switch layer.kind {
    case Kind.sum: return sum * Several(repeating: 0)
    case Kind.activation:
      values.scatter(activated(sum, layer, neuron), at: start &+ layer.out, step: step)
      return sum * Several(repeating: 0)
    default: return workOutLogistic(of: sum, layer, neuron)
    }
  }

  /// What neurons make of their sums.
  @inline(__always)
  private func activated<Several: Lanes & BitwiseCopyable>(
    _ sum: Several, _ layer: LayerCode, _ neuron: Int
  ) -> Several {
    let operation = operations[layer.out]
    if operation.mayDecide(sum, sum) {
      return mapped(sum, layer, neuron) { $1.value(of: operation, $0, $0) }
    }
    // Of an operation that is known where this is compiled, nothing is left but its formula.
    return switch operation {
    case .tanh: Operation.tanh.value(sum, sum, current: sum)
    case .sigmoid: Operation.sigmoid.value(sum, sum, current: sum)
    case .relu: Operation.relu.value(sum, sum, current: sum)
    default: Operation.softplus.value(sum, sum, current: sum)
    }
  }

  /// What a function makes of the sums of neurons and of what they were made of, one by one.
  @inline(__always)
  private func mapped<Several: Lanes>(
    _ sums: Several, _ layer: LayerCode, _ neuron: Int, _ function: (Double, Origins<Double>) -> Double
  ) -> Several {
    var results = sums
    for lane in 0..<Several.laneCount {
      let node = Int32(truncatingIfNeeded: layer.sum &+ (neuron &+ lane) &* layer.step)
      results[lane] = function(sums[lane], origins(node, node))
    }
    return results
  }

  /// Works out written-out logistic functions of sums; gives 0 for each that is finite, and NaN for others.
  @inline(__always)
  private func workOutLogistic<Several: Lanes>(of sum: Several, _ layer: LayerCode, _ neuron: Int) -> Several
  {
    let step = layer.step
    let start = neuron &* step
    let logistic = LogisticValues(
      of: sum,
      addend: values.gather(
        Several.self, at: layer.addend &+ neuron &* layer.addendStep, step: layer.addendStep),
      numerator: values.gather(
        Several.self, at: layer.numerator &+ neuron &* layer.numeratorStep, step: layer.numeratorStep))
    values.scatter(logistic.negation, at: start &+ layer.negation, step: step)
    values.scatter(logistic.exponential, at: start &+ layer.exponential, step: step)
    values.scatter(logistic.denominator, at: start &+ layer.denominator, step: step)
    values.scatter(logistic.out, at: start &+ layer.out, step: step)
    return logistic.denominator * Several(repeating: 0)
  }
}

// MARK: - Backward

extension ProgramLoops<Double> {
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
    let wholes = layer.count & ~3
    for neuron in stride(from: 0, to: wholes, by: 4) {
      passThrough(SIMD4<Double>.self, layer, neuron, operation)
    }
    for neuron in wholes..<layer.count { passThrough(Double.self, layer, neuron, operation) }
  }

  @inline(__always)
  private func passThrough<Several: Lanes & BitwiseCopyable>(
    _ type: Several.Type, _ layer: LayerCode, _ neuron: Int, _ operation: Operation
  ) {
    let start = neuron &* layer.step
    let sum = values.gather(type, at: start &+ layer.sum, step: layer.step)
    let out = values.gather(type, at: start &+ layer.out, step: layer.step)
    let slope: Several
    if operation.mayDecide(sum, sum) {
      // The four operations of neurons have slopes for which the value does not matter, where they decide.
      slope = mapped(sum, layer, neuron) { $1.localDerivatives(of: operation, $0, $0, out: $0).0 }
    } else {
      slope = operation.localDerivatives(sum, sum, out: out).0
    }
    let adjoint = adjoints.gather(type, at: start &+ layer.out, step: layer.step)
    adjoints.scatter(adjoint.passed(by: slope), at: start &+ layer.sum, step: layer.step)
  }

  @inline(__always)
  fileprivate func passThroughLogistic<Several: Lanes>(
    _ type: Several.Type, _ layer: LayerCode, _ neuron: Int
  ) {
    let step = layer.step
    let start = neuron &* step
    let logistic = LogisticAdjoints(
      adjoints.gather(type, at: start &+ layer.out, step: step),
      out: values.gather(type, at: start &+ layer.out, step: step),
      denominator: values.gather(type, at: start &+ layer.denominator, step: step),
      exponential: values.gather(type, at: start &+ layer.exponential, step: step))
    adjoints.scatter(logistic.ofDenominator, at: start &+ layer.denominator, step: step)
    adjoints.scatter(logistic.ofDenominator, at: start &+ layer.exponential, step: step)
    adjoints.scatter(logistic.ofNegation, at: start &+ layer.negation, step: step)
    adjoints.scatter(logistic.ofSum, at: start &+ layer.sum, step: step)
  }

  @inline(__always)
  fileprivate func passBackToPlains(of layer: LayerCode) {
    var (plain, sum) = (layer.plain, layer.sum)
    for _ in 0..<layer.count {
      adjoints[plain] += adjoints[sum]
      plain &+= layer.plainStep
      sum &+= layer.step
    }
  }

  /// Passes the adjoints of all sums back to inputs and weights.
  @inline(__always)
  fileprivate func passBack(_ layer: LayerCode, byInputs: Bool) {
    var product = 0
    while product &+ 8 <= layer.productCount {
      passBack(SIMD8<Double>.self, layer, product, byInputs: byInputs)
      product &+= 8
    }
    while product &+ 4 <= layer.productCount {
      passBack(SIMD4<Double>.self, layer, product, byInputs: byInputs)
      product &+= 4
    }
    while product < layer.productCount {
      passBack(Double.self, layer, product, byInputs: byInputs)
      product &+= 1
    }
  }

  /// Passes the adjoints of all sums back from the products from `product` on: from the last neuron to the first, as on the
  /// tape.
  @inline(__always)
  private func passBack<Several: Lanes & BitwiseCopyable>(
    _ type: Several.Type, _ layer: LayerCode, _ product: Int, byInputs: Bool
  ) {
    let terms = layer.terms &+ 3 &* product
    var x = Several(repeating: 0)
    var byX = x
    for lane in 0..<Several.laneCount {
      let input = code.numbers[terms &+ 3 &* lane]
      x[lane] = values[input]
      byX[lane] = adjoints[input]
    }
    var sum = layer.sum &+ layer.count &* layer.step
    var weights = layer.weights &+ layer.count &* layer.weightStep &+ product
    for _ in 0..<layer.count {
      sum &-= layer.step
      weights &-= layer.weightStep
      let adjoint = adjoints[sum]
      if adjoint == 0 { continue }
      let factor = Several(repeating: adjoint)
      if byInputs { byX = byX + factor * values.read(type, at: weights) }
      adjoints.write(adjoints.read(type, at: weights) + factor * x, at: weights)
    }
    guard byInputs else { return }
    for lane in 0..<Several.laneCount { adjoints[code.numbers[terms &+ 3 &* lane]] = byX[lane] }
  }
}
