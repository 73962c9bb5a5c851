/// A choice that a network is put together from: what it is called, how it stands, and how it is changed.
struct Setting {
  /// What it is called where it is typed.
  let name: String
  /// What may be chosen, in words.
  let range: String
  /// How it stands; `nil` where the network has no such choice.
  let value: (Network) -> String?
  /// The network with the next choice, or the one before; `nil` where there is none.
  let moved: (Network, _ isUp: Bool) -> Network?
  /// The network with a choice that is typed; `nil` where it is none.
  let set: (Network, String) -> Network?
}

extension Setting {
  /// All choices, in the order of a network: its rows, what it is, how it learns.
  static var all: [Setting] {
    [
      Setting(
        name: "data", range: Network.Shape.allCases.map(\.rawValue).joined(separator: ", "),
        value: { $0.rowsName },
        moved: { network, isUp in
          guard case .made(let shape) = network.rows else { return nil }
          return neighbour(of: shape, isUp).map { network.with(\.rows, .made($0)) }
        },
        set: { network, text in Network.Shape(rawValue: text).map { network.with(\.rows, .made($0)) } }),
      Setting(
        name: "points", range: "40 to 400", value: { $0.isMade ? String($0.rowCount) : nil },
        moved: { number($0, \.rowCount, in: 40...400, by: $1 ? 40 : -40) },
        set: { number($0, \.rowCount, in: 40...400, $1) }),
      digits("noise", \.noise, Ladder(["0", "0.05", "0.1", "0.15", "0.2", "0.3", "0.4", "0.5"])) {
        $0.isMade
      },
    ]
      + Network.Feature.allCases.map(feature)
      + [layerCount] + (0..<maxLayers).map(neurons) + [
        choice("activation", \.activation), choice("optimizer", \.optimizer),
        digits("rate", \.rate, .rates) { _ in true },
        choice("penalty", \.penalty),
        digits("strength", \.strength, Ladder(["0.0001", "0.0003", "0.001", "0.003", "0.01", "0.03", "0.1"]))
        {
          $0.penalty != .none
        },
        Setting(
          name: "batch", range: "all, or 1 to 1000 rows", value: { $0.batchSize.map(String.init) ?? "all" },
          moved: { network, isUp in
            let sizes: [Int?] = [1, 5, 10, 20, 50, nil]
            guard let place = sizes.firstIndex(of: network.batchSize) else {
              return network.with(\.batchSize, isUp ? nil : 10)
            }
            let next = place + (isUp ? 1 : -1)
            return sizes.indices.contains(next) ? network.with(\.batchSize, sizes[next]) : nil
          },
          set: { network, text in
            if text == "all" { return network.with(\.batchSize, nil) }
            guard let size = Int(text), (1...1000).contains(size) else { return nil }
            return network.with(\.batchSize, size)
          }),
        Setting(
          name: "seed", range: "1 to 999999", value: { String($0.seed) },
          moved: { number($0, \.seed, in: 1...999_999, by: $1 ? 1 : -1) },
          set: { number($0, \.seed, in: 1...999_999, $1) }),
      ]
  }

  /// A network has no more hidden layers, and these no more neurons.
  private static let (maxLayers, maxNeurons) = (4, 8)

  // MARK: Kinds of settings

  private static func choice<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
    _ name: String, _ path: WritableKeyPath<Network, Choice>
  ) -> Setting {
    Setting(
      name: name, range: Choice.allCases.map(\.rawValue).joined(separator: ", "),
      value: { $0[keyPath: path].rawValue },
      moved: { network, isUp in
        neighbour(of: network[keyPath: path], isUp).map { network.with(path, $0) }
      },
      set: { network, text in Choice(rawValue: text).map { network.with(path, $0) } })
  }

  private static func digits(
    _ name: String, _ path: WritableKeyPath<Network, String>, _ ladder: Ladder,
    _ isThere: @escaping (Network) -> Bool
  ) -> Setting {
    Setting(
      name: name, range: "\(ladder.rungs[0]) to \(ladder.rungs[ladder.rungs.count - 1])",
      value: { isThere($0) ? $0[keyPath: path] : nil },
      moved: { network, isUp in
        isThere(network) ? ladder.next(to: network[keyPath: path], isUp).map { network.with(path, $0) } : nil
      },
      set: { network, text in
        isThere(network) && ladder.holds(text) ? network.with(path, text) : nil
      })
  }

  private static func feature(_ feature: Network.Feature) -> Setting {
    Setting(
      name: feature.rawValue, range: "on, off",
      value: { $0.features.contains(feature) ? "on" : "off" },
      moved: { $0.with(feature, isOn: $1) },
      set: { network, text in
        text == "on" || text == "off" ? network.with(feature, isOn: text == "on") ?? network : nil
      })
  }

  private static var layerCount: Setting {
    Setting(
      name: "layers", range: "0 to \(maxLayers), or the neurons of each, as in 8 8",
      value: { String($0.layers.count) },
      moved: { network, isUp in
        if isUp {
          return network.layers.count < maxLayers ? network.with(\.layers, network.layers + [2]) : nil
        }
        return network.layers.isEmpty ? nil : network.with(\.layers, network.layers.dropLast())
      },
      set: { network, text in
        let numbers = text.split { $0 == " " || $0 == "-" }.map { Int($0) ?? 0 }
        if numbers == [0] { return network.with(\.layers, []) }
        guard (1...maxLayers).contains(numbers.count), numbers.allSatisfy((1...maxNeurons).contains) else {
          return nil
        }
        return network.with(\.layers, numbers)
      })
  }

  private static func neurons(_ layer: Int) -> Setting {
    let path = \Network.layers
    return Setting(
      name: "neurons \(layer + 1)", range: "1 to \(maxNeurons)",
      value: { $0.layers.indices.contains(layer) ? String($0.layers[layer]) : nil },
      moved: { network, isUp in
        guard network.layers.indices.contains(layer) else { return nil }
        let count = network.layers[layer] + (isUp ? 1 : -1)
        return (1...maxNeurons).contains(count)
          ? network.with(path, network.layers.replacing(layer, count)) : nil
      },
      set: { network, text in
        guard network.layers.indices.contains(layer), let count = Int(text), (1...maxNeurons).contains(count)
        else { return nil }
        return network.with(path, network.layers.replacing(layer, count))
      })
  }

  private static func number(
    _ network: Network, _ path: WritableKeyPath<Network, Int>, in range: ClosedRange<Int>, by step: Int
  ) -> Network? {
    let number = network[keyPath: path]
    let next = min(max(number + step, range.lowerBound), range.upperBound)
    return next == number ? nil : network.with(path, next)
  }

  private static func number(
    _ network: Network, _ path: WritableKeyPath<Network, Int>, in range: ClosedRange<Int>, _ text: String
  ) -> Network? {
    Int(text).flatMap { range.contains($0) ? network.with(path, $0) : nil }
  }

  private static func neighbour<Choice: CaseIterable & Equatable>(of choice: Choice, _ isUp: Bool) -> Choice?
  {
    let all = Array(Choice.allCases)
    guard let place = all.firstIndex(of: choice) else { return nil }
    let next = place + (isUp ? 1 : -1)
    return all.indices.contains(next) ? all[next] : nil
  }
}

/// Numbers that are gone through up and down, by their digits; what lies between the ends may be typed.
struct Ladder: Sendable {
  /// The numbers, rising.
  let rungs: [String]

  init(_ rungs: [String]) { self.rungs = rungs }

  /// Rates.
  static let rates = Ladder([
    "0.00001", "0.00003", "0.0001", "0.0003", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10",
  ])

  /// The next number above, or below; `nil` beyond the ends.
  func next(to text: String, _ isUp: Bool) -> String? {
    guard let value = Double(text) else { return nil }
    return isUp
      ? rungs.first { Double($0).map { $0 > value } ?? false }
      : rungs.last { Double($0).map { $0 < value } ?? false }
  }

  /// Whether a text is a plain number from the first to the last.
  func holds(_ text: String) -> Bool {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), text.first != ".", text.last != ".",
      text.count <= 20, let value = Double(text), let first = Double(rungs[0]),
      let last = Double(rungs[rungs.count - 1])
    else { return false }
    return first <= value && value <= last
  }
}

extension Network {
  /// Whether its rows are made.
  var isMade: Bool { if case .made = rows { true } else { false } }

  /// The network with one thing changed.
  fileprivate func with<Value>(_ path: WritableKeyPath<Network, Value>, _ value: Value) -> Network {
    var network = self
    network[keyPath: path] = value
    return network
  }

  /// The network with a feature or without it; `nil` where that changes nothing, or leaves none.
  fileprivate func with(_ feature: Feature, isOn: Bool) -> Network? {
    var network = self
    if isOn {
      network.features.insert(feature)
    } else if features.count > 1 {
      network.features.remove(feature)
    }
    return network == self ? nil : network
  }
}

extension [Int] {
  fileprivate func replacing(_ index: Int, _ value: Int) -> [Int] {
    var copy = self
    copy[index] = value
    return copy
  }
}
