/// Where the vertices of a layered graph stand within their layers, as near to their neighbours as their sizes allow.
struct LayerPlaces {
  /// The middle of each vertex.
  private(set) var middles: [Double]
  /// From the edge of the first to that of the last.
  private(set) var length = 0.0

  private static let sweeps = 10

  /// Places the vertices of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sizes: How much of its layer each vertex takes, what lies between it and the next included.
  init(_ graph: LayeredGraph, sizes: [Double]) {
    middles = Array(repeating: 0, count: graph.vertices.count)
    for layer in graph.layers {
      var next = 0.0
      for vertex in layer {
        middles[vertex] = next + sizes[vertex] / 2
        next += sizes[vertex]
      }
      // The layers begin around one middle.
      for vertex in layer { middles[vertex] -= next / 2 }
    }
    for sweep in 0..<Self.sweeps {
      let layers = sweep.isMultiple(of: 2) ? graph.layers.reversed() : graph.layers
      for layer in layers {
        let wanted = layer.map { vertex in
          let near = (sweep.isMultiple(of: 2) ? graph.targets : graph.sources)[vertex]
          return near.isEmpty ? middles[vertex] : near.reduce(0) { $0 + middles[$1] } / Double(near.count)
        }
        place(layer, at: wanted, sizes)
      }
    }
    let first = graph.vertices.indices.map { middles[$0] - sizes[$0] / 2 }.min() ?? 0
    for index in middles.indices { middles[index] -= first }
    length = graph.vertices.indices.map { middles[$0] + sizes[$0] / 2 }.max() ?? 0
  }

  /// Places a layer so that the squares of the distances from the places that are wanted are least, in the order that it has.
  private mutating func place(_ layer: [Int], at wanted: [Double], _ sizes: [Double]) {
    // Less the room of those before, the places must only not fall: neighbours that would are put at their mean.
    var offset = 0.0
    var offsets: [Double] = []
    for (index, vertex) in layer.enumerated() {
      if index > 0 { offset += (sizes[layer[index - 1]] + sizes[vertex]) / 2 }
      offsets.append(offset)
    }
    var blocks: [(sum: Double, count: Int)] = []
    for (index, place) in wanted.enumerated() {
      blocks.append((place - offsets[index], 1))
      while blocks.count > 1 {
        let (one, next) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
        guard one.sum / Double(one.count) > next.sum / Double(next.count) else { break }
        blocks.removeLast(2)
        blocks.append((one.sum + next.sum, one.count + next.count))
      }
    }
    var index = 0
    for block in blocks {
      for _ in 0..<block.count {
        middles[layer[index]] = block.sum / Double(block.count) + offsets[index]
        index += 1
      }
    }
  }
}
