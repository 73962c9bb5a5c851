import Algebra
import Engine
import Exposition
import PrintedNumbers
import Transcript

/// What comes out of a derivative where a path, a factor of the chain rule, or a part of one is treated wrongly.
struct PathMistakes {
  private let paths: [Paths.Path]
  private let numbers: LeafNumbers

  /// A derivative of more links is not looked through.
  private static let maxLinks = 100

  /// The paths of `∂output/∂input`; `nil` where there are none, or too many.
  init?(of output: Formula, by input: Name, in environment: Environment) throws(Fault) {
    let paths = try Paths(from: input, to: output, in: environment)
    guard !paths.few.isEmpty, !paths.stops.isEmpty,
      paths.few.reduce(0, { $0 + $1.links.count }) <= Self.maxLinks
    else { return nil }
    self.paths = paths.few
    numbers = LeafNumbers(in: environment)
  }

  /// A factor of the chain rule.
  fileprivate struct Link: Hashable {
    let output: Formula
    let name: Name

    var derivative: Formula { .derivative(of: output, by: name) }
  }

  // MARK: Mistakes

  /// With a path or a factor left out.
  var leftOut: [LikelyMistake] {
    let factors = links.map { link, _ in
      LikelyMistake(sum(with: [link: 1]), with: [.words("without the factor"), .formula(link.derivative)])
    }
    guard paths.count > 1 else { return factors }
    return paths.indices.map { left in
      LikelyMistake(sum { $0 == left ? 0 : 1 }, with: [.words("without the path")] + stops(of: left))
    } + factors
  }

  /// With the sign of a path turned.
  var signs: [LikelyMistake] {
    guard paths.count > 1 else { return [] }
    return paths.indices.map { turned in
      let value = sum { $0 == turned ? -1 : 1 }
      return LikelyMistake(value, with: [.words("with the sign turned of the path")] + stops(of: turned))
    }
  }

  /// With a part of a factor treated wrongly, or with a factor left out on one path only.
  func subtle() throws(Fault) -> [LikelyMistake] {
    var mistakes: [LikelyMistake] = []
    for (link, outline) in links {
      let alterations = Alterations(of: outline)
      for alteration in alterations.leftOut + alterations.signs {
        let value = sum(with: [link: try numbers.value(of: alteration.formula)])
        mistakes.append(
          LikelyMistake(value, with: alteration.words + [.words("in"), .formula(link.derivative)]))
      }
    }
    return mistakes + (paths.count > 1 ? paths.indices.flatMap { leftOut(onlyIn: $0) } : [])
  }

  /// With the factors, or the products of the paths, shortened to so many decimals.
  func shortened(toDecimals count: Int, _ shortening: DecimalDigits.Shortening) -> [Double] {
    let shortened = paths.map { path in
      path.links.reduce(1) { $0 * $1.value.shortened(toDecimals: count, shortening) }
    }
    let products = paths.map { $0.product.shortened(toDecimals: count, shortening) }
    return [shortened.reduce(0, +), products.reduce(0, +)]
  }

  private func leftOut(onlyIn place: Int) -> [LikelyMistake] {
    let path = paths[place]
    return path.factors.map { link, _ in
      let others = path.factors.reduce(1) { $0 * ($1.link == link ? 1 : $1.derivative.value) }
      let value = sum { $0 == place ? 0 : 1 } + others
      let words: [Phrase] = [
        .words("without the factor"), .formula(link.derivative), .words("on the path"),
      ]
      return LikelyMistake(value, with: words + stops(of: place))
    }
  }

  // MARK: Sums

  /// The factors that are no mere 1, each once, with their formulas.
  private var links: [(link: Link, outline: Formula)] {
    var seen: Set<Link> = []
    return paths.flatMap(\.factors).compactMap { link, derivative in
      guard !derivative.isOne, seen.insert(link).inserted else { return nil }
      let outline = derivative.outline
      return (link, outline.names.contains(LongOperands.rest) ? .number(Number(derivative.value)) : outline)
    }
  }

  /// The sum of the paths' products with other numbers for some factors, each product so many times.
  private func sum(with others: [Link: Double] = [:], times: (Int) -> Double = { _ in 1 }) -> Double {
    paths.enumerated().reduce(0) { sum, path in
      sum + times(path.offset)
        * path.element.factors.reduce(1) { $0 * (others[$1.link] ?? $1.derivative.value) }
    }
  }

  /// `E_total ← E_1 ← w5`
  private func stops(of place: Int) -> [Phrase] {
    let path = paths[place]
    let stops = [path.output] + path.links.map { .name($0.name) }
    return stops.enumerated().flatMap { index, stop -> [Phrase] in
      index == 0 ? [.formula(stop)] : [.words("←"), .formula(stop)]
    }
  }
}

extension Paths.Path {
  /// The links with where each begins.
  fileprivate var factors: [(link: PathMistakes.Link, derivative: LocalDerivative)] {
    var output = output
    return links.map { derivative in
      defer { output = .name(derivative.name) }
      return (PathMistakes.Link(output: output, name: derivative.name), derivative)
    }
  }
}
