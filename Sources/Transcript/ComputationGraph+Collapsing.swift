internal import Algebra

extension ComputationGraph {
  /// A graph of more nodes is collapsed before it is drawn.
  public static let mostNodesInFull = 60
  /// A graph of more edges is collapsed before it is drawn: what is written on so many lies over each other.
  public static let mostEdgesInFull = 80

  /// The graph itself where it has few nodes and edges, else the same with the elements of families collapsed.
  public var collapsedIfLarge: ComputationGraph {
    nodes.count <= Self.mostNodesInFull && edges.count <= Self.mostEdgesInFull ? self : collapsed
  }

  /// What is collapsed into one node.
  private struct Key: Hashable {
    let family: String
    let distance: Int
    let isGiven: Bool
  }

  /// The same with the elements of each family as one node: those that are equally far from the output, so that an element which
  /// another of its family is worked out of stays a node of its own. Cost: O((nodes + edges) · log(nodes + edges)).
  public var collapsed: ComputationGraph {
    let distances = distances
    // A group stands where its distance puts it: the farthest first. Within a distance the order of the values stays.
    let order = nodes.indices.sorted { (-distances[$0], $0) < (-distances[$1], $1) }
    var places: [Key: Int] = [:]
    var groups: [[Int]] = []
    var group = [Int](repeating: 0, count: nodes.count)
    for index in order {
      guard nodes[index].count == 1, let element = nodes[index].element else {
        group[index] = groups.count
        groups.append([index])
        continue
      }
      let key = Key(family: element.family, distance: distances[index], isGiven: nodes[index].isGiven)
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append([])
      }
      group[index] = place
      groups[place].append(index)
    }
    return ComputationGraph(
      nodes: groups.map { node(of: $0.sorted()) }, edges: edges(between: group))
  }

  private func node(of members: [Int]) -> Node {
    var node = nodes[members[0]]
    guard members.count > 1, let first = node.element else { return node }
    var lowest = first.indices
    var highest = first.indices
    for member in members.dropFirst() {
      node.values.formUnion(nodes[member].values)
      node.derivatives.formUnion(nodes[member].derivatives)
      guard let indices = nodes[member].element?.indices, indices.count == lowest.count else { continue }
      for place in indices.indices {
        lowest[place] = min(lowest[place], indices[place])
        highest[place] = max(highest[place], indices[place])
      }
    }
    let ranges = zip(lowest, highest).map { $0 == $1 ? "\($0)" : "\($0)…\($1)" }
    node.name = .name(Name("\(first.family)[\(ranges.joined(separator: ","))]"))
    node.formula = nil
    node.count = members.count
    return node
  }

  /// The edges between groups, in the order in which the first of each was met.
  private func edges(between group: [Int]) -> [Edge] {
    var places: [[Int]: Int] = [:]
    var merged: [Edge] = []
    for edge in edges {
      let (source, target) = (group[edge.source], group[edge.target])
      if let place = places[[source, target]] {
        merged[place].numbers.formUnion(edge.numbers)
        merged[place].count += edge.count
        merged[place].formula = nil
      } else {
        places[[source, target]] = merged.count
        var edge = edge
        (edge.source, edge.target) = (source, target)
        merged.append(edge)
      }
    }
    return merged
  }
}

extension ComputationGraph.Node {
  /// The family and the indices, where it is an element of one.
  fileprivate var element: (family: String, indices: [Int])? {
    guard case .name(let name) = name, name.text.hasSuffix("]"),
      let bracket = name.text.firstIndex(of: "[")
    else { return nil }
    let parts = name.text[name.text.index(after: bracket)...].dropLast()
      .split(separator: ",", omittingEmptySubsequences: false)
    let indices = parts.compactMap { Int($0) }
    return indices.count == parts.count ? (String(name.text[..<bracket]), indices) : nil
  }
}
