/// A layer as the loops read it: the places of its first neuron, and how far they are from those of the next.
struct LayerCode: BitwiseCopyable {
  /// What its neurons are, of the kinds of `ProgramCode`.
  let kind: Int32
  /// Whether a number is added to the products of each neuron.
  let hasPlain: Bool
  /// How many neurons there are.
  let count: Int
  /// How many products each has.
  let productCount: Int
  /// Where in the program's numbers the products are: `x`, `product` and `sum` of each, of the first neuron.
  let terms: Int
  /// How far a node is from that of the next neuron.
  let step: Int
  /// The node of the whole sum.
  let sum: Int
  /// The node that others see.
  let out: Int
  /// The first weight; the others of the neuron follow.
  let weights: Int
  let weightStep: Int
  /// The number that is added.
  let plain: Int
  let plainStep: Int
  /// The nodes of a written-out logistic function.
  let negation: Int
  let exponential: Int
  let denominator: Int
  let addend: Int
  let addendStep: Int
  let numerator: Int
  let numeratorStep: Int

  /// - Parameters:
  ///   - layer: the layer.
  ///   - kind: what its neurons are.
  ///   - terms: where the numbers of `terms(of:)` begin.
  init(_ layer: Instruction.Layer, kind: Int32, terms: Int) {
    let first = layer.neurons[0]
    self.kind = kind
    self.terms = terms
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

  /// The inputs of a layer, and the nodes of its first neuron, as the program's numbers have them.
  static func terms(of layer: Instruction.Layer) -> [Int32] {
    layer.neurons[0].products.flatMap { [$0.x, $0.product, $0.sum] }
  }
}
