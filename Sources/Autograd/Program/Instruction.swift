/// One step of a program: one operation of the tape, or several at once.
enum Instruction {
  /// An operation by itself; one of a single operand has no second.
  case operation(out: Int32, first: Int32, second: Int32?)
  /// A neuron: a sum of products and plain terms, and what is made of it.
  case neuron(Neuron)
  /// Neurons that are alike.
  case layer(Layer)

  /// The nodes that have the instruction's values.
  var outs: [Int32] {
    switch self {
    case .operation(let out, _, _): [out]
    case .neuron, .layer: neurons.map(\.out)
    }
  }

  /// The neurons of which it is made.
  var neurons: [Neuron] {
    switch self {
    case .operation: []
    case .neuron(let neuron): [neuron]
    case .layer(let layer): layer.neurons
    }
  }
}

extension Instruction {
  /// A sum worked out from left to right, and a function of it.
  ///
  /// `lead + x·y + x·y + … + plain + plain`, each sum and each product a node of the tape that nothing else uses.
  /// Without a lead the first product begins the sum.
  struct Neuron {
    /// A product that is added to the sum.
    struct Product {
      var x: Int32
      var y: Int32
      /// The node of the product.
      let product: Int32
      /// The node of the sum so far; that of the product itself where it begins the sum.
      let sum: Int32
    }

    /// A node that is added to the sum as it is.
    struct Plain {
      let term: Int32
      /// The node of the sum so far.
      let sum: Int32
    }

    /// What is made of the sum.
    enum Activation {
      /// The sum itself is the result.
      case none
      /// An operation of one operand, whose node is `out`.
      case operation(out: Int32)
      /// The logistic function as it is written out, `one/(one + exp(−sum))`.
      case logistic(Logistic)
    }

    /// The nodes of `one/(one + exp(−sum))`; the two ones are leaves, whatever their numbers.
    struct Logistic {
      let negation: Int32
      let exponential: Int32
      let addend: Int32
      let denominator: Int32
      let numerator: Int32
      let out: Int32
    }

    /// What the sum begins with; `nil` for the first product.
    var lead: Int32?
    var products: [Product] = []
    var plains: [Plain] = []
    /// The node of the whole sum.
    let sum: Int32
    let activation: Activation

    /// The node that others see.
    var out: Int32 {
      switch activation {
      case .none: sum
      case .operation(let out): out
      case .logistic(let logistic): logistic.out
      }
    }
  }

  /// Neurons with the same inputs that are alike and evenly spaced: each node of one is as far from the same node of the
  /// next as every other. The products of a neuron and their sums follow each other, and so do its weights; no neuron uses
  /// what another one makes.
  struct Layer {
    let neurons: [Neuron]
    /// How far a node is from that of the next neuron.
    let step: Int32
    /// How far the weights of a neuron are from those of the next.
    let weightStep: Int32
    /// How far the plain terms are apart.
    let plainStep: Int32
    /// How far the addends of written-out logistic functions are apart.
    let addendStep: Int32
    /// How far the numerators are apart.
    let numeratorStep: Int32
  }
}
