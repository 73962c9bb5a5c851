import ElementaryFunctions

// Eight rows: a value is eight numbers, so the sums of a layer are worked through two neurons at a time, which share their
// inputs, and back two inputs at a time, whose adjoints stay where they are while those of all neurons are added to them.

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
  static func backward(layer index: Int32, in loops: ProgramLoops<Self>, byInputs: Bool, areFinite: Bool) {
    guard areFinite else { return loops.passBackWhereAny(layer: index, byInputs: byInputs) }
    loops.passToSums(ofLayer: index, areFinite: true)
    if byInputs {
      loops.passBack(layer: index, byInputs: true)
    } else {
      loops.passBack(layer: index, byInputs: false)
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
    var places = NeuronPlaces(ofFirst: layer)
    var trace = zero
    var left = layer.count
    while left >= 2 {
      trace = workOutSums(of: layer, at: places, count: 2, trace)
      places = places.moved(by: 2, in: layer)
      left &-= 2
    }
    return left == 1 ? workOutSums(of: layer, at: places, count: 1, trace) : trace
  }

  /// Works out the sums of one or two neurons, the first of which is at `places`; how many is known where this is compiled.
  /// Gives 0 in each lane in which they are finite and `trace` is 0, and NaN in others.
  @inline(__always)
  private func workOutSums(
    of layer: LayerCode, at places: NeuronPlaces, count: Int, _ trace: Number
  ) -> Number {
    let next = places.moved(by: 1, in: layer)
    // The first product is the first sum.
    let x = values[code.numbers[layer.terms]]
    let product = Int(code.numbers[layer.terms &+ 1])
    var sum = x * Number(repeating: given[places.weights])
    values[places.start &+ product] = sum
    var nextSum = sum
    if count == 2 {
      nextSum = x * Number(repeating: given[next.weights])
      values[next.start &+ product] = nextSum
    }
    var term = layer.terms &+ 3
    var index = 1
    while index < layer.productCount {
      let x = values[code.numbers[term]]
      let (productPlace, sumPlace) = (Int(code.numbers[term &+ 1]), Int(code.numbers[term &+ 2]))
      let product = x * Number(repeating: given[places.weights &+ index])
      sum = sum + product
      values[places.start &+ productPlace] = product
      values[places.start &+ sumPlace] = sum
      if count == 2 {
        let product = x * Number(repeating: given[next.weights &+ index])
        nextSum = nextSum + product
        values[next.start &+ productPlace] = product
        values[next.start &+ sumPlace] = nextSum
      }
      term &+= 3
      index &+= 1
    }
    if layer.hasPlain {
      sum = sum + Number(repeating: given[places.plain])
      values[places.start &+ layer.sum] = sum
      if count == 2 {
        nextSum = nextSum + Number(repeating: given[next.plain])
        values[next.start &+ layer.sum] = nextSum
      }
    }
    return count == 2 ? trace * sum * nextSum : trace * sum
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
        // By halves: of eight lanes at once, half of the numbers on the way find no register.
        let (low, high) = (sum.lowHalf, sum.highHalf)
        values[out] = Number(
          lowHalf: operation.value(low, low, current: low),
          highHalf: operation.value(high, high, current: high))
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
  fileprivate func passBack(layer index: Int32, byInputs: Bool) {
    let layer = code.layers[index]
    let last = (
      sum: layer.sum &+ (layer.count &- 1) &* layer.step,
      weights: layer.weights &+ (layer.count &- 1) &* layer.weightStep
    )
    var product = 0
    while product &+ 2 <= layer.productCount {
      passBack(layer, product, count: 2, last, byInputs)
      product &+= 2
    }
    if product < layer.productCount { passBack(layer, product, count: 1, last, byInputs) }
  }

  /// Passes the adjoints of all sums back to one or two inputs, the first of which is that of `product`, and to their weights,
  /// from the last neuron to the first; how many inputs is known where this is compiled.
  @inline(__always)
  private func passBack(
    _ layer: LayerCode, _ product: Int, count: Int, _ last: (sum: Int, weights: Int), _ byInputs: Bool
  ) {
    let term = layer.terms &+ 3 &* product
    let input = code.numbers[term]
    let next = count == 2 ? code.numbers[term &+ 3] : input
    let (x, nextX) = (values[input], values[next])
    var (byX, byNextX) = byInputs ? (adjoints[input], adjoints[next]) : (zero, zero)
    var (sum, weight) = (last.sum, last.weights &+ product)
    for _ in 0..<layer.count {
      let adjoint = adjoints[sum]
      if byInputs { byX = byX + adjoint * Number(repeating: given[weight]) }
      adjoints[weight] = adjoints[weight] + adjoint * x
      if count == 2 {
        if byInputs { byNextX = byNextX + adjoint * Number(repeating: given[weight &+ 1]) }
        adjoints[weight &+ 1] = adjoints[weight &+ 1] + adjoint * nextX
      }
      sum &-= layer.step
      weight &-= layer.weightStep
    }
    guard byInputs else { return }
    adjoints[input] = byX
    if count == 2 { adjoints[next] = byNextX }
  }

  /// Passes the adjoints back where values may be infinite or NaN: where an adjoint is 0, nothing is passed on, not even
  /// of infinity times 0.
  @inline(never)
  fileprivate func passBackWhereAny(layer index: Int32, byInputs: Bool) {
    passToSums(ofLayer: index, areFinite: false)
    let layer = code.layers[index]
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
