package import Algebra

/// What the formulas of a lesson say of its network: which neurons there are, in which layers, and which weights join them.
///
/// A neuron is a weighted sum and what is made of it alone: `sum_h1` with `out_h1`. It is called by the last of these names.
package struct NetworkOutline: Equatable, Sendable {
  /// The inputs and the neurons; what a neuron reads stands before it.
  package internal(set) var nodes: [Node] = []
  /// What joins them, by their places in `nodes`, in the order of the formulas.
  package internal(set) var connections: [Connection] = []

  /// An input or a neuron.
  package struct Node: Equatable, Sendable {
    /// Its name: of a neuron, that of its output.
    package internal(set) var name: Name
    /// The weighted sum of a neuron, with its bias; `nil` for an input.
    package let weightedSum: Formula?
    /// What is added to the products of inputs and weights, if anything.
    package let bias: Formula?
    /// The layer: 0 for an input, and one more than that of the last node that a neuron reads.
    package let layer: Int
    /// Whether its output is another name than its weighted sum.
    var hasActivation = false
  }

  /// A line from one node to another.
  package struct Connection: Equatable, Sendable {
    /// The place of the node that is read.
    package let source: Int
    /// The place of the neuron that reads it.
    package let target: Int
    /// By what the neuron multiplies it; `nil` where it does something else with it.
    package let weight: Formula?
  }

  /// The layers, that of the inputs first: the places of their nodes.
  package var layers: [[Int]] {
    let last = nodes.map(\.layer).max() ?? -1
    return (0..<(last + 1)).map { layer in nodes.indices.filter { nodes[$0].layer == layer } }
  }
}
