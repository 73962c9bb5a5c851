/// A layer as the loops read it: the places of its first neuron, and how far they are from those of the next.
struct LayerCode: BitwiseCopyable {
  /// What its neurons are, of the kinds of `ProgramCode`.
  let kind: Int32
  /// Whether a number is added to the products of each neuron.
  let hasPlain: Bool
  /// How many neurons there are.
  @Narrow private(set) var count: Int
  /// How many products each has.
  @Narrow private(set) var productCount: Int
  /// Where in the program's numbers the inputs are.
  @Narrow private(set) var inputs: Int
  /// How far a node is from that of the next neuron.
  @Narrow private(set) var step: Int
  /// The first product, which is the first sum too. The other products and their sums follow in turn.
  @Narrow private(set) var start: Int
  /// The node of the whole sum.
  @Narrow private(set) var sum: Int
  /// The node that others see.
  @Narrow private(set) var out: Int
  /// The first weight; the others of the neuron follow.
  @Narrow private(set) var weights: Int
  @Narrow private(set) var weightStep: Int
  /// The number that is added.
  @Narrow private(set) var plain: Int
  @Narrow private(set) var plainStep: Int
  /// The nodes of a written-out logistic function.
  @Narrow private(set) var negation: Int
  @Narrow private(set) var exponential: Int
  @Narrow private(set) var denominator: Int
  @Narrow private(set) var addend: Int
  @Narrow private(set) var addendStep: Int
  @Narrow private(set) var numerator: Int
  @Narrow private(set) var numeratorStep: Int

  /// - Parameters:
  ///   - layer: the layer.
  ///   - kind: what its neurons are.
  ///   - inputs: where its inputs are in the program's numbers.
  init(_ layer: Instruction.Layer, kind: Int32, inputs: Int) {
    let first = layer.neurons[0]
    self.kind = kind
    self.inputs = inputs
    start = Int(first.products[0].product)
    hasPlain = !first.plains.isEmpty
    count = layer.neurons.count
    productCount = first.products.count
    step = Int(layer.step)
    sum = Int(first.sum)
    out = Int(first.out)
    weights = Int(first.products[0].y)
    weightStep = Int(layer.weightStep)
    plain = first.plains.first.map { Int($0.term) } ?? 0
    plainStep = Int(layer.plainStep)
    let ones: Instruction.Neuron.Logistic? =
      if case .logistic(let nodes) = first.activation { nodes } else { nil }
    negation = ones.map { Int($0.negation) } ?? 0
    exponential = ones.map { Int($0.exponential) } ?? 0
    denominator = ones.map { Int($0.denominator) } ?? 0
    addend = ones.map { Int($0.addend) } ?? 0
    addendStep = Int(layer.addendStep)
    numerator = ones.map { Int($0.numerator) } ?? 0
    numeratorStep = Int(layer.numeratorStep)
  }
}

/// Where the numbers of one neuron of a layer are.
struct NeuronPlaces {
  /// How far its nodes are from those of the first.
  private(set) var start: Int
  /// Its first weight.
  private(set) var weights: Int
  /// The number that is added.
  private(set) var plain: Int
  /// The ones of a written-out logistic function.
  private(set) var addend: Int
  private(set) var numerator: Int

  /// The places of a layer's first neuron.
  @inline(__always)
  init(ofFirst layer: LayerCode) {
    start = 0
    weights = layer.weights
    plain = layer.plain
    addend = layer.addend
    numerator = layer.numerator
  }

  /// Those of the neuron that is `count` neurons further on.
  @inline(__always)
  func moved(by count: Int, in layer: LayerCode) -> NeuronPlaces {
    var places = self
    places.start &+= count &* layer.step
    places.weights &+= count &* layer.weightStep
    places.plain &+= count &* layer.plainStep
    places.addend &+= count &* layer.addendStep
    places.numerator &+= count &* layer.numeratorStep
    return places
  }
}

/// A whole number in half of its room: what loops take over at their beginning is short.
@propertyWrapper
struct Narrow: BitwiseCopyable {
  private var number: Int32

  /// A number that a node's index may be.
  init(wrappedValue: Int) { number = Int32(truncatingIfNeeded: wrappedValue) }

  /// The number.
  var wrappedValue: Int {
    @inline(__always) get { Int(number) }
    set { number = Int32(truncatingIfNeeded: newValue) }
  }
}
