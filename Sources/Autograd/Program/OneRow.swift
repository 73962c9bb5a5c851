import ElementaryFunctions

// One row: the sums of a layer are worked out for four neurons at a time, what they make of them for eight, and their weights,
// which follow each other, are passed back eight or four at a time. The numbers of neurons are picked up and put down one by
// one, as they are apart on the tape; what is saved is to find the places of a product, which are found once for four, and
// three quarters of the arithmetic.

extension Double: Rows {
  /// Works out a layer; see `Rows`.
  @inline(never)
  static func forward(layer index: Int32, in loops: ProgramLoops<Double>) -> Double {
    let layer = loops.code.layers[index]
    var places = NeuronPlaces(ofFirst: layer)
    var (four, one) = (SIMD4<Double>(repeating: 0), 0.0)
    var left = layer.count
    while left >= 4 {
      four = four * loops.workOut(SIMD4<Double>.self, of: layer, at: places)
      places = places.moved(by: 4, in: layer)
      left &-= 4
    }
    while left > 0 {
      one *= loops.workOut(Double.self, of: layer, at: places)
      places = places.moved(by: 1, in: layer)
      left &-= 1
    }
    if layer.kind == ProgramCode.Kind.activation { loops.activate(layer) }
    return one + ((four.x + four.y) + (four.z + four.w))
  }

  /// Passes the adjoints back; see `Rows`. Where one is 0 nothing is passed on, so it does not matter what is finite.
  @inline(never)
  static func backward(
    layer index: Int32, in loops: ProgramLoops<Double>, _ way: WayToInputs, areFinite: Bool
  ) {
    loops.passToSums(ofLayer: index, areFinite: false)
    if way == .none {
      loops.passBack(layer: index, .none)
    } else {
      loops.passBack(layer: index, way)
    }
  }
}

// MARK: - Forward

extension ProgramLoops<Double> {
  /// Works out neurons, but for their activation, the first of which is at `places`; gives what is finite only where all of
  /// them is.
  @inline(__always)
  fileprivate func workOut<Several: Lanes & BitwiseCopyable>(
    _ type: Several.Type, of layer: LayerCode, at places: NeuronPlaces
  ) -> Several {
    let sums = workOutSums(type, of: layer, at: places)
    return layer.kind == Kind.logistic ? workOutLogistic(of: sums, layer, at: places) : sums
  }

  /// Works out the sums of neurons, the first of which is at `places`.
  @inline(__always)
  private func workOutSums<Several: Lanes & BitwiseCopyable>(
    _ type: Several.Type, of layer: LayerCode, at places: NeuronPlaces
  ) -> Several {
    let step = layer.step
    // The first product is the first sum.
    let first = Several(repeating: values[code.numbers[layer.inputs]])
    var sum = first * values.gather(type, at: places.weights, step: layer.weightStep)
    var place = places.start &+ layer.start
    values.scatter(sum, at: place, step: step)
    var index = 1
    while index < layer.productCount {
      let x = Several(repeating: values[code.numbers[layer.inputs &+ index]])
      let product = x * values.gather(type, at: places.weights &+ index, step: layer.weightStep)
      sum = sum + product
      values.scatter(product, at: place &+ 1, step: step)
      values.scatter(sum, at: place &+ 2, step: step)
      place &+= 2
      index &+= 1
    }
    if layer.hasPlain {
      sum = sum + values.gather(type, at: places.plain, step: layer.plainStep)
      values.scatter(sum, at: places.start &+ layer.sum, step: step)
    }
    return sum
  }

  /// Works out what neurons make of their sums, eight at a time: one alone is waited for nearly as long.
  @inline(__always)
  fileprivate func activate(_ layer: LayerCode) {
    let operation = operations[layer.out]
    var neuron = 0
    while neuron &+ 8 <= layer.count {
      activate(SIMD8<Double>.self, by: operation, layer, neuron)
      neuron &+= 8
    }
    while neuron &+ 4 <= layer.count {
      activate(SIMD4<Double>.self, by: operation, layer, neuron)
      neuron &+= 4
    }
    while neuron < layer.count {
      activate(Double.self, by: operation, layer, neuron)
      neuron &+= 1
    }
  }

  /// Works out what neurons make of their sums, from the one with that number on.
  @inline(__always)
  private func activate<Several: Lanes & BitwiseCopyable>(
    _ type: Several.Type, by operation: Operation, _ layer: LayerCode, _ neuron: Int
  ) {
    let node = layer.sum &+ neuron &* layer.step
    let sums = values.gather(type, at: node, step: layer.step)
    let outs = activated(sums, by: operation, node: node, step: layer.step)
    values.scatter(outs, at: layer.out &+ neuron &* layer.step, step: layer.step)
  }

  /// What neurons make of their sums; the first sum is that of `node`, the next one `step` further on.
  ///
  /// It is called, as what is put down one by one would be worked out one by one.
  @inline(never)
  private func activated<Several: Lanes & BitwiseCopyable>(
    _ sums: Several, by operation: Operation, node: Int, step: Int
  ) -> Several {
    guard !operation.mayDecide(sums, sums) else {
      var outs = sums
      for lane in 0..<Several.laneCount {
        let node = Int32(truncatingIfNeeded: node &+ lane &* step)
        outs[lane] = origins(node, node).value(of: operation, sums[lane], sums[lane])
      }
      return outs
    }
    // Of an operation that is known where this is compiled, nothing is left but its formula.
    return switch operation {
    case .tanh: Operation.tanh.value(sums, sums, current: sums)
    case .sigmoid: Operation.sigmoid.value(sums, sums, current: sums)
    case .relu: Operation.relu.value(sums, sums, current: sums)
    default: Operation.softplus.value(sums, sums, current: sums)
    }
  }

  /// Works out written-out logistic functions of sums; gives what is finite only where they are.
  @inline(__always)
  private func workOutLogistic<Several: Lanes>(
    of sums: Several, _ layer: LayerCode, at places: NeuronPlaces
  ) -> Several {
    let step = layer.step
    let logistic = LogisticValues(
      of: sums, addend: values.gather(Several.self, at: places.addend, step: layer.addendStep),
      numerator: values.gather(Several.self, at: places.numerator, step: layer.numeratorStep))
    values.scatter(logistic.negation, at: places.start &+ layer.negation, step: step)
    values.scatter(logistic.exponential, at: places.start &+ layer.exponential, step: step)
    values.scatter(logistic.denominator, at: places.start &+ layer.denominator, step: step)
    values.scatter(logistic.out, at: places.start &+ layer.out, step: step)
    return logistic.denominator
  }
}

// MARK: - Backward

extension ProgramLoops<Double> {
  /// Passes the adjoints of all sums back to the weights and, where derivatives by them are wanted, to the inputs.
  @inline(__always)
  fileprivate func passBack(layer index: Int32, _ way: WayToInputs) {
    let layer = code.layers[index]
    var product = 0
    while product &+ 8 <= layer.productCount {
      passBack(SIMD8<Double>.self, layer, product, way)
      product &+= 8
    }
    while product &+ 4 <= layer.productCount {
      passBack(SIMD4<Double>.self, layer, product, way)
      product &+= 4
    }
    while product < layer.productCount {
      passBack(Double.self, layer, product, way)
      product &+= 1
    }
  }

  /// Passes the adjoints of all sums back from the products from `product` on: from the last neuron to the first, as on the
  /// tape.
  @inline(__always)
  private func passBack<Several: Lanes & BitwiseCopyable>(
    _ type: Several.Type, _ layer: LayerCode, _ product: Int, _ way: WayToInputs
  ) {
    let inputs = layer.inputs &+ product
    var x = Several(repeating: 0)
    var byX = x
    for lane in 0..<Several.laneCount {
      let input = code.numbers[inputs &+ lane]
      x[lane] = values[input]
      if way == .added { byX[lane] = adjoints[input] }
    }
    var sum = layer.sum &+ (layer.count &- 1) &* layer.step
    var weights = layer.weights &+ (layer.count &- 1) &* layer.weightStep &+ product
    for _ in 0..<layer.count {
      let adjoint = adjoints[sum]
      if adjoint != 0 {
        let factor = Several(repeating: adjoint)
        if way != .none { byX = byX + factor * values.read(type, at: weights) }
        adjoints.write(adjoints.read(type, at: weights) + factor * x, at: weights)
      }
      sum &-= layer.step
      weights &-= layer.weightStep
    }
    guard way != .none else { return }
    for lane in 0..<Several.laneCount { adjoints[code.numbers[inputs &+ lane]] = byX[lane] }
  }
}
