/// A graph without circles in layers: each edge goes from one layer to the next, and few edges cross.
///
/// A node stands as many layers before the last as the longest way from it to a node of that has edges. An edge that passes layers
/// has a bend in each of them, which takes room as a node does. The order within layers is found by barycentres: each node goes to
/// the mean of its neighbours in the layer beside it, in turns from the left and from the right; the order with the fewest crossings
/// is kept. The same graph gives the same layers every time.
struct LayeredGraph {
  /// A place in a layer: a node of the graph, or a bend of an edge.
  struct Vertex {
    /// The node; `nil` for a bend.
    let node: Int?
    /// Its layer.
    let layer: Int
  }

  /// All vertices, the nodes first and in their order.
  private(set) var vertices: [Vertex]
  /// The vertices of each layer, from the first to the last and in each from top to bottom.
  private(set) var layers: [[Int]]
  /// The vertices that each edge goes through, from its source to its target.
  private(set) var ways: [[Int]]
  /// The vertices before and behind each vertex.
  private(set) var sources: [[Int]]
  private(set) var targets: [[Int]]

  /// With more bends than these, edges that pass layers have none.
  private static let mostBends = 20_000
  private static let sweeps = 12

  /// Lays a graph out.
  ///
  /// - Parameters:
  ///   - distances: How many layers before the last each node stands.
  ///   - edges: The sources and targets, each target in a later layer.
  init(distances: [Int], edges: [(source: Int, target: Int)]) {
    let last = distances.max() ?? 0
    vertices = distances.enumerated().map { Vertex(node: $0, layer: last - $1) }
    ways = edges.map { [$0.source, $0.target] }
    let bends = edges.reduce(0) { $0 + distances[$1.source] - distances[$1.target] - 1 }
    if bends <= Self.mostBends {
      for (index, edge) in edges.enumerated() {
        let start = vertices[edge.source].layer + 1
        let layers = start..<max(start, vertices[edge.target].layer)
        let first = vertices.count
        vertices += layers.map { Vertex(node: nil, layer: $0) }
        ways[index] = [edge.source] + Array(first..<vertices.count) + [edge.target]
      }
    }
    layers = Array(repeating: [], count: last + 1)
    sources = Array(repeating: [], count: vertices.count)
    targets = sources
    for (index, vertex) in vertices.enumerated() { layers[vertex.layer].append(index) }
    for (source, target) in ways.flatMap({ zip($0, $0.dropFirst()) }) {
      sources[target].append(source)
      targets[source].append(target)
    }
    reduceCrossings()
  }

  // MARK: Crossings

  private mutating func reduceCrossings() {
    var best = layers
    var fewest = crossingCount
    for sweep in 0..<Self.sweeps where fewest > 0 {
      let isForward = !sweep.isMultiple(of: 2)
      let order = isForward ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed()
      for layer in order {
        let beside = layers[isForward ? layer - 1 : layer + 1]
        sort(layer, by: isForward ? sources : targets, beside: beside)
      }
      let count = crossingCount
      if count < fewest { (best, fewest) = (layers, count) }
    }
    layers = best
  }

  private mutating func sort(_ layer: Int, by neighbours: [[Int]], beside: [Int]) {
    var places: [Int: Double] = [:]
    for (place, vertex) in beside.enumerated() { places[vertex] = Double(place) }
    let scale = Double(max(1, beside.count)) / Double(max(1, layers[layer].count))
    let keyed = layers[layer].enumerated().map { place, vertex in
      let near = neighbours[vertex].compactMap { places[$0] }
      // What has no neighbour there stays about where it is.
      let centre = near.isEmpty ? Double(place) * scale : near.reduce(0, +) / Double(near.count)
      return (vertex: vertex, centre: centre, place: place)
    }
    layers[layer] = keyed.sorted { ($0.centre, $0.place) < ($1.centre, $1.place) }.map(\.vertex)
  }

  /// How often edges cross between neighbouring layers.
  private var crossingCount: Int {
    var places = [Int](repeating: 0, count: vertices.count)
    for layer in layers { for (place, vertex) in layer.enumerated() { places[vertex] = place } }
    return layers.dropFirst().reduce(0) { count, layer in
      // From top to bottom of this layer, each edge crosses those before it that begin further below.
      var ends: [Int] = []
      var crossings = 0
      for vertex in layer {
        let own = sources[vertex].map { places[$0] }.sorted()
        for place in own { crossings += ends.count - ends.countUp(to: place) }
        for place in own { ends.insert(place, at: ends.countUp(to: place)) }
      }
      return count + crossings
    }
  }
}

extension [Int] {
  /// How many of these, in rising order, are not above a number.
  fileprivate func countUp(to number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
