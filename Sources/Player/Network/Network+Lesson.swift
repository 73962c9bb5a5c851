extension Network {
  /// The network as a lesson that ends with its training.
  public var lesson: String {
    """
    ---
    title: A network \(shape)
    seed: \(seed)
    ---

    # A network \(shape)

    \(rowsCell)```calc
    \((rowsLines + givenLines + layerLines + costLines + trainingLines).joined(separator: "\n"))
    ```

    """
  }

  private var rowsCell: String {
    guard case .written(let text, file: _) = rows else { return "" }
    return "```data points\n" + text + (text.hasSuffix("\n") ? "" : "\n") + "```\n\n"
  }

  private var rowsLines: [String] {
    guard case .made(let shape) = rows else { return [] }
    return ["data points = \(shape.rawValue)(\(rowCount), noise: \(noise))"]
  }

  private var givenLines: [String] {
    ["input x1, x2 from points", "target label from points"]
  }

  /// The layers from the features to the output: of the weights of each, the playground's draw.
  private var layerLines: [String] {
    var lines = ["x = [\(orderedFeatures.map(\.rawValue).joined(separator: ", "))]"]
    var (below, width) = ("x", features.count)
    for (index, count) in layers.enumerated() {
      let number = index + 1
      let sum = "W\(number) @ \(below) + b\(number)"
      lines += [
        "param W\(number)[1...\(count), 1...\(width)] ~ uniform(-0.5, 0.5)",
        "param b\(number)[1...\(count)] = 0.1",
        "h\(number) = " + (activation == .linear ? sum : "\(activation.rawValue)(\(sum))"),
      ]
      (below, width) = ("h\(number)", count)
    }
    return lines + [
      "param v[1...\(width)] ~ uniform(-0.5, 0.5)", "param c = 0.1", "y = tanh(dot(v, \(below)) + c)",
    ]
  }

  private var costLines: [String] {
    let cost = "L = 1/2*(y - label)^2"
    let families = layers.indices.map { "W\($0 + 1)" } + ["v"]
    switch penalty {
    case .none: return [cost]
    case .l1:
      let sizes = families.map { "sum(abs(\($0)))" }.joined(separator: " + ")
      return ["const penalty = \(strength)", "\(cost) + penalty*(\(sizes))"]
    case .l2:
      let squares = families.map { "sum(\($0)^2)" }.joined(separator: " + ")
      return ["const penalty = \(strength)", "\(cost) + penalty/2*(\(squares))"]
    }
  }

  private var trainingLines: [String] {
    let batches = batchSize.map { ", in batches of \($0), shuffled" } ?? ""
    return [
      "optimizer descent = \(optimizer.rawValue)(rate: \(rate))",
      "train all to reduce L over points with descent for 1 epochs" + batches,
    ]
  }
}
