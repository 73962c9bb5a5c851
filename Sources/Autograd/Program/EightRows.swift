import ElementaryFunctions

// Eight rows: a value is eight numbers, for which there are hardly enough registers. So the sums of a layer are worked out one
// neuron after the other, and passed back two inputs at a time, whose adjoints stay where they are while those of all neurons
// are added to them.

extension SIMD8<Double>: Rows {
  /// Works out a layer; see `Rows`.
  @inline(never)
  static func forward(layer index: Int32, in loops: ProgramLoops<Self>) -> Self {
    let trace = loops.workOutSums(ofLayer: index)
    switch loops.code.layers[index].kind {
    case ProgramCode.Kind.sum: return trace
    case ProgramCode.Kind.activation:
      loops.activate(layer: index)
      return trace
    default: return loops.workOutLogistic(ofLayer: index)
    }
  }

  /// Passes the adjoints back; see `Rows`.
  @inline(never)
  static func backward(layer index: Int32, in loops: ProgramLoops<Self>, _ way: WayToInputs, areFinite: Bool)
  {
    guard areFinite else { return loops.passBackWhereAny(layer: index, way) }
    loops.passToSums(ofLayer: index, areFinite: true)
    if way == .none {
      loops.passBack(layer: index, .none)
    } else {
      loops.passBack(layer: index, way)
    }
  }
}

// Each of these functions reads what it needs of a layer by itself: all of it would find no registers.

// MARK: - Forward

extension ProgramLoops<SIMD8<Double>> {
  /// Works out the sums of all neurons; gives 0 or −0 in each lane in which all are finite, and NaN in others.
  @inline(__always)
  fileprivate func workOutSums(ofLayer index: Int32) -> Number {
    let layer = code.layers[index]
    // Of a number of products that is known where this is compiled, no loop is left.
    switch layer.productCount {
    case 2: return workOutSums(of: layer, productCount: 2)
    case 4: return workOutSums(of: layer, productCount: 4)
    case 8: return workOutSums(of: layer, productCount: 8)
    default: return workOutSums(of: layer, productCount: layer.productCount)
    }
  }

  @inline(__always)
  private func workOutSums(of layer: LayerCode, productCount: Int) -> Number {
    var trace = zero
    var (start, weights, plain) = (layer.start, layer.weights, layer.plain)
    for _ in 0..<layer.count {
      // The first product is the first sum.
      var sum = values[code.numbers[layer.inputs]] * Number(repeating: given[weights])
      values[start] = sum
      for index in 1..<productCount {
        let product = values[code.numbers[layer.inputs &+ index]] * Number(repeating: given[weights &+ index])
        sum = sum + product
        values[start &+ 2 &* index &- 1] = product
        values[start &+ 2 &* index] = sum
      }
      if layer.hasPlain {
        sum = sum + Number(repeating: given[plain])
        values[start &+ 2 &* productCount &- 1] = sum
      }
      trace = trace * sum
      start &+= layer.step
      weights &+= layer.weightStep
      plain &+= layer.plainStep
    }
    return trace
  }

  @inline(__always)
  fileprivate func activate(layer index: Int32) {
    // Of an operation that is known where this is compiled, nothing is left but its formula.
    let layer = code.layers[index]
    switch operations[layer.out] {
    case .tanh: activate(layer, .tanh)
    case .sigmoid: activate(layer, .sigmoid)
    case .relu: activate(layer, .relu)
    default: activate(layer, .softplus)
    }
  }

  @inline(__always)
  private func activate(_ layer: LayerCode, _ operation: Operation) {
    var (sumPlace, out) = (layer.sum, layer.out)
    for _ in 0..<layer.count {
      let sum = values[sumPlace]
      if operation.mayDecide(sum, sum) {
        let node = Int32(truncatingIfNeeded: sumPlace)
        values[out] = origins(node, node).value(of: operation, sum, sum)
      } else {
        values[out] = operation.value(sum, sum, current: sum)
      }
      sumPlace &+= layer.step
      out &+= layer.step
    }
  }

  /// Works out written-out logistic functions; gives 0 or −0 in each lane in which they are finite, and NaN in others.
  @inline(__always)
  fileprivate func workOutLogistic(ofLayer index: Int32) -> Number {
    let layer = code.layers[index]
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
      trace = trace * logistic.denominator
    }
    return trace
  }
}

// MARK: - Backward

extension ProgramLoops<SIMD8<Double>> {
  /// Passes the adjoints of all sums back to the weights and, where derivatives by them are wanted, to the inputs.
  @inline(__always)
  fileprivate func passBack(layer index: Int32, _ way: WayToInputs) {
    let layer = code.layers[index]
    let last = (
      sum: layer.sum &+ (layer.count &- 1) &* layer.step,
      weights: layer.weights &+ (layer.count &- 1) &* layer.weightStep
    )
    var product = 0
    while product &+ 2 <= layer.productCount {
      passBack(layer, product, count: 2, last, way)
      product &+= 2
    }
    if product < layer.productCount { passBack(layer, product, count: 1, last, way) }
  }

  /// Passes the adjoints of all sums back to one or two inputs, the first of which is that of `product`, and to their weights,
  /// from the last neuron to the first; how many inputs is known where this is compiled.
  @inline(__always)
  private func passBack(
    _ layer: LayerCode, _ product: Int, count: Int, _ last: (sum: Int, weights: Int), _ way: WayToInputs
  ) {
    let input = code.numbers[layer.inputs &+ product]
    let next = count == 2 ? code.numbers[layer.inputs &+ product &+ 1] : input
    let (x, nextX) = (values[input], values[next])
    var (byX, byNextX) = way == .added ? (adjoints[input], adjoints[next]) : (zero, zero)
    var (sum, weight) = (last.sum, last.weights &+ product)
    for _ in 0..<layer.count {
      let adjoint = adjoints[sum]
      if way != .none { byX = byX + adjoint * Number(repeating: given[weight]) }
      adjoints[weight] = adjoints[weight] + adjoint * x
      if count == 2 {
        if way != .none { byNextX = byNextX + adjoint * Number(repeating: given[weight &+ 1]) }
        adjoints[weight &+ 1] = adjoints[weight &+ 1] + adjoint * nextX
      }
      sum &-= layer.step
      weight &-= layer.weightStep
    }
    guard way != .none else { return }
    adjoints[input] = byX
    if count == 2 { adjoints[next] = byNextX }
  }

  /// Passes the adjoints back where values may be infinite or NaN: where an adjoint is 0, nothing is passed on, not even
  /// of infinity times 0.
  @inline(never)
  fileprivate func passBackWhereAny(layer index: Int32, _ way: WayToInputs) {
    passToSums(ofLayer: index, areFinite: false)
    let layer = code.layers[index]
    if way == .begun {
      for product in 0..<layer.productCount { adjoints[code.numbers[layer.inputs &+ product]] = zero }
    }
    var neuron = layer.count
    while neuron > 0 {
      neuron &-= 1
      let adjoint = adjoints[layer.sum &+ neuron &* layer.step]
      let isNone = adjoint.equals(zero)
      for product in 0..<layer.productCount {
        let input = code.numbers[layer.inputs &+ product]
        let weight = layer.weights &+ neuron &* layer.weightStep &+ product
        if way != .none {
          let byX = (adjoint * Number(repeating: given[weight])).replaced(by: zero, where: isNone)
          adjoints[input] = adjoints[input] + byX
        }
        adjoints[weight] = adjoints[weight] + (adjoint * values[input]).replaced(by: zero, where: isNone)
      }
    }
  }
}
