public import Algebra

/// A network as one would draw it on a blackboard: inputs and neurons in layers, and the weights on the lines between them.
public struct Network: Hashable, Sendable {
  /// The inputs and the neurons, layer by layer, from the inputs on.
  public var nodes: [Node]
  /// The lines between them.
  public var connections: [Connection]

  /// An input or a neuron.
  public struct Node: Hashable, Sendable {
    /// What it is called: of a neuron, the name of its output.
    public var name: Formula
    /// What it gives at the moment; `nil` where it has not been worked out yet.
    public var number: Number?
    /// What a neuron adds to the products of its inputs and weights, where that is one name or number.
    public var bias: Weight?
    /// The layer: 0 for an input.
    public var layer: Int

    /// A node with all that is drawn of it.
    public init(name: Formula, number: Number?, bias: Weight? = nil, layer: Int) {
      self.name = name
      self.number = number
      self.bias = bias
      self.layer = layer
    }
  }

  /// A line from a node to a neuron that reads it.
  public struct Connection: Hashable, Sendable {
    /// The place of the node that is read.
    public var source: Int
    /// The place of the neuron.
    public var target: Int
    /// By what it is multiplied; `nil` where the neuron does something else with it.
    public var weight: Weight?

    /// A line with what stands on it.
    public init(source: Int, target: Int, weight: Weight? = nil) {
      self.source = source
      self.target = target
      self.weight = weight
    }
  }

  /// What stands on a line, or beside a neuron: `w5 = 0.5`; a number stands alone, and so does a name without one.
  public struct Weight: Hashable, Sendable {
    /// The name, the number, or what is worked out of several.
    public var formula: Formula
    /// Its value; `nil` where the formula is its number, or it has none yet.
    public var number: Number?

    /// A weight and its value.
    public init(_ formula: Formula, _ number: Number? = nil) {
      self.formula = formula
      self.number = number
    }
  }

  /// A network of nodes and of lines between them.
  public init(nodes: [Node], connections: [Connection]) {
    self.nodes = nodes
    self.connections = connections
  }
}
