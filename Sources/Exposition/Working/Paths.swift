package import Algebra
package import Engine

/// The paths by which one value reaches another, link by link: counted without walking them, and the few that are shown.
package struct Paths {
  /// A value on a path and its links toward the input.
  package struct Stop {
    /// The value; an expression for the output of `∂(…)/∂x`.
    package let output: Formula
    /// The links on which the input lies, in the order in which the formula mentions them.
    package let links: [LocalDerivative]

    /// Its formula at the current values.
    package func formula(in environment: Environment) -> Formula {
      if case .name(let name) = output { environment.formula(of: name) ?? output } else { output }
    }
  }

  /// One path, from the output to the input.
  package struct Path: Equatable {
    /// Where it begins.
    package let output: Formula
    /// Its links, the output's first; the last one's name is the input.
    package var links: [LocalDerivative]

    /// The product of the links' numbers.
    package var product: Double { links.reduce(1) { $0 * $1.value } }

    package static func == (one: Path, other: Path) -> Bool {
      one.links.map(\.name) == other.links.map(\.name)
    }
  }

  /// The values between output and input, the output first.
  package let stops: [Stop]
  /// How many paths there are.
  package let count: PathCount
  /// How many of them have no factor 0.
  let liveCount: PathCount
  /// All paths where they are few, whatever their factors; else none.
  package let few: [Path]
  /// The paths that are shown, of those without a factor 0: all when they are few, else those of the largest products
  /// and those of the smallest. A path that is the only one is shown whatever its factors.
  package let shown: [Path]

  /// As many paths as this are shown all.
  package static let maxShown = 6

  /// The paths from `input` to `output`. Cost: each link between the two is looked at once.
  package init(from input: Name, to output: Formula, in environment: Environment) throws(Fault) {
    let inputIndex = environment.index(of: input)
    let roots = output.names.map { environment.index(of: $0) }
    let last = roots.max() ?? -1
    var reaches = [Bool](repeating: false, count: max(last, inputIndex) + 1)
    reaches[inputIndex] = true
    for index in stride(from: inputIndex + 1, through: last, by: 1) {
      let names = environment.entries[index].recording?.names ?? []
      reaches[index] = names.contains { reaches[environment.index(of: $0)] }
    }
    try environment.work.spend(max(0, last - inputIndex))

    let order = Paths.order(from: output, environment) { reaches[environment.index(of: $0)] && $0 != input }
    var stops: [Stop] = []
    for output in order {
      let next = environment.names(in: output).filter { reaches[environment.index(of: $0)] }
      if !next.isEmpty {
        stops.append(Stop(output: output, links: try environment.linksWithValues(of: output, by: next)))
      }
    }
    self.stops = stops
    guard output != .name(input), !stops.isEmpty else {
      few = output == .name(input) ? [Path(output: output, links: [])] : []
      (count, liveCount, shown) = (PathCount(few.count), PathCount(few.count), few)
      return
    }
    let stopIndices = Dictionary(uniqueKeysWithValues: stops.enumerated().map { ($1.output, $0) })
    let living = stops.map { stop in
      Stop(output: stop.output, links: stop.links.filter { $0.value != 0 })
    }
    count = Paths.count(stops, stopIndices)
    few = count.isFew ? Paths.paths(Paths.beginnings(of: stops, stopIndices) { $0 }, stops, stopIndices) : []
    guard count != PathCount(1) else {
      (liveCount, shown) = (count, few)
      return
    }
    liveCount = Paths.count(living, stopIndices)
    shown = Paths.choose(among: living, stopIndices, areFew: liveCount.isFew)
  }
}

extension PathCount {
  /// Whether that many are all shown.
  fileprivate var isFew: Bool { small.map { $0 <= Paths.maxShown } ?? false }
}

// MARK: - Order

extension Paths {
  /// The values from the output toward the input, each behind all that use it and, where that leaves a choice, along the
  /// path that a formula mentions first.
  private static func order(
    from output: Formula, _ environment: Environment, where isOnPath: (Name) -> Bool
  ) -> [Formula] {
    var waiting = [(stop: output, isDone: false)]
    var seen: Set<Formula> = []
    var order: [Formula] = []
    while let (stop, isDone) = waiting.popLast() {
      if isDone {
        order.append(stop)
        continue
      }
      guard seen.insert(stop).inserted else { continue }
      waiting.append((stop, true))
      // What is mentioned first is finished last, and so comes first in the reversed order.
      waiting += environment.names(in: stop).filter(isOnPath).map { (.name($0), false) }
    }
    return order.reversed()
  }
}

// MARK: - Counting and choosing

extension Paths {
  /// The start of some path toward the input: its first link, and which of the next stop's beginnings goes on.
  private struct Beginning {
    let link: Int
    let rest: Int
    let size: Double
  }

  private static func choose(among stops: [Stop], _ stopIndices: [Formula: Int], areFew: Bool) -> [Path] {
    if areFew { return paths(beginnings(of: stops, stopIndices) { $0 }, stops, stopIndices) }
    let half = maxShown / 2
    // Of equal sizes the earlier path counts as the larger, so that no path is among both.
    let bySize = { (beginnings: [Beginning]) in
      beginnings.enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }.map(
        \.element)
    }
    let largest = beginnings(of: stops, stopIndices) { Array(bySize($0).prefix(half)) }
    let smallest = beginnings(of: stops, stopIndices) { Array(bySize($0).suffix(half)) }
    let top = paths(largest, stops, stopIndices)
    return top + paths(smallest, stops, stopIndices).filter { !top.contains($0) }
  }

  /// How many paths there are from the first stop.
  private static func count(_ stops: [Stop], _ stopIndices: [Formula: Int]) -> PathCount {
    var counts = [PathCount](repeating: PathCount(0), count: stops.count)
    for (index, stop) in stops.enumerated().reversed() {
      for link in stop.links {
        counts[index] += stopIndices[.name(link.name)].map { counts[$0] } ?? PathCount(1)
      }
    }
    return counts[0]
  }

  /// For each stop the beginnings that `keep` keeps of all its beginnings.
  private static func beginnings(
    of stops: [Stop], _ stopIndices: [Formula: Int], keep: ([Beginning]) -> [Beginning]
  ) -> [[Beginning]] {
    var kept = [[Beginning]](repeating: [], count: stops.count)
    for (index, stop) in stops.enumerated().reversed() {
      var beginnings: [Beginning] = []
      for (offset, link) in stop.links.enumerated() {
        guard let next = stopIndices[.name(link.name)] else {
          beginnings.append(Beginning(link: offset, rest: 0, size: abs(link.value)))
          continue
        }
        for (rest, beginning) in kept[next].enumerated() {
          beginnings.append(Beginning(link: offset, rest: rest, size: abs(link.value) * beginning.size))
        }
      }
      kept[index] = keep(beginnings)
    }
    return kept
  }

  private static func paths(
    _ beginnings: [[Beginning]], _ stops: [Stop], _ stopIndices: [Formula: Int]
  ) -> [Path] {
    beginnings[0].indices.map { first in
      var path = Path(output: stops[0].output, links: [])
      var stop: Int? = 0
      var choice = first
      while let index = stop {
        let beginning = beginnings[index][choice]
        let link = stops[index].links[beginning.link]
        path.links.append(link)
        stop = stopIndices[.name(link.name)]
        choice = beginning.rest
      }
      return path
    }
  }
}

extension Environment {
  /// The names in the formula behind a stop of a path: that of a name, or the expression itself.
  fileprivate func names(in stop: Formula) -> [Name] {
    if case .name(let name) = stop { names(inFormulaOf: name) } else { stop.names }
  }
}

extension Formula {
  /// Whether the formula is nothing but a name.
  package var isName: Bool {
    if case .name = self { true } else { false }
  }
}
