public import Algebra

/// What one value is worked out of, back to the given numbers: each value once, and which of them stand in the formula of which.
///
/// It is free of circles: whatever stands in a formula comes before it. For a node that stands for one value, its derivative is the
/// sum, over the edges that leave it, of the derivative of the edge's target times the number of the edge; that of the output is 1.
public struct ComputationGraph: Hashable, Sendable {
  /// The values, each behind all that stand in its formula; the last is the one that the graph is of.
  public var nodes: [Node]
  /// Which values stand in which formulas.
  public var edges: [Edge]

  /// A value, or several elements of a family.
  public struct Node: Hashable, Sendable {
    /// What it is called; several elements of a family by the indices from which and to which they go: `h[1…8]`.
    public var name: Formula
    /// Its formula; `nil` for a given number, and for several elements.
    public var formula: Formula?
    /// Whether its number is given, and not worked out.
    public var isGiven: Bool
    /// Its value, or the values of all elements.
    public var values: Span
    /// The derivative of the output by it, or by all elements.
    public var derivatives: Span
    /// How many values it stands for.
    public var count: Int

    /// A node with all that is told of it.
    public init(
      name: Formula, formula: Formula?, isGiven: Bool, values: Span, derivatives: Span, count: Int = 1
    ) {
      self.name = name
      self.formula = formula
      self.isGiven = isGiven
      self.values = values
      self.derivatives = derivatives
      self.count = count
    }
  }

  /// That a value stands in the formula of another.
  public struct Edge: Hashable, Sendable {
    /// The place of the value.
    public var source: Int
    /// The place of that in whose formula it stands.
    public var target: Int
    /// The derivative of that formula by the value, the other names held fixed; `nil` where it is long, and for several.
    public var formula: Formula?
    /// The number of that derivative, or of those of all elements.
    public var numbers: Span
    /// How many connections it stands for.
    public var count: Int

    /// An edge with all that is told of it.
    public init(source: Int, target: Int, formula: Formula?, numbers: Span, count: Int = 1) {
      self.source = source
      self.target = target
      self.formula = formula
      self.numbers = numbers
      self.count = count
    }
  }

  /// A number, or from where to where several go.
  public struct Span: Hashable, Sendable {
    /// The lowest.
    public private(set) var lowest: Number
    /// The highest; the same where there is one.
    public private(set) var highest: Number

    /// One number.
    public init(_ number: Number) { (lowest, highest) = (number, number) }

    /// Takes another span in.
    public mutating func formUnion(_ other: Span) {
      if other.lowest.value < lowest.value { lowest = other.lowest }
      if other.highest.value > highest.value { highest = other.highest }
    }
  }

  /// A graph of nodes and edges.
  public init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges
  }

  /// The value that the graph is of.
  public var output: Formula? { nodes.last?.name }

  /// How far each node is from the output: the most edges that lie between the two. Cost: O(nodes and edges).
  public var distances: [Int] {
    var distances = [Int](repeating: 0, count: nodes.count)
    // The edges of the last target first: how far that is away is known then.
    for edge in edges.sorted(by: { ($1.target, $0.source) < ($0.target, $1.source) }) {
      distances[edge.source] = max(distances[edge.source], distances[edge.target] + 1)
    }
    return distances
  }
}
