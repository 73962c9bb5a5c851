/// A program as the loops read it: numbers behind one another, an instruction after the other.
///
/// - An operation is its kind, its flags, `out`, `first` and `second`.
/// - A neuron is its kind, its flags, `out`, the node of its sum, its lead or −1, where its plain terms begin, and
///   where they end,
///   counted from its first number; then, where it is a logistic function, its nodes `negation`, `exponential`,
///   `addend`,
///   `denominator`, `numerator`; then of each product `x`, `y`, `product`, `sum`; then of each plain term `term`,
///   `sum`.
/// - A layer is its kind, its flags, its place among the layers, which tell more, and two numbers that mean nothing; then
///   its inputs.
///
/// Which operation makes `out` the tape knows. Every number that stands for a node is one of the tape that was
/// compiled; that is what the loops rely on.
struct ProgramCode: BitwiseCopyable {
  /// What an instruction is.
  enum Kind {
    static let operation: Int32 = 0
    /// A neuron whose sum is its result.
    static let sum: Int32 = 1
    /// A neuron with an operation of its sum.
    static let activation: Int32 = 2
    /// A neuron with a logistic function of its sum, written out.
    static let logistic: Int32 = 3
    /// Neurons that are alike, of one of the kinds above.
    static let layer: Int32 = 4
  }

  /// What is to be done in an instruction.
  enum Flag {
    /// Derivatives by the first operands are wanted, or go through them.
    static let byFirst: Int32 = 1
    /// The same of the second operands, or of any of a neuron.
    static let bySecond: Int32 = 2
    /// The second factors of a neuron's products are leaves that no row sets.
    static let givenSeconds: Int32 = 4
    /// The adjoints of the first factors begin with this instruction.
    static let begins: Int32 = 8
  }

  /// How many numbers a neuron takes before its nodes and terms.
  static let neuronHead = 7
  /// How many numbers the nodes of a logistic function take.
  static let logisticLength = 5

  /// The numbers.
  private(set) var numbers = Column<Int32>()
  /// Where each instruction begins.
  private(set) var starts = Column<Int32>()
  /// How many instructions there are.
  private(set) var count = 0
  /// The results whose adjoints begin with a 0 that is written.
  private(set) var results = Column<Int32>()
  private(set) var resultCount = 0
  /// The layers.
  private(set) var layers = Column<LayerCode>()

  /// The code of `instructions`.
  ///
  /// - Parameters:
  ///   - output: the node whose derivatives are wanted.
  ///   - counts: whether derivatives by a node are wanted, or go through it.
  ///   - isGiven: whether a node is a leaf that is the same for all rows.
  init(_ instructions: [Instruction], output: Int32, counts: [Bool], isGiven: [Bool]) {
    let beginnings = Beginnings(of: instructions, output: output, counts: counts)
    var numbers: [Int32] = []
    var starts: [Int32] = []
    var layers: [LayerCode] = []
    for (place, instruction) in instructions.enumerated() {
      let start = numbers.count
      starts.append(Int32(truncatingIfNeeded: start))
      switch instruction {
      case .operation(let out, let first, let second):
        // An infinite slope times an adjoint is not to meet the 0 by an operand that is not there.
        let bySecond = second.map { counts[Int($0)] } ?? false
        let flags = (counts[Int(first)] ? Flag.byFirst : 0) | (bySecond ? Flag.bySecond : 0)
        numbers += [Kind.operation, flags, out, first, second ?? first]
      case .neuron(let neuron):
        numbers += ProgramCode.numbers(of: neuron, counts, isGiven)
      case .layer(let layer):
        let flags = ProgramCode.flags(of: layer.neurons[0], counts, isGiven)
        numbers += [Kind.layer, flags, Int32(truncatingIfNeeded: layers.count), -1, -1]
        layers.append(LayerCode(layer, kind: ProgramCode.kind(of: layer.neurons[0]), inputs: numbers.count))
        numbers += layer.neurons[0].products.map(\.x)
      }
      if beginnings.instructions.contains(place) { numbers[start + 1] |= Flag.begins }
    }
    self.numbers = Column(numbers)
    self.starts = Column(starts)
    count = starts.count
    results = Column(beginnings.written)
    resultCount = beginnings.written.count
    self.layers = Column(layers)
  }

  /// Gives the memory back.
  mutating func free() {
    numbers.free()
    starts.free()
    results.free()
    layers.free()
  }

  private static func numbers(
    of neuron: Instruction.Neuron, _ counts: [Bool], _ isGiven: [Bool]
  ) -> [Int32] {
    let nodes: [Int32] =
      switch neuron.activation {
      case .none, .operation: []
      case .logistic(let nodes):
        [nodes.negation, nodes.exponential, nodes.addend, nodes.denominator, nodes.numerator]
      }
    let plains = neuronHead + nodes.count + 4 * neuron.products.count
    let end = plains + 2 * neuron.plains.count
    return [
      kind(of: neuron), flags(of: neuron, counts, isGiven), neuron.out, neuron.sum, neuron.lead ?? -1,
      Int32(plains), Int32(end),
    ] + nodes + neuron.products.flatMap { [$0.x, $0.y, $0.product, $0.sum] }
      + neuron.plains.flatMap { [$0.term, $0.sum] }
  }

  private static func flags(
    of neuron: Instruction.Neuron, _ counts: [Bool], _ isGiven: [Bool]
  ) -> Int32 {
    var flags = counts[Int(neuron.out)] ? Flag.bySecond : 0
    if neuron.products.contains(where: { counts[Int($0.x)] }) { flags |= Flag.byFirst }
    if neuron.products.allSatisfy({ isGiven[Int($0.y)] }) { flags |= Flag.givenSeconds }
    return flags
  }

  private static func kind(of neuron: Instruction.Neuron) -> Int32 {
    switch neuron.activation {
    case .none: Kind.sum
    case .operation: Kind.activation
    case .logistic: Kind.logistic
    }
  }
}
